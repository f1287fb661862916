"""Every variant of every figure: texts inside the canvas, apart from each other, large enough."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, product
from typing import TYPE_CHECKING

import pytest
from matplotlib.colors import to_rgba
from matplotlib.font_manager import FontProperties
from matplotlib.mathtext import MathTextParser
from matplotlib.text import Text

from plots.palettes import palette
from plots.registry import FIGURES
from plots.spec import Variant, variants

if TYPE_CHECKING:
    from tests.plots.conftest import Drawings, Drawn

TELEPHONE = 358
"""The width in CSS pixels of the text column at a window of 390."""


@dataclass(frozen=True)
class Shown:
    """A variant of a figure, all its frames."""

    variant: Variant
    frames: list[Drawn]


ALL = list(product(FIGURES, variants()))


@pytest.fixture(scope="module", params=ALL, ids=[f"{name}-{variant.name}" for name, variant in ALL])
def shown(drawn: Drawings, request: pytest.FixtureRequest) -> Shown:
    """Each variant of each figure; pytest has all tests look at one, which is let go before the next."""
    name, variant = request.param
    return Shown(variant, [drawn.anew(name, variant, frame) for frame in range(drawn.count(name))])


def test_texts_are_inside_the_canvas(shown: Shown) -> None:
    for one in shown.frames:
        width, height = one.figure.bbox.size
        for text, box in zip(one.texts, one.boxes, strict=True):
            assert box.x0 >= 0, text.get_text()
            assert box.y0 >= 0, text.get_text()
            assert box.x1 <= width, text.get_text()
            assert box.y1 <= height, text.get_text()


def test_texts_do_not_overlap(shown: Shown) -> None:
    for one in shown.frames:
        assert len(one.texts) >= 3
        for (first, a), (second, b) in combinations(zip(one.texts, one.boxes, strict=True), 2):
            apart = a.x1 <= b.x0 or b.x1 <= a.x0 or a.y1 <= b.y0 or b.y1 <= a.y0
            assert apart, (first.get_text(), second.get_text())


def test_no_curve_runs_through_a_text(shown: Shown) -> None:
    for one in shown.frames:
        for line, points in one.curves:
            for text, box in zip(one.texts, one.boxes, strict=True):
                inside = (points > [box.x0, box.y0]).all(axis=1) & (points < [box.x1, box.y1]).all(axis=1)
                assert not inside.any(), (line.get_gid() or line.get_color(), text.get_text())


def _glyph_sizes(text: Text) -> list[float]:
    """Return the font sizes in a text, in points; one point is one CSS pixel."""
    words, size = text.get_text(), float(text.get_fontsize())
    if "$" not in words:
        return [size]
    parsed = MathTextParser("path").parse(words, 72, FontProperties(size=size))
    return [glyph[1] for glyph in parsed.glyphs]


def test_letters_are_large_enough(shown: Shown) -> None:
    scale = TELEPHONE / 360 if shown.variant.layout == "narrow" else 688 / 720
    least = 9.0 if shown.variant.layout == "narrow" else 8.0
    for one in shown.frames:
        for text in one.texts:
            assert min(_glyph_sizes(text)) * scale >= least, text.get_text()
            assert float(text.get_fontsize()) * scale >= 11.0, text.get_text()


def test_nothing_was_logged_about_fonts(shown: Shown) -> None:
    # Missing glyphs are warnings, and warnings are errors in these tests; a missing font is only logged.
    assert [line for one in shown.frames for line in one.logged] == []


def test_page_colour_and_size(shown: Shown) -> None:
    page = to_rgba(palette(shown.variant.theme).page)
    assert page[3] == 1.0
    for one in shown.frames:
        assert to_rgba(one.figure.get_facecolor()) == page
        assert (
            round(one.figure.get_size_inches()[0] * 72) == {"wide": 720, "narrow": 360}[shown.variant.layout]
        )


def test_frames_are_equally_high(shown: Shown) -> None:
    assert len({one.figure.get_size_inches()[1] for one in shown.frames}) == 1
