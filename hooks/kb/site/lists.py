"""Paths and titles of questions, and lists of them with their difficulty and state."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kb.model import Lang, Question, Topic
from kb.site.outline import Node, Outline
from kb.site.skeleton import box, link, span
from kb.site.words import WORDS, other


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
    """Write a link to a question's page; `root` leads from the linking page to the language's home."""
    title, title_lang = title_of(question, lang)
    attributes = ".kb-list__title" + ("" if title_lang == lang else f" lang={title_lang}")
    return f"{link(title, f'{root}q/{question.id}/index.md')}{{ {attributes} }}"


def topic_link(topic: Topic, lang: Lang, root: str) -> str:
    """Write a link to a topic's page."""
    return link(topic.title.get(lang), f"{root}topics/{topic.id}/index.md")


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
    outline: Outline, nodes: Iterable[Node], lang: Lang, root: str, *, state: bool = True
) -> str:
    """Write questions as a list, follow-ups nested under their parents; empty for no question.

    Without `state`, it does not say which of them are answered.
    """
    lines = list(_lines(outline, nodes, lang, root, 0, state))
    return box("kb-list", "\n".join(lines)) if lines else ""


def _lines(
    outline: Outline, nodes: Iterable[Node], lang: Lang, root: str, depth: int, state: bool
) -> Iterable[str]:
    for node in nodes:
        question = node.question
        badges = [level_badge(question, lang)] + [state_badge(outline, question, lang)] * state
        yield f"{' ' * 4 * depth}- {title_link(question, lang, root)} {' '.join(badges)}"
        yield from _lines(outline, node.children, lang, root, depth + 1, state)


def progress(outline: Outline, questions: Iterable[Question]) -> Progress:
    """Count the questions and those that anyone answered."""
    listed = list(questions)
    return Progress(sum(outline.answered(q.id) for q in listed), len(listed))
