"""Moving averages that start at zero, with and without Adam's correction, and what they scale.

m <- beta m + (1 - beta) g from m = 0 is after t steps too small by the factor 1 - beta^t on average;
Adam divides by it (Kingma & Ba 2015, section 3).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from plots.optimizers import methods
from plots.optimizers.methods import Array, Memory, Step

BETAS = (0.9, 0.99, 0.999)
BETA1, BETA2, ALPHA = 0.9, 0.999, 0.9
MEAN, SPREAD = 1.0, 0.5
STEPS = 200
LONG = 3000
"""How many steps the graph of Adam's first steps has."""

SCALES = (0.01, 1.0, 100.0)
"""The three coordinates: the same gradients, times these."""

RATE = 1.0
"""Steps are stated in units of the learning rate."""


@dataclass(frozen=True, slots=True)
class Average:
    """One beta: the moving average of the gradients as it is and corrected, shape (STEPS,)."""

    beta: float
    plain: Array
    corrected: Array


@dataclass(frozen=True, slots=True)
class Steps:
    """The lengths of a method's steps, in units of the learning rate."""

    method: str
    lengths: Array


@dataclass(frozen=True, slots=True)
class AverageState:
    """Everything that is drawn.

    `first_steps` are the lengths of the steps 1 to LONG for a constant gradient, of "adam",
    "uncorrected" and "rmsprop". `moves` are the mean lengths of STEPS steps on the noisy gradients,
    one for each of `scales`, of "sgd", "adagrad", "rmsprop" and "adam".
    """

    gradients: Array
    averages: tuple[Average, ...]
    mean: float
    first_steps: tuple[Steps, ...]
    moves: tuple[Steps, ...]
    scales: tuple[float, ...]
    steps: int
    beta1: float
    beta2: float
    alpha: float

    def first(self, method: str) -> Array:
        """Return the first steps of a method."""
        return next(steps.lengths for steps in self.first_steps if steps.method == method)

    @property
    def longest(self) -> tuple[int, float]:
        """The step at which uncorrected Adam steps furthest, counted from 1, and how far."""
        at = int(self.first("uncorrected").argmax())
        return at + 1, float(self.first("uncorrected")[at])


def average(gradients: Array, beta: float) -> Average:
    """Return the moving average of `gradients`, from zero."""
    plain, mean = np.empty_like(gradients), 0.0
    for t, gradient in enumerate(gradients):
        mean = beta * mean + (1.0 - beta) * float(gradient)
        plain[t] = mean
    return Average(beta, plain, plain / (1.0 - beta ** np.arange(1, len(gradients) + 1)))


def step_lengths(step: Step, gradients: Array) -> Array:
    """Return how far each step goes; shape of `gradients`, (steps, coordinates)."""
    point, lengths = np.zeros(gradients.shape[1]), np.empty_like(gradients)
    memory = Memory.empty(point)
    for t, gradient in enumerate(gradients):
        moved, memory = step(point, gradient, memory)
        lengths[t] = np.abs(moved - point)
        point = moved
    return lengths


def uncorrected(gradients: Array) -> Array:
    """Return the steps of Adam without its correction, in units of the learning rate."""
    first, second = average(gradients, BETA1), average(gradients**2, BETA2)
    return np.asarray(np.abs(first.plain) / np.sqrt(second.plain))


def compute() -> AverageState:
    """Return the averages, the first steps and the moves."""
    gradients = MEAN + SPREAD * np.random.default_rng(0).standard_normal(STEPS)
    constant = np.ones((LONG, 1))
    rules = {
        "sgd": methods.sgd(RATE),
        "adagrad": methods.adagrad(RATE),
        "rmsprop": methods.rmsprop(RATE, ALPHA),
        "adam": methods.adam(RATE, BETA1, BETA2),
    }
    noisy = gradients[:, None] * np.array(SCALES)
    return AverageState(
        gradients=gradients,
        averages=tuple(average(gradients, beta) for beta in BETAS),
        mean=MEAN,
        first_steps=(
            Steps("adam", step_lengths(rules["adam"], constant)[:, 0]),
            Steps("uncorrected", uncorrected(constant[:, 0])),
            Steps("rmsprop", step_lengths(rules["rmsprop"], constant)[:, 0]),
        ),
        moves=tuple(Steps(name, step_lengths(rule, noisy).mean(axis=0)) for name, rule in rules.items()),
        scales=SCALES,
        steps=STEPS,
        beta1=BETA1,
        beta2=BETA2,
        alpha=ALPHA,
    )
