"""Tags: the glossary terms that questions are marked with, across topics."""

from __future__ import annotations

import html
from collections.abc import Iterable

from kb.model import Lang, Question, Term
from kb.site.answers import Site
from kb.site.glossary_page import place_in_alphabet
from kb.site.lists import question_list
from kb.site.outline import Node
from kb.site.skeleton import VirtualPage, blocks, heading, link, page_source, plain
from kb.site.words import WORDS
from kb.site.words_ways import WAYS

_HOME = "../"


def tags_path(lang: Lang) -> str:
    """Return the path of the page of tags in the docs tree; it is published at `/<lang>/tags/`."""
    return f"{lang}/tags.md"


def tagged(site: Site) -> dict[Term, tuple[Question, ...]]:
    """Return the questions of each tag that is in use, in the order of the bank."""
    terms = {term.id: term for term in site.terms}
    found: dict[Term, tuple[Question, ...]] = {}
    for question in site.outline.kb.questions:
        for tag in filter(None, map(terms.get, question.tags)):
            found[tag] = (*found.get(tag, ()), question)
    return found


def tags_page(site: Site, lang: Lang) -> VirtualPage:
    """Write every tag with its definition and its questions."""
    words = WAYS[lang]
    found = sorted(tagged(site).items(), key=lambda item: place_in_alphabet(item[0], lang))
    intro = words.tags_intro.format(n=len(found))
    counts = "".join(f"<li>{_link(tag, lang, '')} {len(questions)}</li>" for tag, questions in found)
    markdown = page_source(
        intro,
        f"# {plain(words.tags)} {{ #tags }}",
        plain(intro),
        f'<div class="kb-tags"><ul>{counts}</ul></div>',
        *(_section(site, tag, questions, lang) for tag, questions in found),
        in_search=False,
    )
    return VirtualPage(tags_path(lang), lang, words.tags, markdown)


def _section(site: Site, tag: Term, questions: Iterable[Question], lang: Lang) -> str:
    listed = question_list(site.outline, (Node(q, ()) for q in questions), lang, _HOME)
    definition = f"{plain(tag.definition.get(lang))} ({link(WORDS[lang].glossary, f'glossary.md#{tag.id}')})"
    return blocks(heading(2, tag.name.get(lang), _anchor(tag)), definition, listed)


def tag_links(site: Site, question: Question, lang: Lang, root: str) -> str:
    """Write a question's tags as links; `root` is the address of the language's home, seen from the page."""
    terms = {term.id: term for term in site.terms} if question.tags else {}
    tags = [terms[tag] for tag in question.tags if tag in terms]
    items = "".join(f"<li>{_link(tag, lang, f'{root}tags/')}</li>" for tag in tags)
    label = html.escape(WAYS[lang].tags)
    return f'<div class="kb-tags"><ul aria-label="{label}">{items}</ul></div>' if tags else ""


def _link(tag: Term, lang: Lang, page: str) -> str:
    return f'<a href="{page}#{_anchor(tag)}">{plain(tag.name.get(lang))}</a>'


def _anchor(tag: Term) -> str:
    return f"tag-{html.escape(tag.id)}"
