"""Flash cards as notes of Anki.

What Anki knows a note, a deck or a note type by must never change, or importing a newer package would
make new cards instead of bringing the old ones up to date: all of it is made of ids here.
"""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import genanki

from kb.anki.fields import Media, as_field
from kb.anki.words import WORDS
from kb.model import Lang, Topic
from kb.site.words import WORDS as SITE_WORDS
from kb.study.flashcards import Flashcard, Passage

_NAMESPACE = "ml-interview-kb"
CSS = Path(__file__).with_name("card.css")
_LEVELS = ("1-basic", "2-intermediate", "3-advanced")
FIELDS = ("Question", "Summary", "Answer", "Pitfalls", "Page", "Source")


def guid(card: Flashcard) -> str:
    """Return what Anki knows a card by: the first id its question ever had, and the language.

    A question that is renamed keeps its former ids as aliases, the first one first.
    """
    first = card.aliases[0] if card.aliases else card.question
    return str(genanki.guid_for(_NAMESPACE, first, card.lang))


def number(*names: str) -> int:
    """Return the number Anki knows a deck or a note type by."""
    digest = hashlib.sha256("\0".join((_NAMESPACE, *names)).encode()).digest()
    return (1 << 30) + int.from_bytes(digest[:4], "big") % (1 << 30)


@cache
def note_type(lang: Lang) -> genanki.Model:
    """Return the note type of a language: its fields, and what stands on both sides of a card."""
    words, site = WORDS[lang], SITE_WORDS[lang]
    front = f'<div class="kb" lang="{lang}"><h1 class="kb-question">{{{{Question}}}}</h1></div>'
    back = (
        f'{{{{FrontSide}}}}<div class="kb" lang="{lang}"><hr id="answer">'
        f'{{{{#Summary}}}}<div class="kb-summary"><p class="kb-label">{site.summary}</p>{{{{Summary}}}}</div>'
        "{{/Summary}}{{Answer}}"
        f'{{{{#Pitfalls}}}}<div class="kb-pitfalls"><p class="kb-label">{site.pitfalls}</p>{{{{Pitfalls}}}}'
        '</div>{{/Pitfalls}}<p class="kb-from">'
        f'{{{{#Page}}}}<a href="{{{{Page}}}}">{words.page}</a> · {{{{/Page}}}}{{{{Source}}}}</p></div>'
    )
    return genanki.Model(
        number("note type", lang),
        words.note_type,
        fields=[{"name": name} for name in FIELDS],
        templates=[{"name": words.note_type, "qfmt": front, "afmt": back}],
        css=CSS.read_text(encoding="utf-8"),
    )


def deck(topic: Topic | None, lang: Lang, count: int) -> genanki.Deck:
    """Return the deck of a topic, or the one that holds those of a language."""
    site = SITE_WORDS[lang].site_name
    about = WORDS[lang].deck.format(site=site, n=count)
    if topic is None:
        return genanki.Deck(number("deck", lang), site, about)
    # "::" is what divides the names of a deck and the one it is in.
    name = re.sub(r"::+", ":", " ".join(topic.title.get(lang).split()))
    return genanki.Deck(number("deck", lang, topic.id), f"{site}::{name}", about)


def note(card: Flashcard, place: int, media: Media, sources: str) -> genanki.Note:
    """Return a card as a note; `place` is its place among the new cards."""
    words = WORDS[card.lang]
    fields = (
        _in(html.escape(card.title, quote=False), card.title_lang, card.lang, "span"),
        _passages(card.summaries, card.lang, media),
        _passages(card.answers, card.lang, media, words.by),
        _passages(card.pitfalls, card.lang, media),
        html.escape(card.address) if card.address.startswith("http") else "",
        html.escape(sources, quote=False),
    )
    return _Note(
        note_type(card.lang),
        [text.replace("\x1f", " ") for text in fields],
        sort_field=card.title,
        tags=[f"topic::{_tag(card.topic)}", f"difficulty::{_LEVELS[card.difficulty - 1]}"],
        guid=guid(card),
        due=place,
    )


class _Note(genanki.Note):  # type: ignore[misc]
    """A note whose fields are clean HTML: genanki's own check takes the square of their length."""

    def _check_invalid_html_tags_in_fields(self) -> None:
        return


def _passages(passages: Sequence[Passage], lang: Lang, media: Media, by: str = "") -> str:
    return "".join(_signed(passages, lang, media, by))


def _signed(passages: Sequence[Passage], lang: Lang, media: Media, by: str) -> Iterable[str]:
    """Write one passage after another; where there are several, `by` says whose each is."""
    for passage in passages:
        yield _in(as_field(passage.html, passage.lang, media), passage.lang, lang, "div")
        if by and len(passages) > 1:
            yield f'<p class="kb-who">{by.format(who=html.escape(passage.contributor, quote=False))}</p>'


def _in(text: str, lang: Lang, around: Lang, element: str) -> str:
    """Name the language of a text that is not that of its card."""
    return text if lang == around else f'<{element} lang="{lang}">{text}</{element}>'


def _tag(text: str) -> str:
    return re.sub(r"[\s:]+", "-", text).strip("-") or "-"
