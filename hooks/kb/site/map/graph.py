"""What a map shows: questions of a topic, or topics, and what leads from one to the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kb.model import Lang, Question, Topic
from kb.site.lists import title_of
from kb.site.map.lettering import width
from kb.site.outline import Outline, topic_id
from kb.site.words import WORDS
from kb.site.words_ways import WAYS

MOST = 40
MOST_LINES = 100
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
    questions = {q.id: q for q in outline.listed[topic.id]}
    below = [(q.parent, q.id) for q in questions.values() if q.parent in questions and q.parent is not None]
    related = ((q.id, r) for q in questions.values() for r in q.related if r in questions)
    beside = set(map(_ordered, related)) - set(map(_ordered, below))
    connected = {end for pair in (*below, *beside) for end in pair}
    shown = [q for q in questions.values() if q.id in connected][:MOST]
    kept = {q.id for q in shown}
    return Graph(
        tuple(_question(q, lang, root) for q in shown),
        tuple(pair for pair in below if kept.issuperset(pair)),
        _strongest(Beside(pair) for pair in sorted(beside) if kept.issuperset(pair)),
        len(questions),
    )


def topics_graph(outline: Outline, lang: Lang, root: str) -> Graph:
    """Return the topics that lead to others, the first `MOST` of them."""
    near = {topic.id: neighbours(outline, topic) for topic in outline.topics}
    shown = [t for t in outline.topics if near[t.id]][:MOST]
    links = {_ordered((t.id, to)): n for t in shown for to, n in near[t.id].items()}
    kept = {t.id for t in shown}
    return Graph(
        tuple(_topic(outline, t, lang, root) for t in shown),
        (),
        _strongest(Beside(pair, n) for pair, n in sorted(links.items()) if kept.issuperset(pair)),
        len(outline.topics),
    )


def _strongest(lines: Iterable[Beside]) -> tuple[Beside, ...]:
    """Return no more lines than the eye can follow."""
    return tuple(sorted(lines, key=lambda line: -line.weight)[:MOST_LINES])


def neighbours(outline: Outline, topic: Topic) -> Counter[str]:
    """Count how often the questions of `topic` and those of each other topic lead to each other."""
    near = (to for q in outline.listed[topic.id] for to in outline.beside.get(q.id, ()))
    topics = Counter(topic_id(outline.by_id[question]) for question in near)
    del topics[topic.id]
    return topics


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
    note = WAYS[lang].questions(len(outline.listed[topic.id]))
    own: Lang = lang if topic.title.only(lang) else ("en" if lang == "ko" else "ko")
    return Vertex(topic.id, title, note, title, f"{root}topics/{topic.id}/", own)
