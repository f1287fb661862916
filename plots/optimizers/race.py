"""The five optimisers of `paths` over time: every method takes its steps at the same moment.

The data are those of `plots.optimizers.runs`: one start, one number of steps, one rule for the rate.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from plots import style
from plots.animation import Motion, Track, show, trace, travel
from plots.optimizers import methods, parts
from plots.optimizers import race_words as words
from plots.optimizers.race_words import alt, caption, description
from plots.optimizers.runs import WINDOW, PathsState, compute
from plots.parts import Box, powers, ticks
from plots.spec import Layout, Variant

__all__ = ["alt", "caption", "compute", "description", "draw", "motion"]

SECONDS, PLAYS = 10.0, 2
PAUSE = 0.6
"""How long everything stands at the start."""

PACE = 0.08
"""Seconds per step."""

REACH = 3.0
"""How far from its own middle a line is uncovered, in CSS pixels; these lines have no markers."""


@dataclass(frozen=True, slots=True)
class _Places:
    """Where things stand, in CSS pixels: map, loss, the table's corner and its width, the counter."""

    total: float
    map: Box
    loss: Box
    table: tuple[float, float]
    table_width: float


_PLACES: dict[Layout, _Places] = {
    "wide": _Places(500, (30, 40, 430, 412), (524, 246, 178, 206), (494, 52), 222),
    "narrow": _Places(794, (30, 40, 322, 308), (48, 594, 296, 150), (8, 408), 344),
}


def draw(state: PathsState, variant: Variant) -> Figure:
    """Draw the end: whole paths, every method at its last place, and the loss per step."""
    places, lang = _PLACES[variant.layout], variant.lang
    sheet = style.sheet(variant, places.total)
    sheet.title(places.map[0], 26, words.TITLE.of(lang))
    for step in range(0, state.steps + 1, state.every):
        x = places.map[0] + places.map[2]
        sheet.layer.text(x, 26, words.counter(step, lang), ha="right", va="baseline", gid=f"step-{step}")
    _map(sheet.axes(*places.map), state, sheet, variant)
    _table(sheet, state, variant, places)
    sheet.title(places.table[0], places.loss[1] - 16, words.LOSS.of(lang))
    _losses(sheet.axes(*places.loss), state, sheet, variant)
    return sheet.figure


def _map(axes: Axes, state: PathsState, sheet: style.Sheet, variant: Variant) -> None:
    colours = sheet.colours
    parts.contours(axes, sheet, methods.beale, WINDOW, 10.0 ** np.arange(-3, 4.01, 0.5))
    for index, run in enumerate(state.runs):
        looks = parts.look(sheet, index, marker="", linewidth=2.0)
        axes.plot(*run.path.T, gid=f"path-{run.method}", zorder=2 + index * 0.1, **looks)
        ball = parts.look(sheet, index, linestyle="none", markersize=11, markeredgecolor=colours.panel)
        axes.plot(*run.path[-1], gid=f"ball-{run.method}", zorder=4 + index * 0.1, **ball)
    axes.plot(*state.start, marker="o", markersize=7, color=colours.ink, zorder=3)
    parts.star(axes, sheet, *state.minimum, 16)
    plate: dict[str, Any] = {"bbox": parts.plate(sheet), "va": "center", "ha": "right", "zorder": 1.5}
    axes.text(state.start[0] - 0.12, state.start[1], words.START.of(variant.lang), **plate)
    axes.text(WINDOW[1] - 0.05, 0.2, words.MINIMUM.of(variant.lang), **plate)
    ticks(axes, (0, 1, 2, 3), (-1, 0, 1))
    axes.set_xlabel("$x$", labelpad=2)
    axes.set_ylabel("$y$", rotation=0, labelpad=1)


def _table(sheet: style.Sheet, state: PathsState, variant: Variant, places: _Places) -> None:
    """List the methods with their learning rates."""
    x, y = places.table
    right = x + places.table_width
    name, rate = words.heads(variant.lang)
    sheet.note(x + 46, y, name)
    sheet.note(right, y, rate, ha="right")
    sheet.stroke([x, right], [y + 8, y + 8], color=sheet.colours.rule, linewidth=1)
    for index, run in enumerate(state.runs):
        line = y + 30 + 25 * index
        parts.key(sheet, x, line, words.NAMES[run.method].of(variant.lang), index, 38.0)
        sheet.label(right, line, f"{run.rate:g}", ha="right")


def _losses(axes: Axes, state: PathsState, sheet: style.Sheet, variant: Variant) -> None:
    """Draw the loss after every step on a logarithmic axis."""
    steps = np.arange(state.steps + 1)
    for index, run in enumerate(state.runs):
        looks = parts.look(sheet, index, marker="", linewidth=1.8)
        axes.semilogy(steps, run.loss, gid=f"loss-{run.method}", zorder=3 + index * 0.1, **looks)
    lowest = min(float(run.loss.min()) for run in state.runs)
    bottom = int(np.floor(np.log10(lowest)))
    axes.set(xlim=(0, state.steps), ylim=(10.0**bottom, 100))
    axes.xaxis.set_ticks([0, 25, 50, 75, 100])
    powers(axes.yaxis, range(bottom, 3))
    axes.tick_params(axis="y", labelsize=sheet.sizes.label)
    axes.grid(axis="y", color=sheet.colours.rule, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.set_xlabel(words.STEP.of(variant.lang))


def motion(state: PathsState, variant: Variant, figure: Figure) -> Motion:  # noqa: ARG001
    """Return how the end came about: all methods take step t at the same moment."""
    _, plane, loss = figure.axes[:3]
    steps = np.arange(state.steps + 1)
    times = PAUSE + PACE * steps
    tracks: list[Track] = []
    for run in state.runs:
        x, y = run.path.T
        tracks.append(_thin(trace(plane, f"path-{run.method}", times, x, y, reach=REACH)))
        tracks.append(_thin(travel(plane, f"ball-{run.method}", times, x, y)))
        tracks.append(_thin(trace(loss, f"loss-{run.method}", times, steps, run.loss, reach=REACH)))
    marks = range(0, state.steps + 1, state.every)
    for step in marks:
        begin = 0.0 if step == 0 else float(times[step])
        end = None if step == state.steps else float(times[step + state.every])
        tracks.append(show(f"step-{step}", begin, end))
    return Motion(SECONDS, PLAYS, tuple(tracks))


def _thin(track: Track) -> Track:
    """Return the track with every second stop; the last one stays."""
    return replace(track, times=track.times[::2], values=track.values[::2])
