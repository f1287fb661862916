"""Losses of regression and of binary classification, their slopes, and what each asks for.

`r` is the residual (prediction minus target), `p` the predicted probability of a label that is 1;
z = ln(p / (1 - p)) is its logit. Arrays keep their shape. Where a slope jumps, at r = 0, it is 0.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

DELTA = 2.0
"""Where Huber's loss turns from a parabola to a line; that of the code in the answer."""

TARGETS = (1.0, 2.0, 3.0, 5.0, 29.0)
"""The targets of the answer's example; the last one is an outlier."""

EDGE = 4.0
WRONG = 0.01
"""A probability far too low for a label of 1, at which the slopes are compared."""


def squared(r: Array) -> Array:
    """Return r**2."""
    return r**2


def squared_slope(r: Array) -> Array:
    """Return the derivative of `squared`."""
    return 2.0 * r


def absolute(r: Array) -> Array:
    """Return abs(r)."""
    return np.abs(r)


def absolute_slope(r: Array) -> Array:
    """Return the derivative of `absolute`, 0 at 0."""
    return np.sign(r)


def huber(r: Array, delta: float = DELTA) -> Array:
    """Return r**2 / 2 up to abs(r) = delta and a straight line beyond (Huber 1964)."""
    size = np.abs(r)
    return np.where(size <= delta, size**2 / 2.0, delta * (size - delta / 2.0))


def huber_slope(r: Array, delta: float = DELTA) -> Array:
    """Return the derivative of `huber`: the residual, clipped."""
    return np.clip(r, -delta, delta)


def cross_entropy(p: Array) -> Array:
    """Return the binary cross-entropy for a label of 1, -ln p."""
    return -np.log(p)


def cross_entropy_slope(p: Array) -> Array:
    """Return its derivative with respect to the logit, p - 1."""
    return p - 1.0


def brier(p: Array) -> Array:
    """Return the squared error of the probability for a label of 1 (Brier 1950)."""
    return (p - 1.0) ** 2


def brier_slope(p: Array) -> Array:
    """Return its derivative with respect to the logit, 2 (p - 1) p (1 - p)."""
    return 2.0 * (p - 1.0) * p * (1.0 - p)


def best_constant(slope: Callable[[Array], Array], targets: Array) -> float:
    """Return the constant prediction of the lowest mean loss, by halving; the slope must not fall."""
    low, high = float(targets.min()), float(targets.max())
    for _ in range(60):
        middle = (low + high) / 2.0
        if slope(middle - targets).sum() > 0:
            high = middle
        else:
            low = middle
    return (low + high) / 2.0


@dataclass(frozen=True, slots=True)
class Loss:
    """One loss: `x`, its `value` and its `slope` have one shape; `best` is its answer to `TARGETS`."""

    name: str
    x: Array
    value: Array
    slope: Array
    best: float


@dataclass(frozen=True, slots=True)
class LossesState:
    """Three losses of a residual, two of a probability, and what the texts state.

    `slopes` are those of cross-entropy and squared error at the probability `wrong`; `steepest` is
    the probability at which the squared error's slope is largest in size.
    """

    residual: tuple[Loss, Loss, Loss]
    probability: tuple[Loss, Loss]
    targets: Array
    delta: float
    wrong: float
    slopes: tuple[float, float]
    steepest: float


def _residual(name: str, loss: Callable[[Array], Array], slope: Callable[[Array], Array]) -> Loss:
    r = np.linspace(-EDGE, EDGE, 161)
    return Loss(name, r, loss(r), slope(r), best_constant(slope, np.array(TARGETS)))


def compute() -> LossesState:
    """Return the curves and the numbers."""
    residual = (
        _residual("squared", squared, squared_slope),
        _residual("absolute", absolute, absolute_slope),
        _residual("huber", huber, huber_slope),
    )
    p = np.linspace(0.0, 1.0, 201)[1:]
    p = np.concatenate([[0.005 / 4, 0.005 / 2], p])
    probability = (
        Loss("cross-entropy", p, cross_entropy(p), cross_entropy_slope(p), float("nan")),
        Loss("squared", p, brier(p), brier_slope(p), float("nan")),
    )
    wrong = np.array(WRONG)
    slopes = float(cross_entropy_slope(wrong)), float(brier_slope(wrong))
    steepest = float(np.roots([3.0, -4.0, 1.0]).min())  # where d/dp of p (1 - p)**2 is zero
    return LossesState(residual, probability, np.array(TARGETS), DELTA, WRONG, slopes, steepest)
