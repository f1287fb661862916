"""The title of a question, taken out of the line it stands in."""

from __future__ import annotations

import re
import unicodedata

from kb.structure.references import without_source_links
from kb.wording.folding import latin
from kb.wording.inlines import plain

# A line break that ends a title, as in `**Question** <br>`; the heading marks of `- ### Question`.
_BREAKS = re.compile(r"(?:\s{0,9}<br\s{0,9}/?>|\s{0,9}</?p>){1,9}$", re.IGNORECASE)
_HEAD = re.compile(r"\s*(?:#{1,6}\s+|\[[ xX]\]\s+|[-*+•]\s+|:[a-z][a-z0-9_+\-]{1,30}:\s*)")
# Arrows, squares, stars, emoji and their colours; no circled numbers.
_PICTURES = (
    "\u2190-\u21ff\u23e9-\u23fa\u25a0-\u2752\u2756-\u2757\u2794-\u27bf\u2b05-\u2b55"
    "\U0001f000-\U0001f0ff\U0001f300-\U0001faff"
)
# What stands before a title for looks or as an anchor: emoji, `:question:`, `<a id="q1"></a>`.
_ANCHOR = re.compile(
    rf"\s*(?:<a\b[^<>]{{0,200}}>\s*</a>|:[a-z][a-z0-9_+\-]{{1,30}}:|[{_PICTURES}]+[\ufe0f\u200d]*(?!\u20e3))\s*"
)
_MOST_SIGNS = 4
# What stands after one: `{#q1}`, a link back to the top.
_TAIL = re.compile(
    r"\s{0,9}(?:\{[#.:][^{}]{0,100}\}|<a\b[^<>]{0,200}>\s*</a>"
    r"|\[{1,2}[^\[\]\w]{0,9}(?:top|up|back|back to top|목차|위로|맨\s?위로)?[^\[\]\w]{0,9}\]{1,2}"
    r"\(#[^()]{0,200}\)\]?)$",
    re.IGNORECASE,
)
_MARKERS = frozenset("❓❔")
# What may stand round the word that asks, and what that word begins with; mathematical letters may be a Q.
_ROUND = "*_~[(<【「『〔《"
_INITIALS = "qQｑＱ질문면"
_FIRST_MATHEMATICAL = "\U0001d400"
# `Q.`, `Q3)`, `[Q]`, `질문 2:`: says that a question follows, and perhaps which.
_ASKS = re.compile(
    r"[*_~\[(<【「『〔《]{0,4}(?:q(?:uestion)?|질문|문제|문(?=\s?\d)|면접\s{0,3}질문|ｑ)\s{0,9}[.\-]?\s{0,9}"
    r"(?P<number>\d{1,3}(?:[-.]\d{1,3})*)?\s{0,9}[*_~]{0,3}(?:[.:：)\]>．）】」』〕》]{1,2}|\s[-–—](?=\s)|(?<=\d)(?=\s)|(?<=\d[*_])(?=\s))[*_~]{0,3}[:：.]?\s*(?P<title>\S.*)$",
    re.IGNORECASE,
)
# `A.`, `[A]`, `A1)`, `**답변:**`, `> Answer -`.
_ANSWER = re.compile(
    r"[*_\[(<【「『〔《]{0,4}(?:A|답변?|정답|Answer|Ans|Ａ)\s?(?:\d{1,3}(?:-\d{1,3})*)?\s{0,9}[*_\])>】」』〕》]{0,4}\s{0,9}"
    r"(?:[.:：)．>]|(?<=[\])】」』〕》])|-(?=\s))[*_]{0,2}(?:\s+|(?<=[:：．)*_\]】])|$)(?P<lead>.*)$",
    re.IGNORECASE,
)
# `【3】 …` is a number as `3)` is.
_BRACKETS = re.compile(
    r"^[【「『〔《]\s?((?:Q|질문|문제)?\s?\d{1,3}(?:-\d{1,3})*)\s?[】」』〕》]\s*", re.IGNORECASE
)
_CIRCLED = {chr(0x2460 + n): str(n + 1) for n in range(20)}
_KEYCAP = re.compile("(?:[0-9]\ufe0f?\u20e3)+")


def title_of(markdown: str) -> str:
    """Return the words of a title: without links to sources, markup and line breaks at its end."""
    text = markdown.rstrip()
    text = _without_tail(_BREAKS.sub("", text) if text.endswith(">") else text)
    if head := _HEAD.match(text):
        text = text[head.end() :]
    return plain(without_source_links(text.strip()))


def _without_tail(text: str) -> str:
    return _TAIL.sub("", text) if text.endswith((")", "]", ">", "}")) else text


def asked(markdown: str) -> tuple[str | None, str] | None:
    """Split `Q3. What is …?` into its number and its question, None for a line that has no such prefix."""
    markdown = undecorated(markdown)
    if markdown[:1] in _MARKERS:
        return None, title_of(markdown[1:].lstrip("\ufe0f .:"))
    initial = markdown.lstrip(_ROUND)[:1]
    if initial not in _INITIALS and initial < _FIRST_MATHEMATICAL:
        return None
    match = _ASKS.match(latin(markdown))
    # "[Q1: What …?](#1)" is a link, no prefix in brackets.
    if match is None or (markdown[0] == "[" and "]" not in markdown[: match.start("title")]):
        return None
    words = markdown[match.start("title") :]
    title = title_of(words.rstrip("*_ ") if markdown[:1] in "*_" else words)
    return (number(match["number"]), title) if title else None


def undecorated(markdown: str) -> str:
    """Drop what stands before a title for looks: emoji, short codes, anchors; a ❓ says that it asks."""
    text = markdown
    for _ in range(_MOST_SIGNS):
        anchor = _ANCHOR.match(text)
        if anchor is None:
            break
        text = text[anchor.end() :]
    return text or markdown


def answer_of(markdown: str) -> str | None:
    """Return what follows `A.`, `**답변:**` or the like at the head of a line, None where there is none."""
    match = _ANSWER.match(latin(undecorated(markdown)))
    return undecorated(markdown)[match.start("lead") :] if match else None


def unprefixed(markdown: str) -> str:
    """Return the words of a title without the `Q.` before them."""
    split = asked(markdown)
    return split[1] if split else title_of(markdown)


def number(text: str | None) -> str | None:
    """Return a number as it is compared: plain digits, `-` between its levels."""
    if not text:
        return None
    return unicodedata.normalize("NFKC", text).replace(".", "-").replace("_", "-")


def numbered_words(markdown: str) -> str:
    """Return the words of a heading as its number is looked for: no marks, ① and 1️⃣ as `1.`."""
    text = arabic(undecorated(plain(without_source_links(_without_tail(markdown.rstrip())))))
    return _BRACKETS.sub(r"\1) ", text)


def arabic(text: str) -> str:
    """Write the signs ① and 1️⃣ at the head of a line as `1.`."""
    if text[:1] in _CIRCLED:
        return f"{_CIRCLED[text[0]]}. {text[1:].lstrip(' .)')}"
    if keycap := _KEYCAP.match(text):
        digits = re.sub(r"\D", "", unicodedata.normalize("NFKC", keycap[0]))
        return f"{digits}. {text[keycap.end() :].lstrip(' .)')}"
    return text
