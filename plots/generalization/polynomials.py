"""Polynomials of rising degree fitted to the same noisy points, and their errors on new points.

The truth is sin(pi x) on [-1, 1]; least squares in Legendre polynomials, which span the same curves
as powers of x but keep the equations well conditioned (Bishop 2006, section 1.1, uses powers).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.polynomial import legendre
from numpy.typing import NDArray

Array = NDArray[np.float64]

SEED = 643
"""Chosen because the validation error then grows almost steadily with the degree; others jump more."""
TRAINED, VALIDATED = 15, 100
NOISE = 0.25
SHOWN = (1, 3, 6, 9, 12, 14)
"""The degrees that have a frame of their own."""


@dataclass(frozen=True, slots=True)
class Points:
    """Places and noisy values, both of shape (n,)."""

    x: Array
    y: Array


@dataclass(frozen=True, slots=True)
class PolynomialsState:
    """The data and one fit per degree from 0 on.

    `coefficients` holds those of degree d in row d, padded with zeros; `train` and `validation`, shape
    (TRAINED,), are root-mean-square errors by degree. `grid` and `curves` draw the degrees of `shown`.
    """

    points: Points
    fresh: Points
    coefficients: Array
    train: Array
    validation: Array
    shown: tuple[int, ...]
    grid: Array
    curves: Array
    noise: float

    @property
    def best(self) -> int:
        """The degree with the lowest validation error."""
        return int(self.validation.argmin())


def truth(x: Array) -> Array:
    """Return the function under the noise."""
    return np.sin(np.pi * x)


def fit(points: Points, degree: int) -> Array:
    """Return the Legendre coefficients, shape (degree + 1,), of the least-squares polynomial."""
    basis = legendre.legvander(points.x, degree)
    return np.asarray(np.linalg.lstsq(basis, points.y, rcond=None)[0])


def error(coefficients: Array, points: Points) -> float:
    """Return the root-mean-square error."""
    return float(np.sqrt(np.mean((legendre.legval(points.x, coefficients) - points.y) ** 2)))


def compute() -> PolynomialsState:
    """Return the fits of every degree up to one less than there are points."""
    rng = np.random.default_rng(SEED)
    x = np.linspace(-1.0, 1.0, TRAINED)
    points = Points(x, truth(x) + NOISE * rng.normal(size=TRAINED))
    x = rng.uniform(-1.0, 1.0, VALIDATED)
    fresh = Points(x, truth(x) + NOISE * rng.normal(size=VALIDATED))
    coefficients = np.zeros((TRAINED, TRAINED))
    for degree in range(TRAINED):
        coefficients[degree, : degree + 1] = fit(points, degree)
    grid = np.linspace(-1.0, 1.0, 241)
    return PolynomialsState(
        points,
        fresh,
        coefficients,
        np.array([error(row, points) for row in coefficients]),
        np.array([error(row, fresh) for row in coefficients]),
        SHOWN,
        grid,
        np.array([legendre.legval(grid, coefficients[degree]) for degree in SHOWN]),
        NOISE,
    )
