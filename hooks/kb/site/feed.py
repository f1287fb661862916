"""The feed of new answers, in Atom 1.0 (RFC 4287): one for each language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from kb.model import LANGS, Answer, Lang, Question
from kb.rendering.assets import Asset
from kb.rendering.fragments import anchors, key_of
from kb.site.answers import Site, contributor_name
from kb.site.lists import title_of
from kb.site.outline import topic_id
from kb.site.words import WORDS
from kb.site.words_ways import WAYS

_ATOM = "http://www.w3.org/2005/Atom"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MOST = 50
_LONGEST = 280


@dataclass(frozen=True, slots=True)
class News:
    """An answer, where it stands on its page, and the day it was first there."""

    question: Question
    answer: Answer
    anchor: str
    added: str


def feed_path(lang: Lang) -> str:
    """Return the path of a language's feed in the site."""
    return f"{lang}/feed.xml"


def feeds(site: Site) -> tuple[Asset, ...]:
    """Return the feeds; none where the site's address or the days of its answers are not known."""
    if not site.address:
        return ()
    found = ((lang, news(site, lang)) for lang in LANGS)
    return tuple(Asset(feed_path(lang), text=_feed(site, lang, latest)) for lang, latest in found if latest)


def news(site: Site, lang: Lang) -> tuple[News, ...]:
    """Return the newest answers in `lang` whose day is known; those of one day in the order of the site."""
    found = [n for q in site.outline.kb.questions for n in _news(site, q, lang) if n.added]
    return tuple(sorted(found, key=lambda n: n.added, reverse=True)[:_MOST])


def _news(site: Site, question: Question, lang: Lang) -> Iterable[News]:
    answers = site.outline.answers(question.id, "answer", lang)
    for answer, anchor in zip(answers, anchors(answers), strict=True):
        yield News(question, answer, anchor, site.added(answer.source))


def _feed(site: Site, lang: Lang, latest: Iterable[News]) -> str:
    ElementTree.register_namespace("", _ATOM)
    listed = tuple(latest)
    words, home = WORDS[lang], f"{site.address}{lang}/"
    root = Element(f"{{{_ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": lang})
    _text(root, "id", home)
    _text(root, "title", f"{words.site_name}: {WAYS[lang].feed}")
    _text(root, "subtitle", words.tagline)
    _text(root, "updated", _moment(max(_changed(site, n) for n in listed)))
    SubElement(root, f"{{{_ATOM}}}link", {"rel": "self", "href": f"{site.address}{feed_path(lang)}"})
    SubElement(root, f"{{{_ATOM}}}link", {"rel": "alternate", "type": "text/html", "href": home})
    for item in listed:
        _entry(root, site, lang, item)
    ElementTree.indent(root)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return f"{written.decode()}\n"


def _entry(root: Element, site: Site, lang: Lang, item: News) -> None:
    address = f"{site.address}{lang}/q/{item.question.id}/#{item.anchor}"
    entry = SubElement(root, f"{{{_ATOM}}}entry")
    _text(entry, "id", address)
    _text(entry, "title", title_of(item.question, lang)[0])
    SubElement(entry, f"{{{_ATOM}}}link", {"rel": "alternate", "type": "text/html", "href": address})
    _text(entry, "published", _moment(item.added))
    _text(entry, "updated", _moment(_changed(site, item)))
    author = SubElement(entry, f"{{{_ATOM}}}author")
    _text(author, "name", contributor_name(item.answer.contributor, WORDS[lang]))
    SubElement(entry, f"{{{_ATOM}}}category", {"term": topic_id(item.question)})
    _text(entry, "summary", _summary(site, item))


def _summary(site: Site, item: News) -> str:
    text = " ".join(site.fragments[key_of(item.answer)].text.split())
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + "…"


def _changed(site: Site, item: News) -> str:
    return site.changed(item.answer.source) or item.added


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, f"{{{_ATOM}}}{name}").text = _NOT_XML.sub("", text)
