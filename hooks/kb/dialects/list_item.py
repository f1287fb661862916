"""Dialect A: a list item is the question; its answer is what stands below it, however indented.

Nested items that ask are follow-ups when most of their siblings ask as well; otherwise they
are part of the answer.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from kb.dialects.base import Dialect, Page, Reading, Score
from kb.structure.entries import Break, Mark
from kb.structure.items import Item, items
from kb.structure.references import title_references
from kb.structure.toc import toc_links
from kb.wording.asking import asks_outright, is_question
from kb.wording.inlines import plain
from kb.wording.titles import answer_of, asked, unprefixed

_LINK_ONLY = re.compile(r"!?\[[^\]]*\]\([^)]*\)\W*$")
# What begins a line that is more than the rest of a sentence.
_NO_PROSE = re.compile(r"\s*(?:[-*+>|<!`#]|\d{1,3}[.)])")
# Columns by which the rest of a question may be indented.
_CLOSE = 3
_FEWEST = 3
# `- **What is …?** Because …`: the answer follows the question in its line.
_LEADING = re.compile(r"(\*\*|__)(?P<title>[^*_].*?)\1\s*[:：]?\s*[-–—]?\s*(?P<lead>\S.*)$")
_MOSTLY = 0.5
_NEARLY_ALL = 0.75


def _groups(page: Page) -> dict[int, list[Item]]:
    """Group the items by the top-level item they belong to; that item comes first."""
    contents = {n for link in toc_links(page.outline.lines) for n in range(link.line, link.end + 1)}
    groups: dict[int, list[Item]] = defaultdict(list)
    top = 0
    for item in items(page.outline):
        if item.line.number in contents:
            continue
        if item.column < 2 and not item.quoted:
            top = item.line.number
        if top:
            groups[top].append(_whole(page, item))
    return groups


def _asking(tops: Sequence[Item]) -> list[Item]:
    return [t for t in tops if is_question(unprefixed(t.text)) and not _LINK_ONLY.match(t.text)]


def score(page: Page) -> Score:
    """Tell how many of the top-level items ask; headings that ask speak against it."""
    tops = [group[0] for group in _groups(page).values()]
    asking = _asking(tops)
    headings = sum(is_question(plain(h.content)) for h in page.outline.headings() if h.level > 1)
    share = len(asking) / max(len(tops), 1)
    reason = f"{len(asking)} of {len(tops)} top-level list items ask something"
    answers = sum(answer_of(top.text) is not None for top in tops)
    few = len(asking) < _FEWEST and not (len(asking) == len(tops) == 2 and _ask_on(page))
    if few or share < _MOSTLY or headings > len(asking):
        return Score(0.0, reason)
    if answers > 1:
        return Score(0.55, f"{reason}, {answers} say that they answer")
    # A table of contents may name the sections that the lists stand in.
    sections = len(page.outline.headings())
    return Score(0.94 if len(asking) > 2 * sections else 0.55 + 0.35 * share, reason)


def _ask_on(page: Page) -> bool:
    """Tell whether each item has others below it that ask as well."""
    return all(_follow_ups(group[1:]) for group in _groups(page).values())


def read(page: Page) -> Reading:
    """Mark the items that ask, and everything of their level where nearly all of them do."""
    marks: list[Mark] = []
    for section in _sections(page):
        for group in _questions(section):
            marks.append(_mark(group[0], 0))
            marks.extend(_mark(item, 1) for item in _follow_ups(group[1:]))
    breaks = [Break(h.number, "title" if h.level == 1 else "heading") for h in page.outline.headings()]
    breaks += [Break(link.line, "toc") for link in toc_links(page.outline.lines)]
    return Reading(tuple(marks), tuple(breaks))


def _sections(page: Page) -> list[list[list[Item]]]:
    """Return the groups of items under each heading."""
    headings = [h.number for h in page.outline.headings()]
    sections: dict[int, list[list[Item]]] = defaultdict(list)
    for number, group in _groups(page).items():
        sections[bisect(headings, number)].append(group)
    return list(sections.values())


def _questions(section: list[list[Item]]) -> list[list[Item]]:
    """Return the groups of a section that are questions: those that ask, or all where nearly all do."""
    section = [group for group in section if answer_of(group[0].text) is None]
    tops = [group[0] for group in section]
    asking = {item.line.number for item in _asking(tops)}
    if len(asking) < _MOSTLY * len(tops):
        return []
    # A statement among questions is one too, unless the others have answers that it may be part of.
    bare = all(len(group) == 1 for group in section)
    nearly_all = bare or len(asking) >= _NEARLY_ALL * len(tops)
    return [
        group
        for group in section
        if group[0].line.number in asking or (nearly_all and not _LINK_ONLY.match(group[0].text))
    ]


def _mark(item: Item, depth: int) -> Mark:
    line = item.line.number
    split = asked(item.text)
    number = item.number or (split[0] if split else None)
    references = title_references(item.text)
    leading = _LEADING.match(item.text)
    if leading and asks_outright(plain(leading["title"])):
        title, lead = unprefixed(leading["title"]), leading["lead"]
    else:
        title, lead = unprefixed(item.text), ""
    return Mark(line, title, line, line + item.height, number, depth, lead=lead, references=references)


def _whole(page: Page, item: Item) -> Item:
    """Return an item with the next line where only both together ask something."""
    more = page.outline.next_line(item.line.number)
    if more is None or more.number != item.line.number + 1 or more.kind != "text" or more.indent > _CLOSE:
        return item
    if (
        _NO_PROSE.match(more.text)
        or item.text.rstrip().endswith((".", ":", ">"))
        or is_question(unprefixed(item.text))
    ):
        return item
    both = f"{item.text.rstrip()} {more.text.strip()}"
    return replace(item, text=both, height=2) if is_question(unprefixed(both)) else item


def _follow_ups(nested: Sequence[Item]) -> list[Item]:
    """Return the shallowest nested items where most of them ask."""
    if not nested:
        return []
    column = min(item.column for item in nested)
    siblings = [item for item in nested if item.column == column]
    asking = [item for item in siblings if asks_outright(unprefixed(item.text))]
    return siblings if len(asking) > _MOSTLY * len(siblings) else []


DIALECT = Dialect("list-item", "A", score, read)
