"""Stochastic gradient descent with three batch sizes on one linear regression.

The batches are drawn with replacement, so that the gradient's standard deviation is exactly that of
one example divided by the root of the batch size (Robbins & Monro 1951; Bottou, Curtis & Nocedal 2018).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from plots.optimizers.methods import Array

EXAMPLES = 256
TRUE = (1.0, 0.5)
SPREADS, CORRELATION, NOISE = (1.2, 0.9), 0.1, 1.5
START = (-1.6, 2.2)
SIZES = (1, 16, EXAMPLES)
RATE = 0.1
UPDATES = 100
DRAWS = 2000
"""How many batches of each size are drawn to measure the spread of the gradient."""

SETTLED = 60
"""From this update on the runs only wander about the minimum."""


@dataclass(frozen=True, slots=True)
class Run:
    """One batch size: the weights after every update, shape (UPDATES + 1, 2)."""

    size: int
    path: Array


@dataclass(frozen=True, slots=True)
class BatchState:
    """The runs, and the spread of the gradient at the start.

    `sizes`, `measured` and `expected` have one shape: batch sizes, the standard deviation of the
    gradient (root of the summed variances of its components) over DRAWS batches, and the theory's.
    """

    runs: tuple[Run, ...]
    best: Array
    hessian: Array
    examples: int
    rate: float
    updates: int
    settled: int
    draws: int
    sizes: Array
    measured: Array
    expected: Array

    def loss(self, first: Array, second: Array) -> Array:
        """Return the loss above its minimum, for arrays of weights of one shape."""
        a, b = first - self.best[0], second - self.best[1]
        h = self.hessian
        return np.asarray((h[0, 0] * a * a + 2.0 * h[0, 1] * a * b + h[1, 1] * b * b) / 2.0)

    def excess(self, run: Run) -> Array:
        """Return by how much the loss over all examples is above its minimum after every update."""
        return self.loss(*run.path.T)

    def distance(self, run: Run) -> float:
        """Return the root mean square distance from the minimum after the run has settled."""
        away = run.path[self.settled :] - self.best
        return float(np.sqrt(np.mean(np.sum(away**2, axis=1))))


def data() -> tuple[Array, Array]:
    """Return the inputs, shape (EXAMPLES, 2), and the targets."""
    rng = np.random.default_rng(7)
    inputs = rng.standard_normal((EXAMPLES, 2))
    inputs[:, 1] = CORRELATION * inputs[:, 0] + np.sqrt(1 - CORRELATION**2) * inputs[:, 1]
    inputs *= SPREADS
    return inputs, inputs @ np.array(TRUE) + NOISE * rng.standard_normal(EXAMPLES)


def gradients(weights: Array, inputs: Array, targets: Array) -> Array:
    """Return the gradient of half the squared error for each example, shape (n, 2)."""
    return np.asarray((inputs @ weights - targets)[:, None] * inputs)


def follow(size: int, rng: np.random.Generator) -> Array:
    """Return the path of one batch size; a batch of all examples is not drawn."""
    inputs, targets = data()
    path = np.empty((UPDATES + 1, 2))
    path[0] = START
    for t in range(UPDATES):
        rows = np.arange(EXAMPLES) if size == EXAMPLES else rng.integers(EXAMPLES, size=size)
        path[t + 1] = path[t] - RATE * gradients(path[t], inputs[rows], targets[rows]).mean(axis=0)
    return path


def spread(size: int, rng: np.random.Generator) -> float:
    """Return the measured standard deviation of the gradient of a batch at the start."""
    inputs, targets = data()
    each = gradients(np.array(START), inputs, targets)
    means = each[rng.integers(EXAMPLES, size=(DRAWS, size))].mean(axis=1)
    return float(np.sqrt(means.var(axis=0).sum()))


def compute() -> BatchState:
    """Return the three runs and the spread of the gradient for every power of two."""
    inputs, targets = data()
    hessian = inputs.T @ inputs / EXAMPLES
    best = np.linalg.solve(hessian, inputs.T @ targets / EXAMPLES)
    rng = np.random.default_rng(1)
    runs = tuple(Run(size, follow(size, rng)) for size in SIZES)
    sizes = 2 ** np.arange(9)
    one = np.sqrt(gradients(np.array(START), inputs, targets).var(axis=0).sum())
    return BatchState(
        runs=runs,
        best=np.asarray(best),
        hessian=hessian,
        examples=EXAMPLES,
        rate=RATE,
        updates=UPDATES,
        settled=SETTLED,
        draws=DRAWS,
        sizes=sizes.astype(np.float64),
        measured=np.array([spread(int(size), rng) for size in sizes]),
        expected=one / np.sqrt(sizes),
    )
