"""Dialect C: the heading is the question or its topic; follow-ups are one level deeper.

So are ordinary sub-headings, and above both may stand section headings. The levels are told
apart by what their headings have in common: sections hold no text of their own, follow-ups
read as questions at least now and then, parts of an answer (definition, pros) do not.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter, defaultdict
from dataclasses import dataclass, replace

from kb.blocks import Line
from kb.dialects.base import Dialect, Page, Reading, Score
from kb.structure.bodies import SEPARATOR, is_navigation
from kb.structure.entries import Break, Mark
from kb.structure.references import is_reference_heading, title_references
from kb.structure.toc import slug, toc_links
from kb.wording.asking import is_part, is_question
from kb.wording.inlines import plain
from kb.wording.labels import invites
from kb.wording.titles import answer_of, asked, unprefixed

# Real files of follow-ups have about half of them phrased as questions; sub-headings hardly any.
_FOLLOW_UPS_ASK = 0.3
_SECTIONS_EMPTY = 0.6
_CONTENTS = 3
_MOSTLY_LINKS = 0.8
# So many headings must have parts of their own to be questions each.
_ALIKE = 2
_SUMMARY = re.compile(r"<summary\b[^<>]*>([\s\S]*?)</summary>", re.IGNORECASE)
# Lines within which a `<details>` says its summary.
_OPENING = 4
_LINKS = re.compile(r"[\s>#*+\-\d.]{0,40}(?:!?\[[^\]]{0,300}\]\([^)#][^)]{0,2000}\)[\s,|·]{0,9})+")
_COUNTED = re.compile(r"(?P<number>\d{1,3})[.)]\s+(?P<title>[^\s\d].*)$")
_LINK_ONLY = re.compile(r"\[[^\[\]]*\]\([^()]*(?:\([^()]*\)[^()]*)*\)")


@dataclass(frozen=True, slots=True)
class _Levels:
    title: int | None
    question: int
    follow_up: int | None


def _heads(page: Page) -> tuple[Line, ...]:
    return tuple(h for h in page.outline.headings() if h.content)


def _has_text(page: Page, heads: tuple[Line, ...], index: int) -> bool:
    end = heads[index + 1].number - 1 if index + 1 < len(heads) else len(page.outline.lines)
    between = page.outline.text(heads[index].number + 1, end)
    return any(
        line.kind not in ("blank", "rule", "comment") and not SEPARATOR.fullmatch(line.text)
        for line in between
    )


def _levels(page: Page) -> _Levels:
    """Decide which level asks, and whether the next one asks as well."""
    heads = _heads(page)
    used = sorted({h.level for h in heads})
    title = _title(heads)
    levels = [at for at in used if any(h.level == at and h.number != title for h in heads)]
    question = levels[-1]
    told = _folded(page, heads) or _in_contents(page, heads)
    for level in [told] if told else levels:
        at = [i for i, h in enumerate(heads) if h.level == level and h.number != title]
        empty = sum(_is_empty(page, heads, i) for i in at)
        if told or empty < _SECTIONS_EMPTY * len(at):
            question = level
            break
    deeper = [at for at in levels if at > question]
    below = [h for h in heads if deeper and h.level == deeper[0]]
    asking = sum(is_question(plain(h.content)) for h in below)
    follow_up = deeper[0] if below and asking >= _FOLLOW_UPS_ASK * len(below) else None
    return _Levels(title, question, follow_up)


def _is_empty(page: Page, heads: tuple[Line, ...], index: int) -> bool:
    """Tell whether a heading only groups those below it: no text, no question, no part of an answer."""
    below = heads[index + 1] if index + 1 < len(heads) else None
    if below and below.level > heads[index].level and is_part(plain(below.content)):
        return False
    return not _has_text(page, heads, index) and not is_question(heads[index].content)


def _links_away(page: Page, heads: tuple[Line, ...]) -> frozenset[int]:
    """Return the lines of headings of an index: they and most of their level are nothing but links."""
    links: dict[int, list[int]] = defaultdict(list)
    for index, head in enumerate(heads):
        if _LINK_ONLY.fullmatch(head.content) and not _has_text(page, heads, index):
            links[head.level].append(head.number)
    sizes = Counter(head.level for head in heads)
    return frozenset(line for level, at in links.items() if 2 * len(at) > sizes[level] for line in at)


def _folded(page: Page, heads: tuple[Line, ...]) -> int | None:
    """Return the level of the headings whose answer is folded away in a `<details>`, if any are."""
    below = [(h.level, page.outline.next_line(h.number)) for h in heads]
    folded = [level for level, line in below if line and _folds_answer(page, line)]
    return max(set(folded), key=folded.count) if folded else None


def _folds_answer(page: Page, line: Line) -> bool:
    """Tell whether a `<details>` opens in a line whose summary asks nothing of its own."""
    if not line.text.lstrip().lower().startswith("<details"):
        return False
    opening = "\n".join(n.text for n in page.outline.text(line.number, line.number + _OPENING))
    said = _SUMMARY.search(opening)
    return said is None or invites(plain(said[1].replace("\n", " ")))


def _in_contents(page: Page, heads: tuple[Line, ...]) -> int | None:
    """Return the level of the headings that the outer items of a table of contents link to."""
    links = toc_links(page.outline.lines[: heads[-1].number - 1])
    outer = min((link.column for link in links), default=0)
    targets = {slug(link.target) for link in links if link.column == outer}
    linked = [h.level for h in heads if slug(plain(h.content)) in targets]
    if len(linked) < _CONTENTS or len(linked) < 0.5 * len(targets):
        return None
    return max(set(linked), key=linked.count)


def _title(heads: tuple[Line, ...]) -> int | None:
    """Return the line of the document's own title: an only H1, first, that others stand under."""
    first = heads[0]
    tops = [h for h in heads if h.level == 1]
    if first.level == 1 and len(tops) == 1 and len(heads) > 1:
        return first.number
    return None


def score(page: Page) -> Score:
    """Any two headings may be read so: the dialect of last resort, surer the more of them ask."""
    heads = _heads(page)
    if len(heads) < 2:
        return Score(0.0, f"{len(heads)} headings")
    asking = sum(is_question(plain(h.content)) for h in heads)
    reason = f"{asking} of {len(heads)} headings ask something"
    if not asking and _is_index(page):
        return Score(0.0, f"{reason}; nearly all lines are links")
    if _folded(page, heads):
        return Score(0.93, f"{reason}; answers are folded away in <details>")
    if _in_contents(page, heads):
        return Score(0.93, f"{reason}; a table of contents links to them")
    if _self_contained(page, heads):
        return Score(0.7, f"{reason}; each has its own parts, references or links back")
    return Score(0.2 + 0.5 * asking / len(heads), reason)


def _is_index(page: Page) -> bool:
    """Tell whether nearly all lines are links to other pages."""
    said = [line for line in page.outline.lines if line.kind == "text"]
    links = sum(bool(_LINKS.fullmatch(line.text)) for line in said if "](" in line.text)
    return links > _MOSTLY_LINKS * len(said)


def _self_contained(page: Page, heads: tuple[Line, ...]) -> bool:
    """Tell whether several headings of one level each have what a whole answer has: a part named
    definition or pros, references of its own, a line of links back to the top."""
    level = _levels(page).question
    own: set[int] = set()
    parts: set[int] = set()
    above = 0
    for head in heads:
        if head.level <= level:
            above = head.number if head.level == level else 0
        elif above and is_reference_heading(head):
            own.add(above)
        elif above and is_part(plain(head.content)):
            parts.add(above)
    starts = [head.number for head in heads]
    for line in page.outline.lines:
        if line.kind == "text" and is_navigation(line.text) and (at := bisect(starts, line.number)):
            own.add(starts[at - 1])
    of_level = [head for head in heads if head.level == level]
    return max(len(own), len(parts)) >= max(_ALIKE, 0.5 * len(of_level))


def read(page: Page) -> Reading:
    """Mark the headings that ask; end an answer at headings above them."""
    heads = _heads(page)
    levels, away = _levels(page), _links_away(page, heads)
    marks: list[Mark] = []
    breaks: dict[int, str] = {}
    for head in heads:
        if head.number == levels.title:
            breaks[head.number] = "title"
        elif head.level < levels.question or head.number in away:
            breaks[head.number] = "heading"
        elif head.level == levels.question and marks and (said := _answer(head)) is not None:
            above = page.outline.next_line(marks[-1].line)
            if above is head:
                marks[-1] = replace(marks[-1], body=head.number + 1, lead=said)
        elif head.level == levels.question and not is_reference_heading(head):
            marks.append(_mark(head, 0))
        elif head.level == levels.question:
            breaks[head.number] = "references"
        elif head.level == levels.follow_up and not (
            is_part(plain(head.content)) or is_reference_heading(head)
        ):
            marks.append(_mark(head, 1))
    first = marks[0].line if marks else len(page.outline.lines) + 1
    for link in toc_links(page.outline.lines[: first - 1]):
        breaks[link.line] = "toc"
    return Reading(tuple(marks), tuple(Break(line, kind) for line, kind in breaks.items()))


def _answer(head: Line) -> str | None:
    """Return the first words of an answer in its own heading (`### A. …`, `## 정답`), None elsewhere."""
    said = answer_of(head.content)
    return answer_of(f"{plain(head.content)}:") if said is None else said


def _mark(head: Line, depth: int) -> Mark:
    counted = _COUNTED.match(head.content)
    title = counted["title"] if counted else head.content
    split, line = asked(title), head.number
    number = counted["number"] if counted else split[0] if split else None
    return Mark(
        line, unprefixed(title), line, line + 1, number, depth,
        references=title_references(head.content),
    )  # fmt: skip


DIALECT = Dialect("heading", "C", score, read)
