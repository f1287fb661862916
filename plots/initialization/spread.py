"""How large activations stay in a deep network, for four scales of the initial weights."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, FuncFormatter, LogLocator, NullLocator

from plots import style
from plots.initialization import spread_words as words
from plots.initialization.signals import Signal, SpreadState, compute
from plots.initialization.spread_words import alt, caption, description
from plots.parts import look
from plots.spec import Lang, Layout, Variant

__all__ = ["alt", "caption", "compute", "description", "draw"]

RELU_WINDOW = (1e-4, 1e4)
"""What is drawn of ReLU's logarithmic axis; the table gives what lies outside."""

_ROW = 24


@dataclass(frozen=True, slots=True)
class _Places:
    """Where things stand, in CSS pixels; `columns` are the right edges of the table's numbers."""

    total: float
    right: float
    columns: tuple[float, float, float]
    tanh: tuple[float, float, float, float]
    relu: tuple[float, float, float, float]
    spreads: tuple[tuple[float, float], ...]
    spread_size: tuple[float, float]
    spread_title: float


_PLACES: dict[Layout, _Places] = {
    "wide": _Places(
        total=664,
        right=712,
        columns=(424, 560, 708),
        tanh=(44, 206, 286, 192),
        relu=(410, 206, 298, 192),
        spreads=tuple((44 + 172 * k, 538) for k in range(4)),
        spread_size=(148, 84),
        spread_title=480,
    ),
    "narrow": _Places(
        total=1050,
        right=354,
        columns=(166, 262, 352),
        tanh=(44, 214, 304, 170),
        relu=(44, 484, 304, 170),
        spreads=((22, 806), (200, 806), (22, 944), (200, 944)),
        spread_size=(150, 70),
        spread_title=748,
    ),
}


def draw(state: SpreadState, variant: Variant) -> Figure:
    """Draw a table of the schemes, the signal's size per layer, and the last layer's outputs of tanh."""
    places, lang = _PLACES[variant.layout], variant.lang
    sheet = style.sheet(variant, places.total)
    _table(sheet, state, places, lang)
    for place, signals, title in (
        (places.tanh, state.tanh, words.TANH_TITLE),
        (places.relu, state.relu, words.RELU_TITLE),
    ):
        sheet.title(place[0], place[1] - 16, title.of(lang))
        axes = sheet.axes(*place)
        _sizes(axes, signals, state, sheet)
        axes.set_xlabel(words.LAYER.of(lang))
    _linear(sheet.figure.axes[1])
    _logarithmic(sheet.figure.axes[2], sheet)
    sheet.title(places.spreads[0][0], places.spread_title, words.spread_title(state).of(lang))
    for index, (left, top) in enumerate(places.spreads):
        _spread(sheet, (left, top, *places.spread_size), state.tanh[index], index, lang)
    return sheet.figure


def _table(sheet: style.Sheet, state: SpreadState, places: _Places, lang: Lang) -> None:
    """List the schemes: line and marker, name, standard deviation, size after the last layer."""
    narrow = places.right < 400
    group, heads = words.heads(state, lang)
    top = 18.0
    first, last = places.columns[1] - (56 if narrow else 76), places.columns[2]
    sheet.note((first + last) / 2, top, group, ha="center")
    sheet.stroke([first, last], [top + 7] * 2, color=sheet.colours.rule, linewidth=1)
    top += 26
    for column, head in zip(places.columns, heads, strict=True):
        sheet.note(column, top, head, ha="right")
    sheet.stroke([4, places.right], [top + 8] * 2, color=sheet.colours.rule, linewidth=1)
    for index, (bounded, unbounded) in enumerate(zip(state.tanh, state.relu, strict=True)):
        line = top + 30 + _ROW * index
        sheet.stroke(
            [4, 20, 36],
            [line - 5] * 3,
            markevery=[1],
            **look(sheet, index),
        )
        name = words.short_name(bounded.scheme, lang) if narrow else words.name(bounded.scheme, lang)
        sheet.label(44, line, name)
        numbers = (words.std(bounded.scheme), words.size(bounded.rms[-1]), words.size(unbounded.rms[-1]))
        for column, number in zip(places.columns, numbers, strict=True):
            sheet.label(column, line, number, ha="right")


def _sizes(axes: Axes, signals: tuple[Signal, ...], state: SpreadState, sheet: style.Sheet) -> None:
    """Draw the root mean square after every layer."""
    for index, signal in enumerate(signals):
        axes.plot(
            np.arange(state.layers + 1),
            signal.rms,
            color=sheet.colours.series[index],
            linewidth=2.1,
            linestyle=style.DASHES[index],
            marker=style.MARKERS[index],
            markevery=(index, 4),
            markersize=6,
            markeredgecolor=sheet.colours.page,
            markeredgewidth=0.9,
            zorder=3 + index * 0.1,
            gid=signal.scheme.name,
        )
    axes.set_xlim(0, state.layers)
    axes.xaxis.set_major_locator(FixedLocator([0, 5, 10, 15, 20]))
    axes.grid(axis="y", color=sheet.colours.rule, linewidth=0.8)
    axes.set_axisbelow(True)


def _linear(axes: Axes) -> None:
    axes.set_ylim(0, 1.05)
    axes.yaxis.set_major_locator(FixedLocator([0, 0.5, 1]))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}"))


def _logarithmic(axes: Axes, sheet: style.Sheet) -> None:
    axes.set_yscale("log")
    axes.set_ylim(*RELU_WINDOW)
    axes.yaxis.set_major_locator(LogLocator(100, numticks=12))
    axes.yaxis.set_minor_locator(NullLocator())
    axes.tick_params(axis="y", labelsize=sheet.sizes.label)


def _spread(
    sheet: style.Sheet, place: tuple[float, float, float, float], signal: Signal, index: int, lang: Lang
) -> None:
    """Draw how the last layer's outputs of tanh are spread over [-1, 1], to a scale of its own."""
    left, top = place[:2]
    sheet.label(left, top - 26, words.short_name(signal.scheme, lang))
    sheet.note(left, top - 8, words.saturated(signal, lang))
    axes = sheet.axes(*place)
    shares = signal.shares / signal.shares.max()
    edges = np.linspace(-1.0, 1.0, len(shares) + 1)
    axes.stairs(shares, edges, fill=True, color=sheet.colours.series[index], zorder=3, gid=signal.scheme.name)
    axes.set(xlim=(-1.02, 1.02), ylim=(0, 1.05), yticks=[])
    axes.spines["left"].set_visible(False)
    axes.xaxis.set_major_locator(FixedLocator([-1, 0, 1]))
    axes.xaxis.set_major_formatter(
        FuncFormatter(lambda value, _: f"{value:.0f}".replace("-", "\N{MINUS SIGN}"))
    )
