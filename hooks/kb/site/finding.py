"""Ways in from the home page: what one can type into the search, and a question at random."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from kb.model import Lang, Question, Term
from kb.site.answers import Site
from kb.site.outline import Outline
from kb.site.words_ways import WAYS, WayWords

_EXAMPLES = 3
_LOOKED_AT = 300
_CHOICE = 120
_SHORT = re.compile(r"[가-힣]{3,6}")
_FIRST, _PER_INITIAL = 0xAC00, 588
_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"


def finding(site: Site, lang: Lang) -> str:
    """Write a button that opens the search, examples of what it understands, and a random question.

    The search and the examples need a script and are hidden without one; the random question is then
    always the same.
    """
    words = WAYS[lang]
    shown = html.escape(words.search)
    button = f'<button type="button" class="kb-find__box" data-kb-search="">{shown} <kbd>/</kbd></button>'
    tries = " ".join(_example(text) for text in examples(site, lang))
    hint = f"<p>{html.escape(words.search_hint)} {tries}</p>" if tries else ""
    return f'<div class="kb-find">{button}{_random(site.outline, lang, words)}{hint}</div>'


def _example(text: str) -> str:
    lang = "ko" if re.search("[ㄱ-ㅎ가-힣]", text) else "en"
    shown = html.escape(text)
    return f'<button type="button" lang="{lang}" data-kb-search="{shown}">{shown}</button>'


def _random(outline: Outline, lang: Lang, words: WayWords) -> str:
    choice = random_choice(outline, lang)
    if not choice:
        return ""
    ids = html.escape(" ".join(choice))
    address = f"q/{html.escape(choice[0])}/"
    return (
        f'<a class="kb-find__random" href="{address}" data-kb-random="{ids}">{html.escape(words.random)}</a>'
    )


def random_choice(outline: Outline, lang: Lang) -> tuple[str, ...]:
    """Return the questions to choose from: all that are answered in `lang`, or every so many of them."""
    answered = [q.id for q in outline.kb.questions if outline.answers(q.id, "answer", lang)]
    step = -(-len(answered) // _CHOICE)
    return tuple(answered[::step]) if answered else ()


def examples(site: Site, lang: Lang) -> tuple[str, ...]:
    """Return what can be typed: a term in each language and, in Korean, the initial consonants of one.

    They are three terms that titles of answered questions name, so that the search finds something.
    """
    outline = site.outline
    questions = [q for q in outline.kb.questions[:_LOOKED_AT] if outline.answers(q.id, "answer", lang)]
    terms = tuple(_named(questions, site.terms, lang))
    if len(terms) < _EXAMPLES:
        return ()
    one, two, three = (term.name for term in terms[:3])
    return (one.ko, two.en, initials(three.ko)) if lang == "ko" else (one.en, two.en, three.ko)


def _named(questions: Iterable[Question], terms: Iterable[Term], lang: Lang) -> Iterator[Term]:
    """Yield the terms with a short Korean name that titles of questions name, the most frequent first."""
    titles = [question.title.only(lang).casefold() for question in questions]
    counts = [
        (sum(t.name.only(lang).casefold() in title for title in titles), t) for t in terms if _is_short(t)
    ]
    counts.sort(key=lambda pair: -pair[0])
    return (term for count, term in counts if count)


def _is_short(term: Term) -> bool:
    return bool(_SHORT.fullmatch(term.name.ko.replace(" ", ""))) and bool(term.name.en) and not term.everyday


def initials(text: str) -> str:
    """Return the initial consonants of a Korean word."""
    return "".join(
        _INITIALS[(ord(letter) - _FIRST) // _PER_INITIAL] for letter in text if "가" <= letter <= "힣"
    )
