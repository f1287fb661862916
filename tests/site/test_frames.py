"""A page out of a frame is, to the letter, the page that the template writes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, Template
from kb.site.frames import FramedTemplate, framed
from kb.site.page_view import Alternate, PageView
from kb.site.toc_html import attribute, contents
from kb.site.words import WORDS
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.structure.toc import AnchorLink

from tests.site.small import SITE_URL, make_collection

PLAIN: list[str] = ["content.action.edit", "navigation.indexes", "navigation.instant", "navigation.prune"]
RICH = [*PLAIN, "navigation.path", "navigation.footer", "content.action.view", "toc.integrate"]


@pytest.mark.parametrize(("features", "repo_url"), [(PLAIN, ""), (RICH, "https://code.example/me/notes")])
def test_every_page_of_a_collection_is_what_the_template_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, features: list[str], repo_url: str
) -> None:
    project = make_collection(tmp_path / "project", 12)
    rendered: list[str] = []
    plain: list[str] = []
    render, original = FramedTemplate.render, Template.render

    def compared(self: FramedTemplate, context: dict[str, Any]) -> str:
        page = render(self, context)
        if context.get("framed"):
            rendered.append(context["page"].url)
            assert page == original(self, {**context, "framed": False})
        return page

    def noted(self: Template, *args: Any, **kwargs: Any) -> str:
        plain.append(self.name or "")
        return original(self, *args, **kwargs)

    monkeypatch.setattr(FramedTemplate, "render", compared)
    monkeypatch.setattr(Template, "render", noted)
    config = load_config(
        str(project / "mkdocs.yml"),
        site_dir=str(tmp_path / "site"),
        site_url=SITE_URL,
        repo_url=repo_url or None,
    )
    config.theme["features"] = features
    build(config)
    assert len([url for url in rendered if "/q/" in url]) == 24
    if features is PLAIN:
        assert len(plain) < 2 * 24, "questions share frames"


@pytest.fixture
def view() -> PageView:
    there = Alternate(
        "en", "English", "Read in English", "../../../en/q/a/", "https://x.example/en/q/a/", False
    )
    return PageView("ko", WORDS["ko"], "../../", "", (there,), name="A &amp; B", toc="<li>1</li>")


class Page:
    """What a page of MkDocs has."""

    previous_page = next_page = None
    is_homepage = False

    def __init__(self, name: str, **others: Any) -> None:
        self.url, self.title, self.content = f"ko/q/{name}/", name, f"<h1>{name}</h1>"
        self.canonical_url, self.edit_url = "", ""
        self.toc = [AnchorLink(name, "top", 1)]
        self.meta = {"description": f"About {name}"}
        self.file = f"{name}.md"
        vars(self).update(others)


def rendered(template: str, view: PageView, *pages: Page) -> tuple[list[str], list[str]]:
    """Return what frames make of pages, and what the template does."""
    source = Environment(autoescape=False)
    frames = framed(source.overlay()).from_string(template)
    assert isinstance(frames, FramedTemplate)
    contexts = [{"config": source, "nav": source, "page": page, "kb": view} for page in pages]
    plain = source.from_string(template)
    return (
        [frames.render(context | {"framed": True}) for context in contexts],
        [plain.render(context) for context in contexts],
    )


@pytest.mark.parametrize(
    "template",
    [
        "{{ page.title }}: {{ page.content }}{{ kb.toc }}{% for a in kb.alternates %}{{ a.url }}{% endfor %}",
        "{% if '<h1' in page.content %}{{ page.meta.description }}{% endif %}{{ (page.toc | first).url }}",
        "{{ page.file }}",  # no part of a frame
        "{{ page.title | upper }}",  # a value that is not written as it is
        "{{ page.title | urlencode }}",
        "{{ 'long' if page.content | length > 12 else 'short' }}",
        "{{ page.title | striptags | e }}",
        "{{ page.title == 'two <b>' }}",
        "{{ page.content | replace('h1', 'h2') }}",
        "{{ 'two' in page.title }}",
        "{% for letter in page.title %}{{ letter }}.{% endfor %}",
        "{{ page.title ~ page.content }}",
        "{% if page.meta.level == 2 %}two{% endif %}",
        "{{ 'next' if page.next_page }}",
        "{{ extra }}",
    ],
)
def test_whatever_a_template_asks_for_it_gets(template: str, view: PageView) -> None:
    first, second = Page("one"), Page("two <b>", meta={"description": "", "level": 2}, content="no heading")
    third = Page("three & four", next_page=first)
    framed_pages, plain = rendered(template, view, first, second, third, Page("한글 다섯"))
    assert framed_pages == plain


def test_contents_are_written_as_the_theme_does() -> None:
    top = AnchorLink("Title", "top", 1)
    child = AnchorLink("<code>a</code> &lt; b", "a", 2)
    child.children = [AnchorLink("c", "c", 3)]
    top.children = [child]
    html = contents([top])
    assert html == contents(top.children)
    assert '<a href="#a" class="md-nav__link">\n<span class="md-ellipsis">\n<code>a</code> &lt; b\n' in html
    assert '<nav class="md-nav" aria-label="a &lt; b">' in html
    assert contents([AnchorLink("Title", "top", 1)]) == contents([]) == ""
    assert attribute('"<b>x</b>"') == "&#34;x&#34;"
