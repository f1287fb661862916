"""The bank and the glossary: what is read, and how mistakes are named with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest
from kb.bank import check_tags, load_bank
from kb.diagnostics import Code
from kb.glossary import load_glossary
from kb.model import Phrases, Term, Text

ABOUT = "id: nets, order: 2, title: {ko: 신경망, en: Networks}, description: {ko: 설명, en: About}"
HEAD = "topic: {" + ABOUT + "}\nquestions:\n"
FULL = "id: a, title: {ko: 가, en: a}, difficulty: 1"
FULL_TERM = "id: b, ko: 비, en: b, definition: {ko: 가, en: a}"
GOOD = """\
  - id: relu
    title: {ko: 'ReLU란?', en: 'What is ReLU?'}
    difficulty: 2
    also_asked: {ko: [렐루], en: [relu, rectifier]}
    aliases: [rectifier]
  - {id: leaky, title: {ko: 누출, en: Leaky}, difficulty: 1, parent: relu, related: [relu]}
"""


def write(folder: Path, text: str, name: str = "nets.yml") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def test_a_bank_is_read(tmp_path: Path) -> None:
    path = write(tmp_path, HEAD + GOOD)
    first = ABOUT.replace("nets", "first").replace("order: 2", "order: 1")
    write(tmp_path, "topic: {" + first + "}\nquestions: []\n", "z.yml")
    bank, found = load_bank(tmp_path)
    assert found == ()
    assert [topic.id for topic in bank.topics] == ["first", "nets"]
    relu, leaky = bank.questions
    assert (relu.title, relu.topic, relu.difficulty) == (Text("ReLU란?", "What is ReLU?"), "nets", 2)
    assert relu.also_asked == Phrases(("렐루",), ("relu", "rectifier"))
    assert (leaky.parent, leaky.related, relu.aliases) == ("relu", ("relu",), ("rectifier",))
    assert relu.span is not None
    assert (relu.span.path, relu.span.start) == (path.as_posix(), 3)


@pytest.mark.parametrize(
    ("entry", "line", "code", "message"),
    [
        ("  - {id: A b, title: {ko: 가, en: a}, difficulty: 1}", 3, Code.BANK_SCHEMA, "is not an id"),
        ("  - {title: {ko: 가, en: a}, difficulty: 1}", 3, Code.BANK_SCHEMA, '"id" is missing'),
        ("  - id: a\n    title: {ko: 가}\n    difficulty: 1", 4, Code.BANK_SCHEMA, '"en" is missing'),
        ("  - id: a\n    title: 가\n    difficulty: 1", 4, Code.BANK_SCHEMA, "title must be a mapping"),
        ("  - {id: a, title: {ko: 가, en: a}}", 3, Code.BANK_SCHEMA, '"difficulty" is missing'),
        ("  - id: a\n    title: {ko: 가, en: a}\n    difficulty: hard", 5, Code.BANK_SCHEMA, "1, 2 or 3"),
        ("  - {" + FULL + ", aliases: x}", 3, Code.BANK_SCHEMA, "must be a list"),
        ("  - {" + FULL + ", aliases: [[x]]}", 3, Code.BANK_SCHEMA, "text only"),
        ("  - {" + FULL + ", dificulty: 2}", 3, Code.BANK_SCHEMA, "unknown key"),
        ("  - {" + FULL + ", tags: x}", 3, Code.BANK_SCHEMA, '"tags" must be a list'),
        ("  - {" + FULL + ", tags: [{x: y}]}", 3, Code.BANK_SCHEMA, '"tags" must hold text only'),
        ("  - just text", 3, Code.BANK_SCHEMA, "must be a mapping"),
        ("  - {" + FULL + ", parent: b}", 3, Code.BANK_REFERENCE, "no other question"),
        ("  - {" + FULL + ", related: [a]}", 3, Code.BANK_REFERENCE, "no other"),
        ("  - {" + FULL + ", aliases: [a]}", 3, Code.BANK_DUPLICATE, "is also an id"),
        ("  - [", 4, Code.BANK_SYNTAX, ""),
    ],
)  # fmt: skip
def test_mistakes_are_named_with_their_line(
    tmp_path: Path, entry: str, line: int, code: Code, message: str
) -> None:
    path = write(tmp_path, f"{HEAD}{entry}\n")
    _, found = load_bank(tmp_path)
    first = found[0]
    assert (first.code, first.path, first.line) == (code, path.as_posix(), line)
    assert message in first.message


def test_tags_are_terms_of_the_glossary(tmp_path: Path) -> None:
    write(tmp_path, HEAD + "  - {" + FULL + ", tags: [optimizer, optimiser]}\n")
    bank, found = load_bank(tmp_path)
    assert found == ()
    (problem,) = check_tags(bank, [Term("optimizer", Text("옵티마이저", "optimizer"))])
    assert (problem.code, problem.line) == (Code.BANK_REFERENCE, 3)
    assert 'tag "optimiser" is no term of the glossary' in problem.message
    assert problem.hint == 'did you mean "optimizer"?'


def test_parents_in_a_circle_are_reported(tmp_path: Path) -> None:
    entry = "  - {id: %s, title: {ko: 가, en: a}, difficulty: 1, parent: %s}\n"
    write(tmp_path, HEAD + entry % ("a", "b") + entry % ("b", "c") + entry % ("c", "b"))
    _, found = load_bank(tmp_path)
    assert [(d.line, d.message) for d in found] == [
        (4, "b: is its own parent over c"),
        (5, "c: is its own parent over b"),
    ]


def test_a_file_that_is_no_utf8(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes("topic: 가".encode("cp949"))
    _, (problem,) = load_bank(tmp_path)
    assert (problem.code, problem.hint) == (Code.BANK_SYNTAX, "save it as UTF-8")


@pytest.mark.parametrize("text", ["", "[]\n", "text\n", "topic: {}\nquestions: {}\n"])
def test_a_file_of_another_shape_is_reported_and_not_raised(tmp_path: Path, text: str) -> None:
    write(tmp_path, text)
    bank, found = load_bank(tmp_path)
    assert bank.questions == ()
    assert found
    assert {d.code for d in found} == {Code.BANK_SCHEMA}


TERM = "- {id: relu, ko: 렐루, en: ReLU, abbr: [R], also: [rectifier], definition: {ko: 가, en: a}}\n"


def test_a_glossary_is_read(tmp_path: Path) -> None:
    (term,), found = load_glossary(write(tmp_path, TERM))
    assert found == ()
    assert (term.id, term.name, term.abbr, term.also) == (
        "relu",
        Text("렐루", "ReLU"),
        ("R",),
        ("rectifier",),
    )
    assert not term.everyday


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a: b\n", 1, "must be a list"),
        ("- x\n", 1, "must be a mapping"),
        (TERM + "- {" + FULL_TERM.replace("en: b", "en: rectifier") + "}\n", 2, 'belongs to "relu" and "b"'),
        (f"{TERM}- {{id: b, ko: 비, en: b}}\n", 2, '"definition" is missing'),
        (f"{TERM}- {{id: b, ko: 비, en: b, definition: {{ko: 가}}}}\n", 2, '"en" is missing'),
        (TERM + "- {" + FULL_TERM + ", abr: [x]}\n", 2, 'unknown key "abr"'),
    ],
)  # fmt: skip
def test_mistakes_in_the_glossary(tmp_path: Path, text: str, line: int, message: str) -> None:
    path = write(tmp_path, text)
    _, found = load_glossary(path)
    assert any((d.code, d.line) == (Code.GLOSSARY_SCHEMA, line) and message in d.message for d in found)


def test_no_glossary_is_no_mistake(tmp_path: Path) -> None:
    assert load_glossary(tmp_path / "none.yml") == ((), ())
