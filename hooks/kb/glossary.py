"""The glossary, `docs/glossary.yml`: one concept, all the spellings people type."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kb.cache import Cache
from kb.derive import Recipe, derive
from kb.diagnostics import Code, Diagnostic
from kb.files.yaml_lines import Checker, Item, read_yaml
from kb.model import Term, Text
from kb.versions import key, made_by
from kb.wording.folding import fold

_KEYS = ("id", "ko", "en", "abbr", "also", "everyday", "definition")


@dataclass(frozen=True, slots=True)
class _Read:
    """The glossary as it was read."""

    terms: tuple[Term, ...]
    diagnostics: tuple[Diagnostic, ...]


_RECIPE = Recipe("glossary", _Read)


def load_glossary(path: Path, cache: Cache | None = None) -> tuple[tuple[Term, ...], tuple[Diagnostic, ...]]:
    """Read the glossary; mistakes are reported with their lines, never raised. No file, no terms."""
    if not path.is_file():
        return (), ()
    text = (path.as_posix(), path.read_bytes())
    name = key(made_by(__name__, libraries=("pyyaml",)), *text)
    read = derive(_RECIPE, {name: text}, _read_all, cache)[name]
    return read.terms, read.diagnostics


def _read_all(texts: Sequence[tuple[str, bytes]]) -> list[_Read]:
    return [_read(path, data) for path, data in texts]


def _read(path: str, data: bytes) -> _Read:
    item = read_yaml(path, data)
    if isinstance(item, Diagnostic):
        return _Read((), (item,))
    checker = Checker(path, Code.GLOSSARY_SCHEMA)
    entries = item.value
    if not isinstance(entries, list):
        checker.report(item.line, "the glossary must be a list of terms")
        return _Read((), tuple(checker.found))
    placed = [(_term(checker, entry), entry.line) for entry in entries]
    _check_unique(checker, placed)
    return _Read(tuple(term for term, _ in placed), tuple(checker.found))


def _term(checker: Checker, item: Item) -> Term:
    values = checker.mapping(item, "a term", _KEYS)
    about = values.get("definition")
    definition = checker.mapping(about, "definition", ("ko", "en")) if about else {}
    if about is None:
        checker.report(item.line, '"definition" is missing', "write definition: {ko: …, en: …}")
    return Term(
        id=checker.text(values, "id", item.line),
        name=Text(checker.text(values, "ko", item.line), checker.text(values, "en", item.line)),
        abbr=checker.texts(values, "abbr"),
        also=checker.texts(values, "also"),
        definition=Text(
            checker.text(definition, "ko", item.line, required=about is not None),
            checker.text(definition, "en", item.line, required=about is not None),
        ),
        everyday="everyday" in values and values["everyday"].value is True,
    )


def surfaces(term: Term) -> Iterator[str]:
    """Yield every spelling of a term."""
    yield from (s for s in (term.name.ko, term.name.en, *term.abbr, *term.also) if s)


def folded(text: str) -> str:
    """Fold case, width, spaces and hyphens: `Back-Propagation` and `back propagation` agree."""
    return re.sub(r"[\s\-_·/]+", "", fold(text))


def _check_unique(checker: Checker, placed: list[tuple[Term, int]]) -> None:
    owner: dict[str, str] = {}
    for term, line in placed:
        for surface in {folded(s) for s in surfaces(term)}:
            if owner.setdefault(surface, term.id) != term.id:
                checker.report(
                    line, f'"{surface}" belongs to "{owner[surface]}" and "{term.id}"', "keep it in one"
                )
