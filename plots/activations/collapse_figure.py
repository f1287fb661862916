"""Two linear layers, the one layer that they equal, and two layers with ReLU between them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from plots import style
from plots.activations import collapse_words as words
from plots.activations.collapse import CollapseState, Net, compute
from plots.activations.collapse_words import alt, caption, description
from plots.activations.functions import Array
from plots.activations.parts import DOTS
from plots.parts import Box, ticks
from plots.spec import Layout, Variant

__all__ = ["alt", "caption", "compute", "description", "draw"]

WINDOW = (-2.5, 2.5, -2.4, 2.4)
_GRID = 201


@dataclass(frozen=True, slots=True)
class _Places:
    """Where things stand, in CSS pixels: the keys (x, y) and the three panels."""

    total: float
    keys: tuple[tuple[float, float], ...]
    panels: tuple[Box, Box, Box]


_PLACES: dict[Layout, _Places] = {
    "wide": _Places(
        total=366,
        keys=((4, 24), (108, 24), (214, 24), (424, 24)),
        panels=((22, 98, 216, 207), (262, 98, 216, 207), (502, 98, 216, 207)),
    ),
    "narrow": _Places(
        total=1042,
        keys=((4, 24), (120, 24), (4, 50), (4, 76)),
        panels=((24, 150, 334, 220), (24, 462, 334, 220), (24, 774, 334, 220)),
    ),
}


def draw(state: CollapseState, variant: Variant) -> Figure:
    """Draw three panels side by side, or (narrow) one below the other."""
    places = _PLACES[variant.layout]
    sheet = style.sheet(variant, places.total)
    _keys(sheet, places, variant)
    logits: tuple[Callable[[Array], Array], ...] = (
        state.linear.logit,
        lambda points: points @ state.w + state.b,
        state.bent.logit,
    )
    shares = (state.linear_accuracy, state.linear_accuracy, state.bent_accuracy)
    for index, box in enumerate(places.panels):
        left, top, width, height = box
        sheet.title(left, top - 30, words.TITLES[index].of(variant.lang))
        sheet.label(left, top - 9, words.formulas(state)[index])
        axes = sheet.axes(*box)
        _panel(axes, sheet, state, logits[index])
        if index == 2:
            _folds(axes, sheet, state.bent)
        outer = index == 0 or variant.layout == "narrow"
        axes.tick_params(labelleft=outer)
        if outer:
            sheet.label(left - 5, top + 4, "$x_2$", ha="right")
        sheet.note(left + width, top + height + 36, words.right(shares[index], variant.lang), ha="right")
        sheet.label(left + width / 2, top + height + 36, "$x_1$", ha="center")
    return sheet.figure


def _panel(axes: Axes, sheet: style.Sheet, state: CollapseState, logit: Callable[[Array], Array]) -> None:
    """Fill both sides of the boundary, draw it, and put the points on top."""
    colours = sheet.colours
    left, right, low, high = WINDOW
    x, y = np.meshgrid(np.linspace(left, right, _GRID), np.linspace(low, high, _GRID))
    z = logit(np.stack([x.ravel(), y.ravel()], axis=1)).reshape(x.shape)
    axes.set_facecolor(colours.panel)
    axes.contourf(x, y, z, levels=[0.0, max(1.0, float(z.max()))], colors=[colours.shade], zorder=0)
    axes.contour(x, y, z, levels=[0.0], colors=[colours.ink], linewidths=2.4, zorder=3)
    for label, colour, marker in ((0.0, colours.first, "o"), (1.0, colours.second, "s")):
        mine = state.points[state.labels == label]
        axes.plot(*mine.T, linestyle="none", marker=marker, zorder=2, gid=f"class-{label:.0f}")
        axes.lines[-1].set(color=colour, markersize=4.6, markeredgecolor=colours.page, markeredgewidth=0.5)
    axes.set(xlim=(left, right), ylim=(low, high))
    axes.spines[:].set_visible(False)
    ticks(axes, (-2, -1, 0, 1, 2), (-2, -1, 0, 1, 2))


def _folds(axes: Axes, sheet: style.Sheet, net: Net) -> None:
    """Draw where each hidden unit's weighted sum is zero."""
    left, right, low, high = WINDOW
    for (a, b), c in zip(net.w1.T, net.b1, strict=True):
        if abs(a) > abs(b):
            ends = [(-(b * v + c) / a, v) for v in (low, high)]
        else:
            ends = [(u, -(a * u + c) / b) for u in (left, right)]
        axes.plot(*zip(*ends, strict=True), color=sheet.colours.muted, linewidth=1.3, linestyle=DOTS)


def _keys(sheet: style.Sheet, places: _Places, variant: Variant) -> None:
    colours, lang = sheet.colours, variant.lang
    first, second, edge, fold = places.keys
    for (x, y), colour, marker, name in (
        (first, colours.first, "o", words.FIRST),
        (second, colours.second, "s", words.SECOND),
    ):
        sheet.stroke([x + 6], [y - 5], color=colour, marker=marker, markersize=7, linestyle="none")
        sheet.label(x + 20, y, name.of(lang))
    x, y = edge
    sheet.stroke([x, x + 28], [y - 5] * 2, color=colours.ink, linewidth=2.4)
    sheet.label(x + 36, y, words.EDGE.of(lang))
    x, y = fold
    sheet.stroke([x, x + 28], [y - 5] * 2, color=colours.muted, linewidth=1.3, linestyle=DOTS)
    sheet.label(x + 36, y, words.FOLD.of(lang))
