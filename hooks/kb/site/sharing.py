"""What a link to a question says of it elsewhere: a card, and data for search engines."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from kb.model import LANGS, Answer, Lang, Question
from kb.rendering.fragments import anchors, key_of
from kb.site.answers import Site, contributor_name
from kb.site.cards import Card, card_path
from kb.site.lists import question_path, title_of
from kb.site.onward import crumbs
from kb.site.outline import EDITORS
from kb.site.words import WORDS, other

# Characters of an answer that search engines get to see; they show less.
_LONGEST = 600


@dataclass(frozen=True, slots=True)
class Sharing:
    """A page's card, as a path in the site, and its data as JSON-LD."""

    card: str
    data: str


def sharing(site: Site, question: Question, lang: Lang) -> Sharing:
    """Return what goes into the head of a question's page."""
    return Sharing(card_path(question.id, lang), _script(_qa_page(site, question, lang)))


def cards(site: Site) -> dict[str, Card]:
    """Return the cards of all questions by path."""
    return {
        card_path(question.id, lang): _card(site, question, lang)
        for question in site.outline.kb.questions
        for lang in LANGS
    }


def _card(site: Site, question: Question, lang: Lang) -> Card:
    words, title = WORDS[lang], title_of(question, lang)[0]
    translation = question.title.only(other(lang))
    facts = f"{site.outline.topic_of(question).title.get(lang)} · {words.levels[question.difficulty - 1]}"
    return Card(title, translation if translation != title else "", facts, words.site_name)


def _qa_page(site: Site, question: Question, lang: Lang) -> dict[str, Any]:
    """Describe a page by https://schema.org/QAPage."""
    shown = site.outline.shown(question.id, "answer", lang)
    title, title_lang = title_of(question, lang)
    main: dict[str, Any] = {
        "@type": "Question",
        "name": title,
        "text": title,
        "inLanguage": title_lang,
        "answerCount": len(shown.answers),
    }
    if shown.answers:
        main["suggestedAnswer"] = list(_answers(site, shown.answers, lang))
    page = {"@context": "https://schema.org", "@type": "QAPage", "inLanguage": lang, "mainEntity": main}
    return page | ({"breadcrumb": _breadcrumb(site, question, lang)} if site.address else {})


def _breadcrumb(site: Site, question: Question, lang: Lang) -> dict[str, Any]:
    """Describe where a page stands by https://schema.org/BreadcrumbList."""
    above = [(c.title, c.src) for c in crumbs(site.outline, question, lang)]
    above.append((title_of(question, lang)[0], question_path(question.id, lang)))
    items = [
        {
            "@type": "ListItem",
            "position": position,
            "name": name,
            "item": f"{site.address}{src.removesuffix('index.md')}",
        }
        for position, (name, src) in enumerate(above, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _answers(site: Site, answers: Iterable[Answer], lang: Lang) -> Iterable[dict[str, Any]]:
    listed = tuple(answers)
    for answer, anchor in zip(listed, anchors(listed), strict=True):
        path = question_path(answer.question, lang).removesuffix("index.md")
        yield {
            "@type": "Answer",
            "text": " ".join(site.fragments[key_of(answer)].text.split())[:_LONGEST],
            "inLanguage": answer.lang,
            "url": f"{site.address}{path}#{anchor}",
            "author": {
                "@type": "Organization" if answer.contributor == EDITORS else "Person",
                "name": contributor_name(answer.contributor, WORDS[lang]),
            },
        }


def _script(data: dict[str, Any]) -> str:
    """Write data for a `<script>`, which nothing in it can close."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
