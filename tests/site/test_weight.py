"""What keeps pages light: white space, what pages use, fonts of the letters they need."""

from __future__ import annotations

import io
import re
from pathlib import Path

from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st
from kb.cache import Cache
from kb.weight.fonts import kept
from kb.weight.formula_letters import fonts_of, letters
from kb.weight.pages import squeezed
from kb.weight.uses import Uses

from plots.fonts import font_files

KATEX = (
    ".katex .mathnormal{font-family:KaTeX_Math;font-style:italic}"
    ".katex .delimsizing.size1{font-family:KaTeX_Size1}"
    ".katex .sizing .small{font-weight:700}"
)


@given(st.text(alphabet="ab \t\n\r\u00a0\u3000"))
def test_a_run_of_white_space_becomes_one_line_break(text: str) -> None:
    page = f"x{text}x<pre>{text}</pre>{text}<PRE>{text}</PRE>x"
    narrow = re.sub(r"[ \t]*\n\s*", "\n", f"x{text}x|{text}|x").split("|")
    assert squeezed(page) == f"{narrow[0]}<pre>{text}</pre>{narrow[1]}<PRE>{text}</PRE>{narrow[2]}"


def test_pages_are_read_as_they_pass_by_or_else_from_the_disk(tmp_path: Path) -> None:
    (tmp_path / "ko").mkdir()
    (tmp_path / "ko/index.html").write_text('<p class="old">돈</p>', encoding="utf-8")
    (tmp_path / "404.html").write_text('<p\nclass="not-found a">곳 é</p>', encoding="utf-8")
    uses = Uses()
    page = '<body data-md-color-accent="teal" style="color:var(--md-x)"><p class="b  a">값</p>'
    uses.note("ko/index.html", page)
    uses.note_others(tmp_path)
    assert uses.names == {"a", "b", "not-found", 'data-md-color-accent="teal"'}
    assert uses.letters == set("값곳é")
    assert uses.properties == {"var(--md-x)"}


def test_a_letter_needs_the_font_of_the_element_it_is_in() -> None:
    formula = (
        '<span class="katex"><math>y</math><span class="katex-html">a'
        '<span class="sizing"><span class="x"><svg><path d="M0"/></svg>'
        '<span class="small mathnormal">b&lt;</span></span></span>'
        '<span class="small">c</span><span class="delimsizing">d</span>'
        '<span class="size1 delimsizing">e<span class="mathnormal">f</span></span>g</span></span>'
    )
    assert letters(formula, fonts_of(KATEX)) == {
        "KaTeX_Main-Regular": frozenset("acdg"),
        "KaTeX_Math-BoldItalic": frozenset("b<"),
        "KaTeX_Size1-Regular": frozenset("e"),
        "KaTeX_Math-Italic": frozenset("f"),
    }


def test_a_font_holds_the_letters_asked_for_and_is_made_once(tmp_path: Path) -> None:
    file = kept(font_files()[0], "가나", Cache(tmp_path))
    written = file.stat().st_mtime_ns
    assert kept(font_files()[0], "가나", Cache(tmp_path)) == file
    assert file.stat().st_mtime_ns == written
    with TTFont(io.BytesIO(file.read_bytes())) as font:
        assert {chr(code) for code in font.getBestCmap()} == {"가", "나"}
        assert not {"GPOS", "GSUB"} & set(font.keys())
