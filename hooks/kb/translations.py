"""Which documents are translations of others, and whether they are up to date.

A translated file says so in its front matter, `translated: ko@1a2b3c4d5e6f`: the language it was
translated from and the digest that file had then. The file itself is the one whose path differs in the
language only: `en/adam.md` translates `ko/adam.md`, as do `en.md` and `ko.md`, `x.en.md` and `x.ko.md`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from kb.diagnostics import Code, Diagnostic
from kb.model import Document

_LANG = re.compile(r"(?<![^/.])(?:ko|en)(?=[/.])")
State = Literal["current", "stale", "missing"]


@dataclass(frozen=True, slots=True)
class Translation:
    """A document and its translation into the other language; None where there is none."""

    original: Document
    translation: Document | None
    state: State


def translations(documents: Sequence[Document]) -> tuple[Translation, ...]:
    """Pair every document with its translation, for the contributors who translate."""
    by_place = {(d.source, d.path): d for d in documents}
    twins = {_twin(d.source, d.path): d for d in documents}
    translators = {d.contributor for d in documents if d.translated}
    found = []
    for document in documents:
        if document.translated or document.contributor not in translators:
            continue
        twin = twins.get((document.source, document.path)) or by_place.get(
            _twin(document.source, document.path)
        )
        if twin is None or twin.translated is None:
            found.append(Translation(document, None, "missing"))
        else:
            current = twin.translated.digest == document.digest
            found.append(Translation(document, twin, "current" if current else "stale"))
    return tuple(found)


def stale_sources(found: Iterable[Translation]) -> frozenset[str]:
    """Return the files on disk of the translations whose originals have changed."""
    return frozenset(p.translation.source for p in found if p.translation and p.state == "stale")


def check_translations(found: Iterable[Translation]) -> tuple[Diagnostic, ...]:
    """Report the translations that are missing or older than what they translate."""
    diagnostics = []
    for pair in found:
        stamp = f"translated: {pair.original.lang}@{pair.original.digest}"
        if pair.translation and pair.state == "stale":
            message = f"{pair.original.path} has changed since it was translated"
            hint = f'bring the translation up to date, then write "{stamp}"'
            diagnostics.append(Diagnostic(Code.STALE_TRANSLATION, pair.translation.source, 1, message, hint))
        elif pair.state == "missing":
            hint = f'write it, with "{stamp}" in its front matter'
            diagnostics.append(
                Diagnostic(Code.NO_TRANSLATION, pair.original.source, 1, "has no translation", hint)
            )
    return tuple(diagnostics)


def _twin(source: str, path: str) -> tuple[str, str]:
    """Return where the same document in the other language is."""
    swapped = _swapped(path)
    return source.removesuffix(path) + swapped, swapped


def _swapped(path: str) -> str:
    """Return `path` with the last language in it, a folder's or a file's, turned into the other one."""
    named = list(_LANG.finditer(path))
    if not named:
        return path
    start, end = named[-1].span()
    return f"{path[:start]}{'en' if path[start:end] == 'ko' else 'ko'}{path[end:]}"
