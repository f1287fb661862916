"""Split an answer into its text and the sources it names.

Recognised: a closing section under a heading (`#### References`, `##### Reference`, `REF`,
`참고`, `출처` …), and lines of their own such as `참고 : <https://…>` or `출처: [title](url)`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kb.blocks import Line
from kb.model import Reference

_WORDS = (
    r"references?|refs?|sources?|further reading|참고\s*문헌|참고\s*자료|참고\s*링크"
    r"|참고한?\s*(?:글|사이트)?|출처|레퍼런스"
)
_HEADING_TEXT = re.compile(rf"[\W\d_]*(?:{_WORDS})\W*", re.IGNORECASE)
_LABEL = re.compile(rf"^[\s>*_\-+\[(]*(?:{_WORDS})[\])*_]*\s*[:：]\s*(?P<rest>.*)$", re.IGNORECASE)
_LINK = re.compile(
    r"!?\[(?P<title>(?:[^\[\]\n]|\[[^\[\]\n]{0,200}\]){0,500})\]"
    r"\(\s*<?(?P<url>[^\s<>()]{0,2000}(?:\([^\s<>()]{0,500}\)[^\s<>()]{0,2000})*)>?"
    r"(?:\s+\"[^\"\n]{0,300}\")?\s*\)"
)
_BARE = re.compile(r"<?(?P<url>https?://[^\s<>\"]{1,2000})>?")
_MARKS = re.compile(r"^[\s>*+\-\d.)\[\]]+(?=\S)|[\s*_]+$")


@dataclass(frozen=True, slots=True)
class Split:
    """`body` are the lines that stay, `references` what was named in or taken out of them."""

    body: tuple[Line, ...]
    references: tuple[Reference, ...]


def is_reference_heading(line: Line) -> bool:
    """Tell whether a heading opens a list of sources."""
    return line.kind == "heading" and bool(_HEADING_TEXT.fullmatch(plain(line.content)))


def split_references(lines: Sequence[Line]) -> Split:
    """Take the closing reference section out of `lines`, and note the sources named on the way.

    A section is taken only if nothing but list items, quotes and plain lines stands in it: a
    picture or code block under "References" is somebody's answer and stays in the body.
    """
    start = _section_start(lines)
    section = lines[start:]
    body = tuple(lines[:start])
    inline = [ref for line in body if line.kind == "text" for ref in _labelled(line.text)]
    listed = [ref for line in section[1:] for ref in _listed(line.text)]
    return Split(body, tuple(dict.fromkeys([*inline, *listed])))


def _section_start(lines: Sequence[Line]) -> int:
    """Return the index of the closing reference heading, or the number of lines."""
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if line.kind == "heading":
            return index if is_reference_heading(line) and not line.details else len(lines)
        if line.kind not in ("blank", "text", "rule", "comment") or "![" in line.text or "<img" in line.text:
            return len(lines)
    return len(lines)


def _labelled(text: str) -> Iterator[Reference]:
    match = _LABEL.match(text)
    if match and _BARE.search(match["rest"]):
        yield from _listed(match["rest"])


def _listed(text: str) -> Iterator[Reference]:
    """Yield what one line of a reference list names: its links, or its words where it has none."""
    links = list(_LINK.finditer(text))
    if links:
        for link in links:
            if link["url"] or link["title"].strip():
                yield Reference(plain(link["title"]) or link["url"], link["url"])
        return
    bare = _BARE.search(text)
    words = plain(_MARKS.sub("", _BARE.sub(" ", text)))
    if bare:
        url = bare["url"].rstrip(".,;")
        yield Reference(words.strip(" :-–—") or url, url)
    elif words:
        yield Reference(words, "")


def plain(text: str) -> str:
    """Drop Markdown emphasis, code marks, links and HTML tags from one line of text."""
    text = _LINK.sub(lambda m: m["title"], text)
    text = re.sub(r"</?[A-Za-z][^<>]{0,500}>", " ", text)
    text = re.sub(r"(\*\*|__|~~|`+)(?=\S)(.+?)(?<=\S)\1", r"\2", text)
    text = re.sub(r"(?<![\w*])([*_])(?=[^\s*_])([^*_]+?)(?<=\S)\1(?![\w*])", r"\2", text)
    return re.sub(r"\s+", " ", text).strip()
