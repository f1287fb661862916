"""Losses and their slopes: squared, absolute and Huber; cross-entropy against squared error."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, FuncFormatter

from plots import style
from plots.evaluation import losses_words as words
from plots.evaluation.loss_functions import EDGE, Array, Loss, LossesState, absolute_slope, compute
from plots.evaluation.losses_words import alt, caption, description
from plots.parts import Box
from plots.spec import Layout, Variant
from plots.wording import number

__all__ = ["alt", "caption", "compute", "description", "draw"]

_LOOKS = {"squared": 1, "absolute": 3, "huber": 2, "cross-entropy": 5}
"""The place of every loss in the palette's series, in the dashes and in the markers."""


@dataclass(frozen=True, slots=True)
class _Places:
    """Where things stand, in CSS pixels; `panels` are the four graphs."""

    total: float
    keys: tuple[tuple[float, float], ...]
    panels: tuple[Box, Box, Box, Box]
    strip: Box
    note: tuple[float, ...]


_PLACES: dict[Layout, _Places] = {
    "wide": _Places(
        total=784,
        keys=((4, 26), (180, 26), (350, 26), (520, 26)),
        panels=((40, 88, 300, 190), (404, 88, 300, 190), (40, 514, 300, 190), (404, 514, 300, 190)),
        strip=(136, 370, 504, 78),
        note=(772,),
    ),
    "narrow": _Places(
        total=856,
        keys=((4, 22), (190, 22), (4, 48), (190, 48)),
        panels=((24, 106, 144, 170), (208, 106, 144, 170), (24, 562, 144, 170), (208, 562, 144, 170)),
        strip=(88, 396, 216, 78),
        note=(816, 838),
    ),
}


def draw(state: LossesState, variant: Variant) -> Figure:
    """Draw two graphs of regression, the strip with the best constants, two graphs of classification."""
    places = _PLACES[variant.layout]
    sheet = style.sheet(variant, places.total)
    lang = variant.lang
    _keys(sheet, state, variant, places)
    for place, title in zip(places.panels, words.TITLES, strict=True):
        sheet.title(place[0], place[1] - 14, title.of(lang))
    loss, slope, fit, pull = (sheet.axes(*place) for place in places.panels)
    for one in state.residual:
        _curve(loss, sheet, one.name, one.x, one.value)
        for x, y in _parts(one):
            _curve(slope, sheet, one.name, x, y)
    for one in state.probability:
        _curve(fit, sheet, one.name, one.x, one.value)
        _curve(pull, sheet, one.name, one.x, one.slope)
        at, size = state.wrong, state.slopes[_index(one)]
        pull.plot(at, size, **_dot(sheet, one.name), clip_on=False)
    _frame(loss, (-4.0, 4.0), (-0.6, 8.0), [-4, -2, 0, 2, 4], [0, 2, 4, 6, 8], words.RESIDUAL.of(lang))
    _frame(slope, (-4.0, 4.0), (-4.6, 4.6), [-4, -2, 0, 2, 4], [-4, -2, 0, 2, 4], words.RESIDUAL.of(lang))
    slope.axhline(0, color=sheet.colours.rule, linewidth=1, zorder=1)
    _frame(fit, (0.0, 1.0), (0.0, 5.0), [0, 0.5, 1], [0, 1, 2, 3, 4, 5], words.PROBABILITY.of(lang))
    _frame(pull, (0.0, 1.0), (-1.08, 0.08), [0, 0.5, 1], [-1, -0.5, 0], words.PROBABILITY.of(lang))
    pull.axhline(0, color=sheet.colours.rule, linewidth=1, zorder=1)
    _strip(sheet, state, variant, places)
    lines = words.notes(state, lang, whole=variant.layout == "wide")
    for base, line in zip(places.note, lines, strict=False):
        sheet.note(places.panels[0][0], base, line)
    return sheet.figure


def _index(one: Loss) -> int:
    return 0 if one.name == "cross-entropy" else 1


def _parts(one: Loss) -> tuple[tuple[Array, Array], ...]:
    """Return the slope in one piece, or in two where it jumps."""
    if one.name != "absolute":
        return ((one.x, one.slope),)
    ends = np.array([-EDGE, 0.0]), np.array([0.0, EDGE])
    return (ends[0], absolute_slope(np.full(2, -1.0))), (ends[1], absolute_slope(np.full(2, 1.0)))


def _look(sheet: style.Sheet, name: str) -> dict[str, Any]:
    index = _LOOKS[name]
    dashes = style.DASHES[0] if name in ("squared", "cross-entropy") else style.DASHES[index]
    return {"color": sheet.colours.series[index], "linewidth": 2.4, "linestyle": dashes}


def _dot(sheet: style.Sheet, name: str) -> dict[str, Any]:
    index = _LOOKS[name]
    return {
        "marker": style.MARKERS[index],
        "markersize": 13 if name == "cross-entropy" else 8.5,
        "color": sheet.colours.series[index],
        "markeredgecolor": sheet.colours.page,
        "markeredgewidth": 1.0,
        "linestyle": "none",
        "zorder": 6,
    }


def _curve(axes: Axes, sheet: style.Sheet, name: str, x: Array, y: Array) -> None:
    axes.plot(x, y, zorder=3, gid=name, **_look(sheet, name))


def _frame(
    axes: Axes,
    across: tuple[float, float],
    up: tuple[float, float],
    ticks: list[float],
    levels: list[float],
    label: str,
) -> None:
    axes.set(xlim=across, ylim=up)
    axes.xaxis.set_major_locator(FixedLocator(ticks))
    axes.yaxis.set_major_locator(FixedLocator(levels))
    plain = FuncFormatter(lambda value, _: number(value, 1))
    axes.xaxis.set_major_formatter(plain)
    axes.yaxis.set_major_formatter(plain)
    axes.set_xlabel(label)


def _keys(sheet: style.Sheet, state: LossesState, variant: Variant, places: _Places) -> None:
    for (x, y), name in zip(places.keys, _LOOKS, strict=True):
        sheet.stroke([x, x + 32], [y - 5, y - 5], **_look(sheet, name))
        sheet.stroke([x + 16], [y - 5], **_dot(sheet, name))
        sheet.label(x + 40, y, words.key(name, state, variant.lang))


def _strip(sheet: style.Sheet, state: LossesState, variant: Variant, places: _Places) -> None:
    """Draw one line of numbers per loss with the targets and the constant that suits it best."""
    left, top, _, height = places.strip
    lines = words.strip_title(state, variant)
    for k, line in enumerate(lines):
        sheet.title(places.panels[0][0], top - 12 - 20 * (len(lines) - 1 - k), line)
    axes = sheet.axes(*places.strip)
    axes.set(xlim=(0.0, 30.0), ylim=(len(state.residual) - 0.5, -0.5), yticks=[])
    axes.spines["left"].set_visible(False)
    for row, one in enumerate(state.residual):
        axes.axhline(row, color=sheet.colours.rule, linewidth=1, zorder=1)
        axes.plot(
            state.targets,
            [row] * len(state.targets),
            marker="o",
            markersize=6,
            markerfacecolor=sheet.colours.page,
            markeredgecolor=sheet.colours.muted,
            markeredgewidth=1.5,
            linestyle="none",
            zorder=4,
        )
        axes.plot(one.best, row, **(_dot(sheet, one.name) | {"markersize": 10}), gid=f"best {one.name}")
        y = top + height * (row + 0.5) / len(state.residual) + 4.5
        sheet.label(left - 12, y, words.NAMES[one.name].of(variant.lang), ha="right")
        sheet.label(sheet.width - 8, y, number(one.best, 2), ha="right")
    axes.xaxis.set_major_locator(FixedLocator([0, 10, 20, 30]))
