"""The menu as HTML: what Material's own template would write, at a fraction of the cost."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import material
import pytest
from bs4 import BeautifulSoup, Tag
from jinja2 import Environment, FileSystemLoader
from kb.site.menu_html import AROUND, MOST, Entry, Menus
from mkdocs.utils import get_relative_url

TEMPLATES = Path(material.__file__).parent / "templates"


def page(url: str, *, index: bool = False) -> Entry:
    return Entry(url.rstrip("/").rpartition("/")[2], url, index)


def section(title: str, *children: Entry) -> Entry:
    return Entry(title, "", children=children)


MENU = (
    page("ko/", index=True),
    section(
        "one &amp; 1",
        page("ko/topics/one/", index=True),
        section("a", page("ko/q/a/", index=True), page("ko/q/b/"), section("c", page("ko/q/c/", index=True))),
        page("ko/q/d/", index=True),
    ),
    section("two", page("ko/topics/two/", index=True), page("ko/q/e/")),
    section("pages", section("inner", page("ko/about/")), page("ko/help/"), page("ko/figures/", index=True)),
)
PAGES = (
    *("ko/", "ko/topics/one/", "ko/topics/two/", "ko/about/", "ko/help/", "ko/figures/", "ko/elsewhere/"),
    *(f"ko/q/{name}/" for name in "abcde"),
)


def theirs(url: str) -> list[Any]:
    """Return the menu that Material writes for a page."""
    here = SimpleNamespace(url=url)
    nodes = [_node(entry, here, None) for entry in MENU]
    active = next((node for node in _all(nodes) if node.url == url), None)
    above = active
    while above:
        above.active, above = True, above.parent
    environment = Environment(loader=FileSystemLoader(TEMPLATES))
    environment.filters["url"] = lambda target: get_relative_url(target, url)
    shown = active or SimpleNamespace(toc=[])
    source = '{% import "partials/nav-item.html" as item with context %}'
    source += '{% for n in items %}{{ item.render(n, "__nav_" ~ loop.index, 1) }}{% endfor %}'
    features = ["navigation.indexes", "navigation.prune"]
    context = {"items": nodes, "page": shown, "features": features, "config": SimpleNamespace(extra={})}
    return shape(environment.from_string(source).render(context))


def _node(entry: Entry, here: Any, parent: Any) -> Any:
    node = SimpleNamespace(
        title=entry.title, url=entry.url, active=False, is_index=entry.is_index, parent=parent, toc=[]
    )
    node.children = [_node(child, here, node) for child in entry.children]
    return node


def _all(nodes: list[Any]) -> list[Any]:
    return [found for node in nodes for found in (node, *_all(node.children))]


def shape(html: str) -> list[Any]:
    """Return elements with their attributes and words, in order; the numbers in ids aside."""
    soup = BeautifulSoup(html, "html.parser")
    ids = {tag["id"] for tag in soup.select("[id]")}
    assert len(ids) == len(soup.select("[id]"))
    return [_element(tag) for tag in soup.find_all(recursive=False)]


def _element(tag: Tag) -> list[Any]:
    kept = {
        name: sorted(value) if isinstance(value, list) else re.sub(r"^__nav[_\d]+", "__nav", value)
        for name, value in tag.attrs.items()
        # Ours is named by its words: the label that Material points at has none.
        if name not in ("aria-label", "aria-labelledby")
    }
    kept["class"] = [name for name in kept.get("class", ()) if name]
    own = " ".join(part for child in tag.find_all(string=True, recursive=False) if (part := child.strip()))
    return [tag.name, kept, own, *[_element(child) for child in tag.find_all(recursive=False)]]


@pytest.mark.parametrize("url", PAGES)
def test_the_menu_is_what_material_writes(url: str) -> None:
    menu = Menus(MENU, "ko", get_relative_url).of(url)
    title = menu.here.title if menu.here else ""
    own = (
        '<li class="md-nav__item md-nav__item--active">'
        '<input class="md-nav__toggle md-toggle" type="checkbox" id="__toc">'
        f'<a href="./" class="md-nav__link md-nav__link--active">'
        f'<span class="md-ellipsis">{title}</span></a></li>'
    )
    assert shape(menu.before + own * bool(menu.here) + menu.after) == theirs(url)


def test_entries_written_for_other_pages_lead_where_they_should() -> None:
    menus = Menus(MENU, "ko", get_relative_url)
    fresh = {url: Menus(MENU, "ko", get_relative_url).of(url) for url in PAGES}
    assert {url: menus.of(url) for url in PAGES} == fresh


def test_a_huge_menu_shows_what_is_near() -> None:
    topics = [
        section(f"t{t}", page(f"en/topics/t{t}/", index=True), *(page(f"en/q/{t}-{q}/") for q in range(100)))
        for t in range(100)
    ]
    menus = Menus(
        [page("en/", index=True), *topics, section("pages", page("en/about/"))], "en", get_relative_url
    )
    menu = menus.of("en/q/50-99/")
    links = BeautifulSoup(menu.before + menu.after, "html.parser").select("a")
    addresses = [str(link["href"]) for link in links]
    assert len(addresses) <= 2 * (2 * AROUND + 1) + 5
    assert {"../../", "../50-98/", "../../topics/t49/", "../../about/"} <= set(addresses)
    rest = {link.get_text(): str(link["href"]) for link in links if "All" in link.get_text()}
    assert rest == {"All 100": "../../topics/t50/"}
    assert "../../#topics" in addresses and MOST < 100


def test_the_middle_of_a_huge_menu_is_the_page() -> None:
    pages = [page(f"ko/q/{n}/") for n in range(300)]
    menus = Menus([section("t", page("ko/topics/t/", index=True), *pages)], "ko", get_relative_url)
    for number in (0, 1, 20, 150, 298, 299):
        menu = menus.of(f"ko/q/{number}/")
        assert menu.here is pages[number]
        shown = [int(n) for n in re.findall(r'href="\.\./(\d+)/"', menu.before + menu.after)]
        assert len(shown) == 2 * AROUND and {number - 1, number + 1} & set(shown)
