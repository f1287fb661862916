"""What a list says of a question besides its title: the answer in a line, and a small picture."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kb.figures.markup import RenderedFigure, thumbnail_html
from kb.model import Lang, Question
from kb.rendering.fragments import FIGURES, key_of
from kb.rendering.links import ROOT
from kb.rendering.sentences import first_sentence
from kb.site.answers import Site
from kb.site.words import other


def teasers(site: Site, questions: Iterable[Question], lang: Lang) -> dict[str, str]:
    """Return the HTML for each question that has a summary in `lang` or a figure, for a page of a topic."""
    figures = {figure.id: figure for figure in site.figures}
    parts = ((q.id, _answer(site, q, lang) + _thumbnail(site, q, lang, figures)) for q in questions)
    return {question: html for question, html in parts if html}


def _answer(site: Site, question: Question, lang: Lang) -> str:
    summaries = site.outline.answers(question.id, "summary", lang)
    sentence = first_sentence(site.fragments[key_of(summaries[0])].html) if summaries else ""
    return f'<p class="kb-list__answer">{sentence}</p>' if sentence else ""


def _thumbnail(site: Site, question: Question, lang: Lang, figures: Mapping[str, RenderedFigure]) -> str:
    """Return the first figure that an answer shows, in the reader's language if there is one."""
    answers = (a for to in (lang, other(lang)) for a in site.outline.answers(question.id, "answer", to))
    shown = (figures[f] for a in answers for f in site.fragments[key_of(a)].figures if f in figures)
    figure = next(shown, None)
    if not figure:
        return ""
    return f'<span class="kb-list__thumb">{thumbnail_html(figure, lang, f"{ROOT}{FIGURES}/")}</span>'
