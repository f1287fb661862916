"""A font for devices that have no Korean letters: bare Linux systems, and machines that run tests.

Phones and ordinary computers have such letters, and load nothing. Elsewhere early.js asks for the font, and
until it is there an empty one holds its place: its letters are as wide, so that nothing moves.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable
from pathlib import Path

from kb.cache import Cache
from kb.weight.fonts import kept, kept_blank

FONT = "assets/fonts/korean.woff2"
_HANGUL = range(0xAC00, 0xD7A4)
_RANGES = (_HANGUL, range(0x3131, 0x318F))
_FACE = (
    '@font-face{{font-family:"{name}";src:url({source}) format("{kind}");'
    "unicode-range:{ranges};font-display:{display}}}"
)


def korean_font(font: Path, letters: Iterable[str], cache: Cache) -> tuple[bytes, str]:
    """Return a font with the Korean ones of `letters`, and the rules of a stylesheet for it.

    `font` has all of them.
    """
    korean = sorted(letter for letter in letters if any(ord(letter) in each for each in _RANGES))
    held = base64.b64encode(kept_blank(font, _HANGUL, cache).read_bytes()).decode()
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
    return kept(font, "".join(korean), cache).read_bytes(), "".join(faces)
