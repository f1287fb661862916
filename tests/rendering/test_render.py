from __future__ import annotations

import time

import pytest
from kb.diagnostics import Code
from kb.rendering.slots import mark

from .rendered import render


def codes(gfm: str) -> list[tuple[Code, int]]:
    return [(d.code, d.line) for d in render(gfm).diagnostics]


def test_headings_start_below_the_page_s_own_and_keep_their_distance() -> None:
    fragment = render("# One\n\n### Two `code`\n\n###### Three")
    assert [(h.level, h.id, h.text) for h in fragment.headings] == [
        (3, "kim-1", "One"),
        (5, "kim-2", "Two code"),
        (6, "kim-3", "Three"),
    ]
    assert '<h5 id="kim-2">Two <code>code</code><a class="headerlink" href="#kim-2"' in fragment.html


def test_headings_that_start_deep_are_lifted() -> None:
    assert [h.level for h in render("#### a\n\n##### b").headings] == [3, 4]


def test_formulas_are_put_in_and_their_tex_is_in_the_text() -> None:
    fragment = render("where $a_1*b*$ is\n\n$$\nx<y\n$$\n\n```math\n\\pi\n```")
    assert "<math>a_1*b*</math>" in fragment.html
    assert "<p><math>x&lt;y!</math></p>" in fragment.html
    assert "<p><math>\\pi!</math></p>" in fragment.html
    assert fragment.text == "where a_1*b* is x<y \\pi"


def test_code_is_highlighted_as_material_styles_it() -> None:
    html = render("```python\nx = 1  # one\n```").html
    assert html.startswith('<div class="language-python highlight"><pre><span></span><code tabindex="0">')
    assert '<span class="c1"># one</span>' in html


@pytest.mark.parametrize("language", ["", "nosuchlanguage", "python {.line-numbers}", '"><script>', "c++"])
def test_any_language_name_is_harmless(language: str) -> None:
    html = render(f"```{language}\n<b> & x\n```").html
    assert "&lt;" in html
    assert "&amp;" in html
    assert "<b>" not in html
    assert "<script" not in html


def test_links_are_resolved() -> None:
    fragment = render("[a](b.md) [c](#12-1) [d](https://e.org/?x=1&y=2) <m@n.org> www.o.org")
    assert '<a href="/to/b.md">' in fragment.html
    assert '<a href="/to/#12-1">' in fragment.html
    assert '<a href="https://e.org/?x=1&amp;y=2" rel="noopener">' in fragment.html
    assert '<a href="mailto:m@n.org">' in fragment.html
    assert '<a href="http://www.o.org" rel="noopener">' in fragment.html
    assert not fragment.diagnostics


def test_a_link_that_leads_nowhere_is_reported_with_its_line() -> None:
    assert codes("one\n\ntwo [x](nowhere.md)") == [(Code.DEAD_LINK, 12)]


def test_pictures_beside_the_file_are_resolved_and_listed() -> None:
    fragment = render("![A graph](images/a%20b.png)")
    assert 'src="/pictures/images/a%20b.png" alt="A graph" loading="lazy"' in fragment.html
    assert fragment.images == ("images/a%20b.png",)


def test_remote_pictures_are_lazy_and_send_no_referrer() -> None:
    html = render('<img src="https://e.org/a.png" width="40%" onerror="x()">').html
    assert '<img src="https://e.org/a.png" alt="" width="40%" loading="lazy"' in html
    assert 'referrerpolicy="no-referrer" class="kb-remote"' in html
    assert "onerror" not in html


@pytest.mark.parametrize(
    "source", ["data:image/png;base64,AAAA", "/Users/kim/a.png", "C:/a.png", "file:///a.png", ""]
)
def test_pictures_of_one_computer_are_named_not_shown(source: str) -> None:
    fragment = render(f"![my chart]({source})")
    assert "<img" not in fragment.html
    assert "This picture cannot be shown: my chart" in fragment.html
    assert [d.code for d in fragment.diagnostics] == [Code.MISSING_IMAGE]


def test_figures_are_blocks_of_their_own() -> None:
    fragment = render("text\n\n![the alt](figure:panel)\n\nmore")
    assert '</p>\n<figure id="panel">the alt</figure>\n<p>' in fragment.html
    assert fragment.figures == ("panel",)
    assert codes("![x](figure:unknown)") == [(Code.UNKNOWN_FIGURE, 10)]


def test_alerts_task_lists_and_footnotes() -> None:
    html = render("> [!WARNING]\n> careful\n\n- [x] done\n- [ ] open\n\na[^n]\n\n[^n]: note", "ko").html
    assert '<div class="admonition warning"><p class="admonition-title">주의</p><p>careful</p>' in html
    assert '<input type="checkbox" disabled checked aria-label="완료"> done' in html
    assert 'id="kim-fnref-n" href="#kim-fn-n"' in html
    assert '<li id="kim-fn-n">' in html


def test_tables_can_be_scrolled_by_keyboard() -> None:
    html = render("| a | b |\n|:--|--:|\n| 1 | 2 |").html
    assert html.startswith('<div class="kb-table" tabindex="0"><table>')
    assert '<th align="right">b</th>' in html
    assert html.rstrip().endswith("</table></div>")


def test_a_mark_cannot_be_forged() -> None:
    fragment = render(f"$x$ {mark(0)} {mark(7)}")
    assert fragment.html.count("<math>x</math>") == 1


def test_text_is_what_a_reader_sees() -> None:
    assert render("a **b**c\n- d &lt; e\n- `f`\n\n<p>g</p>").text == "a bc d < e f g"


@pytest.mark.parametrize(
    "gfm",
    [
        "[" * 100_000,
        "*a " * 50_000,
        ">" * 10_000 + " a",
        "`" * 100_000,
        "".join("`" * n + " " for n in range(400)),
        "![[]()" * 20_000,
        "<div>" * 50_000,
        "<" * 50_000,
        "".join(" " * (2 * n) + "- a\n" for n in range(1_000)),
        "$" * 50_000,
        "$a " * 30_000,
        "<a href=" * 20_000,
        "|a" * 5_000 + "\n" + "|-" * 5_000 + "\n" + ("|b" * 5_000 + "\n") * 3,
        "[^1]" * 20_000,
        "a\n" * 500_000,
        "\\" * 100_000 + "$x$",
        "$x" + "\\$" * 20_000,
    ],
    ids=lambda gfm: gfm[:8],
)
def test_hostile_texts_take_no_longer_than_long_ones(gfm: str) -> None:
    started = time.process_time()
    render(gfm)
    # Not a benchmark: what is quadratic takes minutes here.
    assert time.process_time() - started < 20


def test_what_is_too_deep_is_shown_as_text() -> None:
    fragment = render("<div>" * 1_000 + "kept")
    assert "kept" in fragment.html
    assert [d.code for d in fragment.diagnostics] == [Code.TOO_COMPLEX]
