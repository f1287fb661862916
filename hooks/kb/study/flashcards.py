"""Flash cards: a question on the front, its finished answers on the back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb.model import Lang, Question, Role
from kb.rendering.fragments import key_of
from kb.rendering.links import ROOT, SIBLING
from kb.site.answers import Site, contributor_name
from kb.site.lists import title_of
from kb.site.outline import Outline, Shown, flat, topic_id
from kb.site.words import WORDS

# The elements that lead somewhere or show a file.
_TAG = re.compile(r"<(?:a|img|source)\b[^<>]+>")
_ADDRESS = re.compile(r'(?<=\s)(href|src|srcset)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Passage:
    """One contributor's text on the back of a card: who wrote it, in which language, finished HTML."""

    contributor: str
    lang: Lang
    html: str


@dataclass(frozen=True, slots=True)
class Flashcard:
    """A question as a card in `lang`.

    `question` is its id, `aliases` the ids it had before. `title` is in `title_lang`, and a passage in the
    other language where nobody wrote it in this one. `summaries` answer in a sentence or two, `answers` in
    full, and `pitfalls` are what candidates get wrong. `address` is that of the question's page.
    """

    question: str
    aliases: tuple[str, ...]
    topic: str
    difficulty: int
    lang: Lang
    title: str
    title_lang: Lang
    address: str
    summaries: tuple[Passage, ...]
    answers: tuple[Passage, ...]
    pitfalls: tuple[Passage, ...] = ()


def studied(outline: Outline) -> tuple[Question, ...]:
    """Return the questions that have an answer, topic by topic, each before its follow-ups."""
    listed = (q for topic in outline.topics for q in flat(outline.trees[topic.id]))
    return tuple(q for q in listed if outline.answered(q.id))


def flashcards(site: Site, lang: Lang, root: str) -> Iterator[Flashcard]:
    """Make a card of every answered question.

    `root` is the address of the site's root, with a slash at the end, as seen from where the cards will
    be shown: `https://…/` for an application, `../../` for a page. All addresses on the backs begin with it.
    """
    for question in studied(site.outline):
        yield flashcard(site, question, lang, root)


def flashcard(site: Site, question: Question, lang: Lang, root: str) -> Flashcard:
    """Make the card of one question; see `flashcards`."""
    title, title_lang = title_of(question, lang)

    def passages(role: Role) -> tuple[Passage, ...]:
        shown = site.outline.shown(question.id, role, lang)
        return tuple(_passages(site, shown, lang, f"{root}{lang}/q/", question.id, root))

    return Flashcard(
        question.id, question.aliases, topic_id(question), question.difficulty, lang, title, title_lang,
        f"{root}{lang}/q/{question.id}/", passages("summary"), passages("answer"), passages("pitfall"),
    )  # fmt: skip


def _passages(
    site: Site, shown: Shown, lang: Lang, questions: str, question: str, root: str
) -> Iterator[Passage]:
    for answer in shown.answers:
        html = rebased(site.fragments[key_of(answer)].html, root, questions, question)
        yield Passage(contributor_name(answer.contributor, WORDS[lang]), shown.lang, html)


def rebased(html: str, root: str, questions: str, question: str) -> str:
    """Return a fragment made for a question's page as it must be elsewhere: no address relative to the page.

    `questions` is the address below which the pages of questions are.
    """

    def address(match: re.Match[str]) -> str:
        name, target = match.groups()
        if target.startswith("#"):
            target = f"{questions}{question}/{target}"
        elif target.startswith(ROOT):
            target = root + target.removeprefix(ROOT)
        elif target.startswith(SIBLING):
            target = questions + target.removeprefix(SIBLING)
        return f'{name}="{target}"'

    return _TAG.sub(lambda tag: _ADDRESS.sub(address, tag[0]), html)
