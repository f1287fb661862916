"""Momentum in a narrow valley: two paths, the distance from the minimum, and the price of the condition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from plots import style
from plots.optimizers import parts
from plots.optimizers import valley_words as words
from plots.optimizers.valley import LARGEST, Run, ValleyState, compute, loss, settings
from plots.optimizers.valley_words import alt, caption, description
from plots.parts import Box, powers, ticks
from plots.spec import Layout, Variant

__all__ = ["alt", "caption", "compute", "description", "draw", "settings"]

_SERIES = {"gradient-descent": 0, "momentum": 1}
_WINDOW: Box = (-10.0, 3.2, -1.4, 1.4)


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the panels stand, in CSS pixels: two valleys, the distance, the number of steps."""

    total: float
    valleys: tuple[Box, Box]
    distance: Box
    tenfold: Box


_PLACES: dict[Layout, _Places] = {
    "wide": _Places(
        652, ((38, 42, 668, 142), (38, 226, 668, 142)), (58, 476, 262, 128), (428, 476, 266, 128)
    ),
    "narrow": _Places(
        846, ((34, 40, 318, 104), (34, 186, 318, 104)), (54, 398, 288, 140), (54, 640, 288, 140)
    ),
}


def draw(state: ValleyState, variant: Variant) -> Figure:
    """Draw both paths in the valley, and below the distance per step and the steps per factor of ten."""
    places, lang = _PLACES[variant.layout], variant.lang
    sheet = style.sheet(variant, places.total)
    for place, run in zip(places.valleys, (state.plain, state.heavy), strict=True):
        heading = sheet.title(place[0] - 28, place[1] - 14, words.NAMES[run.method].of(lang))
        heading.set_color(sheet.colours.series[_SERIES[run.method]])
        sheet.label(place[0] + place[2], place[1] - 14, words.tuning(run), ha="right")
        last = run.method == "momentum"
        _valley(sheet.axes(*place), state, run, sheet, variant, last)
    for place, (title, note) in zip((places.distance, places.tenfold), words.TITLES, strict=True):
        sheet.title(place[0] - 48, place[1] - 36, title.of(lang))
        sheet.note(place[0] - 48, place[1] - 15, note.of(lang))
    _distance(sheet.axes(*places.distance), state, sheet, variant)
    _tenfold(sheet.axes(*places.tenfold), state, sheet, variant)
    return sheet.figure


def _valley(
    axes: Axes, state: ValleyState, run: Run, sheet: style.Sheet, variant: Variant, last: bool
) -> None:
    parts.contours(axes, sheet, loss, _WINDOW, 0.5 * np.arange(1.0, 12.0) ** 2)
    path = run.path[: state.shown + 1]
    looks = parts.look(sheet, _SERIES[run.method], linewidth=1.8, markersize=6.0, linestyle="solid")
    axes.plot(*path.T, gid=run.method, zorder=3, **looks)
    axes.plot(*path[0], marker="o", markersize=9, color=sheet.colours.ink, zorder=4)
    parts.star(axes, sheet, 0.0, 0.0, 16)
    ticks(axes, range(-10, 4, 2), (-1, 0, 1))
    axes.tick_params(labelbottom=last)
    axes.set_ylabel("$y$", rotation=0, labelpad=1, va="center")
    if last:
        axes.set_xlabel("$x$", labelpad=1)
    else:
        plate = parts.plate(sheet)
        above = path[0] + [0.0, 0.42]
        axes.text(above[0], above[1], words.START.of(variant.lang), ha="center", va="center", bbox=plate)
        axes.text(0.0, 0.52, words.MINIMUM.of(variant.lang), ha="center", va="center", bbox=plate)


def _distance(axes: Axes, state: ValleyState, sheet: style.Sheet, variant: Variant) -> None:
    """Draw the distance from the minimum, and dotted what the theory says of the long run."""
    steps = np.arange(state.steps + 1)
    for run in (state.plain, state.heavy):
        colour = sheet.colours.series[_SERIES[run.method]]
        looks = parts.look(sheet, _SERIES[run.method], markevery=20, markersize=6.0)
        axes.semilogy(steps, run.distance, gid=f"distance-{run.method}", **looks)
        long_run = run.distance[-1] * run.factor ** (steps - state.steps)
        dots: dict[str, Any] = {
            "color": sheet.colours.muted,
            "linewidth": 1.4,
            "linestyle": (0, (1, 1.6)),
            "zorder": 1,
        }
        axes.plot(steps, long_run, gid=f"theory-{run.method}", **dots)
        x, y = words.FACTOR_AT[run.method]
        axes.text(x, y, words.factor(run), color=colour, ha="right", va="center")
    axes.set(xlim=(0, state.steps), ylim=(1e-10, 1e2))
    axes.xaxis.set_ticks([0, 30, 60, 90, 120])
    powers(axes.yaxis, (-10, -8, -6, -4, -2, 0, 2))
    axes.tick_params(axis="y", labelsize=sheet.sizes.label)
    axes.grid(axis="y", color=sheet.colours.rule, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.set_xlabel(words.STEP.of(variant.lang), labelpad=2)


def _tenfold(axes: Axes, state: ValleyState, sheet: style.Sheet, variant: Variant) -> None:
    """Draw how many steps a factor of ten takes against the condition number, both logarithmic."""
    for run, needed in zip((state.plain, state.heavy), state.tenfold, strict=True):
        looks = parts.look(sheet, _SERIES[run.method], markevery=(5, 12), markersize=6.0)
        axes.loglog(state.kappas, needed, gid=f"tenfold-{run.method}", **looks)
    axes.axvline(state.kappa, color=sheet.colours.muted, linewidth=1.2, linestyle=(0, (1, 2)), ymax=0.78)
    axes.set(xlim=(state.kappas[0], LARGEST), ylim=(0.8, 2e4))
    powers(axes.xaxis, (1, 2, 3, 4))
    powers(axes.yaxis, (0, 2, 4))
    axes.text(state.kappa, 7e3, words.condition(state), ha="center", va="center")
    for run, (x, y), label in zip((state.plain, state.heavy), words.GROWTH_AT, words.GROWTH, strict=True):
        axes.text(x, y, label, color=sheet.colours.series[_SERIES[run.method]], ha="center", va="center")
    axes.set_xlabel(words.CONDITION.of(variant.lang), labelpad=2)
