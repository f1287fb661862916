"""Write the page of a question."""

from __future__ import annotations

import html
from collections.abc import Iterable
from math import ceil
from pathlib import PurePath

from kb.model import Answer, Lang, Question
from kb.rendering.fragments import key_of
from kb.rendering.typography import keep_brackets
from kb.site.answers import (
    Part,
    Site,
    answers_part,
    credit,
    how_to,
    pitfalls_part,
    references_part,
    summary_part,
)
from kb.site.lists import level_badge, question_path, title_of
from kb.site.onward import ROOT, breadcrumb, onward
from kb.site.outline import Outline
from kb.site.share_buttons import share_buttons
from kb.site.sharing import sharing
from kb.site.skeleton import VirtualPage, box, heading, link, page_source, plain, span
from kb.site.tags_page import tag_links
from kb.site.words import WORDS, other

DESCRIPTION_LENGTH = 160


def question_page(site: Site, question: Question, lang: Lang) -> VirtualPage:
    """Write the page of `question` in `lang`."""
    outline = site.outline
    summaries, main, pitfalls = (
        outline.shown(question.id, role, lang) for role in ("summary", "answer", "pitfall")
    )
    everything = (*summaries.answers, *main.answers, *pitfalls.answers)
    own = main.lang == lang and bool(main.answers)
    parts = (
        summary_part(site, summaries, lang),
        answers_part(site, main, lang) if main.answers else Part(invitation(site, question, lang)),
        Part(more_elsewhere(outline, question, lang) if own else ""),
        pitfalls_part(site, pitfalls, lang),
        references_part(everything, lang),
        onward(site, question, lang),
    )
    markdown = page_source(
        describe(site, question, lang),
        breadcrumb(outline, question, lang),
        *head(question, lang, reading_minutes(site, everything)),
        tag_links(site, question, lang, ROOT),
        share_buttons(lang),
        *(part.markdown for part in parts),
    )
    defined = question.span.path if question.span else ""
    source = main.answers[0].source if main.answers else defined
    slots = tuple(slot for part in parts for slot in part.slots)
    share = sharing(site, question, lang)
    return VirtualPage(
        question_path(question.id, lang), lang, title_of(question, lang)[0], markdown, source, slots,
        card=share.card, data=share.data,
    )  # fmt: skip


def reading_minutes(site: Site, answers: Iterable[Answer]) -> int:
    """Return how long it takes to read `answers`, in whole minutes; 0 for none.

    200 words a minute: technical text takes longer than the 238 of English non-fiction (Brysbaert 2019,
    How many words do we read per minute?, https://doi.org/10.1016/j.jml.2019.104047).
    """
    texts = (site.fragments[key_of(answer)].text for answer in answers)
    return ceil(sum(text.count(" ") + 1 for text in texts if text) / 200)


def head(question: Question, lang: Lang, minutes: int) -> Iterable[str]:
    """Write the title, the title in the other language, difficulty and reading time."""
    title, title_lang = title_of(question, lang)
    language = "" if title_lang == lang else f" lang={title_lang}"
    yield f"# {plain(title)} {{ #question{language} }}"
    translation = question.title.only(other(lang))
    if translation and translation != title:
        yield f'<p class="kb-alt" lang="{other(lang)}">{keep_brackets(html.escape(translation))}</p>'
    time = span(WORDS[lang].minutes.format(n=minutes), "kb-minutes") if minutes else ""
    yield box("kb-facts", f"{level_badge(question, lang)} {time}")


def more_elsewhere(outline: Outline, question: Question, lang: Lang) -> str:
    """Say that the other language has more answers than this one; empty where it does not."""
    count = len(outline.answers(question.id, "answer", other(lang)))
    if count <= len(outline.answers(question.id, "answer", lang)):
        return ""
    text = WORDS[lang].more_in_other.format(n=count)
    address = f"../../../{question_path(question.id, other(lang))}"
    return box("kb-more", link(text, address))


def invitation(site: Site, question: Question, lang: Lang) -> str:
    """Say that nobody has answered yet, how to, and where the question comes from."""
    words = WORDS[lang]
    lines = [heading(2, words.unanswered_title, "answers"), plain(words.unanswered_body)]
    if question.in_bank:
        path = f"docs/answers/{lang}/{question.id}.md"
        lines += [_with_path(words.unanswered_file, path), _template(question, lang)]
    elif document := site.outline.document_of(question):
        lines.append(_with_path(words.unanswered_foreign, document))
    defined = question.span.path if question.span else ""
    origin = credit(site, words, "", (PurePath(defined).name, defined), "") if defined else ""
    return box("kb-unanswered", *lines, how_to(site, lang, ROOT), origin)


def _with_path(text: str, path: str) -> str:
    before, _, after = text.partition("{path}")
    return f"{plain(before)}<code>{html.escape(path)}</code>{plain(after)}"


def _template(question: Question, lang: Lang) -> str:
    """Write the first lines of an answer file for `question`."""
    title = title_of(question, lang)[0]
    return f"```markdown\n---\nquestion: {question.id}\ncontributor: \n---\n\n# {title}\n```"


def describe(site: Site, question: Question, lang: Lang) -> str:
    """Return one or two sentences for search engines: the beginning of a summary or an answer."""
    for role in ("summary", "answer"):
        for answer in site.outline.answers(question.id, role, lang):
            if text := site.fragments[key_of(answer)].text:
                return _cut(text)
    return WORDS[lang].question_description.format(title=title_of(question, lang)[0])


def _cut(text: str) -> str:
    """Cut `text` at a word, marking that there was more."""
    if len(text) <= DESCRIPTION_LENGTH:
        return text
    return text[:DESCRIPTION_LENGTH].rsplit(" ", 1)[0].rstrip(" ,.;:") + "…"
