"""How often each token stands on a page; what was counted once is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import chain

from kb.cache import Cache
from kb.codec import codec
from kb.derive import Recipe, derive
from kb.model import Term
from kb.search.model import Page
from kb.search.reading import Reader, Spellings
from kb.search.stems import Stems
from kb.versions import key, made_by

Counts = Mapping[str, int]
_HEADING = 3  # how much a heading counts
_RECIPE = Recipe("words", tuple[str, ...])  # of each page its tokens, which hold no spaces, and their numbers
_TOGETHER = 16  # pages to a file: to write one takes as long as to count half a page


def count_all(
    pages: Sequence[Page], terms: Sequence[Term], stems: Stems, cache: Cache | None
) -> list[Counts]:
    """Return the counts of each page, of tokens as `Reader` finds them."""
    known = repr(codec(tuple[Term, ...]).write(terms))
    maker = key(made_by(__name__, libraries=("kiwipiepy", "kiwipiepy_model")), stems.name, known)
    batches = [pages[first : first + _TOGETHER] for first in range(0, len(pages), _TOGETHER)]
    names = [key(maker, *chain.from_iterable(map(_texts, batch))) for batch in batches]
    make = partial(_count_all, tuple(terms), stems)
    found = derive(_RECIPE, dict(zip(names, batches, strict=True)), make, cache)
    return [_read(counted) for name in names for counted in found[name]]


def _texts(page: Page) -> Iterator[str]:
    yield from (page.title, str(len(page.sections)))
    for section in page.sections:
        yield from (section.anchor, section.title, section.text)


def _count_all(
    terms: Sequence[Term], stems: Stems, batches: Sequence[Sequence[Page]]
) -> list[tuple[str, ...]]:
    reader = Reader(Spellings.of(terms), stems)
    return [tuple(_written(_count(page, reader)) for page in batch) for batch in batches]


def _written(counts: Counts) -> str:
    return " ".join(f"{token} {n}" for token, n in counts.items())


def _read(counted: str) -> Counts:
    parts = counted.split(" ")
    return dict(zip(parts[::2], map(int, parts[1::2]), strict=True)) if counted else {}


def _count(page: Page, reader: Reader) -> Counter[str]:
    counts: Counter[str] = Counter(reader.read(page.title) * _HEADING)
    for section in page.sections:
        if section.anchor:
            counts.update(reader.read(section.title) * _HEADING)
        counts.update(reader.read(section.text))
    return counts
