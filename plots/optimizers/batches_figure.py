"""The noise of mini-batches: three paths, the spread of the gradient, and the loss."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedFormatter, FixedLocator, NullLocator

from plots import style
from plots.optimizers import batches_words as words
from plots.optimizers import parts
from plots.optimizers.batches import START, BatchState, Run, compute
from plots.optimizers.batches_words import alt, caption, description
from plots.parts import Box, powers, ticks
from plots.spec import Layout, Variant

__all__ = ["alt", "caption", "compute", "description", "draw"]

_SERIES = (3, 2, 1)
_WINDOW: Box = (-2.0, 2.1, -1.4, 2.7)


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the panels stand, in CSS pixels: three maps, the spread, the loss, the key of the loss."""

    total: float
    maps: tuple[Box, Box, Box]
    spread: Box
    loss: Box
    key: tuple[float, float]


_PLACES: dict[Layout, _Places] = {
    "wide": _Places(
        550,
        ((34, 56, 206, 206), (270, 56, 206, 206), (506, 56, 206, 206)),
        (56, 360, 226, 138),
        (384, 360, 190, 138),
        (590, 400),
    ),
    "narrow": _Places(
        964,
        ((30, 54, 146, 146), (206, 54, 146, 146), (30, 276, 146, 146)),
        (56, 522, 292, 130),
        (56, 764, 292, 140),
        (212, 310),
    ),
}


def draw(state: BatchState, variant: Variant) -> Figure:
    """Draw the paths, how the gradient's spread falls with the batch size, and the loss per update."""
    places, lang = _PLACES[variant.layout], variant.lang
    sheet = style.sheet(variant, places.total)
    for index, (place, run) in enumerate(zip(places.maps, state.runs, strict=True)):
        sheet.title(place[0] - 24, place[1] - 30, words.title(run, state).of(lang))
        sheet.note(place[0] - 24, place[1] - 10, words.distance(run, state, lang))
        _map(sheet.axes(*place), state, run, index, sheet)
    for place, (title, note) in zip((places.spread, places.loss), words.TITLES, strict=True):
        sheet.title(place[0] - 48, place[1] - 36, title.of(lang))
        sheet.note(place[0] - 48, place[1] - 16, note.of(lang))
    _spread(sheet.axes(*places.spread), state, sheet, variant)
    _loss(sheet.axes(*places.loss), state, sheet, variant)
    return sheet.figure


def _map(axes: Axes, state: BatchState, run: Run, index: int, sheet: style.Sheet) -> None:
    parts.contours(axes, sheet, state.loss, _WINDOW, np.array([0.02, 0.1, 0.3, 0.7, 1.3, 2.2, 3.5, 5.0]))
    axes.plot(
        *run.path.T,
        gid=f"batch-{run.size}",
        zorder=3,
        **parts.look(
            sheet, _SERIES[index], linewidth=1.3, markersize=3.4, linestyle="solid", markeredgewidth=0
        ),
    )
    axes.plot(*START, marker="o", markersize=9, color=sheet.colours.ink, zorder=4)
    parts.star(axes, sheet, float(state.best[0]), float(state.best[1]))
    ticks(axes, (-2, -1, 0, 1, 2), (-1, 0, 1, 2))
    axes.text(0.03, 0.04, "$w_1$ →,  $w_2$ ↑", transform=axes.transAxes, bbox=parts.plate(sheet))


def _spread(axes: Axes, state: BatchState, sheet: style.Sheet, variant: Variant) -> None:
    """Draw the standard deviation of the gradient against the batch size, both logarithmic."""
    axes.loglog(state.sizes, state.expected, color=sheet.colours.muted, linewidth=1.5, gid="expected")
    axes.plot(
        state.sizes,
        state.measured,
        linestyle="none",
        marker="o",
        markersize=7,
        color=sheet.colours.ink,
        markeredgecolor=sheet.colours.page,
        gid="measured",
    )
    axes.set(xlim=(0.8, 330), ylim=(0.1, 10))
    axes.xaxis.set_major_locator(FixedLocator([1, 4, 16, 64, 256]))
    axes.xaxis.set_major_formatter(FixedFormatter(["1", "4", "16", "64", "256"]))
    axes.xaxis.set_minor_locator(NullLocator())
    powers(axes.yaxis, (-1, 0, 1))
    axes.text(24, 1.35, "σ / √B", color=sheet.colours.muted, va="bottom")
    axes.set_xlabel(words.SIZE.of(variant.lang), labelpad=2)


def _loss(axes: Axes, state: BatchState, sheet: style.Sheet, variant: Variant) -> None:
    """Draw by how much the loss over all examples is above its minimum after every update."""
    for index, run in enumerate(state.runs):
        axes.semilogy(
            np.arange(state.updates + 1),
            state.excess(run),
            gid=f"loss-{run.size}",
            zorder=3 + index,
            **parts.look(sheet, _SERIES[index], linewidth=1.6, markevery=20, markersize=6.0),
        )
    axes.set(xlim=(0, state.updates), ylim=(1e-5, 10))
    axes.xaxis.set_ticks([0, 25, 50, 75, 100])
    powers(axes.yaxis, (-5, -4, -3, -2, -1, 0, 1))
    axes.tick_params(axis="y", labelsize=sheet.sizes.label)
    axes.grid(axis="y", color=sheet.colours.rule, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.set_xlabel(words.UPDATE.of(variant.lang), labelpad=2)
    x, y = _PLACES[variant.layout].key
    for index, run in enumerate(state.runs):
        parts.key(sheet, x, y + 22 * index, words.size(run, state).of(variant.lang), _SERIES[index])
