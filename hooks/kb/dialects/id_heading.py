"""Dialect B: an id heading (`### #5`, `## #12-1`); the title is the next heading, a `Q :` line,
or only in the table of contents."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from kb.blocks import Line
from kb.diagnostics import Code, Diagnostic
from kb.dialects.base import Dialect, Page, Reading
from kb.entries import Break, Mark
from kb.references import is_reference_heading, plain
from kb.toc import TocLink, toc_links

_ID = re.compile(r"#\s?(?P<number>\d{1,4}(?:[-.]\d{1,3})*)\.?(?:[\s:：.)]+(?P<title>\S.*))?$")
_ASKED = re.compile(r"\s*(?:\*\*)?(?:Q|질문|문제)\s*\d*\s*[.:：)](?:\*\*)?\s*(?P<title>\S.*)$", re.IGNORECASE)
# Words of a body that must also be in a table's title before the table is believed outright.
# A slot of a template that nobody filled in: `질문2 내용`, `질문 3`, `Question title`.
_TEMPLATE = re.compile(r"(?:질문|question)\s*\d*\s*(?:(?:내용|제목|title|text|here)\b.*)?$", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z]{3,}|[가-힣]{2,}")


def _ids(page: Page) -> list[tuple[Line, re.Match[str]]]:
    headings = page.outline.headings()
    return [(line, match) for line in headings if (match := _ID.match(line.content))]


def score(page: Page) -> float:
    """Id headings are unmistakable; one alone may be a stray `# #hashtag`."""
    found = len(_ids(page))
    return 0.0 if not found else 0.6 if found == 1 else 1.0


def read(page: Page) -> Reading:
    """Mark every id heading, name it, and add the questions that only the table of contents has."""
    ids = _ids(page)
    first = ids[0][0].number
    links = toc_links([line for line in page.outline.lines if line.number < first])
    by_target: Mapping[str, TocLink] = {link.target: link for link in reversed(links)}
    lines_of = [line.number for line, _ in ids] + [len(page.outline.lines) + 1]
    marks = [
        _mark(page, line, match, lines_of[index + 1] - 1, by_target)
        for index, (line, match) in enumerate(ids)
    ]
    numbers = {match["number"].replace(".", "-") for _, match in ids}
    marks = [mark for mark in marks if not _TEMPLATE.match(mark.title)]
    marks += [
        _toc_only(link)
        for link in by_target.values()
        if _is_number(link.target) and link.target not in numbers
    ]
    return Reading(tuple(marks), _breaks(page, ids, links, marks), tuple(_diagnose(page, marks)))


def _mark(page: Page, line: Line, match: re.Match[str], last: int, table: Mapping[str, TocLink]) -> Mark:
    number = match["number"].replace(".", "-")
    link = table.get(number)
    hints = (link.text, *link.lines) if link else ()
    title, title_line, body = plain(match["title"] or ""), line.number, line.number + 1
    if not title:
        following = next((n for n in page.outline.text(line.number + 1, last) if n.kind != "blank"), None)
        own = _own_title(following)
        if own and following:
            title, title_line, body = own, following.number, following.number + 1
    if not title and link:
        title = link.text
    hints = tuple(dict.fromkeys(h for h in hints if h and h != title))
    return Mark(line.number, title, title_line, body, number, number.count("-"), None, hints)


def _own_title(line: Line | None) -> str:
    if line is None:
        return ""
    if line.kind == "heading" and not is_reference_heading(line):
        return plain(line.content)
    asked = _ASKED.match(line.text) if line.kind == "text" else None
    return plain(asked["title"]) if asked else ""


def _is_number(target: str) -> bool:
    return bool(re.fullmatch(r"\d{1,4}(?:-\d{1,3})*", target))


def _toc_only(link: TocLink) -> Mark:
    return Mark(link.line, link.text, link.line, link.end + 1, link.target, link.target.count("-"))


def _breaks(
    page: Page, ids: Sequence[tuple[Line, re.Match[str]]], links: Sequence[TocLink], marks: Sequence[Mark]
) -> tuple[Break, ...]:
    """End an entry at a heading above the level of ids, and name what stands before the first id."""
    level = min(line.level for line, _ in ids)
    taken = {mark.line for mark in marks}
    found = {line.number: "heading" for line in page.outline.headings() if line.level < level}
    found.update({line.number: "template" for line, _ in ids})
    if links:
        before = [h for h in page.outline.headings() if h.number < links[0].line]
        start = before[-1].number if before and before[-1].level > 1 else links[0].line
        found[start] = "toc"
        found.update({link.line: "toc" for link in links})
    first = page.outline.headings()[0]
    if first.level == 1 and first.number < ids[0][0].number and found.get(first.number) != "toc":
        found[first.number] = "title"
    return tuple(Break(line, kind) for line, kind in found.items() if line not in taken)


def _diagnose(page: Page, marks: Sequence[Mark]) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    by_number: dict[str | None, list[Mark]] = defaultdict(list)
    for mark in marks:
        by_number[mark.number].append(mark)
        if not mark.title:
            found.append(
                Diagnostic(
                    Code.NO_TITLE, page.source.shown, mark.line, f"#{mark.number} has no question",
                    "write it as a heading below, or link to it in the table of contents",
                )
            )  # fmt: skip
        elif mark.title_line > mark.line and mark.hints and _differ(mark.title, mark.hints[0]):
            found.append(
                Diagnostic(
                    Code.TITLE_CONFLICT, page.source.shown, mark.title_line,
                    f'#{mark.number} is "{mark.title}" here but "{mark.hints[0]}" in the table of contents',
                    "the heading counts; correct the table",
                )
            )  # fmt: skip
    for number, same in by_number.items():
        if len(same) > 1:
            places = ", ".join(str(m.line) for m in same)
            found.append(
                Diagnostic(
                    Code.DUPLICATE_NUMBER, page.source.shown, same[1].line,
                    f"#{number} stands {len(same)} times (lines {places})",
                    "all answers are kept; give each question its own number",
                )
            )  # fmt: skip
    return found


def _differ(a: str, b: str) -> bool:
    """Tell whether two titles share less than half of their words."""
    left, right = set(_WORD.findall(a.casefold())), set(_WORD.findall(b.casefold()))
    return bool(left and right) and len(left & right) < 0.5 * min(len(left), len(right))


DIALECT = Dialect("id-heading", "B", score, read)
