"""Gradient descent and momentum in a long narrow valley, each at its best constant settings.

f(x, y) = (x^2 + kappa y^2) / 2 has curvatures 1 and kappa. The best learning rate of gradient descent
is 2 / (1 + kappa), and its error shrinks by (kappa - 1) / (kappa + 1) per step. The best settings of the
heavy ball are 4 / (1 + sqrt(kappa))^2 and beta = ((sqrt(kappa) - 1) / (sqrt(kappa) + 1))^2; in the long
run its error shrinks by the root of beta per step (Polyak 1964; Goh 2017).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from plots.optimizers import methods
from plots.optimizers.methods import Array, Step

KAPPA = 50.0
START = (-9.0, 0.45)
SHOWN = 25
"""How many steps are drawn in the valley."""

STEPS = 120
LARGEST = 1e4
"""The largest condition number in the graph of the step counts."""


@dataclass(frozen=True, slots=True)
class Run:
    """One method: its settings, the path, shape (STEPS + 1, 2), and the factor of the theory."""

    method: str
    rate: float
    beta: float
    path: Array
    factor: float

    @property
    def distance(self) -> Array:
        """The distance from the minimum after every step."""
        return np.asarray(np.hypot(*self.path.T))


@dataclass(frozen=True, slots=True)
class ValleyState:
    """The two runs, and how many steps the theory says a factor of ten takes for each of `kappas`.

    `tenfold` has a row for gradient descent and one for momentum.
    """

    plain: Run
    heavy: Run
    kappa: float
    shown: int
    steps: int
    kappas: Array
    tenfold: Array


def loss(x: Array, y: Array) -> Array:
    """Return f at points of one shape."""
    return np.asarray((x**2 + KAPPA * y**2) / 2.0)


def gradient(point: Array) -> Array:
    """Return the gradient of f at `point`, shape (2,)."""
    return np.asarray(point * np.array([1.0, KAPPA]))


def best_plain(kappa: float) -> tuple[float, float]:
    """Return the best learning rate of gradient descent and the factor per step."""
    return 2.0 / (1.0 + kappa), (kappa - 1.0) / (kappa + 1.0)


def best_heavy(kappa: float) -> tuple[float, float, float]:
    """Return the best learning rate and beta of momentum, and the factor per step in the long run."""
    root = float(np.sqrt(kappa))
    factor = (root - 1.0) / (root + 1.0)
    return 4.0 / (1.0 + root) ** 2, factor**2, factor


def _run(method: str, step: Step, rate: float, beta: float, factor: float) -> Run:
    return Run(method, rate, beta, methods.descend(gradient, np.array(START), step, STEPS), factor)


def compute() -> ValleyState:
    """Return both runs."""
    rate, factor = best_plain(KAPPA)
    plain = _run("gradient-descent", methods.sgd(rate), rate, 0.0, factor)
    rate, beta, factor = best_heavy(KAPPA)
    heavy = _run("momentum", methods.momentum(rate, beta), rate, beta, factor)
    kappas = np.logspace(np.log10(2.0), np.log10(LARGEST), 60)
    factors = np.array([[best_plain(k)[1] for k in kappas], [best_heavy(k)[2] for k in kappas]])
    return ValleyState(plain, heavy, KAPPA, SHOWN, STEPS, kappas, np.log(10.0) / -np.log(factors))


def settings(state: ValleyState) -> Mapping[str, float]:
    """Return what the explorer starts from."""
    return {
        "kappa": state.kappa,
        "rate": state.heavy.rate,
        "momentum": state.heavy.beta,
        "steps": float(state.shown),
        "x": START[0],
        "y": START[1],
    }
