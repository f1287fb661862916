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

from kb.lexicon import Lexicon, normalized
from kb.model import Question

# A match must reach _ENOUGH and be ahead of every other question by _MARGIN.
_ENOUGH = 0.66
_MARGIN = 0.06
# A follow-up means something only under its parent.
_UNDER_PARENT = 0.15
_ELSEWHERE = 0.12
_WEIGHT = {"c": 1.0, "r": 0.6, "w": 0.8}


_SENTENCE = re.compile(r"(?<=[?？])\s+")


@dataclass(frozen=True, slots=True)
class Context:
    """Where an entry stands: the questions given to its parent and to the entry before it."""

    parent: str | None = None
    previous: str | None = None


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
        exact = self._exact.get(normalized(title), set())
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
            shared = self._weight(tokens & phrase)
            score = 2 * shared / (own + self._weight(phrase))
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
        return sum(_WEIGHT[token[0]] * self._idf.get(token, rare) for token in tokens)


def _phrasings(question: Question) -> Iterable[str]:
    yield from (t for t in (question.title.ko, question.title.en) if t)
    yield from question.also_asked.ko
    yield from question.also_asked.en
