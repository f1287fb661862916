"""How often each token stands on a page; what was counted once is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from kb.cache import Cache
from kb.codec import codec
from kb.derive import Recipe, derive
from kb.model import Term
from kb.packed import Packed, packed
from kb.search.model import Page
from kb.search.reading import Reader, Spellings
from kb.search.stems import Stems
from kb.versions import key, made_by

Counts = Mapping[str, int]
_HEADING = 3  # how much a heading counts
_RECIPE = Recipe("words", Packed)  # tokens, which hold no spaces, each with its number


def count_all(
    pages: Sequence[Page], terms: Sequence[Term], stems: Stems, cache: Cache | None
) -> list[Packed]:
    """Return the counts of each page, of tokens as `Reader` finds them; `counts_in` reads them."""
    known = repr(codec(tuple[Term, ...]).write(terms))
    maker = key(made_by(__name__, libraries=("kiwipiepy", "kiwipiepy_model")), stems.name, known)
    names = [key(maker, page.title, *_texts(page)) for page in pages]
    make = partial(_count_all, tuple(terms), stems)
    found = derive(_RECIPE, dict(zip(names, pages, strict=True)), make, cache)
    return [found[name] for name in names]


def counts_in(counted: Packed) -> Counts:
    """Return the counts of a page."""
    parts = counted.text.split(" ")
    return dict(zip(parts[::2], map(int, parts[1::2]), strict=True)) if len(parts) > 1 else {}


def _texts(page: Page) -> Iterator[str]:
    for section in page.sections:
        yield from (section.anchor, section.title, section.text)


def _count_all(terms: Sequence[Term], stems: Stems, pages: Sequence[Page]) -> list[Packed]:
    reader = Reader(Spellings.of(terms), stems)
    return [_written(_count(page, reader)) for page in pages]


def _written(counts: Counts) -> Packed:
    return packed(" ".join(f"{token} {n}" for token, n in counts.items()))


def _count(page: Page, reader: Reader) -> Counter[str]:
    counts: Counter[str] = Counter(reader.read(page.title) * _HEADING)
    for section in page.sections:
        if section.anchor:
            counts.update(reader.read(section.title) * _HEADING)
        counts.update(reader.read(section.text))
    return counts
