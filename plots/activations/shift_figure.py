"""The bias moves a threshold and a boundary: one frame per bias, next to where they are without it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from plots import style
from plots.activations import shift_words as words
from plots.activations.parts import DASH
from plots.activations.shift import EDGE, Shift, ShiftState, compute
from plots.activations.shift_words import alt, caption, description, frames
from plots.parts import Box, ticks
from plots.spec import Lang, Layout, Variant

__all__ = ["alt", "caption", "compute", "description", "draw", "frames"]

WINDOW = (-2.6, 4.2)


@dataclass(frozen=True, slots=True)
class _Places:
    """Where things stand, in CSS pixels: the keys (x, y), the curve and the plane."""

    total: float
    keys: tuple[tuple[float, float], ...]
    curve: Box
    plane: Box


_PLACES: dict[Layout, _Places] = {
    "wide": _Places(
        total=410,
        keys=((4, 24), (130, 24), (446, 24), (552, 24)),
        curve=(32, 96, 320, 252),
        plane=(446, 96, 262, 252),
    ),
    "narrow": _Places(
        total=812,
        keys=((4, 24), (126, 24), (4, 50), (126, 50)),
        curve=(32, 122, 320, 210),
        plane=(32, 448, 320, 300),
    ),
}


def draw(state: ShiftState, variant: Variant, frame: int) -> Figure:
    """Draw the frame of that index."""
    places, shift, lang = _PLACES[variant.layout], state.shifts[frame], variant.lang
    sheet = style.sheet(variant, places.total)
    _keys(sheet, places, lang)
    for box, title, formula in (
        (places.curve, words.CURVE_TITLE, words.curve_formula(state, shift)),
        (places.plane, words.LINE_TITLE, words.line_formula(shift)),
    ):
        left, top, width, _ = box
        sheet.title(left, top - 36, title.of(lang))
        sheet.label(left, top - 14, formula)
    _curve(sheet.axes(*places.curve), sheet, state, shift)
    _plane(sheet.axes(*places.plane), sheet, state, shift, lang)
    for box, name, note in (
        (places.curve, "$x$", words.threshold(shift, lang)),
        (places.plane, "$x_1$", words.right(shift, lang)),
    ):
        left, top, width, height = box
        sheet.label(left + width / 2, top + height + 40, name, ha="center")
        sheet.label(left + width, top - 14, note, ha="right")
    sheet.label(places.plane[0] - 8, places.plane[1] + 12, "$x_2$", ha="right")
    return sheet.figure


def _now(sheet: style.Sheet) -> dict[str, Any]:
    return {"color": sheet.colours.first, "linewidth": 2.8, "zorder": 3}


def _ghost(sheet: style.Sheet) -> dict[str, Any]:
    return {"color": sheet.colours.muted, "linewidth": 1.6, "linestyle": DASH, "zorder": 2.5}


def _curve(axes: Axes, sheet: style.Sheet, state: ShiftState, shift: Shift) -> None:
    colours = sheet.colours
    axes.axhline(0.5, color=colours.rule, linewidth=1, zorder=1)
    axes.axvline(0, color=colours.rule, linewidth=1, zorder=1)
    axes.axvspan(shift.threshold, EDGE, color=colours.shade, linewidth=0, zorder=0)
    axes.plot(state.x, state.shift(0.0).output, **_ghost(sheet), gid="ghost")
    axes.plot(state.x, shift.output, **_now(sheet), gid="now")
    axes.plot(
        shift.threshold,
        0.5,
        marker="o",
        markersize=8,
        markerfacecolor=colours.page,
        markeredgecolor=colours.first,
        markeredgewidth=2,
        zorder=4,
    )
    axes.set(xlim=(-EDGE, EDGE), ylim=(-0.04, 1.04))
    ticks(axes, (-4, -2, 0, 2, 4), (0, 0.5, 1))


def _plane(axes: Axes, sheet: style.Sheet, state: ShiftState, shift: Shift, lang: Lang) -> None:
    colours = sheet.colours
    low, high = WINDOW
    axes.set_facecolor(colours.panel)
    a, b = state.weights
    ends = (low - 4, high + 4)
    line = [-(a * end + shift.bias) / b for end in ends]
    axes.fill_between(ends, line, high + 20, color=colours.shade, linewidth=0, zorder=0)
    axes.axhline(0, color=colours.contour, linewidth=1, zorder=1)
    axes.axvline(0, color=colours.contour, linewidth=1, zorder=1)
    axes.plot(ends, [-a * end / b for end in ends], **_ghost(sheet), gid="ghost")
    axes.plot(ends, line, **_now(sheet), gid="now")
    for label, marker, colour in _classes(sheet):
        mine = state.points[state.labels == label]
        axes.plot(*mine.T, linestyle="none", marker=marker, color=colour, markersize=5.5, zorder=4)
        axes.lines[-1].set(markeredgecolor=colours.page, markeredgewidth=0.6, gid=f"class-{label:g}")
    axes.plot(0, 0, marker="+", markersize=13, markeredgewidth=2.2, color=colours.ink, zorder=5)
    axes.text(0.25, 0.25, words.ORIGIN.of(lang), ha="left", va="center")
    axes.set(xlim=(low, high), ylim=(low, high))
    axes.spines[:].set_visible(False)
    ticks(axes, (-2, 0, 2, 4), (-2, 0, 2))


def _classes(sheet: style.Sheet) -> tuple[tuple[float, str, str], ...]:
    """Return label, marker and colour of both classes."""
    return (0.0, "s", sheet.colours.second), (1.0, "^", sheet.colours.ink)


def _keys(sheet: style.Sheet, places: _Places, lang: Lang) -> None:
    for (x, y), name, look in zip(
        places.keys, (words.NOW, words.GHOST), (_now(sheet), _ghost(sheet)), strict=False
    ):
        sheet.stroke([x, x + 28], [y - 5] * 2, **look)
        sheet.label(x + 36, y, name.of(lang))
    names = (words.FIRST, words.SECOND)
    for (x, y), name, (_, marker, colour) in zip(places.keys[2:], names, _classes(sheet), strict=True):
        sheet.stroke([x + 8], [y - 5], marker=marker, color=colour, markersize=7, linestyle="none")
        sheet.label(x + 22, y, name.of(lang))
