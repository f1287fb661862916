"""Pages as they must be to open from a disk (`file://`), where folders have no index and modules do not load."""

from __future__ import annotations

import base64
import json
import posixpath
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Final

# A script of this name makes up for what browsers forbid there; it stands before all others.
SCRIPT: Final = "assets/javascripts/disk.js"

_QUOTED = r"""(?:[^>"']|"[^"]*"|'[^']*')*"""
_LINK = re.compile(rf"<a\b{_QUOTED}>", re.IGNORECASE)
_HREF = re.compile(r'(\shref=)"([^"]*)"')
_REFRESH = re.compile(r'(<meta http-equiv="refresh" content="\d+; *url=)([^"]*)"')
_MODULE = re.compile(rf'<script\b(?={_QUOTED}\stype="module"){_QUOTED}\ssrc="([^"]+)"{_QUOTED}></script>')
# A policy of the same origin, and a manifest, mean nothing where every file is an origin of its own.
_USELESS = re.compile(rf'<meta http-equiv="Content-Security-Policy"{_QUOTED}>|<link rel="manifest"{_QUOTED}>')
_HEAD = re.compile(r"<head>")
_FONT = re.compile(r"url\((fonts/[^)]+\.woff2)\)")


@dataclass(frozen=True, slots=True)
class Disk:
    """The files that will be there, and where the site is published (empty if nowhere)."""

    files: Collection[str]
    published: str = ""

    def page(self, path: str, html: str) -> str:
        """Return a page, changed so that its links lead to files, and its modules come as scripts."""
        up = "../" * path.count("/")
        modules = [self._inside(path, src) for src in _MODULE.findall(html)]
        script = f'<script src="{up}{SCRIPT}" data-root="{up or "./"}" data-modules="{" ".join(modules)}"></script>'
        html = _MODULE.sub("", _USELESS.sub("", html))
        html = _LINK.sub(lambda link: _HREF.sub(self._href(path), link[0]), html)
        html = _REFRESH.sub(lambda m: f'{m[1]}{self._target(path, m[2])}"', html)
        return _HEAD.sub(lambda head: f"{head[0]}{script}", html, count=1)

    def _href(self, path: str) -> Callable[[re.Match[str]], str]:
        def replace(found: re.Match[str]) -> str:
            target = self._target(path, found[2])
            return f'{found[1]}"{target}"' if target else ""

        return replace

    def _target(self, path: str, address: str) -> str:
        """Return what a link on the page at `path` must lead to; empty if there is nothing."""
        if self.published and address.startswith(self.published):
            address = "../" * path.count("/") + address.removeprefix(self.published) or "./"
        if not address or re.match(r"[a-z][a-z0-9+.-]*:|//|[#?]", address, re.IGNORECASE):
            return address
        place, rest = re.fullmatch(r"([^?#]*)(.*)", address, re.DOTALL).groups()  # type: ignore[union-attr]
        inside = self._inside(path, place)
        if inside in self.files:
            return address
        index = posixpath.join(inside, "index.html")
        if index in self.files:
            return f"{posixpath.relpath(index, posixpath.dirname(path) or '.')}{rest}"
        folder = "/" if place.endswith("/") else ""
        return f"{self.published}{inside}{folder}{rest}" if self.published else ""

    @staticmethod
    def _inside(path: str, place: str) -> str:
        found = posixpath.normpath(posixpath.join(posixpath.dirname(path), place))
        return "" if found == "." else found


def script(loader: str, modules: Mapping[str, str]) -> str:
    """Return the script for pages on a disk; `modules` are the texts of all modules by path."""
    table = json.dumps(modules, ensure_ascii=False, separators=(",", ":"))
    return f'"use strict"\n{{\nconst MODULES = {table}\n{loader}}}\n'


def with_fonts(css: str, font: Callable[[str], bytes]) -> str:
    """Put fonts into a style sheet: not every browser lets a page on a disk load them."""

    def inline(found: re.Match[str]) -> str:
        data = base64.b64encode(font(found[1])).decode()
        return f"url(data:font/woff2;base64,{data})"

    return _FONT.sub(inline, css)
