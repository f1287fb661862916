"""From the marks a dialect finds to entries: extents, bodies, references, and what is left over.

A dialect says where entries begin (`Mark`) and where something else begins (`Break`). The
rest is the same for every dialect: an entry runs to the next mark or break, without the rules
and blank lines that separate it from what follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kb.blocks import Line, Outline
from kb.model import Entry, Other, Reference, Span
from kb.structure.bodies import SEPARATOR, tidy_body
from kb.structure.references import split_references
from kb.structure.verbatim import read
from kb.wording.placeholders import is_placeholder

_BREAKS = re.compile(r"(?:<br\s*/?>|&nbsp;)(?:<br\s*/?>|&nbsp;|\s)*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mark:
    """Where an entry begins: its first line, the line of its title, and that of its body.

    `lead` is the part of the answer that stands on the title's own line. `last` is the last line
    of the entry where its own markup closes it; otherwise it runs to what follows; the last `tail`
    lines are nothing but that markup. `references` are the links in the title. A `verbatim` entry is
    taken as it stands, down to the last line.
    """

    line: int
    title: str
    title_line: int
    body: int
    number: str | None = None
    depth: int = 0
    question: str | None = None
    hints: tuple[str, ...] = ()
    lead: str = ""
    last: int | None = None
    tail: int = 0
    references: tuple[Reference, ...] = ()
    verbatim: bool = False


@dataclass(frozen=True, slots=True)
class Break:
    """Where something begins that is no entry: a section heading, a table of contents."""

    line: int
    kind: str


@dataclass(frozen=True, slots=True)
class Parts:
    """A document taken apart: every non-blank line is in one of them."""

    entries: tuple[Entry, ...]
    other: tuple[Other, ...]


def assemble(outline: Outline, path: str, marks: Iterable[Mark], breaks: Iterable[Break]) -> Parts:
    """Build the entries of a document from its marks and breaks."""
    kinds = {b.line: b.kind for b in breaks}
    ordered = sorted(marks, key=lambda m: m.line)
    starts = sorted({m.line for m in ordered} | set(kinds))
    following = dict(zip(starts, [*starts[1:], len(outline.lines) + 1], strict=False))
    entries = tuple(_entry(outline, path, mark, following[mark.line] - 1) for mark in ordered)
    return Parts(entries, _others(outline, path, entries, kinds))


def _entry(outline: Outline, path: str, mark: Mark, last: int) -> Entry:
    if mark.verbatim:
        return _verbatim(outline, path, mark)
    if mark.last is not None:
        last = min(last, mark.last)
    end = _trimmed(outline, max(mark.title_line, mark.line), last)
    lines = outline.text(mark.body, end - (mark.tail if end == mark.last else 0))
    if lines and lines[0].kind == "underline":
        lines = lines[1:]
    split = split_references(lines)
    body = tidy_body(mark.lead, [outline.raw[line.number - 1] for line in split.body])
    first = next((line.number for line in split.body if line.kind != "blank"), mark.title_line)
    return Entry(
        span=Span(path, mark.line, end),
        title=mark.title,
        title_line=mark.title_line,
        number=mark.number,
        depth=mark.depth,
        answered=not is_placeholder(body),
        body=body,
        body_line=first,
        references=tuple(dict.fromkeys([*mark.references, *split.references])),
        question=mark.question,
        hints=mark.hints,
    )


def _verbatim(outline: Outline, path: str, mark: Mark) -> Entry:
    """Take an entry as it stands; it is the only one of its document."""
    exact = read(outline.raw[mark.body - 1 :])
    last = max((line.number for line in outline.lines if line.kind != "blank"), default=mark.line)
    return Entry(
        span=Span(path, mark.line, last),
        title=mark.title,
        title_line=mark.title_line,
        answered=not is_placeholder(exact.text),
        body=exact.text,
        body_line=mark.body + exact.first,
        references=exact.references,
        question=mark.question,
    )


def _trimmed(outline: Outline, first: int, last: int) -> int:
    """Return the last line of an entry: no rule, line break or comment closes it."""
    while last > first:
        line = outline.lines[last - 1]
        # An indented <br> belongs to the list item above it.
        separates = _BREAKS.fullmatch(line.text)
        if not (line.kind in ("blank", "rule", "comment") or separates):
            break
        last -= 1
    return last


def _others(
    outline: Outline, path: str, entries: Sequence[Entry], kinds: dict[int, str]
) -> tuple[Other, ...]:
    """Name every run of non-blank lines outside the entries."""
    taken = {n for e in entries for n in range(e.span.start, e.span.end + 1)}
    found: list[Other] = []
    current = "intro"
    for line in outline.lines:
        if line.number in taken:
            current = "separator"
            continue
        current = kinds.get(line.number, current)
        if line.kind == "blank":
            continue
        kind = _kind(line, current)
        if found and found[-1].kind == kind and found[-1].span.end == line.number - 1:
            found[-1] = Other(Span(path, found[-1].span.start, line.number), kind)
        else:
            found.append(Other(Span(path, line.number, line.number), kind))
    return tuple(found)


def _kind(line: Line, current: str) -> str:
    if line.kind in ("front-matter", "comment"):
        return line.kind
    if line.kind == "rule" or SEPARATOR.fullmatch(line.text):
        return "separator"
    return "text" if current == "separator" else current
