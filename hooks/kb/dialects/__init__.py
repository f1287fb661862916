"""One module per dialect behind one table; `parse` picks the dialect that fits a document best."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import PurePosixPath

from kb.blocks import Outline, front_matter_length, scan
from kb.diagnostics import Diagnostic
from kb.dialects import (
    heading,
    id_heading,
    list_item,
    numbered_heading,
    outline_number,
    prefix,
    single_file,
    summary,
    table,
    tabs,
)
from kb.dialects.base import Dialect, Page, Reading
from kb.dialects.findings import findings
from kb.dialects.sections import read_sections
from kb.files.front_matter import FrontMatter, read_front_matter
from kb.files.sources import Source, digest_of
from kb.model import LANGS, Document, Lang
from kb.structure.entries import assemble
from kb.wording.inlines import plain

DIALECTS: tuple[Dialect, ...] = (
    id_heading.DIALECT,
    tabs.DIALECT,
    numbered_heading.DIALECT,
    summary.DIALECT,
    outline_number.DIALECT,
    prefix.DIALECT,
    table.DIALECT,
    list_item.DIALECT,
    heading.DIALECT,
    single_file.DIALECT,
)
# Enough Hangul to call a text Korean: Korean answers are full of English terms and code.
_KOREAN_SHARE = 0.15


@dataclass(frozen=True, slots=True)
class Choice:
    """How well one dialect fits a document, and why."""

    dialect: Dialect
    score: float
    reason: str = ""


def choices(page: Page) -> tuple[Choice, ...]:
    """Score every dialect on a document, best first; ties go to the earlier in the table."""
    scored = ((dialect, dialect.score(page)) for dialect in DIALECTS)
    return tuple(sorted((Choice(d, s.value, s.reason) for d, s in scored), key=lambda choice: -choice.score))


def explain(source: Source) -> tuple[Choice, ...]:
    """Return how well each dialect fits a document, best first, with the evidence in a few words."""
    return choices(_page(source)[0])


def parse(source: Source) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Read one answer file: its entries, and what else its lines are."""
    page, problems = _page(source)
    best = choices(page)[0]
    reading = best.dialect.read(page) if best.score else Reading()
    reading = read_sections(page, best.dialect, reading, DIALECTS)
    parts = assemble(page.outline, source.path, reading.marks, reading.breaks)
    document = Document(
        path=source.path,
        source=source.shown,
        encoding=source.encoding,
        lang=_lang(source, page.meta, page.outline),
        dialect=best.dialect.name if parts.entries else "none",
        contributor=page.meta.contributor or _contributor(source),
        role=page.meta.role or "answer",
        topic=page.meta.topic,
        title=_title(page),
        entries=parts.entries,
        other=parts.other,
        digest=digest_of(source.lines[front_matter_length(source.lines) :]),
        translated=page.meta.translated,
        license=page.meta.license or source.license,
    )
    return document, (*source.diagnostics, *problems, *reading.diagnostics, *findings(page, document))


def _page(source: Source) -> tuple[Page, tuple[Diagnostic, ...]]:
    meta, problems = read_front_matter(source)
    return Page(source, scan(source.lines), meta), problems


def _title(page: Page) -> str:
    if page.meta.title:
        return page.meta.title
    heads = page.outline.headings()
    if heads and heads[0].level == 1:
        return plain(heads[0].content)
    return unicodedata.normalize("NFC", PurePosixPath(page.source.path).stem)


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
    text = re.sub(r"https?://\S+|data:\w+/\S+|\]\([^)\s]{0,2000}\)|<[^<>]{0,300}>", " ", text)
    hangul, latin = (
        sum(map(len, re.findall(letters, text))) for letters in ("[\uac00-\ud7a3]+", "[A-Za-z]+")
    )
    return "ko" if hangul and hangul >= _KOREAN_SHARE * (hangul + latin) else "en"


def _contributor(source: Source) -> str:
    """Return the name of the first folder that is no language, or of the folder that was given."""
    folders = [p for p in PurePosixPath(source.path).parts[:-1] if p.lower() not in LANGS]
    return unicodedata.normalize("NFC", folders[0] if folders else source.folder).strip() or "anonymous"
