"""The stem of a word that the glossary does not know: two back ends, rules and kiwipiepy.

The rules are always there and are what a reader's browser does to a query. kiwipiepy
(`pip install .[korean]`) knows Korean morphology; it adds nouns in compounds and stems of verbs.
"""

from __future__ import annotations

import functools
import importlib
import re
from collections.abc import Callable, Iterable
from typing import Any, Protocol

from kb.wording.frames import PARTICLES

_HANGUL = re.compile(r"[가-힣]")
_VOWEL = re.compile(r"[aeiouy]")
_PARTICLES = frozenset(PARTICLES)
_LONGEST_PARTICLE = max(map(len, PARTICLES))
# Nouns, roots, verbs and adjectives, as kiwipiepy marks them.
_TELLING = frozenset({"NNG", "NNP", "XR", "VV", "VA"})


class Stems(Protocol):
    """A back end: its name, and the stems of a word."""

    name: str

    def of(self, word: str) -> tuple[str, ...]:
        """Return the stems of a folded word, the best first; none for a bare particle."""


class RuleStems:
    """Particles by list, English endings by rule."""

    name = "rules"

    def of(self, word: str) -> tuple[str, ...]:
        """Return the one stem the rules find."""
        stem = rule_stem(word)
        return (stem,) if stem else ()


class KiwiStems:
    """Morphemes by kiwipiepy, after the stem that the rules find."""

    name = "kiwipiepy"

    def __init__(self, tokenize: Callable[[str], Iterable[Any]]) -> None:
        self._tokenize = tokenize
        self._known: dict[str, tuple[str, ...]] = {}

    def __reduce__(self) -> tuple[Callable[[], Stems], tuple[()]]:
        return best_stems, ()  # in another process it is made anew: it is no data

    def of(self, word: str) -> tuple[str, ...]:
        """Return the rules' stem, then nouns and stems of verbs; each word is analysed once."""
        if word not in self._known:
            self._known[word] = tuple(dict.fromkeys(self._morphemes(word)))
        return self._known[word]

    def _morphemes(self, word: str) -> Iterable[str]:
        stem = rule_stem(word)
        if stem:
            yield stem
        if stem and _HANGUL.match(word):
            for token in self._tokenize(word):
                if len(token.form) > 1 and token.tag.partition("-")[0] in _TELLING:
                    yield str(token.form)


def best_stems() -> Stems:
    """Return kiwipiepy's stems where it is installed, else those by rule."""
    try:
        kiwi = importlib.import_module("kiwipiepy").Kiwi()
    except ImportError:
        return RuleStems()
    return KiwiStems(kiwi.tokenize)


@functools.cache
def rule_stem(word: str) -> str:
    """Drop a Korean particle or an English ending; a bare particle leaves nothing."""
    if word in _PARTICLES:
        return ""
    return _without_particle(word) if _HANGUL.match(word) else _english(word)


def _without_particle(word: str) -> str:
    for size in range(min(_LONGEST_PARTICLE, len(word) - 2), 0, -1):
        if word[-size:] in _PARTICLES:
            return word[:-size]
    return word


def _english(word: str) -> str:
    if len(word) < 4 or not word.isascii():
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed", "ly"):
        start = word.removesuffix(ending)
        if start != word and len(start) > 2 and _VOWEL.search(start):
            return start[:-1] if start[-1] == start[-2] and start[-1] not in "lsz" else start
    return word.removesuffix("e") if len(word) > 4 else word
