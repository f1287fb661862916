"""L1 against L2: where the penalized minimum lies in the plane, and how eight weights shrink."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, Polygon
from matplotlib.ticker import FixedLocator, FuncFormatter, NullLocator

from plots import style
from plots.generalization import l1_l2_words as words
from plots.generalization.l1_l2_words import alt, caption, description
from plots.generalization.penalties import Penalized, PenaltiesState, compute
from plots.spec import Layout, Variant
from plots.wording import number

__all__ = ["alt", "caption", "compute", "description", "draw"]

WINDOW = (-1.4, 2.1, -1.3, 2.433)
"""The part of the plane that is drawn: w1 from, to, w2 from, to."""

_RINGS = (0.15, 0.5, 1.1, 2.0, 3.2, 4.8)
_DASH = (0, (3.4, 1.7))


@dataclass(frozen=True, slots=True)
class _Places:
    """Where things stand, in CSS pixels; `maps` and `paths` hold (left, top, width, height) per penalty."""

    total: float
    keys: tuple[tuple[float, float], ...]
    maps: tuple[tuple[float, float, float, float], ...]
    paths: tuple[tuple[float, float, float, float], ...]


_PLACES: dict[Layout, _Places] = {
    "wide": _Places(
        total=720,
        keys=((4, 26), (250, 26), (474, 26), (4, 54), (250, 54)),
        maps=((40, 108, 300, 320), (404, 108, 300, 320)),
        paths=((40, 506, 300, 164), (404, 506, 300, 164)),
    ),
    "narrow": _Places(
        total=934,
        keys=((4, 22), (4, 47), (4, 72), (4, 97), (4, 122)),
        maps=((28, 174, 148, 158), (206, 174, 148, 158)),
        paths=((30, 430, 316, 180), (30, 702, 316, 180)),
    ),
}


def draw(state: PenaltiesState, variant: Variant) -> Figure:
    """Draw a map and the coefficient paths of either penalty, side by side or (narrow) stacked."""
    places = _PLACES[variant.layout]
    sheet = style.sheet(variant, places.total)
    _keys(sheet, variant, places)
    for side, place, below in zip(state.sides, places.maps, places.paths, strict=True):
        sheet.title(place[0], place[1] - 14, words.TITLES[side.name].of(variant.lang))
        _map(sheet.axes(*place), sheet, state, side)
        sheet.label(place[0] - 8, place[1] + 6, "$w_2$", ha="right")
        sheet.title(below[0], below[1] - 14, words.PATHS[side.name].of(variant.lang))
        _paths(sheet.axes(*below), sheet, state, side, variant)
    return sheet.figure


def _keys(sheet: style.Sheet, variant: Variant, places: _Places) -> None:
    colours = sheet.colours
    for (x, y), label in zip(places.keys, words.KEYS, strict=True):
        sheet.label(x + 38, y, label.of(variant.lang))
    middles = [(x + 15, y - 5) for x, y in places.keys]
    (x, y) = middles[0]
    sheet.stroke([x], [y], **_plain_look(sheet))
    (x, y) = middles[1]
    sheet.stroke([x], [y], **_point_look(sheet))
    (x, y) = middles[2]
    sheet.stroke([x - 15, x + 15], [y, y], color=colours.ink, linewidth=2, linestyle=_DASH)
    (x, y) = middles[3]
    sheet.stroke([x - 15, x + 15], [y, y], color=colours.first, linewidth=2.2)
    (x, y) = middles[4]
    sheet.box(x - 14, y - 7, 28, 14, facecolor=colours.shade, edgecolor=colours.second, linewidth=2)


def _plain_look(sheet: style.Sheet) -> dict[str, Any]:
    return {
        "marker": "o",
        "markersize": 8,
        "markerfacecolor": sheet.colours.page,
        "markeredgecolor": sheet.colours.ink,
        "markeredgewidth": 2,
        "linestyle": "none",
        "zorder": 6,
    }


def _point_look(sheet: style.Sheet) -> dict[str, Any]:
    return {
        "marker": "D",
        "markersize": 8.5,
        "color": sheet.colours.accent,
        "markeredgecolor": sheet.colours.page,
        "markeredgewidth": 1.2,
        "linestyle": "none",
        "zorder": 7,
    }


def _map(axes: Axes, sheet: style.Sheet, state: PenaltiesState, side: Penalized) -> None:
    """Draw the loss as contour lines, the budget round the origin, and the solution where they touch."""
    colours = sheet.colours
    left, right, low, high = WINDOW
    x, y = np.meshgrid(np.linspace(left, right, 121), np.linspace(low, high, 141))
    loss = state.plane.value(np.stack([x, y], axis=-1))
    touching = float(state.plane.value(side.point))
    axes.set_facecolor(colours.panel)
    rings = [ring for ring in _RINGS if abs(ring - touching) > 0.12]
    axes.contour(x, y, loss, levels=rings, colors=[colours.contour], linewidths=0.9, zorder=1)
    budget = side.size
    look: dict[str, Any] = {
        "facecolor": colours.shade,
        "edgecolor": colours.second,
        "linewidth": 2,
        "zorder": 2,
    }
    if side.name == "l1":
        axes.add_patch(Polygon([(budget, 0), (0, budget), (-budget, 0), (0, -budget)], **look))
    else:
        axes.add_patch(Circle((0, 0), budget, **look))
    axes.contour(x, y, loss, levels=[touching], colors=[colours.first], linewidths=2.2, zorder=3)
    axes.axhline(0, color=colours.muted, linewidth=0.9, zorder=2.5)
    axes.axvline(0, color=colours.muted, linewidth=0.9, zorder=2.5)
    axes.plot(*side.course.T, color=colours.ink, linewidth=2, linestyle=_DASH, zorder=4, gid="course")
    axes.plot(*state.plane.best, **_plain_look(sheet))
    axes.plot(*side.point, **_point_look(sheet), gid="point")
    axes.set(xlim=(left, right), ylim=(low, high))
    axes.spines[:].set_visible(False)
    axes.xaxis.set_major_locator(FixedLocator([-1, 0, 1, 2]))
    axes.yaxis.set_major_locator(FixedLocator([-1, 0, 1, 2]))
    _plain(axes)
    axes.set_xlabel("$w_1$", labelpad=1)


def _paths(axes: Axes, sheet: style.Sheet, state: PenaltiesState, side: Penalized, variant: Variant) -> None:
    """Draw every weight over the strength, the two that are really there in colour."""
    colours = sheet.colours
    axes.axhline(0, color=colours.rule, linewidth=1, zorder=1)
    for k, weights in enumerate(side.paths.T):
        real = state.true[k] != 0
        axes.semilogx(
            state.strengths,
            weights,
            color=(colours.first, colours.second)[k] if real else colours.muted,
            linewidth=2.4 if real else 1.2,
            linestyle=(style.DASHES[0], style.DASHES[2])[k] if real else style.DASHES[0],
            zorder=4 if real else 3,
            gid=f"w{k + 1}",
        )
    axes.plot([state.shown] * 2, [-2.5, 3.2], color=colours.muted, linewidth=1, linestyle=(0, (1, 2)))
    axes.text(state.shown, 3.25, words.shown(state), ha="center", va="bottom", fontsize=sheet.sizes.label)
    start, end = state.strengths[0], state.strengths[-1]
    axes.text(start * 1.15, 2.2, "$w_1$", va="center")
    axes.text(start * 1.15, -1.15, "$w_2$", va="center")
    axes.text(start * 1.15, 0.9, words.OTHERS, va="center", color=colours.muted)
    axes.text(end, -1.9, words.zeros(side, variant.lang), ha="right", va="center")
    axes.set(xlim=(start, end), ylim=(-2.5, 4.0))
    axes.xaxis.set_major_locator(FixedLocator([0.01, 0.1, 1, 10]))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.yaxis.set_major_locator(FixedLocator([-2, 0, 3]))
    _plain(axes)
    axes.set_xlabel(words.STRENGTH.of(variant.lang))


def _plain(axes: Axes) -> None:
    plain = FuncFormatter(lambda value, _: number(value, 2))
    axes.xaxis.set_major_formatter(plain)
    axes.yaxis.set_major_formatter(plain)
