"""Inputs that are all positive give all weight gradients one sign, and the path of SGD zigzags.

A unit z = w . h with two weights learns from one example after the other, by gradient descent on half
the squared error (z - t)^2 / 2, whose gradient is (z - t) h. The targets t come from weights `goal`
that lie up and to the left of the start. Inputs h are the outputs of two units of the layer below:
once sigmoids, in (0, 1), once tanh of the same weighted sums, in (-1, 1).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from plots.activations import functions as a
from plots.activations.functions import Array

START = (0.0, 0.0)
GOAL = (-1.0, 1.0)
CLOSE = 0.1
RATES = (0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0)
STREAMS = 20
_SPREAD = 1.5
_LENGTH = 400


@dataclass(frozen=True, slots=True)
class Walk:
    """The path of one stream of examples with inputs from the function `name`.

    `path`, shape (steps + 1, 2), ends within CLOSE of the goal; `inputs`, shape (steps, 2), are the
    examples. `rate` is the learning rate, `median` the median number of steps over all streams.
    """

    name: str
    path: Array
    inputs: Array
    rate: float
    median: float

    @property
    def steps(self) -> int:
        """How many steps were taken."""
        return len(self.inputs)

    @property
    def moves(self) -> Array:
        """The change of the weights per step, shape (steps, 2)."""
        return np.diff(self.path, axis=0)

    @property
    def same_sign(self) -> float:
        """The share of steps in which both weights went up or both went down."""
        return float(np.mean(self.moves.prod(axis=1) >= 0.0))

    @property
    def detour(self) -> float:
        """How many times as long as the straight line the path is."""
        lengths = np.hypot(*self.moves.T)
        return float(lengths.sum() / np.hypot(*(self.path[-1] - self.path[0])))


@dataclass(frozen=True, slots=True)
class SignsState:
    """Both walks and the conditions that they share."""

    sigmoid: Walk
    tanh: Walk
    start: tuple[float, float]
    goal: tuple[float, float]
    close: float
    rates: tuple[float, ...]
    streams: int


def gradient(w: Array, h: Array) -> Array:
    """Return the gradient of half the squared error of one example; shape (2,)."""
    return np.asarray((w - np.array(GOAL)) @ h * h)


def walk(inputs: Array, rate: float) -> Array:
    """Return the path, shape (steps + 1, 2), that ends at the goal or with the last of the inputs."""
    w = np.array(START)
    path = [w]
    for h in inputs:
        w = w - rate * gradient(w, h)
        path.append(w)
        if np.hypot(*(w - GOAL)) < CLOSE:
            break
    return np.array(path)


def sums(seed: int) -> Array:
    """Return weighted sums of the layer below, shape (examples, 2)."""
    return np.random.default_rng(seed).normal(0.0, _SPREAD, (_LENGTH, 2))


def _best(name: str, function: Callable[[Array], Array]) -> Walk:
    """Return the walk of the middle stream at the rate with the lowest median of steps."""
    streams = [function(sums(seed)) for seed in range(STREAMS)]
    counts = np.array([[len(walk(stream, rate)) - 1 for stream in streams] for rate in RATES])
    chosen = int(np.median(counts, axis=1).argmin())
    typical = int(np.argsort(counts[chosen], kind="stable")[STREAMS // 2])
    path = walk(streams[typical], RATES[chosen])
    median = float(np.median(counts[chosen]))
    return Walk(name, path, streams[typical][: len(path) - 1], RATES[chosen], median)


def compute() -> SignsState:
    """Return both walks."""
    return SignsState(
        sigmoid=_best("sigmoid", a.sigmoid),
        tanh=_best("tanh", a.tanh),
        start=START,
        goal=GOAL,
        close=CLOSE,
        rates=RATES,
        streams=STREAMS,
    )
