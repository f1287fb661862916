"""The zigzag of weights whose inputs are all positive, next to the path with zero-centered inputs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from plots import style
from plots.activations import signs_words as words
from plots.activations.parts import DASH
from plots.activations.signs import SignsState, Walk, compute
from plots.activations.signs_words import alt, caption, description
from plots.parts import Box, ticks
from plots.spec import Lang, Layout, Variant

__all__ = ["alt", "caption", "compute", "description", "draw"]

WINDOW = (-1.6, 0.75, -0.55, 1.5)
_MARKED = 0.16
"""Steps shorter than this get no marker."""


@dataclass(frozen=True, slots=True)
class _Places:
    """Where things stand, in CSS pixels: the keys (x, y) and the two panels."""

    total: float
    keys: tuple[tuple[float, float], ...]
    panels: tuple[Box, Box]


_PLACES: dict[Layout, _Places] = {
    "wide": _Places(
        total=432,
        keys=((4, 24), (158, 24), (276, 24), (446, 24)),
        panels=((34, 82, 320, 300), (396, 82, 320, 300)),
    ),
    "narrow": _Places(
        total=876,
        keys=((4, 24), (180, 24), (4, 50), (4, 76)),
        panels=((34, 144, 322, 290), (34, 532, 322, 290)),
    ),
}


def draw(state: SignsState, variant: Variant) -> Figure:
    """Draw both walks side by side, or (narrow) one below the other."""
    places = _PLACES[variant.layout]
    sheet = style.sheet(variant, places.total)
    _keys(sheet, places, variant.lang)
    for walk, box in zip((state.sigmoid, state.tanh), places.panels, strict=True):
        left, top, width, height = box
        sheet.title(left, top - 14, words.TITLES[walk.name].of(variant.lang))
        sheet.label(left + width, top - 14, words.RANGES[walk.name], ha="right")
        axes = sheet.axes(*box)
        _ground(axes, sheet, walk, state)
        _steps(axes, sheet, walk)
        _places_named(axes, sheet, state, variant.lang)
        sheet.label(left + width / 2, top + height + 38, "$w_1$", ha="center")
        sheet.label(left - 8, top + 12, "$w_2$", ha="right")
        sheet.note(left + width, top + height + 38, words.steps(walk, variant.lang), ha="right")
    return sheet.figure


def _ground(axes: Axes, sheet: style.Sheet, walk: Walk, state: SignsState) -> None:
    """Shade the directions in which the first step can go."""
    colours = sheet.colours
    left, right, low, high = WINDOW
    x, y = state.start
    axes.set_facecolor(colours.panel)
    reach: dict[str, Any] = {"facecolor": colours.shade, "edgecolor": "none", "zorder": 0}
    if (walk.inputs > 0).all():
        axes.fill([x, right, right, x], [y, y, high, high], **reach)
        axes.fill([left, x, x, left], [low, low, y, y], **reach)
        axes.text(right - 0.05, high - 0.06, words.BOTH_UP, ha="right", va="top")
        axes.text(left + 0.05, low + 0.06, words.BOTH_DOWN, ha="left", va="bottom")
    else:
        axes.fill([left, right, right, left], [low, low, high, high], **reach)
    axes.axhline(y, color=colours.contour, linewidth=1, zorder=1)
    axes.axvline(x, color=colours.contour, linewidth=1, zorder=1)
    axes.set(xlim=(left, right), ylim=(low, high))
    axes.spines[:].set_visible(False)
    ticks(axes, (-1.5, -1, -0.5, 0, 0.5), (-0.5, 0, 0.5, 1))


def _looks(sheet: style.Sheet) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """Return how steps look that move both weights up, both down, or apart."""
    colours = sheet.colours
    edge = {"markeredgecolor": colours.panel, "markeredgewidth": 0.8, "markersize": 8, "linewidth": 2.3}
    return (
        {"color": colours.first, "marker": "^", "linestyle": "-", **edge},
        {"color": colours.second, "marker": "v", "linestyle": DASH, **edge},
        {"color": colours.ink, "marker": "D", "linestyle": (0, (1.6, 1.4)), **edge, "markersize": 6},
    )


def _steps(axes: Axes, sheet: style.Sheet, walk: Walk) -> None:
    """Draw every step with a marker in its middle, and a dot where it starts."""
    looks = _looks(sheet)
    for (x, y), (dx, dy) in zip(walk.path, walk.moves, strict=False):
        kind = 2 if dx * dy < 0 else 0 if dx + dy > 0 else 1
        marked = [1] if np.hypot(dx, dy) > _MARKED else []
        axes.plot(
            [x, x + dx / 2, x + dx],
            [y, y + dy / 2, y + dy],
            **looks[kind],
            markevery=marked,
            zorder=3,
            gid="step",
        )
    axes.plot(
        *walk.path[1:-1].T, color=sheet.colours.ink, marker="o", markersize=2.6, linestyle="none", zorder=4
    )


def _places_named(axes: Axes, sheet: style.Sheet, state: SignsState, lang: Lang) -> None:
    colours = sheet.colours
    axes.plot(*state.start, marker="o", markersize=9, color=colours.ink, zorder=5)
    axes.text(state.start[0] + 0.08, state.start[1] - 0.05, words.START.of(lang), va="top")
    axes.plot(
        *state.goal, marker="*", markersize=15, color=colours.accent, markeredgecolor=colours.panel, zorder=6
    )
    axes.text(state.goal[0], state.goal[1] + 0.16, words.GOAL.of(lang), ha="center", va="bottom")


def _keys(sheet: style.Sheet, places: _Places, lang: Lang) -> None:
    names = (words.UP, words.DOWN, words.APART)
    for (x, y), name, look in zip(places.keys, names, _looks(sheet), strict=False):
        sheet.stroke([x, x + 15, x + 30], [y - 5] * 3, **look, markevery=[1])
        sheet.label(x + 38, y, name.of(lang))
    x, y = places.keys[3]
    sheet.box(x, y - 12, 30, 15, facecolor=sheet.colours.shade, edgecolor="none")
    sheet.label(x + 38, y, words.REACH.of(lang))
