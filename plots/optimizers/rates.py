"""Gradient descent on a parabola at three learning rates: below 1/K, between 1/K and 2/K, above 2/K.

L(w) = K w^2 / 2 has the curvature K everywhere, and a step multiplies w by 1 - rate K, the loss by
(1 - rate K)^2. The descent lemma (Nesterov 2004, section 1.2.3) says the same of any function
whose curvature is at most K, with "at most" in place of "exactly".
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from plots.optimizers import methods
from plots.optimizers.methods import Array

CURVATURE = 1.0
START = -2.0
RATES = (0.2, 1.6, 2.1)
STEPS = 20
SHOWN = 8
"""How many steps are drawn on the parabola."""

RATIO_EDGE = 2.4
"""The largest product of learning rate and curvature that is drawn."""


@dataclass(frozen=True, slots=True)
class Run:
    """One learning rate: weights and losses, shape (STEPS + 1,), and what a step does to the loss."""

    rate: float
    weight: Array
    loss: Array
    factor: float


@dataclass(frozen=True, slots=True)
class RatesState:
    """The three runs; `product`, `ratio`: rate times curvature, and loss after a step over loss before."""

    runs: tuple[Run, ...]
    curvature: float
    start: float
    steps: int
    shown: int
    product: Array
    ratio: Array

    @property
    def best(self) -> float:
        """The learning rate that reaches the minimum in one step."""
        return float(self.product[self.ratio.argmin()] / self.curvature)

    @property
    def limit(self) -> float:
        """The learning rate above which the loss grows."""
        above = (self.ratio > 1.0 + 1e-9) & (self.product > 1.0)
        return float(self.product[np.flatnonzero(above)[0] - 1] / self.curvature)


def loss(weight: Array) -> Array:
    """Return the loss for each weight."""
    return np.asarray(CURVATURE * weight**2 / 2.0)


def slope(weight: Array) -> Array:
    """Return the derivative of the loss for each weight."""
    return np.asarray(CURVATURE * weight)


def follow(rate: float) -> Run:
    """Return the run at one learning rate."""
    path = methods.descend(slope, np.array([START]), methods.sgd(rate), STEPS)[:, 0]
    losses = loss(path)
    return Run(rate, path, losses, float(losses[1] / losses[0]))


def after_one_step(rates: Array) -> Array:
    """Return the loss after one step from START as a share of the loss before."""
    before = np.array([START])
    return np.asarray(loss(before - rates * slope(before)) / loss(before))


def compute() -> RatesState:
    """Return the three runs and the effect of one step at every learning rate."""
    product = np.linspace(0.0, RATIO_EDGE, 241)
    return RatesState(
        runs=tuple(follow(rate) for rate in RATES),
        curvature=CURVATURE,
        start=START,
        steps=STEPS,
        shown=SHOWN,
        product=product,
        ratio=after_one_step(product / CURVATURE),
    )
