"""Dialect G: a bold line or a prefix asks: `**What is …?**`, `Q. …` / `A. …`, `1. **…**`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb.blocks import Line
from kb.dialects.base import Dialect, Page, Reading, Score
from kb.structure.entries import Break, Mark
from kb.structure.references import title_references
from kb.structure.toc import toc_links
from kb.wording.asking import is_question
from kb.wording.inlines import plain
from kb.wording.titles import asked, title_of

_LEAD = re.compile(r"\s{0,3}(?:>\s?){0,3}(?:[-*+]\s+|\d{1,3}[.)]\s+)?")
_FOLLOW_UP = re.compile(
    r"[*_\[(]{0,4}(?:꼬리\s*질문|추가\s*질문|꼬리|follow[\s-]?up(?:\s*question)?)\s*\d{0,2}\s*[*_\])]{0,4}\s*[.:：)][*_]{0,2}\s*(?P<title>\S.*)$",
    re.IGNORECASE,
)
_BOLD = re.compile(
    r"\s{0,3}(?:(?P<number>\d{1,3}(?:-\d{1,3})*)[.)]\s+|[-*+]\s+)?(?:\*\*|__)(?:(?P<inner>\d{1,3})[.)]\s*)?"
    r"(?P<title>[^*_].*?)(?:\*\*|__)\s*(?:<br\s*/?>\s*)*$"
)
_LONGEST_INTRO = 12
_LISTED = re.compile(r"\s*(?:[-*+>|]|\d+[.)])\s")
_ANSWER = re.compile(
    r"\s{0,3}(?:>\s?){0,3}(?:[-*+]\s+)?[*_\[(]{0,4}(?:A|답변?|정답|Answer|Ans)\s?(?:\d{1,3}(?:-\d{1,3})*)?\s*[*_\])]{0,4}\s*[.:：)．]"
    r"[*_]{0,2}(?:\s+|(?<=[:：)*_])|$)(?P<lead>.*)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Asking:
    """A line that asks."""

    line: Line
    number: str | None
    title: str
    markdown: str
    depth: int = 0


def _text(page: Page) -> list[Line]:
    return [line for line in page.outline.lines if line.kind == "text" and not line.details]


def _prefixed(page: Page) -> list[_Asking]:
    found = []
    for line in _text(page):
        lead = _LEAD.match(line.text)
        rest = line.text[lead.end() :] if lead else line.text
        if split := asked(rest):
            depth = (split[0] or "").count("-")
            found.append(_Asking(line, split[0], split[1], rest, depth))
        elif found and (follow := _FOLLOW_UP.match(rest)):
            found.append(_Asking(line, None, title_of(follow["title"].rstrip("*_ ")), rest, 1))
    return found


def _bold(page: Page) -> list[_Asking]:
    """Return the bold lines that ask."""
    found = []
    for line in _text(page):
        match = _BOLD.match(line.text) if "**" in line.text or "__" in line.text else None
        if match and "**" not in match["title"] and is_question(plain(match["title"])):
            number = match["number"] or match["inner"]
            found.append(_Asking(line, number, title_of(match["title"]), match["title"]))
    return found


def _found(page: Page) -> list[_Asking]:
    prefixed = _prefixed(page)
    return prefixed if len(prefixed) >= 2 else _bold(page)


def score(page: Page) -> Score:
    """Prefixes are plain; bold lines count when nothing else asks."""
    prefixed, bold = len(_prefixed(page)), len(_bold(page))
    headings = sum(is_question(plain(h.content)) for h in page.outline.headings() if h.level > 1)
    reason = f"{prefixed} lines begin with `Q.`, {bold} bold lines and {headings} headings ask something"
    found = _found(page)
    if len(found) < 2 or _late(page, found[0].line):
        return Score(0.0, reason)
    if prefixed >= 2 and prefixed > headings:
        return Score(0.92, reason)
    return Score(0.91 if bold >= 2 and bold > headings else 0.0, reason)


def _late(page: Page, first: Line) -> bool:
    """Tell whether much prose stands before the first question: then it is an article that asks
    now and then, and no list of questions."""
    before = page.outline.lines[: first.number - 1]
    return sum(line.kind == "text" and not _LISTED.match(line.text) for line in before) > _LONGEST_INTRO


def read(page: Page) -> Reading:
    """Mark the asking lines; headings end an answer."""
    marks = []
    for one in _found(page):
        line = one.line
        body, lead = line.number + 1, ""
        following = page.outline.next_line(line.number)
        answer = _ANSWER.match(following.text) if following and following.kind == "text" else None
        if following and answer:
            body, lead = following.number + 1, answer["lead"]
        references = title_references(one.markdown)
        marks.append(
            Mark(
                line.number,
                one.title,
                line.number,
                body,
                one.number,
                one.depth,
                lead=lead,
                references=references,
            )
        )
    taken = {mark.line for mark in marks}
    breaks = {h.number: "title" if h.level == 1 else "heading" for h in page.outline.headings()}
    first = marks[0].line
    breaks.update({n.line: "toc" for n in toc_links([n for n in page.outline.lines if n.number < first])})
    return Reading(
        tuple(marks), tuple(Break(line, kind) for line, kind in breaks.items() if line not in taken)
    )


DIALECT = Dialect("prefix", "G", score, read)
