"""What a table of contents says of id headings, and where it is not to be believed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kb.diagnostics import Code, Diagnostic
from kb.dialects.base import Page
from kb.dialects.weighing import misplaced
from kb.structure.entries import Mark
from kb.structure.toc import TocLink
from kb.wording.folding import fold, near
from kb.wording.titles import number

_TARGET = re.compile(r"(?:q|question|질문|문제)?[-_]?(\d{1,4}(?:[-._]\d{1,3})*)번?", re.IGNORECASE)
_WORD = re.compile(r"[a-z]{3,}|[가-힣]{2,}")


class Table:
    """The links of a table of contents by the id they point at; the first of several counts."""

    def __init__(self, links: Sequence[TocLink], present: frozenset[str]) -> None:
        numbers = [_id_of(link) for link in links]
        read, _ = repaired([n or "" for n in numbers], list(present))
        self._links: dict[str, TocLink] = {}
        for link, written, meant in zip(links, numbers, read, strict=True):
            if written:
                self._links.setdefault(meant, link)
        self._present = present

    def get(self, wanted: str) -> TocLink | None:
        """Return the link to an id."""
        return self._links.get(wanted)

    def missing(self) -> Iterator[tuple[str, TocLink]]:
        """Yield the links to ids that no heading has."""
        yield from ((n, link) for n, link in self._links.items() if n not in self._present)


def _id_of(link: TocLink) -> str | None:
    match = _TARGET.fullmatch(link.target)
    return number(match[1]) if match else None


def repaired(numbers: Sequence[str], known: Sequence[str]) -> tuple[list[str], list[tuple[int, str]]]:
    """Correct slips in a sequence of numbers: `#116` between `#15` and `#17`, where no other list has 116.

    Returns the numbers and, for each slip, its index and what was written.
    """
    read = list(numbers)
    slips: list[tuple[int, str]] = []
    elsewhere, present = {number(n) for n in known}, set(numbers)
    for at in range(1, len(read)):
        written, before = read[at], read[at - 1]
        if not (written.isdecimal() and before.isdecimal()) or written in elsewhere:
            continue
        expected = str(int(before) + 1)
        after = read[at + 1] if at + 1 < len(read) else ""
        follows = not after or (after.isdecimal() and int(after) == int(expected) + 1)
        same = near(written, expected) or sorted(written) == sorted(expected)
        if written != expected and follows and same and (expected in elsewhere or expected not in present):
            slips.append((at, written))
            read[at] = expected
    return read, slips


def toc_only(table: Table) -> list[Mark]:
    """Mark the questions that only the table of contents asks."""
    return [
        Mark(link.line, link.text, link.line, link.end + 1, name, name.count("-"))
        for name, link in table.missing()
    ]


def place_titles(
    page: Page, marks: Sequence[Mark], told: Sequence[int], ends: Sequence[int]
) -> tuple[list[Mark], list[Diagnostic]]:
    """Give answers that stand under a wrong title of the table the one that their words fit.

    `told` are the indices of the marks that only the table names, `ends` the lines where each ends.
    """
    bodies = ["\n".join(n.text for n in page.outline.text(marks[i].body, ends[i] - 1)) for i in told]
    wrong = misplaced([marks[i].title for i in told], bodies)
    placed, found = list(marks), []
    for at, other in wrong.items():
        mark, right = marks[told[at]], marks[told[other]]
        placed[told[at]] = replace(mark, title=right.title, hints=right.hints)
        found.append(
            Diagnostic(
                Code.TITLE_CONFLICT, page.source.shown, mark.line,
                f'#{mark.number} is "{mark.title}" in the table of contents, '
                f'but the answer fits "{right.title}"',
                "the answer counts; write the question as a heading below the id",
            )
        )  # fmt: skip
    return placed, found


def conflicts(page: Page, marks: Sequence[Mark]) -> list[Diagnostic]:
    """Report headings that ask something else than the table of contents."""
    return [
        Diagnostic(
            Code.TITLE_CONFLICT, page.source.shown, mark.title_line,
            f'#{mark.number} is "{mark.title}" here but "{mark.hints[0]}" in the table of contents',
            "the heading counts; correct the table",
        )
        for mark in marks
        if mark.title_line > mark.line and mark.hints and _differ(mark.title, mark.hints[0])
    ]  # fmt: skip


def _differ(a: str, b: str) -> bool:
    """Tell whether two titles share less than half of their words."""
    left, right = set(_WORD.findall(fold(a))), set(_WORD.findall(fold(b)))
    return bool(left and right) and len(left & right) < 0.5 * min(len(left), len(right))
