"""A sum of k ReLUs that approximates a sine wave: the best places for the kinks, and the best slopes.

The sum is c + v_1 max(0, x - t_1) + ... + v_k max(0, x - t_k). For given kinks t the numbers c and v
are a linear least-squares problem; the kinks are improved with the Levenberg-Marquardt method from
equally spaced ones; one that reaches the left end stays there. That finds a local minimum of the
squared error, not surely the lowest.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from plots.activations.functions import Array

COUNTS = (1, 2, 4, 8, 16)
EDGE = float(np.pi)
_POINTS = 241
_ROUNDS = 60


@dataclass(frozen=True, slots=True)
class Fit:
    """The sum of `count` hinges.

    `kinks` (count,) and `slopes` (count,) are t and v, `constant` is c; `value` is the sum at the
    points `x` of the state, `parts`, shape (count, points), are its terms without the constant.
    """

    count: int
    kinks: Array
    slopes: Array
    constant: float
    value: Array
    parts: Array
    rms: float
    largest: float


@dataclass(frozen=True, slots=True)
class HingesState:
    """The curve at `x` and the fits, fewest hinges first."""

    x: Array
    curve: Array
    fits: tuple[Fit, ...]

    def fit(self, count: int) -> Fit:
        """Return the fit of that many hinges."""
        return next(fit for fit in self.fits if fit.count == count)


def hinge(x: Array, kinks: Array) -> Array:
    """Return max(0, x - t) for all points and kinks, shape (points, kinks)."""
    return np.maximum(0.0, x[:, None] - kinks)


def best_slopes(x: Array, y: Array, kinks: Array) -> Array:
    """Return c and v of least squared error for given kinks, shape (1 + kinks,)."""
    design = np.column_stack([np.ones_like(x), hinge(x, kinks)])
    return np.asarray(np.linalg.lstsq(design, y, rcond=None)[0], dtype=np.float64)


def _residual(x: Array, y: Array, kinks: Array) -> tuple[Array, Array]:
    """Return the best coefficients for the kinks, and what is left of the curve."""
    found = best_slopes(x, y, kinks)
    return found, y - found[0] - hinge(x, kinks) @ found[1:]


def fit(x: Array, y: Array, count: int) -> Fit:
    """Return `count` hinges whose kinks have been moved to lower the squared error."""
    width = x[-1] - x[0]
    kinks = x[0] + width * (np.arange(count) + 0.5) / count
    found, rest = _residual(x, y, kinks)
    damping = 1e-2
    for _ in range(_ROUNDS):
        free = kinks > x[0]  # a kink that has reached the left end stays there
        slopes = -found[1:] * (x[:, None] > kinks)
        jacobian = np.column_stack([np.ones_like(x), hinge(x, kinks), slopes[:, free]])
        normal = jacobian.T @ jacobian
        step = np.linalg.solve(normal + damping * np.diag(np.diag(normal) + 1e-9), jacobian.T @ rest)
        moved = kinks.copy()
        moved[free] += step[count + 1 :]
        moved = np.sort(np.clip(moved, x[0], x[-1] - 1e-3))
        better, left = _residual(x, y, moved)
        if left @ left < rest @ rest:
            kinks, found, rest, damping = moved, better, left, damping / 3.0
        else:
            damping *= 3.0
    parts = (hinge(x, kinks) * found[1:]).T
    return Fit(
        count=count,
        kinks=kinks,
        slopes=found[1:],
        constant=float(found[0]),
        value=y - rest,
        parts=parts,
        rms=float(np.sqrt(np.mean(rest**2))),
        largest=float(np.abs(rest).max()),
    )


def compute() -> HingesState:
    """Return the sine wave on one period and its fits."""
    x = np.linspace(-EDGE, EDGE, _POINTS)
    y = np.sin(x)
    return HingesState(x, y, tuple(fit(x, y, count) for count in COUNTS))
