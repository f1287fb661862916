"""The table of contents of a page as HTML: Material's markup, which its template writes entry by entry."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from markupsafe import Markup, escape


class Place(Protocol):
    """An entry as MkDocs has it; `title` is HTML."""

    @property
    def title(self) -> str:
        """Its name."""

    @property
    def url(self) -> str:
        """Its address on the page."""

    @property
    def level(self) -> int:
        """The level of its heading."""

    @property
    def children(self) -> Iterable[Place]:
        """The entries below it."""


def attribute(name: str) -> str:
    """Write HTML as the value of an attribute: its text."""
    return str(escape(Markup(name).striptags()))


def contents(entries: Iterable[Place]) -> str:
    """Write what stands below the page's own heading, or everything where it has none."""
    top = list(entries)
    return _items(top[0].children if top and top[0].level == 1 else top)


def _items(entries: Iterable[Place]) -> str:
    return "".join(map(_item, entries))


def _item(entry: Place) -> str:
    below = _items(entry.children)
    if below:
        name = attribute(entry.title)
        below = f'<nav class="md-nav" aria-label="{name}">\n<ul class="md-nav__list">\n{below}</ul>\n</nav>\n'
    return (
        f'<li class="md-nav__item">\n<a href="{entry.url}" class="md-nav__link">\n'
        f'<span class="md-ellipsis">\n{entry.title}\n</span>\n</a>\n{below}</li>\n'
    )
