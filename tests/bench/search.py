"""How well and how fast search answers, beside other engines: `make bench-search`, or this file with HALF.

Every engine gets the same site and the queries of `tests/search/queries.tsv` in the same Chromium. HALF is
`test` (the default), `dev` or `all`. An answer is right when it is a page, in either language, of a
question that the query accepts. Peers are skipped where npm cannot install them.
"""

from __future__ import annotations

import json
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

from kb.emit import take_from_search
from kb.search.files import FOLDER
from kb.search.pages import Found
from kb.site.search_index import searchable
from material.plugins.search.plugin import SearchIndex
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Page, sync_playwright

from tests.bench.search_scale import scale
from tests.bench.serving import chromium, serve

ROOT = Path(__file__).parents[2]
PEERS = Path(__file__).parent / "search_peers"
QUERIES = ROOT / "tests/search/queries.tsv"
ENGINES = ("ours", "material", "pagefind", "minisearch")
PER_READER = ("ours", "pagefind")
OFF_TOPIC = "off-topic"


@dataclass(frozen=True, slots=True)
class Query:
    """A query, who asks it, and the questions that answer it."""

    kind: str
    half: str
    reader: str
    text: str
    accepted: frozenset[str]


@dataclass(frozen=True, slots=True)
class Answer:
    """The place of the first right result (0 is best), how many results there were, milliseconds."""

    place: int | None
    count: int
    time: float


def read_queries(half: str) -> tuple[Query, ...]:
    """Read the queries of one half, or all."""
    rows = (line.split("\t") for line in QUERIES.read_text(encoding="utf-8").splitlines()[1:])
    queries = (Query(kind, h, reader, text, frozenset(ids.split(","))) for kind, h, reader, text, ids in rows)
    return tuple(query for query in queries if half in (query.half, "all"))


def make_site(folder: Path) -> None:
    """Build the site into `folder`, and keep what the search plugin found for the other engines."""
    whole = folder / "whole"
    whole.mkdir()
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder / "notes"), site_url="")
    stock = SearchIndex(**config.plugins["material/search"].config)

    def both(page: Any) -> tuple[Found, ...]:
        shown = copy(page)
        shown.content = searchable(page.content)
        stock.add_entry_from_context(shown)
        return take_from_search(page)

    with mock.patch("kb.emit.take_from_search", both):
        build(config)
    stock.config = dict(config.plugins["material/search"].config)  # as the plugin completed it
    (whole / "search_index.json").write_text(stock.generate_search_index(None), encoding="utf-8")
    index = (folder / "notes" / FOLDER / "index.js").read_text(encoding="utf-8")
    analysis = re.search(r'"analysis":"(\w+)"', index)
    print(f"Korean was analysed by {analysis[1] if analysis else '?'}")
    workers = sorted((folder / "notes/assets/javascripts/workers").glob("search.*.js"))
    (whole / "worker.json").write_text(
        json.dumps([f"/notes/{path.relative_to(folder / 'notes')}" for path in workers])
    )
    shutil.copytree(ROOT / "docs/assets/javascripts/search", folder / "src")
    shutil.copy(Path(__file__).parent / "search_engines.mjs", folder)
    (folder / "bench.html").write_text("<!doctype html><title>bench</title>")


def install_peers(folder: Path) -> tuple[str, ...]:
    """Install the peers and let Pagefind read the site; return those that are there."""
    npm = ROOT / ".venv/bin/npm"
    # Without a lock: what Pagefind brings differs by platform, and package.json pins the versions.
    command = [str(npm), "install", "--no-package-lock", "--ignore-scripts"]
    done = subprocess.run(command, cwd=PEERS, capture_output=True, check=False)
    modules = PEERS / "node_modules"
    if done.returncode or not modules.exists():
        print("npm could not install Pagefind and MiniSearch: they are skipped", file=sys.stderr)
        return ("ours", "material")
    (folder / "peers").symlink_to(modules)
    reading = [
        str(modules / ".bin/pagefind"),
        "--site",
        str(folder / "notes"),
        "--root-selector",
        ".md-content",
    ]
    read = subprocess.run(reading, capture_output=True, text=True, check=False)
    if read.returncode:
        print(f"Pagefind could not read the site and is skipped:\n{read.stderr}", file=sys.stderr)
    return tuple(name for name in ENGINES if name != "pagefind" or not read.returncode)


def ask(page: Page, engine: str, queries: Sequence[Query]) -> list[Answer]:
    """Ask an engine every query; readers of each language have it set up for them."""
    answers: dict[Query, Answer] = {}
    for reader in ("ko", "en"):
        mine = [query for query in queries if query.reader == reader]
        found = page.evaluate(
            """async ([engine, reader, queries]) => {
              const engines = await import("/search_engines.mjs")
              return engines.askAll(await engines[engine](reader), queries)
            }""",
            [engine, reader, [query.text for query in mine]],
        )
        for query, (places, time) in zip(mine, found, strict=True):
            answers[query] = Answer(_place(places, query.accepted), len(places), time)
    return [answers[query] for query in queries]


def _place(places: Iterable[str], accepted: frozenset[str]) -> int | None:
    ids = (match[1] if (match := re.search(r"q/([^/]+)/", place)) else place for place in places)
    unique = list(dict.fromkeys(ids))
    return next((i for i, question in enumerate(unique) if question in accepted), None)


def percent(part: int, whole: int) -> str:
    """Write a share."""
    return f"{100 * part / whole:.0f}" if whole else "-"


def table(queries: Sequence[Query], answers: dict[str, list[Answer]]) -> None:
    """Print success@1 / success@3 / MRR@10 / zero results per class and engine."""
    kinds = list(dict.fromkeys(query.kind for query in queries))
    print("\nsuccess@1 / success@3 / MRR@10 / no result, in percent")
    print(f"{'class':16}{'n':>4}" + "".join(f"{name:>22}" for name in answers))
    for kind in (*kinds, "all on topic"):
        chosen = [
            i
            for i, q in enumerate(queries)
            if (q.kind == kind) or (kind not in kinds and q.kind != OFF_TOPIC)
        ]
        cells = [_cell([given[i] for i in chosen]) for given in answers.values()]
        print(f"{kind:16}{len(chosen):>4}" + "".join(f"{cell:>22}" for cell in cells))
    for name, given in answers.items():
        times = sorted(answer.time for answer in given)
        p95 = times[int(0.95 * len(times))]
        print(f"{name}: {statistics.median(times):.1f} ms per query, p95 {p95:.1f} ms")


def _cell(given: Sequence[Answer]) -> str:
    places = [answer.place for answer in given if answer.place is not None]
    first, three = sum(place == 0 for place in places), sum(place < 3 for place in places)
    reciprocal = sum(100 / (place + 1) for place in places if place < 10)
    none = sum(answer.count == 0 for answer in given)
    size = len(given)
    return (
        f"{percent(first, size)} / {percent(three, size)} / {reciprocal / size:.0f} / {percent(none, size)}"
    )


def while_typing(page: Page, engine: str, queries: Sequence[Query]) -> str:
    """Return how many states of typing the Korean queries show no result."""
    korean = [q.text for q in queries if q.kind != OFF_TOPIC and re.fullmatch(r"[가-힣 ]+", q.text)]
    counts = page.evaluate(
        """async ([engine, texts]) => {
          const engines = await import("/search_engines.mjs")
          const search = await engines[engine]("ko")
          const states = (await Promise.all(texts.map(engines.states))).flat().filter((s) => s.trim())
          return (await engines.askAll(search, states)).map(([found]) => found.length)
        }""",
        [engine, korean],
    )
    none = sum(count == 0 for count in counts)
    share = 100 * none / len(counts)
    return f"{engine}: {none} of {len(counts)} states while typing show no result ({share:.1f} %)"


def main(half: str) -> None:
    """Print everything that is measured."""
    queries = read_queries(half)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        make_site(folder)
        engines = install_peers(folder)
        with serve(folder) as address, chromium(playwright) as browser:
            page = browser.new_page()
            page.goto(f"{address}bench.html")
            table(queries, {engine: ask(page, engine, queries) for engine in engines})
            for engine in ("ours", "material"):
                print(while_typing(page, engine, queries))
            scale(browser, address, folder)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "test")
