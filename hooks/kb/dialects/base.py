"""What a dialect is: a name, a score for a document, and a way to read it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kb.blocks import Outline
from kb.diagnostics import Diagnostic
from kb.files.front_matter import FrontMatter
from kb.files.sources import Source
from kb.structure.entries import Break, Mark


@dataclass(frozen=True, slots=True)
class Page:
    """A document as a dialect gets it, or a section of one: then its lines are counted from 1 anew."""

    source: Source
    outline: Outline
    meta: FrontMatter
    is_section: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What a dialect found: where entries and other things begin, and what looked wrong."""

    marks: tuple[Mark, ...] = ()
    breaks: tuple[Break, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """The evidence for a dialect, 0 (none) to 1 (certain), and what it is, in a few words."""

    value: float
    reason: str


@dataclass(frozen=True, slots=True)
class Dialect:
    """One convention: how well it fits a document, and what the document says read so."""

    name: str
    letter: str
    score: Callable[[Page], Score]
    read: Callable[[Page], Reading]
