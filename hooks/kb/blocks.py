"""What every dialect needs to know of a document's lines: headings, fences, `<details>`, lists.

One pass over the lines; no Markdown is rendered here. A line inside a code fence, an HTML
comment or the front matter is never a heading, whatever it looks like.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

Kind = Literal["blank", "heading", "rule", "fence", "code", "comment", "front-matter", "text"]

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t\u3000]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})$")
_FENCE = re.compile(r"\s*(?:[-*+>]\s+|\d{1,3}[.)]\s+)*(`{3,}(?=[^`]*$)|~{3,})(.*)$")
_CLOSING_FENCE = re.compile(r"\s*(?:>\s*)*(`{3,}|~{3,})\s*$")
_DETAILS = re.compile(r"<(/?)details\b[^>]*>", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?(-->|$)")
_INLINE_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")


@dataclass(frozen=True, slots=True)
class Line:
    """One source line. `level` and `content` are a heading's; `details` counts open `<details>`."""

    number: int
    text: str
    kind: Kind
    level: int = 0
    content: str = ""
    details: int = 0

    @property
    def indent(self) -> int:
        """Columns of leading white space; a tab reaches the next multiple of four."""
        expanded = self.text.expandtabs(4)
        return len(expanded) - len(expanded.lstrip(" "))


@dataclass(frozen=True, slots=True)
class Outline:
    """A document's lines as scanned; `unclosed` are the lines of fences that nothing closes."""

    lines: tuple[Line, ...]
    unclosed: tuple[int, ...] = ()

    def headings(self) -> tuple[Line, ...]:
        """Return the headings that are not inside `<details>`."""
        return tuple(line for line in self.lines if line.kind == "heading" and not line.details)

    def text(self, start: int, end: int) -> tuple[Line, ...]:
        """Return the lines numbered `start` to `end`, both inclusive."""
        return self.lines[start - 1 : end]


def scan(lines: tuple[str, ...]) -> Outline:
    """Classify every line of a document."""
    kinds, unclosed = _covered(lines)
    found: list[Line] = []
    details = 0
    for number, text in enumerate(lines, 1):
        kind = kinds[number - 1] or _plain_kind(text)
        level, content = 0, ""
        if kind == "heading" and (match := _HEADING.match(text)):
            level, content = len(match[1]), (match[2] or "").strip()
        opens, closes = _details_tags(text) if kind in ("text", "heading") else (0, 0)
        found.append(Line(number, text, kind, level, content, details))
        details = max(0, details + opens - closes)
    return Outline(tuple(found), unclosed)


def _plain_kind(text: str) -> Kind:
    if not text.strip(" \t\u3000\ufeff\u200b\xa0"):
        return "blank"
    if _RULE.match(text):
        return "rule"
    return "heading" if _HEADING.match(text) else "text"


def _details_tags(text: str) -> tuple[int, int]:
    if "<" not in text:
        return 0, 0
    tags = _DETAILS.findall(_INLINE_CODE.sub("", text))
    return tags.count(""), tags.count("/")


def _covered(lines: tuple[str, ...]) -> tuple[list[Kind | None], tuple[int, ...]]:
    """Mark the lines that belong to the front matter, a fence or a comment."""
    kinds: list[Kind | None] = [None] * len(lines)
    unclosed: list[int] = []
    closers = _Closers(lines)
    index = front_matter_length(lines)
    for covered in range(index):
        kinds[covered] = "front-matter"
    while index < len(lines):
        end = index
        if fence := _FENCE.match(lines[index]):
            closed = closers.fence(index, fence[1])
            if closed is None:
                unclosed.append(index + 1)
                kinds[index] = "text"
            else:
                end = closed
                kinds[index : end + 1] = ["fence", *["code"] * (end - index - 1), "fence"]
        elif lines[index].lstrip().startswith("<!--"):
            end = index if _closed(lines[index]) else closers.comment(index)
            if end > index or _only_comment(lines[index]):
                kinds[index : end + 1] = ["comment"] * (end + 1 - index)
        index = end + 1
    return kinds, tuple(unclosed)


def front_matter_length(lines: tuple[str, ...]) -> int:
    """Return how many lines the front matter takes, both `---` included; 0 where there is none."""
    if not lines or lines[0].rstrip() != "---":
        return 0
    for index in range(1, len(lines)):
        if lines[index].rstrip() in ("---", "..."):
            return index + 1
        if lines[index].startswith("##"):
            return 0
    return 0


class _Closers:
    """Where fences and comments can end, indexed so that many unclosed ones stay cheap."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        self._fences: dict[tuple[str, int], list[int]] = {}
        self._comments: list[int] = []
        for index, text in enumerate(lines):
            if fence := _CLOSING_FENCE.match(text):
                self._fences.setdefault((fence[1][0], len(fence[1])), []).append(index)
            if "-->" in text:
                self._comments.append(index)

    def fence(self, start: int, marker: str) -> int | None:
        """Return the first line after `start` that closes a fence opened by `marker`."""
        ends = [
            _after(start, found)
            for (sign, length), found in self._fences.items()
            if sign == marker[0] and length >= len(marker)
        ]
        return min((end for end in ends if end is not None), default=None)

    def comment(self, start: int) -> int:
        """Return the line that closes a comment, `start` itself where nothing does."""
        end = _after(start, self._comments)
        return start if end is None else end


def _after(start: int, found: list[int]) -> int | None:
    at = bisect_right(found, start)
    return found[at] if at < len(found) else None


def _closed(text: str) -> bool:
    return text.rfind("-->") > text.rfind("<!--")


def _only_comment(text: str) -> bool:
    return "-->" in text and not _COMMENT.sub("", text).strip()
