"""Pages that differ in a few values only: the template is rendered once for all pages of a folder.

Material's template takes longer for a page than everything else that is done with it, and writes nearly the
same for every question. So it writes one page with a mark in the place of each value, and every other page
is that text with its own values. A frame is used only if it makes of its first page, to the letter, what the
template makes of it; pages of which the template asks for anything else are left to the template.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from jinja2 import Environment, Template

from kb.site.menu_html import Menu
from kb.site.page_view import PageView

# What the same folder and settings make the same, and what is looked at more closely.
_OF_MKDOCS = frozenset(
    ("nav", "pages", "base_url", "extra_css", "extra_javascript", "mkdocs_version", "build_date_utc")
)
_LOOKED_AT = frozenset(("config", "page", "kb"))
_MARK = re.compile("\ue000(\\w+)\ue000")


class _OtherError(Exception):
    """The template asks a page for something that is no part of a frame."""


class _Mark(str):
    """What stands for a value: it can be written, and asked whether there is any."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return True

    def __getattribute__(self, name: str) -> Any:
        if name not in ("__class__", "headed"):
            raise _OtherError(name)
        return super().__getattribute__(name)

    def _other(self, *others: object) -> Any:
        raise _OtherError(*others)

    __html__ = __len__ = __iter__ = __getitem__ = __contains__ = __add__ = __mod__ = _other
    __eq__ = __ne__ = __lt__ = __gt__ = __le__ = __ge__ = _other
    __hash__ = str.__hash__


class _Content(_Mark):
    """The mark of a page's content, of which the theme asks whether there is a heading in it."""

    __slots__ = ("headed",)
    headed: bool

    def __contains__(self, text: str) -> bool:  # type: ignore[override]
        if text != "<h1":
            raise _OtherError(text)
        return self.headed


@dataclass(frozen=True, slots=True)
class _Entry:
    """The first entry of a page's contents, to which the page lets readers skip."""

    url: str
    level: int = 1


class _Page:
    """A page of MkDocs with marks for values; it knows nothing else."""

    previous_page = next_page = None
    is_homepage = False

    def __init__(self, page: Any, marks: Mapping[str, str], *, headed: bool) -> None:
        self.url: str = page.url
        self.title = marks["title"]
        self.content = _Content(marks["content"])
        self.content.headed = headed
        self.canonical_url, self.edit_url = marks["canonical_url"], marks["edit_url"]
        self.toc = (_Entry(f"#{marks['skip']}"),) if marks["skip"] else ()
        self.meta = {**page.meta, "description": marks["description"]}

    def __getattr__(self, name: str) -> Any:
        raise _OtherError(name)


class FramedTemplate(Template):
    """A template that writes frames; a context without `framed` is rendered as always."""

    def render(self, *args: Any, **kwargs: Any) -> str:
        """Render a page out of its frame, which is made when its first page comes."""
        context = dict(*args, **kwargs)
        if not context.pop("framed", False):
            return super().render(context)
        frames: dict[Any, tuple[str, ...]] = self.__dict__.setdefault("_frames", {})
        values = _values(context["page"], context["kb"])
        key = _key(context, values)
        if key in frames:
            return _filled(frames[key], values) if frames[key] else super().render(context)
        page = super().render(context)
        frame = self._frame(context, values)
        frames[key] = frame if _filled(frame, values) == page else ()
        return page

    def _frame(self, context: dict[str, Any], values: Mapping[str, str]) -> tuple[str, ...]:
        """Return what the template writes for pages like this: text, the name of a value, text, …"""
        marks = {name: _Mark(f"\ue000{name}\ue000") if value else "" for name, value in values.items()}
        marked = _Page(context["page"], marks, headed="<h1" in values["content"])
        try:
            written = super().render(context | {"page": marked, "kb": _marked(context["kb"], marks)})
        except _OtherError:
            return ()
        parts = _MARK.split(written)
        return tuple(parts) if set(parts[1::2]) <= set(values) else ()


def framed(environment: Environment) -> Environment:
    """Let an environment's templates write frames."""
    environment.template_class = FramedTemplate
    return environment


def _values(page: Any, view: PageView) -> dict[str, str]:
    """Return what differs between pages, by name."""
    first = next(iter(page.toc), None)
    values = {
        "title": page.title or "",
        "content": page.content or "",
        "canonical_url": page.canonical_url or "",
        "edit_url": page.edit_url or "",
        "skip": first.url.removeprefix("#") if first else "",
        "description": page.meta.get("description") or "",
        "name": view.name,
        "default": view.default,
        "card": view.card,
        "data": view.data,
        "toc": view.toc,
        "before": view.menu.before,
        "after": view.menu.after,
        "here": view.menu.here.title if view.menu.here else "",
    }
    for alternate in view.alternates:
        values |= {f"url_{alternate.lang}": alternate.url, f"full_{alternate.lang}": alternate.full}
    return values


def _marked(view: PageView, marks: Mapping[str, str]) -> PageView:
    alternates = (
        replace(one, url=marks[f"url_{one.lang}"], full=marks[f"full_{one.lang}"]) for one in view.alternates
    )
    here = replace(view.menu.here, title=marks["here"]) if view.menu.here else None
    return replace(
        view,
        name=marks["name"],
        default=marks["default"],
        card=marks["card"],
        data=marks["data"],
        toc=marks["toc"],
        alternates=tuple(alternates),
        menu=Menu(marks["before"], marks["after"], here),
    )


def _key(context: Mapping[str, Any], values: Mapping[str, str]) -> Any:
    """Return what pages with the same frame have in common."""
    page, view = context["page"], cast(PageView, context["kb"])
    folder = page.url.rstrip("/").rpartition("/")[0]
    meta = (f"{name}={value!r}" for name, value in page.meta.items() if name != "description")
    others = (f"{name}={context[name]!r}" for name in context.keys() - _OF_MKDOCS - _LOOKED_AT)
    given = tuple(bool(value) for value in values.values())
    flags = (*given, "<h1" in values["content"])
    alone = (page.previous_page is None, page.next_page is None, page.is_homepage)
    site = (id(context["config"]), id(context["nav"]), view.base, view.feed, folder)
    return (site, flags, alone, *meta, *sorted(others))


def _filled(frame: tuple[str, ...], values: Mapping[str, str]) -> str:
    return "".join(values[part] if place % 2 else part for place, part in enumerate(frame))
