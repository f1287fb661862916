"""Text set in the letters of a font: broken into lines, and drawn with letters that are drawn once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from PIL import Image, ImageDraw, ImageFont

LEADING = 1.32
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of text at a size in pixels."""

    lines: tuple[str, ...]
    size: int

    @property
    def height(self) -> float:
        """Return how high the lines are."""
        return len(self.lines) * self.size * LEADING


@dataclass(frozen=True, slots=True)
class _Letter:
    """The picture of a letter, and where it stands from where its line is written, on the base line."""

    picture: Image.Image
    left: int
    top: int


class Face:
    """A font at a size. Letters stand side by side, no closer."""

    def __init__(self, path: str, size: int) -> None:
        self._font = ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)
        self._widths = _Widths(self._font)
        up, down = self._font.getmetrics()
        self._drop = (up - down) / 2
        self._missing = bytes(self._font.getmask("\U0010ffff"))

    def width(self, text: str) -> int:
        """Return the width of `text` in pixels."""
        return sum(map(self._widths.__getitem__, text))

    def write(self, image: Image.Image, left: int, middle: float, text: str) -> None:
        """Write a line in white."""
        pen, base = ImageDraw.Draw(image), int(middle + self._drop + 0.5)
        for letter in text:
            if drawn := _drawn(self._font, letter):
                pen.bitmap((left + drawn.left, base + drawn.top), drawn.picture, fill=255)
            left += self._widths[letter]

    def lacks(self, letter: str) -> bool:
        """Say whether the font has no picture for a letter."""
        return bytes(self._font.getmask(letter)) == self._missing


class _Widths(dict[str, int]):
    """How wide letters are, each measured once."""

    def __init__(self, font: ImageFont.FreeTypeFont) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, letter: str) -> int:
        width = self[letter] = round(self._font.getlength(letter))
        return width


@lru_cache(maxsize=4096)
def _drawn(font: ImageFont.FreeTypeFont, letter: str) -> _Letter | None:
    left, top, right, bottom = map(round, font.getbbox(letter, anchor="ls"))
    if left >= right or top >= bottom:
        return None
    picture = Image.new("L", (right - left, bottom - top))
    ImageDraw.Draw(picture).text((-left, -top), letter, font=font, fill=255, anchor="ls")
    return _Letter(picture, left, top)


@cache
def face(path: str, size: int) -> Face:
    """Return a font at a size, opened once."""
    return Face(path, size)


def shown(text: str, font: str) -> str:
    """Return `text` without the characters that the font has no picture for."""
    return "".join(letter for letter in " ".join(text.split()) if letter == " " or not _lacks(font, letter))


@cache
def _lacks(font: str, letter: str) -> bool:
    return face(font, 24).lacks(letter)


def fit(text: str, font: str, room: int, height: float, sizes: Sequence[int]) -> Block:
    """Set text in the first of `sizes` in which all of it fits, every word in one piece if it can be.

    In the last of them what does not fit is cut.
    """
    whole = text.split()
    for size in sizes:
        words = _Words(text, face(font, size), room)
        if words.words == whole and len(words.starts(room)) * size * LEADING <= height:
            return Block(words.balanced(), size)
    most = int(height / (sizes[-1] * LEADING))
    return Block(wrap(text, font, sizes[-1], room, most), sizes[-1])


def wrap(text: str, font: str, size: int, room: int, most: int | None = None) -> tuple[str, ...]:
    """Break `text` between words into as few lines as it takes, of about one length.

    What does not fit into `most` lines is cut, with an ellipsis. A word that is longer than a line
    is broken anywhere.
    """
    used = face(font, size)
    words = _Words(text, used, room)
    starts = words.starts(room)
    if most is None or len(starts) <= most:
        return words.balanced()
    *lines, last = words.lines(starts)[:most]
    while last and used.width(last + _ELLIPSIS) > room:
        last = last[:-1]
    return (*lines, last.rstrip() + _ELLIPSIS)


class _Words:
    """The words of a text, none wider than `room`, and how wide they are."""

    def __init__(self, text: str, used: Face, room: int) -> None:
        self._room = room
        self._space = used.width(" ")
        self.words = [piece for word in text.split() for piece in _pieces(word, used.width, room)]
        self._widths = [used.width(word) for word in self.words]

    def starts(self, room: int) -> list[int]:
        """Return at which words lines begin."""
        found, taken = [], room
        for n, width in enumerate(self._widths):
            taken += self._space + width
            if taken > room:
                found.append(n)
                taken = width
        return found

    def lines(self, starts: Sequence[int]) -> tuple[str, ...]:
        """Return the lines that begin at these words."""
        ends = (*starts[1:], len(self.words))
        return tuple(" ".join(self.words[start:end]) for start, end in zip(starts, ends, strict=False))

    def balanced(self) -> tuple[str, ...]:
        """Return as few lines as there can be, the widest of them as narrow as it can be."""
        fewest = len(self.starts(self._room))
        rooms = range(max(self._widths, default=0), self._room)
        narrowest = bisect_left(rooms, True, key=lambda room: len(self.starts(room)) <= fewest)
        return self.lines(self.starts(rooms.start + narrowest))


def _pieces(word: str, width: Callable[[str], int], room: int) -> Iterator[str]:
    """Break a word where a line ends."""
    if width(word) <= room:
        yield word
        return
    piece = ""
    for letter in word:
        if piece and width(piece + letter) > room:
            yield piece
            piece = ""
        piece += letter
    yield piece
