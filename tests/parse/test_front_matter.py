"""The `---` block at the head of a file."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from kb.diagnostics import Code
from kb.files import front_matter
from kb.files.front_matter import FrontMatter, read_front_matter
from kb.model import Original

from .documents import parsed, source_of


def read(*lines: str) -> tuple[FrontMatter, list[tuple[Code, int]]]:
    meta, found = read_front_matter(source_of("\n".join(["---", *lines, "---", "", "# a", "", "b"])))
    return meta, [(d.code, d.line) for d in found]


WORDS = st.sampled_from(
    ["a", "no", "Yes", "null", "1", "1_0", "1e3", "2024-01-02", "가나", "x, y", "ko@0", "_"]
)


@given(
    st.lists(
        st.tuples(st.sampled_from(["title", "role", "no", "x_y"]), WORDS, WORDS | st.just("")), min_size=1
    )
)
def test_plain_values_are_read_as_by_any_reader_of_yaml(lines: list[tuple[str, str, str]]) -> None:
    text = "\n".join(f"{key}: {first} {second}" for key, first, second in lines)
    assert front_matter._PLAIN.fullmatch(text)
    assert front_matter._loaded(text) == yaml.safe_load(text)


def test_all_that_is_ours() -> None:
    meta, found = read(
        "question: relu", "lang: ko", "role: pitfall", "contributor: kim", "topic: nets", "title: x",
        "translated: en@0123456789ab", "verbatim: true", "license: CC BY 4.0",
    )  # fmt: skip
    assert found == []
    assert meta == FrontMatter(
        "relu", "ko", "pitfall", "kim", "nets", "x", Original("en", "0123456789ab"), True, "CC BY 4.0"
    )


@pytest.mark.parametrize(
    ("lines", "meta"),
    [
        ((), FrontMatter()),
        (("layout: post", "tags: [a, b]", "lang: en-US", "date: 2024-01-02"), FrontMatter()),
        (("author: lee",), FrontMatter(contributor="lee")),
        (("title: 2024",), FrontMatter(title="2024")),
        (("title:", "question: ''", "role: null"), FrontMatter()),
        (("- a", "- list"), FrontMatter()),
        (("title: [a]", "topic: {b: c}"), FrontMatter()),
        (("verbatim: no",), FrontMatter()),
    ],
)
def test_what_others_write_is_left_alone(lines: tuple[str, ...], meta: FrontMatter) -> None:
    assert read(*lines) == (meta, [])


@pytest.mark.parametrize(
    ("lines", "code", "line"),
    [
        (("title: a: b",), Code.FRONT_MATTER, 2),
        (("a: [", "b: c"), Code.FRONT_MATTER, 3),
        (("a: &x [*x]", "b: *y"), Code.FRONT_MATTER, 3),
        (("question: relu", "role: answr"), Code.UNKNOWN_VALUE, 3),
        (("lang: kr",), Code.UNKNOWN_VALUE, 2),
        (("question: relu", "contributer: kim"), Code.UNKNOWN_VALUE, 3),
        (("translated: yesterday",), Code.UNKNOWN_VALUE, 2),
        (("d: 2024-99-99",), Code.FRONT_MATTER, 1),
    ],
)
def test_mistakes_are_named_with_their_line(lines: tuple[str, ...], code: Code, line: int) -> None:
    assert read(*lines)[1] == [(code, line)]


@pytest.mark.parametrize("text", ["---\ntitle: a\n\n## 1. What?\n\nb\n", "text\n---\ntitle: a\n---\n", "---"])
def test_a_rule_opens_no_front_matter(text: str) -> None:
    assert read_front_matter(source_of(text)) == (FrontMatter(), ())
    document, _ = parsed(text)
    assert all(other.kind != "front-matter" for other in document.other)
