"""The HTML of a finished page: which classes it uses, and itself without white space that nobody sees."""

from __future__ import annotations

import re
from collections.abc import Iterator

_KEPT = re.compile(r"(<(pre|textarea|script)\b.*?</\2>)", re.DOTALL | re.IGNORECASE)
_INDENT = re.compile(r"[ \t]*\n\s*")
_CLASSES = re.compile(r'\sclass="([^"]*)"')
_CHOICES = re.compile(r'\s(data-md-color-\w+="[^"]*")')
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
    texts = (_INDENT.sub("\n", part) if n % 3 == 0 else part for n, part in enumerate(parts) if n % 3 < 2)
    return "".join(texts).lstrip()


def names_of(page: str) -> Iterator[str]:
    """Yield the classes that elements of a page have, and the colours that Material's settings choose."""
    for names in _CLASSES.findall(page):
        yield from names.split()
    yield from _CHOICES.findall(page)


def made_by(script: str, *, theirs: bool) -> frozenset[str]:
    """Return the classes that a script, one of ours or Material's, gives to what it makes."""
    return frozenset((_THEIRS if theirs else _OURS).findall(script))
