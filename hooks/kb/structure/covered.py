"""Lines that are no prose: front matter, code fences, HTML comments, marks of a merge conflict."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Cover = Literal["fence", "code", "comment", "front-matter", "conflict", "text"]

_FENCE = re.compile(r"\s*(?:>\s*|[-*+]\s+|\d{1,3}[.)]\s+)*(?P<marker>`{3,}(?=[^`]*$)|~{3,})(?P<info>.*)$")
_CLOSING_FENCE = re.compile(r"\s*(?:>\s*)*(`{3,}|~{3,})\s*$")
_COMMENT = re.compile(r"<!--.*?(-->|$)")
_CONFLICT = re.compile(r"(<{7}|\|{7}|={7}|>{7})(?: .*)?$")
# A heading of a document's own structure, not a comment in a shell or Python script.
_RESUMES = re.compile(r" {0,3}#{2,6}\s|\s*</?(?:details|summary)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Covered:
    """What each line is, None for prose; the lines of fences that nothing closes; where versions
    that git could not merge begin and end."""

    kinds: tuple[Cover | None, ...]
    unclosed: tuple[int, ...]
    conflicts: tuple[tuple[int, int], ...]


def cover(lines: Sequence[str]) -> Covered:
    """Mark the lines of a document that are no prose."""
    kinds: list[Cover | None] = [None] * len(lines)
    unclosed: list[int] = []
    closers = _Closers(lines)
    index = front_matter_length(lines)
    for covered in range(index):
        kinds[covered] = "front-matter"
    while index < len(lines):
        end = index
        text = lines[index]
        if ("```" in text or "~~~" in text) and (fence := _FENCE.match(text)):
            closed = closers.fence(index, fence["marker"])
            if closed is None:
                unclosed.append(index + 1)
                end = closers.resumed(index)
                _fill(kinds, index, ("text", "code", "code"), end)
            else:
                end = closed
                _fill(kinds, index, ("fence", "code", "fence"), end)
        elif text.lstrip().startswith("<!--"):
            end = index if _closed(text) else closers.comment(index)
            if end > index or _only_comment(text):
                kinds[index : end + 1] = ["comment"] * (end + 1 - index)
        index = end + 1
    conflicts = _mark_conflicts(lines, kinds)
    return Covered(tuple(kinds), tuple(unclosed), conflicts)


def _fill(kinds: list[Cover | None], start: int, what: tuple[Cover, Cover, Cover], end: int) -> None:
    """Write the kinds of the first line, of those between, and of the last."""
    first, between, last = what
    for index in range(start, end + 1):
        kinds[index] = first if index == start else last if index == end else between


def front_matter_length(lines: Sequence[str]) -> int:
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

    def __init__(self, lines: Sequence[str]) -> None:
        self._fences: dict[tuple[str, int], list[int]] = {}
        self._openers: list[tuple[int, str]] = []
        self._comments: list[int] = []
        self._resumes: list[int] = []
        for index, text in enumerate(lines):
            if "```" in text or "~~~" in text:
                if fence := _CLOSING_FENCE.match(text):
                    self._fences.setdefault((fence[1][0], len(fence[1])), []).append(index)
                elif opener := _FENCE.match(text):
                    self._openers.append((index, opener["marker"]))
            if "-->" in text:
                self._comments.append(index)
            resumes = _RESUMES.match(text) if "#" in text or "<" in text else None
            if resumes and (index == 0 or not lines[index - 1].strip(" \t-*_")):
                self._resumes.append(index)

    def fence(self, start: int, marker: str) -> int | None:
        """Return the line that closes the fence opened at `start`, None where nothing does.

        A fence in which another one of its kind opens with a language (```` ```python ````) was
        never closed: what closes the second one would otherwise swallow all between them.
        """
        ends = [
            _after(start, found)
            for (sign, length), found in self._fences.items()
            if sign == marker[0] and length >= len(marker)
        ]
        end = min((found for found in ends if found is not None), default=None)
        again = bisect_right(self._openers, (start, "\uffff"))
        if end is not None and again < len(self._openers):
            at, other = self._openers[again]
            resumed = _after(start, self._resumes)
            if at < end and other.startswith(marker) and resumed is not None and resumed < at:
                return None
        return end

    def resumed(self, start: int) -> int:
        """Return the last line of a fence that nothing closes: the one before a heading, or the last."""
        ends = [_after(start, self._resumes)]
        again = bisect_right(self._openers, (start, "\uffff"))
        if again < len(self._openers):
            ends.append(self._openers[again][0])
        return min((end - 1 for end in ends if end is not None), default=start)

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


def _mark_conflicts(lines: Sequence[str], kinds: list[Cover | None]) -> tuple[tuple[int, int], ...]:
    """Mark the lines git wrote between two versions; an example of them in a code block is left alone."""
    found: list[tuple[int, int]] = []
    marks: list[int] = []
    for index, text in enumerate(lines):
        if text[:7] not in ("<<<<<<<", "|||||||", "=======", ">>>>>>>") or kinds[index] == "code":
            continue
        if not _CONFLICT.match(text):
            continue
        if text[0] == "<":
            marks = [index]
        elif marks and text[0] in "|=":
            marks.append(index)
        elif len(marks) > 1:
            found.append((marks[0] + 1, index + 1))
            for mark in (*marks, index):
                kinds[mark] = "conflict"
            marks = []
    return tuple(found)
