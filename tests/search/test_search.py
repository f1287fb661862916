"""Understanding queries, and what results look like."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from kb.library import Library
from kb.model import Answer, KnowledgeBase, Phrases, Question, Span, Text, Topic
from kb.rendering.katex import node
from kb.search.files import bundle
from kb.search.pages import Found, plain, units
from kb.search.stems import RuleStems

from tests.search.engine import SCRIPTS, run, write_index


def found_by(index: Path, query: str, lang: str = "ko") -> dict[str, Any]:
    (result,) = run([("search", query, lang)], index)
    assert isinstance(result, dict)
    return result


def test_hangul_by_keys() -> None:
    calls = [
        ("keystrokes", "홠"),
        ("keystrokes", "활성"),
        ("initials", "경사 하강법"),
        ("typedInHangul", "durwjsvk"),
        ("typedInHangul", "rkqt"),
        ("typedInHangul", "ghkftjdghk"),
        ("typedInLatin", "ㅇ개ㅔㅐㅕㅅ"),
        ("typedInLatin", "쟈쪼"),
    ]
    assert run(calls) == [
        "ㅎㅗㅏㄹㅅ",
        "ㅎㅗㅏㄹㅅㅓㅇ",
        "ㄱㅅ ㅎㄱㅂ",
        "역전파",
        "값",
        "활성화",
        "dropout",
        "wiWh",
    ]


@pytest.mark.parametrize("word", ["역전파", "과적합", "쉬운말로", "값", "읽기", "의미", "왜"])
def test_both_keyboards_are_inverses(word: str) -> None:
    (latin,) = run([("typedInLatin", word)])
    assert run([("typedInHangul", latin)]) == [word]


@pytest.mark.parametrize(
    ("a", "b", "most", "slips"),
    [("overfiting", "overfitting", 2, 1), ("ab", "ba", 1, 1), ("abc", "xyz", 2, 3), ("same", "same", 1, 0)],
)
def test_distance_counts_slips(a: str, b: str, most: int, slips: int) -> None:
    assert run([("distance", a, b, most)]) == [slips]


def test_nothing_asked_nothing_found(index: Path) -> None:
    assert found_by(index, "  ")["items"] == []


@pytest.mark.parametrize(
    "query",
    ["(", "\\", "a" * 500, "가" * 300, "<b>", "역전파 " * 60, "\u0000", "%", "ㅋㅋㅋ", "🙂", "[a-z]+"],
)
def test_strange_queries_do_no_harm(index: Path, query: str) -> None:
    assert isinstance(found_by(index, query)["items"], list)


def test_decomposed_hangul_is_found(index: Path) -> None:
    import unicodedata

    result = found_by(index, unicodedata.normalize("NFD", "역전파"))
    assert result["items"][0][0]["location"] == "q/backpropagation/"


def test_a_term_that_no_question_asks_about_leads_to_the_glossary(index: Path) -> None:
    result = found_by(index, "ROC 곡선")
    places = [group[0]["location"] for group in result["items"]]
    assert any(place.startswith("glossary/#") for place in places)


def test_nothing_found_offers_the_nearest_title_and_the_unanswered_page(index: Path) -> None:
    for lang in ("ko", "en"):
        result = found_by(index, "french revolution", lang)
        assert result["none"]
        nearest, unanswered = result["items"]
        assert re.fullmatch(r"q/[\w-]+/", nearest[0]["location"])
        assert unanswered[0]["location"] == "unanswered/"


def test_what_a_page_says_cannot_become_markup(tmp_path: Path) -> None:
    title = Text("<img src=x> 드롭아웃", "<img src=x> dropout")
    asked = Question("q", title, "t", also_asked=Phrases(("드롭아웃",), ("dropout",)))
    kb = KnowledgeBase((Topic("t", Text("t", "t")),), (asked,), {})
    library = Library(kb, (), (), ())
    folder = write_index(library, RuleStems(), tmp_path)
    text = json.dumps(found_by(folder, "dropout"))
    assert "<img" not in text
    assert "&#60;img" in text


def one_language() -> Library:
    """Make a site where one question was answered in English only, and says what no Korean page says."""
    questions = (
        Question("a", Text("드롭아웃이란?", "What is dropout?"), "t"),
        Question("b", Text("과적합이란?", "What is overfitting?"), "t"),
    )
    answer = Answer("b", "d", "d", Span("d", 1, 2), "en", "kim", "answer", "b", "Think of zebrafish.", 1)
    return Library(KnowledgeBase((Topic("t", Text("t", "t")),), questions, {"b": (answer,)}), (), (), ())


def test_a_match_in_the_other_language_alone_leads_there_and_says_so(tmp_path: Path) -> None:
    folder = write_index(one_language(), RuleStems(), tmp_path)
    item = next(
        i for g in found_by(folder, "zebrafish", "ko")["items"] for i in g if "#" not in i["location"]
    )
    assert item["location"] == "../en/q/b/"
    assert item["tags"] == ["English"]
    own = next(i for g in found_by(folder, "zebrafish", "en")["items"] for i in g if "#" not in i["location"])
    assert own["location"] == "q/b/"
    assert "tags" not in own


def test_the_best_section_comes_first_where_the_title_does_not_say_it(tmp_path: Path) -> None:
    folder = write_index(one_language(), RuleStems(), tmp_path)
    first, page = found_by(folder, "zebrafish", "en")["items"][0]
    assert first["location"] == "q/b/#answer-0"
    assert first["score"] > page["score"]
    assert first["text"] == "Think of <mark data-md-highlight>zebrafish</mark>."
    assert first["terms"] == {"zebrafish": True}


def test_pages_are_grouped_and_lists_of_links_left_out() -> None:
    kb = one_language().kb
    found = (
        Found("ko/", "홈", ""),
        Found("ko/q/a/", "드롭아웃이란?", '<p class="kb-alt" lang="en">What is dropout?</p><p>&lt;b&gt;</p>'),
        Found("ko/q/a/#next", "이어지는 질문", "<ul><li>과적합이란?</li></ul>"),
        Found("ko/q/a/#references", "참고 문헌", "<p>책</p>"),
        Found("en/q/a/", "What is dropout?", "<p>word</p>"),
        Found("elsewhere/", "x", "x"),
    )
    a, home = units(kb, (), found)
    assert (a.id, home.kind) == ("a", "page")
    assert [(page.lang, page.url) for page in a.pages] == [("ko", "ko/q/a/"), ("en", "en/q/a/")]
    assert [section.text for section in a.pages[0].sections] == ["<b>"]
    assert plain("<p>a</p><p>b&amp;c</p>") == "a b&c"


def test_the_bundle_is_one_classic_script_without_comments(tmp_path: Path) -> None:
    code = bundle(SCRIPTS)
    assert not re.search(r"^(import|export) |^\s*//|/\*\*", code, re.MULTILINE)
    script = tmp_path / "engine.cjs"
    script.write_text(
        f"globalThis.self = globalThis\n{code}\nif (!self.kbSearchEngine.Engine) throw 1", encoding="utf-8"
    )
    subprocess.run([node(), script], check=True)
