"""Nothing in an answer may run, send, restyle or cover anything on the page it stands on."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kb.diagnostics import Code

from .rendered import render

SCRIPT = "alert(1)"
VECTORS = [
    f"<script>{SCRIPT}</script>",
    f"<SCRIPT SRC=//e.org/x.js></SCRIPT>{SCRIPT}",
    f"<scr<script>ipt>{SCRIPT}</script>",
    f"<img src=x onerror={SCRIPT}>",
    f"<img src='x' onerror\n=\n'{SCRIPT}'>",
    f"<img/src=x/onerror={SCRIPT}>",
    f"<svg onload={SCRIPT}>",
    f"<svg><script>{SCRIPT}</script></svg>",
    f"<svg><animate onbegin={SCRIPT} attributeName=x></svg>",
    f"<math><mtext></mtext><mglyph><style><img src=x onerror={SCRIPT}></style></mglyph></math>",
    f"<details open ontoggle={SCRIPT}>",
    f"<body onload={SCRIPT}>",
    f"<input autofocus onfocus={SCRIPT}>",
    f"<select><option onclick={SCRIPT}>",
    f"<video><source onerror={SCRIPT}></video>",
    f"<audio src=x onerror={SCRIPT}>",
    f"<marquee onstart={SCRIPT}>x</marquee>",
    f"<a href='javascript:{SCRIPT}'>x</a>",
    f"<a href='  JaVaScRiPt:{SCRIPT}'>x</a>",
    f"<a href='java\tscript:{SCRIPT}'>x</a>",
    f"<a href='java&#10;script:{SCRIPT}'>x</a>",
    f"<a href='&#106;avascript:{SCRIPT}'>x</a>",
    f"<a href='data:text/html,<script>{SCRIPT}</script>'>x</a>",
    f"<a href='vbscript:{SCRIPT}'>x</a>",
    f"[x](javascript:{SCRIPT})",
    f"[x](<java\tscript:{SCRIPT}>)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    f"<javascript:{SCRIPT}>",
    f"![x](javascript:{SCRIPT})",
    "![x](data:image/svg+xml,<svg onload=alert(1)>)",
    f"[x]: javascript:{SCRIPT}\n\n[x]",
    f"<form action='javascript:{SCRIPT}'><button>x</button></form>",
    f"<button formaction='javascript:{SCRIPT}'>x</button>",
    "<iframe src='https://e.org'></iframe>",
    f"<iframe srcdoc='<script>{SCRIPT}</script>'></iframe>",
    "<object data='https://e.org/x.swf'></object>",
    "<embed src='https://e.org/x.swf'>",
    "<base href='https://e.org/'>",
    "<meta http-equiv=refresh content='0;url=https://e.org'>",
    "<link rel=stylesheet href='https://e.org/x.css'>",
    "<style>body{display:none}</style>",
    "<div style='position:fixed;inset:0'>x</div>",
    "<p style='background:url(https://e.org/x)'>x</p>",
    "<div class='md-header' id='__search'>x</div>",
    "<a id='location' name='cookie' href='https://e.org'>x</a>",
    "<img name='getElementById' src='x.png'>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<textarea></textarea><img src=x onerror=alert(1)>",
    "<xmp><img src=x onerror=alert(1)></xmp>",
    "<title><img src=x onerror=alert(1)></title>",
    "<plaintext>",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml-stylesheet href='javascript:alert(1)'?>",
    "`<img src=x onerror=alert(1)>`",
    "```html\n<img src=x onerror=alert(1)>\n```",
    "```\"><img/src=x/onerror=alert(1)>\nx\n```",
    "| <img src=x onerror=alert(1)> |\n|---|\n| <script>alert(1)</script> |",
    "# <img src=x onerror=alert(1)>",
    "![\"><img src=x onerror=alert(1)>](x.png)",
    "![x](x.png \"\\\"><img src=x onerror=alert(1)>\")",
    "![x](figure:\"><script>alert(1)</script>)",
    "$\\text{</span><script>alert(1)</script>}$",
    "[^\"><script>]\n\n[^\"><script>]: x",
    "<math href='javascript:alert(1)'>x</math>",
    "<a href='//e.org' target='_blank' ping='https://e.org'>x</a>",
    "<img src='x.png' srcset='https://e.org/x 1x'>",
    "<table background='https://e.org/x.png'><tr><td>x</td></tr></table>",
    "<ins cite='javascript:alert(1)'>x</ins>",
    "<q cite='javascript:alert(1)'>x</q>",
]  # fmt: skip
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


@pytest.mark.parametrize("vector", VECTORS)
@pytest.mark.parametrize("wrap", ["{}", "> {}", "- {}", "<div>\n\n{}", "<details><summary>{}</summary>"])
def test_no_vector_gets_through(vector: str, wrap: str) -> None:
    assert trouble(render(wrap.format(vector)).html) == []


@pytest.mark.parametrize(
    "gfm",
    [
        "</div></div></article>x",
        "<details><summary>x",
        "<table><tr><td>x",
        "<b><i>x</b></i>",
        "<p><div></p>",
        "<h1><h2>x",
    ],
)
def test_the_page_keeps_its_layout(gfm: str) -> None:
    assert trouble(render(gfm).html) == []


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
