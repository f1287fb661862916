"""The title of a question, taken out of the line it stands in."""

from __future__ import annotations

import re
import unicodedata

from kb.structure.references import without_source_links
from kb.wording.inlines import plain

# A line break that ends a title, as in `**Question** <br>`; the heading marks of `- ### Question`.
_BREAKS = re.compile(r"(?:\s*<br\s*/?>|\s*</?p>)+\s*$", re.IGNORECASE)
_HEAD = re.compile(r"\s*(?:#{1,6}\s+|\[[ xX]\]\s+)")
# `Q.`, `Q3)`, `[Q]`, `질문 2:`: says that a question follows, and perhaps which.
_ASKS = re.compile(
    r"[*_~\[(<]{0,4}(?:q(?:uestion)?|질문|문제|면접\s*질문|ｑ)\s*[.\-]?\s*(?P<number>\d{1,3}(?:[-.]\d{1,3})*)?\s*[*_~]{0,3}"
    r"(?:[.:：)\]>．）]{1,2}|\s[-–—](?=\s)|(?<=\d)(?=\s)|(?<=\d[*_])(?=\s))[*_~]{0,3}[:：.]?\s*(?P<title>\S.*)$",
    re.IGNORECASE,
)
_CIRCLED = {chr(0x2460 + n): str(n + 1) for n in range(20)}
_KEYCAP = re.compile("(?:[0-9]\ufe0f?\u20e3)+")


def title_of(markdown: str) -> str:
    """Return the words of a title: without links to sources, markup and line breaks at its end."""
    text = _BREAKS.sub("", markdown)
    if head := _HEAD.match(text):
        text = text[head.end() :]
    return plain(without_source_links(text.strip()))


def asked(markdown: str) -> tuple[str | None, str] | None:
    """Split `Q3. What is …?` into its number and its question, None for a line that has no such prefix."""
    match = _ASKS.match(markdown)
    # "[Q1: What …?](#1)" is a link, no prefix in brackets.
    if match is None or (markdown[0] == "[" and "]" not in markdown[: match.start("title")]):
        return None
    title = title_of(match["title"].rstrip("*_ ") if markdown[:1] in "*_" else match["title"])
    return (number(match["number"]), title) if title else None


def unprefixed(markdown: str) -> str:
    """Return the words of a title without the `Q.` before them."""
    split = asked(markdown)
    return split[1] if split else title_of(markdown)


def number(text: str | None) -> str | None:
    """Return a number as it is compared: plain digits, `-` between its levels."""
    if not text:
        return None
    return unicodedata.normalize("NFKC", text).replace(".", "-").replace("_", "-")


def arabic(text: str) -> str:
    """Write the signs ① and 1️⃣ at the head of a line as `1.`."""
    if text[:1] in _CIRCLED:
        return f"{_CIRCLED[text[0]]}. {text[1:].lstrip(' .)')}"
    if keycap := _KEYCAP.match(text):
        digits = re.sub(r"\D", "", unicodedata.normalize("NFKC", keycap[0]))
        return f"{digits}. {text[keycap.end() :].lstrip(' .)')}"
    return text
