"""What the scale of the features does to gradient descent: the data, the loss and the path, three times."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from plots import style
from plots.optimizers import parts
from plots.optimizers import scaling_words as words
from plots.optimizers.scaling import Scaled, ScalingState, compute
from plots.optimizers.scaling_words import alt, caption, description
from plots.parts import Box, ticks
from plots.spec import Layout, Variant

__all__ = ["alt", "caption", "compute", "description", "draw"]


@dataclass(frozen=True, slots=True)
class _View:
    """How far the data reach from their mean in the picture, and the square of weights that is drawn."""

    reach: float
    data_ticks: tuple[float, ...]
    digits: int
    weights: Box
    weight_ticks: tuple[tuple[float, ...], tuple[float, ...]]


_VIEWS = {
    "measured": _View(100.0, (-50, 0, 50), 0, (-5, 29, -7, 27), ((0, 10, 20), (0, 10, 20))),
    "min-max": _View(0.72, (-0.5, 0, 0.5), 1, (-130, 350, -70, 410), ((0, 200), (0, 200, 400))),
    "standardized": _View(4.2, (-3, 0, 3), 0, (-23, 51, -12, 62), ((0, 20, 40), (0, 20, 40))),
}


@dataclass(frozen=True, slots=True)
class _Places:
    """Where things stand, in CSS pixels; each panel is a square of `side`."""

    total: float
    side: float
    data: tuple[tuple[float, float], ...]
    weights: tuple[tuple[float, float], ...]
    heads: tuple[tuple[float, float], ...]
    facts: tuple[tuple[float, float], ...]
    rows: tuple[tuple[float, float], ...]


_PLACES: dict[Layout, _Places] = {
    "wide": _Places(
        total=566,
        side=178,
        data=((54, 70), (290, 70), (526, 70)),
        weights=((54, 338), (290, 338), (526, 338)),
        heads=((16, 26), (252, 26), (488, 26)),
        facts=((16, 326), (252, 326), (488, 326)),
        rows=((16, 48), (16, 304)),
    ),
    "narrow": _Places(
        total=818,
        side=138,
        data=((38, 86), (38, 360), (38, 634)),
        weights=((214, 86), (214, 360), (214, 634)),
        heads=((8, 28), (8, 302), (8, 576)),
        facts=((8, 51), (8, 325), (8, 599)),
        rows=((8, 76), (184, 76), (8, 350), (184, 350), (8, 624), (184, 624)),
    ),
}


def draw(state: ScalingState, variant: Variant) -> Figure:
    """Draw the data above (beside, if narrow) the loss as a function of the two weights."""
    places, lang = _PLACES[variant.layout], variant.lang
    sheet = style.sheet(variant, places.total)
    for index, way in enumerate(state.ways):
        sheet.title(*places.heads[index], words.METHODS[way.method].of(lang))
        sheet.label(*places.facts[index], words.fact(way, lang))
        _data(sheet.axes(*places.data[index], places.side, places.side), way, sheet, variant)
        axes = sheet.axes(*places.weights[index], places.side, places.side)
        _weights(axes, way, sheet)
        if way.method == "measured":
            _zoom(axes, way, sheet, variant)
    for index, (x, y) in enumerate(places.rows):
        sheet.note(x, y, words.ROWS[variant.layout][index % 2].of(lang))
    return sheet.figure


def _data(axes: Axes, way: Scaled, sheet: style.Sheet, variant: Variant) -> None:
    """Draw the features, both axes on the same scale."""
    view = _VIEWS[way.method]
    x, y = (way.points - way.points.mean(axis=0)).T
    axes.axhline(0, color=sheet.colours.rule, linewidth=1, zorder=0)
    axes.axvline(0, color=sheet.colours.rule, linewidth=1, zorder=0, ymax=0.8)
    axes.scatter(x, y, s=9, color=sheet.colours.first, linewidths=0, gid="data")
    axes.set(xlim=(-view.reach, view.reach), ylim=(-view.reach, view.reach))
    ticks(axes, view.data_ticks, view.data_ticks, view.digits)
    axes.set_xlabel(words.FIRST.of(variant.lang), labelpad=2)
    _corner(axes, words.SECOND.of(variant.lang))


def _corner(axes: Axes, label: str) -> None:
    """Name the vertical axis in the upper left corner."""
    axes.text(0.04, 0.97, label, ha="left", va="top", transform=axes.transAxes)


def _weights(axes: Axes, way: Scaled, sheet: style.Sheet) -> None:
    """Draw contour lines of the loss and the steps of gradient descent, both axes on the same scale."""
    view, colours = _VIEWS[way.method], sheet.colours
    at_start = float(way.loss(np.zeros(1), np.zeros(1))[0])
    parts.contours(axes, sheet, way.loss, view.weights, at_start * 4.0 ** np.arange(-4.0, 6.0))
    axes.plot(
        *way.path.T,
        color=colours.series[1],
        linewidth=1.6,
        marker="o",
        markersize=4.5,
        markevery=1 if way.needed < len(way.path) else [0],
        markeredgecolor=colours.panel,
        markeredgewidth=0.6,
        zorder=3,
        gid=way.method,
    )
    axes.plot([0], [0], marker="o", markersize=8, color=colours.ink, zorder=4)
    parts.star(axes, sheet, float(way.best[0]), float(way.best[1]))
    ticks(axes, *view.weight_ticks)
    axes.set_xlabel("$w_1$", labelpad=1)
    _corner(axes, "$w_2$")


_ZOOM: Box = (-0.08, 0.78, -0.7, 4.9)


def _zoom(axes: Axes, way: Scaled, sheet: style.Sheet, variant: Variant) -> None:
    """Enlarge the first steps in an inset."""
    colours = sheet.colours
    close = axes.inset_axes((0.22, 0.44, 0.75, 0.42), zorder=6)
    close.plot(
        *way.path.T,
        color=colours.series[1],
        linewidth=1.3,
        marker="o",
        markersize=4.0,
        markeredgecolor=colours.page,
        markeredgewidth=0.6,
    )
    close.plot([0], [0], marker="o", markersize=7, color=colours.ink)
    close.set(xlim=_ZOOM[:2], ylim=_ZOOM[2:], xticks=[], yticks=[])
    close.spines[:].set(visible=True, color=colours.muted, linewidth=1.0)
    axes.text(0.97, 0.88, words.ZOOM.of(variant.lang), ha="right", va="bottom", transform=axes.transAxes)
    left, right, low, high = _ZOOM
    frame = Rectangle((left, low), right - left, high - low, fill=False, edgecolor=colours.muted, zorder=5)
    axes.add_patch(frame)
