"""The runs that the figure of the optimisers shows, and the rule that sets their learning rates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from plots.optimizers import methods as optimizers
from plots.optimizers.methods import Array, Step

START = (0.8, 1.6)
MINIMUM = (3.0, 0.5)
STEPS = 100
EVERY = 10
"""A marker stands at every tenth step."""

WINDOW = (-0.75, 3.75, -1.36, 1.9)
"""The part of the plane that is drawn: x from, x to, y from, y to."""

RATES = (*(float(f"{m}e{e}") for e in range(-4, 0) for m in (1, 2, 5)), 1.0)
"""The learning rates tried: 1, 2 and 5 times a power of ten, from 0.0001 to 1."""

BETA, ALPHA, BETA1, BETA2 = 0.9, 0.9, 0.9, 0.999

_METHODS: tuple[tuple[str, Callable[[float], Step]], ...] = (
    ("gradient-descent", optimizers.sgd),
    ("momentum", lambda lr: optimizers.momentum(lr, BETA)),
    ("nesterov", lambda lr: optimizers.nesterov(lr, BETA)),
    ("rmsprop", lambda lr: optimizers.rmsprop(lr, ALPHA)),
    ("adam", lambda lr: optimizers.adam(lr, BETA1, BETA2)),
)


@dataclass(frozen=True, slots=True)
class Run:
    """One method at its learning rate: the path, shape (STEPS + 1, 2), and the loss at each point."""

    method: str
    rate: float
    path: Array
    loss: Array

    @property
    def rise(self) -> tuple[int, int, float]:
        """The largest rise of the loss over anything reached before.

        Returns:
            The step of the low point, the step of the peak, and the factor between them.
        """
        before = np.minimum.accumulate(self.loss)[:-1]
        peak = int((self.loss[1:] / before).argmax()) + 1
        low = int(self.loss[:peak].argmin())
        return low, peak, float(self.loss[peak] / self.loss[low])


@dataclass(frozen=True, slots=True)
class PathsState:
    """The five runs and the conditions they share."""

    runs: tuple[Run, ...]
    start: tuple[float, float]
    minimum: tuple[float, float]
    steps: int
    every: int
    rates: tuple[float, ...]
    beta: float
    alpha: float
    beta1: float
    beta2: float

    def run(self, method: str) -> Run:
        """Return the run of that method."""
        return next(run for run in self.runs if run.method == method)


def follow(method: str, make: Callable[[float], Step], rate: float) -> Run:
    """Return the run of one method at one learning rate."""
    path = optimizers.descend(optimizers.beale_gradient, np.array(START), make(rate), STEPS)
    with np.errstate(over="ignore", invalid="ignore"):
        return Run(method, rate, path, optimizers.beale(path[:, 0], path[:, 1]))


def stays_inside(run: Run) -> bool:
    """Tell whether the whole path lies in the window that is drawn."""
    x, y = run.path.T
    left, right, low, high = WINDOW
    return bool(np.all((x >= left) & (x <= right) & (y >= low) & (y <= high)))


def chosen(method: str, make: Callable[[float], Step]) -> Run:
    """Return the run with the lowest final loss among those of `RATES` that stay in the window."""
    runs = (follow(method, make, rate) for rate in RATES)
    return min((run for run in runs if stays_inside(run)), key=lambda run: run.loss[-1])


def compute() -> PathsState:
    """Return the runs, each at the learning rate that the common rule gives it."""
    runs = tuple(chosen(method, make) for method, make in _METHODS)
    return PathsState(runs, START, MINIMUM, STEPS, EVERY, RATES, BETA, ALPHA, BETA1, BETA2)
