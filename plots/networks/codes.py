"""Digits rebuilt from two numbers by principal components and by an autoencoder, and the errors of both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.ticker import FixedLocator, FuncFormatter, NullLocator

from plots import style
from plots.networks import codes_words as words
from plots.networks.autoencoder import Array, AutoencoderState, compute
from plots.networks.codes_words import alt, caption, description
from plots.palettes import mix
from plots.spec import Lang, Layout, Variant
from plots.wording import number

__all__ = ["alt", "caption", "compute", "description", "draw"]

_TONES = 12
"""How many shades of gray the images are drawn with."""


@dataclass(frozen=True, slots=True)
class _Places:
    """Where things stand, in CSS pixels: `labels` of the rows of images, and the first image of each."""

    total: float
    labels: tuple[tuple[float, float], ...]
    rows: tuple[tuple[float, float], ...]
    pixel: float
    across: float
    title: tuple[float, float]
    chart: tuple[float, float, float, float]
    keys: tuple[tuple[float, float], ...]


_PLACES: dict[Layout, _Places] = {
    "wide": _Places(
        total=512,
        labels=tuple((6, 70 + 60 * k) for k in range(3)),
        rows=tuple((148, 42 + 60 * k) for k in range(3)),
        pixel=6.4,
        across=57,
        title=(6, 258),
        chart=(56, 284, 420, 180),
        keys=tuple((500, 310 + 28 * k) for k in range(3)),
    ),
    "narrow": _Places(
        total=600,
        labels=tuple((6, 56 + 66 * k) for k in range(3)),
        rows=tuple((6, 66 + 66 * k) for k in range(3)),
        pixel=4.0,
        across=35,
        title=(6, 270),
        chart=(56, 372, 294, 180),
        keys=tuple((6, 298 + 25 * k) for k in range(3)),
    ),
}


def draw(state: AutoencoderState, variant: Variant) -> Figure:
    """Draw three rows of ten images, and the error against the size of the code."""
    places, lang = _PLACES[variant.layout], variant.lang
    sheet = style.sheet(variant, places.total)
    sheet.title(6, 26, words.images_title(state).of(lang))
    sheet.title(*places.title, words.ERRORS_TITLE.of(lang))
    rows = (state.originals, state.by_pca, state.by_deep)
    for (x, y), label in zip(places.labels, words.ROWS, strict=True):
        sheet.label(x, y, label.of(lang))
    for place, images in zip(places.rows, rows, strict=True):
        _images(sheet, places, place, images)
    _chart(sheet.axes(*places.chart), sheet, state, lang)
    _keys(sheet, places, lang)
    return sheet.figure


def _images(sheet: style.Sheet, places: _Places, place: tuple[float, float], images: Array) -> None:
    """Draw a row of 8 x 8 images, one shape for each tone."""
    tones = np.rint(np.clip(images, 0.0, 1.0) * (_TONES - 1)).astype(int).reshape(len(images), 8, 8)
    side = 8 * places.pixel
    for index in range(len(images)):
        look = {"facecolor": sheet.colours.panel, "edgecolor": "none"}
        sheet.box(place[0] + index * places.across, place[1], side, side, **look)
    for tone in range(1, _TONES):
        share = tone / (_TONES - 1)
        squares = [
            _square(
                place[0] + image * places.across + column * places.pixel,
                place[1] + row * places.pixel,
                places.pixel + 0.2,
            )
            for image, row, column in np.argwhere(tones == tone)
        ]
        if squares:
            colour = mix(sheet.colours.panel, sheet.colours.ink, share)
            path = Path.make_compound_path(*squares)
            sheet.add(PathPatch(path, facecolor=colour, edgecolor="none", gid=f"tone-{tone}"))


def _square(x: float, y: float, side: float) -> Path:
    return Path([(x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)], closed=True)


def _looks(sheet: style.Sheet) -> tuple[dict[str, Any], ...]:
    """Return the line and marker of principal components, linear and nonlinear autoencoder."""
    colours = sheet.colours
    return (
        {"color": colours.first, "linewidth": 2.2, "marker": "o", "markersize": 6},
        {
            "color": colours.ink,
            "linestyle": "none",
            "marker": "s",
            "markersize": 12,
            "markerfacecolor": "none",
            "markeredgewidth": 1.4,
        },
        {
            "color": colours.second,
            "linewidth": 2.2,
            "marker": "D",
            "markersize": 6.5,
            "linestyle": (0, (5, 1.8)),
        },
    )


def _chart(axes: Axes, sheet: style.Sheet, state: AutoencoderState, lang: Lang) -> None:
    for look, errors, name in zip(
        _looks(sheet), (state.pca, state.linear, state.deep), ("pca", "linear", "deep"), strict=True
    ):
        axes.plot(state.codes, errors, **look, gid=name, zorder=4, clip_on=False)
    axes.set_xscale("log", base=2)
    axes.set(xlim=(0.9, 1.1 * state.codes[-1]), ylim=(0, 1.08 * float(state.pca.max())))
    axes.xaxis.set_major_locator(FixedLocator(list(state.codes)))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: number(value, 0)))
    axes.yaxis.set_major_locator(FixedLocator([0, 0.02, 0.04, 0.06]))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: number(value, 2)))
    axes.grid(axis="y", color=sheet.colours.rule, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.set_xlabel(words.SIZE.of(lang))


def _keys(sheet: style.Sheet, places: _Places, lang: Lang) -> None:
    for (x, y), look, label in zip(places.keys, _looks(sheet), words.KEYS, strict=True):
        sheet.stroke([x, x + 18, x + 36], [y - 5] * 3, **look, markevery=[1])
        sheet.label(x + 46, y, label.of(lang))
