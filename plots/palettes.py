"""The colours of the themes, and how one drawing serves both.

A figure is drawn once in `ROLES`, whose colours only say what they are for; its SVG then gets the
colours of each theme in their place. So `draw` must take its colours from the sheet and mix them with
`mix`, never compute with them, and never look at the theme.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import astuple, dataclass
from functools import cache

import numpy as np
from matplotlib.colors import to_hex, to_rgb

from plots.spec import Theme


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme.

    `page` is the site's background. The six of `series` have a contrast of 3:1 or more against
    `page` and `panel` and stay 20 or more apart (CIEDE2000) in normal, protan, deutan and tritan
    vision; tests check both. `first` and `second` are the two of them for pairs of curves.
    """

    page: str
    panel: str
    shade: str
    ink: str
    muted: str
    rule: str
    contour: str
    series: tuple[str, str, str, str, str, str]
    first: str
    second: str
    accent: str


LIGHT = Palette(
    page="#ffffff",
    panel="#f3f5fa",
    shade="#fbeedd",
    ink="#1d2129",
    muted="#596073",
    rule="#d9dde6",
    contour="#c3cad9",
    series=("#282831", "#0e41b7", "#008c77", "#d37400", "#9e6bff", "#a9090f"),
    first="#0e41b7",
    second="#a9090f",
    accent="#a9090f",
)
DARK = Palette(
    page="#1e2129",
    panel="#282c38",
    shade="#43392d",
    ink="#eef1f7",
    muted="#aab2c3",
    rule="#3b4150",
    contour="#474e60",
    series=("#fdfef9", "#aad1fc", "#009b7d", "#ffbd62", "#a76ae2", "#ee1a3d"),
    first="#aad1fc",
    second="#ffbd62",
    accent="#ee1a3d",
)
ROLES = Palette(
    page="#00ff01",
    panel="#00ff02",
    shade="#00ff03",
    ink="#00ff04",
    muted="#00ff05",
    rule="#00ff06",
    contour="#00ff07",
    series=("#00ff08", "#00ff09", "#00ff0a", "#00ff0b", "#00ff0c", "#00ff0d"),
    first="#00ff0e",
    second="#00ff0f",
    accent="#00ff10",
)
_PALETTES: dict[Theme, Palette] = {"light": LIGHT, "dark": DARK, "roles": ROLES}

_COLOUR = re.compile(rb"#[0-9a-f]{6}(?=[;\"])")
_MIXED: dict[str, tuple[str, str, float]] = {}
"""What each mixture of colours of `ROLES` is made of."""


class ColourError(ValueError):
    """A colour that would be the same in both themes."""


def palette(theme: Theme) -> Palette:
    """Return the colours of `theme`."""
    return _PALETTES[theme]


def mix(low: str, high: str, share: float) -> str:
    """Return the colour that lies `share` of the way from one colour of a palette to another."""
    if low not in _flat(ROLES):
        start, end = np.array(to_rgb(low)), np.array(to_rgb(high))
        return str(to_hex(tuple(start + share * (end - start))))
    recipe = (low, high, float(share))
    name = "#" + hashlib.sha256(repr(recipe).encode()).hexdigest()[:6]
    if _MIXED.setdefault(name, recipe) != recipe or name in _flat(ROLES):
        raise ColourError(f"Two mixtures have one name: {recipe}.")
    return name


def in_theme(svg: bytes, theme: Theme) -> bytes:
    """Return a picture drawn in `ROLES` in the colours of `theme`.

    Raises:
        ColourError: for a colour that is neither of the palette nor mixed of its colours.
    """
    found = {name: _colour(name.decode(), theme).encode() for name in set(_COLOUR.findall(svg))}
    return _COLOUR.sub(lambda match: found[match[0]], svg)


def _colour(name: str, theme: Theme) -> str:
    table = dict(zip(_flat(ROLES), _flat(palette(theme)), strict=True))
    if name in table:
        return table[name]
    if name not in _MIXED:
        raise ColourError(f"{name} is no colour of the palette; see `plots.palettes`.")
    low, high, share = _MIXED[name]
    return mix(table[low], table[high], share)


@cache
def _flat(colours: Palette) -> tuple[str, ...]:
    *single, series, first, second, accent = astuple(colours)
    return (*single, *series, first, second, accent)
