"""Dialect F: the question is a `<summary>`, the answer the rest of its `<details>`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb.blocks import Line
from kb.dialects.base import Dialect, Page, Reading, Score
from kb.structure.entries import Break, Mark
from kb.wording.asking import is_question
from kb.wording.inlines import plain
from kb.wording.labels import invites
from kb.wording.titles import asked, numbered_words

_SUMMARY = re.compile(r"<summary\b[^<>]*>(?P<title>.*?)(?:</summary>(?P<lead>.*))?$", re.IGNORECASE)
_CLOSED = re.compile(r"(?P<title>.*?)</summary>(?P<lead>.*)$", re.IGNORECASE)
_END = re.compile(r"</details>", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?:Q\s*|질문\s*)?(?P<number>\d{1,3}(?:-\d{1,3})*)\s*[.)]\s*(?P<title>\S.*)$", re.IGNORECASE
)
_LONGEST_SUMMARY = 6
# Lines of a block that nothing closes.
_LONGEST_OPEN = 2_000


@dataclass(frozen=True, slots=True)
class _Block:
    """A `<details>`: the lines of its opening, summary and end, its title, and its answer's first words."""

    opened: int
    summary: int
    body: int
    end: int
    title: str
    lead: str


def _blocks(page: Page) -> Iterator[_Block]:
    """Yield the outermost `<details>` with a summary of their own words."""
    lines = page.outline.lines
    index = 0
    while index < len(lines):
        line = lines[index]
        match = _SUMMARY.search(line.text) if line.kind in ("text", "heading") and "<" in line.text else None
        if match is None or line.details > 1:
            index += 1
            continue
        block = _block(page, line, match)
        if block:
            yield block
            index = max(block.end - 1, index)
        index += 1


def _block(page: Page, line: Line, match: re.Match[str]) -> _Block | None:
    title, lead, body = match["title"], match["lead"], line.number + 1
    if lead is None:
        for more in page.outline.text(line.number + 1, line.number + _LONGEST_SUMMARY):
            closed = _CLOSED.match(more.text)
            if closed:
                title, lead, body = f"{title} {closed['title']}", closed["lead"], more.number + 1
                break
            title = f"{title} {more.text.strip()}"
        else:
            return None
    title = plain(title)
    if invites(title):
        return None
    opened = (
        line.number - 1
        if line.number > 1 and page.outline.lines[line.number - 2].text.strip().lower().startswith("<details")
        else line.number
    )
    end = _end(page, opened, line)
    return _Block(opened, line.number, body, end, title, _END.sub("", lead or ""))


def _end(page: Page, opened: int, line: Line) -> int:
    """Return the line of the `</details>` that closes the block, or of the last line before the next."""
    if _END.search(line.text):
        return line.number
    closed = page.outline.closing.get(opened)
    if closed is not None:
        return closed
    for inner in page.outline.lines[line.number : line.number + _LONGEST_OPEN]:
        if _SUMMARY.search(inner.text) or (inner.kind == "heading" and not inner.details):
            last = inner.number - 1
            return (
                last - 1
                if page.outline.lines[last - 1].text.lstrip().lower().startswith("<details")
                else last
            )
    return min(len(page.outline.lines), line.number + _LONGEST_OPEN)


def score(page: Page) -> Score:
    """Two such blocks make a list of questions, unless headings do the asking."""
    blocks = list(_blocks(page))
    found = len(blocks)
    heads = [h for h in page.outline.headings() if h.level > 1]
    headings = len(heads)
    if found > 1 and len({block.title for block in blocks}) == 1:
        return Score(0.0, f"{found} <details> have the same summary")
    asking = sum(is_question(plain(h.content)) for h in heads)
    if asking >= found > sum(is_question(block.title) for block in blocks):
        return Score(0.0, f"{asking} headings outside {found} <details> ask something")
    reason = f"{found} <details> have a summary of their own words, {headings} headings stand outside them"
    if not found or found < headings:
        return Score(0.0, reason)
    return Score(0.5 if found == 1 else 0.9, reason)


def read(page: Page) -> Reading:
    """Mark every block; its own `</details>` ends the entry."""
    marks: list[Mark] = []
    breaks: list[Break] = [Break(h.number, "heading") for h in page.outline.headings()]
    for block in _blocks(page):
        number = _NUMBER.match(numbered_words(block.title))
        split = None if number else asked(block.title)
        closing = (
            page.outline.lines[block.end - 1].text.strip().lower() == "</details>"
            and block.end > block.summary
        )
        marks.append(
            Mark(
                block.summary, number["title"] if number else split[1] if split else block.title,
                block.summary, block.body, number["number"] if number else split[0] if split else None,
                lead=block.lead, last=block.end, tail=int(closing),
            )
        )  # fmt: skip
        if block.opened < block.summary:
            breaks.append(Break(block.opened, "markup"))
    taken = {mark.line for mark in marks}
    return Reading(tuple(marks), tuple(b for b in breaks if b.line not in taken))


DIALECT = Dialect("summary", "F", score, read)
