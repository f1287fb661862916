"""Write the home page of a language."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from kb.figures.markup import RenderedFigure, figure_html
from kb.model import Lang, Question, Topic
from kb.rendering.fragments import FIGURES
from kb.site.answers import Site
from kb.site.feed import news
from kb.site.figures_page import questions_of
from kb.site.finding import finding
from kb.site.lists import home_path, meter, own_progress, progress, title_link, topic_link
from kb.site.nav import Item
from kb.site.outline import Outline, flat
from kb.site.skeleton import Slot, VirtualPage, box, filled, heading, page_source, plain, slot_mark
from kb.site.words import WORDS, other
from kb.site.words_ways import WAYS

START_QUESTIONS = 4
_MARK = re.compile(r"<!-- kb:(\w+)(?: ([\w-]+))? -->")


def home_page(site: Site, lang: Lang, text: str, edit: str, browse: Iterable[Item]) -> VirtualPage:
    """Write a language's home page; `browse` are the pages it leads to besides topics and questions.

    `text` is hand-written Markdown with marks where the generated parts go: `<!-- kb:find -->`,
    `kb:start`, `kb:topics`, `kb:browse`, and `kb:figure NAME` for a figure if the site has it.
    """
    words, outline = WORDS[lang], site.outline
    parts = {
        "find": finding(site, lang),
        "start": start_list(outline, lang),
        "topics": topic_cards(outline, lang),
        "browse": browse_list(browse, lang, feed=bool(site.address and news(site, lang))),
    }
    slots: list[Slot] = []

    def fill(mark: re.Match[str]) -> str:
        if mark[1] != "figure":
            return parts.get(mark[1], "")
        figure = next((f for f in site.figures if f.id == mark[2]), None)
        if figure is None:
            return ""
        slots.append(filled(f"figure-{figure.id}", _figure(figure, lang)))
        return box("kb-onward", slot_mark(f"figure-{figure.id}"), _answer_of(site, figure, lang))

    markdown = _MARK.sub(fill, text or _unwritten(lang))
    label = words.home
    return VirtualPage(home_path(lang), lang, words.site_name, markdown, edit, tuple(slots), label=label)


def _unwritten(lang: Lang) -> str:
    """Return a home page for a site that has written none."""
    words = WORDS[lang]
    return page_source(
        words.tagline,
        f"# {plain(words.site_name)} {{ #home }}",
        plain(words.tagline),
        "<!-- kb:find -->",
        heading(2, words.start, "start"),
        "<!-- kb:start -->",
        heading(2, words.topics, "topics"),
        "<!-- kb:topics -->",
        heading(2, WAYS[lang].browse, "browse"),
        "<!-- kb:browse -->",
    )


def _figure(figure: RenderedFigure, lang: Lang) -> str:
    return figure_html(figure, lang, f"../{FIGURES}")


def _answer_of(site: Site, figure: RenderedFigure, lang: Lang) -> str:
    """Write a link to the answer that a figure was made for."""
    question = questions_of(site, figure.id)[0]
    return f'<p class="kb-shown-in">{html.escape(WAYS[lang].shown_in)} {title_link(question, lang, "")}</p>'


def topic_cards(outline: Outline, lang: Lang) -> str:
    """Write a card for every topic: its name, what it is about, how much of it is answered."""
    cards = "".join(_card(outline, topic, lang) for topic in outline.topics)
    return f'<div class="kb-cards"><ul>{cards}</ul></div>' if cards else ""


def _card(outline: Outline, topic: Topic, lang: Lang) -> str:
    description = plain(topic.description.get(lang))
    about = f"<p>{description}</p>" if description else ""
    count = meter(progress(outline, flat(outline.trees[topic.id])), WORDS[lang])
    name = topic_link(topic, lang, "")
    return f'<li>{name}{about}<p class="kb-cards__count">{count}</p>{own_progress(topic)}</li>'


def start_list(outline: Outline, lang: Lang) -> str:
    """Write links to the first easy question of each topic that is answered in `lang`, a few of them."""
    found = [q for q in (_first(outline, t, lang) for t in outline.topics) if q]
    if not found:
        found = [q for q in (_first(outline, t, other(lang)) for t in outline.topics) if q]
    items = "".join(f"<li>{title_link(q, lang, '')}</li>" for q in found[:START_QUESTIONS])
    return f'<div class="kb-start"><ul>{items}</ul></div>' if items else ""


def _first(outline: Outline, topic: Topic, lang: Lang) -> Question | None:
    answered = [q for q in flat(outline.trees[topic.id]) if outline.answers(q.id, "answer", lang)]
    return min(answered, key=lambda q: q.difficulty, default=None)


def browse_list(pages: Iterable[Item], lang: Lang, *, feed: bool) -> str:
    """Write links to the pages that lead to questions in other ways, and to the feed if there is one."""
    links = [(_address(page, lang), page.title) for page in pages]
    links += [("feed.xml", f"{WAYS[lang].feed} (Atom)")] if feed else []
    items = "".join(f'<li><a href="{address}">{plain(title)}</a></li>' for address, title in links)
    return f'<div class="kb-tags kb-tags--large"><ul>{items}</ul></div>' if items else ""


def _address(page: Item, lang: Lang) -> str:
    """Return the address of a page, seen from the language's home."""
    return re.sub(r"(?:index)?\.md$", "/", page.src.removeprefix(f"{lang}/")).replace("//", "/")
