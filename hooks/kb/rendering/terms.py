"""Link the first use of each glossary term in an answer to its definition."""

from __future__ import annotations

import html as html_module
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from kb.cache import Cache
from kb.codec import codec
from kb.derive import Recipe, derive
from kb.model import Lang, Term
from kb.versions import key, made_by
from kb.wording.frames import PARTICLES

_TAG = re.compile(r"(<[^<>]+>)")
_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-'][A-Za-z0-9]+)*|[가-힣]+|[0-9]+")
# Text in these is a name, a formula or code, or leads somewhere already.
_LEFT_ALONE = frozenset((
    "a", "abbr", "button", "code", "figure", "h3", "h4", "h5", "h6", "kbd", "math", "pre", "samp", "summary",
    "svg",
))  # fmt: skip
_LONGEST = 5
_OPENING = 2
_PARTICLES = frozenset(PARTICLES)
_LONGEST_PARTICLE = max(map(len, PARTICLES))


@dataclass(frozen=True, slots=True)
class TermIndex:
    """Terms by their names (case folded, one space between words) and by their abbreviations.

    Other spellings, which serve search, are left out: a "map" is no maximum a posteriori (MAP), and not
    every "scaling" is that of features. `openings` are the first letters of all: most words of a text
    begin otherwise.
    """

    names: Mapping[str, Term]
    short: Mapping[str, Term]
    openings: frozenset[str]

    @classmethod
    def of(cls, terms: Iterable[Term]) -> TermIndex:
        """Index the terms that are worth explaining: everyday words are not."""
        worth = [term for term in terms if not term.everyday]
        names = {_folded(name): term for term in worth for name in (term.name.ko, term.name.en) if name}
        short = {abbreviation: term for term in worth for abbreviation in term.abbr}
        openings = {_folded(spelling)[:_OPENING] for spelling in (*names, *short)}
        return cls(names, short, frozenset(openings))

    def find(self, text: str) -> Term | None:
        """Return the term that `text` names, in the plural as well."""
        name = _folded(text)
        return self.short.get(text) or self.names.get(name) or self.names.get(name.removesuffix("s"))


NO_TERMS = TermIndex({}, {}, frozenset())
_RECIPE = Recipe("linked", str)


@dataclass(frozen=True, slots=True)
class _Use:
    start: int
    end: int
    term: Term


def link_all(
    htmls: Iterable[tuple[str, Lang]], terms: Sequence[Term], glossary: str, cache: Cache
) -> Mapping[tuple[str, Lang], str]:
    """Return many fragments, each in its language, as `link_terms` makes them."""
    known = repr(codec(tuple[Term, ...]).write(terms))
    maker = key(made_by(__name__), known, glossary)
    names = {one: key(maker, *one) for one in htmls}
    make = partial(_link_all, terms, glossary)
    found = derive(_RECIPE, {name: one for one, name in names.items()}, make, cache)
    return {one: found[name] for one, name in names.items()}


def _link_all(terms: Sequence[Term], glossary: str, htmls: Sequence[tuple[str, Lang]]) -> list[str]:
    index = TermIndex.of(terms)
    return [link_terms(html, index, lang, glossary) for html, lang in htmls]


def link_terms(html: str, index: TermIndex, lang: Lang, glossary: str) -> str:
    """Return a fragment with the first use of each term linked to `glossary`, its page's address.

    The link's title is the definition in `lang`, so that pointing at a term is enough.
    """
    if not index.openings:
        return html
    seen: set[str] = set()
    depth = 0
    pieces: list[str] = []
    for piece in _TAG.split(html):
        if piece.startswith("<"):
            depth = _nesting(piece, depth)
            pieces.append(piece)
        elif depth or not piece.strip():
            pieces.append(piece)
        else:
            pieces.append(_linked(piece, index, lang, glossary, seen))
    return "".join(pieces)


def _nesting(tag: str, depth: int) -> int:
    """Count how deep the text after `tag` is in elements that are left alone."""
    name = _NAME.match(tag)
    katex = depth or 'class="katex' in tag
    if name and (name[1].lower() in _LEFT_ALONE or (name[1].lower() == "span" and katex)):
        return max(0, depth - 1) if tag.startswith("</") else depth + 1
    return depth


def _linked(text: str, index: TermIndex, lang: Lang, glossary: str, seen: set[str]) -> str:
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
    position = 0
    while position < len(words):
        found = _longest(text, words, position, index)
        if found is None:
            position += 1
            continue
        yield found
        while position < len(words) and words[position].start() < found.end:
            position += 1


def _longest(text: str, words: list[re.Match[str]], position: int, index: TermIndex) -> _Use | None:
    start = words[position].start()
    if text[start : start + _OPENING].casefold().strip() not in index.openings:
        return None
    if start and re.match(r"[A-Za-z가-힣&]", text[start - 1]):
        return None
    for last in range(min(position + _LONGEST, len(words)) - 1, position - 1, -1):
        end = words[last].end()
        for cut in range(min(_LONGEST_PARTICLE + 1, end - words[last].start())):
            if cut and text[end - cut : end] not in _PARTICLES:
                continue
            if term := index.find(text[start : end - cut]):
                return _Use(start, end - cut, term)
    return None


def _folded(text: str) -> str:
    return re.sub(r"[\s\-]+", " ", text.casefold()).strip()
