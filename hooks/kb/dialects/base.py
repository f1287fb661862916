"""What a dialect is: a name, a score for a document, and a way to read it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kb.blocks import Outline
from kb.diagnostics import Diagnostic
from kb.entries import Break, Mark
from kb.front_matter import FrontMatter
from kb.sources import Source


@dataclass(frozen=True, slots=True)
class Page:
    """A document as a dialect gets it."""

    source: Source
    outline: Outline
    meta: FrontMatter


@dataclass(frozen=True, slots=True)
class Reading:
    """What a dialect found: where entries and other things begin, and what looked wrong."""

    marks: tuple[Mark, ...] = ()
    breaks: tuple[Break, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Dialect:
    """One convention. `score` is the share of evidence for it, 0 (none) to 1 (certain)."""

    name: str
    letter: str
    score: Callable[[Page], float]
    read: Callable[[Page], Reading]
