"""Terms of the glossary in answers: the first use of each is linked, and nothing else."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kb.model import Lang, Term, Text
from kb.packed import packed
from kb.rendering.terms import NO_TERMS, Linked, TermIndex, openings_of, uses_in


def term(
    identifier: str, ko: str, en: str, *abbr: str, also: tuple[str, ...] = (), everyday: bool = False
) -> Term:
    return Term(identifier, Text(ko, en), abbr, also, Text(f"{ko} 뜻", f"meaning of {en}"), everyday)


TERMS = (
    term("gradient", "기울기", "gradient"),
    term("vanishing-gradient", "기울기 소실", "vanishing gradient"),
    term("map", "최대 사후 확률", "maximum a posteriori", "MAP"),
    term("batch-normalization", "배치 정규화", "batch normalization", "BN", also=("normalization",)),
    term("model", "모델", "model", everyday=True),
)
INDEX = TermIndex.of(TERMS)


def link_terms(html: str, index: TermIndex, lang: Lang, glossary: str) -> str:
    openings = openings_of(TERMS, lang, glossary)
    return Linked(packed(html), uses_in(html, index), openings).text


def linked(html: str, lang: Lang = "en") -> list[tuple[str, str]]:
    links = r'<a class="kb-term" href="g/#([\w-]+)"[^>]*>([^<]*)</a>'
    return re.findall(links, link_terms(html, INDEX, lang, "g/"))


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>A gradient and a gradient.</p>", [("gradient", "gradient")]),
        ("<p>Vanishing gradients hurt.</p>", [("vanishing-gradient", "Vanishing gradients")]),
        (
            "<p>기울기가 작다. 기울기 소실은 나쁘다.</p>",
            [("gradient", "기울기"), ("vanishing-gradient", "기울기 소실")],
        ),
        ("<p>BN을 씁니다.</p>", [("batch-normalization", "BN")]),
        ("<p>Batch-normalization</p>", [("batch-normalization", "Batch-normalization")]),
        ("<p>Look at the map.</p>", []),
        ("<p>MAP estimates</p>", [("map", "MAP")]),
        ("<p>normalization of data</p>", []),
        ("<p>A model.</p>", []),
        ("<p>gradientless 재기울기</p>", []),
        ("<h3>gradient</h3><p><code>gradient</code> <a href=x>gradient</a></p>", []),
        ('<p><span class="katex"><span>gradient</span></span> gradient</p>', [("gradient", "gradient")]),
        ('<p title="gradient">x</p>', []),
    ],
)
def test_first_uses_are_linked(html: str, found: list[tuple[str, str]]) -> None:
    assert linked(html) == found


def test_the_title_is_the_definition_in_the_language_of_the_page() -> None:
    assert 'title="기울기 뜻"' in link_terms("<p>기울기</p>", INDEX, "ko", "g/")
    assert 'title="meaning of gradient"' in link_terms("<p>기울기</p>", INDEX, "en", "g/")


def test_without_terms_nothing_changes() -> None:
    assert link_terms("<p>gradient</p>", NO_TERMS, "en", "g/") == "<p>gradient</p>"


@given(
    st.lists(
        st.sampled_from(
            ["gradient", "기울기", " 소실", "은", " ", "BN", "<b>", "</b>", "<code>", "</code>", "s", "&amp;"]
        )
    )
)
def test_the_words_stay_as_they_are(pieces: list[str]) -> None:
    html = "".join(pieces)
    after = link_terms(html, INDEX, "ko", "g/")
    assert re.sub(r'<a class="kb-term"[^>]*>|</a>', "", after) == html
