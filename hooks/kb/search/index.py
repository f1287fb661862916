"""Make the index: what each phrase and page is about, weighed, as data for a reader's browser."""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from kb.cache import Cache
from kb.glossary import surfaces
from kb.model import LANGS, Lang, Term
from kb.packed import Packed
from kb.search.counting import count_all, counts_in
from kb.search.model import Unit
from kb.search.packing import deltas, pack
from kb.search.reading import NOUNS, VERBAL, Reader, Spellings, letters
from kb.search.stems import Stems
from kb.wording.frames import COMPOUNDS, FRAME, PARTICLES, RELATIONS

VERSION = 1
# BM25F: how fast a repeated word stops counting, how much length counts.
_K, _B = 1.2, 0.6
LEVELS = 4
# A page is found by its concepts and its most telling words; what is on nearly every page tells nothing.
_WORDS_PER_PAGE = 170
_EVERYWHERE = 0.4


def index(
    units: Sequence[Unit], terms: Sequence[Term], stems: Stems, cache: Cache | None = None
) -> dict[str, object]:
    """Return the index as JSON values; `index.js` says what is what."""
    reader = Reader(Spellings.of(terms), stems)
    phrases = [_phrases(unit, reader) for unit in units]
    postings = _postings(_counted(units, terms, stems, cache))
    words = {t for found in phrases for phrase in found for t in phrase if t.startswith("w:")}
    words |= {t for t in postings if t.startswith("w:")}
    names = [*(f"c:{t.id}" for t in terms), *(f"r:{name}" for name in RELATIONS), *sorted(words)]
    number = {name: i for i, name in enumerate(names)}
    return {
        "version": VERSION,
        "analysis": stems.name,
        "particles": " ".join(PARTICLES),
        "verbal": VERBAL,
        "nouns": NOUNS,
        "frame": " ".join(sorted({letters(word) for word in FRAME})),
        "relations": {
            name: " ".join(dict.fromkeys(map(letters, spellings))) for name, spellings in RELATIONS.items()
        },
        "compounds": {letters(word): list(relations) for word, relations in COMPOUNDS.items()},
        "concepts": [_spellings(term) for term in terms],
        "concept_ids": " ".join(term.id for term in terms),
        "concept_names": [[term.name.ko, term.name.en] for term in terms],
        "parts": _parts(terms, number),
        "compositions": _compositions(terms, reader, number),
        "words": " ".join(name[2:] for name in sorted(words)),
        "postings": " ".join(_pack(postings.get(name, ())) for name in names),
        "units": {
            "kinds": [unit.kind for unit in units],
            "ids": [unit.id for unit in units],
            "priors": [round(100 * unit.prior) for unit in units],
            "ko": [_shown(unit, "ko") for unit in units],
            "en": [_shown(unit, "en") for unit in units],
            "phrases": ["|".join(_numbers(phrase, number) for phrase in found) for found in phrases],
        },
    }


def _spellings(term: Term) -> str:
    return "|".join(dict.fromkeys(" ".join(surface.split()) for surface in surfaces(term)))


def _shown(unit: Unit, lang: Lang) -> list[str] | None:
    """Return the address and title of a unit's page in one language."""
    page = next((page for page in unit.pages if page.lang == lang), None)
    return [page.url, unit.title.only(lang) or page.title] if page else None


def _phrases(unit: Unit, reader: Reader) -> list[tuple[str, ...]]:
    """Return what each phrasing of a unit is about; the first is its title."""
    if unit.kind == "glossary":
        return [tuple(dict.fromkeys(reader.read(unit.title.ko + " " + unit.title.en)))]
    texts = (unit.title.ko, unit.title.en, *unit.phrases.ko, *unit.phrases.en)
    return list(dict.fromkeys(_about(text, reader) for text in texts if text))


def _about(text: str, reader: Reader) -> tuple[str, ...]:
    return tuple(sorted(set(reader.read(text))))


def _numbers(phrase: Iterable[str], number: Mapping[str, int]) -> str:
    return pack(deltas(sorted(number[token] for token in phrase)))


def _counted(
    units: Sequence[Unit], terms: Sequence[Term], stems: Stems, cache: Cache | None
) -> Mapping[int, Packed]:
    """Count words by page. A page's number is twice its unit's, and one more for English."""
    pages = {
        2 * i + LANGS.index(page.lang): page
        for i, unit in enumerate(units)
        if unit.kind != "glossary"
        for page in unit.pages
    }
    return dict(zip(pages, count_all(list(pages.values()), terms, stems, cache), strict=True))


def _postings(counted: Mapping[int, Packed]) -> dict[str, array[int]]:
    """Weigh every word on every page. A posting is a page's number, times the levels, plus its level."""
    total, spread = 0, Counter[str]()
    for waiting in counted.values():
        counts = counts_in(waiting)
        total += sum(counts.values())
        spread.update(counts.keys())
    usual = total / max(1, len(counted))
    common = max(8, _EVERYWHERE * len(counted))
    telling = {
        token: math.log(1 + len(counted) / pages)
        for token, pages in spread.items()
        if token[0] == "w" and pages <= common
    }
    postings: dict[str, array[int]] = {}
    for page in sorted(counted):
        counts = counts_in(counted[page])
        room = _K * (1 - _B + _B * sum(counts.values()) / usual)
        weights = {token: count / (count + room) for token, count in counts.items()}
        words = list(telling.keys() & weights.keys())
        if len(words) > _WORDS_PER_PAGE:
            ranked = sorted((-weights[token] * telling[token], token) for token in words)
            words = [token for _, token in ranked[:_WORDS_PER_PAGE]]
        for token in (*words, *(token for token in weights if token[0] == "c")):
            level = min(LEVELS - 1, int(weights[token] * LEVELS))
            postings.setdefault(token, array("L")).append(page * LEVELS + level)
    return postings


def _pack(postings: Sequence[int]) -> str:
    steps = deltas(one // LEVELS for one in postings)
    return pack(step * LEVELS + one % LEVELS for step, one in zip(steps, postings, strict=True))


def _parts(terms: Sequence[Term], number: Mapping[str, int]) -> list[list[int]]:
    """Return which concepts hold which others: 교차 엔트로피 (cross-entropy) holds 엔트로피 (entropy)."""
    owner = {letters(surface): f"c:{term.id}" for term in terms for surface in surfaces(term)}
    pairs = set()
    for term in terms:
        for name in (term.name.ko, term.name.en):
            words = name.split()
            spans = ((a, b) for a in range(len(words)) for b in range(a + 1, len(words) + 1))
            for start, end in spans:
                part = owner.get(letters(" ".join(words[start:end])))
                if part and part != f"c:{term.id}":
                    pairs.add((number[part], number[f"c:{term.id}"]))
    return [list(pair) for pair in sorted(pairs)]


def _compositions(terms: Sequence[Term], reader: Reader, number: Mapping[str, int]) -> str:
    """Return what the words of a name mean one by one, and then the name: "batch" and 정규화 are one too."""
    found: dict[tuple[int, ...], int] = {}
    words = {word for term in terms for surface in surfaces(term) for word in surface.split()}
    meaning = {word: reader.read(word) for word in words}
    for term in terms:
        for surface in surfaces(term):
            read = [meaning[word] for word in surface.split()]
            if len(read) > 1 and all(len(tokens) == 1 and tokens[0] in number for tokens in read):
                found.setdefault(tuple(number[tokens[0]] for tokens in read), number[f"c:{term.id}"])
    return " ".join(pack((*parts, whole)) for parts, whole in found.items())
