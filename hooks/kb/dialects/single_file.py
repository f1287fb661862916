"""Dialect E: one question per file; the title is in the H1, the front matter or the file's name.

Our own answers are written so, with the bank's id in the front matter.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from kb.asking import is_question
from kb.blocks import Line
from kb.dialects.base import Dialect, Page, Reading
from kb.entries import Break, Mark
from kb.inlines import plain
from kb.toc import slug

_LINKS = re.compile(r"[\s>#*+\-\d.]*(?:!?\[[^\]]*\]\([^)]*\)[\s,|·]*)+")


def _title_heading(page: Page) -> Line | None:
    heads = page.outline.headings()
    first = next(
        (line for line in page.outline.lines if line.kind not in ("blank", "front-matter", "comment")), None
    )
    if (
        heads
        and first is heads[0]
        and (first.level == 1 or len([h for h in heads if h.level == first.level]) == 1)
    ):
        return first
    return None


def score(page: Page) -> float:
    """The bank's id in the front matter settles it; one lone title suggests it."""
    if page.meta.question:
        return 1.0
    title = _title_heading(page)
    if title is None or not _says_something(page, title):
        return 0.0
    others = [h for h in page.outline.headings() if h is not title]
    asking = sum(is_question(plain(h.content)) for h in others)
    named = slug(plain(title.content)) == slug(PurePosixPath(page.source.path).stem)
    if named and asking <= 0.3 * len(others):
        return 0.75
    return 0.3 if title.level == 1 else 0.25


def _says_something(page: Page, title: Line) -> bool:
    """Tell whether anything but links stands below the title: an index of files is no answer."""
    below = [
        line
        for line in page.outline.lines
        if line.number > title.number and line.kind not in ("blank", "rule")
    ]
    links = sum(bool(_LINKS.fullmatch(line.text)) for line in below)
    words = sum(line.kind == "text" and not _LINKS.fullmatch(line.text) for line in below)
    return words > 0 and (links < 3 or words > links)


def read(page: Page) -> Reading:
    """Mark the whole file as one entry, other than an index of other files."""
    heading = _title_heading(page)
    start = next(
        (line.number for line in page.outline.lines if line.kind not in ("blank", "front-matter", "comment")),
        None,
    )
    if start is None:
        return Reading()
    title = plain(heading.content) if heading else page.meta.title or ""
    body = heading.number + 1 if heading else start
    title = title or PurePosixPath(page.source.path).stem.replace("_", " ")
    mark = Mark(start, title, heading.number if heading else start, body, question=page.meta.question)
    return Reading((mark,), (Break(start, "text"),))


DIALECT = Dialect("single-file", "E", score, read)
