"""Batch normalization: four units before and after, and one example in training and evaluation mode."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MultipleLocator

from plots import style
from plots.initialization import batchnorm_words as words
from plots.initialization.batches import SHOWN_STEPS, Array, NormState, compute
from plots.initialization.batchnorm_words import alt, caption, description
from plots.parts import Box
from plots.spec import Lang, Layout, Variant
from plots.wording import number

__all__ = ["alt", "caption", "compute", "description", "draw"]

_BEFORE, _AFTER, _OUTPUTS = (-3.9, 1.9), (-3.9, 3.1), (-2.0, 2.9)
_WIDTH = 0.1
"""How wide the bins are."""


@dataclass(frozen=True, slots=True)
class _Places:
    """Where things stand, in CSS pixels: (left, top, width, height) of the axes."""

    total: float
    before: Box
    after: Box
    outputs: Box
    running: Box


_PLACES: dict[Layout, _Places] = {
    "wide": _Places(
        total=582,
        before=(62, 60, 296, 184),
        after=(410, 60, 296, 184),
        outputs=(62, 366, 296, 158),
        running=(410, 366, 296, 158),
    ),
    "narrow": _Places(
        total=1100,
        before=(58, 60, 294, 170),
        after=(58, 338, 294, 170),
        outputs=(58, 620, 294, 150),
        running=(58, 884, 294, 158),
    ),
}


def draw(state: NormState, variant: Variant) -> Figure:
    """Draw distributions before and after, one example's outputs, and the running means."""
    places, lang = _PLACES[variant.layout], variant.lang
    sheet = style.sheet(variant, places.total)
    heads = words.titles(state)
    for box, (title, note) in zip(
        (places.before, places.after, places.outputs, places.running), heads, strict=True
    ):
        left = 6.0 if box[0] < 100 else box[0]
        sheet.title(left, box[1] - 32, title.of(lang))
        sheet.note(left, box[1] - 11, note.of(lang))
    _ridges(sheet, state, places.before, _BEFORE, lang)
    _ridges(sheet, state, places.after, _AFTER, lang)
    _outputs(sheet, state, places.outputs, lang)
    _running(sheet, state, places.running, lang)
    return sheet.figure


def _ridges(sheet: style.Sheet, state: NormState, box: Box, limits: tuple[float, float], lang: Lang) -> None:
    """Draw the four units below each other on one axis, each to a height of its own."""
    axes = sheet.axes(*box)
    after = limits is _AFTER
    for index, unit in enumerate(state.units):
        values = unit.after if after else unit.before
        base = float(len(state.units) - 1 - index)
        _ridge(axes, values, base, sheet.colours.series[index], limits)
        y = box[1] + box[3] * (index + 1) / len(state.units) - 4
        if box[0] < 100:
            sheet.label(6, y, words.unit(index).of(lang))
    axes.set(xlim=limits, ylim=(0, len(state.units)), yticks=[])
    axes.axvline(0, color=sheet.colours.rule, linewidth=1, zorder=1)
    _plain(axes)
    axes.set_xlabel((words.NORMALIZED if after else words.VALUE).of(lang))


def _ridge(axes: Axes, values: Array, base: float, colour: str, limits: tuple[float, float]) -> None:
    """Draw one histogram, 0.88 high, on a line of its own, and its mean as a notch below."""
    edges = np.arange(limits[0], limits[1] + _WIDTH / 2, _WIDTH)
    counts, _ = np.histogram(values, edges)
    heights = base + 0.88 * counts / counts.max()
    axes.stairs(heights, edges, baseline=base, fill=True, color=colour, zorder=3)
    axes.plot(limits, [base, base], color=colour, linewidth=1.0, zorder=2)


def _outputs(sheet: style.Sheet, state: NormState, box: Box, lang: Lang) -> None:
    """Draw what training mode makes of one example beside different others, and evaluation mode."""
    axes = sheet.axes(*box)
    colours = sheet.colours
    for base, values, colour in ((1.0, state.small, colours.second), (0.0, state.large, colours.first)):
        _ridge(axes, values, base, colour, _OUTPUTS)
    line = ([state.evaluated] * 2, [0, 2.0])
    axes.plot(*line, color=colours.page, linewidth=3.8, zorder=4)
    axes.plot(*line, color=colours.ink, linewidth=2.0, linestyle=(0, (4, 2)), zorder=5, gid="evaluation")
    for row, run in enumerate(state.running):
        y = box[1] + box[3] * (row + 1) / 2 - 6
        sheet.label(6, y, words.size(run).of(lang))
    axes.set(xlim=_OUTPUTS, ylim=(0, 2.05), yticks=[])
    _plain(axes)
    axes.set_xlabel(words.OUTPUT.of(lang))


def _running(sheet: style.Sheet, state: NormState, box: Box, lang: Lang) -> None:
    """Draw the running means of both batch sizes against the mean of all examples."""
    axes = sheet.axes(*box)
    colours = sheet.colours
    steps = np.arange(SHOWN_STEPS + 1)
    axes.axhline(state.mean, color=colours.muted, linewidth=1.2, linestyle=(0, (1, 2.2)), zorder=2)
    for index, (run, colour) in enumerate(zip(state.running, (colours.second, colours.first), strict=True)):
        axes.plot(
            steps,
            run.mean[: len(steps)],
            color=colour,
            linewidth=2.0,
            linestyle=style.DASHES[1 - index],
            marker=style.MARKERS[index],
            markevery=10,
            markersize=6,
            markeredgecolor=colours.page,
            zorder=3 + index,
            gid=f"batch-{run.batch}",
        )
        _key(sheet, (box[0] + box[2] - 150, box[1] + 22 + 24 * index), colour, index)
        sheet.label(box[0] + box[2] - 104, box[1] + 22 + 24 * index, words.size(run).of(lang))
    x, y = box[0] + box[2] - 150, box[1] + 70
    sheet.stroke([x, x + 36], [y - 5] * 2, color=colours.muted, linewidth=1.2, linestyle=(0, (1, 2.2)))
    sheet.label(x + 46, y, words.TRUE_MEAN.of(lang))
    axes.set(xlim=(0, SHOWN_STEPS), ylim=(min(-2.5, 1.2 * state.mean), 0.08))
    axes.xaxis.set_major_locator(MultipleLocator(20))
    axes.yaxis.set_major_locator(MultipleLocator(1))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: number(value, 1)))
    axes.set_xlabel(words.STEP.of(lang))


def _key(sheet: style.Sheet, place: tuple[float, float], colour: str, index: int) -> None:
    """Draw the line and marker of one running mean for the legend."""
    x, y = place
    sheet.stroke(
        [x, x + 18, x + 36],
        [y - 5] * 3,
        color=colour,
        linewidth=2.0,
        linestyle=style.DASHES[1 - index],
        marker=style.MARKERS[index],
        markevery=[1],
        markersize=6,
        markeredgecolor=sheet.colours.page,
    )


def _plain(axes: Axes) -> None:
    axes.spines["left"].set_visible(False)
    axes.xaxis.set_major_locator(MultipleLocator(1))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: number(value, 1)))
