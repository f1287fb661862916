"""Measured accuracy under two kinds of contamination: copies, and features chosen on all data."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, FuncFormatter

from plots import style
from plots.generalization import split_leak_words as words
from plots.generalization.leaks import CHANCE, Copies, LeaksState, compute
from plots.generalization.split_leak_words import alt, caption, description
from plots.parts import Box
from plots.spec import Lang, Layout, Variant
from plots.wording import percent

__all__ = ["alt", "caption", "compute", "description", "draw"]


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the two graphs stand, in CSS pixels."""

    total: float
    copies: Box
    runs: Box


_PLACES: dict[Layout, _Places] = {
    "wide": _Places(total=424, copies=(52, 60, 372, 300), runs=(488, 60, 218, 300)),
    "narrow": _Places(total=710, copies=(50, 60, 286, 280), runs=(50, 450, 286, 200)),
}


def draw(state: LeaksState, variant: Variant) -> Figure:
    """Draw the accuracies over the share of copies, and the runs with and without early selection."""
    places = _PLACES[variant.layout]
    sheet = style.sheet(variant, places.total)
    lang = variant.lang
    for place, title, up in zip((places.copies, places.runs), words.TITLES, words.UPWARD, strict=True):
        sheet.title(8 if place[0] < 100 else place[0] - 34, place[1] - 36, title.of(lang))
        sheet.note(8 if place[0] < 100 else place[0] - 34, place[1] - 14, up.of(lang))
    _copies(sheet.axes(*places.copies), sheet, state, lang)
    _runs(sheet.axes(*places.runs), sheet, state, lang, places.runs[3])
    return sheet.figure


def _copies(axes: Axes, sheet: style.Sheet, state: LeaksState, lang: Lang) -> None:
    """Draw, per classifier, the simulation (markers), what is expected (line) and the truth (dashed)."""
    low, dots = 0.745, (0, (1, 2))
    meeting = _expected(state.copies[0], state.crossing)
    axes.plot([state.crossing] * 2, [low, meeting], color=sheet.colours.muted, linewidth=1, linestyle=dots)
    for k, one in enumerate(state.copies):
        colour = (sheet.colours.second, sheet.colours.first)[k]
        axes.plot([0, 1], [one.honest] * 2, color=colour, linewidth=1.6, linestyle=(0, (4, 2.4)), zorder=2)
        axes.plot(state.shares, one.expected(state.shares), color=colour, linewidth=2.4, zorder=3)
        axes.plot(
            state.shares,
            one.measured,
            marker=style.MARKERS[k],
            markersize=7,
            color=colour,
            markeredgecolor=sheet.colours.page,
            markeredgewidth=1,
            linestyle="none",
            zorder=4,
            clip_on=False,
            gid=f"measured {one.neighbors}",
        )
        axes.text(1.0, one.honest - 0.006, words.honest(one, lang), ha="right", va="top")
    first, second = state.copies
    axes.text(0.62, _expected(first, 0.67), words.measured(first, lang), ha="right", va="bottom")
    axes.text(0.02, second.honest + 0.032, words.measured(second, lang), va="bottom")
    share = percent(round(state.crossing, 2))
    axes.text(state.crossing - 0.015, low + 0.003, share, ha="right", va="bottom")
    axes.set(xlim=(0, 1), ylim=(low, 1.005))
    axes.xaxis.set_major_locator(FixedLocator([0, 0.25, 0.5, 0.75, 1]))
    axes.yaxis.set_major_locator(FixedLocator([0.75, 0.8, 0.85, 0.9, 0.95, 1.0]))
    _percent(axes)
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: percent(value)))
    axes.set_xlabel(words.SHARE.of(lang))


def _expected(one: Copies, share: float) -> float:
    return float(one.expected(np.array(share)))


def _runs(axes: Axes, sheet: style.Sheet, state: LeaksState, lang: Lang, height: float) -> None:
    """Draw how many runs had which accuracy, and the truth as a dashed line."""
    edges = np.arange(0.25, 0.99, 0.04)
    heights = [np.histogram(values, edges)[0] for values in (state.clean, state.leaked)]
    for one, colour in zip(heights, (sheet.colours.first, sheet.colours.second), strict=True):
        axes.bar(edges[:-1], one, 0.034, align="edge", color=colour, zorder=3)
    top = 1.06 * float(np.max(heights))
    axes.plot([CHANCE] * 2, [0, top], color=sheet.colours.ink, linewidth=1.4, linestyle=(0, (3, 2)), zorder=2)
    for values, name in zip((state.clean, state.leaked), words.RUNS, strict=True):
        middle = float(values.mean())
        lines = (percent(round(middle, 2)), *reversed(name.of(lang).split("|")))
        for k, line in enumerate(lines):
            place = (min(middle, 0.83), top)
            axes.annotate(line, place, (0, 10 + 18 * k), textcoords="offset points", ha="center", va="center")
    axes.set(xlim=(0.25, 1.0), ylim=(0, top * height / (height - 60)))
    axes.xaxis.set_major_locator(FixedLocator([0.3, 0.5, 0.7, 0.9]))
    axes.yaxis.set_major_locator(FixedLocator([0, 10, 20, 30]))
    _percent(axes)
    axes.set_xlabel(words.ACCURACY.of(lang))


def _percent(axes: Axes) -> None:
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: percent(value)))
