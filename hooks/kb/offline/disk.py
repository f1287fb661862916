"""Pages as they must be to open from a disk (`file://`): folders have no index there, modules do not load."""

from __future__ import annotations

import base64
import json
import posixpath
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
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
# With it, Material's script would tell no other script that the page is there.
_INSTANT = re.compile(r'"navigation\.instant"(?:, )?')
_HEAD = re.compile(r"<head>")
_ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL)
_SYNTAX = re.compile(r"^(?:import|export)\s+[\w{*\"]", re.MULTILINE)
_DYNAMIC = re.compile(r"\bimport\(")
_FONT = re.compile(r"url\(([^):]+\.woff2)\)")


@dataclass(frozen=True, slots=True)
class Disk:
    """The files that will be there, and where the site is published (empty if nowhere)."""

    files: Collection[str]
    published: str = ""

    def page(self, path: str, html: str) -> str:
        """Return a page, changed so that its links lead to files, and its modules come as scripts."""
        up = "../" * path.count("/")
        modules = [self._inside(path, src) for src in _MODULE.findall(html)]
        data = f'data-root="{up or "./"}" data-modules="{" ".join(modules)}"'
        script = f'<script src="{up}{SCRIPT}" {data}></script>'
        html = _INSTANT.sub("", _MODULE.sub("", _USELESS.sub("", html)), count=1)
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


def is_module(path: str, code: str) -> bool:
    """Say whether a script is a module, which a browser does not load from a disk."""
    return path.endswith(".mjs") or (path.endswith(".js") and bool(_SYNTAX.search(code)))


def script(loader: str, modules: Mapping[str, str]) -> str:
    """Return the script for pages on a disk; `modules` are the texts of all modules by path."""
    table = json.dumps(modules, ensure_ascii=False, separators=(",", ":"))
    return f'"use strict"\n{{\nconst MODULES = {table}\n{loader}}}\n'


def importing(path: str, code: str) -> str:
    """Return a script that gets the modules it asks for from the script above."""
    return _DYNAMIC.sub(f"kbImport({json.dumps(path)}, ", code)


def handed(path: str, text: str) -> str:
    """Return a script that hands over the text of a file; of a page only what it says."""
    found = _ARTICLE.search(text) if path.endswith(".html") else None
    value = json.dumps(found[0] if found else text, ensure_ascii=False)
    return f"kbDisk({json.dumps(path, ensure_ascii=False)},{value})\n"


def with_fonts(css: str, folder: Path) -> str:
    """Put the fonts of a style sheet in `folder` into it: not every page on a disk may load them."""

    def inline(found: re.Match[str]) -> str:
        data = base64.b64encode((folder / found[1]).read_bytes()).decode()
        return f"url(data:font/woff2;base64,{data})"

    return _FONT.sub(inline, css)
