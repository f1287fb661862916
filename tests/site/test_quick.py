"""Generated pages convert themselves to what Python-Markdown makes of them."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString
from hypothesis import example, given, settings
from hypothesis import strategies as st
from kb.emit_pages import QuickPage
from kb.site.quick import convert
from kb.site.skeleton import box, heading, link, page_source, plain, span
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from tests.site.small import make_collection


@pytest.fixture(scope="module")
def config() -> MkDocsConfig:
    extensions = ["attr_list", "md_in_html", "tables", "toc", "pymdownx.superfences"]
    config = MkDocsConfig()
    config.load_dict({"site_name": "x", "markdown_extensions": extensions})
    errors, _ = config.validate()
    assert not errors
    config.plugins._current_plugin = "test"
    return config


def page(config: MkDocsConfig, kind: type[Page], markdown: str) -> Page:
    """Return a page, converted beside another that it can link to."""
    files = Files([File.generated(config, "ko/q/b/index.md", content="# B {#b}")])
    file = File.generated(config, "ko/q/a/index.md", content=page_source("x", markdown))
    files.append(file)
    found = kind("title", file, config)
    found.read_source(config)
    found.render(config, files)
    return found


def seen(page: Page) -> Any:
    """Return what a page holds: elements, words, contents, ids, links to other pages."""
    links = {file.src_uri: anchors for file, anchors in (page.links_to_anchors or {}).items()}
    soup = BeautifulSoup(page.content or "", "html.parser")
    contents = html.unescape(str(page.toc))
    return elements(soup), contents, page.present_anchor_ids, links, page.meta, page.title


def elements(tag: Tag) -> list[Any]:
    """Return elements, attributes and words; blanks between blocks are nothing to a reader."""
    found: list[Any] = []
    for child in tag.children:
        if isinstance(child, Tag):
            found.append((child.name, sorted((k, str(v)) for k, v in child.attrs.items()), elements(child)))
        elif isinstance(child, NavigableString) and child.strip():
            found.append(re.sub(r"\s+", " ", child.strip() if tag.name in BLOCKS else child))
    return found


BLOCKS = {"[document]", "div", "details", "nav", "ul", "ol"}


def same(config: MkDocsConfig, markdown: str) -> None:
    """Check that a page is converted here and that MkDocs makes the same of it."""
    assert convert(markdown, lambda target: target) is not None
    assert seen(page(config, QuickPage, markdown)) == seen(page(config, Page, markdown))


TEXT = st.text(
    alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp")), min_size=1
)
WORDS = st.lists(TEXT, min_size=1, max_size=4).map(" ".join)
TARGETS = st.sampled_from(
    ("../b/index.md", "../b/index.md#b", "https://a.example/x_(1)?b=1&c=2#d", "#here", "../a/index.md#x")
)


@settings(max_examples=60, deadline=None)
@example("0", "+", "1. 2", "#here", 1)
@example("- a", "12) b", "+ c", "#here", 1)
@given(WORDS, WORDS, WORDS, TARGETS, st.integers(1, 6))
def test_any_words_come_out_alike(
    config: MkDocsConfig, first: str, second: str, third: str, target: str, level: int
) -> None:
    parts = (
        heading(level, first, "here"),
        f"{plain(second)} {span('two words', 'kb-level')}",
        # Python-Markdown forgets to escape attributes again: "&GT;" becomes ">".
        box(
            "kb-x",
            f"- {link(first, target, 'kb-y')}\n- {plain(third)}",
            role="a",
            label=second.replace("&", "+"),
        ),
        heading(2, third, "x"),
        box("a", box("b", f"1. {link(second, target)}{{ .c lang=en }}", f"By <b>{plain(first)}</b>")),
    )
    same(config, "\n\n".join(parts))


@pytest.mark.parametrize(
    "markdown",
    [
        "",
        "one\ntwo > three &amp; four",
        '<p class="x" lang="en">a * b</p>\n\n<div data-kb-slot="answer-1"></div>',
        '<div class="x" markdown>\n\n<div class="y"><ul><li><a href="../b/">b</a></li></ul></div>\n\n</div>',
        '<details class="x" markdown>\n<summary>One</summary>\n\ntext\n\n</details>',
        '# A "quoted" title { #a lang=en }\n\n## B { #b }\n\n#### D { #d }\n\n### C { #c }',
    ],
)
def test_what_pages_are_made_of_comes_out_alike(config: MkDocsConfig, markdown: str) -> None:
    same(config, markdown)


@pytest.mark.parametrize(
    "markdown",
    [
        "*a*", "`a`", "a\\b", "    code", "```\nx\n```", "> quote", "| a |\n|---|", "[a][b]", "![a](<b>)",
        "a  \nb", "- a\n\n- b", "- a\n    - b", "# no id", "title\n=====", "a\n- b", "<b>a</b",
        "<div>\n\n</div>", "[a](<missing.md>)", "{ .x }", "&nope", "https://a.example", "1) a", "a <https://b.example>",
    ],
)  # fmt: skip
def test_anything_else_is_left_to_mkdocs(markdown: str) -> None:
    assert convert(markdown, lambda target: None if "missing" in target else target) is None


def test_every_page_of_a_collection_converts_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = make_collection(tmp_path / "project", 12)
    slow: list[str] = []
    compared: list[str] = []
    quick = QuickPage.render

    def render(self: QuickPage, config: MkDocsConfig, files: Files) -> None:
        Page.render(self, config, files)
        theirs = seen(self)
        quick(self, config, files)
        compared.append(self.file.src_uri)
        assert seen(self) == theirs

    original = Page.render

    def noted(self: Page, config: MkDocsConfig, files: Files) -> None:
        slow.append(self.file.src_uri)
        original(self, config, files)

    monkeypatch.setattr(QuickPage, "render", render)
    monkeypatch.setattr(Page, "render", noted)
    build(load_config(str(project / "mkdocs.yml"), site_dir=str(tmp_path / "site"), strict=True))
    questions = [src for src in compared if "/q/" in src]
    assert len(questions) == 24
    assert all(slow.count(src) == 1 for src in questions), "converted by MkDocs only to be compared"
