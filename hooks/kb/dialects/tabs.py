"""Dialect H: Material's markup, `!!! question` with `=== "Question"` and `=== "Answer"` tabs."""

from __future__ import annotations

import re

from kb.blocks import Line
from kb.dialects.base import Dialect, Page, Reading, Score
from kb.structure.entries import Break, Mark
from kb.wording.titles import title_of

_TAB = re.compile(r"(?P<indent>\s*)===[!+]*\s+[\"'](?P<name>[^\"']*)[\"']\s*$")
_BLOCK = re.compile(r"\s*(?:!!!|\?\?\?\+?)\s+\w+")
_TITLED = re.compile(
    r"(?:!!!|\?\?\?\+?)\s+(?:question|faq|help|질문)\s+[\"'](?P<title>.*\S.*)[\"']\s*$", re.IGNORECASE
)
_QUESTION = re.compile(r"\W*(?:questions?|질문|문제|q\d*)\W*", re.IGNORECASE)
# Lines that one block may have: what no block of a page comes near.
_LONGEST = 5_000
_HEADING = re.compile(r"\s*#{1,6}\s+(?P<title>.*?)\s*#*\s*$")


def _question_tabs(page: Page) -> list[tuple[Line, re.Match[str]]]:
    lines = (line for line in page.outline.lines if line.kind == "text" and "===" in line.text)
    found = [(line, match) for line in lines if (match := _TAB.match(line.text))]
    return [(line, match) for line, match in found if _QUESTION.fullmatch(match["name"])]


def score(page: Page) -> Score:
    """The markup is unmistakable."""
    tabs, blocks = len(_question_tabs(page)), len(_question_blocks(page))
    reason = f"{tabs} tabs are called Question, {blocks} question blocks carry a title"
    return Score(0.98 if tabs else 0.95 if blocks > 1 else 0.0, reason)


def read(page: Page) -> Reading:
    """Mark each question tab's text, whose answer is the tab that follows it, or each titled block."""
    marks: list[Mark] = []
    breaks: dict[int, str] = {}
    for line, match in _question_tabs(page):
        breaks[line.number] = "markup"
        answer = _next_tab(page, line.number, len(match["indent"]))
        last = answer - 1 if answer else _block_end(page, line)
        asked = [n for n in page.outline.text(line.number + 1, last) if n.kind != "blank"]
        if asked:
            words = " ".join(title_of(_strip_heading(n.text)) for n in asked)
            marks.append(Mark(asked[0].number, words, asked[0].number, (answer or last) + 1))
    if not marks:
        marks = [
            Mark(
                line.number,
                title_of(match["title"]),
                line.number,
                line.number + 1,
                last=_block_end(page, line),
            )
            for line, match in _question_blocks(page)
        ]
    for line in page.outline.lines:
        if line.kind == "text" and _BLOCK.match(line.text) and line.indent == 0:
            breaks[line.number] = "markup"
        elif line.kind == "heading":
            breaks[line.number] = "title" if line.level == 1 else "heading"
    taken = {mark.line for mark in marks}
    return Reading(tuple(marks), tuple(Break(n, kind) for n, kind in breaks.items() if n not in taken))


def _question_blocks(page: Page) -> list[tuple[Line, re.Match[str]]]:
    """Return the blocks whose title is the question: `??? question "What is …?"`."""
    lines = (line for line in page.outline.lines if line.kind == "text" and line.text[:3] in ("!!!", "???"))
    found = [(line, match) for line in lines if (match := _TITLED.match(line.text))]
    return [(line, match) for line, match in found if not _QUESTION.fullmatch(match["title"])]


def _block_end(page: Page, line: Line) -> int:
    """Return the last line that is indented deeper than `line`."""
    end = line.number
    for below in page.outline.lines[line.number : line.number + _LONGEST]:
        if below.kind == "blank":
            continue
        if below.indent <= line.indent:
            break
        end = below.number
    return end


def _strip_heading(text: str) -> str:
    match = _HEADING.match(text)
    return match["title"] if match else text


def _next_tab(page: Page, after: int, indent: int) -> int | None:
    """Return the line of the next tab of the same set, None where there is none."""
    for line in page.outline.lines[after : after + _LONGEST]:
        if line.kind == "text" and (match := _TAB.match(line.text)) and len(match["indent"]) == indent:
            return None if _QUESTION.fullmatch(match["name"]) else line.number
        if line.kind != "blank" and line.indent < indent:
            return None
    return None


DIALECT = Dialect("tabs", "H", score, read)
