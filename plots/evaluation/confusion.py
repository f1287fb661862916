"""A confusion matrix, the ratios of its cells, and the curves over all thresholds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.ticker import FixedLocator, FuncFormatter

from plots import style
from plots.evaluation import confusion_words as words
from plots.evaluation.confusion_words import METRICS, Metric, alt, caption, description
from plots.evaluation.detector import Array, DetectorState, Example, compute
from plots.palettes import mix
from plots.parts import Box
from plots.spec import Lang, Layout, Variant
from plots.wording import number

__all__ = ["alt", "caption", "compute", "description", "draw"]


@dataclass(frozen=True, slots=True)
class _Places:
    """Where things stand, in CSS pixels.

    `matrix` and `cell` are the top left corner of the matrix and the size of a cell, `table` the left
    edge, the first base line and the width of the list of ratios, `row` the distance of its lines.
    """

    total: float
    matrix: tuple[float, float]
    cell: tuple[float, float]
    table: tuple[float, float, float]
    row: float
    curves: tuple[Box, Box]


_PLACES: dict[Layout, _Places] = {
    "wide": _Places(
        total=672,
        matrix=(84, 70),
        cell=(124, 96),
        table=(376, 56, 336),
        row=44,
        curves=((50, 352, 290, 260), (414, 352, 290, 260)),
    ),
    "narrow": _Places(
        total=1066,
        matrix=(78, 66),
        cell=(136, 96),
        table=(8, 322, 344),
        row=40,
        curves=((48, 574, 300, 180), (48, 834, 300, 180)),
    ),
}


def draw(state: DetectorState, variant: Variant) -> Figure:
    """Draw the matrix and the ratios, then the precision-recall curve and the ROC curve."""
    places = _PLACES[variant.layout]
    sheet = style.sheet(variant, places.total)
    lang = variant.lang
    sheet.title(8, 24, words.TITLES[0].of(lang))
    _matrix(sheet, state, places, lang)
    left, top, _ = places.table
    sheet.title(left, 24 if variant.layout == "wide" else top - 26, words.TITLES[1].of(lang))
    for index, metric in enumerate(METRICS):
        _metric(sheet, state, metric, places, index, lang)
    for place, title in zip(places.curves, words.TITLES[2:], strict=True):
        sheet.title(place[0], place[1] - 14, title.of(lang))
    pr, roc = (sheet.axes(*place) for place in places.curves)
    pr.axhline(state.prevalence, **_chance(sheet))
    _curve(pr, sheet, state.recall, state.precision)
    marks = [(one.recall, one.precision) for one in state.marks]
    _marks(pr, sheet, state, marks, ((14, -14), (-8, -18), (-10, -12)), ("left", "right", "right"))
    _frame(pr, words.RECALL.of(lang), words.PRECISION.of(lang))
    pr.text(0.06, 0.3, words.average(state, lang), va="center")
    roc.plot([0, 1], [0, 1], **_chance(sheet))
    _curve(roc, sheet, state.false_alarms, state.recall)
    marks = [(one.false_alarms, one.recall) for one in state.marks]
    _marks(roc, sheet, state, marks, ((14, 12), (14, -10), (8, -18)), ("left", "left", "left"))
    _frame(roc, words.ALARMS.of(lang), words.RECALL.of(lang))
    roc.text(0.97, 0.12, words.area(state), va="center", ha="right")
    return sheet.figure


def _matrix(sheet: style.Sheet, state: DetectorState, places: _Places, lang: Lang) -> None:
    """Draw the four cells, each with its count and one of its images."""
    (left, top), (width, height) = places.matrix, places.cell
    counts = (state.counts.tp, state.counts.fn, state.counts.fp, state.counts.tn)
    for k, (name, size, example) in enumerate(zip(words.CELLS, counts, state.examples, strict=True)):
        x, y = left + (width + 4) * (k % 2), top + (height + 4) * (k // 2)
        right = name in ("TP", "TN")
        sheet.box(x, y, width, height, facecolor=sheet.colours.panel if right else sheet.colours.shade)
        sheet.label(x + 10, y + 22, name)
        sheet.title(x + 10, y + height - 18, str(size)).set_fontsize(26)
        _digit(sheet, example, x + width - 62, y + height - 62, 6.5)
    for k, word in enumerate(words.PREDICTED):
        middle = left + (width + 4) * k + width / 2
        sheet.layer.text(middle, top - 10, word.of(lang), ha="center", va="baseline")
    for k, lines in enumerate(words.ACTUAL):
        for j, line in enumerate(lines.of(lang).split("|")):
            sheet.label(left - 10, top + (height + 4) * k + height / 2 - 4 + 18 * j, line, ha="right")


def _digit(sheet: style.Sheet, example: Example, left: float, top: float, side: float) -> None:
    """Draw an image as squares, in five tones between the background and the text colour."""
    sheet.box(left, top, 8 * side, 8 * side, facecolor=sheet.colours.page)
    tones = np.round(4 * example.image) / 4
    for row, column in np.argwhere(tones > 0):
        tone = mix(sheet.colours.page, sheet.colours.ink, tones[row, column])
        sheet.add(Rectangle((left + side * column, top + side * row), side, side, color=tone, linewidth=0.3))


def _metric(
    sheet: style.Sheet, state: DetectorState, metric: Metric, places: _Places, index: int, lang: Lang
) -> None:
    """Write one line of the list: which cells count, the name, the ratio and its value."""
    left, top, width = places.table
    base = top + places.row * index + 18
    if index:
        sheet.stroke([left, left + width], [base - 28] * 2, color=sheet.colours.rule, linewidth=1)
    for k, cell in enumerate(words.CELLS):
        x, y = left + 15 * (k % 2), base - 20 + 13 * (k // 2)
        if cell in metric.over:
            look: dict[str, Any] = {"facecolor": sheet.colours.first, "edgecolor": sheet.colours.first}
        elif cell in metric.under:
            look = {"facecolor": sheet.colours.page, "edgecolor": sheet.colours.first}
        else:
            look = {"facecolor": sheet.colours.page, "edgecolor": sheet.colours.rule}
        sheet.box(x + 1, y + 1, 12, 10, linewidth=1.5, **look)
    sheet.label(left + 44, base, metric.name.of(lang))
    ratio, value = words.ratio(state.counts, metric)
    sheet.note(left + width - 52, base, ratio, ha="right")
    sheet.label(left + width, base, value, ha="right")


def _curve(axes: Axes, sheet: style.Sheet, x: Array, y: Array) -> None:
    axes.plot(x, y, color=sheet.colours.first, linewidth=2.2, zorder=3, gid="curve", clip_on=False)


def _chance(sheet: style.Sheet) -> dict[str, Any]:
    return {"color": sheet.colours.muted, "linewidth": 1.2, "linestyle": (0, (3, 3)), "zorder": 2}


def _marks(
    axes: Axes,
    sheet: style.Sheet,
    state: DetectorState,
    points: list[tuple[float, float]],
    shifts: tuple[tuple[float, float], ...],
    sides: tuple[str, ...],
) -> None:
    """Mark the thresholds on a curve; the one of the matrix has a marker of its own."""
    for point, threshold, shift, side in zip(points, state.thresholds, shifts, sides, strict=True):
        main = threshold == state.threshold
        axes.plot(
            *point,
            marker="D" if main else "o",
            markersize=9 if main else 8,
            color=sheet.colours.second,
            markeredgecolor=sheet.colours.page,
            markeredgewidth=1.2,
            clip_on=False,
            zorder=6,
        )
        axes.annotate(
            number(threshold, 2), point, shift, textcoords="offset points", ha=side, va="center", zorder=7
        )


def _frame(axes: Axes, across: str, up: str) -> None:
    axes.set(xlim=(0, 1), ylim=(0, 1.02))
    axes.xaxis.set_major_locator(FixedLocator([0, 0.5, 1]))
    axes.yaxis.set_major_locator(FixedLocator([0, 0.5, 1]))
    plain = FuncFormatter(lambda value, _: number(value, 1))
    axes.xaxis.set_major_formatter(plain)
    axes.yaxis.set_major_formatter(plain)
    axes.set_xlabel(across)
    axes.set_ylabel(up)
