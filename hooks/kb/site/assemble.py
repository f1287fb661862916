"""Write every page and menu of the site from a knowledge base."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from kb.model import LANGS, Lang
from kb.site.answers import Site
from kb.site.contributors_page import contributors_page, contributors_path
from kb.site.figures_page import figures_page, figures_path
from kb.site.glossary_page import glossary_page, glossary_path
from kb.site.home import home_page
from kb.site.lists import unanswered_path
from kb.site.map.page import has_map, map_page, map_path
from kb.site.nav import Item, menu
from kb.site.offline_page import offline_page, offline_path
from kb.site.outline import Outline, flat
from kb.site.question_page import question_page
from kb.site.skeleton import VirtualPage
from kb.site.tags_page import tagged, tags_page, tags_path
from kb.site.topic_page import topic_page
from kb.site.translations_page import translations_page, translations_path
from kb.site.unanswered_page import unanswered_page
from kb.site.words import WORDS
from kb.site.words_offline import OFFLINE
from kb.site.words_ways import WAYS


@dataclass(frozen=True, slots=True)
class HomeText:
    """The hand-written part of a home page and the file on disk that holds it."""

    markdown: str = ""
    source: str = ""


def all_pages(site: Site, homes: Mapping[Lang, HomeText]) -> tuple[VirtualPage, ...]:
    """Write the pages of both languages."""
    return tuple(page for lang in LANGS for page in _pages(site, lang, homes.get(lang, HomeText())))


def _pages(site: Site, lang: Lang, home: HomeText) -> Iterable[VirtualPage]:
    outline = site.outline
    yield home_page(site, lang, home.markdown, home.source, _browse(site, lang))
    for topic in outline.topics:
        yield topic_page(site, topic, lang, _topic_source(outline, topic.id))
    for question in outline.kb.questions:
        yield question_page(site, question, lang)
    yield unanswered_page(site, lang)
    if has_map(outline):
        yield map_page(outline, lang)
    if outline.kb.answers:
        yield contributors_page(site, lang)
    if tagged(site):
        yield tags_page(site, lang)
    if site.figures:
        yield figures_page(site, lang)
    if site.terms:
        yield glossary_page(site.terms, lang, site.glossary_file)
    if site.translations:
        yield translations_page(site, lang)
    yield offline_page(lang, site.archive)


def _topic_source(outline: Outline, topic: str) -> str:
    """Return the file of the bank that defines a topic."""
    spans = (q.span for q in flat(outline.trees[topic]) if q.in_bank)
    return next((span.path for span in spans if span), "")


def all_menus(
    site: Site,
    hand_written: Iterable[str],
    tools: Mapping[Lang, tuple[Item, ...]],
    offered: Mapping[Lang, tuple[Item, ...]],
) -> dict[Lang, tuple[Item, ...]]:
    """Return each language's menu; `hand_written` are paths of pages that name themselves.

    `tools` are the pages that stand before the topics, `offered` those that follow the other lists.
    """
    written = sorted(PurePosixPath(path) for path in hand_written)
    return {
        lang: menu(site.outline, lang, _sections(site, lang, written, offered[lang]), tools[lang])
        for lang in LANGS
    }


def _sections(
    site: Site, lang: Lang, written: Iterable[PurePosixPath], offered: Iterable[Item]
) -> Iterable[Item]:
    """Return what follows the topics in the menu: other ways to questions, and what there is on the site."""
    yield Item(WAYS[lang].browse, children=(*_browse(site, lang), *offered))
    about = (
        *(Item("", str(path)) for path in written if path.parts[0] == lang),
        *([Item(WORDS[lang].translations, translations_path(lang))] if site.translations else []),
        Item(OFFLINE[lang].title, offline_path(lang)),
    )
    yield Item(WAYS[lang].this_site, children=about)


def _browse(site: Site, lang: Lang) -> Iterable[Item]:
    """Return the pages that lead to questions in other ways than by topic."""
    words, ways = WORDS[lang], WAYS[lang]
    if has_map(site.outline):
        yield Item(ways.map, map_path(lang))
    if tagged(site):
        yield Item(ways.tags, tags_path(lang))
    if site.figures:
        yield Item(words.figures, figures_path(lang))
    if site.terms:
        yield Item(words.glossary, glossary_path(lang))
    if site.outline.kb.answers:
        yield Item(ways.contributors, contributors_path(lang))
    yield Item(words.unanswered, unanswered_path(lang))
