"""Read the files of a built site for what they refer to, and what can be referred to in them."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

_ADDRESSES = {
    "a": ("href",), "area": ("href",), "link": ("href",), "script": ("src",), "img": ("src",),
    "source": ("src",), "video": ("src", "poster"), "audio": ("src",), "track": ("src",), "iframe": ("src",),
    "object": ("data",), "form": ("action",), "image": ("href", "xlink:href"), "use": ("href", "xlink:href"),
}  # fmt: skip
_TOLD = ("og:url", "og:image")
_CSS_URL = re.compile(r"url\(\s*(['\"]?)(.*?)\1\s*\)")
_REFRESH = re.compile(r"\s*\d+\s*;\s*url=(.*)", re.IGNORECASE)
_NAMES_ADDRESSES = ("aria-labelledby", "aria-describedby", "aria-controls", "for")


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with a file of the site; `line` is 0 where it has none."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}" if self.line else f"{self.path}: {self.message}"


@dataclass(frozen=True, slots=True)
class Reference:
    """An address in a file, as it is written there."""

    address: str
    line: int


@dataclass(slots=True)
class Contents:
    """What a file refers to, and the ids in it; `named` are ids that it uses itself.

    `edit` is where its source is changed, `redirect` where it leads on.
    """

    references: list[Reference] = field(default_factory=list)
    ids: Counter[str] = field(default_factory=Counter)
    named: list[Reference] = field(default_factory=list)
    without_alt: list[int] = field(default_factory=list)
    redirect: str = ""
    edit: str = ""


@dataclass(frozen=True)
class BuiltSite:
    """A built site in a folder; `root` is the address at which it is to be published."""

    folder: Path
    root: str

    @cached_property
    def files(self) -> frozenset[str]:
        """The paths of all files."""
        found = (path for path in self.folder.rglob("*") if path.is_file())
        return frozenset(path.relative_to(self.folder).as_posix() for path in found)

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """The paths of all pages."""
        return tuple(sorted(path for path in self.files if path.endswith(".html")))

    @cached_property
    def contents(self) -> Mapping[str, Contents]:
        """What the files that can refer to others hold, by path."""
        return {path: _READERS[kind](self.text(path)) for path, kind in self._readable()}

    def text(self, path: str) -> str:
        """Return a file's text."""
        return (self.folder / path).read_text(encoding="utf-8")

    def address(self, path: str) -> str:
        """Return the address at which a file is published."""
        return self.root + re.sub(r"(^|/)index\.html$", r"\1", path)

    def _readable(self) -> Iterator[tuple[str, str]]:
        for path in sorted(self.files):
            kind = path.rpartition(".")[2]
            if kind in _READERS:
                yield path, kind


def built_site(folder: Path) -> BuiltSite:
    """Return the site in `folder`; its root page tells where it is to be published."""
    index = (folder / "index.html").read_text(encoding="utf-8")
    canonical = re.search(r'<link rel="canonical" href="([^"]+)"', index)
    return BuiltSite(folder, canonical[1] if canonical else "http://site.invalid/")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = Contents()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        line = self.getpos()[0]
        for address in _addresses(tag, given):
            self.found.references.append(Reference(address, line))
        self.found.ids.update(filter(None, [given.get("id")]))
        if tag == "a" and "name" in given and given["name"] != given.get("id"):
            self.found.ids[given["name"]] += 1
        named = " ".join(given.get(name, "") for name in _NAMES_ADDRESSES)
        self.found.named += [Reference(name, line) for name in named.split()]
        if "edit" in given.get("rel", "").split():
            self.found.edit = given.get("href", "")
        if tag == "img" and "alt" not in given:
            self.found.without_alt.append(line)
        if given.get("http-equiv", "").lower() == "refresh" and (to := _REFRESH.match(given["content"])):
            self.found.redirect = to[1]
            self.found.references.append(Reference(to[1], line))


def _addresses(tag: str, given: Mapping[str, str]) -> Iterator[str]:
    yield from (given[name] for name in _ADDRESSES.get(tag, ()) if name in given)
    if "srcset" in given:
        yield from (part.split()[0] for part in given["srcset"].split(",") if part.strip())
    if given.get("property") in _TOLD:
        yield given.get("content", "")
    if "style" in given:
        yield from (match[2] for match in _CSS_URL.finditer(given["style"]))


def _read_html(text: str) -> Contents:
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.found


def _read_css(text: str) -> Contents:
    return Contents([Reference(m[2], text.count("\n", 0, m.start()) + 1) for m in _CSS_URL.finditer(text)])


def _read_xml(text: str) -> Contents:
    """Read a sitemap or a feed, which hold nothing but full addresses."""
    found = []
    for element in ElementTree.fromstring(text.encode()).iter():
        found += [element.get("href", ""), element.get("url", ""), (element.text or "").strip()]
    return Contents([Reference(a, 0) for a in found if re.match(r"https?://\S+$", a)])


def _read_manifest(text: str) -> Contents:
    told: dict[str, Any] = json.loads(text)
    icons: Iterable[dict[str, str]] = told.get("icons", ())
    return Contents([Reference(a, 0) for a in (told["start_url"], *(icon["src"] for icon in icons))])


_READERS = {
    "html": _read_html, "svg": _read_html, "css": _read_css, "xml": _read_xml, "webmanifest": _read_manifest,
}  # fmt: skip
