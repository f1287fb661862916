"""Read text as the search does: concepts of the glossary, relations, and words, longest match first.

`reading.js` reads queries in the same way. Tokens are `c:<concept>`, `r:<relation>` and `w:<stem>`.
Spaces inside a spelling do not matter: 활성화함수 and 활성화 함수 are one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from types import MappingProxyType

from kb.glossary import surfaces
from kb.model import Term
from kb.search.stems import Stems
from kb.wording.folding import fold
from kb.wording.frames import COMPOUNDS, FRAME, PARTICLES, RELATIONS

# Hangul (with letters that stand alone while typing), Latin, numbers, anything else written as letters.
_CHUNK = re.compile(r"[가-힣ㄱ-ㅎㅏ-ㅣ]+|[a-z][a-z0-9+#]*|[0-9]+%?|(?:(?![a-z가-힣ㄱ-ㅎㅏ-ㅣ])[^\W\d_])+")
_HANGUL = re.compile(r"[가-힣]")
VERBAL = "하해한할했함되된될됐됨시"
# Words of one syllable that say nothing even with a particle; 지도 is not 지 + 도.
NOUNS = "수것때이그거걸중등뭐"
_PARTICLES = frozenset(PARTICLES)
_PLURALS = ("s", "es")
# A spelling this long may have anything after it in one word: 평균화된, 경사하강법적으로.
_LONG = 3
# So many letters tell whether a spelling leads on from a word; they may say so of a few too many.
_FAR = 8


def letters(text: str) -> str:
    """Return the letters of `text` without what stands between them."""
    return "".join(_CHUNK.findall(fold(text)))


@dataclass(frozen=True, slots=True)
class Spellings:
    """Every spelling and what it means. `sizes`: how long those are that begin with some letters."""

    tokens: Mapping[str, tuple[str, ...]]
    sizes: Mapping[str, tuple[int, ...]]

    @classmethod
    def of(cls, terms: Iterable[Term]) -> Spellings:
        """Collect the frame, the relations and the glossary; the glossary wins."""
        found: dict[str, tuple[str, ...]] = {letters(word): () for word in FRAME}
        for name, words in RELATIONS.items():
            found |= {letters(word): (f"r:{name}",) for word in words}
        for word, names in COMPOUNDS.items():
            found[letters(word)] = tuple(f"r:{name}" for name in names)
        for term in terms:
            found |= {letters(surface): (f"c:{term.id}",) for surface in surfaces(term)}
        found.pop("", None)
        sizes: dict[str, set[int]] = {}
        for spelling in found:
            sizes.setdefault(spelling[:3], set()).add(len(spelling))
        ordered = {start: tuple(sorted(lengths, reverse=True)) for start, lengths in sizes.items()}
        return cls(MappingProxyType(found), MappingProxyType(ordered))


class Reader:
    """Reads text with these spellings and these stems."""

    def __init__(self, spellings: Spellings, stems: Stems) -> None:
        self._tokens = dict(spellings.tokens)
        self._sizes = dict(spellings.sizes)
        self._starts = {spelling[:size] for spelling in self._tokens for size in range(1, _FAR + 1)}
        self._stems = stems
        self._alone: dict[str, tuple[tuple[str, ...], int, bool]] = {}
        self._whole: dict[str, tuple[tuple[str, ...], bool]] = {}

    def read(self, text: str) -> list[str]:
        """Return the tokens of `text` in order. A word that no spelling leads on from is read once."""
        chunks = _CHUNK.findall(fold(text))
        run = "".join(chunks)
        ends = (0, *accumulate(map(len, chunks)))
        found: list[str] = []
        at = 0
        for begin, end, known in zip(ends, ends[1:], map(self._whole.get, chunks), strict=False):
            if begin < at:
                continue
            if known and not (known[1] and self._leads_on(run, begin, end)):
                found += known[0]
            else:
                tokens, at = self._read_on(run, ends, begin)
                found += tokens
        return found

    def _leads_on(self, run: str, begin: int, end: int) -> bool:
        """Tell whether a longer spelling may begin with a word."""
        return run[begin : min(end + 1, begin + _FAR)] in self._starts

    def _read_on(self, run: str, ends: Sequence[int], at: int) -> tuple[list[str], int]:
        """Read words until one ends where a chunk does: the tokens, and where that is."""
        found: list[str] = []
        chunk = bisect_right(ends, at)
        while True:
            word = run[at : ends[chunk]]
            tokens, size, leads = self._alone.get(word) or self._read_alone(word)
            if leads and self._leads_on(run, at, ends[chunk]):
                tokens, at = self._read(run, ends, at, chunk)
                chunk = bisect_left(ends, at, chunk)
            else:
                at += size
            found += tokens
            if at == ends[chunk]:
                return found, at

    def _read_alone(self, word: str) -> tuple[tuple[str, ...], int, bool]:
        """Read a word: its tokens, how much of it they are, and whether what follows it may matter."""
        tokens, size = self._read(word, (len(word),), 0, 0)
        leads = word[:_FAR] in self._starts
        self._alone[word] = tokens, size, leads
        if size == len(word):
            self._whole[word] = tokens, leads
        return tokens, size, leads

    def _read(self, run: str, ends: Sequence[int], at: int, chunk: int) -> tuple[tuple[str, ...], int]:
        """Read what begins at `at`, in a chunk: its tokens and its end."""
        for start in (run[at : at + 3], run[at : at + 2], run[at]):
            for size in self._sizes.get(start, ()):
                end = at + size
                known = self._tokens.get(run[at:end])
                if known is None or end > len(run):
                    continue
                last = ends[bisect_left(ends, end, chunk)]
                if self._may_end(run, last, at, end):
                    return known, self._after(run, last, end)
        end = ends[chunk]
        return tuple(f"w:{stem}" for stem in self._stems.of(run[at:end])), end

    def _may_end(self, run: str, last: int, at: int, end: int) -> bool:
        """Tell whether a spelling may stop here: at a word's end, or before a particle or known word."""
        if end == last:
            return True
        rest = run[end:last]
        if not _HANGUL.match(rest):
            return rest in _PLURALS and end - at > 1
        if end - at == 1:
            return run[at] in NOUNS and rest in _PARTICLES
        if end - at >= _LONG or is_ending(rest) or self._known_prefix(rest):
            return True
        return self._tokens[run[at:end]][:1] > ("r",)  # 커지 + 기도: stems of verbs take many endings

    def _known_prefix(self, rest: str) -> bool:
        return any(rest[:size] in self._tokens for size in range(len(rest), 1, -1))

    def _after(self, run: str, last: int, end: int) -> int:
        """Skip the particle (or plural s) that follows a known spelling."""
        rest = run[end:last]
        return last if is_ending(rest) or rest in _PLURALS else end


def is_ending(rest: str) -> bool:
    """Tell whether `rest` is a particle, or turns the noun before it into a verb (대처 + 해야)."""
    return rest in _PARTICLES or (rest != "" and rest[0] in VERBAL)
