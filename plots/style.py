"""Palettes, sizes, fonts and the drawing sheet that all figures share.

One unit of the sheet is one CSS pixel: a wide figure is 720 of them across, as wide as the
text column of the site, a narrow one 360, as wide as the column of a telephone.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import matplotlib
from matplotlib import font_manager, mathtext, textpath
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.rcsetup import cycler
from matplotlib.text import Text

from plots.fonts import FAMILIES, font_files
from plots.palettes import Palette, palette
from plots.spec import Layout, Variant

WIDTHS: dict[Layout, int] = {"wide": 720, "narrow": 360}
POINTS_PER_INCH = 72
SEMIBOLD = 600

MARKERS = ("o", "s", "D", "^", "v", "*")
DASHES: tuple[tuple[float, tuple[float, ...] | None], ...] = (
    (0, None),
    (0, (6, 1.6)),
    (0, (3.2, 1.4)),
    (0, (7, 1.6, 1.4, 1.6)),
    (0, (1.6, 1.4)),
    (0, None),
)


@dataclass(frozen=True, slots=True)
class Sizes:
    """Font sizes in CSS pixels."""

    title: float
    label: float
    small: float


SIZES: dict[Layout, Sizes] = {"wide": Sizes(15, 13, 12), "narrow": Sizes(14.5, 13, 13)}
"""On a telephone even an index, 0.7 times as large as its letter, has 9 pixels."""


def _register_fonts() -> None:
    """Make Matplotlib find our own font files, and no other file of the same families."""
    own = {str(path) for path in font_files()}
    entries = font_manager.fontManager.ttflist
    known = {entry.fname for entry in entries}
    for path in sorted(own - known):
        font_manager.fontManager.addfont(path)
    bundled = str(matplotlib.get_data_path())
    entries[:] = [
        entry
        for entry in entries
        if entry.name not in FAMILIES or entry.fname in own or entry.fname.startswith(bundled)
    ]


_PARSER = "MathTextParser"
_parser = functools.cache(mathtext.MathTextParser)


@contextmanager
def _shared_parser() -> Iterator[None]:
    """Let all renderers share one parser of formulas, with its cache: a sixth of the time of a figure.

    Each renderer makes one of its own otherwise, and so parses what another picture has parsed already.
    """
    before = getattr(textpath, _PARSER)
    setattr(textpath, _PARSER, _parser)
    try:
        yield
    finally:
        setattr(textpath, _PARSER, before)


@contextmanager
def context(variant: Variant) -> Iterator[None]:
    """Draw and save inside this: it replaces every setting of the user's own `matplotlibrc`."""
    _register_fonts()
    colours, sizes = palette(variant.theme), SIZES[variant.layout]
    settings = {key: value for key, value in matplotlib.rcParamsDefault.items() if "backend" not in key}
    settings |= {
        "font.family": list(FAMILIES),
        "font.size": sizes.label,
        "mathtext.fontset": "cm",
        "axes.facecolor": colours.page,
        "axes.edgecolor": colours.muted,
        "axes.labelcolor": colours.ink,
        "axes.linewidth": 1.0,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.labelsize": sizes.label,
        "axes.labelpad": 4.0,
        "axes.unicode_minus": True,
        "axes.prop_cycle": cycler(color=[colours.ink]),
        "figure.facecolor": colours.page,
        "text.color": colours.ink,
        "text.hinting": "none",
        "xtick.color": colours.muted,
        "ytick.color": colours.muted,
        "xtick.labelcolor": colours.ink,
        "ytick.labelcolor": colours.ink,
        "xtick.labelsize": sizes.small,
        "ytick.labelsize": sizes.small,
        "xtick.major.size": 4.0,
        "ytick.major.size": 4.0,
        "lines.color": colours.ink,
        "lines.solid_capstyle": "round",
        "lines.solid_joinstyle": "round",
        "lines.dash_capstyle": "butt",
        "lines.scale_dashes": True,
        "svg.fonttype": "path",
        "svg.hashsalt": "plots",
        "path.simplify": True,
        "path.simplify_threshold": 0.1,
    }
    with matplotlib.rc_context(settings), _shared_parser():
        yield


@dataclass(frozen=True, slots=True)
class Sheet:
    """A figure with a layer that covers it, on which (x, y) are CSS pixels from the top left."""

    figure: Figure
    layer: Axes
    colours: Palette
    sizes: Sizes
    width: float
    height: float

    def axes(self, left: float, top: float, width: float, height: float) -> Axes:
        """Return new axes in the given rectangle."""
        bottom = self.height - top - height
        return self.figure.add_axes(
            (left / self.width, bottom / self.height, width / self.width, height / self.height)
        )

    def title(self, x: float, y: float, words: str) -> Text:
        """Write a heading; `y` is its base line. Headings have no fallback font: they hold no signs."""
        return self.layer.text(
            x,
            y,
            words,
            fontsize=self.sizes.title,
            fontweight=SEMIBOLD,
            fontfamily=FAMILIES[0],
            va="baseline",
            ha="left",
        )

    def note(self, x: float, y: float, words: str, *, ha: str = "left", size: float | None = None) -> Text:
        """Write a line of muted text; `y` is its base line."""
        return self.layer.text(
            x, y, words, fontsize=size or self.sizes.small, color=self.colours.muted, va="baseline", ha=ha
        )

    def label(self, x: float, y: float, words: str, *, ha: str = "left") -> Text:
        """Write a line of plain text; `y` is its base line."""
        return self.layer.text(x, y, words, fontsize=self.sizes.label, va="baseline", ha=ha)

    def stroke(self, xs: Sequence[float], ys: Sequence[float], **style: Any) -> Line2D:
        """Draw a line through the given points."""
        line = Line2D(xs, ys, **style)
        self.add(line)
        return line

    def box(self, x: float, y: float, width: float, height: float, **style: Any) -> Rectangle:
        """Fill a rectangle whose top left corner is (x, y)."""
        box = Rectangle((x, y), width, height, **style)
        self.add(box)
        return box

    def add(self, shape: Artist) -> None:
        """Draw a shape on the layer, without asking how far it reaches: the layer's limits are given."""
        self.layer.add_artist(shape)


def sheet(variant: Variant, height: float, *, scale: int = 1) -> Sheet:
    """Return an empty sheet of the variant's width; `scale` is how many pixels a CSS pixel gets."""
    width = WIDTHS[variant.layout]
    figure = Figure(figsize=(width / POINTS_PER_INCH, height / POINTS_PER_INCH), dpi=POINTS_PER_INCH * scale)
    layer = figure.add_axes((0.0, 0.0, 1.0, 1.0), zorder=5)
    layer.set(xlim=(0, width), ylim=(height, 0))
    layer.set_axis_off()
    layer.patch.set_visible(False)
    return Sheet(figure, layer, palette(variant.theme), SIZES[variant.layout], width, height)
