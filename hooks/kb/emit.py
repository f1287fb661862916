"""Turn pages, menus and assets into what MkDocs works with, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils import get_relative_url

from kb.cache import Cache
from kb.library import Library
from kb.model import LANGS, Lang
from kb.publishing.sitemap import default_url
from kb.rendering.assets import Asset
from kb.rendering.draft import Heading
from kb.search.collecting import collect
from kb.search.files import WORKER, search_files
from kb.search.pages import Found
from kb.search.stems import best_stems
from kb.site.assemble import HomeText
from kb.site.lists import home_path
from kb.site.menu_html import Entry, Menus
from kb.site.nav import Item
from kb.site.page_view import Alternate, PageView
from kb.site.search_index import searchable
from kb.site.skeleton import Slot, VirtualPage, slot_mark
from kb.site.words import WORDS

HAND_WRITTEN = "pages"


@dataclass(frozen=True, slots=True)
class LanguageView:
    """The site in one language, as templates see it."""

    config: MkDocsConfig
    nav: Navigation
    menus: Menus


def page_file(config: MkDocsConfig, page: VirtualPage, edit: str) -> File:
    """Return a page as a file of MkDocs; `edit` is its source's path in the repository."""
    file = File.generated(config, page.src, content=page.markdown)
    file.edit_uri = edit or None
    return file


def asset_file(config: MkDocsConfig, asset: Asset) -> File:
    """Return a static file of the site."""
    if asset.source is None:
        return File.generated(config, asset.path, content=asset.text)
    return File.generated(config, asset.path, abs_src_path=str(asset.source))


def hand_written(files: Files) -> tuple[File, ...]:
    """Take the files below `pages/<lang>/` out of `files`."""
    found = tuple(f for f in files if published(f))
    for file in found:
        files.remove(file)
    return found


def publish(config: MkDocsConfig, file: File, edit: str) -> File:
    """Return a hand-written file as one published without the folder `pages`."""
    moved = File.generated(config, published(file), abs_src_path=str(file.abs_src_path))
    moved.edit_uri = edit or None
    return moved


def published(file: File) -> str:
    """Return the path under which a hand-written file is published; empty for other files."""
    prefixes = tuple(f"{HAND_WRITTEN}/{lang}/" for lang in LANGS)
    return file.src_uri.removeprefix(f"{HAND_WRITTEN}/") if file.src_uri.startswith(prefixes) else ""


def homes(files: Iterable[File]) -> Iterable[tuple[Lang, HomeText]]:
    """Find the hand-written home pages among `files`."""
    for file in files:
        for lang in LANGS:
            if published(file) == home_path(lang):
                yield lang, HomeText(file.content_string, str(file.abs_src_path))


def nav_config(menus: Mapping[Lang, Sequence[Item]]) -> list[dict[str, list[Any]]]:
    """Return the menus of all languages as one `nav` setting, a section for each language."""
    return [{lang: [_nav_item(item) for item in menus[lang]]} for lang in LANGS]


def _nav_item(item: Item) -> Any:
    # Titles go into templates that escape nothing; text marked as HTML is not escaped twice.
    title = escape(item.title)
    page = {title: item.src} if item.title else item.src
    pages = [page] if item.src else []
    return {title: [*pages, *(_nav_item(child) for child in item.children)]} if item.children else page


def split_nav(nav: Navigation) -> dict[Lang, Navigation]:
    """Return a menu for each language; "previous" and "next" are in the pages, see onward.py."""
    views: dict[Lang, Navigation] = {}
    for lang, section in zip(LANGS, nav.items, strict=True):
        items = section.children or []
        pages = [p for p in nav.pages if p.url.startswith(f"{lang}/")]
        for item in items:
            item.parent = None
        for page in pages:
            page.previous_page = page.next_page = None
        views[lang] = Navigation(items, pages)
    return views


def language_views(nav: Navigation, config: MkDocsConfig) -> dict[Lang, LanguageView]:
    """Return what templates see of the site in each language; pages know their titles by then."""
    return {
        lang: LanguageView(
            localised(config, lang), own, Menus([_entry(item) for item in own.items], lang, get_relative_url)
        )
        for lang, own in split_nav(nav).items()
    }


def _entry(item: Any) -> Entry:
    if item.is_page:
        return Entry(item.title or "", item.url, item.is_index)
    return Entry(item.title, "", children=tuple(_entry(child) for child in item.children))


def localised(config: MkDocsConfig, lang: Lang) -> MkDocsConfig:
    """Return a copy of `config` for templates of one language."""
    words = WORDS[lang]
    view = copy(config)
    theme = dict(config.theme)
    labels = (words.to_dark, words.to_light)
    theme["language"] = lang
    theme["palette"] = [
        palette | {"toggle": palette["toggle"] | {"name": label}}
        for palette, label in zip(theme.get("palette", ()), labels, strict=False)
    ]
    view.data |= {
        "theme": theme,
        "site_name": words.site_name,
        "site_description": words.tagline,
        "extra": dict(config.extra) | {"homepage": f"{lang}/", "words": words.theme},
    }
    return view


def language_of(url: str) -> Lang | None:
    """Return the language of a page by its address below the site's root."""
    return next((lang for lang in LANGS if url.startswith(f"{lang}/")), None)


def page_view(
    config: MkDocsConfig, url: str, lang: Lang, written: VirtualPage | None = None, name: str = ""
) -> PageView:
    """Return what templates need to know of the page at `url`, relative to the site's root."""
    rest = url.removeprefix(f"{lang}/")
    root = config.site_url or ""

    def alternate(to: Lang) -> Alternate:
        here = get_relative_url(f"{to}/{rest}", url)
        there = urljoin(root, f"{to}/{rest}") if root else here
        return Alternate(to, WORDS[to].name, WORDS[to].switch, here, there, to == lang)

    base = get_relative_url(f"{lang}/", url)
    alternates = tuple(alternate(to) for to in LANGS)
    card = urljoin(root, written.card) if root and written and written.card else ""
    default = urljoin(root, default_url(url)) if root else ""
    return PageView(lang, WORDS[lang], base, default, alternates, name, card, written.data if written else "")


def template_view(config: MkDocsConfig, lang: Lang, base_url: str) -> PageView:
    """Return the same for a page that belongs to no language; its addresses begin with `base_url`."""
    view = page_view(config, "", lang)
    base = base_url.rstrip("/")
    alternates = tuple(replace(a, url=f"{base}/{a.lang}/", current=False) for a in view.alternates)
    return replace(view, base=f"{base}/{lang}/", alternates=alternates)


def fill(html: str, slots: Iterable[Slot]) -> str:
    """Put finished HTML into a page's slots."""
    for slot in slots:
        html = html.replace(slot_mark(slot.token), slot.html)
    return html


def announce(slots: Iterable[Slot], page: Page) -> None:
    """Put the headings of finished HTML into the table of contents, where links can lead to them."""
    for slot in slots:
        entry = find(page.toc, slot.under) if slot.headings else None
        if entry:
            nest(entry, slot.headings)
        if page.present_anchor_ids is not None:
            page.present_anchor_ids |= {heading.id for heading in slot.headings}


def find(entries: Iterable[AnchorLink], identifier: str) -> AnchorLink | None:
    """Return the entry of a table of contents for the heading with this id."""
    for entry in entries:
        found = entry if entry.id == identifier else find(entry.children, identifier)
        if found:
            return found
    return None


def nest(entry: AnchorLink, headings: Iterable[Heading]) -> None:
    """Hang `headings` below `entry` by their levels."""
    path = [entry]
    for heading in headings:
        while len(path) > 1 and path[-1].level >= heading.level:
            path.pop()
        child = AnchorLink(str(escape(heading.text)), heading.id, heading.level)
        path[-1].children.append(child)
        path.append(child)


def take_from_search(page: Page) -> tuple[Found, ...]:
    """Return what of a page the search reads, and leave nothing for the search plugin to parse."""
    asked = page.meta.get("search") or {}
    if asked.get("exclude"):
        return ()
    page.meta["search"] = {**asked, "exclude": True}
    return collect(page.url, str(page.meta.get("title", page.title)), searchable(page.content or ""))


def write_search(site: Path, library: Library, found: Iterable[Found], scripts: Path, cache: Cache) -> str:
    """Write our own search in place of the search plugin's empty one; return what analysed Korean."""
    stems = best_stems()
    stock = site / "search" / "search_index.json"
    if stock.exists():
        stock.unlink()
        stock.parent.rmdir()
    elif not (site / WORKER).exists():
        return stems.name  # the plugin is not in use
    for file in search_files(library.kb, library.terms, found, stems, scripts, cache):
        target = site / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(file.text, encoding="utf-8")
    return stems.name
