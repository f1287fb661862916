"""Write the gallery: every figure that the answers show, by topic, with the questions it belongs to."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence

from kb.figures.markup import RenderedFigure, thumbnail_html
from kb.model import Lang, Question
from kb.rendering.draft import Heading
from kb.rendering.fragments import FIGURES, key_of
from kb.site.answers import Site
from kb.site.lists import title_of
from kb.site.skeleton import VirtualPage, filled, heading, page_source, plain, slot_mark
from kb.site.words import WORDS, other
from plots.registry import FIGURES as REGISTRY


def figures_path(lang: Lang) -> str:
    """Return the path of the gallery in the docs tree; it is published at `/<lang>/figures/`."""
    return f"{lang}/figures.md"


def figures_page(site: Site, lang: Lang) -> VirtualPage:
    """Write the gallery in `lang`."""
    words = WORDS[lang]
    intro = words.figures_intro.format(n=len(site.figures))
    placed = [(figure, questions_of(site, figure.id)) for figure in site.figures]
    sections, slots = [], []
    for topic in site.outline.topics:
        mine = [(f, qs) for f, qs in placed if site.outline.topic_of(qs[0]) == topic]
        if mine:
            identifier = f"topic-{topic.id}"
            sections += [heading(2, topic.title.get(lang), identifier), slot_mark(f"figures-{topic.id}")]
            headings = tuple(Heading(f"figure-{f.id}", 3, f.title.get(lang)) for f, _ in mine)
            items = "".join(_item(figure, questions, lang) for figure, questions in mine)
            gallery = f'<div class="kb-gallery">{items}</div>'
            slots.append(filled(f"figures-{topic.id}", gallery, identifier, headings))
    title = f"# {plain(words.figures)} {{ #figures }}"
    markdown = page_source(intro, title, plain(intro), *sections, in_search=False)
    return VirtualPage(figures_path(lang), lang, words.figures, markdown, slots=tuple(slots))


def questions_of(site: Site, figure: str) -> tuple[Question, ...]:
    """Return the questions whose answers show a figure, those first that the figure was made for."""
    outline = site.outline
    showing = {
        question
        for question, answers in outline.kb.answers.items()
        if any(figure in site.fragments[key_of(answer)].figures for answer in answers)
    }
    order = (*REGISTRY[figure].questions, *outline.by_id)
    return tuple(outline.by_id[q] for q in dict.fromkeys(order) if q in showing and q in outline.by_id)


def _item(figure: RenderedFigure, questions: Sequence[Question], lang: Lang) -> str:
    """Return a figure with its title, which leads to the first question, its caption and all questions."""
    title = html.escape(figure.title.get(lang), quote=False)
    kind = WORDS[lang].figure_kinds.get(figure.kind, "")
    badge = f'<p class="kb-gallery__kind">{html.escape(kind)}</p>' if kind else ""
    first = _address(figure, questions[0])
    return (
        f"<article>{thumbnail_html(figure, lang, f'../../{FIGURES}/')}"
        f'<div><h3 id="figure-{figure.id}"><a href="{first}">{title}</a></h3>{badge}'
        f"<p>{html.escape(figure.text(lang).caption, quote=False)}</p>"
        f"<ul>{''.join(_links(figure, questions, lang))}</ul></div></article>"
    )


def _links(figure: RenderedFigure, questions: Iterable[Question], lang: Lang) -> Iterable[str]:
    for question in questions:
        title, title_lang = title_of(question, lang)
        foreign = f' lang="{other(lang)}"' if title_lang != lang else ""
        shown = html.escape(title, quote=False)
        yield f'<li><a href="{_address(figure, question)}"{foreign}>{shown}</a></li>'


def _address(figure: RenderedFigure, question: Question) -> str:
    return f"../q/{html.escape(question.id)}/#figure-{figure.id}"
