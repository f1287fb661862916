"""Write the home page of a language."""

from __future__ import annotations

from collections.abc import Mapping

from kb.model import Lang, Question, Topic
from kb.site.lists import home_path, meter, own_progress, progress, title_link, topic_link
from kb.site.outline import Outline, flat
from kb.site.skeleton import VirtualPage, heading, page_source, plain
from kb.site.words import WORDS, Words, other

TOPICS_MARK = "<!-- kb:topics -->"
START_MARK = "<!-- kb:start -->"
START_QUESTIONS = 4


def home_page(outline: Outline, lang: Lang, text: str, edit: str) -> VirtualPage:
    """Write a language's home page.

    `text` is hand-written Markdown with marks where the topics and the questions to start with go;
    without it, the page has a title and both.
    """
    words = WORDS[lang]
    marks = {TOPICS_MARK: topic_cards(outline, lang), START_MARK: start_list(outline, lang)}
    if not text:
        text = page_source(
            words.tagline, f"# {plain(words.site_name)} {{ #home }}", plain(words.tagline), *_marked(words)
        )
    return VirtualPage(home_path(lang), lang, words.site_name, _fill(text, marks), edit, label=words.home)


def _marked(words: Words) -> tuple[str, ...]:
    return (
        heading(2, words.start, "start"),
        START_MARK,
        heading(2, words.topics, "topics"),
        TOPICS_MARK,
    )


def _fill(text: str, marks: Mapping[str, str]) -> str:
    for mark, value in marks.items():
        text = text.replace(mark, value)
    return text


def topic_cards(outline: Outline, lang: Lang) -> str:
    """Write a card for every topic: its name, what it is about, how much of it is answered."""
    cards = "".join(_card(outline, topic, lang) for topic in outline.topics)
    return f'<div class="kb-cards"><ul>{cards}</ul></div>' if cards else ""


def _card(outline: Outline, topic: Topic, lang: Lang) -> str:
    description = plain(topic.description.get(lang))
    about = f"<p>{description}</p>" if description else ""
    count = meter(progress(outline, flat(outline.trees[topic.id])), WORDS[lang])
    return f"<li>{topic_link(topic, lang, '')}{about}<p>{count}</p>{own_progress(topic)}</li>"


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
