"""Dialect G: a bold line or a prefix asks: `**What is …?**`, `Q. …` / `A. …`, `1. **…**`."""

from __future__ import annotations

import re

from kb.asking import is_question
from kb.blocks import Line
from kb.dialects.base import Dialect, Page, Reading
from kb.entries import Break, Mark
from kb.inlines import plain

_PREFIX = re.compile(
    r"\s{0,3}(?:[-*+]\s+)?(?:\*\*|__)?\s*(?:Q|질문|문제|Question)\s*(?P<number>\d{1,3}(?:-\d{1,3})*)?\s*(?:[.:：)]|(?<=\d)\s)"
    r"\s*(?P<title>\S.*?)\s*(?:\*\*|__)?\s*$"
)
_BOLD = re.compile(
    r"\s{0,3}(?:(?P<number>\d{1,3}(?:-\d{1,3})*)[.)]\s+|[-*+]\s+)?(?:\*\*|__)(?:(?P<inner>\d{1,3})[.)]\s*)?(?P<title>[^*_].*?)(?:\*\*|__)\s*(?:<br\s*/?>)*\s*$"
)
_LONGEST_INTRO = 12
_LISTED = re.compile(r"\s*(?:[-*+>|]|\d+[.)])\s")
_ANSWER = re.compile(
    r"\s*(?:\*\*|__)?(?:A|답변?|정답|Answer|Ans)\s*\d{0,3}\s*[.:：)]\s*(?:\*\*|__)?\s*(?P<lead>.*)$"
)


def _text(page: Page) -> list[Line]:
    return [line for line in page.outline.lines if line.kind == "text" and not line.details]


def _prefixed(page: Page) -> list[tuple[Line, re.Match[str]]]:
    return [(line, m) for line in _text(page) if (m := _PREFIX.match(line.text))]


def _bold(page: Page) -> list[tuple[Line, re.Match[str]]]:
    """Return the bold lines that ask."""
    found = [(line, m) for line in _text(page) if (m := _BOLD.match(line.text))]
    return [(line, m) for line, m in found if "**" not in m["title"] and is_question(plain(m["title"]))]


def _found(page: Page) -> list[tuple[Line, re.Match[str]]]:
    prefixed = _prefixed(page)
    return prefixed if len(prefixed) >= 2 else _bold(page)


def score(page: Page) -> float:
    """Prefixes are plain; bold lines count when nothing else asks."""
    found = _found(page)
    if len(found) < 2 or _late(page, found[0][0]):
        return 0.0
    prefixed, bold = len(_prefixed(page)), len(_bold(page))
    headings = sum(is_question(plain(h.content)) for h in page.outline.headings() if h.level > 1)
    if prefixed >= 2 and prefixed > headings:
        return 0.92
    return 0.91 if bold >= 2 and bold > headings else 0.0


def _late(page: Page, first: Line) -> bool:
    """Tell whether much prose stands before the first question: then it is an article that asks
    now and then, and no list of questions."""
    before = page.outline.lines[: first.number - 1]
    return sum(line.kind == "text" and not _LISTED.match(line.text) for line in before) > _LONGEST_INTRO


def read(page: Page) -> Reading:
    """Mark the asking lines; headings end an answer."""
    marks = []
    for line, match in _found(page):
        number = match["number"] or match.groupdict().get("inner")
        body, lead = line.number + 1, ""
        following = next((n for n in page.outline.lines[line.number :] if n.kind != "blank"), None)
        answer = _ANSWER.match(following.text) if following and following.kind == "text" else None
        if following and answer:
            body, lead = following.number + 1, answer["lead"]
        marks.append(Mark(line.number, plain(match["title"]), line.number, body, number, lead=lead))
    taken = {mark.line for mark in marks}
    breaks = [
        Break(h.number, "title" if h.level == 1 else "heading")
        for h in page.outline.headings()
        if h.number not in taken
    ]
    return Reading(tuple(marks), tuple(breaks))


DIALECT = Dialect("prefix", "G", score, read)
