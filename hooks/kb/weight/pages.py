"""The HTML of a finished page without white space that nobody sees; the classes that scripts give."""

from __future__ import annotations

import re

_KEPT = re.compile(r"(<((?i:pre|textarea|script))\b.*?</(?i:\2)>)", re.DOTALL)
# What scripts give to what they make is named like a part of the site or of Material.
_OURS = re.compile(r"(?:kb|md|katex)-[\w-]+")
# Of Material's script: results of the search, and what moves with the reader.
_THEIRS = re.compile(r"md-(?:search|header|top|nav__link)[\w-]*")
# TeX for machines, which those who read the finished page have no use for.
_TEX = re.compile(r'<annotation encoding="application/x-tex">[^<]*</annotation>')


def squeezed(page: str) -> str:
    """Return a page without TeX, and with one line break for every run of white space that holds one."""
    parts = _KEPT.split(_TEX.sub("", page))
    # What was kept stands at 1, 4, 7 …, the name of its element after it.
    texts = (_one_break(part) if n % 3 == 0 else part for n, part in enumerate(parts) if n % 3 < 2)
    return "".join(texts).lstrip()


def _one_break(text: str) -> str:
    first, *lines = text.split("\n")
    if not lines:
        return text
    last = lines.pop().lstrip()
    return "\n".join(
        [first.rstrip(" \t"), *(s.rstrip(" \t") for line in lines if (s := line.lstrip())), last]
    )


def made_by(script: str, *, theirs: bool) -> frozenset[str]:
    """Return the classes that a script, one of ours or Material's, gives to what it makes."""
    return frozenset((_THEIRS if theirs else _OURS).findall(script))
