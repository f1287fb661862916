"""A filter that slides over an image, and the same as a dense layer: copies of nine weights, and zeros."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure

from plots import style
from plots.animation import Motion, Track, show, travel
from plots.networks import convolution_words as words
from plots.networks.convolution import Array, ConvolutionState, compute
from plots.networks.convolution_words import alt, caption, description
from plots.spec import Lang, Layout, Variant
from plots.wording import number

__all__ = ["alt", "caption", "compute", "description", "draw", "motion"]

_STEP, _START = 0.55, 0.4
_SECONDS, _PLAYS = 11.5, 2
"""Seconds per place of the filter, before the first one, in all; and how often it plays."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Places:
    """Where things stand, in CSS pixels: top left corners, and the sides of the cells."""

    total: float
    cell: float
    image: Point
    kernel: Point
    output: Point
    matrix: Point
    small: float
    heads: tuple[Point, Point, Point, Point]
    counts: tuple[float, float, float]
    signs: tuple[tuple[str, float, float], ...]


_PLACES: dict[Layout, _Places] = {
    "wide": _Places(
        total=610,
        cell=28,
        image=(8, 52),
        kernel=(222, 94),
        output=(352, 80),
        matrix=(8, 282),
        small=19.4,
        heads=((8, 36), (222, 36), (352, 36), (8, 258)),
        counts=(508, 36, 204),
        signs=((r"$\ast$", 199, 136), ("$=$", 329, 136)),
    ),
    "narrow": _Places(
        total=724,
        cell=27,
        image=(6, 52),
        kernel=(200, 52),
        output=(200, 172),
        matrix=(6, 362),
        small=9.6,
        heads=((6, 36), (200, 36), (200, 160), (6, 338)),
        counts=(6, 558, 346),
        signs=((r"$\ast$", 184, 92),),
    ),
}


def draw(state: ConvolutionState, variant: Variant) -> Figure:
    """Draw image, filter and output, the matrix of the dense layer, and how many weights both have."""
    places, lang = _PLACES[variant.layout], variant.lang
    sheet = style.sheet(variant, places.total)
    for (x, y), title in zip(places.heads, words.titles(state), strict=True):
        sheet.title(x, y, title.of(lang))
    for sign, x, y in places.signs:
        sheet.layer.text(x, y, sign, ha="center", va="center", fontsize=20)
    _image(sheet, state, places)
    _kernel(sheet, state, places)
    _output(sheet, state, places)
    _matrix(sheet, state, places)
    _frames(sheet, state, places)
    _counts(sheet, state, places, lang)
    return sheet.figure


def _cell(sheet: style.Sheet, at: Point, side: float, fill: str, text: str, colour: str, name: str) -> None:
    """Draw one cell with its number; `name` is its gid, or empty."""
    x, y = at
    box = sheet.box(x, y, side, side, facecolor=fill, edgecolor=sheet.colours.page, linewidth=1.5)
    label = sheet.layer.text(
        x + side / 2,
        y + side / 2,
        text,
        ha="center",
        va="center_baseline",
        color=colour,
        fontsize=sheet.sizes.small,
    )
    if name:
        box.set_gid(f"cell-{name}")
        label.set_gid(f"number-{name}")


def _image(sheet: style.Sheet, state: ConvolutionState, places: _Places) -> None:
    for (row, column), value in np.ndenumerate(state.image):
        at = (places.image[0] + column * places.cell, places.image[1] + row * places.cell)
        fill = sheet.colours.shade if value else sheet.colours.panel
        _cell(sheet, at, places.cell, fill, number(value, 0), sheet.colours.ink, "")


def _kernel(sheet: style.Sheet, state: ConvolutionState, places: _Places) -> None:
    for (row, column), value in np.ndenumerate(state.kernel):
        at = (places.kernel[0] + column * places.cell, places.kernel[1] + row * places.cell)
        ink = sheet.colours.page if value else sheet.colours.ink
        _cell(sheet, at, places.cell, _colour(sheet, value), number(value, 0), ink, "")


def _output(sheet: style.Sheet, state: ConvolutionState, places: _Places) -> None:
    for index, value in enumerate(state.output.ravel()):
        x, y = _corner(places.output, places.cell, index, state.output)
        fill = sheet.colours.shade if value else sheet.colours.panel
        _cell(sheet, (x, y), places.cell, fill, number(value, 0), sheet.colours.ink, str(index))


def _colour(sheet: style.Sheet, value: float) -> str:
    """Return the colour of a weight."""
    if value == 0:
        return sheet.colours.contour
    return sheet.colours.first if value > 0 else sheet.colours.second


def _corner(origin: Point, side: float, index: int, output: Array) -> Point:
    """Return the top left corner of the cell at one place of the output, in a grid of such cells."""
    row, column = divmod(index, output.shape[1])
    return (origin[0] + column * side, origin[1] + row * side)


def _matrix(sheet: style.Sheet, state: ConvolutionState, places: _Places) -> None:
    """Draw a row of the dense layer for every output; entries that are always zero stay empty."""
    (left, top), side = places.matrix, places.small
    rows, columns = state.matrix.shape
    sheet.box(left, top, columns * side, rows * side, facecolor=sheet.colours.panel, edgecolor="none")
    gap = 0.06 * side
    for row in range(rows):
        found = np.flatnonzero(state.covered[row])
        x, y = left + found * side + gap, top + row * side + gap
        width = side - 2 * gap
        corners = [[(a, y), (a + width, y), (a + width, y + width), (a, y + width)] for a in x]
        fills = [_colour(sheet, value) for value in state.matrix[row, found]]
        sheet.layer.add_collection(PolyCollection(corners, facecolors=fills, gid=f"weights-{row}"))


def _frames(sheet: style.Sheet, state: ConvolutionState, places: _Places) -> None:
    """Frame the example: the window in the image, its output, and its row of the matrix."""
    side, index = places.cell, state.example_index
    window = _corner(places.image, side, index, state.output)
    spot = _corner(places.output, side, index, state.output)
    line = (places.matrix[0], places.matrix[1] + index * places.small)
    size, ink = len(state.kernel) * side, sheet.colours.ink
    look: dict[str, Any] = {"facecolor": "none", "edgecolor": ink, "linewidth": 2.2, "zorder": 6}
    sheet.box(*window, size, size, gid="window", **look)
    sheet.box(*spot, side, side, gid="spot", **look)
    sheet.box(*line, state.matrix.shape[1] * places.small, places.small, gid="line", **look)


def _counts(sheet: style.Sheet, state: ConvolutionState, places: _Places, lang: Lang) -> None:
    """Draw the two numbers of weights as bars of one scale."""
    left, top, width = places.counts
    sheet.title(left, top, words.COUNTS.of(lang))
    counts, colours = state.counts, sheet.colours
    empty: dict[str, Any] = {"facecolor": colours.panel, "edgecolor": colours.muted, "linewidth": 1.0}
    for index, (text, copies, zeros) in enumerate(
        ((words.shared(state), counts.shared, 0), (words.dense(state), counts.copies, counts.zeros))
    ):
        y = top + 30 + 54 * index
        sheet.label(left, y, text.of(lang))
        lengths = [width * value / counts.dense for value in (copies, zeros)]
        sheet.box(left + lengths[0], y + 8, lengths[1], 14, **empty)
        sheet.box(left, y + 8, lengths[0], 14, facecolor=colours.ink, edgecolor="none", gid=f"bar-{index}")
    filled: dict[str, Any] = {"facecolor": colours.ink, "edgecolor": colours.ink, "linewidth": 1.0}
    for index, (note, look) in enumerate(zip(words.filling(state), (filled, empty), strict=True)):
        y = top + 132 + 20 * index
        sheet.box(left, y - 10, 10, 10, **look)
        sheet.note(left + 18, y, note.of(lang))


def motion(state: ConvolutionState, variant: Variant, figure: Figure) -> Motion:
    """Slide the filter over all places in turn, then back to the example."""
    places, layer = _PLACES[variant.layout], figure.axes[0]
    count = state.output.size
    stops = [*range(count), state.example_index]
    times = [0.0, *(_START + _STEP * k for k in range(1, count)), _START + _STEP * (count + 1)]
    tracks: list[Track] = []
    for gid, origin, side in (("window", places.image, places.cell), ("spot", places.output, places.cell)):
        xs, ys = zip(*(_corner(origin, side, k, state.output) for k in stops), strict=True)
        tracks.append(travel(layer, gid, times, xs, ys, hold=True))
    lines = [places.matrix[1] + k * places.small for k in stops]
    tracks.append(travel(layer, "line", times, [places.matrix[0]] * len(stops), lines, hold=True))
    for index, begin in enumerate(times[:count]):
        tracks += [show(f"{kind}-{index}", begin) for kind in ("cell", "number", "weights")]
    return Motion(_SECONDS, _PLAYS, tuple(tracks))
