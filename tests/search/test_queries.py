"""The queries of `queries.tsv` find what they should; `make bench-search` tells more."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from kb.glossary import surfaces
from kb.library import Library

from tests.search.engine import run

ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("queries.tsv").read_text(encoding="utf-8").splitlines()[1:]
]
OFF_TOPIC = "off-topic"
# The least share of right first results of the test half; questions in one's own words are the hardest.
GOALS = defaultdict(lambda: 0.85, {"question": 0.5})


@pytest.fixture(scope="module")
def answers(index: Path) -> dict[tuple[str, str], Any]:
    """What each reader's query finds."""
    asked = [(reader, query) for _, _, reader, query, _ in ROWS]
    return dict(zip(asked, run([("search", query, reader) for reader, query in asked], index), strict=True))


def question(group: list[dict[str, Any]]) -> str:
    match = re.search(r"q/([^/]+)/", group[0]["location"])
    return match[1] if match else group[0]["location"]


def test_the_queries_are_enough_and_well_formed(library: Library) -> None:
    known = {q.id for q in library.kb.questions}
    assert len(ROWS) >= 300
    halves = [half for _, half, *_ in ROWS]
    assert abs(halves.count("dev") - halves.count("test")) < 20
    assert len({(reader, query) for _, _, reader, query, _ in ROWS}) == len(ROWS)
    for kind, _, reader, query, accepted in ROWS:
        assert reader in ("ko", "en")
        assert query == unicodedata.normalize("NFC", query)
        assert (accepted == "-") == (kind == OFF_TOPIC)
        assert accepted == "-" or set(accepted.split(",")) <= known, query


def test_half_typed_queries_are_what_an_input_method_shows(library: Library) -> None:
    half = [row[3].replace(" ", "") for row in ROWS if row[0] == "half-typed"]
    whole = [surface.replace(" ", "").lower() for term in library.terms for surface in surfaces(term)]
    typed = run([("keystrokes", text) for text in (*half, *whole)])
    known = typed[len(half) :]
    assert [
        text for text, keys in zip(half, typed, strict=False) if not any(k.startswith(keys) for k in known)
    ] == []


@pytest.mark.parametrize("kind", sorted({row[0] for row in ROWS} - {OFF_TOPIC}))
def test_first_results(kind: str, answers: dict[tuple[str, str], Any]) -> None:
    wrong = []
    chosen = [row for row in ROWS if row[0] == kind]
    for _, _, reader, query, accepted in chosen:
        result = answers[reader, query]
        first = "" if result.get("none") else question(result["items"][0])
        if first not in accepted.split(","):
            wrong.append((query, first))
    assert 1 - len(wrong) / len(chosen) >= GOALS[kind], wrong


def test_no_class_is_left_without_results(answers: dict[tuple[str, str], Any]) -> None:
    on_topic = [answers[reader, query] for kind, _, reader, query, _ in ROWS if kind != OFF_TOPIC]
    off_topic = [answers[reader, query] for kind, _, reader, query, _ in ROWS if kind == OFF_TOPIC]
    assert sum(bool(result.get("none")) for result in on_topic) <= 0.01 * len(on_topic)
    assert sum(not result.get("none") for result in off_topic) <= 0.2 * len(off_topic)
