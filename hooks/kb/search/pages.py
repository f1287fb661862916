"""Pages of the site as the search sees them: units with plain text in sections."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from kb.codec import codec
from kb.model import LANGS, KnowledgeBase, Lang, Phrases, Term, Text
from kb.packed import Packed, packed
from kb.search.model import Kind, Page, Section, Unit

# Sections that only list other pages.
LISTS = ("references", "follow-ups", "related", "start", "topics")
_BLOCK_END = re.compile(r"</(?:p|li|h[1-6]|tr|dd|dt|pre|figcaption|div)>|<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"""<(?:!--.*?--|/?[a-zA-Z][^>"']*+(?:"[^"]*+"[^>"']*+|'[^']*+'[^>"']*+)*+)>""", re.DOTALL)
_ITEM = re.compile(r"<li\b[^>]*>(.*?)</li>", re.DOTALL)
_NO_LETTERS = re.compile(r"[\W_]+")
_QUESTION = re.compile(r"q/([^/]+)/")
_TOPIC = re.compile(r"topics/([^/]+)/")
_OTHER_TITLE = '<p class="kb-alt"'
_GLOSSARY = "glossary/"
_MOSTLY = 0.6
# Pages about the site answer nothing; they come after what does.
_PRIORS: Mapping[Kind, float] = {"question": 1.0, "topic": 0.72, "page": 0.8, "glossary": 0.5}
_HOME = 0.4
_FOLLOW_UP = 0.97
_UNANSWERED = 0.9


@dataclass(frozen=True, slots=True)
class Found:
    """What was found on a page or in a section of one: the address, the heading, HTML."""

    location: str
    title: str
    text: str


_ALL = codec(tuple[Found, ...])


def waiting(found: tuple[Found, ...]) -> Packed:
    """Return what was found on a page as it waits for the other pages."""
    return packed(json.dumps(_ALL.write(found)))


def found_before(one: Packed) -> tuple[Found, ...]:
    """Return what has waited."""
    found: tuple[Found, ...] = _ALL.read(json.loads(one.text))
    return found


def plain(text: str) -> str:
    """Return the words of HTML."""
    if "<" in text:
        text = _TAG.sub("", _BLOCK_END.sub("\n", text))
    return " ".join(html.unescape(text).split())


def units(kb: KnowledgeBase, terms: Sequence[Term], found: Iterable[Found]) -> tuple[Unit, ...]:
    """Group what was found, page after page, by what the pages of both languages are about."""
    titles = {letters_of(title) for q in kb.questions for title in (q.title.ko, q.title.en) if title}
    pages: dict[str, tuple[Page, ...]] = {}
    for address, items in groupby(found, lambda item: item.location.partition("#")[0]):
        lang, _, name = address.partition("/")
        parts = [item for item in items if item.location.partition("#")[2] not in LISTS]
        if lang in LANGS and parts:
            page = _page(LANGS[LANGS.index(lang)], name, parts, titles)
            pages[name] = (*pages.get(name, ()), page)
    return (*_questions(kb, pages), *_others(kb, terms, pages))


def letters_of(text: str) -> str:
    """Return what of a title is compared."""
    return _NO_LETTERS.sub("", text).casefold()


def _page(lang: Lang, name: str, parts: Sequence[Found], titles: set[str]) -> Page:
    sections = (
        Section(p.location.partition("#")[2], plain(p.title), plain(_without_title(p.text, name)))
        for p in parts
        if not _only_links(p.text, titles)
    )
    return Page(lang, f"{lang}/{name}", plain(parts[0].title), tuple(sections))


def _without_title(text: str, page: str) -> str:
    """Leave out the title in the other language, with which pages of questions begin."""
    begins = text.startswith(_OTHER_TITLE) and _QUESTION.fullmatch(page)
    return text.partition("</p>")[2] if begins else text


def _only_links(text: str, titles: set[str]) -> bool:
    """Tell whether a section is little but the titles of other questions."""
    items = [letters_of(plain(item)) for item in _ITEM.findall(text)]
    return bool(items) and sum(item in titles for item in items) > _MOSTLY * len(items)


def _questions(kb: KnowledgeBase, pages: Mapping[str, tuple[Page, ...]]) -> Iterable[Unit]:
    for question in kb.questions:
        mine = pages.get(f"q/{question.id}/", ())
        prior = _FOLLOW_UP if question.parent else _PRIORS["question"]
        if not kb.answers.get(question.id):
            prior *= _UNANSWERED
        if mine:
            yield Unit(question.id, "question", question.title, question.also_asked, prior, mine)


def _others(
    kb: KnowledgeBase, terms: Sequence[Term], pages: Mapping[str, tuple[Page, ...]]
) -> Iterable[Unit]:
    topics = {topic.id: topic.title for topic in kb.topics}
    for name, mine in pages.items():
        if _QUESTION.fullmatch(name):
            continue
        by_lang = {page.lang: page for page in mine}
        title = Text(*(by_lang[lang].title if lang in by_lang else "" for lang in LANGS))
        topic = _TOPIC.fullmatch(name)
        if name == _GLOSSARY:
            glossary = tuple(_glossary(page, terms) for page in mine)
            yield Unit(name, "glossary", title, Phrases(), _PRIORS["glossary"], glossary)
        elif topic:
            yield Unit(name, "topic", topics.get(topic[1], title), Phrases(), _PRIORS["topic"], mine)
        else:
            yield Unit(name, "page", title, Phrases(), _PRIORS["page"] if name else _HOME, mine)


def _glossary(page: Page, terms: Sequence[Term]) -> Page:
    """Return the glossary with a section for each term in place of one for each letter."""
    sections = (Section(t.id, t.name.get(page.lang), t.definition.get(page.lang)) for t in terms)
    return Page(page.lang, page.url, page.title, tuple(sections))
