"""One polynomial after another fitted to the same points, and their errors by degree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, FuncFormatter

from plots import style
from plots.generalization import fit_curves_words as words
from plots.generalization.fit_curves_words import alt, caption, description, frames
from plots.generalization.polynomials import PolynomialsState, compute, truth
from plots.parts import Box
from plots.spec import Lang, Layout, Variant
from plots.wording import number

__all__ = ["alt", "caption", "compute", "description", "draw", "frames"]


_DASH = (0, (4, 2.2))


@dataclass(frozen=True, slots=True)
class _Places:
    """Where things stand, in CSS pixels; `keys` of the left graph, `marks` of the right one."""

    total: float
    keys: tuple[tuple[float, float], ...]
    fit: Box
    marks: tuple[tuple[float, float], ...]
    errors: Box


_PLACES: dict[Layout, _Places] = {
    "wide": _Places(
        total=430,
        keys=((34, 52), (216, 52), (34, 76), (216, 76)),
        fit=(34, 96, 370, 282),
        marks=((454, 52), (454, 76)),
        errors=(454, 96, 252, 282),
    ),
    "narrow": _Places(
        total=758,
        keys=((8, 50), (182, 50), (8, 74), (182, 74)),
        fit=(34, 92, 318, 250),
        marks=((8, 434), (182, 434)),
        errors=(44, 452, 306, 250),
    ),
}


def draw(state: PolynomialsState, variant: Variant, frame: int) -> Figure:
    """Draw the polynomial of one frame over the points, and the errors of all degrees."""
    places = _PLACES[variant.layout]
    sheet = style.sheet(variant, places.total)
    lang = variant.lang
    degree = state.shown[frame]
    sheet.title(places.keys[0][0], 24, words.title(state, degree).of(lang))
    _keys(sheet, places, lang)
    _fit(sheet.axes(*places.fit), sheet, state, frame)
    head = places.marks[0][0], places.marks[0][1] - 28
    sheet.title(*head, words.ERRORS.of(lang))
    _errors(sheet.axes(*places.errors), sheet, state, degree, lang)
    return sheet.figure


def _point(sheet: style.Sheet) -> dict[str, Any]:
    return {
        "marker": "o",
        "markersize": 8,
        "color": sheet.colours.ink,
        "markeredgecolor": sheet.colours.page,
        "markeredgewidth": 1,
        "linestyle": "none",
        "zorder": 5,
    }


def _fresh(sheet: style.Sheet) -> dict[str, Any]:
    return {
        "marker": "x",
        "markersize": 4.5,
        "markeredgewidth": 1.1,
        "color": sheet.colours.muted,
        "zorder": 1,
    }


def _curve(sheet: style.Sheet) -> dict[str, Any]:
    return {"color": sheet.colours.series[2], "linewidth": 2.6, "zorder": 4}


def _truth(sheet: style.Sheet) -> dict[str, Any]:
    return {"color": sheet.colours.muted, "linewidth": 1.8, "linestyle": _DASH, "zorder": 2}


def _keys(sheet: style.Sheet, places: _Places, lang: Lang) -> None:
    colours = sheet.colours
    looks = (_point(sheet), _fresh(sheet), _curve(sheet), _truth(sheet))
    for (x, y), look, label in zip(places.keys, looks, words.KEYS, strict=True):
        ends = [x + 14] if "marker" in look else [x, x + 28]
        sheet.stroke(ends, [y - 5] * len(ends), **look)
        sheet.label(x + 36, y, label.of(lang))
    for k, ((x, y), label) in enumerate(zip(places.marks, words.MARKS, strict=True)):
        line = {"linestyle": _DASH} if k else {}
        colour = (colours.first, colours.second)[k]
        sheet.stroke([x, x + 28], [y - 5] * 2, color=colour, linewidth=2.2, **line)
        sheet.stroke([x + 14], [y - 5], marker=("o", "s")[k], markersize=7, color=colour)
        sheet.label(x + 36, y, label.of(lang))


def _fit(axes: Axes, sheet: style.Sheet, state: PolynomialsState, frame: int) -> None:
    """Draw the points, the truth and the polynomial of the frame."""
    axes.plot(state.fresh.x, state.fresh.y, **_fresh(sheet) | {"linestyle": "none"})
    axes.plot(state.grid, truth(state.grid), **_truth(sheet))
    axes.plot(state.grid, state.curves[frame], gid="fit", **_curve(sheet))
    axes.plot(state.points.x, state.points.y, gid="points", clip_on=False, **_point(sheet))
    axes.set(xlim=(-1.04, 1.04), ylim=(-2.0, 2.0))
    axes.xaxis.set_major_locator(FixedLocator([-1, 0, 1]))
    axes.yaxis.set_major_locator(FixedLocator([-2, -1, 0, 1, 2]))
    _plain(axes)
    axes.set_xlabel("$x$", labelpad=0)


def _errors(axes: Axes, sheet: style.Sheet, state: PolynomialsState, degree: int, lang: Lang) -> None:
    """Draw both errors by degree, with the degree of the frame marked."""
    degrees = np.arange(len(state.train))
    top = 1.4
    axes.plot([degree] * 2, [-0.05, top], color=sheet.colours.muted, linewidth=1.2, linestyle=(0, (1, 2)))
    for k, values in enumerate((state.train, state.validation)):
        colour = (sheet.colours.first, sheet.colours.second)[k]
        look: dict[str, Any] = {"color": colour, "marker": ("o", "s")[k], "clip_on": False}
        dashes = _DASH if k else style.DASHES[0]
        axes.plot(degrees, values, linewidth=2, linestyle=dashes, markersize=4.5, zorder=3 + k, **look)
        look |= {"markeredgecolor": sheet.colours.page, "markeredgewidth": 1.2}
        axes.plot(degree, values[degree], markersize=(10, 13)[k], zorder=7 - k, **look)
    axes.set(xlim=(-0.4, len(degrees) - 0.6), ylim=(-0.05, top))
    axes.xaxis.set_major_locator(FixedLocator([0, 3, 6, 9, 12, 14]))
    axes.yaxis.set_major_locator(FixedLocator([0, 0.5, 1]))
    _plain(axes)
    axes.set_xlabel(words.DEGREE.of(lang))


def _plain(axes: Axes) -> None:
    plain = FuncFormatter(lambda value, _: number(value, 1))
    axes.xaxis.set_major_formatter(plain)
    axes.yaxis.set_major_formatter(plain)
