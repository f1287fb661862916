"""Take the first sentence out of a fragment: finished HTML, formulas included, without links and ids."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TOKEN = re.compile(r'<(?:"[^"]*"|[^">])*>|[^<]+')
_NAME = re.compile(r"</?([a-z0-9]+)")
_SPAN = re.compile(r"<(/?)span\b[^>]*>")
_INLINE = frozenset({"b", "code", "del", "em", "i", "kbd", "mark", "strong", "sub", "sup"})
_BLOCKS = frozenset({"blockquote", "dd", "div", "h3", "h4", "h5", "h6", "li", "p", "pre", "table"})
_FORMULA, _KEPT = '<span class="katex', '<span class="kb-keep">'
# The end of a sentence: not after an abbreviation or an initial, nor before a small letter.
_END = re.compile(
    r"(?<![\s(][A-Za-z])(?<!e\.g)(?<!i\.e)(?<!\bvs)(?<!\bcf)(?<!\bal)[.!?][\"'”’)\]]*(?=\s+[^\sa-z]|\s*$)"
)
_OBJECT = "\ufffc"  # stands for a formula where sentences are looked for
_SHORTEST = 20

_Token = tuple[str, str]


def first_sentence(html: str) -> str:
    """Return the first sentence of a fragment's first paragraph, with the next where it is only a "Yes."."""
    tokens = tuple(_first_block(html))
    text = "".join(seen for _, seen in tokens)
    ends = [match.end() for match in _END.finditer(text)]
    end = next((e for e in ends if e >= _SHORTEST), len(text))
    return "".join(_until(tokens, end)).strip()


def end_of_span(html: str, start: int) -> int:
    """Return where the span that begins at `start` ends."""
    depth = 0
    for tag in _SPAN.finditer(html, start):
        depth += -1 if tag[1] else 1
        if not depth:
            return tag.end()
    return len(html)


def _first_block(html: str) -> Iterator[_Token]:
    """Yield the first block that says anything, as pairs of HTML and the text a reader sees of it."""
    at, said = 0, False
    spans: list[bool] = []
    while token := _TOKEN.match(html, at):
        piece, at = token[0], token.end()
        name = match[1] if (match := _NAME.match(piece)) else ""
        if piece.startswith(_FORMULA):
            at = end_of_span(html, token.start())
            yield html[token.start() : at], _OBJECT
        elif "footnote" in piece and name == "sup":
            at = html.find("</sup>", at) + len("</sup>")
        elif not name:
            yield piece, piece
        elif name in _INLINE:
            yield f"<{'/' * piece.startswith('</')}{name}>", ""
        elif piece.startswith("</span"):
            yield "</span>" if spans and spans.pop() else "", ""
        elif name == "span":
            spans.append(piece == _KEPT)
            yield piece if spans[-1] else "", ""
        elif said and name in _BLOCKS:
            return
        said = said or bool(not name and piece.strip())


def _until(tokens: tuple[_Token, ...], end: int) -> Iterator[str]:
    """Yield HTML up to the place `end` of the text, with what is open there closed."""
    open_tags: list[str] = []
    for html, seen in tokens:
        if end <= 0:
            break
        if seen:
            yield html if seen == _OBJECT else html[:end]
            end -= len(seen)
        elif html.startswith("</"):
            open_tags.pop() if open_tags else None
            yield html
        elif html:
            open_tags.append(html[1:].split(" ")[0].rstrip(">"))
            yield html
    for name in reversed(open_tags):
        yield f"</{name}>"
