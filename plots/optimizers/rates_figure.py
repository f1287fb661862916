"""Why a too large learning rate raises the loss: three runs on a parabola, and one step at every rate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from plots import style
from plots.optimizers import parts
from plots.optimizers import rates_words as words
from plots.optimizers.rates import RATIO_EDGE, RatesState, Run, compute, loss
from plots.optimizers.rates_words import alt, caption, description
from plots.parts import Box, powers, ticks
from plots.spec import Layout, Variant

__all__ = ["alt", "caption", "compute", "description", "draw"]

_SERIES = (1, 2, 5)
_MARK: tuple[dict[str, Any], ...] = ({}, {}, {"marker": "^"})
"""The star of the last series is kept for the minimum."""

_WINDOW: Box = (-4.6, 4.6, -0.7, 10.4)


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the panels stand, in CSS pixels: three parabolas, one step, all steps."""

    total: float
    runs: tuple[Box, Box, Box]
    ratio: Box
    losses: Box


_PLACES: dict[Layout, _Places] = {
    "wide": _Places(
        556,
        ((34, 64, 206, 190), (270, 64, 206, 190), (506, 64, 206, 190)),
        (46, 350, 300, 150),
        (416, 350, 294, 150),
    ),
    "narrow": _Places(
        1042,
        ((34, 64, 312, 120), (34, 262, 312, 120), (34, 460, 312, 120)),
        (46, 664, 300, 120),
        (46, 866, 300, 120),
    ),
}


def draw(state: RatesState, variant: Variant) -> Figure:
    """Draw the runs on their parabolas, the effect of one step, and the loss per step."""
    places, lang = _PLACES[variant.layout], variant.lang
    sheet = style.sheet(variant, places.total)
    for index, (place, run) in enumerate(zip(places.runs, state.runs, strict=True)):
        x, y = place[0] - 26, place[1]
        sheet.label(x, y - 38, rf"$\eta = {run.rate:g}$").set_fontsize(sheet.sizes.title + 1)
        sheet.label(x + 76, y - 38, words.RANGES[index])
        sheet.note(x, y - 16, words.kind(run, state, lang))
        _run(sheet.axes(*place), state, run, index, sheet, variant)
    for place, title in zip((places.ratio, places.losses), words.TITLES, strict=True):
        sheet.title(place[0] - 38, place[1] - 16, title.of(lang))
    _ratio(sheet.axes(*places.ratio), state, sheet, variant)
    _losses(sheet.axes(*places.losses), state, sheet, variant)
    return sheet.figure


def _run(axes: Axes, state: RatesState, run: Run, index: int, sheet: style.Sheet, variant: Variant) -> None:
    w = np.linspace(_WINDOW[0], _WINDOW[1], 160)
    axes.plot(w, loss(w), color=sheet.colours.muted, linewidth=1.6, zorder=2)
    last = state.shown + 1
    axes.plot(
        run.weight[:last],
        run.loss[:last],
        gid=f"{run.rate:g}",
        zorder=3,
        **parts.look(sheet, _SERIES[index], linewidth=1.7, markersize=7.0, linestyle="solid", **_MARK[index]),
    )
    axes.plot(*run.weight[:1], *run.loss[:1], marker="o", markersize=11, color=sheet.colours.ink, zorder=4)
    parts.star(axes, sheet, 0.0, 0.0, 15)
    axes.set(xlim=_WINDOW[:2], ylim=_WINDOW[2:])
    ticks(axes, (-4, -2, 0, 2, 4), (0, 5, 10))
    if index == 2 or variant.layout == "wide":
        axes.set_xlabel("$w$", labelpad=2)
    if index == 0:
        words_at = (0.0, 7.4)
        axes.text(*words_at, words.loss_of(state), ha="center", va="center", color=sheet.colours.muted)


def _ratio(axes: Axes, state: RatesState, sheet: style.Sheet, variant: Variant) -> None:
    """Draw the loss after one step over the loss before, against rate times curvature."""
    colours = sheet.colours
    limit = state.limit * state.curvature
    axes.axvspan(limit, RATIO_EDGE, color=colours.shade, linewidth=0, zorder=0)
    axes.plot([0, RATIO_EDGE], [1, 1], color=colours.muted, linewidth=1.0, linestyle=(0, (1, 2)), zorder=1)
    axes.plot(state.product, state.ratio, color=colours.ink, linewidth=2.2, zorder=2, gid="ratio")
    for index, run in enumerate(state.runs):
        axes.plot(
            [run.rate * state.curvature],
            [run.factor],
            zorder=4,
            **parts.look(sheet, _SERIES[index], markersize=10.0, **_MARK[index]),
        )
    axes.set(xlim=(0, RATIO_EDGE), ylim=(0, 2.0))
    marks = (0.0, 0.5, 1.0, 1.5, limit)
    ticks(axes, marks, (0, 1, 2), 1)
    axes.yaxis.set_ticklabels(["0", "1", "2"])
    axes.xaxis.set_ticklabels(words.MARKS)
    axes.text(
        (limit + RATIO_EDGE) / 2 + 0.02,
        0.5,
        words.RISES.of(variant.lang),
        ha="center",
        va="center",
        rotation=90,
    )
    axes.text(0.98, 1.16, words.SAME.of(variant.lang), ha="center", va="center", color=colours.muted)
    axes.set_xlabel(words.RATE.of(variant.lang))


def _losses(axes: Axes, state: RatesState, sheet: style.Sheet, variant: Variant) -> None:
    """Draw the loss after every step, on a logarithmic axis."""
    for index, run in enumerate(state.runs):
        steps = np.arange(state.steps + 1)
        gap = parts.look(sheet, _SERIES[index], markevery=2, **_MARK[index])
        axes.semilogy(steps, run.loss, gid=f"loss {run.rate:g}", clip_on=False, **gap)
        x, y, ha = ((13.0, 1.2e-1, "left"), (9.0, 1e-6, "right"), (8.0, 3.0e2, "right"))[index]
        axes.text(
            x, y, rf"$\eta = {run.rate:g}$", ha=ha, va="center", color=sheet.colours.series[_SERIES[index]]
        )
    axes.set(xlim=(0, state.steps), ylim=(1e-9, 1e3))
    powers(axes.yaxis, (-9, -6, -3, 0, 3))
    axes.tick_params(axis="y", labelsize=sheet.sizes.label)
    axes.xaxis.set_ticks([0, 5, 10, 15, 20])
    axes.grid(axis="y", color=sheet.colours.rule, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.set_xlabel(words.STEP.of(variant.lang))
