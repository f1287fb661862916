"""Dialect B: an id heading (`### #5`, `## #12-1`, `### Q5`); the title is the next heading, a
`Q :` line, a bold line, or only in the table of contents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kb.blocks import Line
from kb.diagnostics import Code, Diagnostic
from kb.dialects.base import Dialect, Page, Reading, Score
from kb.dialects.id_titles import Table, conflicts, place_titles, repaired, toc_only
from kb.structure.entries import Break, Mark
from kb.structure.references import is_reference_heading
from kb.structure.toc import TocLink, toc_links
from kb.wording.asking import asks_outright, is_question
from kb.wording.inlines import plain
from kb.wording.titles import asked, number, title_of, unprefixed

_NUMBER = r"(?P<number>\d{1,4}(?:[-._]\d{1,3})*)"
_ID = re.compile(
    rf"[*_\[(]{{0,3}}[#＃]\s{{0,3}}{_NUMBER}[\])*_]{{0,3}}(?:[\s:：.．)\])]{{0,4}}$|(?:[:：.．)]\s{{0,3}}|\s{{1,4}})(?P<title>\S.*)$)"
)
# Without the sign, a number alone: then the title must stand elsewhere.
_BARE = re.compile(
    r"[*_\[(]{0,3}(?:Q|질문|문제|No|Question)?[.\s]{0,2}(?P<number>\d{1,3}(?:-\d{1,3})*)[\])*_.:：．번]{0,4}$",
    re.IGNORECASE,
)
_BOLD = re.compile(r"\s*(?:>\s*)?(\*\*|__)(?P<title>[^*_].*)\1\s*(?:<br\s*/?>)*\s*$")
# A slot of a template that nobody filled in: `질문2 내용`, `질문 3`, `Question title`.
_TEMPLATE = re.compile(
    r"(?:질문|question)\s*\d*\s*(?:(?:내용|제목|title|text|here|입력|작성).*)?$|(?:title|제목)(?:\s*here)?$",
    re.IGNORECASE,
)
_FEWEST_BARE = 3
_LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class _Id:
    """An id heading: its line, its number, and the title in the same line, if any."""

    line: Line
    number: str
    title: str


def _ids(page: Page) -> list[_Id]:
    heads = page.outline.headings()
    found = [
        _Id(line, number(m["number"]) or "", line.content[m.start("title") :] if m["title"] else "")
        for line in heads
        if (m := _ID.match(line.content))
    ]
    if found:
        return found
    bare = [_Id(line, number(m["number"]) or "", "") for line in heads if (m := _BARE.match(line.content))]
    level = {i.line.level for i in bare}
    return bare if len(bare) >= _FEWEST_BARE and len(level) == 1 else []


def score(page: Page) -> Score:
    """Id headings are unmistakable; one alone may be a stray `# #hashtag`."""
    ids = _ids(page)
    value = 0.0 if not ids else 0.6 if len(ids) == 1 else 1.0
    if ids and not _ID.match(ids[0].line.content):
        # Numbers alone may as well count the parts of an article.
        value = 0.97 * sum(bool(mark.title) for mark in read(page).marks) / len(ids)
    return Score(value, f"{len(ids)} headings are an id such as `#5`")


def read(page: Page) -> Reading:
    """Mark every id heading, name it, and add the questions that only the table of contents has."""
    ids = _ids(page)
    first = ids[0].line.number
    links = toc_links([line for line in page.outline.lines if line.number < first])
    numbers, slips = repaired([i.number for i in ids], [link.target for link in links])
    ids = [replace(i, number=n) for i, n in zip(ids, numbers, strict=True)]
    table = Table(links, frozenset(numbers))
    ends = [i.line.number for i in ids[1:]] + [len(page.outline.lines) + 1]
    marks = [_mark(page, i, end - 1, table) for i, end in zip(ids, ends, strict=True)]
    told = [
        n
        for n, (i, m) in enumerate(zip(ids, marks, strict=True))
        if m.title and not i.title and m.title_line == m.line
    ]
    marks, lies = place_titles(page, marks, told, ends)
    kept = [mark for mark in marks if not _TEMPLATE.match(mark.title)]
    kept += toc_only(table)
    found = [*lies, *conflicts(page, kept), *_nameless(page, kept)]
    found += [
        Diagnostic(
            Code.NUMBER_SLIP, page.source.shown, ids[at].line.number,
            f"#{written} stands where #{numbers[at]} must be and is read so", f"write #{numbers[at]}",
        )
        for at, written in slips
    ]  # fmt: skip
    return Reading(tuple(kept), _breaks(page, ids, links, kept), tuple(found))


def _mark(page: Page, this: _Id, last: int, table: Table) -> Mark:
    line = this.line
    link = table.get(this.number)
    hints = (link.text, *link.lines) if link else ()
    title, title_line, body = title_of(this.title), line.number, line.number + 1
    following = [n for n in page.outline.text(line.number + 1, last) if n.kind not in ("blank", "underline")]
    if not title and following and (own := _own_title(following[0], link)):
        title, title_line, body = own, following[0].number, following[0].number + 1
        more = following[1] if len(following) > 1 else None
        if more and _continues(following[0], more, link):
            title, body = f"{title} {plain(more.content)}", more.number + 1
    if not title and link:
        title = link.text
    hints = tuple(dict.fromkeys(h for h in hints if h and h != title))
    return Mark(line.number, title, title_line, body, this.number, this.number.count("-"), None, hints)


def _own_title(line: Line, link: TocLink | None) -> str:
    """Return the question that the line below an id asks, empty where it asks none."""
    if line.kind == "heading":
        if is_reference_heading(line):
            return ""
        return title_of(line.content) if _TEMPLATE.match(line.content) else unprefixed(line.content)
    if line.kind != "text":
        return ""
    text = line.text.strip().removeprefix(">").strip()
    split = asked(text)
    if split:
        return split[1]
    if link and _letters(text) == _letters(link.text):
        return title_of(text)
    if link is None and len(text) <= _LONGEST_TITLE and asks_outright(text):
        return title_of(text)
    bold = _BOLD.match(line.text)
    # Where the table names the question, a bold line may as well begin the answer.
    title = title_of(bold["title"]) if bold and "**" not in bold["title"] else ""
    return title if link is None or is_question(title) else ""


def _continues(line: Line, more: Line, link: TocLink | None) -> bool:
    """Tell whether two headings are one question: the table of contents has them in one."""
    if link is None or line.kind != "heading" or more.kind != "heading" or more.level != line.level:
        return False
    whole = _letters(link.text)
    return whole.startswith(_letters(line.content)) and _letters(more.content) in whole and len(whole) > 0


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", plain(text)).casefold()


def _nameless(page: Page, marks: Sequence[Mark]) -> list[Diagnostic]:
    hint = "write it as a heading below, or link to it in the table of contents"
    return [
        Diagnostic(Code.NO_TITLE, page.source.shown, mark.line, f"#{mark.number} has no question", hint)
        for mark in marks
        if not mark.title
    ]


def _breaks(
    page: Page, ids: Sequence[_Id], links: Sequence[TocLink], marks: Sequence[Mark]
) -> tuple[Break, ...]:
    """End an entry at a heading above the level of ids, and name what stands before the first id."""
    level = min(i.line.level for i in ids)
    taken = {mark.line for mark in marks}
    heads = page.outline.headings()
    found: dict[int, str] = {line.number: "heading" for line in heads if line.level < level}
    found.update({i.line.number: "template" for i in ids})
    if links:
        before = [h for h in heads if h.number < links[0].line]
        start = before[-1].number if before and before[-1].level > 1 else links[0].line
        found[start] = "toc"
        found.update({link.line: "toc" for link in links})
    if heads[0].level == 1 and heads[0].number < ids[0].line.number and found.get(heads[0].number) != "toc":
        found[heads[0].number] = "title"
    return tuple(Break(line, kind) for line, kind in found.items() if line not in taken)


DIALECT = Dialect("id-heading", "B", score, read)
