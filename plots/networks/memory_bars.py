"""Bars of the memory that training takes: per parameter, and for one network at several batch sizes."""

from __future__ import annotations

from dataclasses import dataclass

from matplotlib.figure import Figure

from plots import style
from plots.networks import memory_words as words
from plots.networks.memory import MemoryState, compute
from plots.networks.memory_words import alt, caption, description
from plots.spec import Layout, Variant

__all__ = ["alt", "caption", "compute", "description", "draw"]

_COLOURS = (1, 2, 3, 5)
"""Which of the palette's series stand for weights, gradients, optimizer and activations."""


@dataclass(frozen=True, slots=True)
class _Places:
    """Where things stand, in CSS pixels: `bars` is where a row's bar begins, beside or below its label."""

    total: float
    keys: tuple[tuple[float, float], ...]
    titles: tuple[float, float]
    row: float
    height: float
    bars: tuple[tuple[float, float], tuple[float, float]]
    widths: tuple[float, float]


_PLACES: dict[Layout, _Places] = {
    "wide": _Places(
        total=398,
        keys=((8, 28), (148, 28), (288, 28), (472, 28)),
        titles=(72, 244),
        row=31,
        height=22,
        bars=((256, 0), (76, 0)),
        widths=(400, 548),
    ),
    "narrow": _Places(
        total=624,
        keys=((6, 26), (178, 26), (6, 52), (178, 52)),
        titles=(96, 372),
        row=58,
        height=20,
        bars=((6, 20), (6, 20)),
        widths=(276, 270),
    ),
}


def draw(state: MemoryState, variant: Variant) -> Figure:
    """Draw the bytes per parameter for every optimizer, and the gigabytes of every batch size."""
    places, lang = _PLACES[variant.layout], variant.lang
    sheet = style.sheet(variant, places.total)
    for (x, y), key, number in zip(places.keys, words.KEYS, _COLOURS, strict=True):
        sheet.box(x, y - 12, 15, 15, facecolor=sheet.colours.series[number], edgecolor="none")
        sheet.label(x + 23, y, key.of(lang))
    for y, title in zip(places.titles, words.TITLES, strict=True):
        sheet.title(6, y, title.of(lang))
    most = max(rule.total for rule in state.rules)
    for index, rule in enumerate(state.rules):
        scale = places.widths[0] / most
        texts = (words.rule(rule).of(lang), words.per_parameter(rule).of(lang))
        inside = tuple(str(part) if part else "" for part in rule.parts)
        _row(sheet, places, (0, index), texts, tuple(scale * part for part in rule.parts), inside)
    largest = max(batch.total for batch in state.batches)
    for index, batch in enumerate(state.batches):
        scale = places.widths[1] / largest
        texts = (words.batch(batch), words.gigabytes(batch.total))
        lengths = tuple(scale * part for part in batch.parts)
        _row(sheet, places, (1, index), texts, lengths, ("",) * len(lengths))
    return sheet.figure


def _row(
    sheet: style.Sheet,
    places: _Places,
    place: tuple[int, int],
    texts: tuple[str, str],
    lengths: tuple[float, ...],
    inside: tuple[str, ...],
) -> None:
    """Draw one bar with its label, the numbers inside its parts, and its total."""
    part, index = place
    left, down = places.bars[part]
    top = places.titles[part] + 18 + places.row * index
    label, total = texts
    sheet.label(6, top + (places.height + 9) / 2 if down == 0 else top + 12, label)
    top += down
    x = left
    for number, length, text in zip(_COLOURS, lengths, inside, strict=False):
        if length:
            colour = sheet.colours.series[number]
            edge = sheet.colours.page if length > 3 else "none"
            look = {"facecolor": colour, "edgecolor": edge, "linewidth": 1.0}
            sheet.box(x, top, length, places.height, gid=f"bar-{part}-{index}-{number}", **look)
        if text:
            sheet.layer.text(
                x + length / 2,
                top + places.height / 2,
                text,
                ha="center",
                va="center",
                color=sheet.colours.page,
                fontsize=sheet.sizes.label,
            )
        x += length
    sheet.label(x + 8, top + (places.height + 9) / 2, total)
