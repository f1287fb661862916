"""Everything there is to take away, as pages, files and items of the menu."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kb.anki.decks import Deck
from kb.downloads.page import GUIDE, Download, downloads_page, downloads_path
from kb.downloads.sheet import sheet_page, sheet_path
from kb.downloads.words import DOWNLOADS, SHEET
from kb.export import SCHEMA_FILE
from kb.model import LANGS, Lang
from kb.rendering.assets import Asset
from kb.site.answers import Site
from kb.site.nav import Item
from kb.site.skeleton import VirtualPage

KNOWLEDGE_BASE = "knowledge-base.json"
_KINDS = {"data": KNOWLEDGE_BASE, "schema": SCHEMA_FILE.name}


@dataclass(frozen=True, slots=True)
class Exports:
    """The files that hold all answers. While someone is writing there are none."""

    decks: tuple[Deck, ...] = ()
    data: tuple[Asset, ...] = ()

    @property
    def assets(self) -> tuple[Asset, ...]:
        """All of them as files of the site."""
        return (*self.data, *(deck.asset for deck in self.decks))


NO_EXPORTS = Exports()


def offered_pages(site: Site, exports: Exports, written: Path) -> tuple[VirtualPage, ...]:
    """Write the question sheet and the downloads page.

    In `written`, the folder of hand-written pages, there may be one that explains the data.
    """
    files = tuple(_files(exports))
    sheets = (sheet_page(site, lang) for lang in LANGS)
    lists = (
        downloads_page(files, lang, archive=site.archive, guide=(written / lang / GUIDE).is_file())
        for lang in LANGS
    )
    return (*sheets, *lists)


def offered_items() -> Mapping[Lang, tuple[Item, ...]]:
    """Return what leads to the pages in each language's menu."""
    return {
        lang: (Item(SHEET[lang].title, sheet_path(lang)), Item(DOWNLOADS[lang].title, downloads_path(lang)))
        for lang in LANGS
    }


def _files(exports: Exports) -> Iterable[Download]:
    for deck in exports.decks:
        yield Download("deck", deck.asset.path, deck.asset.size, deck.which, deck.count)
    sizes = {asset.path: asset.size for asset in exports.data}
    for kind, path in _KINDS.items():
        yield Download(kind, path, sizes.get(path, 0))
