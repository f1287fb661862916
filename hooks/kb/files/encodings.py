"""Turn the bytes of an answer file into text, whatever program wrote them."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

# Longest first: the UTF-32 mark begins with the UTF-16 one.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
BINARY = "binary"
_REPLACEMENT = "\ufffd"
_HANGUL = re.compile("[\uac00-\ud7a3]")
_SAVE = "save it as UTF-8"
# How much of a file is looked at to tell text from other data.
_SAMPLE = 65_536
# UTF-16 text has a zero byte beside every ASCII character, most of all beside its line breaks.
_ZEROES_OF_UTF16 = 0.05


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, without its byte-order mark, the encoding it was in, and what looked wrong.

    `problem` is empty where nothing did; `line` is where, counted from 1; `lossy` tells whether
    characters are missing from `text`.
    """

    text: str
    encoding: str
    problem: str = ""
    hint: str = ""
    line: int = 1
    lossy: bool = False


def decode(raw: bytes) -> Decoded:
    """Decode `raw`: by its byte-order mark, as UTF-8, UTF-16 without a mark, CP949, Windows-1252."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _noted(raw.decode(encoding, "replace").removeprefix("\ufeff"), encoding)
    if b"\x00" in raw:
        return _with_zeroes(raw)
    try:
        return Decoded(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _guessed(raw)


def _with_zeroes(raw: bytes) -> Decoded:
    """Read what holds zero bytes: UTF-16 without a mark, text with a stray one, or no text at all."""
    sample = raw[:_SAMPLE]
    for encoding, odd in (("utf-16-le", 1), ("utf-16-be", 0)):
        zeroes = sample[odd::2].count(0)
        if zeroes > _ZEROES_OF_UTF16 * len(sample) / 2 and zeroes > 8 * sample[1 - odd :: 2].count(0):
            text = _strict(raw, encoding)
            if text is not None and "\x00" not in text and _is_prose(text):
                return Decoded(text, encoding, f"is encoded in {encoding.upper()} without a mark", _SAVE)
    text = _strict(raw, "utf-8")
    if text is not None and raw.count(0) < max(2, len(raw) // 1000) and _is_prose(text.replace("\x00", "")):
        return _noted(text.replace("\x00", _REPLACEMENT), "utf-8")
    return Decoded("", BINARY, "is not text: it holds zero bytes", f"{_SAVE} or remove it", lossy=True)


def _guessed(raw: bytes) -> Decoded:
    """Read what is not UTF-8 as what loses least."""
    korean = _strict(raw, "cp949")
    if korean is not None and _HANGUL.search(korean):
        return Decoded(korean, "cp949", "is encoded in CP949", f"it was read all the same; {_SAVE}")
    utf8, cp949 = raw.decode("utf-8", "replace"), raw.decode("cp949", "replace")
    foreign = len(utf8) - sum(c.isascii() for c in utf8) - utf8.count(_REPLACEMENT)
    if foreign > utf8.count(_REPLACEMENT):
        return _noted(utf8, "utf-8")
    if len(_HANGUL.findall(cp949)) > 8 * cp949.count(_REPLACEMENT):
        return _noted(cp949, "cp949")
    western = _strict(raw, "cp1252")
    if western is not None and _is_prose(western):
        return Decoded(western, "cp1252", "is encoded in Windows-1252", f"it was read all the same; {_SAVE}")
    return _noted(utf8, "utf-8")


def _strict(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def _is_prose(text: str) -> bool:
    """Tell whether a text has no control characters but those of white space and terminals."""
    sample = text[:_SAMPLE]
    return not re.search("[\x00-\x08\x0e-\x1a\x1c-\x1f]", sample)


def _noted(text: str, encoding: str) -> Decoded:
    if _REPLACEMENT not in text:
        return Decoded(text, encoding)
    line = text[: text.index(_REPLACEMENT)].count("\n") + 1
    problem = f"holds bytes that are not valid text; they are shown as {_REPLACEMENT}"
    return Decoded(text, encoding, problem, _SAVE, line, lossy=True)
