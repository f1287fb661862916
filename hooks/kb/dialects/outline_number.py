"""Dialect A with hierarchical numbers: `1-0.`, `1-1.` … at the head of a line, in a list or not.

`1-0` is a question, `1-1` its first follow-up.
"""

from __future__ import annotations

import re

from kb.blocks import Line
from kb.dialects.base import Dialect, Page, Reading, Score
from kb.structure.entries import Break, Mark
from kb.structure.references import title_references
from kb.wording.titles import title_of

_NUMBERED = re.compile(
    r"\s*(?:[-*+]\s+)?[*_]{0,2}(?P<number>\d{1,3}(?:-\d{1,3})+)[.)．）]\s*(?P<title>\S.*)$"
)
# Where numbers have levels, a plain one in a bullet opens a group that never got follow-ups.
_PLAIN = re.compile(r"\s{0,1}[-*+]\s+(?P<number>\d{1,3})[.)]\s*(?P<title>\S.*)$")
_BULLET = re.compile(r"\s{0,1}[-*+]\s+\S")
_FEWEST = 3


def _numbered(page: Page) -> list[tuple[Line, re.Match[str]]]:
    lines = (line for line in page.outline.lines if line.kind == "text" and not line.details)
    return [(line, match) for line in lines if (match := _NUMBERED.match(line.text))]


def _title(line: Line, match: re.Match[str]) -> str:
    """Return the question; where bold type begins before the number, its end is left over."""
    bold = "**" in line.text[: match.start("title")]
    return title_of(match["title"].rstrip("*_ ") if bold else match["title"])


def score(page: Page) -> Score:
    """Three such numbers are no accident."""
    found = len(_numbered(page))
    return Score(0.96 if found >= _FEWEST else 0.0, f"{found} lines begin with a number such as `1-2.`")


def read(page: Page) -> Reading:
    """Mark the numbered lines; a bullet or heading between them opens the next group."""
    plain = [(n, m) for n in page.outline.lines if n.kind == "text" and (m := _PLAIN.match(n.text))]
    found = sorted([*_numbered(page), *plain], key=lambda pair: pair[0].number)
    marks = [
        Mark(
            line.number, _title(line, match), line.number, line.number + 1, match["number"],
            match["number"].removesuffix("-0").count("-"), references=title_references(match["title"]),
        )
        for line, match in found
    ]  # fmt: skip
    taken = {mark.line for mark in marks}
    following = {_above(page, mark.line) for mark in marks}
    breaks = [
        Break(line.number, "heading")
        for line in page.outline.lines
        if line.number not in taken
        and (line.kind == "heading" or (line.number in following and _BULLET.match(line.text)))
    ]
    return Reading(tuple(marks), tuple(breaks))


def _above(page: Page, line: int) -> int:
    """Return the last line before `line` that is not blank."""
    above = line - 1
    while above > 0 and page.outline.lines[above - 1].kind == "blank":
        above -= 1
    return above


DIALECT = Dialect("outline-number", "A", score, read)
