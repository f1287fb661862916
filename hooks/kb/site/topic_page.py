"""Write a topic's page: its questions with their answers in a line, follow-ups under their parents."""

from __future__ import annotations

import html

from kb.model import Lang, Topic
from kb.site.answers import Site
from kb.site.lists import meter, own_progress, progress, question_list, topic_path
from kb.site.map.page import topic_map
from kb.site.outline import flat
from kb.site.skeleton import VirtualPage, box, filled, page_source, plain, slot_mark
from kb.site.study_link import study_link
from kb.site.teasers import teasers
from kb.site.words import WORDS, other
from kb.site.words_ways import WAYS

_HOME = "../../"


def topic_page(site: Site, topic: Topic, lang: Lang, edit: str) -> VirtualPage:
    """Write the page of `topic` in `lang`; `edit` is the file that defines it."""
    outline, words, title = site.outline, WORDS[lang], topic.title.get(lang)
    nodes = outline.trees[topic.id]
    questions = flat(nodes)
    language = "" if topic.title.only(lang) else f" lang={other(lang)}"
    listed = question_list(outline, nodes, lang, _HOME, more=teasers(site, questions, lang))
    drawn, map_slots = topic_map(outline, topic, lang, _HOME)
    markdown = page_source(
        topic.description.get(lang) or title,
        f"# {plain(title)} {{ #topic{language} }}",
        _translation(topic.title.only(other(lang)), title, lang),
        plain(topic.description.get(lang)),
        box("kb-count-line", meter(progress(outline, questions), words)),
        own_progress(topic),
        study_link(outline, topic, lang, _HOME),
        f'<p class="kb-to-map"><a href="#map">{html.escape(WAYS[lang].map)}</a></p>' if map_slots else "",
        slot_mark("questions"),
        drawn,
    )
    slots = (filled("questions", listed), *map_slots)
    return VirtualPage(topic_path(topic.id, lang), lang, title, markdown, edit, slots)


def _translation(translation: str, title: str, lang: Lang) -> str:
    if not translation or translation == title:
        return ""
    return f'<p class="kb-alt" lang="{other(lang)}">{html.escape(translation)}</p>'
