"""List items of a document, with how deep they are nested, for the dialects that ask in lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb.blocks import Line, Outline

_ITEM = re.compile(
    r"(?P<indent>[ \t]*)(?P<quote>(?:>[ \t]*)*)"
    r"(?:[-*+•]|(?P<number>\d{1,3}(?:-\d{1,3})*)(?:[.)]|(?=[가-힣])))[ \t]*(?P<text>\S.*)$"
)


@dataclass(frozen=True, slots=True)
class Item:
    """A list item: its text without the bullet, its number, its column, whether it is quoted, and how
    many lines its text takes."""

    line: Line
    text: str
    number: str | None
    column: int
    quoted: bool
    height: int = 1


def items(outline: Outline) -> Iterator[Item]:
    """Yield the list items outside code, comments and `<details>`."""
    for line in outline.lines:
        if line.kind != "text" or line.details:
            continue
        match = _ITEM.match(line.text)
        if match and _is_item(match):
            yield Item(
                line,
                match["text"],
                match["number"],
                len(match["indent"].expandtabs(4)),
                bool(match["quote"]),
            )


def _is_item(match: re.Match[str]) -> bool:
    """A bullet needs a space after it: `**bold**` and `*emphasis*` are no items."""
    text = match.string[match.start("indent") : match.start("text")]
    return text[-1:].isspace() or bool(match["number"] and (match["quote"] or "." in text or ")" in text))
