"""Dialect A with hierarchical numbers: `1-0.`, `1-1.` … at the head of a line, in a list or not.

`1-0` is a question, `1-1` its first follow-up.
"""

from __future__ import annotations

import re

from kb.blocks import Line
from kb.dialects.base import Dialect, Page, Reading
from kb.dialects.list_item import title_of
from kb.entries import Break, Mark

_NUMBERED = re.compile(r"\s*(?:[-*+]\s+)?(?P<number>\d{1,3}(?:-\d{1,3})+)[.)]\s*(?P<title>\S.*)$")
_BULLET = re.compile(r"\s{0,1}[-*+]\s+\S")


def _numbered(page: Page) -> list[tuple[Line, re.Match[str]]]:
    lines = (line for line in page.outline.lines if line.kind == "text" and not line.details)
    return [(line, match) for line in lines if (match := _NUMBERED.match(line.text))]


def score(page: Page) -> float:
    """Three such numbers are no accident."""
    found = len(_numbered(page))
    return min(0.95, 0.7 + 0.02 * found) if found >= 3 else 0.0


def read(page: Page) -> Reading:
    """Mark the numbered lines; a bullet or heading between them opens the next group."""
    found = _numbered(page)
    marks = [
        Mark(
            line.number, title_of(match["title"]), line.number, line.number + 1,
            match["number"], 0 if match["number"].endswith("-0") else match["number"].count("-"),
        )
        for line, match in found
    ]  # fmt: skip
    taken = {mark.line for mark in marks}
    following = {mark.line - 1 for mark in marks}
    breaks = [
        Break(line.number, "heading")
        for line in page.outline.lines
        if line.number not in taken
        and (line.kind == "heading" or (line.number in following and _BULLET.match(line.text)))
    ]
    return Reading(tuple(marks), tuple(breaks))


DIALECT = Dialect("outline-number", "A", score, read)
