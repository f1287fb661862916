"""A shifted test loss over a sharp and a flat minimum, and a network next to its rescaled twin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, FuncFormatter

from plots import style
from plots.generalization import sharp_flat_words as words
from plots.generalization.sharp_flat_words import alt, caption, description
from plots.generalization.sharpness import FLAT, SHARP, Array, SharpnessState, compute
from plots.parts import Box
from plots.spec import Lang, Layout, Variant
from plots.wording import number

__all__ = ["alt", "caption", "compute", "description", "draw"]


@dataclass(frozen=True, slots=True)
class _Places:
    """Where things stand, in CSS pixels."""

    total: float
    keys: tuple[tuple[float, float], ...]
    panels: tuple[Box, Box, Box]


_PLACES: dict[Layout, _Places] = {
    "wide": _Places(
        total=346,
        keys=((8, 26), (148, 26), (324, 26), (462, 26)),
        panels=((34, 82, 196, 206), (276, 82, 196, 206), (514, 82, 196, 206)),
    ),
    "narrow": _Places(
        total=874,
        keys=((8, 24), (170, 24), (8, 50), (170, 50)),
        panels=((34, 106, 312, 178), (34, 370, 312, 178), (34, 634, 312, 178)),
    ),
}


def draw(state: SharpnessState, variant: Variant) -> Figure:
    """Draw the made-up loss, and the profiles of network and twin for both kinds of steps."""
    places = _PLACES[variant.layout]
    sheet = style.sheet(variant, places.total)
    lang = variant.lang
    for (x, y), (name, label) in zip(places.keys, words.KEYS.items(), strict=True):
        sheet.stroke([x, x + 30], [y - 5] * 2, **_look(sheet, name))
        sheet.label(x + 38, y, label.of(lang))
    for place, title in zip(places.panels, words.TITLES, strict=True):
        sheet.title(place[0] - 26, place[1] - 16, title.of(lang))
    toy, plain, filtered = (sheet.axes(*place) for place in places.panels)
    _toy(toy, sheet, state, lang)
    _profiles(plain, sheet, state, state.plain)
    _profiles(filtered, sheet, state, state.filtered)
    ends = (words.steps(state, "plain", lang), words.steps(state, "filtered", lang))
    for axes, (words_below, edge) in zip((plain, filtered), ends, strict=True):
        axes.set_xlabel(words_below)
        axes.set_xticklabels([f"\N{MINUS SIGN}{edge}", "0", edge])
    return sheet.figure


def _look(sheet: style.Sheet, name: str) -> dict[str, Any]:
    return {
        "train": {"color": sheet.colours.ink, "linewidth": 2.2},
        "test": {"color": sheet.colours.series[2], "linewidth": 2.2, "linestyle": (0, (5, 2))},
        "network": {"color": sheet.colours.first, "linewidth": 5.0},
        "twin": {"color": sheet.colours.second, "linewidth": 2.2, "linestyle": (0, (3, 1.6))},
    }[name]


def _toy(axes: Axes, sheet: style.Sheet, state: SharpnessState, lang: Lang) -> None:
    """Draw the loss with both minima, the moved one, and what it is at the minima of the first."""
    axes.plot(state.grid, state.train, zorder=3, gid="train", **_look(sheet, "train"))
    axes.plot(state.grid, state.test, zorder=4, gid="test", **_look(sheet, "test"))
    for at, rise, name in zip((SHARP, FLAT), state.rise, words.MINIMA, strict=True):
        axes.plot([at], [0], marker="o", markersize=7, color=sheet.colours.ink, zorder=6, clip_on=False)
        axes.plot(
            [at],
            [rise],
            marker="D",
            markersize=8,
            color=sheet.colours.series[2],
            markeredgecolor=sheet.colours.page,
            markeredgewidth=1.2,
            zorder=7,
            clip_on=False,
        )
        axes.text(at, -0.13, name.of(lang), ha="center", va="top")
    sharp, flat = state.rise
    axes.text(SHARP - 0.36, sharp, f"{sharp:.2f}", ha="right", va="center")
    axes.text(FLAT + state.shift / 2, flat + 0.36, f"{flat:.2f}", ha="center", va="center")
    axes.set(xlim=(state.grid[0], state.grid[-1]), ylim=(-0.06, 1.1), xticks=[])
    axes.yaxis.set_major_locator(FixedLocator([0, 0.5, 1]))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: number(value, 1)))


def _profiles(axes: Axes, sheet: style.Sheet, state: SharpnessState, profiles: Array) -> None:
    """Draw the mean loss of the network and of its twin over the step."""
    for name, losses in zip(("network", "twin"), profiles, strict=True):
        axes.plot(state.places, losses, zorder=3, gid=name, **_look(sheet, name))
    axes.set(xlim=(state.places[0], state.places[-1]), ylim=(-0.06, 1.1))
    axes.xaxis.set_major_locator(FixedLocator([-1, 0, 1]))
    axes.yaxis.set_major_locator(FixedLocator([0, 0.5, 1]))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: number(value, 1)))
