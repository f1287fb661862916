"""What a writer should know of a document, whatever its dialect."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from textwrap import shorten

from kb.diagnostics import Code, Diagnostic
from kb.dialects.base import Page
from kb.files.sources import UNREAD
from kb.model import Document, Entry
from kb.wording.inlines import plain
from kb.wording.labels import meant

# `>` signs or `<details>` one inside another: nobody can read what is deeper.
DEEPEST = 50
_QUOTES = re.compile(r"(?:[ \t]{0,3}>)+")
_LABEL = re.compile(r"[\s>*_\-+]{0,20}(?P<label>[^\W\d_]{4,14}(?:\s[^\W\d_]{2,10})?)[*_]{0,3}\s?[:：]")
_QUESTION_MARK = re.compile(r"[?？]")
_SEVERAL = 3


def findings(page: Page, document: Document) -> tuple[Diagnostic, ...]:
    """Return the diagnostics of a document as a whole."""
    found = [*_empty(page, document), *_conflicts(page), *_unclosed(page), *_headings(page), *_nesting(page)]
    return (*found, *_labels(page), *_duplicates(page, document), *_entries(page, document))


def _at(page: Page, code: Code, line: int, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, page.source.shown, line, message, hint)


def _empty(page: Page, document: Document) -> Iterator[Diagnostic]:
    if page.source.encoding in UNREAD:
        return
    if all(line.kind == "blank" for line in page.outline.lines):
        yield _at(page, Code.EMPTY_FILE, 1, "is empty", "write an answer or remove the file")
    elif not document.entries:
        hint = "mark each question with a heading, as in `## 1. What is …?`"
        yield _at(page, Code.NO_QUESTION, 1, "no question was found", hint)


def _conflicts(page: Page) -> Iterator[Diagnostic]:
    for start, end in page.outline.conflicts:
        message = f"git could not merge two versions here (lines {start} to {end})"
        yield _at(page, Code.MERGE_CONFLICT, start, message, "keep one version and delete the marker lines")


def _unclosed(page: Page) -> Iterator[Diagnostic]:
    for line in page.outline.unclosed:
        message = "a code block opens here and nothing closes it"
        yield _at(page, Code.UNCLOSED_FENCE, line, message, "add a closing ``` line")
    for line in page.outline.open:
        yield _at(
            page,
            Code.UNCLOSED_DETAILS,
            line,
            "a <details> opens here and nothing closes it",
            "add </details>",
        )


def _headings(page: Page) -> Iterator[Diagnostic]:
    glued = page.outline.glued
    if glued:
        many = len(glued) > 1
        which = (
            f"{len(glued)} headings have no space after their #"
            if many
            else "a heading has no space after its #"
        )
        message = f"{which}; GitHub shows {'them' if many else 'the line'} as text"
        yield _at(page, Code.GLUED_HEADING, glued[0], message, "write `## Title`")


def _nesting(page: Page) -> Iterator[Diagnostic]:
    for line in page.outline.lines:
        quotes = _QUOTES.match(line.text) if ">" in line.text[:4] else None
        if line.details > DEEPEST or (quotes and quotes[0].count(">") > DEEPEST):
            message = f"more than {DEEPEST} quotes or <details> stand one inside another"
            yield _at(
                page, Code.DEEP_NESTING, line.number, message, "nobody can read that; use headings or lists"
            )
            return


def _labels(page: Page) -> Iterator[Diagnostic]:
    for line in page.outline.lines:
        if line.kind == "heading":
            written = plain(line.content)
        elif line.kind == "text" and _has_colon(line.text) and (match := _LABEL.match(line.text)):
            written = match["label"]
        else:
            continue
        if right := meant(written):
            message = f'"{written}" is no label that anyone uses'
            yield _at(page, Code.MISSPELT_LABEL, line.number, message, f'did you mean "{right}"?')


def _has_colon(text: str) -> bool:
    return ":" in text or "：" in text


def _duplicates(page: Page, document: Document) -> Iterator[Diagnostic]:
    """Report ids that stand twice; where one of them is empty, the other counts."""
    groups: dict[tuple[int, str], list[Entry]] = defaultdict(list)
    sections = sorted(o.span.start for o in document.other if o.kind == "heading")
    ids = document.dialect == "id-heading"
    if not ids and document.dialect != "numbered-heading":
        return
    for entry in document.entries:
        if entry.number:
            # In other files than those with ids, each section may count anew.
            section = 0 if ids else sum(start < entry.span.start for start in sections)
            groups[section, entry.number].append(entry)
    sign = "#" if ids else "number "
    for (_, number), same in groups.items():
        if len(same) < 2:
            continue
        filled = [entry for entry in same if entry.answered]
        places = ", ".join(str(entry.span.start) for entry in same)
        message = f"{sign}{number} stands {len(same)} times (lines {places})"
        hint = "all of them are kept; give each question a number of its own"
        if len(filled) == 1:
            message += f"; the one in line {filled[0].span.start} counts, the others are empty"
            hint = "delete the empty ones"
        elif not filled:
            hint = "delete all but one"
        yield _at(page, Code.DUPLICATE_NUMBER, same[1].span.start, message, hint)


def _entries(page: Page, document: Document) -> Iterator[Diagnostic]:
    tables = [o.span for o in document.other if o.kind == "toc"]
    first = tables[0].start if tables else 0
    for entry in document.entries:
        if len(_QUESTION_MARK.findall(entry.title)) >= _SEVERAL:
            message = f'several questions stand in one entry: "{shorten(entry.title, 60, placeholder=" …")}"'
            yield _at(page, Code.PACKED_TITLE, entry.title_line, message, "give each a heading of its own")
        if first and _is_link(page, entry) and not entry.answered:
            message = f'only the table of contents asks "{entry.title}"'
            yield _at(
                page,
                Code.TOC_ONLY,
                entry.span.start,
                message,
                f"add a heading #{entry.number} with the answer",
            )


def _is_link(page: Page, entry: Entry) -> bool:
    text = page.outline.lines[entry.span.start - 1].text
    return f"](#{entry.number})" in text
