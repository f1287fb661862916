"""Character classes, entities and escapes as cmark-gfm defines them."""

from __future__ import annotations

import re
import string
import unicodedata
from functools import lru_cache
from html.entities import html5
from urllib.parse import quote

SPACES = " \t\n\v\f\r"
PUNCTUATION = frozenset(string.punctuation)
_UNICODE_SPACES = frozenset("\t\n\f\r \u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))))
ENTITY = re.compile(r"&(?:#[xX]([0-9a-fA-F]{1,8})|#([0-9]{1,8})|([A-Za-z][A-Za-z0-9]{1,31}));")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_LABEL_SPACE = re.compile(r"[ \t\n\v\f\r]+")
# What stays as it is in an address; everything else becomes %XX (cmark's houdini_href_e.c).
_HREF_SAFE = "!#$%&'()*+,-./:;=?@_~"


@lru_cache(4096)
def is_space(char: str) -> bool:
    """Tell whether `char` is white space for the flanking rule of emphasis."""
    return char in _UNICODE_SPACES


@lru_cache(4096)
def is_punctuation(char: str) -> bool:
    """Tell whether `char` is punctuation for the flanking rule: ASCII or a Unicode P class, no symbols."""
    return char in PUNCTUATION if char < "\x80" else unicodedata.category(char)[0] == "P"


def _entity(match: re.Match[str]) -> str:
    hexadecimal, decimal, name = match.groups()
    if name is not None:
        return html5.get(name + ";", match[0])
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    if code == 0 or 0xD800 <= code < 0xE000 or code >= 0x110000:
        return "\ufffd"
    return chr(code)


def unescape_entities(text: str) -> str:
    """Replace the HTML entities in `text` by their characters."""
    return ENTITY.sub(_entity, text) if "&" in text else text


def unescape(text: str) -> str:
    """Replace entities, then backslash escapes: for addresses, titles and info strings."""
    text = unescape_entities(text)
    return _ESCAPE.sub(r"\1", text) if "\\" in text else text


def escape_html(text: str) -> str:
    """Escape `text` for HTML text or a double-quoted attribute."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def escape_href(url: str) -> str:
    """Percent-encode and escape `url` for a double-quoted attribute."""
    return quote(url, safe=_HREF_SAFE).replace("&", "&amp;").replace("'", "&#x27;")


def label_key(label: str) -> str:
    """Return the form in which labels of links and footnotes are compared."""
    return _LABEL_SPACE.sub(" ", label.casefold().strip(SPACES))
