"""Gradient descent on one weight: the loss curve, the learning curve and the data, side by side."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from plots import style
from plots.optimizers import descent_words as words
from plots.optimizers import parts
from plots.optimizers.descent import DescentState, compute, loss
from plots.optimizers.descent_words import alt, caption, description
from plots.parts import Box, ticks
from plots.spec import Layout, Variant

__all__ = ["alt", "caption", "compute", "description", "draw"]

_WINDOWS: dict[Layout, Box] = {"wide": (-1.25, 4.35, -2.4, 24.0), "narrow": (-1.95, 4.35, -2.4, 24.0)}


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the three panels stand, in CSS pixels."""

    total: float
    curve: Box
    learning: Box
    data: Box


_PLACES: dict[Layout, _Places] = {
    "wide": _Places(484, (46, 62, 390, 366), (504, 62, 204, 132), (504, 296, 204, 132)),
    "narrow": _Places(880, (44, 62, 304, 330), (44, 500, 304, 124), (44, 734, 304, 96)),
}


def draw(state: DescentState, variant: Variant) -> Figure:
    """Draw the loss curve with the first steps, the loss per step, and the model at each step."""
    places, lang = _PLACES[variant.layout], variant.lang
    sheet = style.sheet(variant, places.total)
    for place, (title, note) in zip((places.curve, places.learning, places.data), words.TITLES, strict=True):
        x = place[0] - (32 if variant.layout == "wide" else 30)
        sheet.title(x, place[1] - 36, title.of(lang))
        sheet.note(x, place[1] - 15, note.of(lang))
    _curve(sheet.axes(*places.curve), state, sheet, variant)
    _learning(sheet.axes(*places.learning), state, sheet, variant)
    _data(sheet.axes(*places.data), state, sheet, variant)
    return sheet.figure


def _curve(axes: Axes, state: DescentState, sheet: style.Sheet, variant: Variant) -> None:
    colours, run, shown = sheet.colours, state.main, state.shown
    window = _WINDOWS[variant.layout]
    w = np.linspace(window[0], window[1], 200)
    inside = loss(w) <= window[3]
    axes.plot(w[inside], loss(w[inside]), color=colours.muted, linewidth=2.0, zorder=2)
    reach = np.array([-0.2, 0.56])
    axes.plot(
        run.weight[0] + reach,
        run.loss[0] + state.slopes[0] * reach,
        color=colours.first,
        linewidth=2.2,
        linestyle=(0, (6, 1.6)),
        zorder=3,
    )
    for t in range(shown):
        here, there = run.weight[t], run.weight[t + 1]
        axes.plot([here, there], [run.loss[t]] * 2, color=colours.accent, linewidth=2.2, zorder=3)
        if there - here > 0.2:
            axes.plot([there - 0.07], [run.loss[t]], marker=">", markersize=7, color=colours.accent)
        drop = [run.loss[t], run.loss[t + 1]]
        axes.plot([there, there], drop, color=colours.muted, linewidth=1.3, linestyle=(0, (1, 2)), zorder=1)
    axes.plot(
        run.weight[: shown + 1],
        run.loss[: shown + 1],
        linestyle="none",
        marker="o",
        markersize=8,
        color=colours.series[0],
        markeredgecolor=colours.page,
        markeredgewidth=1.0,
        zorder=5,
        gid="run",
    )
    parts.star(axes, sheet, state.best, 0.0)
    _curve_labels(axes, state, sheet, variant)
    axes.set(xlim=window[:2], ylim=window[2:])
    ticks(axes, range(-1, 5), range(0, 21, 5))
    axes.set_xlabel(words.WEIGHT.of(variant.lang))


def _curve_labels(axes: Axes, state: DescentState, sheet: style.Sheet, variant: Variant) -> None:
    run, colours = state.main, sheet.colours
    for t, (dx, dy, ha) in enumerate(((-0.14, -0.1, "right"), (-0.13, -0.9, "right"), (-0.1, -1.2, "right"))):
        axes.text(run.weight[t] + dx, run.loss[t] + dy, f"$w_{t}$", ha=ha, va="center")
    axes.text(state.best, -1.45, words.minimum(state).of(variant.lang), ha="center", va="center")
    tangent, move = words.tangent(state, variant.lang), words.move(state, variant.lang)
    for k, line in enumerate(tangent):
        axes.text(0.2, 11.6 - 1.7 * k, line, ha="right", va="center", color=colours.first)
    for k, line in enumerate(move):
        axes.text(run.weight[1] + 0.14, run.loss[0] + 0.1 - 1.8 * k, line, va="center", color=colours.accent)
    for k, fall in enumerate(words.FALL):
        y = 13.0 - 1.8 * k
        axes.text(run.weight[1] + 0.14, y, fall.of(variant.lang), va="center", color=colours.muted)


def _learning(axes: Axes, state: DescentState, sheet: style.Sheet, variant: Variant) -> None:
    for index, run in enumerate(state.runs):
        axes.plot(
            np.arange(state.steps + 1),
            run.loss,
            gid=f"{run.rate:g}",
            clip_on=False,
            zorder=4 - index,
            **parts.look(sheet, _SERIES[index], markersize=6.0),
        )
    axes.set(xlim=(0, state.steps), ylim=(0, 20))
    ticks(axes, range(0, state.steps + 1, 2), (0, 10, 20))
    axes.set_xlabel(words.STEP.of(variant.lang))
    left, top, width, _ = _PLACES[variant.layout].learning
    for index, run in enumerate(state.runs):
        x = left + width - 96
        parts.key(sheet, x, top + 12 + 19 * index, rf"$\eta = {run.rate:g}$", _SERIES[index])


_SERIES = (1, 0, 3)


def _data(axes: Axes, state: DescentState, sheet: style.Sheet, variant: Variant) -> None:
    colours = sheet.colours
    ends = np.array([0.0, 3.3])
    for t in range(state.shown + 1):
        weight = state.main.weight[t]
        axes.plot(ends, weight * ends, color=colours.series[0], linewidth=0.8 + 0.3 * t, alpha=1.0, zorder=2)
        if t < 3 or t == state.shown:
            at = weight * ends[1] + (0.35 if t == 0 else 0.0)
            axes.text(ends[1] + 0.07, at, f"$w_{t}$", va="center")
    axes.plot(
        state.inputs,
        state.targets,
        linestyle="none",
        marker="D",
        markersize=8,
        color=colours.accent,
        markeredgecolor=colours.page,
        markeredgewidth=1.0,
        zorder=4,
        gid="data",
    )
    axes.set(xlim=(0, 3.62), ylim=(-0.4, 6.9))
    ticks(axes, range(4), (0, 2, 4, 6))
    axes.set_xlabel(words.INPUT.of(variant.lang))
