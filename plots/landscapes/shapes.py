"""Three places where the gradient vanishes or nearly so, and how often each is found at random.

A critical point is a minimum if all eigenvalues of the Hessian are positive, a maximum if all are
negative, and otherwise a saddle point. The shares are those of random symmetric matrices with
Gaussian entries; the Hessian of a network is no such matrix, but Dauphin et al. (2014) found the
same tendency there.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

SIDE = 81
DIMENSIONS = (1, 2, 3, 4)
DRAWS = 100_000
STEEP, FLAT = 7.0, 0.72
"""The plateau lies between two slopes: how steep they are, and how far from the middle."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One surface on the square [-1, 1] x [-1, 1].

    `height[i, j]` is the value at v = steps[i], u = steps[j]; `curvatures` are the eigenvalues of the
    Hessian in the middle, ascending, `slope` is the length of the gradient there.
    """

    name: str
    steps: Array
    height: Array
    curvatures: Array
    slope: float


@dataclass(frozen=True, eq=False)
class ShapesState:
    """The surfaces and the shares; compared by identity, so that pictures of it can be kept.

    `shares` has a row for each of `dimensions`: minima, saddle points, maxima.
    """

    shapes: tuple[Shape, ...]
    dimensions: tuple[int, ...]
    shares: Array
    draws: int


def value(name: str, u: Array, v: Array) -> Array:
    """Return the height of a surface at points of one shape."""
    if name == "minimum":
        return np.asarray(0.3 * u**2 + 0.4 * v**2)
    if name == "saddle":
        return np.asarray(0.4 * u**2 - 0.4 * v**2)
    return np.asarray(0.45 * (_fall(u + FLAT) + _fall(u - FLAT)) + 0.0 * v)


def _fall(u: Array) -> Array:
    return np.asarray(1.0 / (1.0 + np.exp(STEEP * u)))


def gradient(name: str, u: Array, v: Array) -> tuple[Array, Array]:
    """Return the partial derivatives of a surface at points of one shape."""
    if name == "minimum":
        return np.asarray(0.6 * u), np.asarray(0.8 * v)
    if name == "saddle":
        return np.asarray(0.8 * u), np.asarray(-0.8 * v)
    slopes = [-STEEP * fall * (1.0 - fall) for fall in (_fall(u + FLAT), _fall(u - FLAT))]
    return np.asarray(0.45 * (slopes[0] + slopes[1])), np.zeros_like(v)


def hessian(name: str, h: float = 1e-5) -> Array:
    """Return the second derivatives in the middle, by differences of the gradient; shape (2, 2)."""
    zero, step = np.zeros(1), np.full(1, h)
    columns = []
    for du, dv in ((step, zero), (zero, step)):
        ahead, behind = gradient(name, du, dv), gradient(name, -du, -dv)
        columns.append([float((a - b)[0] / (2 * h)) for a, b in zip(ahead, behind, strict=True)])
    return np.array(columns)


def shape(name: str) -> Shape:
    """Return one surface."""
    steps = np.linspace(-1.0, 1.0, SIDE)
    u, v = np.meshgrid(steps, steps)
    middle = np.zeros(1)
    slope = float(np.hypot(*gradient(name, middle, middle))[0])
    return Shape(name, steps, value(name, u, v), np.asarray(np.linalg.eigvalsh(hessian(name))), slope)


def shares(dimension: int, rng: np.random.Generator, draws: int = DRAWS) -> Array:
    """Return how many random symmetric matrices are minima, saddle points and maxima, as shares of 1."""
    entries = rng.standard_normal((draws, dimension, dimension))
    eigenvalues = np.linalg.eigvalsh((entries + entries.transpose(0, 2, 1)) / 2.0)
    minima, maxima = np.mean(eigenvalues[:, 0] > 0), np.mean(eigenvalues[:, -1] < 0)
    return np.array([minima, 1.0 - minima - maxima, maxima])


def compute() -> ShapesState:
    """Return the three surfaces and the shares."""
    rng = np.random.default_rng(0)
    return ShapesState(
        shapes=tuple(shape(name) for name in ("minimum", "saddle", "plateau")),
        dimensions=DIMENSIONS,
        shares=np.array([shares(dimension, rng) for dimension in DIMENSIONS]),
        draws=DRAWS,
    )
