"""The menu of each page as HTML: Material's markup, put together from entries that are written once.

Material's own template goes through the whole menu for every page, which is most of what its pages cost.
Here an entry outside the page's own sections is written once for all pages in the same folder, from which
the same address leads to it. Where hundreds of questions or topics stand side by side, the menu shows those
round the page and leads to the rest, so that its size does not grow with the site's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from markupsafe import escape

from kb.model import Lang

MOST = 80
AROUND = 20
_ALL: Mapping[Lang, str] = MappingProxyType({"ko": "전체 {n}개 보기", "en": "All {n}"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A page in the menu, or a section of `children`. `title` is HTML, `url` is below the site's root.

    `is_index` marks the page that its section's name opens.
    """

    title: str
    url: str
    is_index: bool = False
    children: tuple[Entry, ...] = ()

    @property
    def index(self) -> Entry | None:
        """Return the page that the name of this section opens."""
        return next((child for child in self.children if child.is_index), None)


@dataclass(frozen=True, slots=True)
class Menu:
    """A page's menu: what is before and after the page's own entry, which is empty for an index."""

    before: str = ""
    after: str = ""
    here: Entry | None = None


NO_MENU = Menu()


class Menus:
    """The menus of the pages in one language. `relative` leads from the second address to the first."""

    def __init__(self, entries: Sequence[Entry], lang: Lang, relative: Callable[[str, str], str]) -> None:
        self._entries = tuple(entries)
        self._lang = lang
        self._relative = relative
        self._trails = dict(_trails(self._entries, ()))
        self._above = {above for url in self._trails for above in _folders(url)}
        self._written: dict[str, dict[int, str]] = {}

    def of(self, url: str) -> Menu:
        """Return the menu of the page at `url`."""
        # From all pages of one folder the same address leads to a page that is below none of them.
        folder = url if url in self._above else url.rstrip("/").rpartition("/")[0]
        writing = _Writing(self._lang, self._relative, self._written.setdefault(folder, {}), url)
        return writing.level(self._entries, self._trails.get(url, ()), "__nav", 1)


@dataclass(frozen=True, slots=True)
class _Writing:
    """The menu of one page while it is written; `written` holds what its folder's pages have in common."""

    lang: Lang
    relative: Callable[[str, str], str]
    written: dict[int, str]
    url: str

    def level(
        self, entries: Sequence[Entry], trail: Sequence[int], path: str, level: int, target: str = ""
    ) -> Menu:
        """Write entries side by side; `trail` leads to the page, `target` lists all of the entries."""
        alike = [i for i, entry in enumerate(entries) if level > 1 or entry.index]
        left_out = set(alike) - _shown(alike, trail[0] if trail else -1)
        rest = self._rest(len(alike), target) if left_out else ""

        def written(places: Iterable[int]) -> str:
            kept = (i for i in places if i not in left_out or i == alike[0])
            return "".join(lead(i) + ("" if i in left_out else self._elsewhere(entries[i])) for i in kept)

        def lead(place: int) -> str:
            return rest if rest and place == alike[0] else ""

        if not trail:
            return Menu(written(range(len(entries))))
        at = trail[0]
        inner = self._holding(entries[at], trail[1:], f"{path}_{at + 1}", level)
        before = written(range(at)) + lead(at) + inner.before
        return Menu(before, inner.after + written(range(at + 1, len(entries))), inner.here)

    def _rest(self, count: int, target: str) -> str:
        """Write the link to the page that lists all `count` entries."""
        name = _name(_ALL[self.lang].format(n=f"{count:,}"))
        address = self.relative(target or f"{self.lang}/", self.url) + ("" if target else "#topics")
        return f'<li class="md-nav__item"><a href="{address}" class="md-nav__link">{name}</a></li>\n'

    def _elsewhere(self, entry: Entry) -> str:
        """Write an entry that does not hold the page."""
        found = self.written.get(id(entry))
        if found is None:
            more = '<span class="md-nav__icon md-icon"></span>' if entry.children else ""
            css = " md-nav__item--pruned md-nav__item--nested" if entry.children else ""
            address = self.relative(_first(entry).url, self.url)
            found = self.written[id(entry)] = (
                f'<li class="md-nav__item{css}"><a href="{address}" class="md-nav__link">'
                f"{_name(entry.title)}{more}</a></li>\n"
            )
        return found

    def _holding(self, entry: Entry, trail: Sequence[int], path: str, level: int) -> Menu:
        """Write the entry that is the page or holds it."""
        if not entry.children:
            return Menu(here=entry)
        index = entry.index
        others = tuple(child for child in entry.children if child is not index)
        first = 0 if index is None else entry.children.index(index)
        at_index = index is not None and trail[0] == first
        below = () if at_index else (trail[0] - (index is not None and trail[0] > first), *trail[1:])
        inner = self.level(others, below, path, level + 1, index.url if index else "")
        opening = (
            '<li class="md-nav__item md-nav__item--active md-nav__item--nested">'
            f'<input class="md-nav__toggle md-toggle" type="checkbox" id="{path}" checked>'
            f"{self._label(entry, path, active=at_index)}"
            f'<nav class="md-nav" data-md-level="{level}" aria-label="{escape(entry.title)}" '
            f'aria-expanded="true"><label class="md-nav__title" for="{path}">'
            f'<span class="md-nav__icon md-icon"></span>{entry.title}</label>'
            '<ul class="md-nav__list" data-md-scrollfix>\n'
        )
        return Menu(opening + inner.before, f"{inner.after}</ul></nav></li>\n", inner.here)

    def _label(self, entry: Entry, path: str, *, active: bool) -> str:
        index, icon = entry.index, '<span class="md-nav__icon md-icon"></span>'
        name = _name(entry.title)
        label = f'for="{path}" id="{path}_label" tabindex="0">'
        if index is None:
            return f'<label class="md-nav__link" {label}{name}{icon}</label>'
        css = "md-nav__link md-nav__link--active" if active else "md-nav__link"
        link = f'<a href="{self.relative(index.url, self.url)}" class="{css}">{name}</a>'
        toggle = f'<label class="{css}" {label}{icon}</label>' if len(entry.children) > 1 else ""
        return f'<div class="md-nav__link md-nav__container">{link}{toggle}</div>'


def _name(title: str) -> str:
    return f'<span class="md-ellipsis">{title}</span>'


def _first(entry: Entry) -> Entry:
    """Return the page that a section opens: its first, or the first of its first section."""
    while entry.children:
        entry = entry.children[0]
    return entry


def _shown(alike: Sequence[int], at: int) -> set[int]:
    """Return the places of the entries to show: all, or where they are many those round `at`."""
    if len(alike) <= MOST:
        return set(alike)
    middle = alike.index(at) if at in alike else 0
    first = max(0, min(middle - AROUND, len(alike) - 2 * AROUND - 1))
    return set(alike[first : first + 2 * AROUND + 1])


def _trails(entries: Iterable[Entry], above: tuple[int, ...]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield the way to every page, as places among siblings from the top."""
    for place, entry in enumerate(entries):
        if entry.children:
            yield from _trails(entry.children, (*above, place))
        else:
            yield entry.url, (*above, place)


def _folders(url: str) -> Iterator[str]:
    parts = url.split("/")[:-1]
    return ("/".join(parts[:count]) + "/" for count in range(1, len(parts)))
