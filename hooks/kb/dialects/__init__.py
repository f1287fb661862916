"""One module per dialect behind one table; `parse` picks the dialect that fits a document best."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from kb.blocks import Outline, scan
from kb.diagnostics import Code, Diagnostic
from kb.dialects import (
    heading,
    id_heading,
    list_item,
    numbered_heading,
    outline_number,
    prefix,
    single_file,
    summary,
    tabs,
)
from kb.dialects.base import Dialect, Page, Reading
from kb.entries import assemble
from kb.front_matter import FrontMatter, read_front_matter
from kb.model import LANGS, Document, Lang
from kb.inlines import plain
from kb.sources import Source

DIALECTS: tuple[Dialect, ...] = (
    id_heading.DIALECT,
    tabs.DIALECT,
    numbered_heading.DIALECT,
    summary.DIALECT,
    outline_number.DIALECT,
    prefix.DIALECT,
    list_item.DIALECT,
    heading.DIALECT,
    single_file.DIALECT,
)
# Enough Hangul to call a text Korean: Korean answers are full of English terms and code.
_KOREAN_SHARE = 0.15


@dataclass(frozen=True, slots=True)
class Choice:
    """How well one dialect fits a document."""

    dialect: Dialect
    score: float


def choices(page: Page) -> tuple[Choice, ...]:
    """Score every dialect on a document, best first; ties go to the earlier in the table."""
    scored = (Choice(dialect, dialect.score(page)) for dialect in DIALECTS)
    return tuple(sorted(scored, key=lambda choice: -choice.score))


def parse(source: Source) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Read one answer file: its entries, and what else its lines are."""
    meta, problems = read_front_matter(source)
    page = Page(source, scan(source.lines), meta)
    best = choices(page)[0]
    reading = best.dialect.read(page) if best.score else Reading()
    parts = assemble(page.outline, source.path, reading.marks, reading.breaks)
    document = Document(
        path=source.path,
        source=source.shown,
        encoding=source.encoding,
        lang=_lang(source, meta, page.outline),
        dialect=best.dialect.name if parts.entries else "none",
        contributor=meta.contributor or _contributor(source),
        role=meta.role or "answer",
        topic=meta.topic,
        title=_title(page),
        entries=parts.entries,
        other=parts.other,
    )
    found = (*source.diagnostics, *problems, *reading.diagnostics, *_structure(page, document))
    return document, found


def _structure(page: Page, document: Document) -> list[Diagnostic]:
    shown = page.source.shown
    found = [
        Diagnostic(
            Code.UNCLOSED_FENCE, shown, line, "a code block opens here and nothing closes it",
            "add a closing ``` line",
        )
        for line in page.outline.unclosed
    ]  # fmt: skip
    if not any(line.kind != "blank" for line in page.outline.lines):
        if page.source.encoding not in ("binary", "none"):
            found.append(
                Diagnostic(Code.EMPTY_FILE, shown, 1, "is empty", "write an answer or remove the file")
            )
    elif not document.entries:
        hint = "mark each question with a heading, as in `## 1. What is …?`"
        found.append(Diagnostic(Code.NO_QUESTION, shown, 1, "no question was found", hint))
    return found


def _title(page: Page) -> str:
    if page.meta.title:
        return page.meta.title
    heads = page.outline.headings()
    return plain(heads[0].content) if heads and heads[0].level == 1 else PurePosixPath(page.source.path).stem


def _lang(source: Source, meta: FrontMatter, outline: Outline) -> Lang:
    """Return the language a document is written in: as it says, as its path says, or by its letters."""
    if meta.lang:
        return meta.lang
    parts = [*PurePosixPath(source.path).parts[:-1], *PurePosixPath(source.path).stem.split(".")]
    for part in reversed(parts):
        for lang in LANGS:
            if part.lower() == lang:
                return lang
    text = "".join(line.text for line in outline.lines if line.kind in ("text", "heading"))
    text = re.sub(r"https?://\S+|\]\([^)\s]*\)|<[^<>]{0,300}>", " ", text)
    hangul = len(re.findall("[\uac00-\ud7a3\u1100-\u1112]", text))
    latin = len(re.findall("[A-Za-z]", text))
    return "ko" if hangul and hangul >= _KOREAN_SHARE * (hangul + latin) else "en"


def _contributor(source: Source) -> str:
    """Return the name of the first folder that is no language, or of the folder that was given."""
    folders = [p for p in PurePosixPath(source.path).parts[:-1] if p.lower() not in LANGS]
    return folders[0] if folders else source.folder
