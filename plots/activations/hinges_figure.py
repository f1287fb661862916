"""A sine curve and the sum of k ReLUs, one frame per k, with the terms and the error."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedFormatter, FixedLocator, NullLocator

from plots import style
from plots.activations import hinges_words as words
from plots.activations.hinges import EDGE, Fit, HingesState, compute
from plots.activations.hinges_words import alt, caption, description, frames
from plots.activations.parts import DASH, DOTS
from plots.parts import Box, ticks
from plots.spec import Lang, Layout, Variant

__all__ = ["alt", "caption", "compute", "description", "draw", "frames"]


@dataclass(frozen=True, slots=True)
class _Places:
    """Where things stand, in CSS pixels."""

    total: float
    keys: tuple[tuple[float, float], ...]
    formula: tuple[float, float]
    curve: Box
    parts: Box
    error: Box


_PLACES: dict[Layout, _Places] = {
    "wide": _Places(
        total=438,
        keys=((190, 24), (302, 24), (434, 24)),
        formula=(474, 390),
        curve=(30, 44, 390, 186),
        parts=(30, 292, 390, 118),
        error=(496, 88, 214, 208),
    ),
    "narrow": _Places(
        total=812,
        keys=((4, 52), (120, 52), (264, 52)),
        formula=(30, 790),
        curve=(30, 70, 322, 190),
        parts=(30, 322, 322, 118),
        error=(54, 522, 298, 180),
    ),
}


def draw(state: HingesState, variant: Variant, frame: int) -> Figure:
    """Draw the frame of that index."""
    places, fit, lang = _PLACES[variant.layout], state.fits[frame], variant.lang
    sheet = style.sheet(variant, places.total)
    sheet.title(4, 24, words.title(fit).of(lang))
    _keys(sheet, places, lang)
    curve, parts = sheet.axes(*places.curve), sheet.axes(*places.parts)
    _curve(curve, sheet, state, fit)
    _parts(parts, sheet, fit)
    for axes in (curve, parts):
        for kink in fit.kinks:
            axes.axvline(kink, color=sheet.colours.contour, linewidth=0.9, linestyle=DOTS, zorder=0.5)
    _parts_keys(sheet, places, lang)
    sheet.title(places.error[0] - 30, places.error[1] - 16, words.ERROR.of(lang))
    _error(sheet.axes(*places.error), sheet, state, fit, lang)
    sheet.label(*places.formula, words.FORMULA)
    return sheet.figure


def _keys(sheet: style.Sheet, places: _Places, lang: Lang) -> None:
    (x, y), (second, _), (third, _) = places.keys
    sheet.stroke([x, x + 26], [y - 5] * 2, color=sheet.colours.muted, linewidth=1.6)
    sheet.label(x + 32, y, words.CURVE.of(lang))
    sheet.stroke([second, second + 26], [y - 5] * 2, color=sheet.colours.first, linewidth=2.8)
    sheet.label(second + 32, y, words.SUM.of(lang))
    sheet.stroke([third + 8], [y - 5], **_ring(sheet))
    sheet.label(third + 20, y, words.KINK.of(lang))


def _parts_keys(sheet: style.Sheet, places: _Places, lang: Lang) -> None:
    """Write the heading of the terms with the looks of rising and falling ones."""
    left, top, _, _ = places.parts
    y = top - 14
    sheet.title(left, y, words.PARTS.of(lang))
    for x, name, look in zip(
        (left + 110, left + 220), (words.RISING, words.FALLING), _term(sheet), strict=True
    ):
        sheet.stroke([x, x + 26], [y - 5] * 2, **look)
        sheet.label(x + 34, y, name.of(lang))


def _term(sheet: style.Sheet) -> tuple[dict[str, Any], dict[str, Any]]:
    return (
        {"color": sheet.colours.first, "linewidth": 1.6},
        {"color": sheet.colours.second, "linewidth": 1.6, "linestyle": DASH},
    )


def _ring(sheet: style.Sheet) -> dict[str, Any]:
    return {
        "marker": "o",
        "markersize": 6.5,
        "markerfacecolor": sheet.colours.page,
        "markeredgecolor": sheet.colours.first,
        "markeredgewidth": 1.8,
        "linestyle": "none",
    }


def _curve(axes: Axes, sheet: style.Sheet, state: HingesState, fit: Fit) -> None:
    axes.axhline(0, color=sheet.colours.rule, linewidth=1, zorder=1)
    axes.plot(state.x, state.curve, color=sheet.colours.muted, linewidth=1.6, zorder=2, gid="curve")
    ends = np.concatenate([[state.x[0]], fit.kinks, [state.x[-1]]])
    heights = fit.constant + np.maximum(0.0, ends[:, None] - fit.kinks) @ fit.slopes
    axes.plot(ends, heights, color=sheet.colours.first, linewidth=2.8, zorder=3, gid="sum")
    axes.plot(fit.kinks, heights[1:-1], **_ring(sheet), zorder=4, clip_on=False, gid="kinks")
    axes.set(xlim=(-EDGE, EDGE), ylim=(-1.3, 1.3))
    ticks(axes, (), (-1, 0, 1))
    _angles(axes)


def _angles(axes: Axes) -> None:
    """Put tick marks at multiples of half a turn."""
    axes.xaxis.set_major_locator(FixedLocator([-np.pi, -np.pi / 2, 0, np.pi / 2, np.pi]))
    axes.xaxis.set_major_formatter(FixedFormatter(["−π", "−π/2", "0", "π/2", "π"]))


def _parts(axes: Axes, sheet: style.Sheet, fit: Fit) -> None:
    rising, falling = _term(sheet)
    axes.axhline(0, color=sheet.colours.rule, linewidth=1, zorder=1)
    for kink, slope in zip(fit.kinks, fit.slopes, strict=True):
        look = rising if slope > 0 else falling
        axes.plot([kink, EDGE], [0.0, slope * (EDGE - kink)], **look, zorder=2, gid="term")
    axes.set(xlim=(-EDGE, EDGE), ylim=(-4, 4))
    ticks(axes, (), (-3, 0, 3))
    _angles(axes)


def _error(axes: Axes, sheet: style.Sheet, state: HingesState, fit: Fit, lang: Lang) -> None:
    """Draw the error of every frame, the current one large, and a guide that falls with the square."""
    counts = np.array([one.count for one in state.fits], dtype=float)
    errors = np.array([one.rms for one in state.fits])
    guide = errors[-1] * (counts[-1] / counts[2:]) ** 2 * 0.5
    axes.loglog(counts[2:], guide, color=sheet.colours.muted, linewidth=1.4, linestyle=DASH)
    axes.text(counts[3] * 0.92, guide[1] * 0.72, words.SQUARE, ha="right", va="top")
    axes.loglog(
        counts, errors, color=sheet.colours.first, linewidth=1.8, marker="o", markersize=5, gid="errors"
    )
    axes.plot(
        fit.count, fit.rms, marker="o", markersize=12, color=sheet.colours.accent, zorder=4, gid="current"
    )
    axes.text(0.97, 0.95, words.error(fit, lang), transform=axes.transAxes, ha="right", va="top")
    axes.set(xlim=(0.8, 20), ylim=(1e-3, 1))
    axes.xaxis.set_major_locator(FixedLocator(counts.tolist()))
    axes.xaxis.set_major_formatter(FixedFormatter([f"{count:g}" for count in counts]))
    axes.yaxis.set_major_locator(FixedLocator([1e-3, 1e-2, 1e-1, 1]))
    axes.yaxis.set_major_formatter(FixedFormatter(["0.001", "0.01", "0.1", "1"]))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.yaxis.set_minor_locator(NullLocator())
    axes.grid(axis="y", color=sheet.colours.rule, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.set_xlabel(words.COUNT.of(lang))
