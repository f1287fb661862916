"""What a machine can check of our answers."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tempfile
from functools import cache

import pytest
from kb.library import load
from kb.model import LANGS

from .answers import ANSWERS, ROOT, AnswerFile, answers, questions

ALL = pytest.mark.parametrize("answer", answers(), ids=lambda a: f"{a.lang}/{a.question}")


def other(answer: AnswerFile) -> AnswerFile:
    return next(a for a in answers() if a.question == answer.question and a.lang != answer.lang)


@cache
def outcome(program: str) -> tuple[str, str]:
    """Run a program, once where the languages differ in comments alone; return what it wrote."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", program],
            capture_output=True, encoding="utf-8", cwd=folder, timeout=300, check=False,
        )  # fmt: skip
    return done.stdout, done.stderr


def test_every_answer_is_there_in_both_languages() -> None:
    ko, en = ({a.question for a in answers() if a.lang == lang} for lang in LANGS)
    assert ko == en
    assert ko <= set(questions())


@ALL
def test_the_title_is_the_banks(answer: AnswerFile) -> None:
    assert answer.title == questions()[answer.question].title.only(answer.lang)


@ALL
def test_the_answer_opens_with_what_one_would_say(answer: AnswerFile) -> None:
    assert not re.match(r"[#$`|>!\-*\d]", answer.opening)
    assert 25 <= len(answer.opening.split()) <= 140


@ALL
def test_the_answer_is_neither_short_nor_long(answer: AnswerFile) -> None:
    assert 150 <= answer.words <= 500


@ALL
def test_the_answer_names_its_sources(answer: AnswerFile) -> None:
    assert answer.references
    assert len(set(answer.references)) == len(answer.references)
    assert answer.references == other(answer).references


@ALL
def test_both_languages_say_the_same(answer: AnswerFile) -> None:
    twin = other(answer)
    assert answer.headings == twin.headings
    assert answer.figures == twin.figures
    assert [language for language, _ in answer.code] == [language for language, _ in twin.code]
    assert answer.text.count("$$") == twin.text.count("$$")


@ALL
def test_links_say_the_title_of_where_they_lead(answer: AnswerFile) -> None:
    for text, target in re.findall(r"\[([^\]]+)\]\(([\w-]+)\.md\)", answer.text):
        assert text == questions()[target].title.only(answer.lang)


@pytest.mark.parametrize(
    "answer",
    [a for a in answers() if any(c[0] == "python" for c in a.code)],
    ids=lambda a: f"{a.lang}/{a.question}",
)
def test_code_prints_what_the_answer_says(answer: AnswerFile) -> None:
    blocks = answer.code
    for number, (language, code) in enumerate(blocks):
        if language != "python":
            continue
        assert number + 1 < len(blocks), "a python block is followed by what it prints"
        assert blocks[number + 1][0] == "text", "a python block is followed by what it prints"
        printed, complaints = outcome(ast.unparse(ast.parse(code)))
        assert complaints == ""
        assert printed.rstrip() == blocks[number + 1][1].rstrip()


def test_checking_our_answers_finds_nothing() -> None:
    library = load([ANSWERS], ROOT / "docs/questions", ROOT / "docs/glossary.yml")
    assert [str(diagnostic) for diagnostic in library.diagnostics] == []
