"""What the bias moves: the threshold of a unit with one input, and the line of a unit with two.

The unit with one input is sigmoid(w x + b), with its threshold, where the output is 1/2, at x = -b / w.
The one with two inputs decides by the sign of w . x + b; its boundary lies -b / |w| from the origin.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from plots.activations.functions import Array, sigmoid

BIASES = (-4.0, -2.0, 0.0, 2.0, 4.0)
WEIGHT = 2.0
WEIGHTS = (1.0, 1.0)
EDGE = 4.0
_PER_CLASS = 24
_GAP = 0.35
_SEED = 3


@dataclass(frozen=True, slots=True)
class Shift:
    """One bias: where the threshold lies, how far the line is from the origin, what it gets right."""

    bias: float
    threshold: float
    distance: float
    accuracy: float
    output: Array


@dataclass(frozen=True, slots=True)
class ShiftState:
    """The shifts at `x`, shape (n,), and the points of two classes, shape (points, 2)."""

    x: Array
    points: Array
    labels: Array
    shifts: tuple[Shift, ...]
    weight: float
    weights: tuple[float, float]

    def shift(self, bias: float) -> Shift:
        """Return the shift of that bias."""
        return next(shift for shift in self.shifts if shift.bias == bias)

    @property
    def best(self) -> Shift:
        """The shift that gets most points right."""
        return max(self.shifts, key=lambda shift: shift.accuracy)


def classes(rng: np.random.Generator) -> tuple[Array, Array]:
    """Return points with positive coordinates on both sides of x1 + x2 = 4, away from that line."""
    points = rng.uniform(0.3, 3.8, (400, 2))
    side = points @ np.array(WEIGHTS) - 4.0
    lower, upper = points[side < -_GAP][:_PER_CLASS], points[side > _GAP][:_PER_CLASS]
    return np.concatenate([lower, upper]), np.repeat([0.0, 1.0], _PER_CLASS)


def compute() -> ShiftState:
    """Return the shifts of all biases."""
    points, labels = classes(np.random.default_rng(_SEED))
    x = np.linspace(-EDGE, EDGE, 161)
    sums = points @ np.array(WEIGHTS)
    shifts = tuple(
        Shift(
            bias=bias,
            threshold=-bias / WEIGHT + 0.0,
            distance=abs(bias) / float(np.hypot(*WEIGHTS)),
            accuracy=float(np.mean((sums + bias > 0.0) == (labels == 1.0))),
            output=sigmoid(WEIGHT * x + bias),
        )
        for bias in BIASES
    )
    return ShiftState(x, points, labels, shifts, WEIGHT, WEIGHTS)
