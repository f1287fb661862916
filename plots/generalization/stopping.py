"""A network trained for too long on few examples, and where early stopping would have ended it.

Full-batch Adam on `TRAINED` handwritten digits; a share `NOISE` of all labels, in training and
validation alike, is replaced by random ones, so that there is something wrong to memorise. The rule is
the simplest of Prechelt (1998): stop once the validation loss has not improved for `PATIENCE` steps,
and keep the weights of its lowest point.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from plots.networks import digits as network
from plots.optimizers import methods as optimizers

Array = NDArray[np.float64]

SIZES = (64, 32, 10)
TRAINED, VALIDATED = 200, 400
NOISE = 0.1
RATE = 0.005
STEPS, EVERY = 300, 5
PATIENCE = 50
SEED = 0


@dataclass(frozen=True, slots=True)
class StoppingState:
    """What was measured at `steps`, shape (m,), `EVERY` steps apart: losses and accuracies, shape (m,).

    `best` is the index of the lowest validation loss, `stop` that at which the rule ends the training.
    """

    steps: NDArray[np.int64]
    train_loss: Array
    validation_loss: Array
    train_accuracy: Array
    validation_accuracy: Array
    best: int
    stop: int
    patience: int
    trained: int
    validated: int
    noise: float


def stopping(losses: Array, patience: int) -> tuple[int, int]:
    """Return the index of the lowest loss so far and the index at which patience has run out.

    The latter is the last index if it never does.
    """
    best = 0
    for index, loss in enumerate(losses):
        if loss < losses[best]:
            best = index
        elif index - best >= patience:
            return best, index
    return best, len(losses) - 1


def _noisy(examples: network.Examples, rng: np.random.Generator) -> network.Examples:
    count = len(examples.labels)
    swapped = rng.random(count) < NOISE
    return network.Examples(examples.inputs, np.where(swapped, rng.integers(0, 10, count), examples.labels))


def compute() -> StoppingState:
    """Train the network to the end and measure it on the way."""
    rng = np.random.default_rng(SEED)
    training, rest = network.load_digits()
    few = _noisy(training.take(np.arange(TRAINED)), rng)
    fresh = _noisy(rest.take(np.arange(VALIDATED)), rng)
    parameters = network.initial(SIZES, rng)
    memory, step = optimizers.Memory.empty(parameters), optimizers.adam(RATE)
    measured = []
    for number in range(STEPS + 1):
        if number % EVERY == 0:
            layers = network.unpack(parameters, SIZES)
            both = [(f(layers, few), f(layers, fresh)) for f in (network.loss, network.accuracy)]
            measured.append([value for pair in both for value in pair])
        parameters, memory = step(parameters, network.loss_gradient(parameters, SIZES, few), memory)
    loss, fresh_loss, accuracy, fresh_accuracy = np.array(measured).T
    best, stop = stopping(fresh_loss, PATIENCE // EVERY)
    steps = np.arange(0, STEPS + 1, EVERY)
    curves = (loss, fresh_loss, accuracy, fresh_accuracy)
    return StoppingState(steps, *curves, best, stop, PATIENCE, TRAINED, VALIDATED, NOISE)
