"""Dialect G: a bold line or a prefix asks: `**What is …?**`, `Q. …` / `A. …`, `1. **…**`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb.blocks import Line
from kb.dialects.base import Dialect, Page, Reading, Score
from kb.structure.entries import Break, Mark
from kb.structure.references import title_references
from kb.structure.toc import toc_links
from kb.wording.asking import asks_outright, is_question
from kb.wording.inlines import plain
from kb.wording.titles import answer_of, arabic, asked, title_of

_LEAD = re.compile(r"\s{0,3}(?:>\s?){0,3}(?:[-*+]\s+|\d{1,3}[.)]\s+)?")
_FOLLOW_UP = re.compile(
    r"[*_\[(]{0,4}(?:꼬리\s*질문|추가\s*질문|꼬리|follow[\s-]?up(?:\s*question)?)\s*\d{0,2}\s*[*_\])]{0,4}\s*[.:：)][*_]{0,2}\s*(?P<title>\S.*)$",
    re.IGNORECASE,
)
_BOLD = re.compile(
    r"\s{0,3}(?:(?P<number>\d{1,3}(?:-\d{1,3})*)[.)]\s+|[-*+]\s+)?(?:<u>)?(?:\*\*|__|<(?:b|strong)>)(?:<u>)?"
    r"(?:(?P<inner>\d{1,3})[.)]\s*)?(?P<title>[^*_].*?)(?:</u>)?(?:\*\*|__|</(?:b|strong)>)(?:</u>)?\s*[:：]?(?:\s*[-–—]\s)?\s*"
    r"(?:<br\s*/?>\s*)*(?P<lead>\S.*)?$",
    re.IGNORECASE,
)
# A number in brackets or a circle before a question in a line of its own; a quote of that one line.
_ALONE = re.compile(
    r"\s{0,3}(?:>\s?)?(?:<dt>)?(?:[(\[](?P<number>\d{1,3})[)\]]\s*|(?P<circled>[①-⑳])\s*)?(?P<title>[^\s>|#<].*?)(?:</dt>)?\s*$"
)
# What stands between paragraphs must end as a question does, or ask to explain: "What it costs." states.
_PLAINLY = re.compile(r"[?？]\W*$|[가-힣][.!]?$|^(?:explain|describe|define|compare)\b", re.IGNORECASE)
_CALLOUT = re.compile(r"\s{0,3}>\s?\[!(?:question|faq|help)\][-+]?\s*(?P<title>.*)$", re.IGNORECASE)
_LONGEST_INTRO = 12
_FEWEST_LOOSE = 3
# How much lines with `Q.`, bold ones, and bare ones prove.
_PREFIXED, _BOLD_LINES, _BARE_LINES = 0.92, 0.91, 0.8
# So many paragraphs and more to a question make an article.
_PARAGRAPHS = 5
_LONGEST_TITLE = 200
_LISTED = re.compile(r"\s*(?:[-*+>|]|\d+[.)])\s")


@dataclass(frozen=True, slots=True)
class _Asking:
    """A line that asks."""

    line: Line
    number: str | None
    title: str
    markdown: str
    depth: int = 0
    lead: str = ""


def _text(page: Page) -> list[Line]:
    return [line for line in page.outline.lines if line.kind == "text" and not line.details]


def _prefixed(lines: list[Line]) -> list[_Asking]:
    found = []
    for line in lines:
        rest = _after_marks(line.text)
        if split := asked(rest):
            depth = (split[0] or "").count("-")
            found.append(_Asking(line, split[0], split[1], rest, depth))
        elif found and (follow := _FOLLOW_UP.match(rest)):
            found.append(_Asking(line, None, title_of(follow["title"].rstrip("*_ ")), rest, 1))
    return found


def _bold_leads(lines: list[Line]) -> list[_Asking]:
    """Return the lines whose bold beginning asks; `lead` is what follows it."""
    found = []
    for line in lines:
        marked = "**" in line.text or "__" in line.text or "<b>" in line.text or "<strong>" in line.text
        match = _BOLD.match(line.text) if marked else None
        if not match or "**" in match["title"]:
            continue
        asks = asks_outright if match["lead"] else is_question
        if asks(plain(match["title"])):
            number = match["number"] or match["inner"]
            title = title_of(match["title"])
            found.append(_Asking(line, number, title, match["title"], lead=match["lead"] or ""))
    return found


def _alone(page: Page, lines: list[Line]) -> list[_Asking]:
    """Return the questions that begin a paragraph and end with their line, and one-line quotes that ask."""
    found = []
    for line in lines:
        if len(line.text) > _LONGEST_TITLE or not _begins(page, line):
            continue
        match = None if _LISTED.match(line.text[:3].replace(">", "")) else _ALONE.match(line.text)
        if match is None:
            continue
        if _PLAINLY.search(plain(match["title"])) and asks_outright(plain(match["title"])):
            number = match["number"] or (match["circled"] and arabic(match["circled"]).rstrip(". "))
            found.append(_Asking(line, number, title_of(match["title"]), match["title"]))
    return found


def _begins(page: Page, line: Line) -> bool:
    """Tell whether a line begins a paragraph; one of a quote must be all of it."""
    above = page.outline.lines[line.number - 2] if line.number > 1 else None
    below = page.outline.lines[line.number] if line.number < len(page.outline.lines) else None
    if line.text.lstrip().startswith(">"):
        return not any(n and n.text.lstrip().startswith(">") for n in (above, below))
    return above is None or above.kind != "text" or above.text.lstrip().startswith("<")


def _callouts(page: Page, lines: list[Line]) -> list[_Asking]:
    """Return the callouts `> [!question] What is …?`, whose question may stand in the next line."""
    found = []
    for line in lines:
        match = _CALLOUT.match(line.text) if "[!" in line.text else None
        if match is None:
            continue
        below = page.outline.lines[line.number] if line.number < len(page.outline.lines) else None
        words = match["title"] or (_after_marks(below.text) if below and below.kind == "text" else "")
        if words:
            found.append(_Asking(line, None, title_of(words), words))
    return found


def _found(page: Page) -> tuple[list[_Asking], float]:
    """Return the lines that ask in the plainest way there is, and how plain that is."""
    lines = _text(page)
    prefixed, leads, callouts = _prefixed(lines), _bold_leads(lines), _callouts(page, lines)
    bold = [one for one in leads if not one.lead]
    if len(prefixed) >= 2:
        return prefixed, _PREFIXED
    if len(bold) >= 2:
        return bold, _BOLD_LINES
    if len(callouts) >= 2:
        return callouts, _BOLD_LINES
    alone = _alone(page, lines)
    looser = leads if len(leads) >= len(alone) else alone
    return (looser, _BARE_LINES) if len(looser) >= _FEWEST_LOOSE else ([], 0.0)


def score(page: Page) -> Score:
    """Prefixes are plain; bold lines count when nothing else asks, bare ones where there are no headings."""
    found, value = _found(page)
    heads = [h for h in page.outline.headings() if h.level > 1]
    headings = sum(is_question(plain(h.content)) for h in heads)
    how = "begin with `Q.`" if value > _BOLD_LINES else "in bold" if value == _BOLD_LINES else "of their own"
    reason = f"{len(found)} lines {how} ask something, {headings} headings do"
    loose = value < _BOLD_LINES and (heads or _is_prose(page, found))
    if not found or len(found) <= headings or loose or _late(page, found[0].line):
        return Score(0.0, reason)
    return Score(value, reason)


def _is_prose(page: Page, found: list[_Asking]) -> bool:
    """Tell whether most paragraphs are no questions nor answers to one: an article that asks now and then."""
    starts = [line for line in _text(page) if _begins(page, line)]
    return len(found) * _PARAGRAPHS < len(starts)


def _late(page: Page, first: Line) -> bool:
    """Tell whether much prose stands before the first question: then it is an article that asks
    now and then, and no list of questions."""
    before = page.outline.lines[: first.number - 1]
    return sum(line.kind == "text" and not _LISTED.match(line.text) for line in before) > _LONGEST_INTRO


def _answer(line: Line) -> str | None:
    """Return the first words of an answer that says so (`A. …`), None for any other line."""
    return answer_of(_after_marks(line.text)) if line.kind == "text" else None


def _after_marks(text: str) -> str:
    lead = _LEAD.match(text)
    return text[lead.end() :] if lead else text


def read(page: Page) -> Reading:
    """Mark the asking lines; headings end an answer."""
    marks = []
    for one in _found(page)[0]:
        line = one.line
        body, lead = line.number + 1, one.lead
        if _CALLOUT.match(line.text) and not _CALLOUT.sub(r"\g<title>", line.text).strip():
            body += 1
        following = page.outline.next_line(line.number)
        answer = _answer(following) if following else None
        if following and answer is not None:
            body, lead = following.number + 1, answer
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
    breaks.update({n.line: "toc" for n in toc_links(page.outline.lines[: first - 1])})
    return Reading(
        tuple(marks), tuple(Break(line, kind) for line, kind in breaks.items() if line not in taken)
    )


DIALECT = Dialect("prefix", "G", score, read)
