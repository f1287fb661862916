from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

import pytest
from kb.rendering import katex
from kb.rendering.formulas import Formula
from kb.rendering.katex import Typeset, typesetter

E = Formula("e^{i\\pi}", display=False)
BROKEN = Formula("\\frac{1}", display=True)


def typeset(
    formulas: Iterable[Formula], known: Mapping[Formula, Typeset] = MappingProxyType({})
) -> Mapping[Formula, Typeset]:
    with typesetter(known) as setter:
        setter.ask(formulas)
        return setter.done()


def test_formulas_become_html_with_mathml() -> None:
    done = typeset([E, Formula("x", display=True)])
    assert done[E].html.startswith('<span class="katex"><span class="katex-mathml">')
    assert 'class="katex-display"' in done[Formula("x", display=True)].html
    assert 'encoding="application/x-tex">e^{i\\pi}</annotation>' in done[E].html


def test_a_broken_formula_says_what_is_wrong() -> None:
    done = typeset([BROKEN, E])
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
    (done,) = typeset([Formula(tex, display=False)]).values()
    shown = re.sub(r"<annotation.*?</annotation>", "", done.html)
    assert not re.search(r"<(?:a|img|script)\b|md-header\"|style=\"[^\"]*fixed|data-x", shown)


def test_what_is_known_needs_no_node(monkeypatch: pytest.MonkeyPatch) -> None:
    first = typeset([E, BROKEN])

    def fail() -> str:
        raise AssertionError("Node.js was called")

    monkeypatch.setattr(katex, "node", fail)
    assert typeset([BROKEN, E], first) == first
    assert typeset([]) == {}


def test_missing_katex_says_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(katex, "_KATEX", tmp_path / "none/dist/katex.mjs")
    with pytest.raises(katex.ToolMissingError, match="make install"):
        typeset([E])


def test_formulas_may_be_asked_for_as_they_are_found() -> None:
    formulas = [Formula(f"x_{{{number % 50}}} = 가", display=False) for number in range(200)]
    with typesetter() as setter:
        for at in range(0, len(formulas), 7):
            setter.ask(formulas[at : at + 7])
        done = setter.done()
    assert done == typeset(formulas)
    assert list(done) == formulas[:50]


def test_a_node_that_fails_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "none.mjs").write_text("throw new Error('no such thing')", "utf-8")
    monkeypatch.setattr(katex, "_SCRIPT", tmp_path / "none.mjs")
    with pytest.raises(katex.ToolMissingError, match="could not run KaTeX"):
        typeset([E])


def test_nothing_is_left_running_where_a_build_stops() -> None:
    with pytest.raises(KeyboardInterrupt), typesetter() as setter:
        setter.ask([E])
        raise KeyboardInterrupt
    assert setter._node and setter._node.returncode is not None
