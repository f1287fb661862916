"""A card for one activation function: the curve with its derivative, and a table of its properties."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from plots import style
from plots.activations import cards_words as words
from plots.activations.cards import CardState, compute
from plots.activations.cards_facts import FACTS
from plots.activations.cards_words import alt, caption, description
from plots.activations.curves import EDGE, Curve
from plots.activations.parts import DASH, DOTS, row, rule
from plots.parts import Box, thin, ticks
from plots.spec import Layout, Variant

__all__ = ["alt", "caption", "compute", "description", "draw"]

_LOW, _TOP = -1.5, 3.0


@dataclass(frozen=True, slots=True)
class _Places:
    """Where things stand, in CSS pixels; `table` is (left, base line of the first row, right)."""

    total: float
    plot: Box
    keys: tuple[tuple[float, float], ...]
    table: tuple[float, float, float]


_PLACES: dict[Layout, _Places] = {
    "wide": _Places(266, (30, 46, 320, 172), ((290, 26), (410, 26), (548, 26)), (390, 72, 716)),
    "narrow": _Places(476, (30, 88, 322, 174), ((4, 54), (112, 54), (240, 54)), (4, 330, 356)),
}


def draw(state: CardState, variant: Variant) -> Figure:
    """Draw the curve on the left and the table on the right, or (narrow) below."""
    places = _PLACES[variant.layout]
    sheet = style.sheet(variant, places.total)
    sheet.title(4, 26, FACTS[state.id].title.of(variant.lang))
    _keys(sheet, places, state, variant)
    axes = sheet.axes(*places.plot)
    _plot(axes, sheet, state.curve)
    axes.set_xlabel(words.INPUT.of(variant.lang))
    left, y, right = places.table
    for index, (name, value) in enumerate(words.rows(state, variant.lang)):
        line = y + 26 * index
        row(sheet, left, line, right, name, value)
        rule(sheet, left, line + 8, right)
    return sheet.figure


def _keys(sheet: style.Sheet, places: _Places, state: CardState, variant: Variant) -> None:
    """Draw the legend; the key of the shaded part only where something is shaded."""
    colours, lang = sheet.colours, variant.lang
    (x, y), (dashed, _), (shaded, _) = places.keys
    sheet.stroke([x, x + 26], [y - 5, y - 5], color=colours.first, linewidth=2.6)
    sheet.label(x + 32, y, words.FUNCTION.of(lang))
    sheet.stroke([dashed, dashed + 26], [y - 5] * 2, **_dashed(sheet))
    sheet.label(dashed + 32, y, words.DERIVATIVE.of(lang))
    if state.curve.saturated:
        shaded, y = (4.0, 78.0) if variant.layout == "narrow" else (shaded, y)
        sheet.box(shaded, y - 12, 26, 15, facecolor=colours.shade, edgecolor="none")
        sheet.label(shaded + 32, y, words.saturated(state, lang))


def _dashed(sheet: style.Sheet) -> dict[str, Any]:
    return {"color": sheet.colours.second, "linewidth": 2.1, "linestyle": DASH}


def _plot(axes: Axes, sheet: style.Sheet, curve: Curve) -> None:
    colours = sheet.colours
    for start, end in curve.saturated:
        axes.axvspan(start, end, color=colours.shade, linewidth=0, zorder=0)
        edge = end if start <= curve.x[0] else start
        axes.axvline(edge, color=colours.muted, linewidth=0.9, linestyle=DOTS, zorder=1)
    axes.axhline(0, color=colours.rule, linewidth=1, zorder=1)
    axes.axvline(0, color=colours.rule, linewidth=1, zorder=1)
    axes.plot(*thin(curve.x, curve.value), color=colours.first, linewidth=2.6, zorder=3, gid="function")
    if curve.kink:
        for side in (curve.x < 0, curve.x > 0):
            axes.plot(*thin(curve.x[side], curve.slope[side]), zorder=4, gid="derivative", **_dashed(sheet))
        ends: dict[str, Any] = {
            "markerfacecolor": colours.page,
            "markeredgecolor": colours.second,
            "markeredgewidth": 1.5,
        }
        for level in (curve.before, curve.after):
            axes.plot([0], [level], marker="o", markersize=5.5, zorder=5, **ends)
    else:
        axes.plot(*thin(curve.x, curve.slope), zorder=4, gid="derivative", **_dashed(sheet))
    axes.set(xlim=(-EDGE, EDGE), ylim=(_LOW, _TOP))
    ticks(axes, (-4, -2, 0, 2, 4), (-1, 0, 1, 2))
