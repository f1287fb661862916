"""From the wording of a question to what it is about: concepts of the glossary and relations.

`Lexicon.read` turns "Back-Propagation은 몇 줄인가?" and "how many lines is backprop?" into the same
tokens, `{"c:backpropagation", "r:lines"}`. Words the glossary does not hold stay as `w:` tokens.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kb.glossary import folded, surfaces
from kb.model import Term
from kb.wording.folding import fold
from kb.wording.frames import COMPOUNDS, FRAME, PARTICLES, RELATIONS
from kb.wording.inlines import plain

# A run of Hangul, of Latin letters and digits, or of anything else written as letters.
_CHUNK = re.compile(r"[가-힣]+|[a-z][a-z0-9+#]*|[0-9]+%?|[^\W\d_a-z가-힣]+")
_HANGUL = re.compile(r"[가-힣]")
_LONGEST_SURFACE = 40
_VERBAL = frozenset("하해한할했함되된될됐됨시")


@dataclass(frozen=True, slots=True)
class _Run:
    """The letters of a title without gaps, and where words (chunks) begin and end in them."""

    letters: str
    starts: frozenset[int]
    ends: tuple[int, ...]  # for every position, the end of the chunk it is in


def normalized(title: str) -> str:
    """Fold what does not change a title: markup, width, case, punctuation, spaces."""
    return re.sub(r"[\W_]+", "", fold(plain(title)))


class Lexicon:
    """Every spelling of every concept, relation and frame word, ready for longest-match reading."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._tokens: dict[str, tuple[str, ...]] = {}
        self._read: dict[str, frozenset[str]] = {}
        for word in FRAME:
            self._tokens[folded(word)] = ()
        for name, words in RELATIONS.items():
            for word in words:
                self._tokens[folded(word)] = (f"r:{name}",)
        for word, names in COMPOUNDS.items():
            self._tokens[word] = tuple(f"r:{name}" for name in names)
        for term in terms:
            for surface in surfaces(term):
                self._tokens[folded(surface)] = (f"c:{term.id}",)
        self._sizes = _sizes(self._tokens)

    def read(self, title: str) -> frozenset[str]:
        """Return the tokens of a title; each is read once."""
        if title not in self._read:
            self._read[title] = self._tokens_of(_run(title))
        return self._read[title]

    def _tokens_of(self, run: _Run) -> frozenset[str]:
        tokens: set[str] = set()
        at = 0
        while at < len(run.letters):
            found, at = self._next(run, at)
            tokens.update(found)
        return frozenset(tokens)

    def _next(self, run: _Run, at: int) -> tuple[tuple[str, ...], int]:
        """Read one known spelling, or one unknown word, and return where the next begins."""
        for start in (run.letters[at : at + 3], run.letters[at : at + 2], run.letters[at]):
            for length in self._sizes.get(start, ()):
                end = at + length
                known = self._tokens.get(run.letters[at:end])
                if known is not None and end <= len(run.letters) and self._may_end(run, at, end):
                    return known, self._after(run, end)
        end = run.ends[at]
        word = _stem(run.letters[at:end])
        return ((f"w:{word}",) if word and self._tokens.get(word) != () else ()), end

    def _may_end(self, run: _Run, at: int, end: int) -> bool:
        """Tell whether a spelling may stop here: at a word's end, or before a particle or known word."""
        last = run.ends[end - 1]
        if end == last:
            return True
        rest = run.letters[end:last]
        if not _HANGUL.match(rest):
            return rest in ("s", "es") and end - at > 1
        return _is_ending(rest) or end - at >= 3 or self._known_prefix(rest)

    def _known_prefix(self, rest: str) -> bool:
        return any(rest[:size] in self._tokens for size in range(len(rest), 1, -1))

    def _after(self, run: _Run, end: int) -> int:
        """Skip the particle (or plural s) that follows a known spelling."""
        last = run.ends[end - 1]
        rest = run.letters[end:last]
        return last if _is_ending(rest) or rest in ("s", "es") else end


def _sizes(spellings: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """Return by their first letters how long spellings are, the longest first."""
    found: dict[str, set[int]] = {}
    for spelling in spellings:
        if spelling and len(spelling) <= _LONGEST_SURFACE:
            found.setdefault(spelling[:3], set()).add(len(spelling))
    return {start: tuple(sorted(lengths, reverse=True)) for start, lengths in found.items()}


def _run(title: str) -> _Run:
    text = fold(plain(title))
    letters: list[str] = []
    starts: set[int] = set()
    ends: list[int] = []
    size = 0
    for match in _CHUNK.finditer(text):
        chunk = match[0]
        starts.add(size)
        letters.append(chunk)
        size += len(chunk)
        ends += [size] * len(chunk)
    return _Run("".join(letters), frozenset(starts), tuple(ends))


def _is_ending(rest: str) -> bool:
    """Tell whether `rest` is a particle, or turns the noun before it into a verb (대처 + 해야)."""
    return rest in PARTICLES or rest[:1] in _VERBAL


def _stem(word: str) -> str:
    """Drop a Korean particle or ending, or an English plural, from an unknown word."""
    if word in PARTICLES:
        return ""
    if _HANGUL.match(word):
        for particle in PARTICLES:
            if word.endswith(particle) and len(word) - len(particle) >= 1:
                return word[: -len(particle)]
        return word
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
