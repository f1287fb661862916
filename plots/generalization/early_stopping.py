"""Loss and accuracy of a network trained for too long, with the step at which to stop."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, FuncFormatter

from plots import style
from plots.generalization import early_stopping_words as words
from plots.generalization.early_stopping_words import alt, caption, description
from plots.generalization.stopping import Array, StoppingState, compute
from plots.parts import Box
from plots.spec import Lang, Layout, Variant
from plots.wording import number, percent

__all__ = ["alt", "caption", "compute", "description", "draw"]


@dataclass(frozen=True, slots=True)
class _Places:
    """Where things stand, in CSS pixels."""

    total: float
    keys: tuple[tuple[float, float], ...]
    loss: Box
    accuracy: Box


_PLACES: dict[Layout, _Places] = {
    "wide": _Places(
        total=384,
        keys=((8, 26), (160, 26), (312, 26), (512, 26)),
        loss=(40, 82, 296, 250),
        accuracy=(410, 82, 296, 250),
    ),
    "narrow": _Places(
        total=698,
        keys=((8, 24), (180, 24), (8, 50), (180, 50)),
        loss=(42, 106, 304, 230),
        accuracy=(42, 418, 304, 230),
    ),
}
_PAIR = (("train", "o"), ("validation", "s"))


def draw(state: StoppingState, variant: Variant) -> Figure:
    """Draw the losses, and the accuracies beside or (narrow) below them."""
    places = _PLACES[variant.layout]
    sheet = style.sheet(variant, places.total)
    lang = variant.lang
    _keys(sheet, places, lang)
    graphs = (
        (places.loss, (state.train_loss, state.validation_loss), (0.0, 1.6)),
        (places.accuracy, (state.train_accuracy, state.validation_accuracy), (0.5, 1.03)),
    )
    for (place, curves, limits), title in zip(graphs, words.TITLES, strict=True):
        sheet.title(place[0], place[1] - 14, title.of(lang))
        axes = sheet.axes(*place)
        _graph(axes, sheet, state, curves, limits)
        axes.set_xlabel(words.STEP.of(lang))
    return sheet.figure


def _look(sheet: style.Sheet, name: str) -> dict[str, Any]:
    if name == "train":
        return {"color": sheet.colours.first, "linewidth": 2.4}
    return {"color": sheet.colours.second, "linewidth": 2.4, "linestyle": (0, (4, 2.2))}


def _best(sheet: style.Sheet, name: str, marker: str) -> dict[str, Any]:
    """Return the look of the marker on the weights that are kept."""
    colour = _look(sheet, name)["color"]
    edge = {"markeredgecolor": sheet.colours.page, "markeredgewidth": 1.4}
    return {"marker": marker, "markersize": 10, "color": colour, "linestyle": "none", "zorder": 6} | edge


def _keys(sheet: style.Sheet, places: _Places, lang: Lang) -> None:
    for k, ((x, y), label) in enumerate(zip(places.keys, words.KEYS, strict=True)):
        if k < 2:
            sheet.stroke([x, x + 30], [y - 5] * 2, **_look(sheet, _PAIR[k][0]))
        elif k == 2:
            sheet.stroke([x + 9], [y - 5], **_best(sheet, *_PAIR[0]))
            sheet.stroke([x + 22], [y - 5], **_best(sheet, *_PAIR[1]))
        else:
            sheet.box(x, y - 12, 30, 15, facecolor=sheet.colours.shade, edgecolor="none")
        sheet.label(x + 38, y, label.of(lang))


def _graph(
    axes: Axes,
    sheet: style.Sheet,
    state: StoppingState,
    curves: tuple[Array, Array],
    limits: tuple[float, float],
) -> None:
    """Draw a pair of curves; what early stopping would spare is shaded, what it keeps is marked."""
    end = int(state.steps[-1])
    stop, best = int(state.steps[state.stop]), int(state.steps[state.best])
    axes.axvspan(stop, end, color=sheet.colours.shade, linewidth=0, zorder=0)
    axes.plot([best] * 2, limits, color=sheet.colours.muted, linewidth=1.1, linestyle=(0, (1, 2)), zorder=1)
    for (name, marker), values in zip(_PAIR, curves, strict=True):
        axes.plot(state.steps, values, zorder=3, gid=name, **_look(sheet, name))
        axes.plot(best, values[state.best], **_best(sheet, name, marker))
    axes.set(xlim=(0, end), ylim=limits)
    axes.xaxis.set_major_locator(FixedLocator([0, best, stop, end]))
    share = limits[0] > 0
    axes.yaxis.set_major_locator(FixedLocator([0.5, 0.6, 0.7, 0.8, 0.9, 1.0] if share else [0, 0.5, 1, 1.5]))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda v, _: percent(v) if share else number(v, 1)))
