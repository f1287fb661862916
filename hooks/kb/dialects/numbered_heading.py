"""Dialect D: a numbered heading (`## 3. …`, `#### 3) …`, `### Q3: … ###`)."""

from __future__ import annotations

import re

from kb.asking import is_question
from kb.blocks import Line
from kb.dialects.base import Dialect, Page, Reading
from kb.entries import Break, Mark
from kb.inlines import plain
from kb.toc import toc_links

_NUMBERED = re.compile(
    r"(?:\*\*)?\[?(?P<prefix>Q(?:uestion|\.)?|질문|문제)?\s*(?P<number>\d{1,3}(?:[-.]\d{1,3})*)"
    r"(?:\s*[.):：](?!\d)\s*|(?<=\d[-.]\d)\s+|(?<=\d[-.]\d\d)\s+)(?P<title>\S.*)$",
    re.IGNORECASE,
)


def _numbered(page: Page) -> list[tuple[Line, re.Match[str]]]:
    """Return the numbered headings of the level that numbers the questions.

    A numbered heading deeper down (`### 1. CBOW` inside answer 7) is part of an answer.
    """
    found = [(h, m) for h in page.outline.headings() if (m := _NUMBERED.match(h.content))]
    if not found:
        return []
    levels = [line.level for line, _ in found]
    level = min(set(levels), key=lambda at: (-_run(found, at), at))
    # `Q23` says what it is at any level.
    return [(line, match) for line, match in found if line.level == level or match["prefix"]]


def _run(found: list[tuple[Line, re.Match[str]]], level: int) -> int:
    """Return the length of the longest run of numbers that count upwards at `level`."""
    best = run = previous = 0
    for line, match in found:
        if line.level != level:
            continue
        number = int(re.split(r"[-.]", match["number"])[0])
        run = run + 1 if run and number in (previous, previous + 1) else 1
        previous = number
        best = max(best, run)
    return best


def score(page: Page) -> float:
    """Tell how many of the headings of the questions' level carry a number."""
    found = _numbered(page)
    if len(found) < 2:
        return 0.0
    level = max(line.level for line, _ in found)
    # Level 1 is where a document's own title stands.
    same = [h for h in page.outline.headings() if h.level == level and (level > 1 or h.number > 1)]
    share = min(1.0, len(found) / max(len(same), 1))
    asking = sum(is_question(plain(match["title"])) for _, match in found) / len(found)
    certain = 0.4 + 0.6 * share if len(found) >= 3 else 0.7 * share
    return certain * (0.6 + 0.4 * min(1.0, 2 * asking))


def read(page: Page) -> Reading:
    """Mark the numbered headings; a heading above their level ends an answer."""
    found = _numbered(page)
    level = max(line.level for line, _ in found)
    marks = tuple(
        Mark(
            line.number, plain(match["title"]).rstrip(" #"), line.number, line.number + 1,
            match["number"], match["number"].count("-"),
        )
        for line, match in found
    )  # fmt: skip
    first = found[0][0].number
    taken = {mark.line for mark in marks}
    breaks = {
        h.number: "heading" for h in page.outline.headings() if h.level < level and h.number not in taken
    }
    breaks.update(
        {h.number: "intro" for h in page.outline.headings() if h.level >= level and h.number < first}
    )
    for link in toc_links([line for line in page.outline.lines if line.number < first]):
        breaks[link.line] = "toc"
    head = page.outline.headings()[0]
    if head.level == 1 and head.number < first:
        breaks[head.number] = "title"
    return Reading(marks, tuple(Break(line, kind) for line, kind in breaks.items()))


DIALECT = Dialect("numbered-heading", "D", score, read)
