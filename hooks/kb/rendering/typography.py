"""Keep Korean particles on the line of what they belong to: `배치 정규화(BN)는`, `$x$는`.

Browsers break a line between a closing bracket or a formula and Hangul even under
`word-break: keep-all`, which keeps the rest of a word together. A span without line breaks round
the bracket (or the formula) and one syllable is enough.
"""

from __future__ import annotations

import re

_BRACKET = re.compile(r"\)[가-힣]")
_WHOLE = re.compile(r"(<pre\b.*?</pre>|<code\b.*?</code>|<[^>]*>)", re.DOTALL)


def unbroken(html: str) -> str:
    """Return `html` in a span that has no line breaks."""
    return f'<span class="kb-keep">{html}</span>'


def _unbroken(match: re.Match[str]) -> str:
    return unbroken(match[0])


def keep_brackets(html: str) -> str:
    """Keep a closing bracket and the Hangul after it together, outside tags and code."""
    if not _BRACKET.search(html):
        return html
    parts = _WHOLE.split(html)
    parts[::2] = [_BRACKET.sub(_unbroken, text) if ")" in text else text for text in parts[::2]]
    return "".join(parts)
