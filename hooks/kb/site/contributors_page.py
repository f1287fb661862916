"""Write the page of contributors: what each has answered, in which language, from which files."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kb.model import LANGS, Answer, Document, Lang, Question
from kb.site.answers import Site, contributor_name, how_to
from kb.site.lists import question_list
from kb.site.outline import Node
from kb.site.skeleton import VirtualPage, blocks, filled, heading, page_source, plain, slot_mark
from kb.site.words import WORDS
from kb.site.words_ways import WAYS

_HOME = "../"
_MOST_LISTED, _MOST_FOLDERS = 100, 8


@dataclass(frozen=True, slots=True)
class Contributor:
    """Someone who wrote answers. `anchor` is the id of their place on the page.

    `answers` counts them by language, `questions` are those answered, in the order of the site, and
    `folders` the folders or single files at the top of the collection that hold them.
    """

    name: str
    anchor: str
    answers: tuple[tuple[Lang, int], ...]
    questions: tuple[Question, ...]
    folders: tuple[str, ...]


def contributors_path(lang: Lang) -> str:
    """Return the path of the page in the docs tree; it is published at `/<lang>/contributors/`."""
    return f"{lang}/contributors.md"


def contributors(site: Site) -> tuple[Contributor, ...]:
    """Return everybody who answered a question, who answered most first."""
    answers: dict[str, list[Answer]] = {}
    for question in site.outline.kb.questions:
        for answer in site.outline.kb.answers.get(question.id, ()):
            if answer.role == "answer":
                answers.setdefault(answer.contributor, []).append(answer)
    documents: dict[str, list[Document]] = {}
    for document in site.outline.kb.documents:
        documents.setdefault(document.contributor, []).append(document)
    order = sorted(answers, key=lambda name: (-len(answers[name]), name))
    taken: Counter[str] = Counter()
    found = []
    for name in order:
        taken[slug := _slug(name)] += 1
        anchor = slug if taken[slug] == 1 else f"{slug}--{taken[slug]}"
        found.append(_contributor(site, name, anchor, answers[name], documents.get(name, ())))
    return tuple(found)


def _slug(name: str) -> str:
    return "by-" + (re.sub(r"\W+", "_", name.lower()).strip("_") or "someone")


def _contributor(
    site: Site, name: str, anchor: str, answers: Iterable[Answer], documents: Iterable[Document]
) -> Contributor:
    listed = list(answers)
    count = Counter(answer.lang for answer in listed)
    questions = dict.fromkeys(answer.question for answer in listed)
    return Contributor(
        name,
        anchor,
        tuple((lang, count[lang]) for lang in LANGS if count[lang]),
        tuple(site.outline.by_id[q] for q in questions),
        tuple(dict.fromkeys(document.path.split("/")[0] for document in documents)),
    )


def contributors_page(site: Site, lang: Lang) -> VirtualPage:
    """Write the page in `lang`."""
    words, everybody = WAYS[lang], contributors(site)
    lists = (_list(site, someone, lang, is_open=len(everybody) == 1) for someone in everybody)
    slots = tuple(filled(someone.anchor, text) for someone, text in zip(everybody, lists, strict=True))
    intro = words.contributors_intro.format(n=len(everybody))
    markdown = page_source(
        intro,
        f"# {plain(words.contributors)} {{ #contributors }}",
        plain(intro),
        _table(everybody, lang) if len(everybody) > 1 else "",
        *(_section(someone, lang) for someone in everybody),
        how_to(site, lang),
        in_search=False,
    )
    return VirtualPage(contributors_path(lang), lang, words.contributors, markdown, slots=slots)


def _table(everybody: Iterable[Contributor], lang: Lang) -> str:
    """Write all in a table, with links to their places on the page."""
    words = WAYS[lang]
    heads = (words.contributor, *(words.languages[to] for to in LANGS), words.answered)
    rows = "".join(_row(someone, lang) for someone in everybody)
    head = "".join(f'<th scope="col">{html.escape(text)}</th>' for text in heads)
    return f'<div class="kb-table"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'


def _row(someone: Contributor, lang: Lang) -> str:
    count = dict(someone.answers)
    name = plain(contributor_name(someone.name, WORDS[lang]))
    numbers = (*(count.get(to, 0) for to in LANGS), len(someone.questions))
    cells = "".join(f"<td>{number}</td>" for number in numbers)
    return f'<tr><th scope="row"><a href="#{html.escape(someone.anchor)}">{name}</a></th>{cells}</tr>'


def _section(someone: Contributor, lang: Lang) -> str:
    counts = [f"{WAYS[lang].languages[to]} {n}" for to, n in someone.answers]
    folders = [f"<code>{plain(folder)}</code>" for folder in someone.folders[:_MOST_FOLDERS]]
    folders += ["…"] * (len(someone.folders) > _MOST_FOLDERS)
    facts = [*map(plain, counts), f"{plain(WORDS[lang].source)} {', '.join(folders)}"]
    title = heading(2, contributor_name(someone.name, WORDS[lang]), someone.anchor)
    return blocks(title, " · ".join(facts), slot_mark(someone.anchor))


def _list(site: Site, someone: Contributor, lang: Lang, *, is_open: bool) -> str:
    """Return what someone answered, behind a line that unfolds it."""
    words = WAYS[lang]
    summary = f"<summary>{html.escape(words.questions(len(someone.questions)))}</summary>"
    listed = someone.questions[:_MOST_LISTED]
    questions = question_list(site.outline, (Node(q, ()) for q in listed), lang, _HOME, state=False)
    rest = len(someone.questions) - len(listed)
    more = f"<p>{html.escape(words.and_more.format(n=rest))}</p>" if rest else ""
    return f'<details class="kb-fold"{" open" * is_open}>{summary}{questions}{more}</details>'
