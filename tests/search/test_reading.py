"""Texts and queries are read in the same way in Python and in JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kb.library import Library
from kb.model import Term, Text
from kb.search.packing import deltas, pack
from kb.search.reading import Reader, Spellings
from kb.search.stems import KiwiStems, RuleStems, best_stems, rule_stem

from tests.search.engine import run, write_index

TERMS = (
    Term("relu", Text("ReLU", "ReLU"), also=("렐루",)),
    Term("activation-function", Text("활성화 함수", "activation function")),
    Term("supervised-learning", Text("지도 학습", "supervised learning")),
)


def read(text: str) -> list[str]:
    return Reader(Spellings.of(TERMS), RuleStems()).read(text)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("활성화함수는", ["c:activation-function"]),
        ("활성화 함수의 종류", ["c:activation-function", "r:kinds"]),
        ("Activation-Functions", ["c:activation-function"]),
        ("렐루가 왜 빠른가요", ["c:relu", "r:why", "w:빠른가"]),
        ("ReLU란 무엇인가요?", ["c:relu"]),
        ("ＲｅＬＵ", ["c:relu"]),
        ("지도를 이용한", ["w:지도"]),
        ("손실이 커졌는지", ["w:손실", "w:커졌는지"]),
        ("손실이 커지는", ["w:손실", "r:increase"]),
        ("reluctant", ["w:reluctant"]),
        ("", []),
    ],
)
def test_what_is_read(text: str, tokens: list[str]) -> None:
    assert read(text) == tokens


STEMS = {
    "역전파는": "역전파",
    "에서": "",
    "학습에서의": "학습",
    "신경망": "신경망",
    "networks": "network",
    "stopping": "stop",
    "losses": "loss",
    "entropies": "entropy",
    "bias": "bia",
    "분산을": "분산",
}


@pytest.mark.parametrize(("word", "stem"), STEMS.items())
def test_stems_by_rule(word: str, stem: str) -> None:
    assert rule_stem(word) == stem


def all_texts(library: Library) -> Iterator[str]:
    for question in library.kb.questions:
        yield from (question.title.ko, question.title.en, *question.also_asked.ko, *question.also_asked.en)


def test_python_and_javascript_read_alike(library: Library, index: Path) -> None:
    reader = Reader(Spellings.of(library.terms), RuleStems())
    texts = list(all_texts(library))
    theirs = run([("read", text) for text in texts], index)
    different = [
        (text, ours, his)
        for text, ours, his in zip(texts, map(reader.read, texts), theirs, strict=True)
        if ours != his
    ]
    assert different == []


def test_python_and_javascript_have_the_same_stems(library: Library, index: Path) -> None:
    words = sorted({word.strip("?.,()").casefold() for text in all_texts(library) for word in text.split()})
    words = [word for word in words if word.isalnum()]
    assert run([("stem", word) for word in words], index) == [rule_stem(word) for word in words]


@given(st.lists(st.integers(0, 10**6)))
def test_packed_numbers_are_printable(numbers: list[int]) -> None:
    packed = pack(numbers)
    assert packed.isascii()
    assert not set(packed) & set(' "\\|<\n')


def test_packed_numbers_come_back() -> None:
    runs = [[], [0], [44, 45, 46, 2024, 2025, 2026, 91_125, 10**6], list(range(200))]
    assert run([("unpack", pack(numbers)) for numbers in runs]) == runs
    assert list(deltas([3, 3, 10])) == [3, 0, 7]


@dataclass(frozen=True, slots=True)
class Morpheme:
    form: str
    tag: str


def test_kiwipiepy_adds_nouns_and_stems_of_verbs() -> None:
    known = {"손실곡면은": [Morpheme("손실", "NNG"), Morpheme("곡면", "NNG"), Morpheme("은", "JX")]}
    stems = KiwiStems(lambda word: list(known.get(word, [])))
    assert stems.of("손실곡면은") == ("손실곡면", "손실", "곡면")
    assert stems.of("network") == ("network",)
    assert stems.of("는") == ()


def test_without_kiwipiepy_there_are_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "kiwipiepy", None)
    assert best_stems().name == "rules"


def test_the_real_kiwipiepy(library: Library, tmp_path: Path) -> None:
    pytest.importorskip("kiwipiepy", reason="kiwipiepy is not installed: pip install .[korean]")
    stems = best_stems()
    assert stems.name == "kiwipiepy"
    assert "늘어나" in stems.of("늘어났다")
    folder = write_index(library, stems, tmp_path)
    (result,) = run([("search", "역전파는", "ko")], folder)
    assert result["items"][0][0]["location"] == "q/backpropagation/"
