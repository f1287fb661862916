"""Write the pages that lead to questions: home, topics, and what still wants an answer."""

from __future__ import annotations

import html
from collections.abc import Mapping

from kb.model import Lang, Question, Topic
from kb.site.lists import (
    Progress,
    home_path,
    progress,
    question_list,
    title_link,
    topic_link,
    topic_path,
    unanswered_path,
)
from kb.site.outline import Node, Outline, flat
from kb.site.skeleton import VirtualPage, blocks, box, heading, page_source, plain
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
    cards = (_card(outline, topic, lang) for topic in outline.topics)
    return box("kb-cards", "\n".join(cards)) if outline.topics else ""


def _card(outline: Outline, topic: Topic, lang: Lang) -> str:
    count = progress(outline, flat(outline.trees[topic.id]))
    paragraphs = (
        f"- **{topic_link(topic, lang, '')}**",
        plain(topic.description.get(lang)),
        _meter(count, WORDS[lang]),
    )
    return "\n\n    ".join(p for p in paragraphs if p) + "\n"


def _meter(count: Progress, words: Words) -> str:
    """Write how much is answered, in words and as a bar that only repeats the words."""
    share = round(100 * count.done / count.total) if count.total else 0
    text = html.escape(words.topic_count.format(done=count.done, total=count.total))
    bar = f'<span class="kb-meter" aria-hidden="true"><span style="width:{share}%"></span></span>'
    return f'<span class="kb-count">{text}</span>{bar}'


def start_list(outline: Outline, lang: Lang) -> str:
    """Write links to the first easy question of each topic that is answered in `lang`, a few of them."""
    found = [q for q in (_first(outline, t, lang) for t in outline.topics) if q]
    if not found:
        found = [q for q in (_first(outline, t, other(lang)) for t in outline.topics) if q]
    lines = [f"- {title_link(q, lang, '')}" for q in found[:START_QUESTIONS]]
    return box("kb-start", "\n".join(lines)) if lines else ""


def _first(outline: Outline, topic: Topic, lang: Lang) -> Question | None:
    answered = [q for q in flat(outline.trees[topic.id]) if outline.answers(q.id, "answer", lang)]
    return min(answered, key=lambda q: q.difficulty, default=None)


def topic_page(outline: Outline, topic: Topic, lang: Lang, edit: str) -> VirtualPage:
    """Write a topic's page: its questions, follow-ups under their parents."""
    words, title = WORDS[lang], topic.title.get(lang)
    nodes = outline.trees[topic.id]
    language = "" if topic.title.only(lang) else f" lang={other(lang)}"
    translation = topic.title.only(other(lang))
    markdown = page_source(
        topic.description.get(lang) or title,
        f"# {plain(title)} {{ #topic{language} }}",
        _translation(translation, title, lang),
        plain(topic.description.get(lang)),
        box("kb-count-line", _meter(progress(outline, flat(nodes)), words)),
        question_list(outline, nodes, lang, "../../"),
    )
    return VirtualPage(topic_path(topic.id, lang), lang, title, markdown, edit)


def _translation(translation: str, title: str, lang: Lang) -> str:
    if not translation or translation == title:
        return ""
    return f'<p class="kb-alt" lang="{other(lang)}">{html.escape(translation)}</p>'


def unanswered_page(outline: Outline, lang: Lang) -> VirtualPage:
    """Write the page of questions that nobody has answered in any language, topic by topic."""
    words = WORDS[lang]
    waiting = {t.id: _waiting(outline, t) for t in outline.topics}
    total = sum(len(questions) for questions in waiting.values())
    intro = words.unanswered_intro.format(n=total) if total else words.nothing_unanswered
    sections = (
        blocks(
            heading(2, t.title.get(lang), f"topic-{t.id}"),
            question_list(outline, nodes, lang, "", state=False),
        )
        for t in outline.topics
        if (nodes := waiting[t.id])
    )
    markdown = page_source(
        intro,
        f"# {plain(words.unanswered)} {{ #unanswered }}",
        plain(intro),
        f"[{plain(words.how_to)}](about.md#contribute)",
        *sections,
        in_search=False,
    )
    return VirtualPage(unanswered_path(lang), lang, words.unanswered, markdown)


def _waiting(outline: Outline, topic: Topic) -> tuple[Node, ...]:
    """Return the unanswered questions of a topic, without nesting."""
    return tuple(Node(q, ()) for q in flat(outline.trees[topic.id]) if not outline.answered(q.id))
