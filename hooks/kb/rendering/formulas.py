"""Find formulas in Markdown before the Markdown is read, so that `_` and `*` in them stay as they are.

The forms are GitHub's: `$…$`, ``$`…`$`` and `$$…$$`; a fence called `math` is found later. A dollar
sign is money where a digit or letter touches its outer side, or a space its inner one. Unlike on
GitHub a closing dollar may touch Hangul, because particles do: `$x$는`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from kb.rendering.slots import mark
from kb.structure.covered import cover
from kb.wording.folding import composed_lines

_TOKEN = re.compile(r"\\.|<!--[\s\S]*?-->|<[A-Za-z/][^<>\n]*>|`+|\$\$?|\n[ \t]*(?:>[ \t]*)*(?=\n)")
_WORD = re.compile(r"[A-Za-z0-9]")
_QUOTE = re.compile(r"\n[ \t]*(?:>[ \t]?)+")
_LONGEST = 10_000


@dataclass(frozen=True, slots=True)
class Formula:
    """TeX source, and whether it stands on lines of its own."""

    tex: str
    display: bool


def take_formulas(gfm: str, first: int = 0) -> tuple[str, tuple[Formula, ...]]:
    """Return the text with a mark for each formula (numbered from `first`), and the formulas."""
    if "$" not in gfm:
        return gfm, ()
    found: list[Formula] = []
    pieces: list[str] = []
    for text, is_code in _parts(gfm):
        if is_code or "$" not in text:
            pieces.append(text)
            continue
        at = 0
        for start, end, formula in _formulas(text):
            pieces += [text[at:start], mark(first + len(found))]
            found.append(formula)
            at = end
        pieces.append(text[at:])
    return "".join(pieces), tuple(found)


def _parts(gfm: str) -> Iterator[tuple[str, bool]]:
    """Split a text into runs of lines inside and outside code fences."""
    if "```" not in gfm and "~~~" not in gfm:
        yield gfm, False
        return
    lines = gfm.split("\n")
    covered = cover(composed_lines(lines))
    first_open = min(covered.unclosed, default=len(lines) + 1)
    run: list[str] = []
    state = False
    for number, (text, kind) in enumerate(zip(lines, covered.kinds, strict=True), 1):
        is_code = kind in ("fence", "code") or number >= first_open
        if is_code != state and run:
            yield "\n".join(run) + "\n", state
            run = []
        state = is_code
        run.append(text)
    yield "\n".join(run), state


class _Ticks:
    """Where runs of backticks are, by their length."""

    def __init__(self, text: str) -> None:
        self._runs: dict[int, list[int]] = {}
        for run in re.finditer("`+", text):
            self._runs.setdefault(len(run[0]), []).append(run.start())

    def closing(self, length: int, after: int) -> int | None:
        """Return the end of the next run of this length."""
        starts = self._runs.get(length, [])
        at = bisect_right(starts, after)
        return starts[at] + length if at < len(starts) else None


def _formulas(text: str) -> Iterator[tuple[int, int, Formula]]:
    ticks = _Ticks(text)
    at, last = 0, text.rfind("$")
    while at <= last and (token := _TOKEN.search(text, at)):
        at = token.end()
        if token[0].startswith("`"):
            closing = ticks.closing(len(token[0]), token.start())
            if closing is not None and "\n\n" not in text[at:closing]:
                at = closing
        elif token[0].startswith("$"):
            formula = _display(text, token) if token[0] == "$$" else _inline(text, token, ticks)
            if formula:
                yield formula
                at = formula[1]


def _display(text: str, token: re.Match[str]) -> tuple[int, int, Formula] | None:
    end = text.find("$$", token.end(), token.end() + _LONGEST)
    if end < 0:
        return None
    inner = text[token.end() : end]
    if not inner.strip() or re.search(r"\n[ \t>]*\n", inner):
        return None
    return token.start(), end + 2, Formula(_QUOTE.sub("\n", inner).strip(), display=True)


def _inline(text: str, token: re.Match[str], ticks: _Ticks) -> tuple[int, int, Formula] | None:
    start, at = token.start(), token.end()
    if start and _WORD.match(text[start - 1]):
        return None
    if text.startswith("`", at):
        closing = ticks.closing(1, at)
        if closing is None or not text.startswith("$", closing) or "\n\n" in text[at:closing]:
            return None
        return start, closing + 1, Formula(text[at + 1 : closing - 1].strip(), display=False)
    end = _closing_dollar(text, at)
    return None if end is None else (start, end + 1, Formula(text[at:end], display=False))


def _closing_dollar(text: str, at: int) -> int | None:
    """Return the place of the `$` that closes a formula opened just before `at`."""
    if at >= len(text) or text[at].isspace():
        return None
    limit = text.find("\n\n", at)
    limit = min(len(text) if limit < 0 else limit, at + _LONGEST)
    end = text.find("$", at, limit)
    while end > 0 and (len(text[at:end]) - len(text[at:end].rstrip("\\"))) % 2:
        end = text.find("$", end + 1, limit)
    if end <= at or text[end - 1].isspace():
        return None
    return None if _WORD.match(text[end + 1 : end + 2]) else end
