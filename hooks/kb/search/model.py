"""What is searched, before and after it is made an index."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kb.model import Lang, Phrases, Text

Kind = Literal["question", "topic", "page", "glossary"]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page: its anchor (empty for the beginning), its heading and its plain text."""

    anchor: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page in one language; `url` is relative to the root of the site."""

    lang: Lang
    url: str
    title: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """What a result is: one question, topic or page with all of its languages.

    `phrases` are ways to ask for it; `prior` decides between equals (1 is usual).
    """

    id: str
    kind: Kind
    title: Text
    phrases: Phrases
    prior: float
    pages: tuple[Page, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A file of the finished search: its path below the site's root, and its text."""

    path: str
    text: str
