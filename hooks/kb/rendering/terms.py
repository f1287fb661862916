"""Link the first use of each glossary term in an answer to its definition."""

from __future__ import annotations

import html as html_module
import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import TypeVar

from kb.cache import Cache
from kb.codec import codec
from kb.derive import Recipe, derive
from kb.model import Lang, Term
from kb.packed import Packed, packed
from kb.versions import key, made_by
from kb.wording.frames import PARTICLES

# A tag counts as a word that no term has.
_WORD = re.compile(r"<[^<>]+>|[A-Za-z][A-Za-z0-9]*(?:[-'][A-Za-z0-9]+)*|[가-힣]+|[0-9]+")
# The least that can be a word of its own, whatever stands between words.
_LEAST = re.compile(r"[A-Za-z][A-Za-z0-9]*|[가-힣]+|[0-9]+")
_INSIDE = re.compile(r"[A-Za-z가-힣&]")
# Text in these is a name, a formula or code, or leads somewhere already.
_LEFT_ALONE = re.compile(
    "<(?:(a|abbr|button|code|figure|h[3-6]|kbd|math|pre|samp|summary|svg)(?![a-zA-Z0-9])[^<>]*"
    '|(span)(?![a-zA-Z0-9])[^<>]*class="katex[^<>]*)>',
    re.IGNORECASE,
)
_LONGEST = 5
_OPENING = 2
_PARTICLES = frozenset(PARTICLES)
_LONGEST_PARTICLE = max(map(len, PARTICLES))


@dataclass(frozen=True, slots=True)
class TermIndex:
    """Terms by their names (case folded, one space between words) and by their abbreviations.

    Other spellings, which serve search, are left out: a "map" is no maximum a posteriori (MAP), and not
    every "scaling" is that of features. `openings` are the first letters of all, and how many words those
    that begin so can have: most words of a text begin otherwise.
    """

    names: Mapping[str, Term]
    short: Mapping[str, Term]
    openings: Mapping[str, int]

    @classmethod
    def of(cls, terms: Iterable[Term]) -> TermIndex:
        """Index the terms that are worth explaining: everyday words are not."""
        worth = [term for term in terms if not term.everyday]
        names = {_folded(name): term for term in worth for name in (term.name.ko, term.name.en) if name}
        short = {abbreviation: term for term in worth for abbreviation in term.abbr}
        openings: dict[str, int] = {}
        for spelling in (*names, *short):
            opening = _folded(spelling)[:_OPENING]
            openings[opening] = max(openings.get(opening, 1), len(_LEAST.findall(spelling)))
        return cls(names, short, openings)

    def find(self, text: str) -> Term | None:
        """Return the term that `text` names, in the plural as well."""
        name = _folded(text)
        return self.short.get(text) or self.names.get(name) or self.names.get(name.removesuffix("s"))


NO_TERMS = TermIndex({}, {}, {})
Name = TypeVar("Name", bound=Hashable)
_RECIPE = Recipe("linked", Packed)


@dataclass(frozen=True, slots=True)
class _Use:
    start: int
    end: int
    term: Term


def link_all(
    fragments: Mapping[Name, tuple[Packed, Lang]], terms: Sequence[Term], glossary: str, cache: Cache
) -> Mapping[Name, Packed]:
    """Return many fragments, each in its language, as `link_terms` makes them."""
    known = repr(codec(tuple[Term, ...]).write(terms))
    maker = key(made_by(__name__), known, glossary)
    names = {one: key(maker, html.text, lang) for one, (html, lang) in fragments.items()}
    make = partial(_link_all, terms, glossary)
    found = derive(_RECIPE, {name: fragments[one] for one, name in names.items()}, make, cache)
    return {one: found[name] for one, name in names.items()}


def _link_all(terms: Sequence[Term], glossary: str, fragments: Sequence[tuple[Packed, Lang]]) -> list[Packed]:
    index = TermIndex.of(terms)
    return [packed(link_terms(html.text, index, lang, glossary)) for html, lang in fragments]


def link_terms(html: str, index: TermIndex, lang: Lang, glossary: str) -> str:
    """Return a fragment with the first use of each term linked to `glossary`, its page's address.

    The link's title is the definition in `lang`, so that pointing at a term is enough.
    """
    if not index.openings:
        return html
    seen: set[str] = set()
    pieces: list[str] = []
    at = 0
    while alone := _LEFT_ALONE.search(html, at):
        pieces.append(_linked(html[at : alone.start()], index, lang, glossary, seen))
        at = _end(html, alone)
        pieces.append(html[alone.start() : at])
    pieces.append(_linked(html[at:], index, lang, glossary, seen))
    return "".join(pieces)


def _end(html: str, opened: re.Match[str]) -> int:
    """Return where an element ends: after as many end tags of its name as there are others."""
    depth = 0
    for tag in _tags(opened[1] or opened[2]).finditer(html, opened.start()):
        depth += -1 if tag[1] else 1
        if not depth:
            return tag.end()
    return len(html)


@cache
def _tags(name: str) -> re.Pattern[str]:
    return re.compile(rf"<(/?){name}(?![a-zA-Z0-9])[^<>]*>", re.IGNORECASE)


def _linked(text: str, index: TermIndex, lang: Lang, glossary: str, seen: set[str]) -> str:
    """Link the terms in a piece of HTML, in none of whose elements text is left alone."""
    pieces: list[str] = []
    at = 0
    for use in _uses(text, index):
        if use.term.id in seen:
            continue
        seen.add(use.term.id)
        title = html_module.escape(use.term.definition.get(lang))
        pieces += [
            text[at : use.start],
            f'<a class="kb-term" href="{glossary}#{use.term.id}" title="{title}">',
            f"{text[use.start : use.end]}</a>",
        ]
        at = use.end
    pieces.append(text[at:])
    return "".join(pieces)


def _uses(text: str, index: TermIndex) -> Iterator[_Use]:
    """Yield the terms of a text, the longest at each place, none inside another."""
    words = list(_WORD.finditer(text))
    end = 0
    for position, word in enumerate(words):
        start = word.start()
        most = index.openings.get(text[start : start + _OPENING].casefold().strip())
        if most and start >= end and not (start and _INSIDE.match(text, start - 1)):
            found = _longest(text, words[position : position + min(most, _LONGEST)], index)
            if found:
                yield found
                end = found.end


def _longest(text: str, words: list[re.Match[str]], index: TermIndex) -> _Use | None:
    """Return the longest term that begins with the first of some words, particles left off."""
    start = words[0].start()
    for last in reversed(words):
        end = last.end()
        for cut in range(min(_LONGEST_PARTICLE + 1, end - last.start())):
            if cut and text[end - cut : end] not in _PARTICLES:
                continue
            if term := index.find(text[start : end - cut]):
                return _Use(start, end - cut, term)
    return None


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("-", " ").split())
