"""What two pieces of HTML have in common when attributes and wrappers of ours are left aside."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from urllib.parse import unquote

# Ours alone: the wrapper of tables, the spans of highlighted code, permalinks.
_WRAPPERS = frozenset({"div", "span"})
_VOID = frozenset({"br", "hr", "img", "input"})


def structure(html: str) -> list[str]:
    """List tags, link targets, picture sources and text in order, white space folded."""
    reader = _Reader()
    # An empty heading of a table becomes an ordinary cell: it would be announced and say nothing.
    reader.feed(re.sub(r"<th((?: [^<>]*)?)>\s*</th>", r"<td\1></td>", html))
    reader.close()
    return [token.strip() for token in reader.tokens if token.strip("' \n")]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tokens: list[str] = []
        self._skip = 0
        self._pre = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if self._skip or values.get("class") == "headerlink":
            self._skip += tag not in _VOID
            return
        self._pre += tag == "pre"
        if tag in _WRAPPERS or (self._pre and tag not in ("pre", "code")):
            return
        name = "h" if re.fullmatch("h[1-6]", tag) else tag
        facts = [unquote(values[key]) for key in ("href", "src", "alt", "start", "align") if values.get(key)]
        self.tokens.append(" ".join((f"<{name}>", *facts)))

    def handle_endtag(self, tag: str) -> None:
        if self._skip:
            self._skip -= 1
            return
        self._pre -= tag == "pre"
        if tag not in _WRAPPERS | _VOID:
            self.tokens.append(f"</{'h' if re.fullmatch('h[1-6]', tag) else tag}>")

    def handle_data(self, data: str) -> None:
        if self._skip:
            return
        text = data if self._pre else re.sub(r"\s+", " ", data)
        if not text.strip() and not self._pre:
            return
        if self.tokens and self.tokens[-1].startswith("'"):
            text = self.tokens.pop()[1:] + text
        self.tokens.append("'" + (text if self._pre else re.sub(r"\s+", " ", text).lstrip()))
