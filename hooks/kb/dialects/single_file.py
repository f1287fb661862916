"""Dialect E: one question per file; the title is in the H1, the front matter, the first quote or the name.

Our own answers are written so, with the bank's id in the front matter. Pages exported from Notion
carry lines such as `Tags: …` below their title and a long number in their name.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath

from kb.blocks import Line
from kb.dialects.base import Dialect, Page, Reading, Score
from kb.structure.entries import Break, Mark
from kb.structure.references import title_references
from kb.structure.toc import slug
from kb.structure.verbatim import unescaped
from kb.wording.asking import asks_outright, is_question
from kb.wording.inlines import plain
from kb.wording.titles import title_of, unprefixed

_LINKS = re.compile(r"[\s>#*+\-\d.]{0,40}(?:!?\[[^\]]{0,300}\]\([^)]{0,2000}\)[\s,|·]{0,9})+")
# What Notion appends to the names of files it exports.
_NOTION_ID = re.compile(r"[\s_-]+[0-9a-f]{32}$")
_QUOTE = re.compile(r"\s{0,3}>\s?(?P<text>.*\S)\s*$")
_PROPERTY = re.compile(
    r"\s{0,3}(?P<key>[A-Za-z가-힣][\w \t/&()-]{0,30}?)\s{0,2}[:：](?:\s+(?P<value>\S.*)|\s*)$"
)
_KEYS = """
    tags, tag, created, created time, created by, date, status, property, category, type, url, week, level,
    last edited, last edited time, last edited by, author, assign, assignee, due, difficulty, importance,
    select, multi-select, done, checkbox, updated, reviewed, person, topic, subject, subjects, keywords,
    작성일, 작성자, 태그, 상태, 분류, 유형, 날짜, 생성일, 생성 일시, 최종 편집 일시, 최종 편집자, 담당자,
    난이도, 중요도, 카테고리, 주제, 과목, 주차, 키워드, 완료, 복습, 링크, 마감일, 수정일
"""
_PROPERTIES = frozenset(slug(key) for key in _KEYS.split(","))


def _first(page: Page) -> Line | None:
    skipped = ("blank", "front-matter", "comment", "rule")
    return next((line for line in page.outline.lines if line.kind not in skipped), None)


def _title_heading(page: Page) -> Line | None:
    heads = page.outline.headings()
    first = _first(page)
    if not heads or first is not heads[0] or not first.content:
        return None
    return first if first.level == 1 or sum(h.level == first.level for h in heads) == 1 else None


def properties(page: Page, title: Line | None) -> tuple[Line, ...]:
    """Return the lines below a title that say something of the page, not of its subject."""
    found: list[Line] = []
    for line in page.outline.lines[title.number if title else 0 :]:
        match = _PROPERTY.match(line.text) if line.kind == "text" else None
        if match:
            found.append(line)
        elif line.kind != "blank" or found:
            break
    keys = [slug(m["key"]) for line in found if (m := _PROPERTY.match(line.text))]
    return tuple(found) if any(key in _PROPERTIES for key in keys) else ()


def _quoted_title(page: Page) -> Line | None:
    """Return the quote that opens a file and asks something."""
    first = _first(page)
    match = _QUOTE.match(first.text) if first and first.kind == "text" else None
    return first if match and is_question(plain(match["text"])) else None


def score(page: Page) -> Score:
    """The bank's id in the front matter settles it; one lone title suggests it."""
    if page.meta.question or page.meta.verbatim:
        return Score(1.0, "the front matter names the question, or says that the file is one answer")
    title = _title_heading(page)
    others = [h for h in page.outline.headings() if h is not title]
    asking = sum(is_question(plain(h.content)) for h in others)
    if title is None:
        return _without_title(page, asking, len(others))
    if not _says_something(page, title):
        return Score(0.0, "nothing but links stands below the title")
    reason = f"one title, {asking} of the {len(others)} other headings ask something"
    if properties(page, title):
        return Score(0.9, f"{reason}; properties stand below the title")
    if _names_file(page, plain(title.content)) and asking <= 0.3 * len(others):
        return Score(0.75, f"{reason}; the file is called like the title")
    if title.level == 1 and asks_outright(plain(title.content)) and 2 * asking <= len(others):
        return Score(0.72, f"{reason}; the title asks")
    return Score(0.3 if title.level == 1 else 0.25, reason)


def _without_title(page: Page, asking: int, others: int) -> Score:
    if page.is_section or asking:
        return Score(0.0, "no title opens the file")
    if _quoted_title(page):
        return Score(0.65, "a quote that asks opens the file, and no heading asks")
    if page.meta.title and is_question(page.meta.title):
        return Score(0.6, "the title in the front matter asks, and no heading does")
    if not others and is_question(_file_title(page)):
        return Score(0.3, "the name of the file asks")
    return Score(0.0, "no title opens the file")


def _names_file(page: Page, title: str) -> bool:
    name, own = slug(_file_title(page)), slug(title)
    # Notion cuts long titles short.
    return bool(name) and (name == own or (len(name) > 20 and own.startswith(name)))


def _file_title(page: Page) -> str:
    """Return the question as the file is called, without Notion's number."""
    stem = unicodedata.normalize("NFC", PurePosixPath(page.source.path).stem)
    return _NOTION_ID.sub("", stem).replace("_", " ").strip()


def _says_something(page: Page, title: Line) -> bool:
    """Tell whether anything but links stands below the title: an index of files is no answer."""
    below = [
        line for line in page.outline.lines[title.number :] if line.kind not in ("blank", "rule", "underline")
    ]
    links = sum(bool(_LINKS.fullmatch(line.text)) for line in below)
    words = sum(line.kind == "text" and not _LINKS.fullmatch(line.text) for line in below)
    return words > 0 and (links < 3 or words > links)


def read(page: Page) -> Reading:
    """Mark the whole file as one entry; its properties are no part of the answer."""
    first = _first(page)
    if first is None:
        return Reading()
    heading = _title_heading(page)
    if page.meta.verbatim and heading:
        title = unescaped(page.outline.raw[heading.number - 1].strip().lstrip("#").strip())
        at = heading.number
        mark = Mark(at, title, at, at + 1, question=page.meta.question, verbatim=True)
        return Reading((mark,), (Break(first.number, "text"),))
    quote = _quoted_title(page) if heading is None and not page.meta.title else None
    said = properties(page, heading)
    line = heading or quote
    if heading:
        markdown = heading.content
    elif quote and (match := _QUOTE.match(quote.text)):
        markdown = match["text"]
    else:
        markdown = page.meta.title or ""
    title = unprefixed(markdown) if markdown else _file_title(page)
    body = said[-1].number + 1 if said else line.number + 1 if line else first.number
    at = line.number if line else first.number
    mark = Mark(
        first.number, title or title_of(page.source.path), at, body,
        question=page.meta.question, references=title_references(markdown),
    )  # fmt: skip
    return Reading((mark,), (Break(first.number, "text"),))


DIALECT = Dialect("single-file", "E", score, read)
