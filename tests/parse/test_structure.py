"""Headings, tables of contents, what is covered, limits, and where lines go."""

from __future__ import annotations

import time

import pytest
from kb.blocks import scan
from kb.diagnostics import Code
from kb.structure.toc import toc_links

from .documents import parsed


def headings(*lines: str) -> list[tuple[int, int, str]]:
    return [(line.number, line.level, line.content) for line in scan(lines).headings()]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("# a",), [(1, 1, "a")]),
        (("### a ###",), [(1, 3, "a")]),
        (("   ## a",), [(1, 2, "a")]),
        (("    ## a",), []),
        (("####### a",), []),
        (("#\ta",), [(1, 1, "a")]),
        (("##\u3000가",), [(1, 2, "가")]),
        (("＃＃ 가",), [(1, 2, "가")]),
        (("# C#",), [(1, 1, "C#")]),
        (("<h3>a</h3>",), [(1, 3, "a")]),
        (("a", "==="), [(1, 1, "a")]),
        (("a", "---", "", "b", "---"), [(1, 2, "a"), (4, 2, "b")]),
        (("# x", "", "a", "---"), [(1, 1, "x"), (3, 2, "a")][:1]),
        (("##a",), [(1, 2, "a")]),
        (("#tag #other",), []),
        (("#5",), []),
        (("```", "# a", "```"), []),
        (("~~~", "# a"), [(2, 1, "a")]),
        (("> # a",), []),
        (("- # a",), []),
        (("<!--", "# a", "-->"), []),
        (("---", "# a: b", "---"), []),
        (("<details>", "# a", "</details>", "# b"), [(4, 1, "b")]),
        (("<details>", "# a"), [(2, 1, "a")]),
        (("`<details>`", "# a"), [(2, 1, "a")]),
        (("\ufeff# a",), [(1, 1, "a")]),
        (("\u200b## a",), [(1, 2, "a")]),
    ],
)
def test_headings(lines: tuple[str, ...], found: list[tuple[int, int, str]]) -> None:
    assert headings(*lines) == found


@pytest.mark.parametrize(
    ("line", "text", "target"),
    [
        ("- [a](#1)", "a", "1"),
        ("1. [**a** b](#a-b)", "a b", "a-b"),
        ("- 1. [a](#1번)", "a", "1번"),
        ("[a](#q1)<br>", "a", "q1"),
        ("*[a](*1)", "a", "1"),
        ("| [2](#2) | what |", "what", "2"),
        ("- [a](https://github.com/kim/notes/blob/main/dl.md#3)", "a", "3"),
        ("- [a [b]](#c)", "a [b]", "c"),
    ],
)
def test_lines_of_a_table_of_contents(line: str, text: str, target: str) -> None:
    (link,) = toc_links(scan([line]).lines)
    assert (link.text, link.target) == (text, target)


@pytest.mark.parametrize(
    "line",
    ["see [a](#1) there", "- [a](b.md)", "- [a](https://example.org)", "| [a](#1) | [b](#2) |", "![a](#1)"],
)
def test_other_lines_with_links(line: str) -> None:
    assert toc_links(scan([line]).lines) == ()


def test_conflicts_are_errors_with_their_lines() -> None:
    text = "## 1. 왜요?\n\n<<<<<<< HEAD\na\n||||||| base\nb\n=======\nc\n>>>>>>> x\n\n## 2. Why?\n\n=======\n"
    _, found = parsed(text)
    (problem,) = found
    assert (problem.code, problem.line, problem.code.severity) == (Code.MERGE_CONFLICT, 3, "error")
    assert "lines 3 to 9" in problem.message


def test_nesting_has_a_limit_with_a_message() -> None:
    for text in ("> " * 60 + "deep", "<details>\n" * 60 + "deep\n" + "</details>\n" * 60):
        _, found = parsed(f"# a\n\n{text}\n")
        assert [d.code for d in found if d.code is Code.DEEP_NESTING] == [Code.DEEP_NESTING]


HOSTILE = {
    "quotes": "> " * 10_000 + "deep\n",
    "brackets": "[" * 100_000,
    "details": "<details>\n" * 20_000,
    "back-ticks": "# " + " ".join("`" * n for n in range(1, 400)),
    "stars": "# " + "**a " * 30_000,
    "one line": "가" * 300_000,
    "spaces": "# a" + " " * 200_000 + "b",
    "headings": "".join(f"## {n}. What is {n}?\n\ntext\n\n" for n in range(4_000)),
    "linked headings": "".join(f"## [What is {n}?](a.md)\n" for n in range(4_000)),
    "tags": "# " + "<a " * 50_000,
    "open links": "[a](" * 20_000,
    "open fences": "~~~a\n\n## b\n" * 4_000,
    "line breaks": "# a" + "<br>" * 40_000 + "x",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_input_takes_long(name: str) -> None:
    """Seconds where something quadratic would take minutes; the benchmark in tests/bench has figures."""
    started = time.process_time()
    parsed(f"# Notes\n\n{HOSTILE[name]}\n")
    assert time.process_time() - started < 5
