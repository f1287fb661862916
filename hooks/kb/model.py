"""The data every other module takes and returns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Lang = Literal["ko", "en"]
Role = Literal["answer", "summary", "pitfall"]

LANGS: tuple[Lang, ...] = ("ko", "en")
ROLES: tuple[Role, ...] = ("answer", "summary", "pitfall")


@dataclass(frozen=True, slots=True)
class Span:
    """A range of lines of one file: 1-based, both ends inclusive."""

    path: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in both languages; one of them may be empty where only one was written."""

    ko: str = ""
    en: str = ""

    def get(self, lang: Lang) -> str:
        """Return the text in `lang`, or in the other language where `lang` has none."""
        own, other = (self.ko, self.en) if lang == "ko" else (self.en, self.ko)
        return own or other

    def only(self, lang: Lang) -> str:
        """Return the text in `lang`, empty where it was not written."""
        return self.ko if lang == "ko" else self.en


@dataclass(frozen=True, slots=True)
class Phrases:
    """Several phrasings in each language."""

    ko: tuple[str, ...] = ()
    en: tuple[str, ...] = ()

    def get(self, lang: Lang) -> tuple[str, ...]:
        """Return the phrasings in `lang`."""
        return self.ko if lang == "ko" else self.en


@dataclass(frozen=True, slots=True)
class Reference:
    """A source an answer names; `url` is empty for a source without a link."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One question slot found in a document, answered or not.

    `body` is the answer as GitHub-flavoured Markdown: dedented, without title and references.
    `body_line` is the source line of the body's first line. `depth` is 0 for a question and
    1 or more for a follow-up of the nearest earlier entry of smaller depth. `question` is the
    bank id that the document itself names (front matter), if any. `hints` are further
    wordings of the same slot, such as the line of the table of contents that points at it.
    """

    span: Span
    title: str
    title_line: int
    number: str | None = None
    depth: int = 0
    answered: bool = False
    body: str = ""
    body_line: int = 0
    references: tuple[Reference, ...] = ()
    question: str | None = None
    hints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Other:
    """Lines of a document that belong to no entry, and what they are (`toc`, `intro` …)."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Original:
    """What a translation was made from: the language, and the digest the text had then."""

    lang: Lang
    digest: str


@dataclass(frozen=True, slots=True)
class Document:
    """One parsed answer file. Every non-blank line is in an entry or in an `other` range.

    `path` is relative to the folder it was read from; `source` is the file on disk. `digest` is a
    hash of the text below the front matter; `translated` tells what the document was translated from,
    `license` under which license it says it stands.
    """

    path: str
    source: str
    encoding: str
    lang: Lang
    dialect: str
    contributor: str
    role: Role = "answer"
    topic: str | None = None
    title: str = ""
    entries: tuple[Entry, ...] = ()
    other: tuple[Other, ...] = ()
    digest: str = ""
    translated: Original | None = None
    license: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """A group of questions; one file of the bank."""

    id: str
    title: Text
    description: Text = field(default_factory=Text)


@dataclass(frozen=True, slots=True)
class Question:
    """A canonical question: one page per language.

    `difficulty` is 1 (basic), 2 (intermediate) or 3 (advanced). `span` is where the bank
    defines it, or where a document asked it first when the bank does not hold it (`in_bank`).
    `tags` are ids of terms of the glossary.
    """

    id: str
    title: Text
    topic: str
    parent: str | None = None
    difficulty: int = 1
    also_asked: Phrases = field(default_factory=Phrases)
    related: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    in_bank: bool = True
    span: Span | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What one document says to one question, in one language.

    `span` covers the entry in the source; `source` is the file on disk; `gfm` is the body.
    """

    question: str
    document: str
    source: str
    span: Span
    lang: Lang
    contributor: str
    role: Role
    title: str
    gfm: str
    body_line: int
    references: tuple[Reference, ...] = ()
    license: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """One concept of the glossary: `id` is its English name slugged.

    `name` holds the preferred names, `abbr` abbreviations, `also` every other spelling people
    type (synonyms, transliterations, misspellings), `definition` one line in both languages.
    An `everyday` word is there for matching and search; nobody needs it explained.
    """

    id: str
    name: Text
    abbr: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    definition: Text = field(default_factory=Text)
    everyday: bool = False


@dataclass(frozen=True, slots=True)
class Bank:
    """All topics and canonical questions, in the order of the files."""

    topics: tuple[Topic, ...]
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class KnowledgeBase:
    """What merging yields: every question, and the answers to each by question id.

    Answers are in the order in which the folders were given, then by path and line.
    `matches` tells which question each entry was given: (document source, start line) → id.
    """

    topics: tuple[Topic, ...]
    questions: tuple[Question, ...]
    answers: Mapping[str, tuple[Answer, ...]]
    documents: tuple[Document, ...] = ()
    matches: Mapping[tuple[str, int], str] = field(default_factory=dict)
