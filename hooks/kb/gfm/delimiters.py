"""Emphasis and strikethrough: runs of `*`, `_` and `~`, and which of them pair up.

The algorithm is the delimiter stack of the CommonMark specification as cmark-gfm implements it
(`process_emphasis` in `src/inlines.c`, `insert` in `extensions/strikethrough.c`).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kb.gfm.chars import is_punctuation, is_space

# cmark-gfm reads at most so many tildes as one run.
_MAX_TILDES = 100


@dataclass(slots=True, eq=False)
class Run:
    """A run of delimiters in the text: what is left of it, and the tags that grew on its two sides.

    `size` is the number of characters it had, `left` how many are still plain text; `position` is
    where it ends in the text. `closes` come before the remaining characters, `opens` after them,
    innermost first. `previous` and `next` link the runs that may still pair up.
    """

    char: str
    size: int
    position: int
    can_open: bool
    can_close: bool
    left: int
    closes: list[str] = field(default_factory=list)
    opens: list[str] = field(default_factory=list)
    previous: Run | None = None
    next: Run | None = None


def read_run(src: str, pos: int) -> Run:
    """Read the run of delimiters at `pos`; it can neither open nor close when it is plain text."""
    char = src[pos]
    end = pos + 1
    limit = len(src) if char != "~" else min(len(src), pos + _MAX_TILDES)
    while end < limit and src[end] == char:
        end += 1
    size = end - pos
    before, after = _neighbours(src, pos, end, skip="" if char == "~" else "~")
    space_before, space_after = is_space(before), is_space(after)
    punct_before, punct_after = is_punctuation(before), is_punctuation(after)
    left = not space_after and (not punct_after or space_before or punct_before)
    right = not space_before and (not punct_before or space_after or punct_after)
    if char == "_":
        left, right = left and (not right or punct_before), right and (not left or punct_after)
    elif char == "~" and size > 2:
        left = right = False
    return Run(char, size, end, left, right, size)


def _neighbours(src: str, start: int, end: int, skip: str) -> tuple[str, str]:
    """Return the characters beside a run; `skip` are those that cmark-gfm looks past."""
    before = start - 1
    while before > 0 and src[before] == skip:
        before -= 1
    after = end
    while after < len(src) and src[after] == skip:
        after += 1
    left = src[before] if before >= 0 else "\n"
    right = src[after] if after < len(src) else "\n"
    return "\n" if left == skip else left, right


class Stack:
    """The runs that may still pair up, in the order of the text."""

    __slots__ = ("last",)

    def __init__(self) -> None:
        self.last: Run | None = None

    def push(self, run: Run) -> None:
        """Add `run` at the end."""
        run.previous = self.last
        if self.last is not None:
            self.last.next = run
        self.last = run

    def _remove(self, run: Run) -> None:
        if run.next is None:
            self.last = run.previous
        else:
            run.next.previous = run.previous
        if run.previous is not None:
            run.previous.next = run.next

    def resolve(self, bottom: int) -> None:
        """Pair up the runs that end at `bottom` or later, and forget them."""
        bottoms: dict[tuple[int, str], int] = {}
        closer = self._first(bottom)
        while closer is not None:
            if not closer.can_close:
                closer = closer.next
                continue
            key = (closer.size % 3, closer.char)
            opener = _find_opener(closer, max(bottom, bottoms.get(key, 0)))
            if opener is not None:
                closer = self._strike(opener, closer) if closer.char == "~" else self._emphasise(opener, closer)
                continue
            bottoms[key] = closer.position
            following = closer.next
            if not closer.can_open:
                self._remove(closer)
            closer = following
        while self.last is not None and self.last.position >= bottom:
            self._remove(self.last)

    def _first(self, bottom: int) -> Run | None:
        first: Run | None = None
        candidate = self.last
        while candidate is not None and candidate.position >= bottom:
            first, candidate = candidate, candidate.previous
        return first

    def _emphasise(self, opener: Run, closer: Run) -> Run | None:
        used = 2 if opener.left >= 2 and closer.left >= 2 else 1
        tag = "strong" if used == 2 else "em"
        opener.left -= used
        closer.left -= used
        opener.opens.append(tag)
        closer.closes.append(tag)
        between = closer.previous
        while between is not None and between is not opener:
            between, passed = between.previous, between
            self._remove(passed)
        if opener.left == 0:
            self._remove(opener)
        if closer.left:
            return closer
        following = closer.next
        self._remove(closer)
        return following

    def _strike(self, opener: Run, closer: Run) -> Run | None:
        following = closer.next
        if opener.left == closer.left:
            opener.left = closer.left = 0
            opener.opens.append("del")
            closer.closes.append("del")
        passed: Run | None = closer
        while passed is not None and passed is not opener:
            self._remove(passed)
            passed = passed.previous
        self._remove(opener)
        return following


def _find_opener(closer: Run, bottom: int) -> Run | None:
    """Return the nearest run before `closer` that it can close, no further back than `bottom`."""
    opener = closer.previous
    while opener is not None and opener.position >= bottom:
        if opener.can_open and opener.char == closer.char:
            # The rule of three: a run that can do both pairs only with a fitting length.
            both = closer.can_open or opener.can_close
            if not both or closer.size % 3 == 0 or (opener.size + closer.size) % 3 != 0:
                return opener
        opener = opener.previous
    return None
