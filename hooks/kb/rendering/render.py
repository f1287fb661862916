"""Render one answer: Markdown → draft → fragment."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from kb.diagnostics import Code, Diagnostic
from kb.model import Answer, Lang
from kb.packed import Packed, packed
from kb.rendering.draft import Anchor, Draft, FigureCall, Heading, Link, Picture, Problem, Slot
from kb.rendering.formulas import Formula, take_formulas
from kb.rendering.katex import Typeset
from kb.rendering.markdown import to_html
from kb.rendering.rewrite import rewrite
from kb.rendering.sanitize import clean, dangers
from kb.rendering.slots import fill, mark, without_marks

# Real answers stay far below these; browsers and HTML parsers grow slow far above them.
_LARGEST = 1_000_000
_DEEPEST = 150
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*>")
_MARKUP = re.compile(r"<!--.*?-->|</?[a-zA-Z][^<>]*>|<[!?][^<>]*>", re.DOTALL)
_LETTERS = re.compile(r"[^\W_]+")
# Elements that need no end tag, and so do not nest when it is left out.
_FLAT = frozenset(
    ("br", "col", "dd", "dt", "hr", "img", "input", "li", "p", "rp", "rt", "tbody", "td", "tfoot", "th",
     "thead", "tr", "wbr")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fragment:
    """A finished answer: harmless, typeset, with every address it needs.

    `images` are the pictures beside the source file that it shows, as written there; `text` is
    what a reader sees, without markup.
    """

    content: Packed
    headings: tuple[Heading, ...]
    figures: tuple[str, ...]
    images: tuple[str, ...]
    text: str
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def html(self) -> str:
        """Its HTML, unpacked anew."""
        return self.content.text


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an answer's addresses mean: each function returns None for one that leads nowhere.

    `anchor` makes ids unique on a page; it is the same in both languages.
    """

    anchor: str
    link: Callable[[str], str | None]
    picture: Callable[[str], str | None]
    figure: Callable[[str, str], str | None]


def draft(gfm: str, lang: Lang) -> Draft:
    """Render Markdown as far as possible without knowing where it will stand."""
    source = without_marks(gfm.replace("\0", "\ufffd"))
    if len(source) > _LARGEST:
        return _as_text(source, "larger than 1 MB")
    text, formulas = take_formulas(source)
    written = to_html(text)
    if _too_deep(written):
        return _as_text(source, f"nested more than {_DEEPEST} deep")
    slots: list[Slot] = [*formulas]
    found = rewrite(clean(written), lang, slots)
    if "<" in text and _swallowed(written, found.text):
        return _as_text(source, "swallowed by an HTML tag or comment that is not closed")
    problems: tuple[tuple[Problem, str], ...] = tuple(("unsafe", name) for name in dangers(written))
    return Draft(found.html, found.slots, found.headings, found.text, (*problems, *found.problems))


def _too_deep(written: str) -> bool:
    if written.count("<") - written.count("</") <= _DEEPEST:
        return False
    depth = 0
    for tag in _TAG.finditer(written):
        if tag[2].lower() not in _FLAT and not tag[0].endswith("/>"):
            depth += -1 if tag[1] else 1
            if depth > _DEEPEST:
                return True
    return False


def _swallowed(written: str, shown: str) -> bool:
    """Tell whether an open quote or comment made the parser drop text that its author wrote."""
    text = _MARKUP.sub(" ", written)
    letters, kept = (sum(map(len, _LETTERS.findall(part))) for part in (html.unescape(text), shown))
    return letters - kept > max(20, letters // 20)


def _as_text(source: str, why: str) -> Draft:
    shown = f"<pre><code>{html.escape(source[:_LARGEST])}</code></pre>"
    return Draft(shown, (), (), source[:_LARGEST], (("complex", why),))


def formulas_of(found: Draft) -> Iterator[Formula]:
    """Yield the formulas that a draft needs typeset."""
    return (slot for slot in found.slots if isinstance(slot, Formula))


def finish(
    found: Draft, answer: Answer, around: Surroundings, typeset: Mapping[Formula, Typeset]
) -> Fragment:
    """Put addresses, pictures and formulas in their places."""
    report = _Report(answer)
    for kind, what in found.problems:
        report.problem(kind, what)

    def value(number: int) -> str:
        slot = found.slots[number] if number < len(found.slots) else None
        match slot:
            case Formula():
                return _formula(slot, typeset[slot], report)
            case Anchor(name):
                return f"{around.anchor}-{html.escape(name)}"
            case Link(target):
                return _link(target, around, report)
            case Picture(target):
                return _picture(target, around, report)
            case FigureCall(identifier, alt):
                return _figure(identifier, alt, around, report)
            case _:
                return mark(number)

    finished = fill(found.html, value)
    return Fragment(
        content=packed(finished),
        headings=tuple(
            Heading(f"{around.anchor}-{h.id}", h.level, _plain(h.text, found)) for h in found.headings
        ),
        figures=tuple(dict.fromkeys(s.id for s in found.slots if isinstance(s, FigureCall))),
        images=tuple(dict.fromkeys(s.target for s in found.slots if isinstance(s, Picture))),
        text=_plain(found.text, found),
        diagnostics=tuple(report.found),
    )


def _plain(text: str, found: Draft) -> str:
    """Put TeX in the place of formulas; other marks say nothing."""

    def value(number: int) -> str:
        slot = found.slots[number] if number < len(found.slots) else None
        return slot.tex if isinstance(slot, Formula) else ""

    return " ".join(fill(text, value).split())


class _Report:
    """Collects diagnostics about an answer, each with the line that what it is about stands on."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self.found: list[Diagnostic] = []

    def add(self, code: Code, what: str, message: str, hint: str) -> None:
        """Note a message about the line that holds `what`."""
        before = self._answer.gfm.find(what) if what else -1
        line = self._answer.body_line + (self._answer.gfm.count("\n", 0, before) if before > 0 else 0)
        self.found.append(Diagnostic(code, self._answer.source, line, message, hint))

    def problem(self, kind: Problem, what: str) -> None:
        """Note what the draft found."""
        if kind == "unsafe":
            self.add(
                Code.UNSAFE_REMOVED, what, f'"{what}" has no effect here', "use Markdown instead of HTML"
            )
        elif kind == "complex":
            self.add(Code.TOO_COMPLEX, "", f"this answer is {what}; it is shown as plain text", "split it")
        else:
            message = f'the picture "{what}" exists on one computer only'
            self.add(
                Code.MISSING_IMAGE,
                what,
                message,
                "save it beside the file and link to it by its relative path",
            )


def _formula(formula: Formula, done: Typeset, report: _Report) -> str:
    if done.html:
        return done.html
    report.add(Code.MATH_ERROR, formula.tex, f"formula: {done.error}", "it is shown as it is written")
    return f'<code class="kb-math-error">{html.escape(formula.tex)}</code>'


def _link(target: str, around: Surroundings, report: _Report) -> str:
    address = around.link(html.unescape(target))
    if address is None and "://" in target:
        return html.escape(html.unescape(target))
    if address is None:
        report.add(
            Code.DEAD_LINK,
            target,
            f'"{target}" leads nowhere',
            "link to a question, an answer file or the web",
        )
        return "#"
    return html.escape(address)


def _picture(target: str, around: Surroundings, report: _Report) -> str:
    address = around.picture(html.unescape(target))
    if address is None:
        report.add(
            Code.MISSING_IMAGE, target, f'there is no picture "{target}"', "check the path, or add the file"
        )
        return ""
    return html.escape(address)


def _figure(identifier: str, alt: str, around: Surroundings, report: _Report) -> str:
    shown = around.figure(identifier, alt)
    if shown is None:
        report.add(
            Code.UNKNOWN_FIGURE,
            f"figure:{identifier}",
            f'there is no figure "{identifier}"',
            "see plots/registry.py",
        )
        return f'<span class="kb-missing">{html.escape(alt or identifier)}</span>'
    return shown
