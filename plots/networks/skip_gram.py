"""Skip-gram: which pairs of words one sentence gives, and how similar the trained vectors are."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

from plots import style
from plots.networks import skip_gram_words as words
from plots.networks.skip_gram_words import alt, caption, description
from plots.networks.words import WordsState, compute
from plots.palettes import mix
from plots.spec import Lang, Layout, Variant

__all__ = ["alt", "caption", "compute", "description", "draw"]

_TONES = 5
"""Swatches of the color key, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class _Places:
    """Where things stand, in CSS pixels: `grid` is the top left corner of the similarities."""

    total: float
    titles: tuple[tuple[float, float], tuple[float, float]]
    box: tuple[float, float]
    rows: tuple[float, float, float]
    pairs: float
    keys: tuple[tuple[float, float], tuple[float, float]]
    facts: tuple[float, float]
    grid: tuple[float, float]
    cell: float
    tones: tuple[float, float]


_PLACES: dict[Layout, _Places] = {
    "wide": _Places(
        total=416,
        titles=((6, 28), (390, 28)),
        box=(54, 26),
        rows=(6, 84, 42),
        pairs=246,
        keys=((6, 58), (122, 58)),
        facts=(6, 282),
        grid=(444, 100),
        cell=19,
        tones=(444, 396),
    ),
    "narrow": _Places(
        total=800,
        titles=((6, 28), (6, 382)),
        box=(50, 26),
        rows=(6, 84, 42),
        pairs=224,
        keys=((6, 58), (122, 58)),
        facts=(6, 262),
        grid=(56, 452),
        cell=21,
        tones=(56, 774),
    ),
}


def draw(state: WordsState, variant: Variant) -> Figure:
    """Draw the windows of the sentence, and the similarities as a grid."""
    places, lang = _PLACES[variant.layout], variant.lang
    sheet = style.sheet(variant, places.total)
    for (x, y), title in zip(places.titles, words.titles(), strict=True):
        sheet.title(x, y, title.of(lang))
    for place, role, key in zip(places.keys, ("centre", "context"), words.KEYS, strict=True):
        _box(sheet, (place[0], place[1] - 12), (22, 16), "", role)
        sheet.label(place[0] + 30, place[1], key.of(lang))
    left, top, down = places.rows
    for middle, around in enumerate(state.windows):
        y = top + down * middle
        for number, word in enumerate(state.sentence):
            role = "centre" if number == middle else "context" if number in around else ""
            _box(sheet, (left + number * (places.box[0] + 4), y), places.box, word, role)
        sheet.label(places.pairs, y + places.box[1] / 2 + 4.5, words.pairs(state, middle))
    for index, fact in enumerate(words.facts(state)):
        sheet.note(places.facts[0], places.facts[1] + 20 * index, fact.of(lang))
    _grid(sheet, state, places)
    _tones(sheet, places, lang)
    return sheet.figure


def _box(
    sheet: style.Sheet, at: tuple[float, float], size: tuple[float, float], word: str, role: str
) -> None:
    """Draw one word of the sentence: in the middle of the window, in its context, or outside."""
    colours = sheet.colours
    fill = {"centre": colours.first, "context": colours.page}.get(role, colours.panel)
    edge = {"centre": colours.first, "context": colours.second}.get(role, colours.panel)
    ink = {"centre": colours.page, "context": colours.ink}.get(role, colours.muted)
    sheet.add(
        FancyBboxPatch(
            (at[0] + 1, at[1] + 1),
            size[0] - 2,
            size[1] - 2,
            boxstyle="round,pad=0,rounding_size=5",
            facecolor=fill,
            edgecolor=edge,
            linewidth=1.8,
            gid=role or None,
        )
    )
    if word:
        x, y = at[0] + size[0] / 2, at[1] + size[1] / 2 + 4.5
        sheet.layer.text(x, y, word, ha="center", va="baseline", color=ink)


def _tone(sheet: style.Sheet, value: float) -> str:
    """Return the color of a similarity; below 0 it is that of 0."""
    return mix(sheet.colours.panel, sheet.colours.first, float(np.clip(value, 0.0, 1.0)))


def _grid(sheet: style.Sheet, state: WordsState, places: _Places) -> None:
    (left, top), cell = places.grid, places.cell
    for (row, column), value in np.ndenumerate(state.similarity):
        look = {"facecolor": _tone(sheet, value), "edgecolor": sheet.colours.page, "linewidth": 1.0}
        sheet.box(left + column * cell, top + row * cell, cell, cell, gid=f"pair-{row}-{column}", **look)
    for index, word in enumerate(state.words):
        sheet.label(left - 6, top + (index + 0.5) * cell + 4.5, word, ha="right")
        x = left + (index + 0.5) * cell
        sheet.layer.text(x, top - 5, word, rotation=90, ha="center", va="bottom")


def _tones(sheet: style.Sheet, places: _Places, lang: Lang) -> None:
    """Draw the color key."""
    x, y = places.tones
    for index in range(_TONES):
        look = {"facecolor": _tone(sheet, index / (_TONES - 1)), "edgecolor": sheet.colours.page}
        sheet.box(x + 14 + 24 * index, y - 11, 24, 14, **look)
    sheet.note(x + 8, y, "0", ha="right")
    sheet.note(x + 20 + 24 * _TONES, y, "1")
    sheet.note(x + 40 + 24 * _TONES, y, words.COSINE.of(lang))
