"""Two solutions of one network: the line between them, a curve round the ridge, the way from the start."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, FuncFormatter

from plots import style
from plots.generalization import minima_paths_words as words
from plots.generalization.connections import WINDOW, Array, ConnectionsState, bezier, compute
from plots.generalization.minima_paths_words import alt, caption, description
from plots.palettes import mix
from plots.parts import Box
from plots.spec import Lang, Layout, Variant
from plots.wording import number

__all__ = ["alt", "caption", "compute", "description", "draw"]


LEVELS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0)
_DASH = (0, (4, 2.2))
_DARKEST = 0.42


@dataclass(frozen=True, slots=True)
class _Places:
    """Where things stand, in CSS pixels; `scale` is the strip that explains the shades."""

    total: float
    keys: tuple[tuple[float, float], ...]
    plane: Box
    scale: Box
    between: Box
    way: Box


_PLACES: dict[Layout, _Places] = {
    "wide": _Places(
        total=478,
        keys=((8, 52), (180, 52), (8, 76), (180, 76)),
        plane=(8, 94, 388, 320),
        scale=(8, 430, 388, 12),
        between=(454, 46, 252, 150),
        way=(454, 280, 252, 150),
    ),
    "narrow": _Places(
        total=954,
        keys=((8, 52), (176, 52), (8, 76), (176, 76)),
        plane=(8, 94, 344, 284),
        scale=(8, 394, 344, 12),
        between=(44, 488, 300, 160),
        way=(44, 736, 300, 160),
    ),
}


def draw(state: ConnectionsState, variant: Variant) -> Figure:
    """Draw the plane with both paths, the loss along them, and the loss on the way from the start."""
    places = _PLACES[variant.layout]
    sheet = style.sheet(variant, places.total)
    lang = variant.lang
    heads = (places.keys[0][1] - 28, places.between[1] - 22, places.way[1] - 22)
    lefts = (8.0, places.between[0], places.way[0])
    for x, y, title in zip(lefts, heads, words.TITLES, strict=True):
        sheet.title(x if variant.layout == "wide" else 8, y, title.of(lang))
    _keys(sheet, places, lang)
    _plane(sheet.axes(*places.plane), sheet, state)
    _scale(sheet, places, lang)
    _between(sheet.axes(*places.between), sheet, state)
    _way(sheet.axes(*places.way), sheet, state, lang)
    return sheet.figure


def _shades(sheet: style.Sheet) -> list[str]:
    """Return one colour per band of the loss, from the page's towards the text's."""
    shares = np.linspace(0.0, _DARKEST, len(LEVELS) + 1)
    return [mix(sheet.colours.page, sheet.colours.ink, share) for share in shares]


def _look(sheet: style.Sheet, name: str) -> dict[str, Any]:
    return {
        "line": {"color": sheet.colours.second, "linewidth": 2.6, "linestyle": _DASH},
        "curve": {"color": sheet.colours.first, "linewidth": 2.8},
        "solution": {"color": sheet.colours.ink, "marker": "o", "markersize": 10, "linestyle": "none"},
        "bend": {"color": sheet.colours.first, "marker": "D", "markersize": 7.5, "linestyle": "none"},
    }[name] | {"markeredgecolor": sheet.colours.page, "markeredgewidth": 1.2}


def _keys(sheet: style.Sheet, places: _Places, lang: Lang) -> None:
    for (x, y), (name, label) in zip(places.keys, words.KEYS.items(), strict=True):
        ends = [x, x + 30] if name in ("line", "curve") else [x + 15]
        sheet.stroke(ends, [y - 5] * len(ends), **_look(sheet, name))
        sheet.label(x + 38, y, label.of(lang))


def _plane(axes: Axes, sheet: style.Sheet, state: ConnectionsState) -> None:
    """Draw the loss in bands and both paths over it."""
    found = state.found
    left, right, low, high = WINDOW
    rows, columns = found.plane.shape
    x, y = np.linspace(left, right, columns), np.linspace(low, high, rows)
    edges = [0.0, *LEVELS, 100.0]
    axes.contourf(x, y, found.plane, levels=edges, colors=_shades(sheet), zorder=1)
    axes.contour(x, y, found.plane, levels=LEVELS, colors=[sheet.colours.muted], linewidths=0.7, zorder=2)
    points = np.array([found.place(bezier(found.first, found.bend, found.second, t)) for t in state.places])
    axes.plot([0, 1], [0, 0], zorder=4, gid="line", **_look(sheet, "line"))
    axes.plot(*points.T, zorder=4, gid="curve", **_look(sheet, "curve"))
    axes.plot([0, 1], [0, 0], zorder=6, **_look(sheet, "solution"))
    top = points[len(points) // 2]
    axes.plot(*top, zorder=6, **_look(sheet, "bend"))
    plate = {"facecolor": sheet.colours.page, "edgecolor": "none", "pad": 1.5}
    for place, name in ((0.0, "A"), (1.0, "B")):
        axes.text(place, -0.11, name, ha="center", va="center", bbox=plate, zorder=5)
    axes.set(xlim=(left, right), ylim=(low, high), xticks=[], yticks=[])
    axes.spines[:].set_visible(False)


def _scale(sheet: style.Sheet, places: _Places, lang: Lang) -> None:
    """Draw the bands of the loss side by side, with the values at their borders."""
    left, top, width, height = places.scale
    shades = _shades(sheet)
    head = 78 if lang == "ko" else 92
    step = (width - head) / len(shades)
    sheet.label(left, top + height - 1, words.LOSS.of(lang))
    for k, shade in enumerate(shades):
        x = left + head + step * k
        sheet.box(x, top, step, height, facecolor=shade, edgecolor=sheet.colours.muted, linewidth=0.7)
    for k, level in enumerate(LEVELS):
        sheet.note(left + head + step * (k + 1), top + height + 17, number(level, 2), ha="center")


def _between(axes: Axes, sheet: style.Sheet, state: ConnectionsState) -> None:
    """Draw the training loss along both paths."""
    line, curve = state.found.line[0], state.found.curve[0]
    axes.plot(state.places, line, gid="line", zorder=3, **_look(sheet, "line"))
    axes.plot(state.places, curve, gid="curve", zorder=3, **_look(sheet, "curve"))
    axes.plot([0, 1], line[[0, -1]], zorder=5, clip_on=False, **_look(sheet, "solution"))
    peak = int(line.argmax())
    axes.text(state.places[peak], line[peak] + 0.02, f"{line[peak]:.2f}", ha="center", va="bottom")
    _frame(axes, (-0.05, 0.56), [0, 0.2, 0.4], ("A", "B"))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: number(value, 1)))


def _way(axes: Axes, sheet: style.Sheet, state: ConnectionsState, lang: Lang) -> None:
    """Draw the training loss on the straight line from the start to solution A."""
    loss: Array = state.found.way[0]
    axes.plot(state.places, loss, color=sheet.colours.ink, linewidth=2.2, zorder=3, gid="way")
    axes.plot([1], loss[-1:], zorder=5, clip_on=False, **_look(sheet, "solution"))
    _frame(axes, (-0.25, 3.0), [0, 1, 2, 3], (words.START.of(lang), "A"))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: number(value, 0)))


def _frame(axes: Axes, up: tuple[float, float], levels: list[float], ends: tuple[str, str]) -> None:
    axes.set(xlim=(-0.03, 1.03), ylim=up)
    axes.xaxis.set_major_locator(FixedLocator([0, 1]))
    axes.set_xticklabels(ends)
    axes.yaxis.set_major_locator(FixedLocator(levels))
