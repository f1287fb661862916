"""A font for devices that have no Korean letters: bare Linux systems, and machines that run tests.

Phones and ordinary computers have such letters, and load nothing. Elsewhere early.js asks for the font, and
until it is there an empty one holds its place: its letters are as wide, so that nothing moves.
"""

from __future__ import annotations

import base64
from pathlib import Path

from kb.cache import Cache
from kb.weight.fonts import blank, kept

FONT = "assets/fonts/korean.woff2"
_HANGUL = range(0xAC00, 0xD7A4)
_RANGES = (_HANGUL, range(0x3131, 0x318F))
_FACE = (
    '@font-face{{font-family:"{name}";src:url({source}) format("{kind}");'
    "unicode-range:{ranges};font-display:{display}}}"
)


def korean_letters(text: str) -> set[str]:
    """Return the Korean letters of a text."""
    return {letter for letter in set(text) if any(ord(letter) in each for each in _RANGES)}


def korean_font(font: Path, letters: str, cache: Cache) -> tuple[bytes, str]:
    """Return a font with `letters`, and the rules of a stylesheet for it; `font` has all of them."""
    held = base64.b64encode(blank(font, (_HANGUL,))).decode()
    ranges = ",".join(f"U+{each.start:X}-{each.stop - 1:X}" for each in _RANGES)
    faces = (
        _FACE.format(
            name="KB Korean", source="../fonts/korean.woff2", kind="woff2", ranges=ranges, display="swap"
        ),
        _FACE.format(
            name="KB Blank",
            source=f"data:font/woff;base64,{held}",
            kind="woff",
            ranges=ranges,
            display="block",
        ),
    )
    return kept(font, letters, cache).read_bytes(), "".join(faces)
