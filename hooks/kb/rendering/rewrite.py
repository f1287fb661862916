"""Make a cleaned answer fit the page: headings, links, pictures, code, tables, alerts."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from typing import Final

from kb.model import Lang, Text
from kb.rendering.code import code_block
from kb.rendering.draft import Anchor, Draft, FigureCall, Heading, Link, Picture, Problem, Slot
from kb.rendering.formulas import Formula
from kb.rendering.slots import fill, mark

# The page has an h1, and h2 for "answers", "references" and so on.
TOP_LEVEL = 3
DEEPEST = 6
_VOID = frozenset({"br", "col", "hr", "img", "input", "wbr"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_INLINE = frozenset({"a", "b", "strong", "em", "i", "code", "span", "sub", "sup", "del", "s", "u", "kbd"})
# What nh3 writes: tags in small letters, every value in quotes, `<` nowhere else.
_TOKEN = re.compile(r'<(/?)([a-z][a-z0-9]*)((?: [^\s="]+="[^"]*")*)>|([^<]+)')
_ATTRIBUTE = re.compile(r' ([^\s="]+)="([^"]*)"')
_ALERT = re.compile(
    r"<blockquote>\s*<p>\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\](?:<br>)?\s*(?:</p>)?", re.IGNORECASE
)
_ALERTS: Mapping[str, tuple[str, Text]] = {
    "note": ("note", Text("참고", "Note")),
    "tip": ("tip", Text("팁", "Tip")),
    "important": ("info", Text("중요", "Important")),
    "warning": ("warning", Text("주의", "Warning")),
    "caution": ("danger", Text("경고", "Caution")),
}
_FIGURE = re.compile(r"figure:([A-Za-z0-9_.-]{1,80})")
_LONE_FIGURE = re.compile(r"<p>\s*((?:<!--kb-figure-->[^<]*)+)</p>")
_LOCAL: Final = re.compile(
    r"(?:file:|figure:|[A-Za-z]:[\\/]|/(?:Users|home|private|tmp|var)/|~/|\\\\)", re.IGNORECASE
)
# A Markdown file on a forge may be one of our own documents.
_FORGE = re.compile(
    r"https?://[^/]+/[^?#]*/(?:blob|raw|src)/[^?#]*\.(?:md|markdown)(?:[?#]|$)", re.IGNORECASE
)
PERMALINK = Text("이 위치로 가는 링크", "Permanent link")
MISSING = Text("그림을 표시할 수 없습니다", "This picture cannot be shown")
_EMPTY_HEADING = re.compile(r"<th((?: [^<>]*)?)>\s*</th>")
DONE = Text("완료", "Done")
OPEN = Text("할 일", "To do")


def rewrite(clean: str, lang: Lang, slots: list[Slot]) -> Draft:
    """Turn cleaned HTML into a draft; `slots` holds what its marks already stand for."""
    levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", clean)]
    rewriter = _Rewriter(lang, slots, min(levels, default=TOP_LEVEL))
    rewriter.feed(_ALERT.sub(lambda m: f'<blockquote data-alert="{m[1].lower()}"><p>', clean))
    finished = _LONE_FIGURE.sub(r"\1", "".join(rewriter.out)).replace("<!--kb-figure-->", "")
    # A heading that says nothing would be announced for every cell below it.
    finished = _EMPTY_HEADING.sub(r"<td\1></td>", finished)
    text = " ".join("".join(rewriter.words).split())
    return Draft(finished, tuple(slots), tuple(rewriter.headings), text, tuple(rewriter.problems))


class _Rewriter:
    """One pass over well-formed HTML; `out` collects what is written, `words` the visible text."""

    def __init__(self, lang: Lang, slots: list[Slot], top: int) -> None:
        self.lang = lang
        self.slots = slots
        self.shift = TOP_LEVEL - top
        self.out: list[str] = []
        self.words: list[str] = []
        self.headings: list[Heading] = []
        self.problems: list[tuple[Problem, str]] = []
        self._closing: list[str] = []
        self._code: list[str] | None = None
        self._language = ""
        self._heading_from = 0
        self._special: Mapping[str, Callable[[dict[str, str]], str]] = {
            "a": self._link,
            "blockquote": self._quote,
            "img": self._image,
            "input": self._checkbox,
            "li": self._item,
            "table": self._table,
        }

    def feed(self, clean: str) -> None:
        """Write what becomes of cleaned HTML; the text stays as it is."""
        for closes, tag, attributes, text in _TOKEN.findall(clean):
            if text:
                self._text(text)
            elif closes:
                self._end(tag)
            else:
                self._start(tag, attributes)

    def _start(self, tag: str, attributes: str) -> None:
        """Write an opening tag, and remember what will close it."""
        if self._code is not None:
            return
        values = {
            name: self._without_marks(html.unescape(value)) for name, value in _ATTRIBUTE.findall(attributes)
        }
        if tag == "pre":
            self._code, self._language = [], values.get("lang", "")
            return
        if tag in _VOID:
            self.words.append(" " if tag != "wbr" else "")
        else:
            self._closing.append(f"</{tag}>")
        if tag in _HEADINGS:
            self.out.append(self._open_heading(int(tag[1])))
        else:
            self.out.append(self._special[tag](values) if tag in self._special else _tag(tag, values))

    def _end(self, tag: str) -> None:
        """Write what closes the element."""
        if self._code is not None:
            if tag == "pre":
                self._end_code()
            return
        if tag in _VOID or not self._closing:
            return
        if tag in _HEADINGS:
            self._close_heading()
        self.out.append(self._closing.pop())
        if tag not in _INLINE:
            self.words.append(" ")

    def _text(self, text: str) -> None:
        """Keep text; in code and in the plain text `&lt;` and the like are the characters they mean."""
        if self._code is not None:
            self._code.append(html.unescape(text))
        else:
            self.out.append(text)
            self.words.append(html.unescape(text))

    def _slot(self, slot: Slot) -> str:
        self.slots.append(slot)
        return mark(len(self.slots) - 1)

    def _without_marks(self, text: str) -> str:
        """Put TeX back in the place of formulas, where no markup can stand."""
        if "\ue000" not in text:
            return text

        def source(number: int) -> str:
            slot = self.slots[number]
            return f"${slot.tex}$" if isinstance(slot, Formula) else ""

        return fill(text, source)

    def _end_code(self) -> None:
        code = self._without_marks("".join(self._code or ()))
        self._code = None
        if self._language == "math":
            self.out.append(f"<p>{self._slot(Formula(code.strip(), display=True))}</p>")
        else:
            self.out.append(code_block(code, self._language))
        self.words.append(f" {code} ")

    def _open_heading(self, written: int) -> str:
        level = min(written + self.shift, DEEPEST)
        self._closing[-1] = f"</h{level}>"
        name = str(len(self.headings) + 1)
        self.headings.append(Heading(name, level, ""))
        self._heading_from = len(self.words)
        return f'<h{level} id="{self._slot(Anchor(name))}">'

    def _close_heading(self) -> None:
        last = self.headings[-1]
        text = " ".join("".join(self.words[self._heading_from :]).split())
        self.headings[-1] = Heading(last.id, last.level, text)
        address, title = self._slot(Anchor(last.id)), PERMALINK.get(self.lang)
        self.out.append(f'<a class="headerlink" href="#{address}" title="{title}" aria-label="{title}">¶</a>')

    def _link(self, values: dict[str, str]) -> str:
        href = values.pop("href", None)
        if name := values.pop("id", None):
            values["id"] = self._slot(Anchor(name))
        if href is None:
            # A link that leads nowhere is no link; scripts of the theme trip over it.
            self._closing[-1] = "</span>"
            return _tag("span", values)
        if re.match(r"#fn(?:ref)?-", href) and values.get("class", "footnote-ref").startswith("footnote"):
            return _tag("a", {**values, "href": f"#{self._slot(Anchor(href[1:]))}"})
        if _FORGE.match(href):
            return _tag("a", {**values, "href": self._slot(Link(href)), "rel": "noopener"})
        if re.match(r"(?:https?:)?//", href, re.IGNORECASE):
            return _tag("a", {**values, "href": href, "rel": "noopener"})
        if href.lower().startswith("mailto:"):
            return _tag("a", {**values, "href": href})
        return _tag("a", {**values, "href": self._slot(Link(href))})

    def _item(self, values: dict[str, str]) -> str:
        if name := values.pop("id", None):
            values["id"] = self._slot(Anchor(name))
        return _tag("li", values)

    def _quote(self, values: dict[str, str]) -> str:
        kind = values.pop("data-alert", None)
        if kind is None:
            return _tag("blockquote", values)
        style, title = _ALERTS[kind]
        self._closing[-1] = "</div>"
        return f'<div class="admonition {style}"><p class="admonition-title">{title.get(self.lang)}</p>'

    def _table(self, values: dict[str, str]) -> str:
        self._closing[-1] = "</table></div>"
        return f'<div class="kb-table" tabindex="0">{_tag("table", values)}'

    def _checkbox(self, values: dict[str, str]) -> str:
        if values.get("type") != "checkbox" or "disabled" not in values:
            return ""
        checked = "checked" in values
        name = (DONE if checked else OPEN).get(self.lang)
        return f'<input type="checkbox" disabled{" checked" if checked else ""} aria-label="{name}">'

    def _image(self, values: dict[str, str]) -> str:
        source, alt = values.pop("src", "").strip(), html.unescape(values.pop("alt", ""))
        self.words.append(f" {alt} ")
        if figure := _FIGURE.fullmatch(source):
            return "<!--kb-figure-->" + self._slot(FigureCall(figure[1], alt))
        if not source or source.lower().startswith("data:") or _LOCAL.match(source):
            self.problems.append(("local-image", source[:60] or "(none)"))
            return self._missing(alt or PurePosixPath(source[:200]).name)
        lazy = {"alt": alt, **values, "loading": "lazy", "decoding": "async"}
        if re.match(r"(?:https?:)?//", source, re.IGNORECASE):
            return _tag("img", {"src": source, **lazy, "referrerpolicy": "no-referrer", "class": "kb-remote"})
        return _tag("img", {"src": self._slot(Picture(source, alt)), **lazy})

    def _missing(self, what: str) -> str:
        return f'<span class="kb-missing">{MISSING.get(self.lang)}: {html.escape(what[:80])}</span>'


def _tag(name: str, values: Mapping[str, str]) -> str:
    if not values:
        return f"<{name}>"
    attributes = "".join(f' {key}="{html.escape(value)}"' for key, value in values.items())
    return f"<{name}{attributes}>"
