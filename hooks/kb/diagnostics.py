"""Coded messages about a place in a file: `docs/answers/x.md:12: KB301 message (hint)`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Literal

Severity = Literal["error", "warning", "info"]


class Code(Enum):
    """Every diagnostic: its number and severity. Numbers are stable once released.

    0xx reading a file, 1xx structure of a document, 2xx the bank and the glossary,
    3xx matching, 4xx rendering.
    """

    EMPTY_FILE = ("KB001", "warning")
    NOT_TEXT = ("KB002", "error")
    ENCODING = ("KB003", "warning")
    TOO_LARGE = ("KB004", "error")
    LARGE_FILE = ("KB005", "warning")
    FRONT_MATTER = ("KB101", "error")
    NO_QUESTION = ("KB102", "warning")
    DUPLICATE_NUMBER = ("KB103", "warning")
    UNCLOSED_FENCE = ("KB104", "warning")
    TITLE_CONFLICT = ("KB105", "warning")
    NO_TITLE = ("KB106", "warning")
    TOC_ONLY = ("KB107", "info")
    PACKED_TITLE = ("KB108", "info")
    UNKNOWN_VALUE = ("KB109", "error")
    MERGE_CONFLICT = ("KB110", "error")
    MISSPELT_LABEL = ("KB111", "warning")
    UNCLOSED_DETAILS = ("KB112", "warning")
    GLUED_HEADING = ("KB113", "info")
    DEEP_NESTING = ("KB114", "warning")
    MIXED_DIALECTS = ("KB115", "info")
    NUMBER_SLIP = ("KB116", "warning")
    STALE_TRANSLATION = ("KB117", "warning")
    NO_TRANSLATION = ("KB118", "warning")
    BANK_SYNTAX = ("KB201", "error")
    BANK_SCHEMA = ("KB202", "error")
    BANK_REFERENCE = ("KB203", "error")
    BANK_DUPLICATE = ("KB204", "error")
    GLOSSARY_SCHEMA = ("KB205", "error")
    UNMATCHED = ("KB301", "info")
    UNKNOWN_QUESTION = ("KB302", "error")
    UNKNOWN_FIGURE = ("KB401", "error")
    MISSING_IMAGE = ("KB402", "warning")
    MATH_ERROR = ("KB403", "warning")
    UNSAFE_REMOVED = ("KB404", "warning")
    DEAD_LINK = ("KB405", "warning")
    TOO_COMPLEX = ("KB406", "warning")

    @property
    def id(self) -> str:
        """The code as printed, `KB301`."""
        return self.value[0]

    @property
    def severity(self) -> Severity:
        """How bad it is: an error fails the build."""
        return self.value[1]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One message: what is wrong, where, and what to write instead (`hint`)."""

    code: Code
    path: str
    line: int
    message: str
    hint: str = ""

    def __str__(self) -> str:
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.path}:{self.line}: {self.code.id} {self.message}{hint}"


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Tell whether any of `diagnostics` is an error."""
    return any(d.code.severity == "error" for d in diagnostics)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort by file, line and code, so that output does not depend on the order of work."""
    return tuple(sorted(set(diagnostics), key=lambda d: (d.path, d.line, d.code.id, d.message)))
