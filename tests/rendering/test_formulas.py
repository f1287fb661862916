from __future__ import annotations

import pytest
from kb.rendering.formulas import Formula, take_formulas
from kb.rendering.slots import fill


@pytest.mark.parametrize(
    ("gfm", "found"),
    [
        ("the slope $f'(x)$ is", ["f'(x)"]),
        ("$x$는 입력, $y$를 출력이라 하면", ["x", "y"]),
        ("($a_1$, $a_2$) and **$b$**", ["a_1", "a_2", "b"]),
        ("$$\n\\sum_i x_i\n$$", ["\\sum_i x_i"]),
        ("text $$x^2$$ text", ["x^2"]),
        ("> $$\n> a\n> b\n> $$", ["a\nb"]),
        ("$`a_b`$ and `$c$`", ["a_b"]),
        ("cost \\$5 and $x$", ["x"]),
        ("$a \\$ b$", ["a \\$ b"]),
        ("| $a$ | $b$ |\n|---|---|\n| $c$ | 1 |", ["a", "b", "c"]),
    ],
)
def test_formulas_are_found(gfm: str, found: list[str]) -> None:
    assert [formula.tex for formula in take_formulas(gfm)[1]] == found


@pytest.mark.parametrize(
    "gfm",
    [
        "it costs $5 and $6",
        "US$5-$6",
        "between $ 5 and 6 $",
        "`$x$`",
        "``a ` $x$ b``",
        "```\n$x$\n```",
        "```\n$x$",
        "~~~python\nprice = '$x$'\n~~~",
        "<!-- $x$ -->",
        '<img alt="$x$" src="y.png">',
        "$a\n\nb$",
        "$$\na\n\nb\n$$",
        "\\$x$",
        "$$$$",
        "a lone $ sign",
    ],
)
def test_what_only_looks_like_a_formula_stays(gfm: str) -> None:
    assert take_formulas(gfm) == (gfm, ())


def test_marks_stand_where_the_formulas_stood() -> None:
    text, formulas = take_formulas("let $a$ be, and\n\n$$\nb\n$$\n", first=3)
    assert fill(text, lambda number: f"[{number}]") == "let [3] be, and\n\n[4]\n"
    assert formulas == (Formula("a", display=False), Formula("b", display=True))
