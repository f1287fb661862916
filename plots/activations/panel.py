"""Six activation functions next to their derivatives, with the parts where they saturate shaded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, FuncFormatter

from plots import style
from plots.activations import panel_words as activation_words
from plots.activations.curves import EDGE, Curve, PanelState, compute
from plots.activations.panel_words import alt, caption, description
from plots.parts import thin
from plots.spec import Layout, Variant

__all__ = ["alt", "caption", "compute", "description", "draw"]

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
    axes.plot(*thin(curve.x, curve.value, 50), color=colours.first, linewidth=2.6, zorder=3)
    dashed: dict[str, Any] = {
        "color": colours.second,
        "linewidth": 2.1,
        "linestyle": (0, (3.4, 1.7)),
        "zorder": 4.0,
    }
    if curve.kink:
        left, right = curve.x < 0, curve.x > 0
        axes.plot(*thin(curve.x[left], curve.slope[left], 50), **dashed)
        axes.plot(*thin(curve.x[right], curve.slope[right], 50), **dashed)
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
        axes.plot(*thin(curve.x, curve.slope, 50), **dashed)
    axes.set(xlim=(-EDGE, EDGE), ylim=(_LOW, _TOP))
    axes.xaxis.set_major_locator(FixedLocator([-4, -2, 0, 2, 4]))
    axes.yaxis.set_major_locator(FixedLocator([-1, 0, 1, 2]))
    plain = FuncFormatter(lambda value, _: f"{value:.0f}".replace("-", "\N{MINUS SIGN}"))
    axes.xaxis.set_major_formatter(plain)
    axes.yaxis.set_major_formatter(plain)


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
