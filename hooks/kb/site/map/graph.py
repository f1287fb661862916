"""What a map shows: questions of a topic, or topics, and what leads from one to the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kb.model import Lang, Question, Topic
from kb.site.lists import title_of
from kb.site.map.lettering import width
from kb.site.outline import Outline, flat, topic_id
from kb.site.words import WORDS
from kb.site.words_ways import WAYS

MOST = 40
_LONGEST_LABEL = 26.0


@dataclass(frozen=True, slots=True)
class Vertex:
    """A box: `label` and `note` are written in it, `name` is all of what it stands for."""

    id: str
    label: str
    note: str
    name: str
    href: str
    lang: Lang
    level: int = 0


@dataclass(frozen=True, slots=True)
class Beside:
    """Two vertices that have to do with each other; `weight` tells how much."""

    ends: tuple[str, str]
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Graph:
    """Vertices in reading order, and pairs of a parent and its follow-up (`below`).

    `total` counts the vertices that were left out, too.
    """

    vertices: tuple[Vertex, ...]
    below: tuple[tuple[str, str], ...]
    beside: tuple[Beside, ...]
    total: int


def topic_graph(outline: Outline, topic: Topic, lang: Lang, root: str) -> Graph:
    """Return the questions of `topic` that lead to others of it, the first `MOST` of them.

    `root` is the address of the language's home, seen from the page.
    """
    questions = {q.id: q for q in flat(outline.trees[topic.id])}
    below = [(q.parent, q.id) for q in questions.values() if q.parent in questions and q.parent is not None]
    related = ((q.id, r) for q in questions.values() for r in q.related if r in questions)
    beside = set(map(_ordered, related)) - set(map(_ordered, below))
    connected = {end for pair in (*below, *beside) for end in pair}
    shown = [q for q in questions.values() if q.id in connected][:MOST]
    kept = {q.id for q in shown}
    return Graph(
        tuple(_question(q, lang, root) for q in shown),
        tuple(pair for pair in below if kept.issuperset(pair)),
        tuple(Beside(pair) for pair in sorted(beside) if kept.issuperset(pair)),
        len(questions),
    )


def topics_graph(outline: Outline, lang: Lang, root: str) -> Graph:
    """Return the topics that lead to others, the first `MOST` of them."""
    links = neighbours(outline)
    connected = {end for pair in links for end in pair}
    shown = [t for t in outline.topics if t.id in connected][:MOST]
    kept = {t.id for t in shown}
    return Graph(
        tuple(_topic(outline, t, lang, root) for t in shown),
        (),
        tuple(Beside(pair, n) for pair, n in sorted(links.items()) if kept.issuperset(pair)),
        len(outline.topics),
    )


def neighbours(outline: Outline) -> Counter[tuple[str, str]]:
    """Count how often questions of two topics lead to each other."""
    pairs = {
        _ordered((q.id, to))
        for q in outline.kb.questions
        for to in (*q.related, q.parent)
        if to in outline.by_id and to is not None
    }
    topics = (_ordered((_topic_of(outline, one), _topic_of(outline, two))) for one, two in pairs)
    return Counter(pair for pair in topics if pair[0] != pair[1])


def _topic_of(outline: Outline, question: str) -> str:
    return topic_id(outline.by_id[question])


def _ordered(pair: tuple[str, str]) -> tuple[str, str]:
    return min(pair), max(pair)


def _question(question: Question, lang: Lang, root: str) -> Vertex:
    title, title_lang = title_of(question, lang)
    note = WORDS[lang].levels[question.difficulty - 1]
    label = _label(question.also_asked.get(lang)) if title_lang == lang else ""
    href = f"{root}q/{question.id}/"
    return Vertex(question.id, label or title, note, title, href, title_lang, question.difficulty)


def _label(phrasings: Iterable[str]) -> str:
    """Return the first short phrasing that is no sentence: most say in few words what is asked."""
    return next((p for p in phrasings if width(p) <= _LONGEST_LABEL and not p.endswith(("?", "."))), "")


def _topic(outline: Outline, topic: Topic, lang: Lang, root: str) -> Vertex:
    title = topic.title.get(lang)
    note = WAYS[lang].questions(len(flat(outline.trees[topic.id])))
    own: Lang = lang if topic.title.only(lang) else ("en" if lang == "ko" else "ko")
    return Vertex(topic.id, title, note, title, f"{root}topics/{topic.id}/", own)
