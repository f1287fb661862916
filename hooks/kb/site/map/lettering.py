"""Set text without a browser: how wide it comes out, and where to break its lines."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# Widths in parts of the size, for the widest fonts that readers have (Noto Sans KR, DejaVu Sans Bold); what
# stands for a group is a little more than its mean.
_NARROW, _WIDE = frozenset("fijltrI1|.,:;'!()[]/- "), frozenset("mwMW%@—…")


@lru_cache(maxsize=10_000)
def width(text: str) -> float:
    """Return about how wide `text` is, in parts of the size of its letters."""
    return sum(_width(letter) for letter in text)


def _width(letter: str) -> float:
    if "가" <= letter <= "힣":
        return 0.93
    if letter in _NARROW:
        return 0.47
    if letter in _WIDE:
        return 1.05
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.0
    return 0.83 if letter.isupper() else 0.75


def lines(text: str, room: float) -> int:
    """Return into how many lines of at most `room` a browser breaks `text`, between words where it can."""
    count, used = 1, 0.0
    for piece in (piece for word in text.split() for piece in _pieces(word, room)):
        wide = width(piece)
        if used and used + width(" ") + wide > room:
            count, used = count + 1, wide
        else:
            used += wide + (width(" ") if used else 0)
    return count


def _pieces(word: str, room: float) -> list[str]:
    """Break a word that is wider than a line."""
    if width(word) <= room:
        return [word]
    pieces = [""]
    for letter in word:
        if pieces[-1] and width(pieces[-1] + letter) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces
