"""Write the small Markdown pages that MkDocs renders; fragments are put in place afterwards."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from functools import lru_cache

from kb.model import Lang
from kb.packed import Packed, packed
from kb.rendering.draft import Heading
from kb.rendering.typography import keep_brackets

_MARKUP = re.compile(r"[&<>\"'\\`*_{}\[\]$~^=|!#:@]")
# What makes a list of a line that begins with it.
_ITEM = re.compile(r"^(\d*)([+\-.)])")


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a page that is filled with finished HTML.

    `headings` go into the table of contents under the heading whose id is `under`.
    """

    token: str
    content: Packed
    under: str = ""
    headings: tuple[Heading, ...] = ()

    @property
    def html(self) -> str:
        """What the slot is filled with."""
        return self.content.text


def filled(token: str, html: str, under: str = "", headings: tuple[Heading, ...] = ()) -> Slot:
    """Return a slot that is filled with `html`."""
    return Slot(token, packed(html), under, headings)


@dataclass(frozen=True, slots=True)
class VirtualPage:
    """One page of one language. `src` is its path in the docs tree, `edit` the source file on disk.

    `label` names the page in the menu where its `title` is not the right one for it. `card` is the path
    of the picture that stands for the page elsewhere, `data` what search engines are told, as JSON-LD.
    """

    src: str
    lang: Lang
    title: str
    markdown: str
    edit: str = ""
    slots: tuple[Slot, ...] = ()
    label: str = ""
    card: str = ""
    data: str = ""


@lru_cache(maxsize=50_000)  # titles stand on many pages
def plain(text: str) -> str:
    """Escape `text` so that Markdown shows it as it is, on one line of source."""
    escaped = _MARKUP.sub(lambda m: f"&#{ord(m[0])};", " ".join(text.split()))
    return keep_brackets(_ITEM.sub(lambda m: f"{m[1]}&#{ord(m[2])};", escaped))


def link(text: str, target: str, css: str = "") -> str:
    """Write a link to `target`, a page's path or a web address; `text` is shown as it is."""
    attributes = f"{{ .{css} }}" if css else ""
    return f"[{plain(text)}](<{_address(target)}>){attributes}"


def _address(target: str) -> str:
    """Return `target` fit for a link in angle brackets."""
    return re.sub(r"[\s<>\\]", lambda m: f"%{ord(m[0]):02X}", target.strip())


def heading(level: int, text: str, identifier: str) -> str:
    """Write a heading with an id of its own, the same in both languages."""
    return f"{'#' * level} {plain(text)} {{ #{identifier} }}"


def span(text: str, css: str, lang: Lang | None = None) -> str:
    """Write inline text with a class, and its language where that is not the page's."""
    language = f' lang="{lang}"' if lang else ""
    return f'<span class="{css}"{language}>{html.escape(text)}</span>'


def box(css: str, *inner: str, role: str = "", label: str = "") -> str:
    """Write a block with a class round Markdown blocks."""
    attributes = f' role="{role}"' if role else ""
    attributes += f' aria-label="{html.escape(label)}"' if label else ""
    return f'<div class="{css}"{attributes} markdown>\n\n{blocks(*inner)}\n\n</div>'


def slot_mark(token: str) -> str:
    """Return the mark a slot's HTML takes the place of."""
    return f'<div data-kb-slot="{token}"></div>'


def blocks(*parts: str) -> str:
    """Join Markdown blocks, leaving out empty ones."""
    return "\n\n".join(p for p in parts if p)


def page_source(description: str, *parts: str, in_search: bool = True) -> str:
    """Write a page with its front matter."""
    meta: dict[str, object] = {"description": html.escape(" ".join(description.split()))}
    if not in_search:
        meta["search"] = {"exclude": True}
    return f"---\n{json.dumps(meta, ensure_ascii=False)}\n---\n\n{blocks(*parts)}\n"
