"""Split an answer into its text and the sources it names.

Recognised: a closing section under a heading (`#### References`, `REF`, `참고`, `출처` …) or under
such a word in a line of its own, lines such as `참고 : <https://…>` or `[출처] https://…`, a quote
of nothing but links at the end, and links in the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kb.blocks import Line
from kb.model import Reference
from kb.structure.bodies import is_navigation
from kb.wording.folding import fold
from kb.wording.inlines import BARE, LINK, plain
from kb.wording.labels import is_source_label

# "참고 : …", "[출처] …", "**Ref)** …", "- Source: …"; the word is checked apart.
_LABELLED = re.compile(
    r"[\s>*_\-+]{0,40}[\[(<]{0,2}(?P<label>[^\W\d_][^\W_]{0,20}(?:[ \t][^\W\d_]{1,12}){0,2})[ \t]{0,4}"
    r"(?P<mark>[\])>*_:： \t]{1,12})(?P<rest>\S.*)?$"
)
_MARKS = re.compile(r"(?:[\s>*+\-]|\d{1,3}[.)](?=\s)|\[[ xX\d]{1,3}\](?=\s))+")
_QUOTED = re.compile(r"\s{0,3}>")
_NO_LETTERS = re.compile(r"[\W_]*")
_SOURCE_WORD = re.compile(
    r"[\W_]*(?:src|source|sources|answer|answers|link|ref|references?|출처|참고|링크|정답)[\W_]*"
)
_TAIL = re.compile(
    r"(?:\s{0,9}[\[(]?\s{0,9}\[{1,2}[^\[\]]{0,40}\]{1,2}\(\s?https?://[^\s()]{1,2000}\s?\)\s?[\])]?){1,9}$"
)
_PICTURE = re.compile(r"!\[|<img\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Split:
    """`body` are the lines that stay, `references` what was named in or taken out of them."""

    body: tuple[Line, ...]
    references: tuple[Reference, ...]


def is_reference_heading(line: Line) -> bool:
    """Tell whether a heading opens a list of sources."""
    return line.kind == "heading" and is_source_label(plain(line.content))


def split_references(lines: Sequence[Line]) -> Split:
    """Take the closing list of sources out of `lines`, and note the sources named on the way.

    A section is taken only if nothing but list items, quotes and plain lines stands in it: a
    picture or code block under "References" is somebody's answer and stays in the body.
    """
    start = _section_start(lines)
    section = lines[start:]
    rest = lines[:start]
    end = _tail_start(rest)
    inline = [ref for line in rest if line.kind == "text" for ref in _labelled(line.text)]
    quoted = [ref for line in rest[end:] for ref in _listed(line.text) if not _labelled_parts(line.text)]
    listed = [ref for line in section for ref in _of_section(line)]
    return Split(tuple(rest[:end]), tuple(dict.fromkeys([*inline, *quoted, *listed])))


def title_references(markdown: str) -> tuple[Reference, ...]:
    """Return the sources a title links to, called by the words of the link."""
    return tuple(
        Reference(plain(link["title"]) or link["url"], link["url"])
        for link in LINK.finditer(markdown)
        if link["url"].lower().startswith(("http://", "https://")) and not link["image"]
    )


def without_source_links(markdown: str) -> str:
    """Drop the links to sources that close a title: `What is dropout? [[src](https://…)]`."""
    markdown = markdown.rstrip()
    tail = _TAIL.search(markdown) if markdown.endswith((")", "]")) else None
    if (
        tail
        and tail.start()
        and all(_SOURCE_WORD.fullmatch(fold(m["title"])) for m in LINK.finditer(tail[0]))
    ):
        return markdown[: tail.start()]
    return markdown


def _section_start(lines: Sequence[Line]) -> int:
    """Return the index of the closing reference heading or label, or the number of lines."""
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if line.kind == "heading":
            opens = is_reference_heading(line) and not line.details and not _is_note(line, lines[index + 1 :])
            return index if opens else len(lines)
        if line.kind not in ("blank", "text", "rule", "underline", "comment") or _PICTURE.search(line.text):
            return len(lines)
        if line.kind == "text" and is_bare_label(line.text):
            named = [n.text for n in lines[index + 1 :] if n.kind == "text"]
            return index if named and all(map(_has_link, named)) else len(lines)
    return len(lines)


def _is_note(heading: Line, below: Sequence[Line]) -> bool:
    """Tell whether what a heading calls 참고 is a remark rather than a list of sources."""
    said = [line.text for line in below if line.kind == "text"]
    items = all(re.match(r"\s*(?:[>*+\-]|\d{1,3}[.)])\s", text) for text in said)
    return (
        fold(plain(heading.content)).strip(" :*_") == "참고" and not items and not any(map(_has_link, said))
    )


def _has_link(text: str) -> bool:
    return "](" in text or bool(BARE.search(text))


def is_bare_label(text: str) -> bool:
    """Tell whether a line holds nothing but the word for sources: `**REF**`, `출처 :`."""
    return len(text) < 60 and "](" not in text and is_source_label(plain(text))


def _of_section(line: Line) -> Iterator[Reference]:
    """Yield what a line of the closing section names, the label at its head aside."""
    if line.kind == "heading" or (line.kind == "text" and is_bare_label(line.text)):
        return
    parts = _labelled_parts(line.text)
    yield from _listed(parts if parts else line.text)


def _tail_start(lines: Sequence[Line]) -> int:
    """Return the index from which on there are only labelled sources, or a quote of links."""
    start = index = len(lines)
    while index:
        line = lines[index - 1]
        if line.kind == "text" and not is_navigation(line.text):
            quoted = bool(_QUOTED.match(line.text)) and _links_only(line.text)
            if not (quoted or next(_labelled(line.text), None) or _calls_itself_source(line.text)):
                break
            start = index - 1
        elif line.kind not in ("blank", "text"):
            break
        index -= 1
    # A quote that goes on above is not one of links alone.
    if 0 < start < len(lines) and _QUOTED.match(lines[start].text) and _QUOTED.match(lines[start - 1].text):
        above = lines[start - 1].text
        return len(lines) if _has_words(above) and not is_navigation(above) else start
    return start


def _has_words(text: str) -> bool:
    return not _NO_LETTERS.fullmatch(text)


def _links_only(text: str) -> bool:
    """Tell whether a line is made of links and nothing else; `> - []()` is one."""
    if "](" not in text and not BARE.search(text):
        return False
    if _PICTURE.search(text):
        return False
    return bool(_NO_LETTERS.fullmatch(BARE.sub(" ", LINK.sub(" ", text))))


def _calls_itself_source(text: str) -> bool:
    """Tell whether a line is a link with no better name than `[reference](https://…)`."""
    names = [link["title"] for link in LINK.finditer(text)] if _links_only(text) else []
    return bool(names) and all(map(is_source_label, names))


def _labelled(text: str) -> Iterator[Reference]:
    rest = _labelled_parts(text) if "://" in text else ""
    if rest and BARE.search(rest):
        yield from _listed(rest)


def _labelled_parts(text: str) -> str:
    """Return what follows the word for sources at the head of a line, empty where there is none."""
    match = _LABELLED.match(text)
    if not match or not match["rest"] or not is_source_label(match["label"]):
        return ""
    link = match["mark"].endswith("]") and match["rest"].startswith("(")
    return match["rest"] if match["mark"].strip("*_ \t") and not link else ""


def _listed(text: str) -> Iterator[Reference]:
    """Yield what one line of a reference list names: its links, or its words where it has none.

    Words before a link, between two and after the last belong to a link's title.
    """
    text = text[head.end() :] if (head := _MARKS.match(text)) else text
    links = [link for link in LINK.finditer(text) if link["url"].strip() or link["title"].strip()]
    if links:
        at = 0
        for index, link in enumerate(links):
            after = text[link.end() :] if index == len(links) - 1 else ""
            words = _words(f"{text[at : link.start()]} {link['title']} {after}")
            if words or link["url"]:
                yield Reference(words or link["url"], link["url"])
            at = link.end()
        return
    bare = BARE.search(text)
    words = _words(BARE.sub(" ", text))
    if bare:
        url = _closed(bare["url"].rstrip(".,;"))
        yield Reference(words or url, url)
    elif words and "[](" not in text.replace(" ", ""):
        yield Reference(words, "")


def _closed(url: str) -> str:
    """Drop the bracket that closes what stands round an address, not one of its own."""
    return url[:-1] if url.endswith(")") and url.count(")") > url.count("(") else url


def _words(text: str) -> str:
    words = plain(text).strip(" :-–—,·|*_")
    return words if words.count("[") == words.count("]") else words.strip("[](")
