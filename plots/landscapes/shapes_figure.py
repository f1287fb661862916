"""A minimum, a saddle point and a plateau as surfaces and maps, and how rare minima are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedFormatter, FixedLocator
from numpy.typing import NDArray

from plots import style
from plots.landscapes import shading
from plots.landscapes import shapes_words as words
from plots.landscapes.relief import Camera
from plots.landscapes.shapes import Shape, ShapesState, compute, gradient
from plots.landscapes.shapes_words import alt, caption, description
from plots.output import SCALE
from plots.parts import Box
from plots.spec import Layout, Variant

__all__ = ["alt", "caption", "compute", "description", "draw"]

AZIMUTH, ELEVATION = 27.0, 36.0


@dataclass(frozen=True, slots=True)
class _Places:
    """Where things stand, in CSS pixels: headings, surfaces, maps, bars and their key."""

    total: float
    heads: tuple[tuple[float, float], ...]
    surface: tuple[tuple[float, float], ...]
    size: tuple[int, int]
    unit: float
    map: tuple[tuple[float, float], ...]
    side: float
    bars: Box
    title: tuple[float, float]
    key: tuple[tuple[float, float], ...]


_PLACES: dict[Layout, _Places] = {
    "wide": _Places(
        total=622,
        heads=((12, 28), (252, 28), (492, 28)),
        surface=((4, 60), (244, 60), (484, 60)),
        size=(230, 170),
        unit=80,
        map=((34, 240), (274, 240), (514, 240)),
        side=170,
        bars=(60, 500, 420, 108),
        title=(12, 462),
        key=((506, 532), (506, 560), (506, 588)),
    ),
    "narrow": _Places(
        total=896,
        heads=((8, 28), (8, 250), (8, 472)),
        surface=((2, 58), (2, 280), (2, 502)),
        size=(206, 156),
        unit=71,
        map=((216, 70), (216, 292), (216, 514)),
        side=134,
        bars=(56, 762, 292, 124),
        title=(8, 698),
        key=((8, 744), (110, 744), (234, 744)),
    ),
}


def draw(state: ShapesState, variant: Variant) -> Figure:
    """Draw each shape as a surface and as a map with arrows downhill, and the shares as bars."""
    places, lang = _PLACES[variant.layout], variant.lang
    sheet = style.sheet(variant, places.total, scale=SCALE["webp"])
    for index, shape in enumerate(state.shapes):
        x, y = places.heads[index]
        sheet.title(x, y, words.NAMES[shape.name].of(lang))
        sheet.note(x, y + 20, words.curvature(shape, lang))
        _surface(sheet, state, index, places, variant)
        _map(sheet.axes(*places.map[index], places.side, places.side), shape, sheet)
    sheet.title(*places.title, words.SHARES.of(lang))
    sheet.note(places.title[0], places.title[1] + 21, words.draws(state, lang))
    _bars(sheet.axes(*places.bars), state, sheet, variant)
    for index, (x, y) in enumerate(places.key):
        sheet.box(x, y - 12, 14, 14, **_fill(sheet, index))
        sheet.label(x + 22, y, words.KINDS[index].of(lang))
    return sheet.figure


def _camera(places: _Places, scale: float) -> Camera:
    """Return the camera in pixels of one surface's picture."""
    width, height = places.size
    return Camera(AZIMUTH, ELEVATION, places.unit * scale, width / 2 * scale, 0.56 * height * scale)


@lru_cache(maxsize=8)
def _picture(state: ShapesState, index: int, layout: Layout) -> NDArray[np.uint8]:
    """Return a shaded surface; it is the same in both languages and themes."""
    places, scale, height = _PLACES[layout], SCALE["webp"], state.shapes[index].height
    tone = (height - height.min()) / (height.max() - height.min())
    surface = shading.Surface(_lifted(height), 0.08 + 0.84 * tone, tuple(np.linspace(0.15, 0.85, 6)), 8)
    width, rows = places.size
    return shading.picture(surface, _camera(places, scale), (width * scale, rows * scale))


def _lifted(height: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return heights about zero, so that all surfaces stand in the middle of their picture."""
    return np.asarray(height - (height.min() + height.max()) / 2.0)


def _surface(sheet: style.Sheet, state: ShapesState, index: int, places: _Places, variant: Variant) -> None:
    (left, top), (width, rows) = places.surface[index], places.size
    view = sheet.axes(left, top, width, rows)
    view.imshow(_picture(state, index, variant.layout), interpolation="nearest", aspect="auto")
    view.set_axis_off()
    height = _lifted(state.shapes[index].height)
    middle = height[len(height) // 2, len(height) // 2]
    x, y = _camera(places, 1).project(0.0, 0.0, middle)
    dot: dict[str, Any] = {
        "color": shading.STAR,
        "markeredgecolor": shading.LIGHT_LINE,
        "markeredgewidth": 1.1,
    }
    sheet.layer.plot([left + float(x)], [top + float(y)], marker="o", markersize=8, **dot)


def _map(axes: Axes, shape: Shape, sheet: style.Sheet) -> None:
    """Draw contour lines and, as arrows, the way downhill; an arrow's length is that of the gradient."""
    colours, height = sheet.colours, shape.height
    axes.set_facecolor(colours.panel)
    levels = np.linspace(height.min(), height.max(), 10)[1:-1]
    axes.contour(
        shape.steps,
        shape.steps,
        height,
        levels=levels,
        colors=[colours.contour],
        linewidths=1.0,
        linestyles="solid",
    )
    places = np.linspace(-0.84, 0.84, 7)
    u, v = np.meshgrid(places, places)
    by_u, by_v = gradient(shape.name, u, v)
    longest = float(np.hypot(by_u, by_v).max())
    arrows: dict[str, Any] = {"angles": "xy", "scale_units": "xy", "scale": longest / 0.22, "pivot": "mid"}
    heads: dict[str, Any] = {"width": 0.012, "headwidth": 4, "headlength": 4.5, "headaxislength": 4}
    axes.quiver(u, v, -by_u, -by_v, color=colours.first, zorder=3, **arrows, **heads)
    axes.plot([0], [0], marker="o", markersize=8, color=shading.STAR, zorder=4, markeredgecolor=colours.panel)
    axes.set(xlim=(-1, 1), ylim=(-1, 1), xticks=[], yticks=[])
    axes.spines[:].set_visible(False)


def _fill(sheet: style.Sheet, index: int) -> dict[str, Any]:
    colours = sheet.colours
    face = (colours.series[1], colours.muted, colours.series[3])[index]
    return {"facecolor": face, "edgecolor": "none"}


def _bars(axes: Axes, state: ShapesState, sheet: style.Sheet, variant: Variant) -> None:
    """Draw for each number of dimensions which share is minima, saddle points and maxima."""
    rows = np.arange(len(state.dimensions))[::-1]
    left = np.zeros(len(rows))
    for index in range(3):
        width = state.shares[:, index]
        axes.barh(rows, width, left=left, height=0.66, linewidth=0, **_fill(sheet, index))
        left = left + width
    axes.set(xlim=(0, 1), ylim=(-0.5, len(rows) - 0.5))
    axes.yaxis.set_major_locator(FixedLocator(rows.tolist()))
    axes.yaxis.set_major_formatter(FixedFormatter([f"$p = {p}$" for p in state.dimensions]))
    axes.xaxis.set_major_locator(FixedLocator([]))
    axes.tick_params(axis="y", length=0)
    axes.spines[:].set_visible(False)
    for row, share in zip(rows, state.shares, strict=True):
        x = share[0] + 0.015 if share[0] < 0.4 else 0.015
        label = words.minima(float(share[0]), variant.lang)
        axes.text(x, row, label, va="center_baseline", color=sheet.colours.page)
