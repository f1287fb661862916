"""Gradients through 20 layers: what is left of them in the early layers, per activation function."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedFormatter, FixedLocator

from plots import style
from plots.activations import depth_words as words
from plots.activations.depth import DepthState, compute
from plots.activations.depth_words import alt, caption, description
from plots.activations.parts import rule
from plots.parts import Box, look, powers
from plots.spec import Lang, Layout, Variant
from plots.wording import significant

__all__ = ["alt", "caption", "compute", "description", "draw"]

_SERIES = {"relu-he": 1, "tanh": 2, "relu-xavier": 3, "sigmoid": 5}
"""Colour, dashes and marker of each network in the style's lists."""


@dataclass(frozen=True, slots=True)
class _Places:
    """Where things stand, in CSS pixels; `table` is (left, base line of the heads, right)."""

    total: float
    plot: Box
    table: tuple[float, float, float]


_PLACES: dict[Layout, _Places] = {
    "wide": _Places(346, (54, 44, 330, 238), (408, 88, 716)),
    "narrow": _Places(514, (50, 44, 302, 258), (4, 388, 356)),
}


def draw(state: DepthState, variant: Variant) -> Figure:
    """Draw the norms over the layers, and the factors in a table."""
    places = _PLACES[variant.layout]
    sheet = style.sheet(variant, places.total)
    sheet.title(4, 24, words.TITLE.of(variant.lang))
    axes = sheet.axes(*places.plot)
    _norms(axes, sheet, state)
    axes.set_xlabel(words.LAYER.of(variant.lang))
    left, top, width, height = places.plot
    foot = top + height + 36
    sheet.note(left, foot, words.INPUT.of(variant.lang))
    sheet.note(left + width, foot, words.OUTPUT.of(variant.lang), ha="right")
    _table(sheet, state, places, variant.lang)
    return sheet.figure


def _look(sheet: style.Sheet, name: str) -> dict[str, Any]:
    more = {"marker": "o"} if name == "sigmoid" else {}
    return look(sheet, _SERIES[name], **more)


def _norms(axes: Axes, sheet: style.Sheet, state: DepthState) -> None:
    layers = np.arange(1, state.hidden + 1)
    for fade in state.fades:
        index = _SERIES[fade.name]
        low, high = fade.norms.min(axis=0), fade.norms.max(axis=0)
        axes.fill_between(layers, low, high, color=sheet.colours.series[index], alpha=0.22, linewidth=0)
        axes.semilogy(
            layers,
            fade.middle,
            **_look(sheet, fade.name),
            markevery=(0, 3),
            zorder=3,
            clip_on=False,
            gid=fade.name,
        )
    lowest = min(float(fade.norms.min()) for fade in state.fades)
    axes.set(xlim=(0.5, state.hidden + 0.5), ylim=(10.0 ** np.floor(np.log10(lowest)), 10))
    powers(axes.yaxis, range(int(np.floor(np.log10(lowest))) // 2 * 2, 1, 2))
    axes.xaxis.set_major_locator(FixedLocator([1, 5, 10, 15, 20]))
    axes.xaxis.set_major_formatter(FixedFormatter(["1", "5", "10", "15", "20"]))
    axes.tick_params(axis="y", labelsize=sheet.sizes.label)
    axes.grid(axis="y", color=sheet.colours.rule, linewidth=0.8)
    axes.set_axisbelow(True)


def _table(sheet: style.Sheet, state: DepthState, places: _Places, lang: Lang) -> None:
    """List the networks with their factor per layer and in total, the largest first."""
    left, y, right = places.table
    middle = right - 84
    name, step, total = words.heads(lang)
    sheet.note(left + 42, y, name)
    sheet.note(middle, y, step, ha="right")
    sheet.note(right, y, total, ha="right")
    rule(sheet, left, y + 9, right)
    for index, fade in enumerate(state.fades):
        line = y + 34 + 28 * index
        key = _look(sheet, fade.name)
        sheet.stroke([left, left + 17, left + 34], [line - 5] * 3, markevery=[1], **key)
        sheet.label(left + 42, line, words.NAMES[fade.name].of(lang))
        sheet.label(middle, line, f"× {significant(fade.per_layer, 2)}", ha="right")
        sheet.label(right, line, words.factor(fade.ratio), ha="right")
