"""Answers look as GitHub shows them: cleaning and rewriting take nothing away and add no structure."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from kb.dialects import parse
from kb.files.sources import read_sources
from kb.rendering.markdown import to_html
from kb.rendering.sanitize import clean

from .rendered import render
from .structure import structure

SHARED = Path(__file__).resolve().parents[3] / "shared"
CASES = [
    "text right above a list\n- one\n  - two\n    1. three\n- four",
    "1) a\n2) b\n\n   c\n5) d",
    "a\\\nb  \nc",
    "**굵게**는 *기울임*과 ~~취소~~",
    "**강조(emphasis)**를",
    "| a | b |\n|:-:|--|\n| `x | y` | 1 \\| 2 |\n| c |",
    "<div>\n\n*a*\n\n</div>",
    "https://example.org/a_b_c, www.example.org. (https://e.org/x(y))",
    "[a][b] ![c][d]\n\n[b]: https://e.org 'title'\n[d]: https://e.org/x.png",
    "> quote\nlazy\n> > deeper",
    "    indented code\n\n~~~\nfence\n~~~",
    "Setext\n===\n\nother\n---",
    "- [ ] open\n- [x] done",
    "&copy; &amp; &#35; \\* a*b*c _d_e_",
]


def differs(gfm: str) -> list[tuple[str, str]]:
    ours = structure(re.sub(r"/(?:to|pictures)/", "", render(gfm).html))
    # Where authors leave tags open, GitHub and browsers close them; so does the sanitizer.
    theirs = structure(clean(to_html(gfm)) if "<" in gfm else to_html(gfm))
    return [(a, b) for a, b in zip([*ours, ""], [*theirs, ""], strict=False) if a != b][:3]


@pytest.mark.parametrize("gfm", CASES)
def test_a_fragment_has_the_structure_that_github_gives_it(gfm: str) -> None:
    assert differs(gfm) == []


@pytest.mark.parametrize("folder", ["seeds", "corpora"])
def test_real_answers_keep_their_structure(folder: str) -> None:
    if not SHARED.is_dir():
        pytest.skip("../shared, other people's answer files, is not here")
    found = []
    for source in read_sources([SHARED / folder]):
        for entry in parse(source)[0].entries:
            # Formulas, and pictures that only their author has, are ours to change.
            if "$" in entry.body or re.search(r"\(data:|src=\"\"|\(/Users|\(\)", entry.body):
                continue
            if difference := differs(entry.body):
                found.append(f"{source.path}:{entry.span.start}: {difference}")
    assert found == []
