"""Paths and titles of questions, and lists of them with their difficulty and state."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kb.model import Lang, Question, Topic
from kb.site.outline import Node, Outline
from kb.site.skeleton import plain, span
from kb.site.words import WORDS, Words, other

NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Progress:
    """How many questions of a group have an answer in any language."""

    done: int
    total: int


def question_path(question: str, lang: Lang) -> str:
    """Return the path of a question's page in the docs tree; it is published at `/<lang>/q/<id>/`."""
    return f"{lang}/q/{question}/index.md"


def topic_path(topic: str, lang: Lang) -> str:
    """Return the path of a topic's page in the docs tree."""
    return f"{lang}/topics/{topic}/index.md"


def home_path(lang: Lang) -> str:
    """Return the path of a language's home page in the docs tree."""
    return f"{lang}/index.md"


def unanswered_path(lang: Lang) -> str:
    """Return the path of the page of unanswered questions in the docs tree."""
    return f"{lang}/unanswered.md"


def title_of(question: Question, lang: Lang) -> tuple[str, Lang]:
    """Return the title to show in `lang` and the language it is in."""
    own = question.title.only(lang)
    return (own, lang) if own else (question.title.only(other(lang)) or question.id, other(lang))


def title_link(question: Question, lang: Lang, root: str) -> str:
    """Write a link to a question's page; `root` is the address of the language's home, seen from the page."""
    title, title_lang = title_of(question, lang)
    language = "" if title_lang == lang else f' lang="{title_lang}"'
    return (
        f'<a class="kb-list__title" href="{root}q/{html.escape(question.id)}/"{language}>{plain(title)}</a>'
    )


def topic_link(topic: Topic, lang: Lang, root: str) -> str:
    """Write a link to a topic's page; `root` is the address of the language's home, seen from the page."""
    return f'<a href="{root}topics/{html.escape(topic.id)}/">{plain(topic.title.get(lang))}</a>'


def level_badge(question: Question, lang: Lang) -> str:
    """Write a question's difficulty: words, with dots that CSS draws."""
    words = WORDS[lang]
    name = words.levels[question.difficulty - 1]
    return span(name, f"kb-level kb-level--{question.difficulty}")


def state_badge(outline: Outline, question: Question, lang: Lang) -> str:
    """Write whether a question is answered, and where only the other language has an answer."""
    words = WORDS[lang]
    if own := outline.answers(question.id, "answer", lang):
        return span(words.count(len(own)), "kb-state")
    if outline.answers(question.id, "answer", other(lang)):
        return span(words.only_other, "kb-state kb-state--other")
    return span(words.not_answered, "kb-state kb-state--none")


def question_list(
    outline: Outline,
    nodes: Iterable[Node],
    lang: Lang,
    root: str,
    *,
    state: bool = True,
    more: Mapping[str, str] = NOTHING,
) -> str:
    """Write questions as a list, follow-ups nested under their parents; empty for no question.

    `root` is the address of the language's home, seen from the page. Without `state`, the list does not
    say which questions are answered. `more` is HTML that is shown with a question, by its id.
    """
    items = _items(outline, nodes, lang, root, state, more)
    return f'<div class="kb-list{" kb-list--rich" if more else ""}">{items}</div>' if items else ""


def _items(
    outline: Outline, nodes: Iterable[Node], lang: Lang, root: str, state: bool, more: Mapping[str, str]
) -> str:
    items = []
    for node in nodes:
        question = node.question
        badges = [level_badge(question, lang)] + [state_badge(outline, question, lang)] * state
        items.append(
            f'<li data-kb-question="{html.escape(question.id)}">{title_link(question, lang, root)} '
            f"{' '.join(badges)}{more.get(question.id, '')}"
            f"{_items(outline, node.children, lang, root, state, more)}</li>"
        )
    return f"<ul>{''.join(items)}</ul>" if items else ""


def own_progress(topic: Topic) -> str:
    """Return the place where a script tells how much of a topic the reader has studied."""
    return f'<p class="kb-progress" data-kb-progress="{html.escape(topic.id)}" hidden></p>'


def progress(outline: Outline, questions: Iterable[Question]) -> Progress:
    """Count the questions and those that anyone answered."""
    listed = list(questions)
    return Progress(sum(outline.answered(q.id) for q in listed), len(listed))


def meter(count: Progress, words: Words) -> str:
    """Write how much is answered, in words and as a bar that only repeats the words; of all, how many."""
    if count.done == count.total:
        size = words.topic_size.format(n=count.total, s="" if count.total == 1 else "s")
        return f'<span class="kb-count">{html.escape(size)}</span>'
    share = round(100 * count.done / count.total)
    text = html.escape(words.topic_count.format(done=count.done, total=count.total))
    bar = f'<span class="kb-meter" aria-hidden="true"><span style="width:{share}%"></span></span>'
    return f'<span class="kb-count">{text}</span>{bar}'
