"""The list of all cards that the study page fetches: a file for each language, without the answers.

The answers are not in it, nor in files of their own: they are on the questions' pages, where a card fetches
them when it is its turn (`docs/assets/javascripts/study/backs.js`). So a set of ten thousand questions is
one list of titles, the site grows by nothing else, and what has been visited works offline.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from kb.model import LANGS, Lang, Question
from kb.rendering.assets import Asset
from kb.site.lists import title_of
from kb.site.outline import Outline, topic_id
from kb.study.flashcards import studied

FILE = "cards.json"


def cards_files(outline: Outline) -> Iterator[Asset]:
    """Return the list of cards in each language; nothing where there is nothing to study."""
    questions = studied(outline)
    for lang in LANGS if questions else ():
        yield Asset(f"{lang}/study/{FILE}", text=cards_json(questions, lang))


def cards_json(questions: Iterable[Question], lang: Lang) -> str:
    """Write the list of cards; what is usual is left out."""
    cards = [_card(question, lang) for question in questions]
    return json.dumps({"cards": cards}, ensure_ascii=False, separators=(",", ":")) + "\n"


def _card(question: Question, lang: Lang) -> Mapping[str, object]:
    title, title_lang = title_of(question, lang)
    card: dict[str, object] = {
        "id": question.id,
        "title": title,
        "topic": topic_id(question),
        "level": question.difficulty,
    }
    if question.aliases:
        card["aliases"] = question.aliases
    if title_lang != lang:
        card["lang"] = title_lang
    return card
