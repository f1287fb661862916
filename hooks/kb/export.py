"""The knowledge base as JSON: what `kb export` writes and the site carries.

Its fields are described in `knowledge-base.schema.json` beside this file, which says as well when the
number of the schema grows.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from kb.diagnostics import Diagnostic
from kb.model import (
    LANGS,
    Answer,
    Document,
    Entry,
    KnowledgeBase,
    Lang,
    Phrases,
    Question,
    Span,
    Term,
    Text,
    Topic,
)
from kb.packed import Packed

SCHEMA = 1
SCHEMA_FILE = Path(__file__).with_name("knowledge-base.schema.json")
UrlOf = Callable[[str, Lang], str]
NameOf = Callable[[str], str]


def to_json(
    kb: KnowledgeBase,
    html: Mapping[tuple[str, int], Packed],
    diagnostics: Iterable[Diagnostic],
    url_of: UrlOf,
    terms: Iterable[Term] = (),
    root: Path | None = None,
) -> str:
    """Write the knowledge base as JSON text, the same for the same input."""
    return "".join(json_pieces(kb, html, diagnostics, url_of, terms, root))


def json_pieces(
    kb: KnowledgeBase,
    html: Mapping[tuple[str, int], Packed],
    diagnostics: Iterable[Diagnostic],
    url_of: UrlOf,
    terms: Iterable[Term] = (),
    root: Path | None = None,
) -> Iterator[str]:
    """Write the knowledge base as JSON text, a record on a line, so that a large one need not fit in memory.

    `html` maps an answer's document (the file's name as shown) and first line to its finished
    fragment; `url_of` maps a question's id and a language to the address of its page. Files below `root`
    are named from there, wherever the program runs.
    """
    named = _names(kb, root.resolve() if root else None)
    lists: dict[str, Iterable[dict[str, Any]]] = {
        "topics": map(_topic, kb.topics),
        "documents": (_document(kb, document) for document in kb.documents),
        "questions": (_question(kb, question, named, html, url_of) for question in kb.questions),
        "terms": map(_term, terms),
        "diagnostics": (_diagnostic(d, named) for d in diagnostics),
    }
    yield f'{{"$schema": "{SCHEMA_FILE.name}",\n"schema": {SCHEMA}'
    for name, records in lists.items():
        yield f',\n"{name}": ['
        for number, record in enumerate(records):
            yield (",\n" if number else "\n") + json.dumps(record, ensure_ascii=False)
        yield "\n]"
    yield "}\n"


def _topic(topic: Topic) -> dict[str, Any]:
    return {"id": topic.id, "title": _text(topic.title), "description": _text(topic.description)}


def _document(kb: KnowledgeBase, document: Document) -> dict[str, Any]:
    original = document.translated
    return {
        "path": document.path,
        "encoding": document.encoding,
        "lang": document.lang,
        "dialect": document.dialect,
        "contributor": document.contributor,
        "role": document.role,
        "topic": document.topic,
        "title": document.title,
        "digest": document.digest,
        "translated": {"lang": original.lang, "digest": original.digest} if original else None,
        "license": document.license,
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
    kb: KnowledgeBase,
    question: Question,
    named: NameOf,
    html: Mapping[tuple[str, int], Packed],
    url_of: UrlOf,
) -> dict[str, Any]:
    return {
        "id": question.id,
        "title": _text(question.title),
        "topic": question.topic,
        "parent": question.parent,
        "difficulty": question.difficulty,
        "also_asked": _phrases(question.also_asked),
        "related": list(question.related),
        "tags": list(question.tags),
        "aliases": list(question.aliases),
        "in_bank": question.in_bank,
        "defined": _place(question.span, named) if question.span else None,
        "url": {lang: url_of(question.id, lang) for lang in LANGS},
        "answers": [_answer(answer, html) for answer in kb.answers.get(question.id, ())],
    }


def _names(kb: KnowledgeBase, root: Path | None) -> NameOf:
    """Return what names a file: a document by its path in its folder, another by its path below `root`."""
    paths = {document.source: document.path for document in kb.documents}

    @cache
    def named(path: str) -> str:
        if path in paths or not path or not root:
            return paths.get(path, path)
        full = Path(path).resolve()
        return full.relative_to(root).as_posix() if full.is_relative_to(root) else path

    return named


def _place(span: Span, named: NameOf) -> dict[str, Any]:
    return {"path": named(span.path), "start": span.start, "end": span.end}


def _answer(answer: Answer, html: Mapping[tuple[str, int], Packed]) -> dict[str, Any]:
    finished = html.get((answer.source, answer.span.start))
    return {
        "document": answer.document,
        "start": answer.span.start,
        "end": answer.span.end,
        "lang": answer.lang,
        "contributor": answer.contributor,
        "role": answer.role,
        "title": answer.title,
        "gfm": answer.gfm,
        "html": finished.text if finished else "",
        "references": [{"title": r.title, "url": r.url} for r in answer.references],
        "license": answer.license,
    }


def _term(term: Term) -> dict[str, Any]:
    return {
        "id": term.id,
        "name": _text(term.name),
        "abbr": list(term.abbr),
        "also": list(term.also),
        "definition": _text(term.definition),
        "everyday": term.everyday,
    }


def _diagnostic(diagnostic: Diagnostic, named: NameOf) -> dict[str, Any]:
    return {
        "code": diagnostic.code.id,
        "severity": diagnostic.code.severity,
        "path": named(diagnostic.path),
        "line": diagnostic.line,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
    }


def _text(text: Text) -> dict[str, str]:
    return {"ko": text.ko, "en": text.en}


def _phrases(phrases: Phrases) -> dict[str, list[str]]:
    return {"ko": list(phrases.ko), "en": list(phrases.en)}
