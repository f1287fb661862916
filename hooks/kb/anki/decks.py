"""The packages of a site: one for each language, and one with all cards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import genanki

from kb.anki.fields import Media
from kb.anki.notes import CSS, deck, note, note_type, number
from kb.anki.package import Package
from kb.cache import Cache
from kb.model import LANGS, ROLES, Answer, Lang
from kb.rendering.assets import Asset
from kb.rendering.fragments import key_of
from kb.site.answers import Site, contributor_name
from kb.site.outline import EDITORS, topic_id
from kb.site.words import WORDS, Words
from kb.study.flashcards import Flashcard, flashcards, studied
from kb.versions import file_hash, key, made_by

NAME = "ml-interview-notes"
FOLDER = "downloads"
ALL = "all"
_KIND, _ENDING = "anki", ".apkg"


@dataclass(frozen=True, slots=True)
class Deck:
    """A package in the site: `which` is a language or `all`, `count` its cards."""

    which: str
    asset: Asset
    count: int


def deck_path(which: str) -> str:
    """Return the path of a package in the site."""
    return f"{FOLDER}/{NAME}-{which}.apkg"


def anki_decks(site: Site, pictures: Iterable[Asset], changed: int, cache: Cache) -> tuple[Deck, ...]:
    """Make the packages, or take from `cache` those that were made of the same before.

    `pictures` are those that the answers show, `changed` says when anything was changed last, in seconds
    since 1970.
    """
    count = len(studied(site.outline))
    if not count:
        return ()
    name = _key(site, changed)
    kept = {which: cache.file(_KIND, f"{name}-{which}", _ENDING) for which in (*LANGS, ALL)}
    if None in kept.values():
        for which, package in _made(site, pictures, changed):
            kept[which] = cache.write(_KIND, f"{name}-{which}", package, _ENDING)
    counts = dict.fromkeys(LANGS, count) | {ALL: count * len(LANGS)}
    return tuple(Deck(which, Asset(deck_path(which), file), counts[which]) for which, file in kept.items())


def _made(site: Site, pictures: Iterable[Asset], changed: int) -> Iterator[tuple[str, bytes]]:
    """Make all packages in one go over the cards."""
    published = {f"{site.address}{asset.path}": asset.source for asset in pictures if asset.source}
    media = Media(published, {figure.id: figure for figure in site.figures})
    with Package(_decks(site, LANGS), map(note_type, LANGS), changed) as everything:
        for lang in LANGS:
            with Package(_decks(site, (lang,)), (note_type(lang),), changed) as one:
                for place, card in enumerate(flashcards(site, lang, site.address)):
                    made = note(card, place, media, _sources(site, card))
                    shown = media.take()
                    for package in (one, everything):
                        package.add(made, number("deck", lang, card.topic), shown)
                yield lang, one.packed()
        yield ALL, everything.packed()


def _decks(site: Site, langs: Iterable[Lang]) -> Iterator[genanki.Deck]:
    outline = site.outline
    counts = Counter(topic_id(question) for question in studied(outline))
    for lang in langs:
        yield deck(None, lang, counts.total())
        for topic in outline.topics:
            if counts[topic.id]:
                yield deck(topic, lang, counts[topic.id])


def _sources(site: Site, card: Flashcard) -> str:
    """Say who wrote what is on a card, and where it is from."""
    words = WORDS[card.lang]
    shown = (site.outline.shown(card.question, role, card.lang) for role in ROLES)
    who = dict.fromkeys(_credit(site, answer, words) for each in shown for answer in each.answers)
    return " · ".join((words.site_name, *who))


def _credit(site: Site, answer: Answer, words: Words) -> str:
    name = contributor_name(answer.contributor, words)
    terms = answer.license or (site.license if answer.contributor == EDITORS else "")
    return f"{name} ({terms})" if terms else name


def _key(site: Site, changed: int) -> str:
    """Return a name made of all that the packages are made from."""
    code = made_by(__name__, libraries=("genanki",)), file_hash(CSS)
    return key(*code, str(changed), site.address, site.license, *map(str, site.outline.topics), *_texts(site))


def _texts(site: Site) -> Iterator[str]:
    for question in site.outline.kb.questions:
        yield str(question)
        for answer in site.outline.kb.answers.get(question.id, ()):
            yield from (answer.lang, answer.role, answer.contributor, answer.license)
            yield site.fragments[key_of(answer)].html
