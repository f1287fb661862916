"""Write the page about reading without a network: what is kept, and what stands in for a page that is not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape

from kb.model import Lang
from kb.site.skeleton import VirtualPage, filled, heading, page_source, plain, slot_mark
from kb.site.words_offline import OFFLINE


def offline_path(lang: Lang) -> str:
    """Return the path of the page in the docs tree; it is published at `/<lang>/offline/`."""
    return f"{lang}/offline.md"


def offline_page(lang: Lang, archive: str) -> VirtualPage:
    """Write the page in `lang`; `archive` is the path of the site as a zip, if there is one."""
    words = OFFLINE[lang]
    markdown = page_source(
        words.intro,
        heading(1, words.title, "offline"),
        slot_mark("missing"),
        plain(words.intro),
        heading(2, words.keeping, "keep"),
        plain(words.how),
        slot_mark("state"),
        *_zip(lang, archive),
        in_search=False,
    )
    slots = (filled("missing", "".join(_missing(lang))), filled("state", "".join(_state(lang))))
    return VirtualPage(offline_path(lang), lang, words.title, markdown, slots=slots)


def _missing(lang: Lang) -> Iterator[str]:
    """Yield what a reader sees who wanted another page."""
    words = OFFLINE[lang]
    yield '<div class="kb-notice kb-offline" role="alert" data-kb-wanted hidden>'
    yield f"<p>{escape(words.missing)}</p>"
    yield f'<p><a class="md-button" href="./">{escape(words.again)}</a></p></div>'


def _state(lang: Lang) -> Iterator[str]:
    """Yield what is kept, for the script to fill in, and what stands there without it."""
    words = OFFLINE[lang]
    said = escape(json.dumps(dict(words.said), ensure_ascii=False))
    yield f'<div class="kb-offline" data-kb-offline="{said}">'
    yield f'<p role="status" data-part="state">{escape(words.none)}</p>'
    yield '<p data-part="orders" hidden>'
    yield f'<button type="button" class="md-button" data-order="keep">{escape(words.keep)}</button> '
    yield f'<button type="button" class="md-button" data-order="remove">{escape(words.remove)}</button></p>'
    yield '<details data-part="readable" hidden>'
    yield f"<summary>{escape(words.readable)}</summary><ul></ul></details></div>"


def _zip(lang: Lang, archive: str) -> Iterator[str]:
    words = OFFLINE[lang]
    if archive:
        yield heading(2, words.zip, "zip")
        yield plain(words.zip_intro)
        link = f'<a class="md-button" href="../../{escape(archive)}" download>{escape(words.zip_link)}</a>'
        yield f'<p class="kb-offline">{link}</p>'
