"""Files that change their convention half-way: sections are read in a dialect of their own.

The document's dialect stays the one that fits the whole best. A section is read anew where that
dialect finds no question in it (what lies between two headings, or before the first question),
or where the last answer before such a heading swallows a list of questions with answers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kb.blocks import Line, Outline
from kb.diagnostics import Code, Diagnostic
from kb.dialects.base import Dialect, Page, Reading
from kb.structure.entries import Break, Mark, assemble
from kb.wording.asking import is_question
from kb.wording.lexicon import normalized

# A section is read in another dialect only on clear evidence, and with so many questions.
_CERTAIN = 0.9
_FEWEST = 2
_FEWEST_SWALLOWED = 3
_ASKING = 0.6
# Dialects that fit almost anything prove nothing of a section.
_VAGUE = frozenset({"heading", "single-file"})
_NO_SECTION = frozenset({"toc", "template", "markup", "references"})
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class _Region:
    """Lines (both ends inclusive) that the main dialect left, or that one answer took."""

    start: int
    end: int
    swallowed: Mark | None = None


def read_sections(page: Page, main: Dialect, reading: Reading, dialects: Sequence[Dialect]) -> Reading:
    """Add to a reading what other dialects find where the main one found nothing."""
    if page.meta.question or page.meta.verbatim or not reading.marks:
        return reading
    marks, breaks, found = list(reading.marks), list(reading.breaks), list(reading.diagnostics)
    others = [d for d in dialects if d.name not in _VAGUE and d.name != main.name]
    asked = frozenset(normalized(mark.title) for mark in reading.marks)
    for region in _regions(page, reading):
        best = _best(page, region, others, asked)
        if best is None:
            continue
        dialect, inner = best
        if (
            region.swallowed
            and not is_question(region.swallowed.title)
            and inner.marks[0].line <= region.start + 2
        ):
            marks.remove(region.swallowed)
            breaks.append(Break(region.swallowed.line, "heading"))
        if region.swallowed and region.swallowed.tail:
            breaks.append(Break(region.end + 1, "markup"))
        marks.extend(inner.marks)
        taken = {b.line for b in breaks} | {m.line for m in marks}
        breaks.extend(b for b in inner.breaks if b.line not in taken)
        found.extend(inner.diagnostics)
        message = f"from here on questions are marked in another way (as in the dialect {dialect.name})"
        at = inner.marks[0].line
        found.append(
            Diagnostic(Code.MIXED_DIALECTS, page.source.shown, at, message, "use one way in one file")
        )
    return Reading(tuple(marks), tuple(breaks), tuple(found))


def _regions(page: Page, reading: Reading) -> Iterator[_Region]:
    """Yield what lies between a break and the next mark, and the last answer before a break."""
    marks = {mark.line: mark for mark in reading.marks}
    breaks = {b.line: b.kind for b in reading.breaks}
    starts = sorted({*marks, *breaks})
    ends = [*(start - 1 for start in starts[1:]), len(page.outline.lines)]
    if starts and starts[0] > _SHORTEST:
        yield _Region(1, starts[0] - 1)
    run = 0
    for index, (start, end) in enumerate(zip(starts, ends, strict=True)):
        following = starts[index + 1] if index + 1 < len(starts) else None
        if start not in marks:
            run = run or start
            if breaks[start] in _NO_SECTION:
                run = 0
            elif following is None or following in marks or breaks.get(following) in _NO_SECTION:
                yield _Region(run + 1, end)
                run = 0
        else:
            run = 0
            mark = marks[start]
            last = end if mark.last is None else min(end, mark.last - mark.tail)
            below = page.outline.next_line(last + mark.tail)
            runs_on = below is not None and below.number <= end
            if (following is None or following not in marks) and not runs_on:
                yield _Region(mark.body, last, mark)


def _best(
    page: Page, region: _Region, dialects: Sequence[Dialect], asked: frozenset[str]
) -> tuple[Dialect, Reading] | None:
    """Read a region in the dialect that fits it best, None where none does clearly."""
    if region.end - region.start < _SHORTEST:
        return None
    section = _section(page, region)
    scored = [(dialect.score(section).value, -order, dialect) for order, dialect in enumerate(dialects)]
    value, _, dialect = max(scored, default=(0.0, 0, None), key=lambda s: s[:2])
    if dialect is None or value < _CERTAIN:
        return None
    reading = dialect.read(section)
    if _is_contents(section, reading, asked):
        return None
    asking = sum(is_question(mark.title) for mark in reading.marks)
    fewest = _FEWEST_SWALLOWED if region.swallowed else _FEWEST
    if len(reading.marks) < fewest or asking < _ASKING * len(reading.marks):
        return None
    if region.swallowed and not _answered(section, reading):
        return None
    return dialect, _shifted(reading, region.start - 1)


def _is_contents(section: Page, reading: Reading, asked: frozenset[str]) -> bool:
    """Tell whether a list of questions is a table of contents: it repeats titles, or links to them."""
    lines = [section.outline.lines[mark.title_line - 1].text for mark in reading.marks]
    again = sum(normalized(mark.title) in asked for mark in reading.marks)
    return 2 * max(again, sum("](" in line for line in lines)) > len(lines)


def _answered(section: Page, reading: Reading) -> bool:
    """Tell whether most of the questions have answers of their own: a list of questions alone is an
    answer's own list."""
    entries = assemble(section.outline, section.source.path, reading.marks, reading.breaks).entries
    return 2 * sum(entry.answered for entry in entries) >= len(entries)


def _section(page: Page, region: _Region) -> Page:
    """Cut a region out of a document; its lines are counted from 1."""
    within = page.outline.text(region.start, region.end)
    folded = min((line.details for line in within if line.kind != "blank"), default=0)
    before = region.start - 1
    lines = tuple(
        Line(one.number - before, one.text, one.kind, one.level, one.content, max(0, one.details - folded))
        for one in within
    )
    closing = {
        start - region.start + 1: end - region.start + 1
        for start, end in page.outline.closing.items()
        if region.start <= start and end <= region.end
    }
    raw = page.outline.raw[region.start - 1 : region.end]
    return replace(page, outline=Outline(lines, raw, closing=closing), is_section=True)


def _shifted(reading: Reading, by: int) -> Reading:
    """Return a section's reading with the lines of the document."""
    return Reading(
        tuple(
            replace(
                mark, line=mark.line + by, title_line=mark.title_line + by, body=mark.body + by,
                last=None if mark.last is None else mark.last + by,
            )
            for mark in reading.marks
        ),
        tuple(Break(b.line + by, b.kind) for b in reading.breaks),
        tuple(replace(d, line=d.line + by) for d in reading.diagnostics),
    )  # fmt: skip
