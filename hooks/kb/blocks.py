"""What every dialect needs to know of a document's lines: headings, fences, `<details>`.

One pass over the lines; no Markdown is rendered here. A line inside a code fence, an HTML
comment or the front matter is never a heading, whatever it looks like.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Literal

from kb.structure.covered import cover
from kb.structure.covered import front_matter_length as front_matter_length
from kb.structure.headings import Heading, find_headings
from kb.wording.folding import INVISIBLE, composed_lines

Kind = Literal[
    "blank", "heading", "underline", "rule", "fence", "code", "comment", "front-matter", "conflict", "text"
]

_RULE = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})$")
_DETAILS = re.compile(r"<(/?)details\b", re.IGNORECASE)
_INLINE_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")
_BLANK = " \t\v\f\u3000\xa0" + INVISIBLE


@dataclass(frozen=True, slots=True)
class Line:
    """One source line. `level` and `content` are a heading's; `details` counts open `<details>`.

    `text` is the line as it is read (Hangul composed, stray invisible characters dropped).
    """

    number: int
    text: str
    kind: Kind
    level: int = 0
    content: str = ""
    details: int = 0

    @property
    def indent(self) -> int:
        """Columns of leading white space; a tab reaches the next multiple of four."""
        head = self.text[: len(self.text) - len(self.text.lstrip())].expandtabs(4)
        return len(head) - len(head.lstrip(" "))


@dataclass(frozen=True, slots=True)
class Outline:
    """A document's lines as scanned.

    `raw` are the lines as written. `unclosed` are the lines of fences that nothing closes, `open`
    those of `<details>`, `glued` those of headings without a space after `#`; `conflicts` are the
    first and last lines of what git could not merge. `closing` maps the line of a `<details>` to
    that of its `</details>`.
    """

    lines: tuple[Line, ...]
    raw: tuple[str, ...]
    unclosed: tuple[int, ...] = ()
    open: tuple[int, ...] = ()
    glued: tuple[int, ...] = ()
    conflicts: tuple[tuple[int, int], ...] = ()
    closing: Mapping[int, int] = field(default_factory=dict)

    def headings(self) -> tuple[Line, ...]:
        """Return the headings that are not inside `<details>`."""
        return tuple(line for line in self.lines if line.kind == "heading" and not line.details)

    def next_line(self, after: int) -> Line | None:
        """Return the first line below line `after` that is not blank, None where there is none."""
        for index in range(after, len(self.lines)):
            if self.lines[index].kind != "blank":
                return self.lines[index]
        return None

    def text(self, start: int, end: int) -> tuple[Line, ...]:
        """Return the lines numbered `start` to `end`, both inclusive."""
        return self.lines[start - 1 : end]


def scan(raw: Sequence[str]) -> Outline:
    """Classify every line of a document."""
    texts = composed_lines(raw)
    covered = cover(texts)
    plain = [kind or _plain_kind(text) for text, kind in zip(texts, covered.kinds, strict=True)]
    headings = find_headings(texts, plain)
    kinds = [_kind(index, kind, headings) for index, kind in enumerate(plain)]
    nesting = _nesting(texts, kinds)
    none = Heading(0, "")
    return Outline(
        lines=tuple(
            Line(index + 1, text, kind, head.level, head.content, depth)
            for index, (text, kind, depth) in enumerate(zip(texts, kinds, nesting.depths, strict=False))
            for head in (headings.get(index, none),)
        ),
        raw=tuple(raw),
        unclosed=covered.unclosed,
        open=nesting.open,
        glued=tuple(index + 1 for index, head in headings.items() if head.glued),
        conflicts=covered.conflicts,
        closing=nesting.closing,
    )


def _plain_kind(text: str) -> Kind:
    if not text.strip(_BLANK):
        return "blank"
    return "rule" if _RULE.match(text) else "text"


def _kind(index: int, kind: Kind, headings: Mapping[int, Heading]) -> Kind:
    if index in headings:
        return "heading"
    above = headings.get(index - 1)
    return "underline" if above and above.underlined else kind


@dataclass(frozen=True, slots=True)
class _Nesting:
    """For every line the number of open `<details>`, and the lines where they open and close."""

    depths: Sequence[int]
    open: tuple[int, ...]
    closing: Mapping[int, int]


def _nesting(texts: Sequence[str], kinds: Sequence[Kind]) -> _Nesting:
    """Pair the tags. A `<details>` that nothing closes encloses nothing, so that the rest of the
    document is read as usual."""
    changes = [0] * (len(texts) + 1)
    open_: list[int] = []
    closing: dict[int, int] = {}
    for index, text in enumerate(texts):
        if "<" not in text or kinds[index] not in ("text", "heading") or "details" not in text.lower():
            continue
        for tag in _DETAILS.finditer(_INLINE_CODE.sub("", text)):
            if not tag[1]:
                open_.append(index)
            elif open_:
                start = open_.pop()
                closing[start + 1] = index + 1
                if index > start:
                    changes[start + 1] += 1
                    changes[index + 1] -= 1
    depths = list(accumulate(changes))
    return _Nesting(depths, tuple(sorted({index + 1 for index in open_})), closing)
