"""Stylesheets made smaller: what no page uses, comments, white space."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Set

_COMMENT = re.compile(r"/\*(?!!).*?\*/", re.DOTALL)
_STRING = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|url\([^)"']*\))""", re.DOTALL)
_SPACE = re.compile(r"\s+")
# Not round "+" and "-", which calc() needs, nor before "(", ":" and "[", where they tell two selectors apart.
_TIGHT = re.compile(r"\s*([{};,>])\s*|(?<=:) | (?=!)|;(?=\s*\})")
_TOKEN = re.compile(r"""[^"'(){};\\]+|\\.|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|.""", re.DOTALL)
_ADDRESS = re.compile(r"""url\((["']?)(?!data:|#|/|[a-z]+:)([^)"']+)\1\)""")
_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_ATTRIBUTE = re.compile(r"\[[^\]]*\]")
_CHOICE = re.compile(r"\[(data-md-color-(?:primary|accent))=\"?([\w-]+)\"?\]")
_FUNCTION = re.compile(r":(?:not|is|where|has)\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)")
_CONDITIONS = ("@media", "@supports", "@layer", "@container")
_PROPERTY = re.compile(r"(?<![\w-])(--md-[\w-]+):((?:\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|[^;{}\"'])*);?")
_USE = re.compile(r"var\(\s*(--[\w-]+)")


def minified(css: str) -> str:
    """Return a stylesheet without comments, but for licenses, and without needless white space."""
    parts = _STRING.split(_COMMENT.sub("", css))
    parts[::2] = (_TIGHT.sub(lambda m: m[1] or "", _SPACE.sub(" ", part)) for part in parts[::2])
    return "".join(parts).strip()


def moved(css: str, source: str, target: str) -> str:
    """Return a stylesheet for another place: its relative addresses lead where they led before."""
    here, there = posixpath.dirname(source), posixpath.dirname(target)

    def address(match: re.Match[str]) -> str:
        return f"url({posixpath.relpath(posixpath.join(here, match[2]), there)})"

    return _ADDRESS.sub(address, css)


def trimmed(css: str, names: Set[str]) -> str:
    """Return the rules of a stylesheet that may apply where the only classes are `names`.

    `names` also holds what Material's settings choose: `data-md-color-accent="custom"`.
    """
    return _filtered(css, lambda selector: _may_match(selector, names))


def _filtered(css: str, wanted: Callable[[str], bool]) -> str:
    kept = []
    for head, body in rules(css):
        if body is None:
            kept.append(f"{head};")
        elif head.startswith(_CONDITIONS):
            inner = _filtered(body, wanted)
            kept.append(f"{head}{{{inner}}}" if inner else "")
        elif head.startswith("@"):
            kept.append(f"{head}{{{body}}}")
        else:
            selectors = [part for part in selectors_of(head) if wanted(part)]
            kept.append(f"{','.join(selectors)}{{{body}}}" if selectors else "")
    return "".join(kept)


def _may_match(selector: str, names: Set[str]) -> bool:
    """Say whether a selector's own classes are all known; what stands in brackets is let pass."""
    if "[dir=rtl]" in selector:  # both languages run from left to right
        return False
    if any(f'{name}="{value}"' not in names for name, value in _CHOICE.findall(selector)):
        return False
    return all(name in names for name in _CLASS.findall(_FUNCTION.sub("", _ATTRIBUTE.sub("", selector))))


def rules(css: str) -> Iterator[tuple[str, str | None]]:
    """Yield what stands before the braces of each rule, and in them; None for a statement without."""
    head: list[str] = []
    body: list[str] = []
    depth = brackets = 0
    for token in _TOKEN.findall(css):
        into = body if depth else head
        if token == "(" or token == ")":
            brackets += 1 if token == "(" else -1
        elif brackets:
            pass
        elif token == "{":
            depth += 1
            if depth == 1:
                continue
        elif token == "}":
            depth -= 1
            if not depth:
                yield "".join(head).strip(), "".join(body)
                head, body = [], []
                continue
        elif token == ";" and not depth:
            yield "".join(head).strip(), None
            head = []
            continue
        into.append(token)


def selectors_of(head: str) -> list[str]:
    """Split a list of selectors at the commas that stand in no brackets."""
    parts, depth = [""], 0
    for letter in head:
        depth += (letter in "([") - (letter in ")]")
        if letter == "," and not depth:
            parts.append("")
        else:
            parts[-1] += letter
    return [part.strip() for part in parts]


def without_unused(css: str, elsewhere: str = "") -> str:
    """Drop Material's custom properties that nothing uses, in the stylesheet or `elsewhere`."""
    while True:
        used = set(_USE.findall(css + elsewhere))
        smaller = _PROPERTY.sub(lambda m, used=used: m[0] if m[1] in used else "", css)  # type: ignore[misc]
        if smaller == css:
            return css
        css = smaller
