"""What of a finished page the search reads: its sections, each with its address, heading and HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kb.search.pages import Found

# A comment, or a tag: whether it ends an element, its name, the rest.
_TAG = re.compile(
    r"""<(?:!--.*?--|(/?)([a-zA-Z][a-zA-Z0-9]*)([^>"']*+(?:"[^"]*+"[^>"']*+|'[^']*+'[^>"']*+)*+))>""",
    re.DOTALL,
)
_ID = re.compile(r"\sid=[\"']?([^\"'\s>]+)")
_PERMALINK = re.compile(r'<a\b[^>]*\bclass="headerlink".*?</a>', re.DOTALL)
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SKIPPED = frozenset(("script", "style", "object"))
_TELLING = _HEADINGS | _SKIPPED
_EXCLUDED = "data-search-exclude"
_OVER = 1_000_000  # the depth of a section whose element has ended


@dataclass(slots=True)
class _Section:
    """A heading and what follows it; `depth` is how many elements it stands in, itself included."""

    anchor: str = ""
    depth: int = 0
    excluded: bool = False
    title: str = ""
    text: list[str] = field(default_factory=list)


def collect(url: str, title: str, html: str) -> tuple[Found, ...]:
    """Return the sections of a page. One that begins inside an element ends with it.

    `title` names what stands before the first heading. Headings without an id are text, and what has
    the attribute `data-search-exclude` is left out: the search plugin's rules.
    """
    return tuple(
        Found(f"{url}#{s.anchor}" if s.anchor else url, s.title or title, "".join(s.text).strip())
        for s in _Reader(html).read()
        if not s.excluded
    )


class _Reader:
    """Reads well-formed HTML from tag to tag; `start` is the end of what has been taken.

    What ends deeper than `watched` ends nothing that is waited for.
    """

    def __init__(self, html: str) -> None:
        self._html = html
        self._start = self._heading = self._hidden = 0
        self._watched = -_OVER
        self._sections: list[_Section] = []

    def read(self) -> list[_Section]:
        depth, excluding = 0, _EXCLUDED in self._html
        for tag in _TAG.finditer(self._html):
            end, name, rest = tag.groups()
            if not name or name.lower() in _VOID or rest.endswith("/"):
                continue
            if end:
                if depth <= self._watched:
                    self._close(tag)
                depth -= 1
                continue
            depth += 1
            if not self._hidden and (name.lower() in _TELLING or (excluding and _EXCLUDED in rest)):
                self._open(tag, name.lower(), rest, depth)
        self._take(len(self._html))
        return self._sections

    def _open(self, tag: re.Match[str], name: str, rest: str, depth: int) -> None:
        identifier = _ID.search(rest) if name in _HEADINGS else None
        if identifier:
            if name != "h1" or self._sections or self._html[: tag.start()].strip():
                self._take(tag.start())
            anchor = identifier[1] if self._sections else ""
            self._sections.append(_Section(anchor, depth, _EXCLUDED in rest))
            self._start, self._heading = tag.end(), depth
        elif name in _SKIPPED or _EXCLUDED in rest:
            self._take(tag.start())
            self._hidden = depth
        self._watch()

    def _close(self, tag: re.Match[str]) -> None:
        if self._hidden:
            self._start, self._hidden = tag.end(), 0
        elif self._heading:
            title = self._html[self._start : tag.start()]
            self._sections[-1].title = _PERMALINK.sub("", title).strip()
            self._start, self._heading = tag.end(), 0
        else:
            self._take(tag.start())
            self._start = tag.start()
            self._current.depth = _OVER
        self._watch()

    def _watch(self) -> None:
        """Note what may end next: what is hidden, a heading, or the element that holds the section."""
        depth = self._current.depth if self._sections else _OVER
        self._watched = self._hidden or self._heading or (depth - 1 if depth < _OVER else -_OVER)

    @property
    def _current(self) -> _Section:
        return next((s for s in reversed(self._sections) if s.depth < _OVER), self._sections[0])

    def _take(self, end: int) -> None:
        if not self._sections:
            self._sections.append(_Section())
        self._current.text.append(self._html[self._start : end])
