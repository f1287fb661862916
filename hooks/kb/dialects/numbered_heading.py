"""Dialect D: a numbered heading (`## 3. …`, `#### 3) …`, `### Q3: … ###`)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from kb.blocks import Line
from kb.dialects.base import Dialect, Page, Reading, Score
from kb.structure.entries import Break, Mark
from kb.structure.references import title_references
from kb.structure.toc import toc_links
from kb.wording.asking import is_question
from kb.wording.folding import latin
from kb.wording.titles import numbered_words, title_of

_NUMBERED = re.compile(
    r"[*_]{0,2}[\[(<]?(?P<prefix>Q(?:uestion|\.)?|질문|문제|문|No\.?)?\s{0,2}(?P<number>\d{1,3}(?:[-.]\d{1,3})*)"
    r"(?:번[.):]?\s+|[*_]{0,2}\s?[.):：．）\]>][*_]{0,2}(?!\d)[.:)]?\s*|(?<=\d[-.]\d)\s+|(?<=\d[-.]\d\d)\s+|\s+[-–—|]\s+)(?P<title>\S.*)$",
    re.IGNORECASE,
)
# `Q3 What is …?`: with the letter, the number needs nothing after it.
_PREFIXED = re.compile(
    r"[*_]{0,2}[\[(<]?(?P<prefix>Q|질문|문제|No\.)\s{0,2}(?P<number>\d{1,3}(?:[-.]\d{1,3})*)[\])>*_]{0,3}\s+(?P<title>\S.*)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A numbered heading; `prefix` tells that it says `Q` as well."""

    line: Line
    number: str
    title: str
    prefix: bool

    @property
    def main(self) -> int:
        """The number of the question that this one is, or follows up."""
        return int(re.split(r"[-.]", self.number)[0])


def _all_numbered(page: Page) -> list[_Numbered]:
    found = []
    for head in page.outline.headings():
        text = numbered_words(head.content)
        match = _NUMBERED.match(latin(text)) or _PREFIXED.match(latin(text))
        if match:
            number = unicodedata.normalize("NFKC", match["number"])
            found.append(_Numbered(head, number, text[match.start("title") :], bool(match["prefix"])))
    return found


def _numbered(page: Page) -> list[_Numbered]:
    """Return the numbered headings of the level that numbers the questions.

    A numbered heading deeper down (`### 1. CBOW` inside answer 7) is part of an answer, unless it
    goes on counting where the questions' own level stops (`## 10.`, then `### 11.`).
    """
    found = _all_numbered(page)
    if not found:
        return []
    levels = [one.line.level for one in found]
    level = min(set(levels), key=lambda at: (-_run(found, at), at))
    on_level = {one.main for one in found if one.line.level == level}
    kept: list[_Numbered] = []
    for one in found:
        last = kept[-1] if kept else one
        follows = one.main - last.main == 1 or (one.line.level == last.line.level and one.main == last.main)
        # `Q23` says what it is at any level.
        if one.line.level == level or one.prefix or (follows and one.main not in on_level):
            kept.append(one)
    return kept


def _run(found: list[_Numbered], level: int) -> int:
    """Return the length of the longest run of numbers that count upwards at `level`."""
    best = run = previous = 0
    for one in found:
        if one.line.level != level:
            continue
        run = run + 1 if run and one.main in (previous, previous + 1) else 1
        previous = one.main
        best = max(best, run)
    return best


def score(page: Page) -> Score:
    """Tell how many of the headings of the questions' level carry a number."""
    found = _numbered(page)
    if len(found) < 2:
        return Score(0.0, f"{len(found)} headings carry a number")
    level = max(one.line.level for one in found)
    # Level 1 is where a document's own title stands.
    same = [h for h in page.outline.headings() if h.level == level and (level > 1 or h.number > 1)]
    share = min(1.0, len(found) / max(len(same), 1))
    asking = sum(is_question(title_of(one.title)) for one in found) / len(found)
    certain = 0.4 + 0.6 * share if len(found) >= 3 else 0.7 * share
    reason = (
        f"{len(found)} headings carry a number, of {len(same)} at their level; {asking:.0%} ask something"
    )
    return Score(certain * (0.6 + 0.4 * min(1.0, 2 * asking)), reason)


def read(page: Page) -> Reading:
    """Mark the numbered headings; a heading above their level ends an answer."""
    found = _numbered(page)
    marks = tuple(
        Mark(
            one.line.number, title_of(one.title).rstrip(" #"), one.line.number, one.line.number + 1,
            one.number, one.number.count("-"), references=title_references(one.line.content),
        )
        for one in found
    )  # fmt: skip
    first = found[0].line
    levels = {one.line.number: one.line.level for one in found}
    level = first.level
    breaks: dict[int, str] = {}
    heads = page.outline.headings()
    for head in heads:
        if head.number in levels:
            level = levels[head.number]
        elif head.level < level:
            breaks[head.number] = "heading"
        elif head.number < first.number:
            breaks[head.number] = "intro"
    for link in toc_links([line for line in page.outline.lines if line.number < first.number]):
        breaks[link.line] = "toc"
    if heads[0].level == 1 and heads[0].number < first.number:
        breaks[heads[0].number] = "title"
    return Reading(marks, tuple(Break(line, kind) for line, kind in breaks.items()))


DIALECT = Dialect("numbered-heading", "D", score, read)
