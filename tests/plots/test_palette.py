"""Colours: contrast against the page, and difference in normal and in deficient colour vision."""

from __future__ import annotations

from dataclasses import astuple
from itertools import combinations

import numpy as np
import pytest
from numpy.typing import NDArray

from plots import palettes, style
from plots.spec import THEMES, Theme

Array = NDArray[np.float64]

# Machado, Oliveira & Fernandes (2009), severity 1.0; they act on linear RGB.
DEFICIENCIES = {
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
    "normal": np.eye(3).tolist(),
}


def linear(colour: str) -> Array:
    """Return '#rrggbb' as linear RGB in [0, 1]."""
    value = np.array([int(colour[k : k + 2], 16) for k in (1, 3, 5)]) / 255.0
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG 2."""
    low, high = sorted(float(linear(colour) @ [0.2126, 0.7152, 0.0722]) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def lab(rgb: Array) -> Array:
    """Return linear RGB as CIELAB under D65."""
    matrix = [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.072175],
        [0.0193339, 0.119192, 0.9503041],
    ]
    x, y, z = (np.array(matrix) @ np.clip(rgb, 0.0, 1.0)) / [0.95047, 1.0, 1.08883]
    f = [np.cbrt(t) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in (x, y, z)]
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def ciede2000(one: Array, other: Array) -> float:
    """Return the difference of two CIELAB colours (Sharma, Wu & Dalal 2005)."""
    mean_chroma = (np.hypot(*one[1:]) + np.hypot(*other[1:])) / 2
    g = 0.5 * (1 - np.sqrt(mean_chroma**7 / (mean_chroma**7 + 25.0**7)))
    chromas, hues = [], []
    for _, a, b in (one, other):
        chromas.append(np.hypot(a * (1 + g), b))
        hues.append(np.degrees(np.arctan2(b, a * (1 + g))) % 360)
    grey = chromas[0] * chromas[1] == 0
    turn = 0.0 if grey else (hues[1] - hues[0] + 180) % 360 - 180
    d_light, d_chroma = other[0] - one[0], chromas[1] - chromas[0]
    d_hue = 2 * np.sqrt(chromas[0] * chromas[1]) * np.sin(np.radians(turn) / 2)
    light, chroma = (one[0] + other[0]) / 2, sum(chromas) / 2
    hue = sum(hues) if grey else (hues[0] + turn / 2) % 360
    t = (
        1
        - 0.17 * np.cos(np.radians(hue - 30))
        + 0.24 * np.cos(np.radians(2 * hue))
        + 0.32 * np.cos(np.radians(3 * hue + 6))
        - 0.20 * np.cos(np.radians(4 * hue - 63))
    )
    s_light = 1 + 0.015 * (light - 50) ** 2 / np.sqrt(20 + (light - 50) ** 2)
    s_chroma, s_hue = 1 + 0.045 * chroma, 1 + 0.015 * chroma * t
    spin = 60 * np.exp(-(((hue - 275) / 25) ** 2))
    r = -2 * np.sqrt(chroma**7 / (chroma**7 + 25.0**7)) * np.sin(np.radians(spin))
    parts = d_light / s_light, d_chroma / s_chroma, d_hue / s_hue
    return float(np.sqrt(sum(part**2 for part in parts) + r * parts[1] * parts[2]))


@pytest.mark.parametrize(
    ("one", "other", "difference"),
    [  # from the test data of Sharma, Wu & Dalal
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 2.49, -0.001), (50.0, -2.49, 0.0009), 7.1792),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_difference_formula(one: tuple[float, ...], other: tuple[float, ...], difference: float) -> None:
    assert ciede2000(np.array(one), np.array(other)) == pytest.approx(difference, abs=1e-4)


@pytest.mark.parametrize("theme", THEMES)
def test_series_stand_out_from_the_page(theme: Theme) -> None:
    colours = palettes.palette(theme)
    for colour in (*colours.series, colours.first, colours.second, colours.accent):
        for background in (colours.page, colours.panel):
            assert contrast(colour, background) >= 3.0, (colour, background)


@pytest.mark.parametrize("theme", THEMES)
def test_curves_and_text_are_readable_on_what_they_cross(theme: Theme) -> None:
    colours = palettes.palette(theme)
    for colour in (colours.first, colours.second):
        assert contrast(colour, colours.shade) >= 3.0
    for text in (colours.ink, colours.muted):
        for background in (colours.page, colours.panel):
            assert contrast(text, background) >= 4.5, (text, background)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("vision", DEFICIENCIES)
def test_series_are_told_apart(theme: Theme, vision: str) -> None:
    colours = palettes.palette(theme)
    matrix = np.array(DEFICIENCIES[vision])
    seen = {colour: lab(matrix @ linear(colour)) for colour in colours.series}
    for one, other in combinations(seen, 2):
        assert ciede2000(seen[one], seen[other]) >= 20.0, (one, other)
    pair = [lab(matrix @ linear(colour)) for colour in (colours.first, colours.second)]
    assert ciede2000(*pair) >= 20.0


def test_series_differ_in_more_than_colour() -> None:
    marks = list(zip(style.MARKERS, style.DASHES, strict=True))
    assert len(set(marks)) == len(marks) == len(palettes.LIGHT.series) == len(palettes.DARK.series)


def test_pages_are_those_of_the_theme() -> None:
    assert palettes.LIGHT.page == "#ffffff"
    assert palettes.DARK.page == "#1e2129"  # Material's slate: hsl(225, 15 %, 14 %)


def test_roles_are_told_apart_and_are_in_no_theme() -> None:
    roles, *themes = ([*astuple(colours)] for colours in (palettes.ROLES, palettes.LIGHT, palettes.DARK))
    flat = [colour for entry in roles for colour in ([entry] if isinstance(entry, str) else entry)]
    assert len(flat) == len(set(flat)) == 16
    assert not [colour for colour in flat if colour in str(themes)]


@pytest.mark.parametrize("theme", THEMES)
def test_a_mixture_of_roles_becomes_that_of_the_colours_of_a_theme(theme: Theme) -> None:
    colours, roles = palettes.palette(theme), palettes.ROLES
    for share in (0.0, 0.3, 1.0):
        stands = palettes.mix(roles.panel, roles.first, share)
        svg = f'<path style="fill: {stands}; stroke: {roles.series[2]}"/>'.encode()
        mixed = palettes.mix(colours.panel, colours.first, share)
        assert palettes.in_theme(svg, theme).decode() == (
            f'<path style="fill: {mixed}; stroke: {colours.series[2]}"/>'
        )
    assert palettes.mix("#000000", "#ff8000", 0.5) == "#804000"
    assert palettes.mix(colours.page, colours.ink, 0.0) == colours.page


def test_a_colour_that_no_theme_can_change_is_refused() -> None:
    with pytest.raises(palettes.ColourError, match="#123456"):
        palettes.in_theme(b'<path style="fill: #123456"/>', "dark")
