"""Which documents are translations of others, and whether they are up to date.

A translated file says so in its front matter, `translated: ko@1a2b3c4d5e6f`: the language it was
translated from and the digest that file had then. The file itself is the one whose path differs in the
language only: `en/adam.md` translates `ko/adam.md`, `cheatsheet/en.md` translates `cheatsheet/ko.md`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

from kb.diagnostics import Code, Diagnostic
from kb.model import LANGS, Document

State = Literal["current", "stale", "missing"]


@dataclass(frozen=True, slots=True)
class Translation:
    """A document and its translation into the other language; None where there is none."""

    original: Document
    translation: Document | None
    state: State


def digest_of(lines: Iterable[str]) -> str:
    """Return the digest of the lines below the front matter; spaces at line ends do not count."""
    text = "\n".join(line.rstrip() for line in lines).strip()
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


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
    parts = PurePosixPath(path).parts
    names = [p if i < len(parts) - 1 else PurePosixPath(p).stem for i, p in enumerate(parts)]
    for index in range(len(parts) - 1, -1, -1):
        if names[index] in LANGS:
            other = LANGS[1 - LANGS.index(names[index])]
            return str(PurePosixPath(*parts[:index], other + parts[index][2:], *parts[index + 1 :]))
    return path
