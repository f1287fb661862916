"""Dropout: one network at test time, four of its sub-networks in training, and the scores of all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.patches import Circle
from matplotlib.ticker import FuncFormatter, MultipleLocator

from plots import style
from plots.networks import dropout_words as words
from plots.networks.dropout_words import alt, caption, description
from plots.networks.subnetworks import INPUTS, Array, DropoutState, compute
from plots.spec import Lang, Layout, Variant
from plots.wording import number

__all__ = ["alt", "caption", "compute", "description", "draw"]

_DISK = 7.5
"""The radius of a disk that stands for an output of 1; its area grows with the output."""

_BINS = 24


@dataclass(frozen=True, slots=True)
class _Places:
    """Where things stand, in CSS pixels: `cells` are the top left corners of the five networks."""

    total: float
    cells: tuple[tuple[float, float], ...]
    columns: tuple[float, float, float]
    gap: float
    keys: tuple[tuple[float, float], tuple[float, float]]
    titles: tuple[tuple[float, float], ...]
    scores: tuple[tuple[float, float, float, float], ...]
    marks: tuple[tuple[float, float], ...]


_PLACES: dict[Layout, _Places] = {
    "wide": _Places(
        total=576,
        cells=tuple((6 + 144 * k + 8 * (k > 0), 60) for k in range(5)),
        columns=(14, 62, 112),
        gap=24,
        keys=((158, 306), (330, 306)),
        titles=((6, 30), (158, 30), (6, 356)),
        scores=((14, 430, 336, 96), (370, 430, 336, 96)),
        marks=((6, 384), (190, 384), (412, 384)),
    ),
    "narrow": _Places(
        total=1158,
        cells=((6, 62), (6, 312), (186, 312), (6, 548), (186, 548)),
        columns=(14, 66, 122),
        gap=20,
        keys=((176, 130), (176, 160)),
        titles=((6, 30), (6, 284), (6, 790)),
        scores=((14, 916, 332, 66), (14, 1044, 332, 66)),
        marks=((6, 816), (6, 840), (6, 864)),
    ),
}


def draw(state: DropoutState, variant: Variant) -> Figure:
    """Draw the whole network, four sub-networks, and two histograms of all sub-networks' scores."""
    places, lang = _PLACES[variant.layout], variant.lang
    sheet = style.sheet(variant, places.total)
    for (x, y), title in zip(places.titles, words.titles(state), strict=True):
        sheet.title(x, y, title.of(lang))
    net = state.network
    drawn = [(net.hidden * state.masks[row] / (1.0 - state.rate), state.scores[row]) for row in state.shown]
    for index, (units, score) in enumerate([(net.hidden, net.score), *drawn]):
        left, bottom = _network(sheet, places, index, units)
        sheet.note(left, places.cells[index][1] - 4, words.head(state, index).of(lang))
        sheet.label(left, bottom, words.score(float(score)).of(lang))
    _keys(sheet, places, lang)
    _marks(sheet, places, lang)
    for place, name in zip(places.scores, ("scaled", "unscaled"), strict=True):
        sheet.label(place[0] - 8, place[1] - 14, words.panel(state, name).of(lang))
        axes = sheet.axes(*place)
        _histogram(axes, sheet, state, name)
        if name == "unscaled" or variant.layout == "wide":
            axes.set_xlabel(words.SCORE.of(lang))
    return sheet.figure


def _network(sheet: style.Sheet, places: _Places, index: int, units: Array) -> tuple[float, float]:
    """Draw one network with the outputs of its hidden units, and return where its foot line stands."""
    left, top = places.cells[index]
    first, second, third = (left + column for column in places.columns)
    ys = top + 14 + places.gap * np.arange(len(units))
    middle = float(ys.mean())
    inputs = middle + 1.8 * places.gap * (np.arange(INPUTS) - (INPUTS - 1) / 2)
    lines = [((first, a), (second, y)) for y in ys[units > 0] for a in inputs]
    lines += [((second, y), (third, middle)) for y in ys[units > 0]]
    sheet.layer.add_collection(
        LineCollection(lines, colors=sheet.colours.muted, linewidths=0.7, zorder=1, gid=f"edges-{index}")
    )
    for x, y, radius in (*((first, y, 5.0) for y in inputs), (third, middle, 8.0)):
        _ring(sheet, (x, y), radius)
    for y, value in zip(ys, units, strict=True):
        if value > 0:
            _disk(sheet, (second, y), value)
        else:
            _dropped(sheet, (second, y))
    return left, float(ys[-1]) + 34


def _ring(sheet: style.Sheet, centre: tuple[float, float], radius: float) -> None:
    sheet.add(
        Circle(
            centre, radius, facecolor=sheet.colours.page, edgecolor=sheet.colours.ink, linewidth=1.1, zorder=2
        )
    )


def _disk(sheet: style.Sheet, centre: tuple[float, float], value: float) -> None:
    """Draw a unit that stays as a disk whose area is its output."""
    radius = _DISK * float(np.sqrt(value))
    sheet.add(Circle(centre, radius, facecolor=sheet.colours.first, edgecolor="none", zorder=3))


def _dropped(sheet: style.Sheet, centre: tuple[float, float]) -> None:
    """Draw a unit that is dropped as a dashed ring with a cross."""
    colour = sheet.colours.second
    ring = Circle(centre, 7.5, fill=False, edgecolor=colour, linewidth=1.1, linestyle=(0, (2.4, 1.6)))
    sheet.add(ring)
    (x, y) = centre
    sheet.stroke([x], [y], marker="x", markersize=5.5, markeredgewidth=1.4, color=colour)


def _keys(sheet: style.Sheet, places: _Places, lang: Lang) -> None:
    """Explain disks and crosses."""
    stays, dropped = places.keys
    _disk(sheet, (stays[0] + 8, stays[1] - 4.5), 1.0)
    sheet.label(stays[0] + 24, stays[1], words.STAYS.of(lang))
    _dropped(sheet, (dropped[0] + 8, dropped[1] - 4.5))
    sheet.label(dropped[0] + 24, dropped[1], words.DROPPED.of(lang))


def _marks(sheet: style.Sheet, places: _Places, lang: Lang) -> None:
    """Explain the line and the triangle in the histograms."""
    test, mean, shown = places.marks
    sheet.stroke([test[0] + 2, test[0] + 30], [test[1] - 5] * 2, color=sheet.colours.second, linewidth=2.4)
    sheet.label(test[0] + 38, test[1], words.TEST.of(lang))
    sheet.stroke([mean[0] + 16], [mean[1] - 5], marker="v", markersize=9, color=sheet.colours.ink)
    sheet.label(mean[0] + 38, mean[1], words.MEAN.of(lang))
    sheet.stroke([shown[0] + 16], [shown[1] - 5], **_dot(sheet))
    sheet.label(shown[0] + 38, shown[1], words.SHOWN.of(lang))


def _dot(sheet: style.Sheet) -> dict[str, Any]:
    return {
        "marker": "o",
        "markersize": 7,
        "linestyle": "none",
        "color": sheet.colours.first,
        "markeredgecolor": sheet.colours.page,
    }


def _histogram(axes: Axes, sheet: style.Sheet, state: DropoutState, name: str) -> None:
    """Draw how the scores of all sub-networks are spread, their mean, and the score at test time."""
    scores = state.scores if name == "scaled" else state.unscaled
    edges = np.linspace(float(state.scores.min()) - 0.2, float(state.scores.max()) + 0.2, _BINS + 1)
    counts, _ = np.histogram(scores, edges)
    top = 1.42 * counts.max()
    axes.stairs(counts, edges, fill=True, color=sheet.colours.contour, zorder=2, gid=name)
    axes.plot([state.network.score] * 2, [0, 0.8 * top], color=sheet.colours.second, linewidth=2.4, zorder=3)
    axes.plot([scores.mean()], [0.9 * top], marker="v", markersize=9, color=sheet.colours.ink, zorder=4)
    axes.plot(scores[list(state.shown)], [0.0] * len(state.shown), **_dot(sheet), clip_on=False, zorder=5)
    axes.set(xlim=(edges[0], edges[-1]), ylim=(0, top), yticks=[])
    axes.spines["left"].set_visible(False)
    axes.xaxis.set_major_locator(MultipleLocator(1.0))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: number(value, 1)))
