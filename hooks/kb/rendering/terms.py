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
from kb.model import LANGS, Lang, Term
from kb.packed import Packed
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


@dataclass(frozen=True, slots=True)
class Use:
    """Where a term stands in a fragment's HTML."""

    start: int
    end: int
    term: str


@dataclass(frozen=True, slots=True)
class Linked:
    """A fragment, the terms in it, and by a term's id the tag that begins a link to its definition."""

    content: Packed
    uses: tuple[Use, ...]
    openings: Mapping[str, str]

    @property
    def text(self) -> str:
        """Its HTML with the links, made anew."""
        html = self.content.text
        pieces: list[str] = []
        at = 0
        for use in self.uses:
            pieces += (html[at : use.start], self.openings[use.term], html[use.start : use.end], "</a>")
            at = use.end
        return "".join((*pieces, html[at:]))


_RECIPE = Recipe("terms", tuple[Use, ...])


def link_all(
    fragments: Mapping[Name, tuple[Packed, Lang]], terms: Sequence[Term], glossary: str, cache: Cache
) -> Mapping[Name, Linked]:
    """Return many fragments, each in its language, linked to `glossary`, the address of its page."""
    maker = key(made_by(__name__), repr(codec(tuple[Term, ...]).write(terms)))
    names = {one: key(maker, html.data) for one, (html, _) in fragments.items()}
    things = {name: fragments[one][0] for one, name in names.items()}
    found = derive(_RECIPE, things, partial(_find_all, terms), cache)
    openings = {lang: openings_of(terms, lang, glossary) for lang in LANGS}
    return {one: Linked(html, found[names[one]], openings[lang]) for one, (html, lang) in fragments.items()}


def openings_of(terms: Iterable[Term], lang: Lang, glossary: str) -> Mapping[str, str]:
    """Return the tags of links to the definitions of terms.

    A link's title is the definition in `lang`, so that pointing at a term is enough.
    """
    titles = {term.id: html_module.escape(term.definition.get(lang)) for term in terms}
    return {
        term: f'<a class="kb-term" href="{glossary}#{term}" title="{title}">'
        for term, title in titles.items()
    }


def _find_all(terms: Sequence[Term], fragments: Sequence[Packed]) -> list[tuple[Use, ...]]:
    index = TermIndex.of(terms)
    return [uses_in(html.text, index) for html in fragments]


def uses_in(html: str, index: TermIndex) -> tuple[Use, ...]:
    """Return the first use of each term in a fragment."""
    first: dict[str, Use] = {}
    at = 0
    while index.openings and at < len(html):
        alone = _LEFT_ALONE.search(html, at)
        for use in _uses(html, at, alone.start() if alone else len(html), index):
            first.setdefault(use.term, use)
        at = _end(html, alone) if alone else len(html)
    return tuple(first.values())


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


def _uses(html: str, at: int, stop: int, index: TermIndex) -> Iterator[Use]:
    """Yield the terms between two places, the longest at each, none inside another.

    In none of the elements between them text is left alone.
    """
    words = list(_WORD.finditer(html, at, stop))
    end = at
    for position, word in enumerate(words):
        start = word.start()
        most = index.openings.get(html[start : min(start + _OPENING, stop)].casefold().strip())
        if most and start >= end and not (start and _INSIDE.match(html, start - 1)):
            found = _longest(html, words[position : position + min(most, _LONGEST)], index)
            if found:
                yield found
                end = found.end


def _longest(html: str, words: list[re.Match[str]], index: TermIndex) -> Use | None:
    """Return the longest term that begins with the first of some words, particles left off."""
    start = words[0].start()
    for last in reversed(words):
        end = last.end()
        for cut in range(min(_LONGEST_PARTICLE + 1, end - last.start())):
            if cut and html[end - cut : end] not in _PARTICLES:
                continue
            if term := index.find(html[start : end - cut]):
                return Use(start, end - cut, term.id)
    return None


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("-", " ").split())
