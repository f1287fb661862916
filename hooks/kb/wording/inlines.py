"""The words of one line of Markdown: its links, and its text without marks."""

from __future__ import annotations

import re
from functools import lru_cache

LINK = re.compile(
    r"(?P<image>!?)\[(?P<title>(?:[^\[\]\n]|\[[^\[\]\n]{0,200}\]){0,500})\]"
    r"\([ \t]{0,9}<?(?P<url>[^\s<>()]{0,2000}(?:\([^\s<>()]{0,500}\)[^\s<>()]{0,2000}){0,9})>?"
    r"(?:[ \t]{1,9}[\"'(][^\"\n]{0,300}[\"')])?[ \t]{0,9}\)"
)
BARE = re.compile(r"<?(?P<url>https?://[^\s<>\"]{1,2000})>?")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,500}>")
# What is to be taken as it is: an escaped sign, or the text between back-ticks.
_LITERAL = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])|(?P<ticks>`{1,3})(?!`)(?P<code>[^\n]{1,300}?)(?<!`)(?P=ticks)(?!`)"
)
_STRONG = re.compile(r"(\*\*|__|~~)(?=\S)(.{1,1000}?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_]{1,1000}?)(?<=\S)\1(?![\w*])")
# Signs that must not be taken for marks are put out of the way meanwhile, where Unicode has no letters.
_LONGEST = 5_000
_AWAY = 0x10FF00
_HIDDEN = {ord(sign): _AWAY + ord(sign) for sign in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"}
_SHOWN = {hidden: sign for sign, hidden in _HIDDEN.items()}


@lru_cache(maxsize=16_384)
def plain(text: str) -> str:
    """Drop Markdown emphasis, code marks, links and HTML tags from one line of text."""
    literal = "\\" in text or "`" in text
    if literal:
        text = _LITERAL.sub(lambda m: (m["escaped"] or m["code"]).translate(_HIDDEN), text)
    if "](" in text:
        text = LINK.sub(lambda m: m["title"], text)
    if "<" in text:
        text = _TAG.sub(" ", text)
    if len(text) <= _LONGEST and ("*" in text or "_" in text or "~" in text):
        text = _EMPHASIS.sub(r"\2", _STRONG.sub(r"\2", text))
    text = text.translate(_SHOWN) if literal else text
    return " ".join(text.split())
