"""Write the question sheet: every question with a box to tick, to read here or to print.

What stands beside the questions is chosen with radio buttons and CSS, one topic alone with an anchor:
nothing of it needs a script.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from kb.downloads.words import SHEET
from kb.model import Lang, Question, Topic
from kb.rendering.draft import Heading
from kb.rendering.fragments import key_of
from kb.rendering.typography import keep_brackets
from kb.site.answers import Site
from kb.site.lists import level_badge, title_of
from kb.site.outline import flat
from kb.site.skeleton import VirtualPage, filled, page_source, plain, slot_mark
from kb.site.words import WORDS, other
from kb.study.flashcards import rebased

_STYLE = '<link rel="stylesheet" href="../../assets/stylesheets/sheet.css">'
_VIEWS = ("questions", "lines", "summaries")
# Of more questions than that, summaries would make a page of several megabytes that few would print.
_MOST_SUMMARIES = 1_000
_LINES = f'<div class="kb-sheet__lines">{"<i></i>" * 3}</div>'
_ID = re.compile(r'(<[^<>]*?) id="[^"]*"')


def sheet_path(lang: Lang) -> str:
    """Return the path of the question sheet in the docs tree; it is published at `/<lang>/sheet/`."""
    return f"{lang}/sheet.md"


def sheet_page(site: Site, lang: Lang) -> VirtualPage:
    """Write the question sheet in `lang`."""
    words, outline = SHEET[lang], site.outline
    intro = words.intro.format(n=len(outline.kb.questions))
    sections = "".join(_section(site, topic, lang) for topic in outline.topics)
    head = f"{_views(site, lang)}{_topics(site, lang)}{_addresses(site, lang)}"
    sheet = f'{_STYLE}<div class="kb-sheet">{head}{sections}</div>'
    headings = tuple(Heading(f"topic-{t.id}", 2, t.title.get(lang)) for t in outline.topics)
    markdown = page_source(
        intro,
        f"# {plain(words.title)} {{ #sheet }}",
        f'<p class="kb-sheet-how">{html.escape(intro)} {html.escape(words.how)}</p>',
        slot_mark("sheet"),
        in_search=False,
    )
    slot = filled("sheet", sheet, "sheet", headings)
    return VirtualPage(sheet_path(lang), lang, words.title, markdown, slots=(slot,))


def _summarised(site: Site) -> bool:
    return len(site.outline.kb.questions) <= _MOST_SUMMARIES


def _views(site: Site, lang: Lang) -> str:
    """Write the choice of what stands beside the questions."""
    words = SHEET[lang]
    views = list(zip(_VIEWS, words.views, strict=True))
    if not _summarised(site):
        views.pop()
    choices = "".join(
        f'<label><input type="radio" name="kb-sheet" id="sheet-{view}"{" checked" * (view == _VIEWS[0])}> '
        f"{html.escape(label)}</label>"
        for view, label in views
    )
    return f'<fieldset class="kb-sheet__views"><legend>{html.escape(words.show)}</legend>{choices}</fieldset>'


def _topics(site: Site, lang: Lang) -> str:
    """Write links that show one topic alone, and one that shows all again."""
    words = SHEET[lang]
    links = "".join(
        f'<li><a href="#only-{html.escape(t.id)}">{html.escape(t.title.get(lang))}</a></li>'
        for t in site.outline.topics
    )
    everything = f'<li><a href="#all">{html.escape(words.everything)}</a></li>'
    label = html.escape(words.topics)
    return f'<nav class="kb-sheet__topics" id="all" aria-label="{label}"><ul>{everything}{links}</ul></nav>'


def _addresses(site: Site, lang: Lang) -> str:
    """Say, on paper, how the names in small print make addresses."""
    if not site.address:
        return ""
    text = SHEET[lang].addresses.format(address=f"{site.address}{lang}/q/")
    return f'<p class="kb-sheet__addresses">{html.escape(text)}</p>'


def _section(site: Site, topic: Topic, lang: Lang) -> str:
    title = html.escape(topic.title.get(lang))
    identifier = html.escape(topic.id)
    foreign = "" if topic.title.only(lang) else f' lang="{other(lang)}"'
    items = "".join(_item(site, question, lang) for question in flat(site.outline.trees[topic.id]))
    return (
        f'<section id="only-{identifier}" aria-labelledby="topic-{identifier}">'
        f'<h2 id="topic-{identifier}"{foreign}>{title}</h2><ol>{items}</ol></section>'
    )


def _item(site: Site, question: Question, lang: Lang) -> str:
    title, title_lang = title_of(question, lang)
    foreign = f' lang="{title_lang}"' if title_lang != lang else ""
    identifier = html.escape(question.id)
    follow_up = ' class="kb-sheet__follow-up"' if question.parent in site.outline.by_id else ""
    return (
        f'<li{follow_up}><label><input type="checkbox"> '
        f"<span{foreign}>{keep_brackets(html.escape(title, quote=False))}</span></label>"
        f'<p class="kb-sheet__facts">{level_badge(question, lang)} '
        f'<a href="../q/{identifier}/">{identifier}</a></p>'
        f"{''.join(_summaries(site, question, lang))}{_LINES}</li>"
    )


def _summaries(site: Site, question: Question, lang: Lang) -> Iterable[str]:
    if not _summarised(site):
        return
    shown = site.outline.shown(question.id, "summary", lang)
    foreign = f' lang="{shown.lang}"' if shown.lang != lang else ""
    label = html.escape(WORDS[lang].summary)
    for answer in shown.answers:
        text = rebased(site.fragments[key_of(answer)].html, "../../", "../q/", question.id)
        bare = _ID.sub(r"\1", text)
        yield f'<div class="kb-sheet__summary" role="note" aria-label="{label}"{foreign}>{bare}</div>'
