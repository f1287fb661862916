"""Dialect G in a table: a row is a question and its answer, or a table of one column is both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb.blocks import Line
from kb.dialects.base import Dialect, Page, Reading, Score
from kb.structure.entries import Break, Mark
from kb.structure.references import title_references
from kb.wording.asking import is_question
from kb.wording.inlines import plain
from kb.wording.titles import answer_of, asked, unprefixed

_RULE = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?$|\s*\|\s*:?-+:?\s*\|?\s*$")
_CELL = re.compile(r"(?:\\\||`[^`]*`|[^|])+")
_NUMBER = re.compile(r"\W*(?P<number>\d{1,3}(?:-\d{1,3})*)\W*")
_QUESTIONS = re.compile(r"\W*(?:q|questions?|질문|문제|면접\s*질문)\W*", re.IGNORECASE)
_ANSWERS = re.compile(r"\W*(?:a|ans|answers?|답|답변|정답|내용|설명|해설)\W*", re.IGNORECASE)
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Row:
    """A row that asks: its lines, its number and its cells."""

    line: Line
    last: int
    number: str | None
    question: str
    answer: str


def _cells(line: Line) -> list[str]:
    text = line.text.strip().removeprefix("|").removesuffix("|")
    return [cell.strip() for cell in _CELL.findall(text)] if "||" not in text else text.split("|")


def _tables(page: Page) -> Iterator[list[Line]]:
    """Yield the lines of each table, the head first; the rule below it is left out."""
    lines = page.outline.lines
    index = 1
    while index < len(lines):
        head, rule = lines[index - 1], lines[index]
        if rule.kind != "text" or head.kind != "text" or "|" not in head.text or not _RULE.match(rule.text):
            index += 1
            continue
        end = index + 1
        while end < len(lines) and lines[end].kind == "text" and "|" in lines[end].text:
            end += 1
        yield [head, *lines[index + 1 : end]]
        index = end + 1


def _rows(page: Page) -> list[_Row]:
    return [row for table in _tables(page) for row in (_paired(table) or _in_columns(table))]


def _paired(table: list[Line]) -> list[_Row]:
    """Read tables of one column: `| Q. … |`, the rule, `| A. … |`."""
    if len(table) < 2 or any(len(_cells(line)) != 1 for line in table):
        return []
    (words,), (reply,) = _cells(table[0]), _cells(table[1])
    split = asked(words)
    if not split and not is_question(plain(words)):
        return []
    said = answer_of(reply)
    below = "<br>".join([reply if said is None else said, *(_cells(line)[0] for line in table[2:])])
    return [_Row(table[0], table[-1].number, split[0] if split else None, words, below)]


def _in_columns(table: list[Line]) -> list[_Row]:
    """Read a table whose head names a column of questions and one of answers."""
    head = _cells(table[0])
    asks = next((i for i, cell in enumerate(head) if _QUESTIONS.fullmatch(plain(cell))), None)
    says = next((i for i, cell in enumerate(head) if _ANSWERS.fullmatch(plain(cell))), None)
    if asks is None or says is None:
        return []
    found = []
    for line in table[1:]:
        cells = _cells(line)
        if len(cells) <= max(asks, says) or not plain(cells[asks]):
            continue
        number = _NUMBER.fullmatch(cells[0]) if asks else None
        # What further columns say belongs to the answer.
        taken = {asks, says, 0} if number else {asks, says}
        further = [cell for i, cell in enumerate(cells) if i not in taken and cell]
        answer = "<br>".join(filter(None, [cells[says], *further])).replace("\\|", "|")
        found.append(_Row(line, line.number, number["number"] if number else None, cells[asks], answer))
    return found


def score(page: Page) -> Score:
    """A head that says Question and Answer is plain; so are tables of one question each."""
    rows = _rows(page)
    headings = sum(is_question(plain(h.content)) for h in page.outline.headings() if h.level > 1)
    reason = f"{len(rows)} rows of tables are a question and its answer, {headings} headings ask something"
    return Score(0.93 if len(rows) >= _FEWEST and len(rows) > headings else 0.0, reason)


def read(page: Page) -> Reading:
    """Mark the rows; heads, rules and headings are no part of them."""
    rows = _rows(page)
    marks = tuple(
        Mark(
            row.line.number, unprefixed(row.question), row.line.number, row.last + 1, row.number,
            lead=row.answer, last=row.last, references=title_references(row.question),
        )
        for row in rows
    )  # fmt: skip
    taken = {mark.line for mark in marks}
    breaks = {table[0].number: "markup" for table in _tables(page)}
    breaks |= {h.number: "title" if h.level == 1 else "heading" for h in page.outline.headings()}
    return Reading(marks, tuple(Break(line, kind) for line, kind in breaks.items() if line not in taken))


DIALECT = Dialect("table", "G", score, read)
