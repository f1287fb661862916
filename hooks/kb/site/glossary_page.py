"""Write the glossary: every term with its other name, its abbreviations and its definition."""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import groupby

from kb.model import Lang, Term
from kb.site.skeleton import VirtualPage, blocks, heading, page_source, plain
from kb.site.words import WORDS, other

_SYLLABLES = 0xAC00
_SYLLABLES_PER_INITIAL = 588
_INITIALS = "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ"


def glossary_path(lang: Lang) -> str:
    """Return the path of the glossary in the docs tree; it is published at `/<lang>/glossary/`."""
    return f"{lang}/glossary.md"


def glossary_page(terms: Sequence[Term], lang: Lang, edit: str) -> VirtualPage:
    """Write the glossary in `lang`, in alphabetical order with a heading for each initial."""
    words = WORDS[lang]
    ordered = sorted(terms, key=lambda term: place_in_alphabet(term, lang))
    sections = (
        blocks(heading(2, letter, f"letter-{ord(letter):x}"), _list(group, lang))
        for letter, group in groupby(ordered, key=lambda term: initial(term, lang))
    )
    intro = words.glossary_intro.format(n=len(terms))
    markdown = page_source(intro, f"# {plain(words.glossary)} {{ #glossary }}", plain(intro), *sections)
    return VirtualPage(glossary_path(lang), lang, words.glossary, markdown, edit)


def initial(term: Term, lang: Lang) -> str:
    """Return the letter a term stands under: a consonant (doubled ones with the plain), A to Z, or `#`."""
    first = unicodedata.normalize("NFC", _name(term, lang))[:1].upper()
    place = ord(first or "#") - _SYLLABLES
    if 0 <= place < _SYLLABLES_PER_INITIAL * len(_INITIALS):
        return _INITIALS[place // _SYLLABLES_PER_INITIAL]
    return first if first.isascii() and first.isalpha() else "#"


def place_in_alphabet(term: Term, lang: Lang) -> tuple[bool, str, str]:
    """Return what terms are sorted by: the reader's own alphabet comes first."""
    letter = initial(term, lang)
    return (letter in _INITIALS) != (lang == "ko"), letter, _name(term, lang).casefold()


def _name(term: Term, lang: Lang) -> str:
    return term.name.get(lang)


def _list(terms: Iterable[Term], lang: Lang) -> str:
    items = "\n".join(_item(term, lang) for term in terms)
    return f'<dl class="kb-glossary">\n{items}\n</dl>'


def _item(term: Term, lang: Lang) -> str:
    name, foreign = _name(term, lang), term.name.get(other(lang))
    names = [f"<dfn>{html.escape(name)}</dfn>"]
    if foreign and foreign != name:
        names.append(f'<span class="kb-alt" lang="{other(lang)}">{html.escape(foreign)}</span>')
    names += [f"<abbr>{html.escape(short)}</abbr>" for short in term.abbr]
    definition = html.escape(term.definition.get(lang))
    return f'<dt id="{html.escape(term.id)}">{" ".join(names)}</dt>\n<dd>{definition}</dd>'
