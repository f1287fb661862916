"""Tables of contents: which lines they take, and what they call the places they link to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from kb.blocks import Line
from kb.wording.inlines import plain

# The link text may hold brackets and span lines; the bounds keep hostile input linear.
_LINK = re.compile(r"\[((?:[^\[\]]|\[[^\[\]]{0,80}\]){1,1000}?)\]\(\s*<?([#*][^)\s>]{0,300})>?\s*\)")
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])?\s*\[")
_REST = re.compile(r"[\s\-*+|.·•>()\d]*")


@dataclass(frozen=True, slots=True)
class TocLink:
    """One link of a table of contents: where it stands, what it says, its target without `#`.

    `column` is how deep it is indented.
    """

    line: int
    end: int
    text: str
    lines: tuple[str, ...]
    target: str
    column: int = 0


def slug(text: str) -> str:
    """Return what GitHub's anchors of headings have in common: letters and digits alone."""
    return re.sub(r"[\W_]+", "", unquote(text)).casefold()


def toc_links(lines: Sequence[Line]) -> tuple[TocLink, ...]:
    """Find the links to places in the same document in lines that hold nothing else."""
    found: list[TocLink] = []
    index = 0
    while index < len(lines):
        link, taken = _link_at(lines, index)
        if link:
            found.append(link)
        index += taken
    return tuple(found)


def _link_at(lines: Sequence[Line], index: int) -> tuple[TocLink | None, int]:
    first = lines[index]
    if first.kind != "text" or not _ITEM.match(first.text):
        return None, 1
    run = [first.text]
    for line in lines[index + 1 : index + 12]:
        if "](" in run[-1] or line.kind != "text" or _ITEM.match(line.text):
            break
        run.append(line.text)
    joined = "\n".join(run)
    match = _LINK.search(joined)
    if (
        not match
        or not _REST.fullmatch(joined[: match.start()])
        or not _REST.fullmatch(joined[match.end() :])
    ):
        return None, 1
    parts = tuple(p for p in (plain(part) for part in match[1].split("\n")) if p)
    end = first.number + len(run) - 1
    return TocLink(first.number, end, plain(match[1]), parts, match[2].lstrip("#*"), first.indent), len(run)
