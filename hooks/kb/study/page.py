"""Write the study page: everything that its scripts show and fill in, hidden until they run."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from html import escape

from kb.model import LANGS, Lang
from kb.site.nav import Item
from kb.site.outline import Outline, topic_id
from kb.site.skeleton import VirtualPage, filled, heading, page_source, slot_mark
from kb.site.words import WORDS
from kb.study.flashcards import studied
from kb.study.markup import action, choice, grade_buttons, group, topic_choice
from kb.study.words import STUDY


def study_path(lang: Lang) -> str:
    """Return the path of the study page in the docs tree; it is published at `/<lang>/study/`."""
    return f"{lang}/study.md"


def study_items(outline: Outline) -> dict[Lang, tuple[Item, ...]]:
    """Return what leads to the study page in each language's menu."""
    there = bool(studied(outline))
    return {lang: (Item(STUDY[lang].title, study_path(lang)),) * there for lang in LANGS}


def study_pages(outline: Outline) -> tuple[VirtualPage, ...]:
    """Write the study page of each language; none where there is nothing to study."""
    return tuple(_page(outline, lang) for lang in LANGS) if studied(outline) else ()


def _page(outline: Outline, lang: Lang) -> VirtualPage:
    words = STUDY[lang]
    title = heading(1, words.title, "study")
    markdown = page_source(words.description, title, slot_mark("study"), in_search=False)
    parts = (*_before(lang), *_setup(outline, lang), *_card(lang), *_result(lang), *_records(lang), "</div>")
    return VirtualPage(
        study_path(lang), lang, words.title, markdown, slots=(filled("study", "\n".join(parts)),)
    )


def _before(lang: Lang) -> Iterator[str]:
    """Yield what tells why nothing works, and the opening of what holds everything that does."""
    words = STUDY[lang]
    said = json.dumps({**words.said, "grades": words.grades}, ensure_ascii=False)
    yield f'<noscript><p class="kb-notice">{escape(words.no_script)}</p></noscript>'
    yield f'<p class="kb-notice" role="alert" data-kb-study-trouble hidden>{escape(words.trouble)}</p>'
    yield f'<div class="kb-study" tabindex="-1" data-kb-study="{escape(said)}" hidden>'
    yield '<p class="kb-study__status" role="status" data-part="status"></p>'
    yield '<p class="kb-notice" role="note" data-part="notice" hidden></p>'


def _setup(outline: Outline, lang: Lang) -> Iterator[str]:
    words = STUDY[lang]
    yield f'<form data-part="setup"><p class="kb-study__intro">{escape(words.intro)}</p>'
    yield '<section class="kb-study__plan" aria-labelledby="plan" data-part="plan" hidden>'
    yield f'<h2 id="plan">{escape(words.plan)}</h2><ol data-part="days"></ol>'
    yield f"{action('review', words.review, primary=True)}</section>"
    yield f'<h2 id="choose">{escape(words.choose)}</h2>'
    only = zip(("all", "unseen", "due"), words.only_names, strict=True)
    yield _choices("radio", "only", words.only, only)
    yield _choices("checkbox", "level", words.levels, zip("123", WORDS[lang].levels, strict=True))
    order = zip(("random", "listed"), words.order_names, strict=True)
    yield _choices("radio", "order", words.order, order)
    topics = {topic_id(question) for question in studied(outline)}
    listed = (topic_choice(topic, lang) for topic in outline.topics if topic.id in topics)
    yield group(words.topics, listed, hint=words.all_topics, css="kb-study__topics")
    css = "md-button md-button--primary"
    start = f'<button type="submit" class="{css}" data-do="start">{escape(words.start)}</button>'
    yield f'<div class="kb-study__start"><output data-part="count"></output>{start}</div></form>'


def _choices(kind: str, name: str, legend: str, options: Iterable[tuple[str, str]]) -> str:
    return group(legend, (choice(kind, name, value, label) for value, label in options))


def _card(lang: Lang) -> Iterator[str]:
    words = STUDY[lang]
    yield '<section class="kb-study__card" aria-labelledby="asked" data-part="card" hidden>'
    yield '<div class="kb-study__head"><span data-part="place"></span><span data-part="facts"></span>'
    yield f"{action('end', words.end)}</div>"
    yield '<div class="kb-study__bar" aria-hidden="true"><span data-part="bar"></span></div>'
    yield f'<h2 id="asked" tabindex="-1" data-part="question">{escape(words.question)}</h2>'
    yield '<p class="kb-study__hint" role="status" data-part="hint"></p>'
    label = f'aria-label="{escape(words.answer)}"'
    yield f'<section class="kb-study__answer" {label} tabindex="-1" data-part="answer" hidden></section>'
    yield '<div class="kb-study__controls">'
    yield action("reveal", words.reveal, key="Space", shown=words.space, primary=True)
    yield grade_buttons(lang)
    yield f'<div class="kb-study__turn">{action("back", words.back, key="ArrowLeft", shown="←")}'
    yield f'<a data-part="page">{escape(words.page)}</a>'
    yield f"{action('next', words.next, key='ArrowRight', shown='→')}</div></div></section>"


def _result(lang: Lang) -> Iterator[str]:
    words = STUDY[lang]
    yield '<section aria-labelledby="result" data-part="result" hidden>'
    yield f'<h2 id="result" tabindex="-1" data-part="known">{escape(words.result)}</h2>'
    yield f'<ul class="kb-study__counts" aria-label="{escape(words.results)}" data-part="counts"></ul>'
    yield f'<div data-part="repeat"><h3>{escape(words.repeat)}</h3><ul data-part="list"></ul></div>'
    yield '<p class="kb-study__hint" data-part="left"></p><p class="kb-study__buttons">'
    yield action("repeat", words.repeat_these, primary=True)
    yield f"{action('rest', words.rest)} {action('more', words.more)}</p></section>"


def _records(lang: Lang) -> Iterator[str]:
    words = STUDY[lang]
    yield f'<details class="kb-study__records"><summary>{escape(words.records)}</summary>'
    yield f"<p>{escape(words.records_intro)}</p><p>{escape(words.learned)}</p>"
    yield f'<p class="kb-study__buttons">{action("save", words.save)} {action("load", words.load)}'
    label = f'aria-label="{escape(words.load)}"'
    yield f'<input type="file" accept=".json,application/json" {label} data-part="file" hidden></p>'
    yield '<p role="status" data-part="moved"></p></details>'
