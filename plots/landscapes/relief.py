"""A surface z = f(u, v) as a shaded picture, rendered with NumPy.

The camera looks from above without perspective. For every column of pixels the surface is
sampled along the line of sight; a ray of that column first meets the surface where the running
maximum (from above) or the running minimum (from below) of the projected height crosses it.
So each pixel gets an exact point of the surface, without polygons and their seams.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Camera:
    """How the square [-1, 1] x [-1, 1] is seen.

    `azimuth` (degrees) turns the square about its centre, `elevation` (degrees) is how far above
    the horizon the camera stands. `unit` is the length of 1 in pixels of the picture; (`left`,
    `top`) is the pixel of the point u = v = z = 0.
    """

    azimuth: float
    elevation: float
    unit: float
    left: float
    top: float

    def project(self, u: Array | float, v: Array | float, z: Array | float) -> tuple[Array, Array]:
        """Return the picture's x (to the right) and y (downwards) of points in space."""
        turn, tilt = math.radians(self.azimuth), math.radians(self.elevation)
        across = u * math.cos(turn) - v * math.sin(turn)
        away = u * math.sin(turn) + v * math.cos(turn)
        up = away * math.sin(tilt) + z * math.cos(tilt)
        return np.asarray(self.left + self.unit * across), np.asarray(self.top - self.unit * up)


@dataclass(frozen=True, slots=True)
class Seen:
    """What each pixel shows: the point (u, v) of the surface, nan where there is none.

    All arrays have the shape (height, width). `below` is true where the underside is seen.
    """

    u: Array
    v: Array
    below: NDArray[np.bool_]


def spline_matrix(count: int, places: Array) -> Array:
    """Return the matrix that interpolates `count` equally spaced values by a cubic B-spline.

    Args:
        count: how many values there are, on [-1, 1].
        places: where to interpolate, in [-1, 1]; shape (m,).

    Returns:
        Shape (m, count). The curve is twice continuously differentiable, its second derivative
        zero at both ends.
    """
    system = np.zeros((count + 2, count + 2))
    rows = np.arange(count)
    system[rows + 1, rows], system[rows + 1, rows + 1], system[rows + 1, rows + 2] = 1 / 6, 4 / 6, 1 / 6
    system[0, :3] = system[-1, -3:] = 1.0, -2.0, 1.0
    coefficients = np.linalg.inv(system)[:, 1:-1]
    position = (places + 1.0) / 2.0 * (count - 1)
    cell = np.clip(np.floor(position).astype(np.int64), 0, count - 2)
    t = position - cell
    weights = np.stack(
        [(1 - t) ** 3, 3 * t**3 - 6 * t**2 + 4, -3 * t**3 + 3 * t**2 + 3 * t + 1, t**3], axis=1
    )
    parts = [weights[:, k : k + 1] / 6.0 * coefficients[cell + k] for k in range(4)]
    return np.asarray(np.sum(parts, axis=0))


def refine(values: Array, side: int) -> Array:
    """Return a square grid of values on `side` x `side` points, interpolated by cubic splines."""
    matrix = spline_matrix(len(values), np.linspace(-1.0, 1.0, side))
    # Plain sums instead of a BLAS product: the bytes of a picture must not depend on threads.
    half = np.einsum("ik,kj->ij", matrix, values)
    return np.asarray(np.einsum("ik,jk->ij", half, matrix), dtype=np.float64)


def sample(grid: Array, u: Array, v: Array) -> Array:
    """Return a fine grid's value at (u, v) by bilinear interpolation; `grid[i, j]` is v = i, u = j."""
    side = len(grid)
    x, y = (np.clip((p + 1.0) / 2.0 * (side - 1), 0.0, side - 1.001) for p in (u, v))
    j, i = x.astype(np.int64), y.astype(np.int64)
    x, y = x - j, y - i
    flat, at = grid.ravel(), i * side + j
    upper = flat[at] * (1 - x) + flat[at + 1] * x
    lower = flat[at + side] * (1 - x) + flat[at + side + 1] * x
    return np.asarray(upper * (1 - y) + lower * y)


def look(height: Array, camera: Camera, size: tuple[int, int], samples: int = 1200) -> Seen:
    """Find what every pixel sees of the surface `height`, a fine grid on the square.

    Args:
        height: z at the points of the square; `height[i, j]` is v = i, u = j.
        camera: the view.
        size: the picture's width and height in pixels.
        samples: how many points are tried along a line of sight.
    """
    width, rows = size
    turn = math.radians(camera.azimuth)
    across = (np.arange(width, dtype=np.float64) + 0.5 - camera.left) / camera.unit
    near, far = _span(across, turn)
    hit = np.flatnonzero(far > near)
    away = near[hit, None] + (far - near)[hit, None] * np.linspace(0.0, 1.0, samples)
    u = across[hit, None] * math.cos(turn) + away * math.sin(turn)
    v = -across[hit, None] * math.sin(turn) + away * math.cos(turn)
    _, y = camera.project(u, v, sample(height, u, v))
    up = -y
    lines = -(np.arange(rows, dtype=np.float64)[::-1] + 0.5)
    nothing = np.full((rows, width), np.nan)
    seen = Seen(nothing, nothing.copy(), np.zeros((rows, width), dtype=bool))
    for k, column in enumerate(hit):
        for below in (False, True):
            _fill(seen, int(column), up[k], lines, (u[k], v[k]), below)
    return seen


def _span(across: Array, turn: float) -> tuple[Array, Array]:
    """Return where each line of sight enters and leaves the square; near > far where it misses."""
    near, far = np.full_like(across, -np.inf), np.full_like(across, np.inf)
    for fixed, slope in ((math.cos(turn), math.sin(turn)), (-math.sin(turn), math.cos(turn))):
        ends = np.sort([(-1.0 - across * fixed) / slope, (1.0 - across * fixed) / slope], axis=0)
        near, far = np.maximum(near, ends[0]), np.minimum(far, ends[1])
    return near, far


def _fill(seen: Seen, column: int, up: Array, lines: Array, points: tuple[Array, Array], below: bool) -> None:
    """Write one column's first crossings into `seen`; `lines` are the pixels' heights, ascending."""
    sign = -1.0 if below else 1.0
    envelope = np.maximum.accumulate(sign * up)
    wanted = sign * lines
    rows = np.flatnonzero((wanted > envelope[0]) & (wanted <= envelope[-1]))
    after = np.searchsorted(envelope, wanted[rows])
    low, high = sign * up[after - 1], sign * up[after]
    part = (wanted[rows] - envelope[after - 1]) / np.maximum(high - envelope[after - 1], 1e-12)
    part = np.clip(part, 0.0, 1.0) if low.size else part
    target = len(lines) - 1 - rows
    for plane, values in ((seen.u, points[0]), (seen.v, points[1])):
        plane[target, column] = values[after - 1] + part * (values[after] - values[after - 1])
    seen.below[target, column] = below
