"""Write the page of everything that can be taken away: Anki decks, the question sheet, data.

To offer one more kind of file, make a `Download` of it and give it a section like `_data`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from kb.downloads.sheet import sheet_path
from kb.downloads.words import DOWNLOADS, SHEET, DownloadWords
from kb.model import Lang
from kb.site.offline_page import offline_path
from kb.site.skeleton import VirtualPage, blocks, heading, link, page_source, plain, span
from kb.site.words_offline import OFFLINE

GUIDE = "data.md"


@dataclass(frozen=True, slots=True)
class Download:
    """A file of the site that readers take away: its path, its bytes (0 where nobody knows), and what it is.

    `kind` is `deck`, `data` or `schema`, `which` the language of a deck or `all`, `count` its cards.
    """

    kind: str
    path: str
    size: int
    which: str = ""
    count: int = 0


def downloads_path(lang: Lang) -> str:
    """Return the path of the page in the docs tree; it is published at `/<lang>/downloads/`."""
    return f"{lang}/downloads.md"


def downloads_page(files: Iterable[Download], lang: Lang, *, archive: str, guide: bool) -> VirtualPage:
    """Write the downloads page in `lang`.

    `archive` is the path of the site as a zip, if there is one; `guide` tells whether a page
    explains the data.
    """
    words, listed = DOWNLOADS[lang], tuple(files)
    markdown = page_source(
        words.intro,
        f"# {plain(words.title)} {{ #downloads }}",
        plain(words.intro),
        *_anki(listed, lang),
        heading(2, SHEET[lang].title, "sheet"),
        plain(words.sheet),
        f"- {link(SHEET[lang].title, sheet_path(lang).removeprefix(f'{lang}/'))}",
        *_data(listed, lang, guide),
        *_whole(lang, archive),
        in_search=False,
    )
    return VirtualPage(downloads_path(lang), lang, words.title, markdown)


def _anki(files: Iterable[Download], lang: Lang) -> Iterable[str]:
    words = DOWNLOADS[lang]
    yield heading(2, words.anki, "anki")
    yield plain(words.anki_intro)
    decks = [file for file in files if file.kind == "deck"]
    if not decks:
        yield plain(words.no_decks)
        return
    # The reader's own language first, everything last.
    decks.sort(key=lambda deck: (deck.which != lang, deck.which == "all"))
    yield "\n".join(file_item(words.decks[deck.which], deck, lang) for deck in decks)
    yield heading(3, words.importing, "import")
    yield "\n".join(f"{n}. {plain(step)}" for n, step in enumerate(words.import_steps, 1))
    yield heading(3, words.updating, "update")
    yield "\n".join(f"- {plain(note)}" for note in words.update_notes)


def _data(files: Iterable[Download], lang: Lang, guide: bool) -> Iterable[str]:
    words = DOWNLOADS[lang]
    names = dict(zip(("data", "schema"), words.files, strict=True))
    items = [file_item(names[file.kind], file, lang) for file in files if file.kind in names]
    if guide:
        items.append(f"- {link(words.data_page, GUIDE)}")
    yield heading(2, words.data, "data")
    yield blocks(plain(words.data_intro), "\n".join(items))


def _whole(lang: Lang, archive: str) -> Iterable[str]:
    """Write how to have the whole site without a network. The zip is made when the site is finished."""
    words = OFFLINE[lang]
    yield heading(2, words.title, "offline")
    yield plain(words.zip_intro if archive else words.intro)
    items = [f"- {link(words.title, offline_path(lang).removeprefix(f'{lang}/'))}"]
    if archive:
        items.insert(0, f'- <a href="../../{escape(archive)}" download>{escape(words.zip_link)}</a>')
    yield "\n".join(items)


def file_item(name: str, file: Download, lang: Lang) -> str:
    """Write a file as an item of a list: its name, and how large it is."""
    words = DOWNLOADS[lang]
    item = f'- {link(name, f"../{file.path}")}{{ download="" }}'
    if not file.size:
        return item
    size = _size(file.size, words)
    facts = words.facts.format(n=file.count, size=size) if file.count else size
    return f"{item} {span(facts, 'kb-count')}"


def _size(size: int, words: DownloadWords) -> str:
    small, large = words.sizes
    return large.format(n=f"{size / 1e6:.1f}") if size >= 1e6 else small.format(n=f"{size / 1e3:.0f}")
