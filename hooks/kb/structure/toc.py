"""Tables of contents: which lines they take, and what they call the places they link to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from kb.blocks import Line
from kb.wording.inlines import plain

# The link text may hold brackets and span lines; the bounds keep hostile input linear.
# An address may name the file as well, as it stands on a forge.
_LINK = re.compile(
    r"\[((?:[^\[\]]|\[[^\[\]]{0,80}\]){1,1000}?)\]"
    r"\(\s*<?(?P<file>https?://[^\s()<>#]{1,300}/blob/[^\s()<>#]{1,300}\.md(?=#))?(?P<target>[#*][^)\s>]{0,300})>?\s*\)"
)
_ITEM = re.compile(r"\s*(?:(?:[-*+]|\d{1,3}[.)])\s*){0,2}\[")
_REST = re.compile(r"(?:[\s\-*+|.·•>()\d]|<br\s*/?>)*", re.IGNORECASE)
_ROW = re.compile(r"\s*\|(?P<cells>.*)\|\s*$")
_NUMBER_CELL = re.compile(r"\s*\[(?:#|Q)?\s?\d{1,4}(?:-\d{1,3})*\.?\]\(#(?P<target>[^()\s]{1,300})\)\s*")


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
        link, taken = _link_at(lines, index) if "[" in lines[index].text else (None, 1)
        if link:
            found.append(link)
        index += taken
    return tuple(found)


def _link_at(lines: Sequence[Line], index: int) -> tuple[TocLink | None, int]:
    first = lines[index]
    if first.kind == "text" and "|" in first.text and (row := _row(first)):
        return row, 1
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
        # An answer links to other files as well; a table does so from the margin.
        or (match["file"] and first.indent)
        or not _REST.fullmatch(joined[: match.start()])
        or not _REST.fullmatch(joined[match.end() :])
    ):
        return None, 1
    parts = tuple(p for p in (plain(part) for part in match[1].split("\n")) if p)
    end = first.number + len(run) - 1
    return TocLink(
        first.number, end, plain(match[1]), parts, match["target"].lstrip("#*"), first.indent
    ), len(run)


def _row(line: Line) -> TocLink | None:
    """Read a row of a table that names a question beside its linked number: `| [3](#3) | What is …? |`."""
    match = _ROW.match(line.text)
    cells = match["cells"].split("|") if match else []
    targets = [found["target"] for cell in cells if (found := _NUMBER_CELL.fullmatch(cell))]
    words = [words for cell in cells if not _NUMBER_CELL.fullmatch(cell) and (words := plain(cell))]
    if len(targets) != 1 or not words:
        return None
    title = max(words, key=len)
    return TocLink(line.number, line.number, title, (title,), targets[0], line.indent)
