"""Five optimisers on Beale's function: same start, same number of steps, same rule for the rate."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.ticker import FixedLocator, FuncFormatter, LogLocator, NullLocator

from plots import style
from plots.optimizers import methods as optimizers
from plots.optimizers import paths_words as optimizer_words
from plots.optimizers.paths_words import alt, caption, description
from plots.optimizers.runs import WINDOW, PathsState, compute
from plots.parts import look
from plots.spec import Layout, Variant

__all__ = ["alt", "caption", "compute", "description", "draw"]

CLOSE = (2.42, 3.14, 0.27, 0.7)
"""The part round the minimum that is enlarged."""


@dataclass(frozen=True, slots=True)
class _Places:
    """Where things stand, in CSS pixels: (left, top, width, height) of the axes, (x, y) of the table."""

    total: float
    paths: tuple[float, float, float, float]
    loss: tuple[float, float, float, float]
    table: tuple[float, float]
    table_width: float
    close: tuple[float, float, float, float]


_PLACES: dict[Layout, _Places] = {
    "wide": _Places(
        total=506,
        paths=(30, 40, 430, 418),
        loss=(524, 240, 178, 218),
        table=(494, 52),
        table_width=222,
        close=(0.49, 0.675, 0.495, 0.31),
    ),
    "narrow": _Places(
        total=842,
        paths=(30, 40, 326, 330),
        loss=(48, 634, 296, 160),
        table=(8, 436),
        table_width=344,
        close=(0.49, 0.675, 0.495, 0.31),
    ),
}


def draw(state: PathsState, variant: Variant) -> Figure:
    """Draw the paths, a table of the methods with their learning rates, and the loss per step."""
    places = _PLACES[variant.layout]
    sheet = style.sheet(variant, places.total)
    lang = variant.lang
    sheet.title(places.paths[0], places.paths[1] - 16, optimizer_words.paths_title(state).of(lang))
    axes = sheet.axes(*places.paths)
    _map(axes, sheet, WINDOW)
    _tracks(axes, state, sheet, 2.2, 6.0)
    _landmarks(axes, state, sheet, variant)
    close = axes.inset_axes(places.close, zorder=6)
    _close_up(axes, close, state, sheet)
    _table(sheet, state, variant, places)
    title_x = places.table[0] if variant.layout == "wide" else places.paths[0] - 20
    sheet.title(title_x, places.loss[1] - 16, optimizer_words.LOSS_TITLE.of(lang))
    _losses(sheet.axes(*places.loss), state, sheet, variant)
    return sheet.figure


def _map(axes: Axes, sheet: style.Sheet, window: tuple[float, float, float, float]) -> None:
    """Draw the contour lines of Beale's function, two to every power of ten."""
    left, right, low, high = window
    x, y = np.meshgrid(np.linspace(left, right, 181), np.linspace(low, high, 161))
    levels = 10.0 ** np.arange(-3, 4.01, 0.5)
    axes.set_facecolor(sheet.colours.panel)
    axes.contour(
        x, y, optimizers.beale(x, y), levels=levels, colors=[sheet.colours.contour], linewidths=0.9, zorder=1
    )
    axes.set(xlim=(left, right), ylim=(low, high))
    axes.spines[:].set_visible(False)


def _tracks(axes: Axes, state: PathsState, sheet: style.Sheet, width: float, size: float) -> None:
    """Draw every path with its own colour, dashes and markers."""
    for index, run in enumerate(state.runs):
        x, y = run.path.T
        axes.plot(
            x,
            y,
            color=sheet.colours.series[index],
            linewidth=width,
            linestyle=style.DASHES[index],
            marker=style.MARKERS[index],
            markevery=(state.every, state.every),
            markersize=size,
            markeredgecolor=sheet.colours.panel,
            markeredgewidth=0.9,
            zorder=2 + index * 0.1,
            gid=run.method,
        )


def _landmarks(axes: Axes, state: PathsState, sheet: style.Sheet, variant: Variant) -> None:
    words = optimizer_words
    plate = {"facecolor": sheet.colours.panel, "edgecolor": "none", "pad": 2.0}
    axes.plot(*state.start, marker="o", markersize=9, color=sheet.colours.ink, zorder=5)
    x, y = state.start
    axes.text(x - 0.12, y, words.START.of(variant.lang), ha="right", va="center", bbox=plate, zorder=1.5)
    _star(axes, state, sheet, 14)
    right, low = WINDOW[1] - 0.05, WINDOW[2] + 0.07
    axes.text(
        right, 0.09, words.minimum(state).of(variant.lang), ha="right", va="center", bbox=plate, zorder=1.5
    )
    axes.text(
        right,
        low,
        words.marker_note(state).of(variant.lang),
        ha="right",
        va="bottom",
        fontsize=sheet.sizes.small,
        color=sheet.colours.muted,
        bbox=plate,
        zorder=1.5,
    )
    axes.set_xlabel("$x$", labelpad=2)
    axes.set_ylabel("$y$", rotation=0, labelpad=4)
    axes.xaxis.set_major_locator(FixedLocator([0, 1, 2, 3]))
    axes.yaxis.set_major_locator(FixedLocator([-1, 0, 1]))
    plain = FuncFormatter(lambda value, _: f"{value:.0f}".replace("-", "\N{MINUS SIGN}"))
    axes.xaxis.set_major_formatter(plain)
    axes.yaxis.set_major_formatter(plain)


def _star(axes: Axes, state: PathsState, sheet: style.Sheet, size: float) -> None:
    axes.plot(
        *state.minimum,
        marker="*",
        markersize=size,
        color=sheet.colours.accent,
        markeredgecolor=sheet.colours.panel,
        markeredgewidth=0.9,
        zorder=4,
    )


def _close_up(axes: Axes, close: Axes, state: PathsState, sheet: style.Sheet) -> None:
    """Enlarge the surroundings of the minimum, and frame them in the large map."""
    _map(close, sheet, CLOSE)
    close.set_facecolor(sheet.colours.page)
    _tracks(close, state, sheet, 1.7, 5.0)
    _star(close, state, sheet, 16)
    close.set(xticks=[], yticks=[])
    close.spines[:].set(visible=True, color=sheet.colours.muted, linewidth=1.0)
    left, right, low, high = CLOSE
    axes.add_patch(
        Rectangle(
            (left, low), right - left, high - low, fill=False, edgecolor=sheet.colours.muted, zorder=4.5
        )
    )


def _table(sheet: style.Sheet, state: PathsState, variant: Variant, places: _Places) -> None:
    """List the methods: line and marker, name, learning rate."""
    x, y = places.table
    right = x + places.table_width
    name, rate = optimizer_words.heads(variant.lang)
    sheet.note(x + 46, y, name)
    sheet.note(right, y, rate, ha="right")
    sheet.stroke([x, right], [y + 8, y + 8], color=sheet.colours.rule, linewidth=1)
    for index, run in enumerate(state.runs):
        line = y + 30 + 24 * index
        sheet.stroke(
            [x, x + 18, x + 36],
            [line - 5] * 3,
            markevery=[1],
            **look(sheet, index),
        )
        sheet.label(x + 46, line, optimizer_words.NAMES[run.method].of(variant.lang))
        sheet.label(right, line, f"{run.rate:g}", ha="right")


def _losses(axes: Axes, state: PathsState, sheet: style.Sheet, variant: Variant) -> None:
    """Draw the loss after every step on a logarithmic axis."""
    for index, run in enumerate(state.runs):
        axes.semilogy(
            np.arange(state.steps + 1),
            run.loss,
            color=sheet.colours.series[index],
            linewidth=1.8,
            linestyle=style.DASHES[index],
            marker=style.MARKERS[index],
            markevery=(state.steps, 1),
            markersize=6,
            markeredgecolor=sheet.colours.page,
            markeredgewidth=0.9,
            clip_on=False,
            zorder=3 + index * 0.1,
            gid=run.method,
        )
    lowest = min(float(run.loss.min()) for run in state.runs)
    axes.set(xlim=(0, state.steps), ylim=(10.0 ** np.floor(np.log10(lowest)), 100))
    axes.xaxis.set_major_locator(FixedLocator([0, 25, 50, 75, 100]))
    axes.yaxis.set_major_locator(LogLocator(10, numticks=12))
    axes.yaxis.set_minor_locator(NullLocator())
    axes.tick_params(axis="y", labelsize=sheet.sizes.label)
    axes.grid(axis="y", color=sheet.colours.rule, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.set_xlabel(optimizer_words.STEP.of(variant.lang))
