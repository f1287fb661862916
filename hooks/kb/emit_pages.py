"""Pages of MkDocs that convert themselves where they can."""

from __future__ import annotations

import html
import json
import posixpath
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any
from urllib.parse import unquote

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from kb.rendering.draft import Heading
from kb.site.nav import Item
from kb.site.quick import convert
from kb.site.skeleton import VirtualPage


class QuickPage(Page):
    """A generated page: MkDocs's own steps, without what only pages written by hand need."""

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the front matter, which is JSON, and the Markdown."""
        source = config.plugins.on_page_read_source(page=self, config=config)
        head, _, body = (source or self.file.content_string).partition("\n---\n\n")
        if source is not None or not head.startswith("---\n{"):
            super().read_source(config)
            return
        self.meta, self.markdown = json.loads(head.removeprefix("---\n")), body
        self.file.content_string = ""  # nobody reads it again, and there may be thousands

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the page, or let MkDocs do so, and say what is wrong with its links."""
        links: dict[File, dict[str, str]] = {}
        converted = convert(self.markdown or "", partial(self._address, files, links))
        if converted is None:
            super().render(config, files)
            return
        self.content, self.markdown = converted.html, ""
        self.toc = get_toc(_nested(converted.headings))
        self.present_anchor_ids = set(converted.anchors)
        self.links_to_anchors = links

    def _address(self, files: Files, links: dict[File, dict[str, str]], target: str) -> str | None:
        """Return where a link leads from this page; None leaves it to MkDocs to complain."""
        if target.startswith(("https://", "http://", "mailto:")):
            return target
        path, hash_sign, anchor = target.partition("#")
        folder = posixpath.dirname(self.file.src_uri)
        src = posixpath.normpath(posixpath.join(folder, unquote(path))) if path else self.file.src_uri
        file = files.src_uris.get(src)
        if file is None or not file.is_documentation_page() or "?" in path:
            return None
        if anchor:
            links.setdefault(file, {})[anchor] = target
        return (file.url_relative_to(self.file) if path else "") + hash_sign + anchor


def _nested(headings: Iterable[Heading]) -> list[Any]:
    """Return headings as Python-Markdown describes them, each with those below it."""
    top: list[Any] = []
    path: list[tuple[int, list[Any]]] = [(0, top)]
    for heading in headings:
        while path[-1][0] >= heading.level:
            path.pop()
        below: list[Any] = []
        name = html.escape(heading.text, quote=False)
        path[-1][1].append({"level": heading.level, "id": heading.id, "name": name, "children": below})
        path.append((heading.level, below))
    return top


def add_quick_pages(
    config: MkDocsConfig, files: Files, menus: Iterable[Item], pages: Mapping[str, VirtualPage]
) -> None:
    """Let the generated pages in the menus convert themselves."""
    for item in menus:
        if item.src in pages and (file := files.src_uris.get(item.src)):
            # As the menu has it: its own template escapes nothing.
            QuickPage(escape(item.title), file, config)
        add_quick_pages(config, files, item.children, pages)
