"""Dialect E: one question per file; the title is in the H1, the front matter or the file's name.

Our own answers are written so, with the bank's id in the front matter.
"""

from __future__ import annotations

from pathlib import PurePosixPath

from kb.blocks import Line
from kb.dialects.base import Dialect, Page, Reading
from kb.entries import Break, Mark
from kb.references import plain


def _title_heading(page: Page) -> Line | None:
    heads = page.outline.headings()
    first = next((line for line in page.outline.lines if line.kind not in ("blank", "front-matter", "comment")), None)
    if heads and first is heads[0] and (first.level == 1 or len([h for h in heads if h.level == first.level]) == 1):
        return first
    return None


def score(page: Page) -> float:
    """The bank's id in the front matter settles it; one lone title suggests it."""
    if page.meta.question:
        return 1.0
    title = _title_heading(page)
    if title and title.level == 1:
        return 0.3
    return 0.15 if any(line.kind == "text" for line in page.outline.lines) else 0.0


def read(page: Page) -> Reading:
    """Mark the whole file as one entry."""
    heading = _title_heading(page)
    start = next(
        (line.number for line in page.outline.lines if line.kind not in ("blank", "front-matter", "comment")), None
    )
    if start is None:
        return Reading()
    title = plain(heading.content) if heading else page.meta.title or ""
    body = heading.number + 1 if heading else start
    title = title or PurePosixPath(page.source.path).stem.replace("_", " ")
    mark = Mark(start, title, heading.number if heading else start, body, question=page.meta.question)
    return Reading((mark,), (Break(start, "text"),))


DIALECT = Dialect("single-file", "E", score, read)
