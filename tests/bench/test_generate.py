"""The made-up collections of the benchmarks are what they say they are."""

from __future__ import annotations

import hashlib
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from kb.library import Library, load

from tests.bench.generate import GROUP, made, write_docs
from tests.bench.vocabulary import name

COUNT = 165


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    write_docs(folder, COUNT)
    return folder


@pytest.fixture(scope="module")
def library(docs: Path) -> Library:
    return load((docs / "answers",), docs / "questions", docs / "glossary.yml")


def _state(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_the_same_number_makes_the_same_files(docs: Path, tmp_path: Path) -> None:
    write_docs(tmp_path, COUNT)
    assert _state(tmp_path) == _state(docs)


def test_names_are_unique_in_both_scripts() -> None:
    names = [name(number) for number in range(27_000)]
    assert len({n.ko for n in names}) == len({n.en for n in names}) == len(names)


def test_every_convention_is_read_as_itself(library: Library) -> None:
    found = Counter(document.dialect for document in library.kb.documents)
    pairs = {
        "heading",
        "numbered-heading",
        "prefix",
        "summary",
        "tabs",
        "id-heading",
        "outline-number",
        "list-item",
    }
    assert found == Counter(dict.fromkeys(pairs, 2)) + Counter({"single-file": 2 * (COUNT - 8 * GROUP)})
    assert not library.diagnostics


def test_every_question_is_answered_once_in_each_language(library: Library) -> None:
    assert len(library.kb.questions) == COUNT and all(q.in_bank for q in library.kb.questions)
    for question in library.kb.questions:
        assert sorted(a.lang for a in library.kb.answers[question.id]) == ["en", "ko"]


def test_an_answer_is_what_was_made(library: Library) -> None:
    for question in made(COUNT):
        for answer in library.kb.answers[question.id]:
            assert len(answer.references) == len(question.references)
            assert answer.gfm.strip() == question.body.get(answer.lang)


def test_answers_have_about_four_hundred_words(library: Library) -> None:
    sizes = [len(a.gfm.split()) for answers in library.kb.answers.values() for a in answers]
    assert 300 < sum(sizes) / len(sizes) < 500


def test_bodies_differ_from_one_another(library: Library) -> None:
    bodies = sorted(a.gfm for answers in library.kb.answers.values() for a in answers)
    assert all(one != other for one, other in pairwise(bodies))
