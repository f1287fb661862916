"""What the search reads of pages: the same sections and words as the search plugin finds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kb.search.collecting import collect
from kb.search.pages import Found, plain
from kb.site.search_index import searchable
from material.plugins.search.plugin import Parser

from tests.site.small import Built

PAGES = ("ko/", "en/", "ko/q/relu/", "en/q/relu/", "ko/q/dead-relu/", "ko/topics/activations/", "en/about/")


def theirs(html: str) -> list[tuple[str, str, str]]:
    """Return anchor, title and letters of each section that the search plugin finds."""
    parser = Parser()
    parser.feed(html)
    parser.close()
    return [
        (section.id or "", _letters("".join(section.title)), _letters("".join(section.text)))
        for section in parser.data
        if not section.is_excluded()
    ]


def ours(html: str) -> list[tuple[str, str, str]]:
    """Return the same of what is collected."""
    found = collect("x/", "", html)
    return [(f.location.removeprefix("x/").lstrip("#"), _letters(f.title), _letters(f.text)) for f in found]


def _letters(html: str) -> str:
    return plain(html).replace(" ", "")


@pytest.mark.parametrize("path", PAGES)
def test_the_pages_of_a_site_have_the_same_sections(site: Built, path: str) -> None:
    article = site.page(path).select_one("article")
    assert article is not None
    html = searchable(article.decode_contents().strip())
    assert ours(html) == theirs(html)
    assert len(ours(html)) > 1


@pytest.mark.parametrize(
    "html",
    [
        '<h1 id="a">A</h1><p>one</p><h2 id="b">B <em>c</em></h2>two',
        '<p>before</p><h1 id="a">A</h1>after',
        '<h2 id="b">B</h2>x<h3>no id</h3>y',
        '<h1 id="a">A</h1><div>one<h2 id="b">B</h2>two</div>three<h2 id="c">C</h2>four',
        '<h1 id="a">A</h1><div><div><h3 id="b">B</h3>x</div>y<h3 id="c">C</h3></div>z',
        '<h1 id="a">A</h1><p data-search-exclude>gone <b>gone</b></p>stays',
        '<h1 id="a">A</h1>x<h2 id="b" data-search-exclude>B</h2>gone<h2 id="c">C</h2>y',
        '<h1 id="a">A</h1>x<script>if (1 < 2) {}</script><style>p {}</style>y',
        '<h1 id="a">A<a class="headerlink" href="#a" title="x > y">¶</a></h1>x<br>y<img alt="a > b"/>z',
        "<p>no heading</p>",
    ],
)
def test_sections_end_where_the_search_plugin_ends_them(html: str) -> None:
    assert ours(html) == theirs(html)


_NAMES = st.sampled_from(("p", "div", "ul", "b", "h1", "h2", "h3"))
_TREES = st.recursive(
    st.sampled_from(("word", "말", "&lt;b&gt;", "<br>", "<!-- <p> -->")),
    lambda inner: st.builds(
        lambda name, number, parts: f'<{name} id="i{number}">{" ".join(parts)} x</{name}>',
        _NAMES,
        st.integers(0, 99),
        st.lists(inner, max_size=4),
    ),
)


@given(st.lists(_TREES, max_size=6))
def test_no_word_is_lost(parts: list[str]) -> None:
    html = "<p>first</p>" + "".join(parts)
    found = collect("x/", "", html)
    assert sorted("".join(_letters(f.title) + _letters(f.text) for f in found)) == sorted(_letters(html))


def test_a_page_is_named_where_it_has_no_heading() -> None:
    assert collect("a/", "Name", "<p>x</p>") == (Found("a/", "Name", "<p>x</p>"),)
    assert collect("a/", "Name", "") == (Found("a/", "Name", ""),)
