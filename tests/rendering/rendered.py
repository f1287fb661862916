"""Render a text as a test needs it: formulas are left as TeX, addresses lead where they say."""

from __future__ import annotations

from html import escape

from kb.model import Answer, Lang, Span
from kb.rendering.katex import Typeset
from kb.rendering.render import Fragment, Surroundings, draft, finish, formulas_of


def answer(gfm: str, lang: Lang = "en") -> Answer:
    """Return an answer of ten lines down in a made-up file."""
    return Answer("q", "a.md", "notes/a.md", Span("notes/a.md", 9, 20), lang, "kim", "answer", "Q", gfm, 10)


AROUND = Surroundings(
    anchor="kim",
    link=lambda target: None if target.startswith("nowhere") else f"/to/{target}",
    picture=lambda target: None if target.startswith("missing") else f"/pictures/{target}",
    figure=lambda name, alt: (
        None if name == "unknown" else f'<figure id="{escape(name)}">{escape(alt)}</figure>'
    ),
)


def render(gfm: str, lang: Lang = "en", around: Surroundings = AROUND) -> Fragment:
    """Render one answer's text."""
    found = draft(gfm, lang)
    typeset = {
        f: Typeset(f"<math>{escape(f.tex)}{'!' if f.display else ''}</math>") for f in formulas_of(found)
    }
    return finish(found, answer(gfm, lang), around, typeset)
