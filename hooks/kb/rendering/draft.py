"""What is known of an answer's fragment before links, pictures and formulas are put in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kb.rendering.formulas import Formula

Problem = Literal["unsafe", "complex", "local-image"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a fragment: its anchor, its level on the page (3 or deeper), its text."""

    id: str
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """The address of a link that is not on the web: another file, a place in this one."""

    target: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture beside the answer file: its address as written, and its `<img>` with a mark for it."""

    target: str
    alt: str


@dataclass(frozen=True, slots=True)
class FigureCall:
    """One of our figures, `![alt](figure:id)`."""

    id: str
    alt: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """The id of something in the fragment, unique once the answer's own anchor stands before it."""

    name: str


Slot = Formula | Link | Picture | FigureCall | Anchor


@dataclass(frozen=True, slots=True)
class Draft:
    """A pure function of an answer's Markdown and language, so that it can be cached and sent around.

    `html` holds marks for `slots`; `headings` have ids without the answer's anchor. `problems` are
    kinds of trouble with what they concern.
    """

    html: str
    slots: tuple[Slot, ...]
    headings: tuple[Heading, ...]
    text: str
    problems: tuple[tuple[Problem, str], ...] = ()
