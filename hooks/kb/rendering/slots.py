"""Marks that stand in a text for what is put there later: formulas, links, pictures.

A mark is a number between two characters of Unicode's private use area. Those characters are
taken out of everything an author writes, so nobody can forge one.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_OPEN, _CLOSE = "\ue000", "\ue001"
_MARK = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")
_FORBIDDEN = re.compile(f"[{_OPEN}{_CLOSE}]")


def mark(number: int) -> str:
    """Return the mark of slot `number`."""
    return f"{_OPEN}{number}{_CLOSE}"


def without_marks(text: str) -> str:
    """Replace the characters of marks in what an author wrote."""
    return _FORBIDDEN.sub("\ufffd", text)


def fill(text: str, value: Callable[[int], str]) -> str:
    """Put values in the place of marks."""
    return _MARK.sub(lambda match: value(int(match[1])), text)


def find(text: str) -> list[int]:
    """Return the numbers of the slots in a text, in order."""
    return [int(number) for number in _MARK.findall(text)]
