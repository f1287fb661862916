"""Find questions by id, topic and parent, and answers by language and role."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kb.model import LANGS, Answer, KnowledgeBase, Lang, Question, Role, Text, Topic
from kb.site.words import WORDS, other

OTHER_TOPIC = "other"
EDITORS = "editors"


@dataclass(frozen=True, slots=True)
class Shown:
    """The answers of one role that a page shows, and the language they are in."""

    answers: tuple[Answer, ...]
    lang: Lang


@dataclass(frozen=True, slots=True)
class Node:
    """A question of a topic and the follow-ups nested under it."""

    question: Question
    children: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A knowledge base with the look-ups that pages need.

    `topics` holds every topic that has a question. `trees` holds each topic's questions in the
    order of the bank, follow-ups under their parents; `listed` holds the same without nesting.
    `children` goes by parent, across topics. `by_role` holds the answers by question, role and language,
    `beside` what each question leads to or is led to from, as parent, follow-up or related. `by_topic`
    holds the topics by id, `paths` where documents are in their folders, by their files.
    """

    kb: KnowledgeBase
    topics: tuple[Topic, ...]
    by_id: Mapping[str, Question]
    children: Mapping[str, tuple[Question, ...]]
    trees: Mapping[str, tuple[Node, ...]]
    listed: Mapping[str, tuple[Question, ...]]
    by_role: Mapping[tuple[str, Role, Lang], tuple[Answer, ...]]
    beside: Mapping[str, frozenset[str]]
    by_topic: Mapping[str, Topic]
    paths: Mapping[str, str]

    def answers(self, question: str, role: Role, lang: Lang) -> tuple[Answer, ...]:
        """Return the answers to `question` of one role, written in `lang`; the editors' own come first."""
        return self.by_role.get((question, role, lang), ())

    def shown(self, question: str, role: Role, lang: Lang) -> Shown:
        """Return what a page in `lang` shows: its own answers, or the other language's."""
        own = self.answers(question, role, lang)
        return Shown(own, lang) if own else Shown(self.answers(question, role, other(lang)), other(lang))

    def answered(self, question: str) -> bool:
        """Tell whether anyone answered `question` in any language."""
        return any(self.answers(question, "answer", lang) for lang in LANGS)

    def topic_of(self, question: Question) -> Topic:
        """Return the topic that `question` is listed in."""
        return self.by_topic[topic_id(question)]

    def document_of(self, question: Question) -> str:
        """Return the document that asked `question` first, by its path in its folder; empty for none."""
        return self.paths.get(question.span.path, "") if question.span else ""


def outline(kb: KnowledgeBase) -> Outline:
    """Arrange the questions of `kb`; a topic that the bank does not know is made up at the end."""
    by_id = {q.id: q for q in kb.questions}
    children: dict[str, list[Question]] = {}
    for question in kb.questions:
        if question.parent in by_id and question.parent is not None:
            children.setdefault(question.parent, []).append(question)
    used = dict.fromkeys(topic_id(q) for q in kb.questions)
    known = {t.id: t for t in kb.topics}
    topics = [t for t in kb.topics if t.id in used]
    topics += [made_up_topic(i) for i in used if i not in known]
    fixed = {parent: tuple(questions) for parent, questions in children.items()}
    inside: dict[str, list[Question]] = {}
    for question in kb.questions:
        inside.setdefault(topic_id(question), []).append(question)
    trees = {t.id: tree(inside[t.id], fixed) for t in topics}
    listed = {topic: flat(nodes) for topic, nodes in trees.items()}
    by_topic = {t.id: t for t in topics}
    paths = {d.source: d.path for d in reversed(kb.documents)}
    return Outline(
        kb, tuple(topics), by_id, fixed, trees, listed, _by_role(kb), _beside(by_id), by_topic, paths
    )


def _by_role(kb: KnowledgeBase) -> Mapping[tuple[str, Role, Lang], tuple[Answer, ...]]:
    """Sort the answers to every question by role and language; the editors' own come first."""
    found: dict[tuple[str, Role, Lang], list[Answer]] = {}
    for question, answers in kb.answers.items():
        for answer in sorted(answers, key=lambda a: a.contributor != EDITORS):
            found.setdefault((question, answer.role, answer.lang), []).append(answer)
    return {key: tuple(answers) for key, answers in found.items()}


def _beside(by_id: Mapping[str, Question]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for question in by_id.values():
        for to in (*question.related, question.parent or ""):
            if to in by_id and to != question.id:
                found.setdefault(question.id, set()).add(to)
                found.setdefault(to, set()).add(question.id)
    return {question: frozenset(others) for question, others in found.items()}


def topic_id(question: Question) -> str:
    """Return the topic that `question` is listed in."""
    return question.topic or OTHER_TOPIC


def made_up_topic(identifier: str) -> Topic:
    """Return a topic for questions whose topic the bank does not define."""
    if identifier != OTHER_TOPIC:
        return Topic(identifier, Text(identifier, identifier))
    title = Text(WORDS["ko"].other_topic, WORDS["en"].other_topic)
    description = Text(WORDS["ko"].other_topic_description, WORDS["en"].other_topic_description)
    return Topic(identifier, title, description)


def tree(questions: Iterable[Question], children: Mapping[str, tuple[Question, ...]]) -> tuple[Node, ...]:
    """Nest the questions of one topic; a question whose parent is elsewhere stands at the top.

    Every question appears once, even where parents go in a circle.
    """
    mine = {q.id: q for q in questions}
    placed: set[str] = set()

    def node(question: Question) -> Node:
        placed.add(question.id)
        below = [c for c in children.get(question.id, ()) if c.id in mine]
        return Node(question, tuple(node(c) for c in below if c.id not in placed))

    roots = [node(q) for q in mine.values() if q.parent not in mine]
    roots.extend(node(q) for q in mine.values() if q.id not in placed)
    return tuple(roots)


def flat(nodes: Iterable[Node]) -> tuple[Question, ...]:
    """Return the questions of `nodes` in reading order: each before its follow-ups."""
    return tuple(q for n in nodes for q in (n.question, *flat(n.children)))
