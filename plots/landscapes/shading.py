"""Colour and light for the surfaces of `plots.relief`."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from matplotlib.colors import LinearSegmentedColormap
from numpy.typing import NDArray

from plots.landscapes.relief import Array, Camera, look, refine, sample

RAMP = LinearSegmentedColormap.from_list(
    "ramp", ["#10194a", "#1d4690", "#2a7fb4", "#46b0a8", "#96cd84", "#f2d860"]
)
"""From low to high; lightness rises all the way, so that it also reads without colour."""

LIGHT_LINE, DARK_LINE = "#ffffff", "#10194a"
STAR = "#ee1a3d"
"""The mark of the trained solution; on the ramp's dark end in both themes, with a light rim."""

_SIDE = 601
_SUPERSAMPLING = 2
_LAMP = (-0.55, -0.25, 0.80)
"""Towards the light, in the camera's axes: to the right, away, up."""


@dataclass(frozen=True, slots=True)
class Surface:
    """A surface and its colours, both as coarse square grids on [-1, 1] x [-1, 1].

    `height` is z, `tone` a share of the colour ramp in [0, 1], `levels` the tones at which contour
    lines are drawn, `mesh` how many meshes the square has along each side.
    """

    height: Array
    tone: Array
    levels: tuple[float, ...]
    mesh: int


def line_colour(tone: float) -> str:
    """Return the colour of a contour line that stands out from the ramp at `tone`."""
    return LIGHT_LINE if tone < 0.62 else DARK_LINE


def picture(surface: Surface, camera: Camera, size: tuple[int, int]) -> NDArray[np.uint8]:
    """Return the surface as RGBA, shape (height, width, 4), transparent where it is not.

    Args:
        surface: what to show.
        camera: the view, in pixels of the result.
        size: width and height of the result.
    """
    k = _SUPERSAMPLING
    fine = Camera(camera.azimuth, camera.elevation, camera.unit * k, camera.left * k, camera.top * k)
    height, tone = refine(surface.height, _SIDE), refine(surface.tone, _SIDE)
    seen = look(height, fine, (size[0] * k, size[1] * k))
    hit = np.isfinite(seen.u)
    u, v = seen.u[hit], seen.v[hit]
    tones = sample(tone, u, v)
    light = _light(height, u, v, fine, seen.below[hit])
    colour = RAMP(np.clip(tones, 0.0, 1.0))[:, :3] * light[:, None]
    meshes = np.linspace(-1.0, 1.0, surface.mesh + 1)
    grid = [_Line(float(step), DARK_LINE, 0.9, 0.16) for step in meshes[1:-1]]
    edges = [_Line(edge, DARK_LINE, 1.6, 0.75) for edge in (-1.0, 1.0)]
    for place in (u, v):
        _ink(colour, place, _slope(place, hit, 0.0), [*grid, *edges])
    levels = [_Line(level, line_colour(level), 1.9, 0.85) for level in surface.levels]
    middle = float(sample(tone, np.zeros(1), np.zeros(1))[0])
    _ink(colour, tones, _slope(tones, hit, middle), levels)
    return _shrink(np.clip(colour, 0.0, 1.0), hit, k)


def _light(height: Array, u: Array, v: Array, camera: Camera, below: NDArray[np.bool_]) -> Array:
    """Return how bright every point is: half the light comes from everywhere, half from the lamp."""
    spacing = 2.0 / (len(height) - 1)
    by_v, by_u = np.gradient(height, spacing, spacing)
    across, away = -sample(np.asarray(by_u), u, v), -sample(np.asarray(by_v), u, v)
    length = np.sqrt(across**2 + away**2 + 1.0)
    side = np.where(below, -1.0, 1.0)
    turn = math.radians(camera.azimuth)
    right, deep, up = (part / math.hypot(*_LAMP) for part in _LAMP)
    lamp_u = right * math.cos(turn) + deep * math.sin(turn)
    lamp_v = -right * math.sin(turn) + deep * math.cos(turn)
    facing = side * (across * lamp_u + away * lamp_v + up) / length
    bright: Array = np.where(below, 0.8, 1.0) * (0.56 + 0.52 * np.clip(facing, 0.0, 1.0))
    return bright


@dataclass(frozen=True, slots=True)
class _Line:
    """Where a field has the value `level`; `reach` is half the line's width in pixels."""

    level: float
    ink: str
    reach: float
    opacity: float


def _slope(field: Array, hit: NDArray[np.bool_], outside: float) -> Array:
    """Return by how much a field of the pixels that are `hit` changes from one of them to the next."""
    whole = np.full(hit.shape, outside)
    whole[hit] = field
    down, right = (part[hit] for part in np.gradient(whole))
    return np.asarray(np.maximum(np.sqrt(down**2 + right**2), 1e-9))


def _ink(colour: Array, field: Array, slope: Array, lines: list[_Line]) -> None:
    """Draw the lines of one field into `colour`, with soft edges one pixel wide."""
    for line in lines:
        distance = np.abs(field - line.level)
        near = np.flatnonzero(distance < slope * (line.reach + 0.5))
        cover = np.clip(line.reach + 0.5 - distance[near] / slope[near], 0.0, 1.0)[:, None] * line.opacity
        tint = np.array([int(line.ink[k : k + 2], 16) for k in (1, 3, 5)]) / 255.0
        colour[near] = colour[near] * (1.0 - cover) + tint * cover


def _shrink(colour: Array, hit: NDArray[np.bool_], factor: int) -> NDArray[np.uint8]:
    """Average blocks of `factor` x `factor` pixels; colours count by how much of a block they cover."""
    rows, columns = (side // factor for side in hit.shape)
    whole = np.zeros((*hit.shape, 3))
    whole[hit] = colour
    cover = hit.reshape(rows, factor, columns, factor).mean(axis=(1, 3))
    mean = (
        whole.reshape(rows, factor, columns, factor, 3).mean(axis=(1, 3)) / np.maximum(cover, 1e-9)[..., None]
    )
    return np.rint(np.dstack([mean, cover]) * 255.0).astype(np.uint8)
