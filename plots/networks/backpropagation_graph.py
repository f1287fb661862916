"""The computational graph of one neuron in four steps: values forward, gradients backward."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyArrowPatch, FancyBboxPatch, Patch

from plots import style
from plots.networks import backpropagation_words as words
from plots.networks.backpropagation import GraphState, compute
from plots.networks.backpropagation_frames import TITLES, frames
from plots.networks.backpropagation_words import alt, caption, description
from plots.spec import Lang, Layout, Variant

__all__ = ["alt", "caption", "compute", "description", "draw", "frames"]

Point = tuple[float, float]

_EDGES = (
    ("w", "times", "w"),
    ("x", "times", "x"),
    ("times", "plus", "u"),
    ("b", "plus", "b"),
    ("plus", "sigma", "z"),
    ("sigma", "loss", "p"),
    ("y", "loss", "y"),
)
"""From, to, and the name of the quantity that passes."""

_STAGE = {"p": 1, "z": 2, "u": 3, "w": 3, "b": 3, "x": 3}
"""The frame in which the gradient for a quantity appears."""

_BUSY = ((), ("loss",), ("sigma",), ("plus", "times"))
"""The operations at work in the frames; in the first all of them are."""

_SIGNS = {"times": r"$\times$", "plus": "$+$", "sigma": r"$\sigma$", "loss": "$(p - y)^2/2$"}


@dataclass(frozen=True, slots=True)
class _Mark:
    """Where a text stands and how it is aligned; `two` sets name and number on two lines."""

    at: Point
    ha: str
    two: bool = False


@dataclass(frozen=True, slots=True)
class _Places:
    """Where things stand, in CSS pixels."""

    total: float
    nodes: dict[str, Point]
    values: dict[str, _Mark]
    gradients: dict[str, _Mark]
    keys: tuple[Point, Point]
    strip: tuple[float, float, float, float]
    side: float
    """How far the arrow of a value is shifted aside, and to which side."""


_PLACES: dict[Layout, _Places] = {
    "wide": _Places(
        total=418,
        nodes={
            "w": (52, 104), "x": (52, 204), "times": (176, 154), "plus": (312, 154), "b": (312, 246),
            "sigma": (446, 154), "loss": (590, 154), "y": (590, 246),
        },
        values={
            "u": _Mark((244, 138), "center"), "z": _Mark((379, 138), "center"),
            "p": _Mark((505, 138), "center"), "loss": _Mark((640, 148), "left"),
        },
        gradients={
            "w": _Mark((12, 78), "left"), "x": _Mark((12, 238), "left"), "b": _Mark((262, 251), "right"),
            "u": _Mark((244, 182), "center", two=True), "z": _Mark((379, 182), "center", two=True),
            "p": _Mark((505, 182), "center", two=True), "loss": _Mark((640, 170), "left"),
        },
        keys=((372, 30), (526, 30)),
        strip=(12, 284, 696, 122),
        side=5,
    ),
    "narrow": _Places(
        total=674,
        nodes={
            "w": (92, 116), "x": (268, 116), "times": (180, 188), "plus": (180, 282), "b": (62, 282),
            "sigma": (180, 376), "loss": (180, 476), "y": (62, 476),
        },
        values={
            "u": _Mark((166, 240), "right"), "z": _Mark((166, 334), "right"),
            "p": _Mark((166, 430), "right"), "loss": _Mark((236, 472), "left"),
        },
        gradients={
            "w": _Mark((92, 90), "center"), "x": _Mark((268, 90), "center"),
            "b": _Mark((8, 314), "left"), "u": _Mark((194, 240), "left"),
            "z": _Mark((194, 334), "left"), "p": _Mark((194, 430), "left"), "loss": _Mark((236, 494), "left"),
        },
        keys=((6, 56), (170, 56)),
        strip=(4, 528, 352, 134),
        side=-5,
    ),
}  # fmt: skip


def draw(state: GraphState, variant: Variant, frame: int) -> Figure:
    """Draw the graph with what is known in `frame`, and the equations of that frame below it."""
    places, lang = _PLACES[variant.layout], variant.lang
    sheet = style.sheet(variant, places.total)
    sheet.title(6, 30, TITLES[frame].of(lang))
    _keys(sheet, places, lang)
    for start, end, name in _EDGES:
        _edge(sheet, places, (start, end), name, frame)
    _nodes(sheet, state, places, frame)
    for name, text in words.values(state).items():
        mark = places.values[name]
        _text(sheet, mark.at, text, mark.ha, sheet.colours.first)
    for name, text in words.gradients(state).items():
        if frame >= _STAGE.get(name, 1):
            _gradient(sheet, places.gradients[name], name, text)
    _strip(sheet, state, places, frame)
    return sheet.figure


def _text(sheet: style.Sheet, at: Point, text: str, ha: str, colour: str) -> None:
    sheet.layer.text(*at, text, ha=ha, va="baseline", color=colour, fontsize=sheet.sizes.label)


def _gradient(sheet: style.Sheet, mark: _Mark, name: str, text: str) -> None:
    """Write the gradient for one quantity, on one line or on two."""
    left = words.by("L" if name == "loss" else name)
    x, y = mark.at
    if mark.two:
        _text(sheet, (x, y), f"${left}$", mark.ha, sheet.colours.second)
        _text(sheet, (x, y + 19), f"${text}$", mark.ha, sheet.colours.second)
    else:
        _text(sheet, (x, y), f"${left} = {text}$", mark.ha, sheet.colours.second)


def _keys(sheet: style.Sheet, places: _Places, lang: Lang) -> None:
    """Explain the two kinds of arrows."""
    forward, backward = places.keys
    for (x, y), word, style_of, turn in (
        (forward, words.FORWARD, _forward_style(sheet, strong=True), False),
        (backward, words.BACKWARD, _backward_style(sheet), True),
    ):
        ends = ((x, y - 5), (x + 32, y - 5))
        _arrow(sheet, *(reversed(ends) if turn else ends), **style_of)
        sheet.label(x + 40, y, word.of(lang))


def _forward_style(sheet: style.Sheet, *, strong: bool) -> dict[str, Any]:
    return {"color": sheet.colours.first if strong else sheet.colours.muted, "linewidth": 2.0}


def _backward_style(sheet: style.Sheet) -> dict[str, Any]:
    return {"color": sheet.colours.second, "linewidth": 2.0, "linestyle": (0, (3.4, 1.7))}


def _arrow(sheet: style.Sheet, start: Point, end: Point, **look: Any) -> None:
    """Draw the shaft and the head apart, so that dashes do not break the head."""
    a, b = np.array(start), np.array(end)
    along = (b - a) / np.hypot(*(b - a))
    neck = b - 7.0 * along
    sheet.stroke([a[0], neck[0]], [a[1], neck[1]], solid_capstyle="butt", **look)
    head = FancyArrowPatch(
        tuple(b - 9.0 * along),
        tuple(b),
        arrowstyle="-|>,head_length=8,head_width=4",
        mutation_scale=1.0,
        shrinkA=0,
        shrinkB=0,
        color=look["color"],
        linewidth=0.5,
    )
    sheet.add(head)


def _half(name: str) -> Point:
    """Return half the width and height of a node."""
    if name in ("w", "x", "b", "y"):
        return (40.0, 15.0)
    return (44.0, 18.0) if name == "loss" else (18.0, 18.0)


def _border(name: str, centre: Point, towards: Point) -> Point:
    """Return where the line from the centre of a node to `towards` leaves it."""
    dx, dy = towards[0] - centre[0], towards[1] - centre[1]
    width, height = _half(name)
    scale = 1.0 / max(abs(dx) / width, abs(dy) / height)
    return (centre[0] + scale * dx, centre[1] + scale * dy)


def _edge(sheet: style.Sheet, places: _Places, nodes: tuple[str, str], name: str, frame: int) -> None:
    """Draw the arrow of the value and, once it is known, that of the gradient beside it."""
    first, last = nodes
    a, b = places.nodes[first], places.nodes[last]
    start, end = np.array(_border(first, a, b)), np.array(_border(last, b, a))
    along = (end - start) / np.hypot(*(end - start))
    aside = places.side * np.array([along[1], -along[0]]) * (name != "y")
    gap = 3.0 + 14.0 * abs(along[0] * along[1])
    start, end = start + gap * along, end - gap * along
    _arrow(sheet, tuple(start + aside), tuple(end + aside), **_forward_style(sheet, strong=True))
    if name in _STAGE and frame >= _STAGE[name]:
        _arrow(sheet, tuple(end - aside), tuple(start - aside), **_backward_style(sheet))


def _nodes(sheet: style.Sheet, state: GraphState, places: _Places, frame: int) -> None:
    """Draw given numbers as plain boxes, operations as filled ones; those at work have a thick border."""
    given = words.given(state)
    for name, (x, y) in places.nodes.items():
        busy = name in _BUSY[frame] or (frame == 0 and name in _SIGNS)
        colour = sheet.colours.first if frame == 0 else sheet.colours.second
        look = {
            "facecolor": sheet.colours.page if name in given else sheet.colours.panel,
            "edgecolor": colour if busy else sheet.colours.muted,
            "linewidth": 2.4 if busy else 1.0,
        }
        sheet.add(_shape(name, (x, y), look))
        text = given.get(name) or _SIGNS[name]
        size = 18 if name in ("times", "plus", "sigma") else sheet.sizes.label
        sheet.layer.text(x, y, text, ha="center", va="center", fontsize=size)


def _shape(name: str, centre: Point, look: dict[str, Any]) -> Patch:
    """Return the outline of a node: a circle where a sign is enough, else a box with round corners."""
    if name in ("times", "plus", "sigma"):
        return Circle(centre, 18.0, **look)
    (x, y), (width, height) = centre, _half(name)
    round_off = "round,pad=0,rounding_size=8"
    return FancyBboxPatch((x - width, y - height), 2 * width, 2 * height, boxstyle=round_off, **look)


def _strip(sheet: style.Sheet, state: GraphState, places: _Places, frame: int) -> None:
    """Write the equations of the frame."""
    left, top, width, height = places.strip
    sheet.box(left, top, width, height, facecolor=sheet.colours.panel, edgecolor="none")
    lines = words.equations(state, frame)
    gap = height / 4.5
    first = top + (height - gap * (len(lines) - 1)) / 2 + 5
    for index, line in enumerate(lines):
        sheet.label(left + 14, first + gap * index, line)
