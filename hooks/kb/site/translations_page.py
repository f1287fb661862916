"""Write the page that tells which translations are up to date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kb.model import Lang
from kb.site.answers import Site
from kb.site.skeleton import VirtualPage, blocks, heading, link, page_source, plain
from kb.site.words import WORDS
from kb.translations import Translation


def translations_path(lang: Lang) -> str:
    """Return the path of the page in the docs tree; it is published at `/<lang>/translations/`."""
    return f"{lang}/translations.md"


def translations_page(site: Site, lang: Lang) -> VirtualPage:
    """Write how many documents have a translation, and which of them want one or a newer one."""
    words, pairs = WORDS[lang], site.translations
    waiting = {state: [p for p in pairs if p.state == state] for state in ("stale", "missing")}
    done = len(pairs) - sum(map(len, waiting.values()))
    intro = words.translations_intro.format(total=len(pairs), done=done)
    sections = [
        blocks(heading(2, title, state), _list(site, waiting[state]))
        for state, title in zip(waiting, words.translation_states, strict=True)
        if waiting[state]
    ]
    markdown = page_source(
        intro,
        f"# {plain(words.translations)} {{ #translations }}",
        plain(intro),
        *(sections or [plain(words.translations_done)]),
        in_search=False,
    )
    return VirtualPage(translations_path(lang), lang, words.translations, markdown)


def _list(site: Site, pairs: Sequence[Translation]) -> str:
    return "\n".join(f"- {' · '.join(_names(site, pair))}" for pair in pairs)


def _names(site: Site, pair: Translation) -> Iterable[str]:
    """Name the original and its translation, with links to where they can be edited."""
    for document in filter(None, (pair.original, pair.translation)):
        name = f"{document.title} ({document.path})"
        address = site.edit_url(document.source)
        yield link(name, address) if address else plain(name)
