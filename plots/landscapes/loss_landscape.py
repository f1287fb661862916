"""The loss landscape of a real small network: a shaded surface and the same as a map."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedFormatter, FixedLocator
from numpy.typing import NDArray

from plots import style
from plots.landscapes import loss_landscape_words as landscape_words
from plots.landscapes import relief, shading
from plots.landscapes.loss_landscape_words import alt, caption, description
from plots.landscapes.plane import LandscapeState, compute
from plots.output import SCALE
from plots.spec import Layout, Variant
from plots.wording import number

__all__ = ["alt", "caption", "compute", "description", "draw"]

LEVELS = (0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0)
"""The losses at which contour lines are drawn."""

AZIMUTH, ELEVATION = 35.0, 33.0


@dataclass(frozen=True, slots=True)
class _Places:
    """Where things stand, in CSS pixels: (left, top, width, height) of the parts."""

    total: float
    surface: tuple[float, float, float, float]
    unit: float
    map: tuple[float, float, float, float]
    bar: tuple[float, float, float, float]
    titles: tuple[tuple[float, float], tuple[float, float]]
    key: tuple[float, float]


_PLACES: dict[Layout, _Places] = {
    "wide": _Places(
        total=414,
        surface=(8, 58, 410, 346),
        unit=127,
        map=(464, 74, 196, 196),
        bar=(674, 74, 12, 196),
        titles=((12, 26), (430, 26)),
        key=(430, 348),
    ),
    "narrow": _Places(
        total=824,
        surface=(4, 52, 352, 310),
        unit=110,
        map=(62, 454, 232, 232),
        bar=(308, 454, 12, 232),
        titles=((8, 26), (8, 404)),
        key=(8, 762),
    ),
}


def _camera(places: _Places, scale: float) -> relief.Camera:
    """Return the camera in pixels of the whole sheet at `scale` pixels per CSS pixel."""
    left, top, width, height = places.surface
    return relief.Camera(
        AZIMUTH, ELEVATION, places.unit * scale, (left + 0.54 * width) * scale, (top + 0.66 * height) * scale
    )


@lru_cache(maxsize=4)
def _surface(state: LandscapeState, layout: Layout) -> NDArray[np.uint8]:
    """Return the shaded surface; it is the same in both languages and themes."""
    places, scale = _PLACES[layout], SCALE["webp"]
    left, top, width, height = (int(side * scale) for side in places.surface)
    camera = _camera(places, scale)
    camera = relief.Camera(AZIMUTH, ELEVATION, camera.unit, camera.left - left, camera.top - top)
    levels = tuple(float(state.tone(level)) for level in LEVELS)
    loss = state.plane.loss
    surface = shading.Surface(state.height(loss), state.tone(loss), levels, 8)
    return shading.picture(surface, camera, (width, height))


def draw(state: LandscapeState, variant: Variant) -> Figure:
    """Draw the surface in its frame, the map with its colour scale, and the key."""
    places = _PLACES[variant.layout]
    sheet = style.sheet(variant, places.total, scale=SCALE["webp"])
    words = landscape_words
    for (x, y), title in zip(places.titles, (words.SURFACE, words.MAP), strict=True):
        sheet.title(x, y, title.of(variant.lang))
    sheet.note(*_under(places.titles[0]), words.HEIGHT.of(variant.lang))
    sheet.note(*_under(places.titles[1]), words.COLOUR.of(variant.lang))
    _frame(sheet, state, variant, places)
    _map(sheet.axes(*places.map), state, variant)
    _bar(sheet.axes(*places.bar), state, sheet)
    _key(sheet, state, variant, places)
    return sheet.figure


def _under(place: tuple[float, float]) -> tuple[float, float]:
    return place[0], place[1] + 21


def _frame(sheet: style.Sheet, state: LandscapeState, variant: Variant, places: _Places) -> None:
    """Draw the floor, the posts at its corners and the scale of the loss, then the surface over them."""
    camera = _camera(places, 1)
    colours = sheet.colours
    back = sheet.figure.add_axes((0, 0, 1, 1), zorder=1)
    back.set(xlim=(0, sheet.width), ylim=(sheet.height, 0))
    back.set_axis_off()
    corners = np.array([(-1, 1), (-1, -1), (1, -1), (1, 1), (-1, 1)], dtype=np.float64)
    back.plot(*camera.project(corners[:, 0], corners[:, 1], 0.0), color=colours.muted, linewidth=1)
    grid = state.plane.loss
    for u, v in corners[:3]:
        top = state.height(grid[int(v > 0) * -1, int(u > 0) * -1])
        xs, ys = camera.project(np.array([u, u]), np.array([v, v]), np.array([0.0, float(top)]))
        back.plot(xs, ys, color=colours.muted, linewidth=1)
    _scale(sheet, back, state, camera)
    left, top_, width, height = places.surface
    view = sheet.axes(left, top_, width, height)
    view.set_zorder(2)
    view.imshow(_surface(state, variant.layout), interpolation="nearest", aspect="auto")
    view.set_axis_off()
    for (u, v), (dx, dy), label in zip(
        ((0.0, -1.0), (-1.0, 0.0)), ((10, 16), (-10, 16)), (r"$\alpha$", r"$\beta$"), strict=True
    ):
        x, y = camera.project(u, v, 0.0)
        sheet.layer.text(float(x) + dx, float(y) + dy, label, ha="center", fontsize=sheet.sizes.label)
    x, y = camera.project(0.0, 0.0, state.height(state.trained_loss))
    _star(sheet.layer, float(x), float(y))


def _scale(sheet: style.Sheet, back: Axes, state: LandscapeState, camera: relief.Camera) -> None:
    """Draw the vertical axis of the loss at the left corner."""
    marks = np.arange(0.0, float(state.plane.loss.max()), 5.0)
    x, y = camera.project(-1.0, 1.0, state.height(marks))
    xs = np.full_like(y, float(x))
    back.plot(xs[[0, -1]], y[[0, -1]], color=sheet.colours.muted, linewidth=1)
    for mark, level in zip(marks, y, strict=True):
        back.plot([xs[0] - 4, xs[0]], [level, level], color=sheet.colours.muted, linewidth=1)
        sheet.layer.text(
            xs[0] - 7, level, number(mark, 0), ha="right", va="center_baseline", fontsize=sheet.sizes.small
        )


def _star(axes: Axes, x: float, y: float) -> None:
    axes.plot(
        [x],
        [y],
        marker="*",
        markersize=13,
        color=shading.STAR,
        markeredgecolor=shading.LIGHT_LINE,
        markeredgewidth=1.1,
        zorder=6,
    )


def _map(axes: Axes, state: LandscapeState, variant: Variant) -> None:
    """Draw the same plane from above, with contour lines."""
    plane = state.plane
    edge = float(plane.steps[-1])
    fine = relief.refine(state.tone(plane.loss), 401)
    axes.imshow(
        fine,
        cmap=shading.RAMP,
        vmin=0,
        vmax=1,
        extent=(-edge, edge, -edge, edge),
        origin="lower",
        interpolation="bilinear",
    )
    places = np.linspace(-edge, edge, len(fine))
    levels = [float(state.tone(level)) for level in LEVELS]
    axes.contour(
        places, places, fine, levels=levels, colors=[shading.line_colour(t) for t in levels], linewidths=1.1
    )
    _star(axes, 0.0, 0.0)
    axes.spines[:].set_visible(False)
    ticks = [-edge, -edge / 2, 0.0, edge / 2, edge]
    axes.xaxis.set_major_locator(FixedLocator(ticks))
    axes.yaxis.set_major_locator(FixedLocator(ticks))
    axes.xaxis.set_major_formatter(FixedFormatter([number(t, 1) for t in ticks]))
    axes.yaxis.set_major_formatter(FixedFormatter([number(t, 1) for t in ticks]))
    axes.set_xlabel(landscape_words.ALPHA.of(variant.lang))
    axes.set_ylabel(landscape_words.BETA.of(variant.lang), labelpad=2)


def _bar(axes: Axes, state: LandscapeState, sheet: style.Sheet) -> None:
    """Draw the colour scale; its marks are the contour lines."""
    ramp = np.linspace(0.0, 1.0, 256)[:, None]
    axes.imshow(ramp, cmap=shading.RAMP, origin="lower", extent=(0, 1, 0, 1), aspect="auto")
    levels = [float(state.tone(level)) for level in LEVELS]
    for tone in levels:
        axes.axhline(tone, color=shading.line_colour(tone), linewidth=1.1)
    axes.spines[:].set_visible(False)
    axes.xaxis.set_major_locator(FixedLocator([]))
    axes.yaxis.tick_right()
    axes.yaxis.set_major_locator(FixedLocator(levels))
    axes.yaxis.set_major_formatter(FixedFormatter([f"{level:g}" for level in LEVELS]))
    axes.tick_params(axis="y", length=0, pad=4, labelsize=sheet.sizes.small)


def _key(sheet: style.Sheet, state: LandscapeState, variant: Variant, places: _Places) -> None:
    """Say what the star is, and of which network."""
    x, y = places.key
    _star(sheet.layer, x + 7, y - 5)
    lines = landscape_words.key(state, variant.lang)
    sheet.label(x + 22, y, lines[0])
    for index, line in enumerate(lines[1:]):
        sheet.note(x + 22, y + 22 + 19 * index, line)
