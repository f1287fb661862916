"""Nothing in an answer may run, send, restyle or cover anything on the page it stands on."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kb.diagnostics import Code

from .rendered import render
from .vectors import ADDRESSES, HANDLERS, INJECTIONS, LAYOUT, SCRIPTS

_SAFE_TAGS = frozenset(
    (
        "a", "abbr", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "col",
        "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure",
        "h3", "h4", "h5", "h6", "hr", "i", "img", "input", "ins", "kbd", "li", "mark", "math", "ol",
        "p", "pre", "q", "rp", "rt", "ruby", "s", "samp", "section", "small", "span", "strike",
        "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time",
        "tr", "tt", "u", "ul", "var", "wbr",
    )
)  # fmt: skip


class _Page(HTMLParser):
    """Notes everything in a fragment that a browser could act on, and what is left open."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.trouble: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _SAFE_TAGS:
            self.trouble.append(tag)
        for name, value in attrs:
            address = re.sub(r"[\s\x00-\x20]", "", value or "").lower()
            if name.startswith("on") or name in ("style", "srcset", "ping", "target", "formaction", "name"):
                self.trouble.append(f"{tag} {name}")
            if name in ("href", "src", "cite") and re.match(r"(?:javascript|vbscript|data|file):", address):
                self.trouble.append(f"{tag} {name}={address}")
            if name == "id" and not re.match(r"kim-|figure|panel", value or ""):
                self.trouble.append(f"{tag} id={value}")
        if tag not in ("br", "col", "hr", "img", "input", "wbr"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.trouble.append(f"unbalanced {tag}")


def trouble(html: str) -> list[str]:
    page = _Page()
    page.feed(html)
    page.close()
    return page.trouble + [f"open {tag}" for tag in page.open]


@pytest.mark.parametrize("vector", [*SCRIPTS, *HANDLERS, *ADDRESSES, *INJECTIONS])
@pytest.mark.parametrize("around", ["{}", "> {}", "- {}", "<div>\n\n{}", "text {} text", "| {} |\n|---|"])
def test_no_attack_gets_through(vector: str, around: str) -> None:
    assert trouble(render(around.format(vector)).html) == []


@pytest.mark.parametrize("gfm", LAYOUT)
def test_the_page_keeps_its_layout(gfm: str) -> None:
    html = render(f"{gfm}\n\nafter `x` $y$\n\n# head\n\n```py\ny\n```\n\n- [ ] z\n").html
    assert trouble(html) == []
    assert "after" in html


@pytest.mark.parametrize(
    "gfm", ['<div title="\n\nall of the answer is in here', "<!-- all of the answer is in here"]
)
def test_an_answer_that_an_open_tag_swallows_is_shown_as_it_was_written(gfm: str) -> None:
    fragment = render(gfm)
    assert "all of the answer is in here" in fragment.text
    assert [d.code for d in fragment.diagnostics] == [Code.TOO_COMPLEX]


def test_formulas_in_attributes_and_code_stay_as_they_were_written() -> None:
    html = render('<p title="$a$">x</p>\n\n<pre>$b$</pre>\n\n![of $c$](d.png)').html
    assert 'title="$a$"' in html
    assert "$b$</code>" in html
    assert 'alt="of $c$"' in html


@pytest.mark.parametrize(
    ("gfm", "what"),
    [
        ("a\n\n<script>x()</script>", "script"),
        ("<img src=x.png onclick=x()>", "onclick"),
        ("<a href='javascript:x()'>y</a>", "href=script"),
        ("<iframe src=x></iframe>", "iframe"),
    ],
)
def test_what_has_no_effect_is_reported(gfm: str, what: str) -> None:
    found = [d.message for d in render(gfm).diagnostics if d.code is Code.UNSAFE_REMOVED]
    assert found == [f'"{what}" has no effect here']


def test_harmless_html_is_kept_without_a_word() -> None:
    gfm = '<p align="center">H<sub>2</sub>O <kbd>X</kbd></p>\n\n<details><summary>more</summary>x</details>'
    fragment = render(gfm)
    assert '<p align="center">H<sub>2</sub>O <kbd>X</kbd></p>' in fragment.html
    assert "<details><summary>more</summary>" in fragment.html
    assert not fragment.diagnostics


_PIECES = st.sampled_from(
    [
        "<", ">", "/", "script", "img", " src=", "onerror=", "'", '"', "`", "$", "\n", "\n\n", "- ",
        "> ", "[", "](", ")", "javascript:", "&#", ";", "<!--", "-->", "<details>", "</div>",
        "figure:panel", "!", "a", "가", "\\", "|", "---", "\ue000", "0", "\ue001",
    ]
)  # fmt: skip


@given(st.lists(_PIECES | st.text(max_size=3), max_size=40).map("".join))
def test_nothing_an_author_can_write_is_unsafe(gfm: str) -> None:
    assert trouble(render(gfm).html) == []
