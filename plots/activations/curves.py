"""Six activation functions and their derivatives as curves, and where they saturate."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from plots.activations import functions as activations
from plots.activations.functions import Array

LIMIT = 0.05
"""A function counts as saturated where the absolute value of its derivative is below this."""

LEAK = 0.1
"""The slope of Leaky ReLU for negative x, drawn larger than usual so that it can be seen."""

ELU_ALPHA = 1.0
EDGE = 4.5
_POINTS = 9001


@dataclass(frozen=True, slots=True)
class Curve:
    """One function on x in [-EDGE, EDGE].

    `x`, `value` and `slope` have one shape. `saturated` holds the intervals at either end where
    abs(slope) < LIMIT; `kink` tells whether the derivative jumps at 0, `before` and `after` what it
    jumps from and to.
    """

    name: str
    x: Array
    value: Array
    slope: Array
    saturated: tuple[tuple[float, float], ...]
    before: float
    after: float

    @property
    def kink(self) -> bool:
        """Whether the derivative jumps at zero."""
        return abs(self.after - self.before) > 0.01


@dataclass(frozen=True, slots=True)
class PanelState:
    """The six curves in the order in which they are drawn, and what the texts state."""

    curves: tuple[Curve, ...]
    limit: float
    leak: float
    usual_leak: float
    elu_alpha: float

    def curve(self, name: str) -> Curve:
        """Return the curve of that name."""
        return next(curve for curve in self.curves if curve.name == name)


def _tails(x: Array, slope: Array) -> tuple[tuple[float, float], ...]:
    """Return the intervals at both ends of `x` where abs(slope) stays below LIMIT."""
    steep = np.flatnonzero(np.abs(slope) >= LIMIT)
    first, last = int(steep[0]), int(steep[-1])
    found = []
    if first > 0:
        found.append((float(x[0]), float(x[first])))
    if last < len(x) - 1:
        found.append((float(x[last]), float(x[-1])))
    return tuple(found)


def curve_of(name: str, function: Callable[[Array], Array], derivative: Callable[[Array], Array]) -> Curve:
    """Return a function on the drawn interval, with its saturated ends and its kink."""
    x = np.linspace(-EDGE, EDGE, _POINTS)
    slope = derivative(x)
    sides = derivative(np.array([-1e-9, 1e-9]))
    return Curve(name, x, function(x), slope, _tails(x, slope), float(sides[0]), float(sides[1]))


def compute() -> PanelState:
    """Return the six curves."""
    a = activations
    curves = (
        curve_of("Sigmoid", a.sigmoid, a.sigmoid_slope),
        curve_of("Tanh", a.tanh, a.tanh_slope),
        curve_of("ReLU", a.relu, a.relu_slope),
        curve_of("Leaky ReLU", lambda x: a.leaky_relu(x, LEAK), lambda x: a.leaky_relu_slope(x, LEAK)),
        curve_of("ELU", lambda x: a.elu(x, ELU_ALPHA), lambda x: a.elu_slope(x, ELU_ALPHA)),
        curve_of("GELU", a.gelu, a.gelu_slope),
    )
    return PanelState(curves, LIMIT, LEAK, activations.USUAL_LEAK, ELU_ALPHA)
