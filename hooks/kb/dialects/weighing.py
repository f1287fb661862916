"""Tables of contents that lie: weigh what a table calls an answer against what the answer says.

Seen in real files: the answers follow the numbering of another list, so that from some number on
each stands under the title of its neighbour, and further down the numbers are right again.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from kb.wording.folding import fold
from kb.wording.frames import FRAME, PARTICLES, RELATIONS

_WORD = re.compile(r"[a-z][a-z0-9+#]+|[가-힣]{2,}")
_NOT_CONTENT = FRAME | {word for words in RELATIONS.values() for word in words}
# Shares of a title's words, weighed by how rare they are, that must be or not be in an answer.
_SUPPORTED = 0.3
_FOREIGN = 0.2
_FITS = 0.4
_AHEAD = 0.15
# So many answers in a row must agree on how far the table is off.
_AGREE = 3
# A table is looked at so many places up and down, an answer so far: its cost stays linear.
_WINDOW = 12
_LONGEST = 4_000


@dataclass(frozen=True, slots=True)
class _Vote:
    """What one answer says of the table: that its title fits, or by how many places it is off."""

    fits: bool = False
    shift: int | None = None


def misplaced(titles: Sequence[str], bodies: Sequence[str]) -> Mapping[int, int]:
    """Return which title each answer belongs under, for those that stand under a wrong one.

    `titles[i]` is what the table calls `bodies[i]`; an empty body has no say. A title is taken from
    its place only where several answers in a row, or two that change places, say so.
    """
    words = [_content(title) for title in titles]
    weights = _weigh(words)
    texts = [_Text(body) for body in bodies]
    support = [
        {
            j: _support(words[j], text, weights)
            for j in range(max(0, i - _WINDOW), min(len(words), i + _WINDOW + 1))
        }
        for i, text in enumerate(texts)
    ]
    votes = [_vote(i, row) if texts[i].letters else _Vote() for i, row in enumerate(support)]
    found: dict[int, int] = {}
    for fits, run in groupby(range(len(votes)), key=lambda i: votes[i].fits):
        if not fits:
            found.update(_shifted(list(run), votes, support))
    for i, vote in enumerate(votes):
        other = i + vote.shift if vote.shift is not None else i
        if i not in found and other != i and votes[other].shift == i - other:
            found[i] = other
    return {i: other for i, other in found.items() if texts[i].letters}


def _shifted(
    run: Sequence[int], votes: Sequence[_Vote], support: Sequence[Mapping[int, float]]
) -> Mapping[int, int]:
    """Return the shift that the answers of a run agree on, applied to all of them."""
    counted = Counter(votes[i].shift for i in run if votes[i].shift is not None)
    if not counted:
        return {}
    (shift, count), *_ = counted.most_common(1)
    if shift is None or count < _AGREE or 2 * count < counted.total():
        return {}
    agreed = [i for i in run if votes[i].shift == shift]
    first, last = agreed[0] - 1, agreed[-1] + 1
    return {
        i: i + shift
        for i in run
        if first <= i <= last and 0 <= i + shift < len(votes) and support[i][i] < _FOREIGN
    }


def _vote(index: int, row: Mapping[int, float]) -> _Vote:
    own = row[index]
    ranked = sorted(row, key=lambda j: -row[j])
    best, second = ranked[0], ranked[1] if len(ranked) > 1 else ranked[0]
    if own >= _SUPPORTED or best == index:
        return _Vote(fits=own >= _SUPPORTED)
    if own < _FOREIGN and row[best] >= _FITS and row[best] - row[second] >= _AHEAD:
        return _Vote(shift=best - index)
    return _Vote()


class _Text:
    """An answer's words, ready to be looked up: Latin ones whole, Korean ones with any ending."""

    def __init__(self, body: str) -> None:
        text = fold(body[:_LONGEST])
        self.words = frozenset(re.findall(r"[a-z][a-z0-9+#]+", text))
        self.letters = re.sub(r"\s+", "", text)

    def holds(self, word: str) -> bool:
        """Tell whether the answer uses a word of a title."""
        return word in self.words if word.isascii() else word in self.letters


def _content(title: str) -> frozenset[str]:
    """Return the words of a title that say what it is about."""
    found = (_stem(word) for word in _WORD.findall(fold(title)))
    return frozenset(word for word in found if len(word) > 1 and word not in _NOT_CONTENT)


def _stem(word: str) -> str:
    if word.isascii() or word in _NOT_CONTENT:
        return word
    for particle in PARTICLES:
        if word.endswith(particle) and len(word) - len(particle) > 1:
            return word[: -len(particle)]
    return word


def _weigh(titles: Sequence[frozenset[str]]) -> Mapping[str, float]:
    """Weigh each word by how few titles use it (inverse document frequency)."""
    uses = Counter(word for title in titles for word in title)
    return {word: 1 + math.log(len(titles) / count) for word, count in uses.items()}


def _support(title: frozenset[str], text: _Text, weights: Mapping[str, float]) -> float:
    total = sum(weights[word] for word in title)
    return sum(weights[word] for word in title if text.holds(word)) / total if total else 0.0
