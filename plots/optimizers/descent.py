"""Gradient descent on one weight: the runs that the figure shows.

Three examples (1, 2), (2, 4), (3, 6), the model y = w x and the mean squared error. The loss is
L(w) = 14/3 (w - 2)^2, with the same curvature everywhere (Cauchy 1847 is the source of the method).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from plots.optimizers import methods
from plots.optimizers.methods import Array

INPUTS, TARGETS = (1.0, 2.0, 3.0), (2.0, 4.0, 6.0)
START = 0.0
RATE = 0.05
RATES = (0.02, RATE, 0.2)
"""Too small, suitable, nearly too large."""

STEPS = 10
SHOWN = 5
"""How many steps are drawn on the loss curve; later ones lie too close together."""


@dataclass(frozen=True, slots=True)
class Run:
    """One learning rate: the weight and the loss after every step, shape (STEPS + 1,)."""

    rate: float
    weight: Array
    loss: Array


@dataclass(frozen=True, slots=True)
class DescentState:
    """The data, the loss and the runs. `runs` are those of `RATES`, `main` is the one of `RATE`."""

    inputs: Array
    targets: Array
    runs: tuple[Run, ...]
    main: Run
    slopes: Array
    best: float
    curvature: float
    steps: int
    shown: int


def loss(weight: Array | float) -> Array:
    """Return the mean squared error for each weight."""
    errors = np.multiply.outer(np.asarray(weight), np.array(INPUTS)) - np.array(TARGETS)
    return np.asarray(np.mean(errors**2, axis=-1))


def slope(weight: Array | float) -> Array:
    """Return the derivative of the loss for each weight."""
    inputs = np.array(INPUTS)
    errors = np.multiply.outer(np.asarray(weight), inputs) - np.array(TARGETS)
    return np.asarray(np.mean(2.0 * errors * inputs, axis=-1))


def follow(rate: float) -> Run:
    """Return the run at one learning rate."""
    path = methods.descend(lambda point: slope(point), np.array([START]), methods.sgd(rate), STEPS)[:, 0]
    return Run(rate, path, loss(path))


def compute() -> DescentState:
    """Return the three runs."""
    inputs, targets = np.array(INPUTS), np.array(TARGETS)
    runs = tuple(follow(rate) for rate in RATES)
    main = next(run for run in runs if run.rate == RATE)
    return DescentState(
        inputs=inputs,
        targets=targets,
        runs=runs,
        main=main,
        slopes=slope(main.weight),
        best=float(inputs @ targets / (inputs @ inputs)),
        curvature=float(2.0 * np.mean(inputs**2)),
        steps=STEPS,
        shown=SHOWN,
    )
