"""Too large a learning rate throws ReLU units out of reach of all examples, and they stay there.

A network 64-40-10 learns the digits with plain SGD, 32 examples at a time, from He's initialization.
For the first HOT steps the learning rate is low in one run and high in the other; then both go on with
the low one. A unit is dead when its weighted sum is at most zero for every training image.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from plots.activations.functions import Array
from plots.networks import digits
from plots.networks.digits import Examples
from plots.optimizers.methods import Memory, sgd

SIZES = (64, 40, 10)
RATES = (0.1, 2.0)
HOT = 24
STEPS = 80
BATCH = 32
SEEDS = 5
EVERY = 4
_SOME = 64


@dataclass(frozen=True, slots=True)
class Run:
    """What became of the hidden units at one learning rate.

    `dead`, shape (seeds, len(steps)), is the share of dead units; `accuracy` (seeds,) that on the test
    images in the end. `low` and `high`, shape (units,), are the smallest and largest weighted sum of
    each unit over the training images, of the first seed, after the first HOT steps.
    """

    rate: float
    dead: Array
    accuracy: Array
    low: Array
    high: Array

    @property
    def lost(self) -> int:
        """How many units of the first seed are dead after the first HOT steps."""
        return int(np.sum(self.high <= 0.0))


@dataclass(frozen=True, slots=True)
class DyingState:
    """Both runs, and the steps, shape (len(steps),), at which dead units were counted."""

    careful: Run
    hasty: Run
    steps: Array
    hot: int
    units: int
    seeds: int
    batch: int
    images: int


def sums(parameters: Array, examples: Examples) -> Array:
    """Return the weighted sums of the hidden units, shape (examples, units).

    Products of some examples at a time are too small for the threads of BLAS, which cost more than
    they bring here and make the last digit depend on their number.
    """
    weights, biases = digits.unpack(parameters, SIZES)[0]
    parts = (examples.inputs[at : at + _SOME] for at in range(0, len(examples.labels), _SOME))
    return np.concatenate([part @ weights for part in parts]) + biases


def dead_share(parameters: Array, examples: Examples) -> float:
    """Return the share of hidden units that are off for every example."""
    return float(np.mean(sums(parameters, examples).max(axis=0) <= 0.0))


def follow(seed: int, rate: float, training: Examples) -> tuple[Array, Array, list[float]]:
    """Return the parameters after HOT steps, those at the end, and the share of dead units on the way."""
    rng = np.random.default_rng(seed)
    parameters = digits.initial(SIZES, rng)
    memory = Memory.empty(parameters)
    shares = [dead_share(parameters, training)]
    middle = parameters
    for index in range(STEPS):
        batch = training.take(rng.integers(0, len(training.labels), BATCH))
        step = sgd(rate if index < HOT else RATES[0])
        parameters, memory = step(parameters, digits.loss_gradient(parameters, SIZES, batch), memory)
        if (index + 1) % EVERY == 0:
            shares.append(dead_share(parameters, training))
        if index + 1 == HOT:
            middle = parameters
    return middle, parameters, shares


def _run(rate: float, training: Examples, test: Examples) -> Run:
    runs = [follow(seed, rate, training) for seed in range(SEEDS)]
    first = sums(runs[0][0], training)
    accuracy = [digits.accuracy(digits.unpack(end, SIZES), test) for _, end, _ in runs]
    return Run(
        rate=rate,
        dead=np.array([shares for _, _, shares in runs]),
        accuracy=np.array(accuracy),
        low=first.min(axis=0),
        high=first.max(axis=0),
    )


def compute() -> DyingState:
    """Return both runs."""
    training, test = digits.load_digits()
    careful, hasty = (_run(rate, training, test) for rate in RATES)
    return DyingState(
        careful=careful,
        hasty=hasty,
        steps=np.arange(0.0, STEPS + 1, EVERY),
        hot=HOT,
        units=SIZES[1],
        seeds=SEEDS,
        batch=BATCH,
        images=len(training.labels),
    )
