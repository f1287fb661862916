"""The knowledge base as JSON, schema 1: what `kb export` writes and the site carries."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from kb.diagnostics import Diagnostic
from kb.model import LANGS, Answer, Document, Entry, KnowledgeBase, Lang, Question, Text

SCHEMA = 1
UrlOf = Callable[[str, Lang], str]


def to_json(
    kb: KnowledgeBase,
    html: Mapping[tuple[str, int], str],
    diagnostics: Iterable[Diagnostic],
    url_of: UrlOf,
) -> str:
    """Write the knowledge base as JSON text, the same for the same input.

    `html` maps an answer's document (the file's name as shown) and first line to its finished
    fragment; `url_of` maps a question's id and a language to the address of its page.
    """
    paths = {document.source: document.path for document in kb.documents}
    data = {
        "schema": SCHEMA,
        "documents": [_document(kb, document) for document in kb.documents],
        "questions": [_question(kb, question, html, url_of) for question in kb.questions],
        "diagnostics": [
            {
                "code": d.code.id,
                "severity": d.code.severity,
                "path": paths.get(d.path, d.path),
                "line": d.line,
                "message": d.message,
                "hint": d.hint,
            }
            for d in diagnostics
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _document(kb: KnowledgeBase, document: Document) -> dict[str, Any]:
    return {
        "path": document.path,
        "encoding": document.encoding,
        "lang": document.lang,
        "dialect": document.dialect,
        "contributor": document.contributor,
        "entries": [_entry(kb, document, entry) for entry in document.entries],
        "other": [{"start": o.span.start, "end": o.span.end, "kind": o.kind} for o in document.other],
    }


def _entry(kb: KnowledgeBase, document: Document, entry: Entry) -> dict[str, Any]:
    return {
        "number": entry.number,
        "title": entry.title,
        "title_line": entry.title_line,
        "start": entry.span.start,
        "end": entry.span.end,
        "depth": entry.depth,
        "answered": entry.answered,
        "question": kb.matches.get((document.source, entry.span.start)),
    }


def _question(
    kb: KnowledgeBase, question: Question, html: Mapping[tuple[str, int], str], url_of: UrlOf
) -> dict[str, Any]:
    return {
        "id": question.id,
        "title": _text(question.title),
        "topic": question.topic,
        "parent": question.parent,
        "difficulty": question.difficulty,
        "related": list(question.related),
        "url": {lang: url_of(question.id, lang) for lang in LANGS},
        "answers": [_answer(answer, html) for answer in kb.answers.get(question.id, ())],
    }


def _answer(answer: Answer, html: Mapping[tuple[str, int], str]) -> dict[str, Any]:
    return {
        "document": answer.document,
        "start": answer.span.start,
        "end": answer.span.end,
        "lang": answer.lang,
        "contributor": answer.contributor,
        "role": answer.role,
        "gfm": answer.gfm,
        "html": html.get((answer.source, answer.span.start), ""),
        "references": [{"title": r.title, "url": r.url} for r in answer.references],
    }


def _text(text: Text) -> dict[str, str]:
    return {"ko": text.ko, "en": text.en}
