"""Render all answers of a knowledge base: drafts, one batch of formulas, figures, finished fragments."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TextIO

from kb.cache import Cache
from kb.diagnostics import Diagnostic
from kb.figures.markup import RenderedFigure, figure_html, known_figures, render_figures
from kb.model import Answer, KnowledgeBase, Lang, Term
from kb.rendering.assets import Asset
from kb.rendering.draft import Draft, FigureCall
from kb.rendering.drafts import Prepared, prepare
from kb.rendering.formulas import Formula
from kb.rendering.links import ROOT, Links, heading_address, links_of, picture_asset, question_address
from kb.rendering.render import Fragment, Surroundings, finish
from kb.rendering.slots import mark
from kb.rendering.terms import Linked, link_all
from kb.rendering.typography import keep_brackets, unbroken

AnswerKey = tuple[str, int]
FIGURES = "assets/figures"
# From the page of a question.
GLOSSARY = "../../glossary/"
SHORT_FORMULA = 24
_KIND = "fragments"
_OPEN, _CLOSE = mark(0).split("0")
# A formula, a bracket before it, and what follows without a space: brackets, stops, a particle.
_TOUCHED = re.compile(rf"(\(?){_OPEN}([0-9]+){_CLOSE}([).,;:!?%]*[가-힣]?)")


@dataclass(frozen=True, slots=True)
class Rendered:
    """Every answer's fragment by its key, the files that the fragments show, and what went wrong.

    `figures` are those that the answers show, in the order of the registry; `linked` are the
    fragments with links to the glossary; `formulas` is the HTML of every formula in them.
    """

    fragments: Mapping[AnswerKey, Fragment]
    assets: tuple[Asset, ...]
    diagnostics: tuple[Diagnostic, ...]
    figures: tuple[RenderedFigure, ...] = ()
    linked: Mapping[AnswerKey, Linked] = field(default_factory=dict)
    formulas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Workshop:
    """What finishing a fragment needs besides its draft."""

    links: Links
    figures: Mapping[str, RenderedFigure]
    code_url: str


def render_all(
    kb: KnowledgeBase,
    cache: Cache,
    terms: Sequence[Term] = (),
    code_url: str = "",
    progress: TextIO | None = None,
) -> Rendered:
    """Render every answer of `kb`, and link the first use of each of `terms`.

    `code_url` is the address below which the project's files can be read, `progress` where to tell how
    far drawing figures is.
    Raises ToolMissingError and FontsMissingError where a tool is not installed.
    """
    named = tuple(_named(kb))
    prepared = prepare(((a.gfm, a.lang) for a, _ in named), cache)
    drafts = [(a, anchor, prepared[a.gfm, a.lang]) for a, anchor in named]
    wanted = _wanted(p.draft for *_, p in drafts)
    figures = {f.id: f for f in render_figures(wanted, cache, progress)}
    workshop = _Workshop(links_of(kb), figures, code_url)
    earlier = cache.remembered(_KIND)
    done = {key_of(a): _finished(workshop, a, anchor, p, earlier.get(key_of(a))) for a, anchor, p in drafts}
    cache.remember(_KIND, done)
    fragments = {key: one.fragment for key, one in done.items()}
    formulas = tuple({formula.html for *_, p in drafts for formula in p.typeset.values()})
    del prepared, drafts, done  # thousands of drafts take much room, and what follows needs some
    shown = {key_of(a): (fragments[key_of(a)].content, a.lang) for a, _ in named}
    pictures = _pictures((a for a, _ in named), fragments)
    drawn = (Asset(f"{FIGURES}/{path.name}", path) for figure in figures.values() for path in figure.paths())
    return Rendered(
        fragments,
        (*pictures, *drawn),
        tuple(problem for fragment in fragments.values() for problem in fragment.diagnostics),
        tuple(figures.values()),
        link_all(shown, terms, GLOSSARY, cache),
        formulas,
    )


def key_of(answer: Answer) -> AnswerKey:
    """Return what names an answer: its file and its first line."""
    return answer.source, answer.span.start


def anchors(answers: Iterable[Answer]) -> tuple[str, ...]:
    """Return an id for each answer on a page, made of role and contributor: the same in both languages.

    A contributor's second answer of one role in one language ends in `--2`. The contributor's part
    holds no hyphen, so that the heading `answer-kim-2` of one answer is not another answer.
    """
    found: list[tuple[str, Lang]] = []
    for answer in answers:
        name = re.sub(r"\W+", "_", answer.contributor.lower()).strip("_") or "someone"
        found.append((f"{answer.role}-{name}", answer.lang))
    counts = [found[: i + 1].count(one) for i, one in enumerate(found)]
    return tuple(name if n == 1 else f"{name}--{n}" for (name, _), n in zip(found, counts, strict=True))


def _named(kb: KnowledgeBase) -> Iterator[tuple[Answer, str]]:
    for answers in kb.answers.values():
        yield from zip(answers, anchors(answers), strict=True)


def _wanted(drafts: Iterable[Draft]) -> list[str]:
    """Return the known figures that drafts show, in the order of the registry."""
    called = {slot.id for d in drafts for slot in d.slots if isinstance(slot, FigureCall)}
    return [figure for figure in known_figures() if figure in called]


@dataclass(frozen=True, slots=True)
class _Finished:
    """A fragment and what it was made of: `asked` are kind and name of what was looked up, and the result."""

    prepared: Prepared
    answer: Answer
    anchor: str
    code_url: str
    asked: tuple[tuple[str, str, object], ...]
    fragment: Fragment


def _finished(
    workshop: _Workshop, answer: Answer, anchor: str, prepared: Prepared, last: _Finished | None
) -> _Finished:
    """Finish a fragment; the `last` build's serves again where nothing in it has changed."""
    found, code_url = prepared.draft, workshop.code_url
    asked: list[tuple[str, str, object]] = []

    def link(target: str) -> str | None:
        within = heading_address(anchor, (h.text for h in found.headings), target)
        return within or question_address(workshop.links, answer, target)

    def picture(target: str) -> str | None:
        asset = picture_asset(answer, target)
        return f"{ROOT}{asset.path}" if asset else None

    look: dict[str, Callable[[str], object]] = {
        "link": link, "picture": picture, "figure": workshop.figures.get
    }  # fmt: skip
    if (
        last
        and last.prepared is prepared
        and (last.answer, last.anchor, last.code_url) == (answer, anchor, code_url)
        and all(look[kind](name) == result for kind, name, result in last.asked)
    ):
        return last

    def noted_link(target: str) -> str | None:
        asked.append(("link", target, address := link(target)))
        return address

    def noted_picture(target: str) -> str | None:
        asked.append(("picture", target, address := picture(target)))
        return address

    def figure(identifier: str, alt: str) -> str | None:
        asked.append(("figure", identifier, drawn := workshop.figures.get(identifier)))
        if drawn is None:
            return None
        return figure_html(drawn, answer.lang, f"{ROOT}{FIGURES}", alt, code_url=code_url)

    around = Surroundings(anchor, noted_link, noted_picture, figure)
    fragment = finish(keep_together(found), answer, around, prepared.typeset)
    return _Finished(prepared, answer, anchor, code_url, tuple(asked), fragment)


def keep_together(found: Draft) -> Draft:
    """Keep brackets, stops and Korean particles on the line of the formula or bracket they belong to.

    Long formulas are left alone: they must be able to break.
    """

    def keep(match: re.Match[str]) -> str:
        slot = found.slots[int(match[2])]
        short = isinstance(slot, Formula) and not slot.display and len(slot.tex) <= SHORT_FORMULA
        return unbroken(match[0]) if short and (match[1] or match[3]) else match[0]

    return replace(found, html=keep_brackets(_TOUCHED.sub(keep, found.html)))


def _pictures(answers: Iterable[Answer], fragments: Mapping[AnswerKey, Fragment]) -> tuple[Asset, ...]:
    """Return the pictures beside the answer files that fragments show, each once."""
    shown = (picture_asset(a, i) for a in answers for i in fragments[key_of(a)].images)
    return tuple({asset.path: asset for asset in shown if asset}.values())
