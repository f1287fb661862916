"""The menu of each language, as data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kb.model import Lang
from kb.site.lists import home_path, question_path, title_of, topic_path, unanswered_path
from kb.site.outline import Node, Outline
from kb.site.words import WORDS


@dataclass(frozen=True, slots=True)
class Item:
    """A page in the menu; with `children`, a section that the page opens."""

    title: str
    src: str
    children: tuple[Item, ...] = ()


def menu(outline: Outline, lang: Lang, pages: Iterable[Item] = ()) -> tuple[Item, ...]:
    """Return the menu: home, the topics with their questions, the unanswered ones, `pages`."""
    words = WORDS[lang]
    topics = (
        Item(t.title.get(lang), topic_path(t.id, lang), _items(outline.trees[t.id], lang))
        for t in outline.topics
    )
    unanswered = Item(words.unanswered, unanswered_path(lang))
    return (Item(words.home, home_path(lang)), *topics, unanswered, *pages)


def _items(nodes: Iterable[Node], lang: Lang) -> tuple[Item, ...]:
    return tuple(
        Item(title_of(n.question, lang)[0], question_path(n.question.id, lang), _items(n.children, lang))
        for n in nodes
    )
