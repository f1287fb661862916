"""Where links point: labels, destinations and titles, inline and in reference definitions."""

from __future__ import annotations

import re

from kb.gfm.chars import PUNCTUATION, SPACES, label_key, unescape
from kb.gfm.context import Context, Target

MAX_LABEL = 1000
_MAX_PARENTHESES = 32
_SPACES = re.compile(r"[ \t\n\v\f\r]*+")
_LABEL = re.compile(r"\[((?:[^\[\]\\]++|\\[!-/:-@\[-`{-~]?)*+)\]")
_ANGLE = re.compile(r"<((?:[^<>\\\n]++|\\[\s\S])*+)>")
_PLAIN = re.compile(r"[^\\() \t\n\v\f\r]*+")
_LINE_SPACES = re.compile(r"[ \t]*+")
_CLOSERS = {'"': '"', "'": "'", "(": ")"}


def read_label(src: str, pos: int) -> tuple[str, int] | None:
    """Read `[label]` at `pos`: the label, and where it ends."""
    match = _LABEL.match(src, pos)
    if match is None or len(match[1]) > MAX_LABEL:
        return None
    return match[1].strip(SPACES), match.end()


def read_destination(src: str, pos: int) -> tuple[str, int] | None:
    """Read a link destination at `pos`, still escaped, and where it ends."""
    if src.startswith("<", pos):
        match = _ANGLE.match(src, pos)
        if match is None or match.end() >= len(src):
            return None
        return match[1], match.end()
    return _read_plain(src, pos)


def _read_plain(src: str, start: int) -> tuple[str, int] | None:
    depth = 0
    length = len(src)
    pos = start
    while pos < length:
        match = _PLAIN.match(src, pos)
        assert match is not None
        pos = match.end()
        char = src[pos : pos + 1]
        if char == "\\":
            pos += 2 if src[pos + 1 : pos + 2] in PUNCTUATION else 1
        elif char == "(":
            depth += 1
            pos += 1
            if depth > _MAX_PARENTHESES:
                return None
        elif char == ")" and depth:
            depth -= 1
            pos += 1
        else:
            break
    # A destination at the very end has no `)` or line end behind it, so it is none.
    if pos >= length or (pos == start and src[pos] != ")"):
        return None
    return src[start:pos], pos


def read_title(src: str, pos: int) -> tuple[str, int] | None:
    """Read a title with its quotes at `pos`: its text, still escaped, and where it ends.

    As in cmark a closing quote behind a backslash is passed over, unless no other follows.
    """
    opening = src[pos : pos + 1]
    closing = _CLOSERS.get(opening)
    if closing is None:
        return None
    last = -1
    at = pos
    while True:
        at = _next(src, at + 1, opening, closing)
        if at < 0:
            break
        escaped = src[at - 1] == "\\" and at - 1 > pos
        if src[at] == closing:
            last = at
        if not escaped:
            break
    return (src[pos + 1 : last], last + 1) if last >= 0 else None


def _next(src: str, pos: int, opening: str, closing: str) -> int:
    at = src.find(closing, pos)
    if opening == closing:
        return at
    other = src.find(opening, pos, at if at >= 0 else len(src))
    return other if other >= 0 else at


def skip_spaces(src: str, pos: int) -> int:
    """Return the first position from `pos` on that is not white space."""
    match = _SPACES.match(src, pos)
    assert match is not None
    return match.end()


def read_inline(src: str, pos: int) -> tuple[Target, int] | None:
    """Read `(destination "title")` at `pos`: the target, and where it ends."""
    if not src.startswith("(", pos):
        return None
    destination = read_destination(src, skip_spaces(src, pos + 1))
    if destination is None:
        return None
    raw, end = destination
    at = skip_spaces(src, end)
    title = read_title(src, at) if at > end else None
    text = ""
    if title is not None:
        text, at = title
        at = skip_spaces(src, at)
    if not src.startswith(")", at):
        return None
    return Target(clean_url(raw), unescape(text)), at + 1


def clean_url(raw: str) -> str:
    """Return the address that `raw` of the source stands for."""
    return unescape(raw.strip(SPACES))


def take_definitions(text: str, context: Context) -> str:
    """Cut the reference definitions off the beginning of a paragraph and remember them.

    `text` ends with a line end. The first definition of a label counts.
    """
    pos = 0
    while text.startswith("[", pos):
        end = _read_definition(text, pos, context)
        if end is None:
            break
        pos = end
    return text[pos:]


def _read_definition(text: str, pos: int, context: Context) -> int | None:
    label = read_label(text, pos)
    if label is None or not label[0] or not text.startswith(":", label[1]):
        return None
    destination = read_destination(text, _skip_line(text, label[1] + 1))
    if destination is None:
        return None
    raw, before_title = destination
    title = ""
    at = _skip_line(text, before_title)
    found = read_title(text, at) if at > before_title else None
    end = None
    if found is not None:
        title = found[0]
        end = _line_end(text, found[1])
    if end is None:
        title = ""
        end = _line_end(text, before_title)
    if end is None:
        return None
    key = label_key(label[0])
    if key:
        context.references.setdefault(key, Target(clean_url(raw), unescape(title)))
    return end


def _skip_line(text: str, pos: int) -> int:
    """Skip spaces and at most one line end."""
    end = _skip_blanks(text, pos)
    return _skip_blanks(text, end + 1) if text.startswith("\n", end) else end


def _skip_blanks(text: str, pos: int) -> int:
    match = _LINE_SPACES.match(text, pos)
    assert match is not None
    return match.end()


def _line_end(text: str, pos: int) -> int | None:
    """Return the start of the next line if nothing but blanks follows `pos`."""
    end = _skip_blanks(text, pos)
    if end >= len(text):
        return end
    return end + 1 if text[end] == "\n" else None
