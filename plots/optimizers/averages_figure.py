"""The bias of moving averages that start at zero, and steps of one length in every coordinate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedFormatter, FixedLocator, NullLocator

from plots import style
from plots.optimizers import averages_words as words
from plots.optimizers import parts
from plots.optimizers.averages import Average, AverageState, compute
from plots.optimizers.averages_words import alt, caption, description
from plots.parts import Box, powers, ticks
from plots.spec import Layout, Variant

__all__ = ["alt", "caption", "compute", "description", "draw"]

_SERIES = {"sgd": 0, "adagrad": 2, "rmsprop": 3, "adam": 1, "uncorrected": 5}
_SOLID = "solid"


@dataclass(frozen=True, slots=True)
class _Places:
    """Where things stand, in CSS pixels: key, averages, first steps, moves and its key."""

    total: float
    key: tuple[tuple[float, float], tuple[float, float], tuple[float, float]]
    averages: tuple[Box, Box, Box]
    first: Box
    moves: Box
    moves_key: tuple[float, float]
    across: float


_PLACES: dict[Layout, _Places] = {
    "wide": _Places(
        580,
        ((6, 54), (190, 54), (424, 54)),
        ((36, 80, 200, 150), (272, 80, 200, 150), (508, 80, 198, 150)),
        (40, 344, 300, 186),
        (432, 380, 270, 150),
        (388, 354),
        82,
    ),
    "narrow": _Places(
        1134,
        ((6, 54), (6, 78), (6, 102)),
        ((34, 122, 310, 116), (34, 276, 310, 116), (34, 430, 310, 116)),
        (40, 658, 302, 140),
        (54, 944, 288, 138),
        (8, 920),
        86,
    ),
}


def draw(state: AverageState, variant: Variant) -> Figure:
    """Draw the averages for three betas, Adam's first steps, and the step per coordinate."""
    places, lang = _PLACES[variant.layout], variant.lang
    sheet = style.sheet(variant, places.total)
    sheet.title(6, 26, words.TITLES[0].of(lang))
    _key(sheet, variant)
    for index, (place, one) in enumerate(zip(places.averages, state.averages, strict=True)):
        axes = sheet.axes(*place)
        _average(axes, state, one, sheet)
        if variant.layout == "wide" or index == 2:
            axes.set_xlabel(words.STEP.of(lang), labelpad=2)
    for place, title, note, up in zip(
        (places.first, places.moves), words.TITLES[1:], words.NOTES, (38, 74), strict=True
    ):
        x = place[0] - (34 if place is places.first else 46)
        sheet.title(x, place[1] - up, title.of(lang))
        sheet.note(x, place[1] - up + 21, note.of(lang))
    _first(sheet.axes(*places.first), state, sheet, variant)
    _moves(sheet.axes(*places.moves), state, sheet, variant)
    return sheet.figure


def _key(sheet: style.Sheet, variant: Variant) -> None:
    places, colours = _PLACES[variant.layout], sheet.colours
    dot, plain, corrected = words.KEYS
    (x, y), (x1, y1), (x2, y2) = places.key
    sheet.stroke([x + 8], [y - 5], marker="o", markersize=4, color=colours.muted)
    sheet.label(x + 22, y, dot.of(variant.lang))
    for left, base, series, label in ((x1, y1, "uncorrected", plain), (x2, y2, "adam", corrected)):
        looks: dict[str, Any] = {
            "color": colours.series[_SERIES[series]],
            "linewidth": 2.2,
            "linestyle": _dash(series),
        }
        sheet.stroke([left, left + 32], [base - 5] * 2, **looks)
        sheet.label(left + 40, base, label.of(variant.lang))


def _dash(series: str) -> str | tuple[float, tuple[float, ...]]:
    return (0.0, (4.0, 1.6)) if series == "uncorrected" else _SOLID


def _average(axes: Axes, state: AverageState, one: Average, sheet: style.Sheet) -> None:
    colours = sheet.colours
    t = np.arange(1, state.steps + 1)
    dots: dict[str, Any] = {"linestyle": "none", "marker": "o", "markersize": 1.8, "color": colours.muted}
    axes.plot(t, state.gradients, zorder=1, gid="gradients", **dots)
    axes.axhline(state.mean, color=colours.muted, linewidth=1.0, linestyle=(0, (1, 2)), zorder=2)
    for series, values in (("uncorrected", one.plain), ("adam", one.corrected)):
        looks: dict[str, Any] = {
            "color": colours.series[_SERIES[series]],
            "linewidth": 2.2,
            "linestyle": _dash(series),
        }
        axes.plot(t, values, zorder=3, gid=f"{series}-{one.beta:g}", **looks)
    axes.set(xlim=(0, state.steps), ylim=(-0.55, 3.3))
    ticks(axes, (0, 50, 100, 150, 200), (0, 1, 2, 3))
    axes.text(state.steps - 4, 2.95, rf"$\beta = {one.beta:g}$", ha="right", va="center")


def _first(axes: Axes, state: AverageState, sheet: style.Sheet, variant: Variant) -> None:
    """Draw how long the first steps are for a constant gradient, in units of the learning rate."""
    for name, values in ((steps.method, steps.lengths) for steps in state.first_steps):
        t = np.arange(1, len(values) + 1)
        keep = np.unique(np.geomspace(1, len(values), 90).astype(int)) - 1
        looks: dict[str, Any] = {"color": sheet.colours.series[_SERIES[name]], "linewidth": 2.2}
        style_ = (0, (7, 1.6, 1.4, 1.6)) if name == "rmsprop" else _dash(name)
        axes.semilogx(t[keep], values[keep], gid=f"first-{name}", linestyle=style_, **looks)
        x, y, ha = words.FIRST_AT[name]
        label = words.FIRST[name].of(variant.lang)
        axes.text(x, y, label, color=looks["color"], ha=ha, va="center")
    axes.set(xlim=(1, len(state.first("adam"))), ylim=(0, 7.6))
    powers(axes.xaxis, (0, 1, 2, 3))
    axes.yaxis.set_ticks([0, 1, 2, 4, 6])
    axes.set_xlabel(words.STEP_LOG.of(variant.lang), labelpad=2)


def _moves(axes: Axes, state: AverageState, sheet: style.Sheet, variant: Variant) -> None:
    """Draw the mean step in each coordinate, one row for each scale of the gradient."""
    places = _PLACES[variant.layout]
    rows = np.arange(len(state.scales))[::-1]
    for row in rows:
        axes.axhspan(row - 0.44, row + 0.44, color=sheet.colours.panel, linewidth=0, zorder=0)
    for index, moves in enumerate(state.moves):
        name = moves.method
        looks = parts.look(sheet, _SERIES[name], markersize=8.0, linewidth=1.4)
        apart = rows + 0.27 - 0.18 * index
        axes.semilogx(moves.lengths, apart, gid=f"moves-{name}", zorder=3 + index * 0.1, **looks)
        x = places.moves_key[0] + places.across * index
        sheet.stroke([x + 6], [places.moves_key[1] - 5], **looks)
        sheet.label(x + 18, places.moves_key[1], words.METHODS[name].of(variant.lang))
    axes.set(xlim=(3e-3, 3e2), ylim=(-0.5, len(rows) - 0.5))
    powers(axes.xaxis, (-2, -1, 0, 1, 2))
    axes.yaxis.set_major_locator(FixedLocator(rows.tolist()))
    axes.yaxis.set_major_formatter(FixedFormatter([words.times(scale) for scale in state.scales]))
    axes.yaxis.set_minor_locator(NullLocator())
    axes.set_xlabel(words.LENGTH.of(variant.lang), labelpad=2)
