"""The files of the finished search: the index, texts for teasers, the scripts, and what Material asks for."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from kb.cache import Cache
from kb.model import LANGS, KnowledgeBase, Lang, Term
from kb.scripts import joined, without_comments
from kb.search.index import index
from kb.search.model import Page, Unit, Written
from kb.search.pages import Found, units
from kb.search.stems import Stems
from kb.site.words import WORDS, other

FOLDER = "assets/search"
WORKER = f"{FOLDER}/worker.js"
# In this order each module needs only those before it.
_MODULES = (
    *("hangul", "words", "packing", "data", "reading", "similar", "slots", "slips", "query"),
    *("rank", "teaser", "results"),
)
_SHARD = 24_000


def search_files(
    kb: KnowledgeBase,
    terms: Sequence[Term],
    found: Iterable[Found],
    stems: Stems,
    scripts: Path,
    cache: Cache | None = None,
) -> Iterator[Written]:
    """Yield every file of the search of a site; `scripts` is the folder of our modules."""
    all_units = units(kb, terms, found)
    places, shards = _shards(all_units)
    built = index(all_units, terms, stems, cache) | {"texts": places, "sayings": _sayings()}
    scripted = (
        Written(f"{FOLDER}/engine.js", bundle(scripts)),
        Written(WORKER, without_comments((scripts / "worker.js").read_text(encoding="utf-8"))),
        _data("index", built),
    )
    version = hashlib.sha256()
    for file in chain(scripted, (_data(f"text-{i}", shard) for i, shard in enumerate(shards))):
        version.update(file.text.encode())
        yield file
    for lang in LANGS:
        yield from _stubs(lang, version.hexdigest()[:12])


def bundle(scripts: Path) -> str:
    """Join our modules to one classic script, which a worker can load anywhere: no names are used twice."""
    code = joined(scripts, (*_MODULES, "engine"))
    return f'"use strict"\nself.kbSearchEngine = (() => {{\n{code}\nreturn {{ Engine }}\n}})()\n'


def _data(name: str, value: object) -> Written:
    """Write data as a script: what opens pages from a disk may not read files, but may run scripts."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Written(f"{FOLDER}/{name}.js", f'kbSearch("{name}",{text})\n')


def _stubs(lang: Lang, version: str) -> Iterable[Written]:
    """Return what Material loads with every page in place of an index."""
    config = {"lang": [lang], "separator": "[\\s\\-]+", "pipeline": [], "fields": {}, "version": version}
    text = json.dumps({"config": config, "docs": []}, separators=(",", ":"))
    yield Written(f"{lang}/search/search_index.json", text)
    yield Written(f"{lang}/search/search_index.js", f"var __index={text}\n")


def _sayings() -> Mapping[Lang, Mapping[str, str]]:
    """Return the words that the search says, in each language."""
    return {
        lang: {
            "unanswered": WORDS[lang].unanswered,
            "ask": WORDS[lang].theme["search.ask"],
            "nearest": WORDS[lang].theme["search.nearest"],
            "inOther": WORDS[other(lang)].name,
        }
        for lang in LANGS
    }


def _shards(
    all_units: Sequence[Unit],
) -> tuple[Mapping[Lang, list[int]], list[dict[str, list[list[str]]]]]:
    """Return in which shard each unit's text is, and the shards: a few neighbouring pages each."""
    places: dict[Lang, list[int]] = {lang: [] for lang in LANGS}
    shards: list[dict[str, list[list[str]]]] = []
    for lang in LANGS:
        size = _SHARD
        for i, unit in enumerate(all_units):
            page = next((page for page in unit.pages if page.lang == lang), None)
            own = unit.kind == "glossary"
            if size >= _SHARD or own:
                shards.append({})
                size = 0
            places[lang].append(len(shards) - 1)
            shards[-1][f"{lang}{i}"] = _texts(page) if page else []
            size += _SHARD if own else sum(map(len, (s.text for s in page.sections))) if page else 0
    return places, shards


def _texts(page: Page) -> list[list[str]]:
    return [[section.anchor, section.title, section.text] for section in page.sections]
