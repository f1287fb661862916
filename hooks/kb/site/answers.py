"""Write answers one after another, each under its contributor's name, never blended."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kb.figures.markup import RenderedFigure
from kb.model import Answer, Lang, Reference, Term
from kb.rendering.fragments import AnswerKey, anchors, key_of
from kb.rendering.render import Fragment
from kb.rendering.terms import Linked
from kb.site.lists import question_path
from kb.site.outline import EDITORS, Outline, Shown
from kb.site.skeleton import Slot, blocks, box, filled, heading, link, plain, slot_mark
from kb.site.words import WORDS, Words, other
from kb.translations import Translation


@dataclass(frozen=True, slots=True)
class Site:
    """What every page is made from.

    `fragments` holds the finished HTML of each answer by its key. `edit_url` turns a file on disk
    into the address where it can be edited, empty for a file outside the repository. `terms` are the
    glossary, `linked` are the fragments with links to it, and `glossary_file`
    is the file that holds it.
    `translations` are the documents that exist in both languages, or should; `stale` are
    the files of translations whose originals have changed. `figures` are those that
    the answers show. `address` is the site's own, empty where it is not known.
    `changed` tells when a file on disk was last changed, `added` when it was first there, empty where
    nobody knows. `license` is the one that our own answers are under, empty where there is none. `archive`
    is the path of the whole site as a zip, empty where none is made. `written` are the paths of the pages
    that somebody wrote by hand.
    """

    outline: Outline
    fragments: Mapping[AnswerKey, Fragment]
    edit_url: Callable[[str], str]
    terms: tuple[Term, ...] = ()
    linked: Mapping[AnswerKey, Linked] = field(default_factory=dict)
    glossary_file: str = ""
    translations: tuple[Translation, ...] = ()
    stale: frozenset[str] = frozenset()
    figures: tuple[RenderedFigure, ...] = ()
    address: str = ""
    changed: Callable[[str], str] = lambda _: ""
    added: Callable[[str], str] = lambda _: ""
    license: str = ""
    archive: str = ""
    written: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Part:
    """Markdown of a part of a page, and what fills its slots."""

    markdown: str = ""
    slots: tuple[Slot, ...] = ()


def how_to(site: Site, lang: Lang, to_home: str = "") -> str:
    """Write a link to what tells how to add an answer, where somebody has told it."""
    guide = "about.md"
    return (
        link(WORDS[lang].how_to, f"{to_home}{guide}#contribute") if f"{lang}/{guide}" in site.written else ""
    )


def contributor_name(contributor: str, words: Words) -> str:
    """Return how a contributor is called; our own answers are by "the editors"."""
    return words.editors if contributor == EDITORS else contributor


def summary_part(site: Site, shown: Shown, lang: Lang) -> Part:
    """Write the box at the top of a page: the answer in a sentence or two."""
    if not shown.answers:
        return Part()
    words = WORDS[lang]
    bodies, slots = _bodies(site, shown, lang, ("summary",) * len(shown.answers), "summary")
    label = f'<p class="kb-summary__label">{words.summary}</p>'
    return Part(
        box("kb-summary", label, notice(shown, lang), *bodies, role="note", label=words.summary), slots
    )


def answers_part(site: Site, shown: Shown, lang: Lang) -> Part:
    """Write every answer under a heading of its own that names its contributor."""
    words = WORDS[lang]
    identifiers = anchors(shown.answers)
    bodies, slots = _bodies(site, shown, lang, identifiers, "answer")
    titles = _titles(shown.answers, words)
    sections = (blocks(heading(2, t, i), b) for t, i, b in zip(titles, identifiers, bodies, strict=True))
    return Part(blocks(notice(shown, lang), *sections), slots)


def _titles(answers: Sequence[Answer], words: Words) -> tuple[str, ...]:
    """Return each answer's heading; a contributor with several answers has them numbered."""
    if len(answers) == 1:
        return (words.answer,)
    names = [a.contributor for a in answers]
    numbers = [f" {names[:i].count(n) + 1}" if names.count(n) > 1 else "" for i, n in enumerate(names)]
    called = (words.answer_by.format(who=contributor_name(n, words)) for n in names)
    return tuple(f"{name}{number}" for name, number in zip(called, numbers, strict=True))


def pitfalls_part(site: Site, shown: Shown, lang: Lang) -> Part:
    """Write the common wrong answers and what is wrong with them."""
    if not shown.answers:
        return Part()
    bodies, slots = _bodies(site, shown, lang, ("pitfalls",) * len(shown.answers), "pitfall")
    inner = box("kb-pitfalls", notice(shown, lang), *bodies)
    return Part(blocks(heading(2, WORDS[lang].pitfalls, "pitfalls"), inner), slots)


def references_part(answers: Iterable[Answer], lang: Lang) -> Part:
    """Write the sources that the shown answers name, each once."""
    found: dict[str, Reference] = {}
    for answer in answers:
        for reference in answer.references:
            found.setdefault(reference.url or reference.title, reference)
    if not found:
        return Part()
    lines = "\n".join(f"- {_reference(r)}" for r in found.values())
    return Part(blocks(heading(2, WORDS[lang].references, "references"), box("kb-references", lines)))


def notice(shown: Shown, lang: Lang) -> str:
    """Say that what follows is in the other language; empty where it is not."""
    return "" if shown.lang == lang else box("kb-notice", plain(WORDS[lang].other_language), role="note")


def _stale(site: Site, answer: Answer, lang: Lang) -> str:
    """Say that the original has changed since the answer was translated; empty where it has not."""
    if answer.source not in site.stale:
        return ""
    address = f"../../../{question_path(answer.question, other(answer.lang))}"
    return box("kb-notice", link(WORDS[lang].stale[answer.lang], address), role="note")


def _reference(reference: Reference) -> str:
    if re.match(r"https?://\S+$", reference.url):
        return link(reference.title or reference.url, reference.url)
    return plain(" ".join(filter(None, (reference.title, reference.url))))


def _bodies(
    site: Site, shown: Shown, lang: Lang, under: Iterable[str], role: str
) -> tuple[list[str], tuple[Slot, ...]]:
    """Write each answer's place and byline; the slots carry the finished HTML."""
    bodies, slots = [], []
    for number, (answer, identifier) in enumerate(zip(shown.answers, under, strict=True), 1):
        fragment = site.fragments[key_of(answer)]
        language = f' lang="{shown.lang}"' if shown.lang != lang else ""
        token = f"{role}-{number}"
        linked = site.linked.get(key_of(answer), fragment.content)
        finished = f'<div class="kb-fragment"{language}{_marks(answer, lang)}>{linked.text}</div>'
        slots.append(filled(token, finished, identifier, fragment.headings if role == "answer" else ()))
        credit = blocks(byline(site, answer, WORDS[lang]), _stale(site, answer, lang))
        parts = (credit, slot_mark(token))
        bodies.append(blocks(*(parts if role == "answer" else reversed(parts))))
    return bodies, tuple(slots)


def _marks(answer: Answer, lang: Lang) -> str:
    """Tell scripts which question an answer is to, in what role, and who wrote it."""
    values = (answer.question, answer.role, contributor_name(answer.contributor, WORDS[lang]))
    names = ("of", "role", "by")
    return "".join(f' data-kb-{n}="{html.escape(v)}"' for n, v in zip(names, values, strict=True))


def byline(site: Site, answer: Answer, words: Words) -> str:
    """Name an answer's contributor, the file it comes from, its last change and its license."""
    by = f"{words.by} <b>{plain(contributor_name(answer.contributor, words))}</b>"
    own = site.license if answer.contributor == EDITORS else ""
    return credit(site, words, by, (answer.document, answer.source), answer.license or own)


def credit(site: Site, words: Words, by: str, file: tuple[str, str], license_name: str) -> str:
    """Say where something comes from: `file` is its path as shown and on disk."""
    shown, source = file
    address, date = site.edit_url(source), site.changed(source)
    parts = [by, f"{words.source} {link(shown, address) if address else plain(shown)}"]
    if date:
        parts.append(f'<time datetime="{date}">{words.changed.format(date=date)}</time>')
    if license_name:
        parts.append(f"{words.license} {plain(license_name)}")
    return box("kb-byline", " · ".join(filter(None, parts)))
