"""Spellings that look the same made the same, for comparing only; what is shown stays as written.

Hangul in parts (NFD), full-width letters, mathematical alphabets (𝐇𝐨𝐰), Cyrillic and Greek letters that
look Latin, invisible characters, unusual dashes and dots.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

# What takes no room: soft hyphen, zero-width space and joiners, byte-order mark, direction marks,
# variation selectors.
INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufe0e\ufe0f\ufeff"
_NO_INVISIBLE = dict.fromkeys(map(ord, INVISIBLE))
# Joiners and selectors are left where a text is to be shown: emoji are made with them.
_STRAY = re.compile("[\u00ad\u200b\u2060\ufeff]+")

_CYRILLIC = "АВСЕНІЈКМОРЅТХҮԚԜаседһіјорѕухԛԝӏ"
_LATIN_OF_CYRILLIC = "ABCEHIJKMOPSTXYQWacedhijopsyxqwl"
_GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"
_LATIN_OF_GREEK = "ABEZHIKMNOPTYXo"
_LATIN = str.maketrans(_CYRILLIC + _GREEK, _LATIN_OF_CYRILLIC + _LATIN_OF_GREEK)
_LOOKALIKE = re.compile(f"[{_CYRILLIC}{_GREEK}]")
_FOREIGN_WORD = re.compile(r"[^\W\d_]*[\u0370-\u03ff\u0400-\u052f][^\W\d_]*")
# Korean typists write the vowel ㆍ for a middle dot and ㅡ for a dash.
_MATHEMATICAL = re.compile("[\U0001d400-\U0001d7ff]")
_SIGNS = "ㆍ‧∙•ㅡ‐‑‒–—―"
_PUNCTUATION = str.maketrans(_SIGNS, "·····------")
_UNUSUAL = re.compile(f"[{_SIGNS}{INVISIBLE}]")


def composed(text: str) -> str:
    """Return a line as it is read: Hangul composed (NFC), without strays that take no room."""
    if text.isascii():
        return text
    return _STRAY.sub("", unicodedata.normalize("NFC", text))


def composed_lines(lines: Sequence[str]) -> list[str]:
    """Return all lines of a document as they are read."""
    text = "\n".join(lines)
    return list(lines) if text.isascii() else composed(text).split("\n")


def latin(text: str) -> str:
    """Write mathematical letters (𝐐) as plain ones; the length stays the same."""
    return _MATHEMATICAL.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)


def fold(text: str) -> str:
    """Fold everything that does not change what a text says, case included."""
    if text.isascii():
        return text.casefold()
    if _UNUSUAL.search(text):
        text = unicodedata.normalize("NFKC", text.translate(_PUNCTUATION)).translate(_NO_INVISIBLE)
    else:
        text = unicodedata.normalize("NFKC", text)
    if _LOOKALIKE.search(text):
        text = _FOREIGN_WORD.sub(_in_latin, text)
    return text.casefold()


def _in_latin(match: re.Match[str]) -> str:
    """Put a word into Latin letters where all of it looks Latin: Russian and Greek words stay."""
    latin = match[0].translate(_LATIN)
    return latin if latin.isascii() else match[0]


def near(word: str, other: str) -> bool:
    """Tell whether two words are one slip apart: a letter wrong, missing, added, or two swapped.

    Their first letters must agree, as they do in nearly all misspellings (Pollock & Zamora, 1984,
    "Automatic spelling correction in scientific and scholarly text").
    """
    if word == other or word[:1] != other[:1] or abs(len(word) - len(other)) > 1:
        return False
    same = 0
    while same < min(len(word), len(other)) and word[same] == other[same]:
        same += 1
    a, b = word[same:], other[same:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
