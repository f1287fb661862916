"""Six activation functions next to their derivatives, with the parts where they saturate shaded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, FuncFormatter

from plots import activation_words, activations, style
from plots.activation_words import alt, caption, description
from plots.activations import Array
from plots.spec import Layout, Variant

__all__ = ["alt", "caption", "compute", "description", "draw"]

LIMIT = 0.05
"""A function counts as saturated where the absolute value of its derivative is below this."""

LEAK = 0.1
"""The slope of Leaky ReLU for negative x, drawn larger than usual so that it can be seen."""

ELU_ALPHA = 1.0
EDGE = 4.5
_POINTS = 9001


@dataclass(frozen=True, slots=True)
class Curve:
    """One function on x in [-EDGE, EDGE].

    `x`, `value` and `slope` have one shape. `saturated` holds the intervals at either end where
    abs(slope) < LIMIT; `kink` tells whether the derivative jumps at 0, `before` and `after` what it
    jumps from and to.
    """

    name: str
    x: Array
    value: Array
    slope: Array
    saturated: tuple[tuple[float, float], ...]
    before: float
    after: float

    @property
    def kink(self) -> bool:
        """Whether the derivative jumps at zero."""
        return abs(self.after - self.before) > 0.01


@dataclass(frozen=True, slots=True)
class PanelState:
    """The six curves in the order in which they are drawn, and what the texts state."""

    curves: tuple[Curve, ...]
    limit: float
    leak: float
    usual_leak: float
    elu_alpha: float

    def curve(self, name: str) -> Curve:
        """Return the curve of that name."""
        return next(curve for curve in self.curves if curve.name == name)


def _tails(x: Array, slope: Array) -> tuple[tuple[float, float], ...]:
    """Return the intervals at both ends of `x` where abs(slope) stays below LIMIT."""
    steep = np.flatnonzero(np.abs(slope) >= LIMIT)
    first, last = int(steep[0]), int(steep[-1])
    found = []
    if first > 0:
        found.append((float(x[0]), float(x[first])))
    if last < len(x) - 1:
        found.append((float(x[last]), float(x[-1])))
    return tuple(found)


def _curve(name: str, function: Callable[[Array], Array], derivative: Callable[[Array], Array]) -> Curve:
    x = np.linspace(-EDGE, EDGE, _POINTS)
    slope = derivative(x)
    sides = derivative(np.array([-1e-9, 1e-9]))
    return Curve(name, x, function(x), slope, _tails(x, slope), float(sides[0]), float(sides[1]))


def compute() -> PanelState:
    """Return the six curves."""
    a = activations
    curves = (
        _curve("Sigmoid", a.sigmoid, a.sigmoid_slope),
        _curve("Tanh", a.tanh, a.tanh_slope),
        _curve("ReLU", a.relu, a.relu_slope),
        _curve("Leaky ReLU", lambda x: a.leaky_relu(x, LEAK), lambda x: a.leaky_relu_slope(x, LEAK)),
        _curve("ELU", lambda x: a.elu(x, ELU_ALPHA), lambda x: a.elu_slope(x, ELU_ALPHA)),
        _curve("GELU", a.gelu, a.gelu_slope),
    )
    return PanelState(curves, LIMIT, LEAK, activations.USUAL_LEAK, ELU_ALPHA)


_TOP = 2.9
_LOW = -2.2
_STRIP = 0.17
"""The share of a panel's height, at its foot, that is kept free for the note."""


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where the panels stand, in CSS pixels; `heading` is how far the name is above the panel."""

    columns: int
    left: float
    top: float
    width: float
    height: float
    across: float
    down: float
    total: float
    heading: float
    formula_beside: bool


_GRIDS: dict[Layout, _Grid] = {
    "wide": _Grid(3, 34, 86, 208, 184, 237, 234, 562, 10, True),
    "narrow": _Grid(2, 30, 120, 150, 150, 176, 216, 754, 30, False),
}


def draw(state: PanelState, variant: Variant) -> Figure:
    """Draw 3 x 2 panels (wide) or 2 x 3 (narrow)."""
    grid = _GRIDS[variant.layout]
    sheet = style.sheet(variant, grid.total)
    _legend(sheet, state, variant)
    rows = len(state.curves) // grid.columns
    for index, curve in enumerate(state.curves):
        row, column = divmod(index, grid.columns)
        left, top = grid.left + column * grid.across, grid.top + row * grid.down
        _heading(sheet, grid, curve, state, left, top)
        axes = sheet.axes(left, top, grid.width, grid.height)
        _panel(axes, sheet, curve)
        sheet.note(left + 7, top + grid.height - 9, activation_words.note(curve, state, variant.lang))
        axes.tick_params(labelleft=column == 0, labelbottom=row == rows - 1)
        if row == rows - 1:
            axes.set_xlabel(activation_words.INPUT.of(variant.lang))
    return sheet.figure


def _heading(
    sheet: style.Sheet, grid: _Grid, curve: Curve, state: PanelState, left: float, top: float
) -> None:
    formula = activation_words.formula(curve, state)
    sheet.title(left, top - grid.heading, curve.name)
    if grid.formula_beside:
        sheet.label(left + grid.width, top - 10, formula, ha="right")
    else:
        sheet.label(left, top - 10, formula)


def _panel(axes: Axes, sheet: style.Sheet, curve: Curve) -> None:
    colours = sheet.colours
    for start, end in curve.saturated:
        axes.axvspan(start, end, ymin=_STRIP, color=colours.shade, linewidth=0, zorder=0)
        edge = end if start <= curve.x[0] else start
        axes.axvline(edge, ymin=_STRIP, color=colours.muted, linewidth=0.9, linestyle=(0, (1, 2.5)), zorder=1)
    axes.axhline(0, color=colours.rule, linewidth=1, zorder=1)
    axes.axvline(0, ymin=_STRIP, color=colours.rule, linewidth=1, zorder=1)
    axes.plot(*_thin(curve.x, curve.value), color=colours.first, linewidth=2.6, zorder=3)
    dashed: dict[str, Any] = {
        "color": colours.second,
        "linewidth": 2.1,
        "linestyle": (0, (3.4, 1.7)),
        "zorder": 4.0,
    }
    if curve.kink:
        left, right = curve.x < 0, curve.x > 0
        axes.plot(*_thin(curve.x[left], curve.slope[left]), **dashed)
        axes.plot(*_thin(curve.x[right], curve.slope[right]), **dashed)
        for level in (curve.before, curve.after):
            axes.plot(
                [0],
                [level],
                marker="o",
                markersize=5.5,
                markerfacecolor=colours.page,
                markeredgecolor=colours.second,
                markeredgewidth=1.5,
                zorder=5,
            )
    else:
        axes.plot(*_thin(curve.x, curve.slope), **dashed)
    axes.set(xlim=(-EDGE, EDGE), ylim=(_LOW, _TOP))
    axes.xaxis.set_major_locator(FixedLocator([-4, -2, 0, 2, 4]))
    axes.yaxis.set_major_locator(FixedLocator([-1, 0, 1, 2]))
    plain = FuncFormatter(lambda value, _: f"{value:.0f}".replace("-", "\N{MINUS SIGN}"))
    axes.xaxis.set_major_formatter(plain)
    axes.yaxis.set_major_formatter(plain)


def _thin(x: Array, y: Array) -> tuple[Array, Array]:
    """Return every 50th point and the last: 180 are enough to draw."""
    keep = np.unique(np.append(np.arange(0, len(x), 50), len(x) - 1))
    return x[keep], y[keep]


def _legend(sheet: style.Sheet, state: PanelState, variant: Variant) -> None:
    """Draw the keys in one row (wide) or two (narrow)."""
    colours = sheet.colours
    function, derivative, saturated = activation_words.keys(state, variant.lang)
    wide = variant.layout == "wide"
    y = 26.0
    sheet.stroke([4, 36], [y - 5, y - 5], color=colours.first, linewidth=2.6)
    sheet.label(44, y, function)
    second = 150 if wide else 140
    sheet.stroke(
        [second, second + 32], [y - 5, y - 5], color=colours.second, linewidth=2.1, linestyle=(0, (3.4, 1.7))
    )
    sheet.label(second + 40, y, derivative)
    third, y = (304.0, y) if wide else (4.0, 54.0)
    sheet.box(third, y - 12, 32, 15, facecolor=colours.shade, edgecolor="none")
    sheet.stroke(
        [third + 32] * 2, [y - 12, y + 3], color=colours.muted, linewidth=0.9, linestyle=(0, (1, 2.5))
    )
    sheet.label(third + 40, y, saturated)
