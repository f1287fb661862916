"""Two overlapping disks at three shifts, and three scores over the shift."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle
from matplotlib.ticker import FixedLocator, FuncFormatter

from plots import style
from plots.evaluation import iou_words as words
from plots.evaluation.iou_words import alt, caption, description
from plots.evaluation.overlap import OverlapState, centers, compute
from plots.parts import Box
from plots.spec import Lang, Layout, Variant
from plots.wording import number

__all__ = ["alt", "caption", "compute", "description", "draw"]


_LOOKS = {"accuracy": 3, "f1": 2, "iou": 1}
"""The place of every score in the palette's series, and in the dashes."""


@dataclass(frozen=True, slots=True)
class _Places:
    """Where things stand, in CSS pixels; `squares` are the left edges of the pictures."""

    total: float
    keys: tuple[tuple[float, float], ...]
    squares: tuple[float, ...]
    side: float
    top: float
    lines: tuple[tuple[float, float], ...]
    graph: Box


_PLACES: dict[Layout, _Places] = {
    "wide": _Places(
        total=360,
        keys=((8, 26), (130, 26), (262, 26)),
        squares=(8, 134, 260),
        side=116,
        top=96,
        lines=((430, 26), (540, 26), (630, 26)),
        graph=(430, 56, 278, 252),
    ),
    "narrow": _Places(
        total=590,
        keys=((8, 24), (118, 24), (246, 24)),
        squares=(8, 125, 242),
        side=110,
        top=80,
        lines=((8, 302), (150, 302), (254, 302)),
        graph=(38, 322, 306, 216),
    ),
}


def draw(state: OverlapState, variant: Variant) -> Figure:
    """Draw the pictures with their scores, and the graph beside or (narrow) below them."""
    places = _PLACES[variant.layout]
    sheet = style.sheet(variant, places.total)
    lang = variant.lang
    _keys(sheet, places, lang)
    for index, left in enumerate(places.squares):
        _picture(sheet, state, index, left, places, lang)
    _graph(sheet.axes(*places.graph), sheet, state, lang)
    return sheet.figure


def _truth(sheet: style.Sheet) -> dict[str, Any]:
    return {"edgecolor": sheet.colours.ink, "linewidth": 2.2, "fill": False}


def _guess(sheet: style.Sheet) -> dict[str, Any]:
    return {"edgecolor": sheet.colours.accent, "linewidth": 2.2, "fill": False, "linestyle": (0, (3, 1.6))}


def _common(sheet: style.Sheet) -> dict[str, Any]:
    return {"facecolor": sheet.colours.accent, "alpha": 0.35, "linewidth": 0}


def _line(sheet: style.Sheet, name: str) -> dict[str, Any]:
    index = _LOOKS[name]
    dashes = style.DASHES[0] if name == "iou" else style.DASHES[index]
    return {"color": sheet.colours.series[index], "linewidth": 2.4, "linestyle": dashes}


def _keys(sheet: style.Sheet, places: _Places, lang: Lang) -> None:
    (truth, guess, both), words_of = places.keys, words.AREAS
    for (x, y), look in ((truth, _truth(sheet)), (guess, _guess(sheet))):
        sheet.add(Circle((x + 10, y - 5), 8, **look))
    sheet.add(Circle((both[0] + 10, both[1] - 5), 9, **_common(sheet)))
    for (x, y), label in zip(places.keys, words_of, strict=True):
        sheet.label(x + 26, y, label.of(lang))
    for (x, y), name in zip(places.lines, _LOOKS, strict=True):
        sheet.stroke([x, x + 28], [y - 5] * 2, **_line(sheet, name))
        sheet.label(x + 36, y, words.SCORES[name].of(lang))


def _picture(
    sheet: style.Sheet, state: OverlapState, index: int, left: float, places: _Places, lang: Lang
) -> None:
    """Draw truth and prediction at one shift, and write the scores under them."""
    side, top = places.side, places.top
    shift, counts = state.shown[index], state.examples[index]
    sheet.note(left, top - 12, words.shift(shift, lang))
    sheet.box(left, top, side, side, facecolor=sheet.colours.panel, edgecolor=sheet.colours.rule)
    scale = side / state.side
    first, second = (
        Circle((left + scale * center, top + side / 2), scale * state.radius) for center in centers(shift)
    )
    both = Circle(first.center, first.radius, **_common(sheet))
    sheet.add(both)
    both.set_clip_path(second.get_path(), second.get_transform() + sheet.layer.transData)
    for disk, look in ((first, _truth(sheet)), (second, _guess(sheet))):
        sheet.add(Circle(disk.center, disk.radius, **look))
    values = {"iou": counts.iou, "f1": counts.f1, "accuracy": counts.accuracy}
    for k, (name, value) in enumerate(values.items()):
        base = top + side + 24 + 22 * k
        sheet.note(left, base, words.SCORES[name].of(lang))
        sheet.label(left + side, base, f"{value:.2f}", ha="right")


def _graph(axes: Axes, sheet: style.Sheet, state: OverlapState, lang: Lang) -> None:
    """Draw the scores over the shift."""
    values = {
        "accuracy": [one.accuracy for one in state.counts],
        "f1": [one.f1 for one in state.counts],
        "iou": [one.iou for one in state.counts],
    }
    for shift in state.shown:
        axes.plot([shift] * 2, [0, 1], color=sheet.colours.rule, linewidth=1.2, zorder=1)
    for name, scores in values.items():
        axes.plot(state.shifts, scores, zorder=3, gid=name, **_line(sheet, name))
    axes.set(xlim=(0, 1), ylim=(0, 1.03))
    axes.xaxis.set_major_locator(FixedLocator([0, *state.shown, 1]))
    axes.yaxis.set_major_locator(FixedLocator([0, 0.5, 1]))
    plain = FuncFormatter(lambda value, _: number(value, 2))
    axes.xaxis.set_major_formatter(plain)
    axes.yaxis.set_major_formatter(plain)
    axes.set_xlabel(words.ACROSS.of(lang))
