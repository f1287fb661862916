"""Batch normalization on the first layer of a network for digits: before and after, batch and running."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from plots.networks import digits

Array = NDArray[np.float64]

UNITS = 32
EPSILON = 1e-5
MOMENTUM = 0.1
"""Share of the newest batch in the running statistics: the default of PyTorch."""

SMALL, LARGE = 4, 128
DRAWS = 2000
STEPS = 300
SHOWN_STEPS = 60
SEED = 0


@dataclass(frozen=True, slots=True)
class Unit:
    """The pre-activations of one unit for all training examples, shape (n,), and after normalization."""

    before: Array
    after: Array


@dataclass(frozen=True, slots=True)
class Running:
    """Running statistics with one batch size: the mean, shape (STEPS + 1,), and the last variance."""

    batch: int
    mean: Array
    variance: float


@dataclass(frozen=True, slots=True)
class NormState:
    """What is drawn.

    `units` are the four shown, in the order of their means; everything below speaks of the first.
    `value` is one example's pre-activation, `outputs` maps a batch size to what training mode makes of it
    in DRAWS batches, shape (DRAWS,), `evaluated` is what evaluation mode makes of it with the running
    statistics of the larger batch.
    """

    units: tuple[Unit, ...]
    examples: int
    mean: float
    value: float
    small: Array
    large: Array
    evaluated: float
    running: tuple[Running, Running]

    def after_steps(self, steps: int) -> float:
        """Return the share of its start in a running mean after that many steps."""
        return float((1.0 - MOMENTUM) ** steps)


def normalize(z: Array, mean: Array | float, variance: Array | float) -> Array:
    """Return (z - mean) / sqrt(variance + EPSILON), scale 1 and shift 0 (Ioffe & Szegedy 2015)."""
    return np.asarray((z - mean) / np.sqrt(np.asarray(variance) + EPSILON))


def layer() -> Array:
    """Return the pre-activations of all units for the training digits, shape (n, UNITS): He's weights."""
    inputs = digits.load_digits()[0].inputs
    rng = np.random.default_rng(SEED)
    return np.asarray(inputs @ rng.normal(0.0, np.sqrt(2.0 / inputs.shape[1]), (inputs.shape[1], UNITS)))


def in_batches(z: Array, index: int, size: int, rng: np.random.Generator) -> Array:
    """Return what training mode makes of example `index` beside size - 1 others, DRAWS times over."""
    others = np.delete(z, index)
    batches = np.stack([rng.permutation(others)[: size - 1] for _ in range(DRAWS)])
    batches = np.column_stack([np.full(DRAWS, z[index]), batches])
    return normalize(batches[:, 0], batches.mean(axis=1), batches.var(axis=1))


def run(z: Array, size: int, rng: np.random.Generator) -> Running:
    """Return running statistics over STEPS batches, from mean 0 and variance 1, as PyTorch keeps them."""
    means, variance = np.zeros(STEPS + 1), 1.0
    for step in range(STEPS):
        batch = rng.permutation(z)[:size]
        means[step + 1] = (1.0 - MOMENTUM) * means[step] + MOMENTUM * batch.mean()
        variance = (1.0 - MOMENTUM) * variance + MOMENTUM * float(batch.var(ddof=1))
    return Running(size, means, variance)


def compute() -> NormState:
    """Return the distributions, one example in many batches, and the running means."""
    z = layer()
    order = np.argsort(z.mean(axis=0))[np.linspace(0, UNITS - 1, 4).astype(int)]
    columns = [z[:, k] for k in order]
    units = tuple(Unit(c, normalize(c, c.mean(), c.var())) for c in columns)
    first = units[0]
    index = int(np.abs(first.after - 1.0).argmin())
    rng = np.random.default_rng(SEED + 1)
    running = (run(first.before, SMALL, rng), run(first.before, LARGE, rng))
    value = first.before[index : index + 1]
    return NormState(
        units=units,
        examples=len(z),
        mean=float(first.before.mean()),
        value=float(value[0]),
        small=in_batches(first.before, index, SMALL, rng),
        large=in_batches(first.before, index, LARGE, rng),
        evaluated=float(normalize(value, running[1].mean[-1], running[1].variance)[0]),
        running=running,
    )
