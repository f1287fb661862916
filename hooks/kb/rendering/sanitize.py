"""Take out of an answer's HTML whatever could run, send, restyle or cover something on the page."""

from __future__ import annotations

import re

import nh3

_GLOBAL = {"title", "lang", "dir"}
_SIZED = {"width", "height"}
_ATTRIBUTES = {
    "*": _GLOBAL,
    "a": {"href", "id", "class"},
    "col": {"span", "align"},
    "colgroup": {"span", "align"},
    "del": {"datetime"},
    "details": {"open"},
    "div": {"align"},
    "h1": {"align"},
    "h2": {"align"},
    "h3": {"align"},
    "h4": {"align"},
    "h5": {"align"},
    "h6": {"align"},
    "img": {"src", "alt", "align", *_SIZED},
    "input": {"type", "checked", "disabled"},
    "ins": {"datetime"},
    "li": {"id", "value"},
    "ol": {"start", "type", "reversed"},
    "p": {"align"},
    "section": {"class"},
    "sup": {"class"},
    "table": {"align"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope"},
    "time": {"datetime"},
    "tr": {"align"},
}
_TAGS = {
    *(tag for tag in _ATTRIBUTES if tag != "*"),
    "blockquote", "code", "q",
    "abbr", "b", "bdi", "bdo", "br", "caption", "cite", "dd", "dfn", "dl", "dt", "em", "figcaption", "figure",
    "hr", "i", "kbd", "mark", "pre", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong",
    "sub", "summary", "tbody", "tfoot", "thead", "tt", "u", "ul", "var", "wbr",
}  # fmt: skip
_SILENT = {"script", "style"}
# What cmark-gfm itself writes; an author's own ids and classes could hide or imitate parts of the page.
_OWN_CLASS = re.compile(r"footnotes|footnote-ref|footnote-backref")
_OWN_ID = re.compile(r"fn(?:ref)?-[^\s\"'<>]{1,200}")
_LENGTH = re.compile(r"\d{1,4}(?:\.\d{1,3})?(?:px|%)?")
_SCHEMES = {"http", "https", "mailto", "figure", "data"}
_CODE = re.compile(r"<code\b[^<>]*>.*?</code>", re.DOTALL)
# The parser has already made text of some tags (GFM's tagfilter), hence `&lt;`.
_DANGER = re.compile(
    r"(?:<|&lt;)(?P<tag>script|style|iframe|object|embed|applet|form|textarea|select|button|base|meta|link|svg|math|frame|frameset|"
    r"template|noscript|portal|video|audio|xmp|title|plaintext|noembed|noframes)\b|<[a-z][^<>]*?[\s/\"'](?P<handler>on[a-z]{3,20})\s*=|"
    r"<[a-z][^<>]*?[\s\"'](?P<attr>href|src|srcset|action|formaction|xlink:href)\s*=\s*[\"']?\s*(?P<scheme>(?:j\s*a\s*v\s*a|v\s*b)\s*s\s*c\s*r\s*i\s*p\s*t\s*:)",
    re.IGNORECASE,
)


def clean(html: str) -> str:
    """Return well-formed HTML with only harmless tags and attributes; the text stays."""
    return _CLEANER.clean(html)


def dangers(html: str) -> tuple[str, ...]:
    """Name what has no effect because it could harm, each once: `script`, `onclick` …"""
    shown = _CODE.sub("", html)
    found = (m["tag"] or m["handler"] or f"{m['attr']}=script" for m in _DANGER.finditer(shown))
    return tuple(dict.fromkeys(name.lower() for name in found))


def _attribute(tag: str, name: str, value: str) -> str | None:
    if name == "class":
        return value if _OWN_CLASS.fullmatch(value) else None
    if name == "id":
        return value if _OWN_ID.fullmatch(value) else None
    if name in _SIZED:
        return value if _LENGTH.fullmatch(value.strip()) else None
    scheme = value.strip().split(":", 1)[0].lower() if ":" in value else ""
    # Pictures in `data:` URIs and our own figures are replaced later; elsewhere they are no addresses.
    if scheme in ("data", "figure") and not (tag == "img" and name == "src"):
        return None
    return value


_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    clean_content_tags=_SILENT,
    attributes=_ATTRIBUTES,
    attribute_filter=_attribute,
    url_schemes=_SCHEMES,
    link_rel=None,
)
