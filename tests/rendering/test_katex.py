from __future__ import annotations

import re
from pathlib import Path

import pytest
from kb.rendering import katex
from kb.rendering.formulas import Formula

E = Formula("e^{i\\pi}", display=False)
BROKEN = Formula("\\frac{1}", display=True)


def test_formulas_become_html_with_mathml() -> None:
    done = katex.typeset([E, Formula("x", display=True)])
    assert done[E].html.startswith('<span class="katex"><span class="katex-mathml">')
    assert 'class="katex-display"' in done[Formula("x", display=True)].html
    assert 'encoding="application/x-tex">e^{i\\pi}</annotation>' in done[E].html


def test_a_broken_formula_says_what_is_wrong() -> None:
    done = katex.typeset([BROKEN, E])
    assert "KaTeX parse error" in done[BROKEN].error
    assert done[E].html


@pytest.mark.parametrize(
    "tex",
    [
        "\\href{javascript:alert(1)}{x}",
        "\\url{javascript:alert(1)}",
        "\\includegraphics{https://e.org/x.png}",
        "\\htmlClass{md-header}{x}",
        "\\htmlStyle{position:fixed}{x}",
        "\\htmlData{x=y}{z}",
        "\\def\\a{\\a\\a}\\a",
    ],
)
def test_formulas_cannot_do_more_than_show_mathematics(tex: str) -> None:
    (done,) = katex.typeset([Formula(tex, display=False)]).values()
    shown = re.sub(r"<annotation.*?</annotation>", "", done.html)
    assert not re.search(r"<(?:a|img|script)\b|md-header\"|style=\"[^\"]*fixed|data-x", shown)


def test_what_is_known_needs_no_node(monkeypatch: pytest.MonkeyPatch) -> None:
    first = katex.typeset([E, BROKEN])

    def fail() -> str:
        raise AssertionError("Node.js was called")

    monkeypatch.setattr(katex, "node", fail)
    assert katex.typeset([BROKEN, E], first) == first
    assert katex.typeset([]) == {}


def test_missing_katex_says_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(katex, "_KATEX", tmp_path / "none/dist/katex.mjs")
    with pytest.raises(katex.ToolMissingError, match="make install"):
        katex.typeset([E])
