"""What leads on from a question: where it stands, its follow-ups, its neighbors, related questions."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kb.model import Answer, Lang, Question
from kb.rendering.fragments import key_of
from kb.site.answers import Part, Site, contributor_name
from kb.site.lists import home_path, level_badge, question_list, question_path, title_of, topic_path
from kb.site.outline import EDITORS, Node, Outline, topic_id
from kb.site.skeleton import Slot, blocks, box, filled, heading, link, plain, slot_mark, span
from kb.site.words import WORDS

ROOT = "../../"
_TAG = re.compile(r"<[^<>]*>")
_ID = re.compile(r'\sid="[^"]*"')
_HERE = re.compile(r'(\shref=")#')


@dataclass(frozen=True, slots=True)
class OnwardWords:
    """The words of what leads on from a question."""

    path: str
    whole: str
    neighbors: str
    previous: str
    next: str


ONWARD: Mapping[Lang, OnwardWords] = MappingProxyType(
    {
        "ko": OnwardWords(
            path="현재 위치",
            whole="답변 전체 보기",
            neighbors="이 주제의 이전 질문과 다음 질문",
            previous="이전 질문",
            next="다음 질문",
        ),
        "en": OnwardWords(
            path="You are here",
            whole="Read the whole answer",
            neighbors="Previous and next question of this topic",
            previous="Previous question",
            next="Next question",
        ),
    }
)


@dataclass(frozen=True, slots=True)
class Crumb:
    """A page above another: its title, that title's language, and its path in the docs tree."""

    title: str
    lang: Lang
    src: str


def crumbs(outline: Outline, question: Question, lang: Lang) -> tuple[Crumb, ...]:
    """Return the pages above a question: home, its topic, the question it follows up on."""
    topic = outline.topic_of(question)
    above = [
        Crumb(WORDS[lang].home, lang, home_path(lang)),
        Crumb(topic.title.get(lang), lang, topic_path(topic.id, lang)),
    ]
    if parent := outline.by_id.get(question.parent or ""):
        above.append(Crumb(*title_of(parent, lang), question_path(parent.id, lang)))
    return tuple(above)


def breadcrumb(outline: Outline, question: Question, lang: Lang) -> str:
    """Write where a question stands."""
    lines = (f"1. {_page_link(c.title, c.lang, lang, c.src)}" for c in crumbs(outline, question, lang))
    return box("kb-path", "\n".join(lines), role="navigation", label=ONWARD[lang].path)


def _page_link(title: str, title_lang: Lang, lang: Lang, src: str) -> str:
    language = "" if title_lang == lang else f"{{ lang={title_lang} }}"
    return f"{link(title, src.replace(f'{lang}/', ROOT, 1))}{language}"


def onward(site: Site, question: Question, lang: Lang) -> Part:
    """Write the follow-ups of a question, its neighbors in its topic, and related questions."""
    follow_ups = _follow_ups(site, question, lang)
    relations = _related(site.outline, question, lang)
    body = blocks(follow_ups.markdown, _neighbors(site.outline, question, lang), relations)
    return Part(box("kb-onward", body) if body else "", follow_ups.slots)


def _follow_ups(site: Site, question: Question, lang: Lang) -> Part:
    """Write the follow-ups, each with its summary folded away; one without a summary is a link."""
    items, slots = [], []
    for number, child in enumerate(site.outline.children.get(question.id, ()), 1):
        shown = site.outline.shown(child.id, "summary", lang)
        if shown.answers:
            slot = _summary(site, shown.answers[0], child, lang, f"follow-up-{number}")
            slots.append(slot)
            items.append(_folded(child, lang, slot.token))
        else:
            items.append(question_list(site.outline, [Node(child, ())], lang, ROOT))
    if not items:
        return Part()
    title = heading(2, WORDS[lang].follow_ups, "follow-ups")
    return Part(blocks(title, box("kb-follow-ups", *items)), tuple(slots))


def _folded(question: Question, lang: Lang, token: str) -> str:
    title, title_lang = title_of(question, lang)
    name = span(title, "kb-follow-up__title", None if title_lang == lang else title_lang)
    whole = link(ONWARD[lang].whole, f"{ROOT}q/{question.id}/index.md")
    summary = f"<summary>{name} {level_badge(question, lang)}</summary>"
    body = blocks(summary, slot_mark(token), whole)
    return f'<details class="kb-follow-up" markdown>\n{body}\n\n</details>'


def _summary(site: Site, answer: Answer, question: Question, lang: Lang, token: str) -> Slot:
    language = "" if answer.lang == lang else f' lang="{answer.lang}"'
    body = without_ids(site.fragments[key_of(answer)].html, f"../{question.id}/")
    if answer.contributor != EDITORS:
        words = WORDS[lang]
        body += f"<p>{words.by} {html.escape(contributor_name(answer.contributor, words))}</p>"
    return filled(token, f'<div class="kb-fragment"{language}>{body}</div>')


def without_ids(fragment: str, page: str) -> str:
    """Return a fragment of another page fit to stand on this one: the ids are that page's."""

    def elsewhere(tag: re.Match[str]) -> str:
        return _HERE.sub(rf"\g<1>{page}#", _ID.sub("", tag[0]))

    return _TAG.sub(elsewhere, fragment)


def _neighbors(outline: Outline, question: Question, lang: Lang) -> str:
    """Write links to the questions before and after this one in its topic, in reading order."""
    words = ONWARD[lang]
    listed = outline.listed[topic_id(question)]
    at = listed.index(question)
    before, after = listed[max(at - 1, 0) : at], listed[at + 1 : at + 2]
    links = [_neighbor(q, lang, words.previous, "prev") for q in before]
    links += [_neighbor(q, lang, words.next, "next") for q in after]
    return box("kb-turn", *links, role="navigation", label=words.neighbors) if links else ""


def _neighbor(question: Question, lang: Lang, way: str, rel: str) -> str:
    title, title_lang = title_of(question, lang)
    language = "" if title_lang == lang else f" lang={title_lang}"
    text = f"{span(way, 'kb-turn__way')} {plain(title)}"
    return f"[{text}](<{ROOT}q/{question.id}/index.md>){{ .kb-turn__{rel} rel={rel}{language} }}"


def _related(outline: Outline, question: Question, lang: Lang) -> str:
    listed = question_list(outline, (Node(q, ()) for q in related(outline, question)), lang, ROOT)
    return blocks(heading(2, WORDS[lang].related, "related"), listed) if listed else ""


def related(outline: Outline, question: Question) -> tuple[Question, ...]:
    """Return the related questions that exist and are not shown as follow-ups already."""
    below = {q.id for q in outline.children.get(question.id, ())}
    return tuple(outline.by_id[i] for i in question.related if i in outline.by_id and i not in below)
