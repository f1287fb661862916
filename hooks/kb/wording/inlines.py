"""The words of one line of Markdown: its links, and its text without marks."""

from __future__ import annotations

import re

LINK = re.compile(
    r"(?P<image>!?)\[(?P<title>(?:[^\[\]\n]|\[[^\[\]\n]{0,200}\]){0,500})\]"
    r"\([ \t]{0,9}<?(?P<url>[^\s<>()]{0,2000}(?:\([^\s<>()]{0,500}\)[^\s<>()]{0,2000}){0,9})>?"
    r"(?:[ \t]{1,9}[\"'(][^\"\n]{0,300}[\"')])?[ \t]{0,9}\)"
)
BARE = re.compile(r"<?(?P<url>https?://[^\s<>\"]{1,2000})>?")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,500}>")
_CODE = re.compile(r"(`{1,3})(?!`)([^\n]{1,300}?)(?<!`)\1(?!`)")
_STRONG = re.compile(r"(\*\*|__|~~)(?=\S)(.{1,1000}?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_]{1,1000}?)(?<=\S)\1(?![\w*])")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def plain(text: str) -> str:
    """Drop Markdown emphasis, code marks, links and HTML tags from one line of text."""
    if "](" in text:
        text = LINK.sub(lambda m: m["title"], text)
    if "<" in text:
        text = _TAG.sub(" ", text)
    if "`" in text:
        text = _CODE.sub(r"\2", text)
    if "*" in text or "_" in text or "~" in text:
        text = _EMPHASIS.sub(r"\2", _STRONG.sub(r"\2", text))
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text)
    return re.sub(r"\s+", " ", text).strip()
