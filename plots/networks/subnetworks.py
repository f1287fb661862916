"""Dropout on a small network, exactly: every mask of its hidden units, and what the outputs average to."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Masks = NDArray[np.bool_]

RATE = 0.5
"""The probability with which a unit is dropped."""

INPUTS, HIDDEN = 3, 8
SHOWN = 4
SEED = 9


@dataclass(frozen=True, slots=True)
class Network:
    """One example passing through one hidden layer to one score.

    `hidden` has shape (HIDDEN,): the outputs of the hidden units; `weights` has the same: how the score
    weights them. The score is their product, without bias.
    """

    hidden: Array
    weights: Array

    @property
    def score(self) -> float:
        """The score of the whole network, as at test time."""
        return float(self.hidden @ self.weights)


@dataclass(frozen=True, slots=True)
class DropoutState:
    """All sub-networks of one network.

    `masks` has shape (2 ** HIDDEN, HIDDEN), True where a unit stays; `scores` has shape (2 ** HIDDEN,):
    the score under each mask, the units that stay divided by 1 - rate; `unscaled` the same without the
    division. `shown` holds the rows of the masks that are drawn.
    """

    network: Network
    rate: float
    masks: Masks
    scores: Array
    unscaled: Array
    shown: tuple[int, ...]

    @property
    def geometric(self) -> float:
        """The normalised geometric mean of sigmoid(score) over all masks."""
        log_yes, log_no = (-np.logaddexp(0.0, sign * self.scores).mean() for sign in (-1.0, 1.0))
        return float(1.0 / (1.0 + np.exp(log_no - log_yes)))

    @property
    def arithmetic(self) -> float:
        """The plain mean of sigmoid(score) over all masks."""
        return float(np.mean(1.0 / (1.0 + np.exp(-self.scores))))


def network(seed: int = SEED) -> Network:
    """Return a random network with ReLU units, drawn anew until all of them are active for its example."""
    rng = np.random.default_rng(seed)
    while True:
        example = rng.uniform(0.5, 1.5, INPUTS)
        hidden = rng.normal(0.0, np.sqrt(2.0 / INPUTS), (HIDDEN, INPUTS)) @ example
        weights = rng.normal(0.0, 1.0 / np.sqrt(HIDDEN), HIDDEN)
        if (hidden > 0.3).all() and hidden @ weights > 0.5:
            return Network(hidden, weights)


def all_masks(count: int) -> Masks:
    """Return every choice of units to keep, shape (2 ** count, count)."""
    numbers = np.arange(2**count)[:, None]
    return np.asarray((numbers >> np.arange(count)) & 1, dtype=np.bool_)


def compute() -> DropoutState:
    """Return the scores of all sub-networks, and four masks as training would draw them."""
    net = network()
    masks = all_masks(HIDDEN)
    unscaled = masks.astype(np.float64) @ (net.hidden * net.weights)
    drawn = np.random.default_rng(SEED + 1).random((SHOWN, HIDDEN)) >= RATE
    shown = tuple(int(np.flatnonzero((masks == mask).all(axis=1))[0]) for mask in drawn)
    return DropoutState(net, RATE, masks, unscaled / (1.0 - RATE), unscaled, shown)
