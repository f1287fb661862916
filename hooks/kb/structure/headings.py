"""Which lines of a document are headings, in all the forms people write them.

`## Title`, `<h2>Title</h2>`, a line underlined with `===` or `---`, and `##Title` without the
space that GitHub asks for.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_OPENING = re.compile(r" {0,3}([#＃]{1,6})(?=[ \t\u3000\xa0]|$)")
_CLOSING = re.compile(r"(?:^|[ \t\u3000\xa0])[#＃]+$")
_GLUED = re.compile(r" {0,3}(#{1,6})(?=[^\s#])(?!#*!)(?!#*\d(?!\d{0,2}[.)]\s?\S))")
_HTML = re.compile(r" {0,3}<h([1-6])\b[^<>]{0,300}>(.{0,2000})</h\1\s*>\s*$", re.IGNORECASE)
_DOUBLE = re.compile(r" {0,3}={2,}[ \t]*$")
_SINGLE = re.compile(r" {0,3}-{3,}[ \t]*$")
# What cannot be a line that is underlined: an item, a quote, a table, a tag, code.
_NO_TITLE = re.compile(r"\s*(?:[-*+>|<]|\d{1,3}[.)]\s)|\s{4}|\t")
_STATEMENT = re.compile(r"[.。!]\s*$|다\s*$|\|")
_HASHTAGS = re.compile(r"#\S+\s+#\S")
# What begins a line that may be a heading by itself.
_SIGNS = frozenset("#＃<")
_LONGEST_UNDERLINED = 120
_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading's level and text; `glued` tells that no space follows its `#`, `underlined` that a
    line of signs below it makes it one."""

    level: int
    content: str
    glued: bool = False
    underlined: bool = False


def find_headings(texts: Sequence[str], kinds: Sequence[str]) -> Mapping[int, Heading]:
    """Return the headings of a document by the index of their line.

    `kinds` says of each line whether it is prose (`text`, `rule`, `blank`) or something else.
    """
    marked = [(i, t) for i, t in enumerate(texts) if kinds[i] == "text" and t.lstrip(" ")[:1] in _SIGNS]
    found = {i: h for i, text in marked if (h := _plain(text))}
    glued = {i: h for i, text in marked if (h := _glued(text))}
    deep = sum(h.level > 1 for h in found.values())
    numbered = sum(head.content[:1].isdecimal() for head in glued.values())
    for index, head in glued.items():
        # `##3. Title` may as well be a step inside an answer, where other headings ask.
        if head.content[:1].isdecimal() and (deep or numbered < _SEVERAL):
            continue
        # A lone `#word` is a tag; a file that glues all its headings means them as headings.
        if head.level > 1 or (not found and len(glued) > 1 and _alone(kinds, index)):
            found[index] = head
    found.update(_underlined(texts, kinds, atx=deep + len(glued) > 0))
    return dict(sorted(found.items()))


def _plain(text: str) -> Heading | None:
    if opening := _OPENING.match(text):
        content = text[opening.end() :].strip()
        closing = _CLOSING.search(content) if content.endswith(("#", "＃")) else None
        return Heading(len(opening[1]), content[: closing.start()].rstrip() if closing else content)
    if "<h" in text.lower() and (tagged := _HTML.match(text)):
        return Heading(int(tagged[1]), tagged[2].strip())
    return None


def _glued(text: str) -> Heading | None:
    match = _GLUED.match(text)
    if match is None or (len(match[1]) == 1 and _HASHTAGS.search(text)):
        return None
    content = text[match.end() :].strip()
    return Heading(len(match[1]), content.rstrip("#").rstrip(), glued=True)


def _alone(kinds: Sequence[str], index: int) -> bool:
    """Tell whether nothing but a blank line stands above."""
    return index == 0 or kinds[index - 1] in ("blank", "rule", "front-matter", "comment")


def _underlined(texts: Sequence[str], kinds: Sequence[str], *, atx: bool) -> Mapping[int, Heading]:
    """Return the lines that signs below make headings.

    Where a document has headings of its own, `---` under a line is meant to separate it from what
    follows, whatever GitHub makes of it.
    """
    double: dict[int, Heading] = {}
    single: dict[int, Heading] = {}
    for index in range(len(texts) - 1):
        below = texts[index + 1]
        if (
            kinds[index] != "text"
            or below.lstrip(" ")[:1] not in ("=", "-")
            or kinds[index + 1] == "conflict"
        ):
            continue
        title = texts[index].strip()
        if len(title) > _LONGEST_UNDERLINED or _NO_TITLE.match(texts[index]) or not _alone(kinds, index):
            continue
        if _DOUBLE.match(below):
            double[index] = Heading(1, title, underlined=True)
        elif _SINGLE.match(below) and not _STATEMENT.search(title):
            single[index] = Heading(2, title, underlined=True)
    return double | single if double or (not atx and len(single) > 1) else {}
