"""One activation function by itself: its curve, its derivative and what there is to know of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from plots.activations import functions as a
from plots.activations.curves import ELU_ALPHA, LEAK, LIMIT, Curve, curve_of
from plots.activations.functions import Array

_FAR = 60.0
"""Beyond this, every function here has come within rounding of its limit or is a straight line."""

Pair = tuple[str, Callable[[Array], Array], Callable[[Array], Array]]

PAIRS: dict[str, Pair] = {
    "activation-sigmoid": ("Sigmoid", a.sigmoid, a.sigmoid_slope),
    "activation-tanh": ("Tanh", a.tanh, a.tanh_slope),
    "activation-relu": ("ReLU", a.relu, a.relu_slope),
    "activation-leaky-relu": (
        "Leaky ReLU",
        lambda x: a.leaky_relu(x, LEAK),
        lambda x: a.leaky_relu_slope(x, LEAK),
    ),
    "activation-elu": ("ELU", lambda x: a.elu(x, ELU_ALPHA), lambda x: a.elu_slope(x, ELU_ALPHA)),
    "activation-gelu": ("GELU", a.gelu, a.gelu_slope),
    "activation-silu": ("SiLU", a.silu, a.silu_slope),
    "activation-softplus": ("Softplus", a.softplus, a.softplus_slope),
    "activation-mish": ("Mish", a.mish, a.mish_slope),
}
"""Per id of a figure the name, the function and its derivative."""


@dataclass(frozen=True, slots=True)
class CardState:
    """What one card shows and states.

    `low` and `high` are the ends of the range, infinite where it is. `steepest` is the largest
    derivative and `steepest_at` where it first occurs, `flattest` the smallest one. `mean` is the
    average output for a standard normal input. `dip_at` is where a function that falls and then
    rises is lowest, else nan.
    """

    id: str
    curve: Curve
    low: float
    high: float
    steepest: float
    steepest_at: float
    flattest: float
    mean: float
    dip_at: float
    limit: float
    leak: float
    usual_leak: float
    elu_alpha: float

    @property
    def name(self) -> str:
        """The name of the function."""
        return self.curve.name


def compute(figure: str) -> CardState:
    """Return the state of the card whose figure has that id."""
    name, function, slope = PAIRS[figure]
    x = np.linspace(-_FAR, _FAR, 24001)
    value, steep = function(x), slope(x)
    lowest, steepest = int(value.argmin()), int(steep.argmax())
    falls = steep[0] > -1e-9 and steep.min() < -1e-3
    return CardState(
        id=figure,
        curve=curve_of(name, function, slope),
        low=-np.inf if steep[0] > 1e-3 else float(value.min()),
        high=np.inf if steep[-1] > 1e-3 else float(value.max()),
        steepest=float(steep.max()),
        steepest_at=float(x[steepest]),
        flattest=float(steep.min()),
        mean=mean_output(function),
        dip_at=float(x[lowest]) if falls else float("nan"),
        limit=LIMIT,
        leak=LEAK,
        usual_leak=a.USUAL_LEAK,
        elu_alpha=ELU_ALPHA,
    )


def mean_output(function: Callable[[Array], Array]) -> float:
    """Return the average of `function` over a standard normal input, by the trapezoidal rule."""
    x = np.linspace(-9.0, 9.0, 3601)
    weight = np.exp(-0.5 * x**2) / np.sqrt(2.0 * np.pi)
    return float(np.sum(function(x) * weight) * (x[1] - x[0]))
