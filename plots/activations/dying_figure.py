"""The share of dead ReLU units at two learning rates, and the weighted sums that tell why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedFormatter, FixedLocator

from plots import style
from plots.activations import dying_words as words
from plots.activations.dying import DyingState, Run, compute
from plots.activations.dying_words import alt, caption, description
from plots.activations.parts import DASH, DOTS
from plots.parts import Box, ticks
from plots.spec import Lang, Layout, Variant

__all__ = ["alt", "caption", "compute", "description", "draw"]

DEPTH = (-11.0, 4.5)


@dataclass(frozen=True, slots=True)
class _Places:
    """Where things stand, in CSS pixels: the keys (x, y), the shares and the two strips."""

    total: float
    keys: tuple[tuple[float, float], ...]
    share: Box
    strips: tuple[Box, Box]


_PLACES: dict[Layout, _Places] = {
    "wide": _Places(
        total=396,
        keys=((4, 54), (4, 78), (384, 24), (530, 24)),
        share=(44, 96, 290, 252),
        strips=((414, 72, 296, 112), (414, 236, 296, 112)),
    ),
    "narrow": _Places(
        total=750,
        keys=((4, 52), (4, 76), (4, 366), (150, 366)),
        share=(44, 94, 304, 206),
        strips=((44, 418, 304, 120), (44, 600, 304, 120)),
    ),
}


def draw(state: DyingState, variant: Variant) -> Figure:
    """Draw the shares over the steps, and (narrow: below) the weighted sums of both runs."""
    places, lang = _PLACES[variant.layout], variant.lang
    sheet = style.sheet(variant, places.total)
    sheet.title(4, 26, words.SHARE.of(lang))
    _keys(sheet, places, state, lang)
    _shares(sheet.axes(*places.share), sheet, state, lang)
    for run, box in zip((state.careful, state.hasty), places.strips, strict=True):
        left, top, width, _ = box
        sheet.title(left - 30, top - 14, words.sums_title(run, state).of(lang))
        sheet.label(left + width, top - 14, words.lost(run, state, lang), ha="right")
        sheet.label(left - 20, top + 10, "$z$", ha="right")
        _strip(sheet.axes(*box), sheet, run)
    left, top, width, height = places.strips[1]
    sheet.note(left + width / 2, top + height + 20, words.UNIT.of(lang), ha="center")
    return sheet.figure


def _looks(sheet: style.Sheet) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return how the careful and the hasty run look."""
    colours = sheet.colours
    return (
        {"color": colours.first, "linewidth": 2.4, "linestyle": DASH, "marker": "o", "markersize": 6},
        {"color": colours.second, "linewidth": 2.4, "marker": "s", "markersize": 6},
    )


def _shares(axes: Axes, sheet: style.Sheet, state: DyingState, lang: Lang) -> None:
    for run, look in zip((state.careful, state.hasty), _looks(sheet), strict=True):
        low, high = run.dead.min(axis=0), run.dead.max(axis=0)
        axes.fill_between(state.steps, low, high, color=look["color"], alpha=0.2, linewidth=0)
        mean = run.dead.mean(axis=0)
        axes.plot(
            state.steps, mean, **look, markevery=(0, 3), zorder=3, clip_on=False, gid=f"rate-{run.rate:g}"
        )
    axes.axvline(state.hot, color=sheet.colours.muted, linewidth=1.1, linestyle=DOTS, zorder=1)
    axes.text(state.hot + 2, 0.965, words.lowered(state, lang), va="top")
    axes.set(xlim=(0, state.steps[-1]), ylim=(0, 1))
    ticks(axes, (0, 20, 40, 60, 80), ())
    axes.yaxis.set_major_locator(FixedLocator([0, 0.25, 0.5, 0.75, 1]))
    axes.yaxis.set_major_formatter(FixedFormatter(["0%", "25%", "50%", "75%", "100%"]))
    axes.grid(axis="y", color=sheet.colours.rule, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.set_xlabel(words.STEP.of(lang))


def _strip(axes: Axes, sheet: style.Sheet, run: Run) -> None:
    """Draw a bar per unit from its smallest to its largest weighted sum, the largest first."""
    colours = sheet.colours
    order = np.argsort(-run.high, kind="stable")
    low, high = np.maximum(run.low[order], DEPTH[0] - 2), run.high[order]
    places = np.arange(len(order))
    for dead, colour in ((False, colours.first), (True, colours.second)):
        mine = (high <= 0) == dead
        axes.vlines(places[mine], low[mine], high[mine], color=colour, linewidth=3.2, zorder=2)
        if dead:
            axes.plot(
                places[mine],
                high[mine],
                marker="x",
                markersize=5,
                markeredgewidth=1.5,
                color=colour,
                linestyle="none",
                zorder=3,
                gid="dead",
            )
    axes.axhline(0, color=colours.ink, linewidth=1.2, zorder=4)
    axes.set_facecolor(colours.panel)
    axes.set(xlim=(-1, len(order)), ylim=DEPTH)
    axes.spines[:].set_visible(False)
    ticks(axes, (), (-10, -5, 0))


def _keys(sheet: style.Sheet, places: _Places, state: DyingState, lang: Lang) -> None:
    for (x, y), run, look in zip(places.keys, (state.careful, state.hasty), _looks(sheet), strict=False):
        sheet.stroke([x, x + 17, x + 34], [y - 5] * 3, **look, markevery=[1])
        sheet.label(x + 42, y, words.rate(run, state, lang))
    colours = sheet.colours
    for (x, y), name, colour, dead in zip(
        places.keys[2:],
        (words.ALIVE, words.DEAD),
        (colours.first, colours.second),
        (False, True),
        strict=True,
    ):
        sheet.stroke([x + 8] * 2, [y - 12, y + 3], color=colour, linewidth=3.2, solid_capstyle="butt")
        if dead:
            sheet.stroke([x + 8], [y - 12], marker="x", color=colour, markersize=5, markeredgewidth=1.5)
        sheet.label(x + 20, y, name.of(lang))
