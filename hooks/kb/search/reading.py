"""Read text as the search does: concepts of the glossary, relations, and words, longest match first.

`reading.js` reads queries in the same way. Tokens are `c:<concept>`, `r:<relation>` and `w:<stem>`.
Spaces inside a spelling do not matter: 활성화함수 and 활성화 함수 are one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
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
        self._stems = stems
        self._alone: dict[str, tuple[tuple[str, ...], int]] = {}

    def read(self, text: str) -> list[str]:
        """Return the tokens of `text` in order."""
        chunks = _CHUNK.findall(fold(text))
        run = "".join(chunks)
        ends: list[int] = []
        for chunk in chunks:
            ends += [len(ends) + len(chunk)] * len(chunk)
        found: list[str] = []
        at = 0
        while at < len(run):
            tokens, at = self._next(run, ends, at)
            found += tokens
        return found

    def _next(self, run: str, ends: list[int], at: int) -> tuple[tuple[str, ...], int]:
        """Read what begins at `at`: its tokens and its end. What no spelling leads on from is read once."""
        word = run[at : ends[at]]
        if len(word) > 2:
            alone = self._sizes.get(word[:3], (0,))[0] <= len(word)
        else:
            longer = run[at : at + 3] in self._sizes or (len(word) < 2 and run[at : at + 2] in self._sizes)
            alone = not longer
        if not alone:
            return self._read(run, ends, at)
        found = self._alone.get(word)
        if found is None:
            tokens, end = self._read(run, ends, at)
            found = self._alone[word] = tokens, end - at
        return found[0], at + found[1]

    def _read(self, run: str, ends: list[int], at: int) -> tuple[tuple[str, ...], int]:
        for start in (run[at : at + 3], run[at : at + 2], run[at]):
            for size in self._sizes.get(start, ()):
                end = at + size
                known = self._tokens.get(run[at:end])
                if known is not None and end <= len(run) and self._may_end(run, ends[end - 1], at, end):
                    return known, self._after(run, ends[end - 1], end)
        end = ends[at]
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
