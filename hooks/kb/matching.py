"""Which question of the bank an entry asks: exact titles first, then content words, then neighbours.

The rules and their order are the result of comparing real lists: an id alone is unsafe, string
similarity has no safe threshold, and in doubt nothing is merged.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kb.model import Question
from kb.wording.lexicon import Lexicon, normalized

# A match must reach _ENOUGH and be ahead of every other question by _MARGIN.
_ENOUGH = 0.66
_MARGIN = 0.06
# A follow-up means something only under its parent.
_UNDER_PARENT = 0.15
_ELSEWHERE = 0.12
# "What is its role", "what does it do" and "why is it there" ask the same.
_PURPOSE = frozenset({"r:role", "r:effect", "r:meaning", "r:why"})
_OTHER_RELATION = 0.75
_NO_RELATION = 0.88
_WEIGHT = {"c": 1.0, "r": 0.5, "w": 0.8}
# Relations that make another question of the same subject weigh as much as a subject.
_TELLING = frozenset(
    f"r:{name}"
    for name in (
        "lines", "hours", "count", "formula", "shape", "child", "underuse", "difference", "pros", "cons",
        "verify", "avoid", "caution", "replace", "instead", "increase", "without",
    )
)  # fmt: skip


_SENTENCE = re.compile(r"(?<=[?？])\s+")


@dataclass(frozen=True, slots=True)
class Context:
    """Where an entry stands: the question given to its parent, and those of its earlier siblings
    whose titles differ from its own. `foreign` marks a document on another field, where one
    shared word (정규화 of a database) proves nothing."""

    parent: str | None = None
    siblings: frozenset[str] = frozenset()
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question of the bank and how well an entry's wording fits it, 0 to 1 (and a little more
    where its place supports it)."""

    question: str
    score: float


@dataclass(frozen=True, slots=True)
class Match:
    """The question an entry was given (None in doubt) and the nearest candidates, best first."""

    question: str | None
    candidates: tuple[Candidate, ...]


class Matcher:
    """Compares titles with every phrasing of every question of the bank."""

    def __init__(self, questions: Sequence[Question], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._parents = {q.id: q.parent for q in questions}
        self._topics = {q.id: q.topic for q in questions}
        self._exact: dict[str, set[str]] = defaultdict(set)
        self._phrases: list[tuple[str, frozenset[str]]] = []
        self._by_token: dict[str, list[int]] = defaultdict(list)
        for question in questions:
            for phrase in _phrasings(question):
                self._add(question.id, phrase)
        self._idf = self._weigh(questions)
        self._subjects = self._gather()

    def _add(self, question: str, phrase: str) -> None:
        self._exact[normalized(phrase)].add(question)
        tokens = self._lexicon.read(phrase)
        if tokens:
            for token in tokens:
                self._by_token[token].append(len(self._phrases))
            self._phrases.append((question, tokens))

    def _weigh(self, questions: Sequence[Question]) -> dict[str, float]:
        """Weigh each token by how few questions use it (inverse document frequency)."""
        uses: Counter[str] = Counter()
        by_question: dict[str, set[str]] = defaultdict(set)
        for question, tokens in self._phrases:
            by_question[question] |= tokens
        for found in by_question.values():
            uses.update(found)
        total = max(len(questions), 1)
        return {token: 1 + math.log(total / count) for token, count in uses.items()}

    def _gather(self) -> dict[str, frozenset[str]]:
        """Collect the concepts of each question: what its follow-ups need not repeat."""
        found: dict[str, set[str]] = defaultdict(set)
        for question, tokens in self._phrases:
            found[question] |= {token for token in tokens if token.startswith("c:")}
        return {question: frozenset(tokens) for question, tokens in found.items()}

    def match(self, titles: Iterable[str], context: Context) -> Match:
        """Find the question that any of `titles` (the first counts most) asks."""
        best: Match | None = None
        for title in titles:
            found = self._match_one(title, context)
            if found.question:
                return found
            best = best or found
        return best or Match(None, ())

    def _match_one(self, title: str, context: Context) -> Match:
        """Match one wording; where it packs several questions, the first of them counts."""
        parts = [part for part in _SENTENCE.split(title) if normalized(part)]
        if len(parts) > 1 and normalized(title) not in self._exact:
            first = self._match_whole(parts[0], context)
            if first.question:
                return first
        return self._match_whole(title, context)

    def _match_whole(self, title: str, context: Context) -> Match:
        exact = self._exact.get(normalized(title), set()) - context.siblings
        if len(exact) == 1:
            (question,) = exact
            return Match(question, (Candidate(question, 1.0),))
        ranked = self._rank(title, context)
        if not ranked or ranked[0].score < _ENOUGH:
            return Match(None, ranked[:3])
        if len(ranked) > 1 and ranked[0].score - ranked[1].score < _MARGIN:
            return Match(None, ranked[:3])
        return Match(ranked[0].question, ranked[:3])

    def _rank(self, title: str, context: Context) -> tuple[Candidate, ...]:
        tokens = self._lexicon.read(title)
        own = self._weight(tokens)
        scores: dict[str, float] = {}
        near = {i for token in tokens if not token.startswith("r:") for i in self._by_token.get(token, ())}
        near |= {i for i in self._family(context) if tokens & self._phrases[i][1]}
        for index in near:
            question, phrase = self._phrases[index]
            if question in context.siblings:
                continue
            if context.parent and self._parents.get(question) == context.parent:
                phrase = phrase - (self._subjects.get(context.parent, frozenset()) - tokens)
            if _covers(tokens, phrase, 2 if context.foreign else 1):
                shared = self._weight(tokens & phrase)
                score = 2 * shared / (own + self._weight(phrase)) * _agreement(tokens, phrase)
                scores[question] = max(scores.get(question, 0.0), score)
        ranked = [Candidate(q, s + self._support(q, s, context)) for q, s in scores.items()]
        return tuple(sorted(ranked, key=lambda c: (-c.score, c.question)))

    def _family(self, context: Context) -> list[int]:
        if context.parent is None:
            return []
        return [i for i, (q, _) in enumerate(self._phrases) if self._parents.get(q) == context.parent]

    def _support(self, question: str, score: float, context: Context) -> float:
        """Weigh the place: a child under its own parent gains, one under a stranger loses."""
        if context.parent is None:
            return 0.0
        if self._parents.get(question) == context.parent:
            return _UNDER_PARENT
        if score > 0.95 or self._topics.get(question) == self._topics.get(context.parent):
            return 0.0
        return -_ELSEWHERE

    def _weight(self, tokens: Iterable[str]) -> float:
        rare = 1 + math.log(max(len(self._parents), 1))
        return sum(
            (1.0 if token in _TELLING else _WEIGHT[token[0]]) * self._idf.get(token, rare) for token in tokens
        )


def _subject(tokens: frozenset[str]) -> frozenset[str]:
    """Return the known concepts and telling relations, or the plain words where there are none."""
    known = frozenset(t for t in tokens if t.startswith("c:") or t in _TELLING)
    return known or frozenset(t for t in tokens if t.startswith("w:"))


def _relations(tokens: frozenset[str]) -> frozenset[str]:
    found = frozenset(token for token in tokens if token.startswith("r:"))
    return found | {"r:why"} if found & _PURPOSE else found


def _covers(tokens: frozenset[str], phrase: frozenset[str], least: int) -> bool:
    """Tell whether most of what each side is about is also in the other: `GAN` is not `BN in GANs`."""
    own, other = _subject(tokens), _subject(phrase)
    shared = len(own & other)
    return shared >= least and 2 * shared > max(len(own), len(other))


def _agreement(tokens: frozenset[str], phrase: frozenset[str]) -> float:
    """Weigh whether both ask the same of their subject: `bias` alone is not `why a bias`."""
    own, other = _relations(tokens), _relations(phrase)
    if own and other:
        return 1.0 if own & other else _OTHER_RELATION
    return _NO_RELATION if own or other else 1.0


def _phrasings(question: Question) -> Iterable[str]:
    yield from (t for t in (question.title.ko, question.title.en) if t)
    yield from question.also_asked.ko
    yield from question.also_asked.en
