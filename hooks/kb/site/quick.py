"""Turn the Markdown of `skeleton.py` into HTML, fifteen times as fast as Python-Markdown.

Generated pages use little of Markdown: containers, headings with ids, raw blocks, flat lists, paragraphs,
links. `convert` knows just that, and returns nothing for a page with anything else in it, which is then
left to Python-Markdown. Both make the same of every page: a test compares them.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kb.rendering.draft import Heading

_BLOCK_TAG = "article|aside|blockquote|details|div|dl|figure|nav|ol|p|section|table|ul|summary"
_CONTAINER = re.compile(r"<(?P<name>div|details|nav|section)(?P<rest>[^<>]*) markdown>")
_END = re.compile(r"</(?:div|details|nav|section)>")
_RAW = re.compile(rf"<(?:{_BLOCK_TAG})\b")
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)\b[^<>]*>")
_VOID = frozenset(("br", "hr", "img", "input", "wbr"))
_HEADING = re.compile(r"(#{1,6}) (\S.*?) \{ #([\w.-]+)((?: [^{}]*)?) \}")
_ITEM = re.compile(r"(?:-|\d+\.) (\S.*)")
_INLINE = re.compile(
    r"(?P<tag></?[a-z][a-z0-9]*(?:\s[^<>]*)?>)"
    r"|\[(?P<text>[^\[\]]*)\]\(<(?P<target>[^<>]*)>\)(?:\{:? ?(?P<attributes>[^{}]*?) ?\})?"
    r"|(?P<plain>[^\[<]+)"
)
# What would mean something to Python-Markdown, or might.
_MARKUP = re.compile(r"[\\`*_{}|\]]| {2}\n|\n[ \t]|&(?!#?\w+;)|\b(?:https?|ftp)://|@")
_STARTS = re.compile(r"^(?:[\s#>|+*=~:\-]|\d+[.)]\s)", re.MULTILINE)
_ATTRIBUTE = re.compile(r"\.([\w-]+)|([\w-]+)=(?:\"([^\"]*)\"|([^\s\"]+))")
_ID = re.compile(r"\sid=\"([^\"]+)\"")


@dataclass(frozen=True, slots=True)
class Converted:
    """A page's HTML, its headings in order, and the ids that can be linked to."""

    html: str
    headings: tuple[Heading, ...]
    anchors: frozenset[str]


class _UnknownError(Exception):
    """Something that is not known here."""


def convert(markdown: str, address: Callable[[str], str | None]) -> Converted | None:
    """Convert a page, or return None. `address` leads to a link's target, if there is such a page."""
    headings: list[Heading] = []
    try:
        written = "\n".join(_blocks(markdown, headings, address))
    except _UnknownError:
        return None
    return Converted(written, tuple(headings), frozenset(_ID.findall(written)))


def _blocks(markdown: str, headings: list[Heading], address: Callable[[str], str | None]) -> Iterator[str]:
    last = ""
    for block in re.split(r"\n{2,}", markdown.strip("\n")):
        while opening := _CONTAINER.match(block):
            yield f"<{opening['name']}{opening['rest']}>"
            block, last = block[opening.end() :].removeprefix("\n"), ""
        if not block:
            continue
        if _END.fullmatch(block):
            kind, written = "", block
        elif _RAW.match(block):
            kind, written = "raw", _raw(block)
        elif found := _HEADING.fullmatch(block):
            kind, written = "heading", _heading(found, headings, address)
        elif _ITEM.match(block):
            kind, written = "list", _list(block, address)
        elif _STARTS.search(block):
            raise _UnknownError
        else:
            kind, written = "text", f"<p>{_inline(block, address)}</p>"
        if kind == last == "list":
            raise _UnknownError
        last = kind
        yield written


def _raw(block: str) -> str:
    """Take a block of HTML as it is; what it opens it must close."""
    depth = 0
    for tag in _TAG.finditer(block):
        if tag[2] not in _VOID:
            depth += -1 if tag[1] else 1
        if " markdown" in tag[0] or (not depth and tag.end() != len(block)):
            raise _UnknownError
    if depth:
        raise _UnknownError
    return block


def _heading(found: re.Match[str], headings: list[Heading], address: Callable[[str], str | None]) -> str:
    level, identifier = len(found[1]), found[3]
    text = _inline(found[2], address)
    headings.append(Heading(identifier, level, html.unescape(_TAG.sub("", text)).strip()))
    return f'<h{level} id="{identifier}"{_attributes(found[4])}>{text}</h{level}>'


def _list(block: str, address: Callable[[str], str | None]) -> str:
    items = [_ITEM.fullmatch(line) for line in block.split("\n")]
    numbered = block[0] != "-"
    if not all(item and (item[0][0] != "-") == numbered for item in items) or block[:2] not in ("- ", "1."):
        raise _UnknownError
    name = "ol" if numbered else "ul"
    written = "\n".join(f"<li>{_inline(item[1], address)}</li>" for item in items if item)
    return f"<{name}>\n{written}\n</{name}>"


def _inline(text: str, address: Callable[[str], str | None]) -> str:
    parts, at = [], 0
    for part in _INLINE.finditer(text):
        if part.start() != at:
            raise _UnknownError
        at = part.end()
        if part["tag"]:
            parts.append(part["tag"])
        elif part["plain"]:
            if _MARKUP.search(part["plain"]) or (part["plain"][-1] == "!" and text[at : at + 1] == "["):
                raise _UnknownError
            parts.append(part["plain"].replace(">", "&gt;"))
        else:
            url = address(html.unescape(part["target"]))
            if url is None:
                raise _UnknownError
            inner = _inline(part["text"], address)
            attributes = _attributes(part["attributes"] or "")
            parts.append(f'<a href="{html.escape(url)}"{attributes}>{inner}</a>')
    if at != len(text):
        raise _UnknownError
    return "".join(parts)


def _attributes(text: str) -> str:
    """Write attributes of `{ .name key=value }` as HTML."""
    found = list(_ATTRIBUTE.finditer(text))
    if _ATTRIBUTE.sub("", text).strip():
        raise _UnknownError
    classes = " ".join(match[1] for match in found if match[1])
    others = [(match[2], match[3] or match[4] or "") for match in found if match[2]]
    named = [("class", classes), *others] if classes else others
    return "".join(f' {name}="{html.escape(value)}"' for name, value in named)
