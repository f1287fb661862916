"""The menu of each language, as data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kb.model import Lang
from kb.site.lists import home_path, question_path, title_of, topic_path
from kb.site.outline import Node, Outline
from kb.site.words import WORDS


@dataclass(frozen=True, slots=True)
class Item:
    """A page in the menu, or a section of `children`, which the page opens if it has one (`src`).

    A page without a `title` names itself.
    """

    title: str
    src: str = ""
    children: tuple[Item, ...] = ()


def menu(
    outline: Outline, lang: Lang, sections: Iterable[Item] = (), tools: Iterable[Item] = ()
) -> tuple[Item, ...]:
    """Return the menu: home, `tools`, the topics with their questions, `sections` without the empty ones."""
    topics = (
        Item(t.title.get(lang), topic_path(t.id, lang), _items(outline.trees[t.id], lang))
        for t in outline.topics
    )
    return (
        Item(WORDS[lang].home, home_path(lang)),
        *tools,
        *topics,
        *(section for section in sections if section.src or section.children),
    )


def _items(nodes: Iterable[Node], lang: Lang) -> tuple[Item, ...]:
    return tuple(
        Item(title_of(n.question, lang)[0], question_path(n.question.id, lang), _items(n.children, lang))
        for n in nodes
    )
