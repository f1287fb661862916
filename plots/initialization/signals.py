"""Signals that pass through deep networks with random weights, for several scales of the weights."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from plots.activations import functions as activations

Array = NDArray[np.float64]

LAYERS = 20
WIDTH = 256
EXAMPLES = 500
SEED = 0

SATURATED = 0.05
"""An output of tanh counts as saturated where the derivative is below this, as in the activation panel."""

BINS = 41
SMALL, LARGE = 0.01, 0.2
"""Two standard deviations that somebody might choose without looking at the width."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """A rule for the weights, and the standard deviation that it gives for these layers."""

    name: str
    std: float


@dataclass(frozen=True, slots=True)
class Signal:
    """What one scheme does under one activation function.

    `rms` has shape (LAYERS + 1,): the root mean square of the inputs, then of each layer's outputs.
    `shares` has shape (BINS,): how the last layer's outputs spread over equal bins of [-1, 1], outputs
    outside left out. `saturated` is the share of them where tanh would have a slope below SATURATED.
    """

    scheme: Scheme
    rms: Array
    shares: Array
    saturated: float


@dataclass(frozen=True, slots=True)
class SpreadState:
    """Every scheme under tanh and under ReLU, in the same order, and the conditions they share."""

    tanh: tuple[Signal, ...]
    relu: tuple[Signal, ...]
    layers: int
    width: int
    examples: int
    limit: float

    def under_tanh(self, name: str) -> Signal:
        """Return the signal of that scheme under tanh."""
        return next(signal for signal in self.tanh if signal.scheme.name == name)

    def under_relu(self, name: str) -> Signal:
        """Return the signal of that scheme under ReLU."""
        return next(signal for signal in self.relu if signal.scheme.name == name)


def lecun(inputs: int) -> float:
    """Return the standard deviation of LeCun et al. (1998): variance 1 / inputs."""
    return float(np.sqrt(1.0 / inputs))


def xavier(inputs: int, outputs: int) -> float:
    """Return that of Glorot & Bengio (2010): variance 2 / (inputs + outputs)."""
    return float(np.sqrt(2.0 / (inputs + outputs)))


def he(inputs: int) -> float:
    """Return that of He et al. (2015): variance 2 / inputs."""
    return float(np.sqrt(2.0 / inputs))


def schemes(width: int = WIDTH) -> tuple[Scheme, ...]:
    """Return the four that are compared; between layers of one width LeCun's is Xavier's."""
    return (
        Scheme("small", SMALL),
        Scheme("xavier", xavier(width, width)),
        Scheme("he", he(width)),
        Scheme("large", LARGE),
    )


def draws() -> tuple[Array, Array]:
    """Return standard normal inputs, shape (WIDTH, EXAMPLES), an example a column, and weights before
    they are scaled, shape (LAYERS, WIDTH, WIDTH). Every scheme gets the same."""
    rng = np.random.default_rng(SEED)
    return rng.normal(size=(WIDTH, EXAMPLES)), rng.normal(size=(LAYERS, WIDTH, WIDTH))


def outputs(
    activation: Callable[[Array], Array], std: float, inputs: Array, weights: Array
) -> Iterator[Array]:
    """Yield the inputs, then every layer's outputs activation(W h), all of the shape of `inputs`."""
    yield inputs
    for matrix in weights:
        inputs = activation(std * matrix @ inputs)
        yield inputs


def signal(activation: Callable[[Array], Array], scheme: Scheme, drawn: tuple[Array, Array]) -> Signal:
    """Return how large the outputs are layer by layer, and how the last ones are spread."""
    layers = list(outputs(activation, scheme.std, *drawn))
    rms = np.array([np.sqrt(np.mean(layer**2)) for layer in layers])
    last = layers[-1]
    counts, _ = np.histogram(last, BINS, (-1.0, 1.0))
    saturated = float(np.mean(1.0 - last**2 < SATURATED))
    return Signal(scheme, rms, counts / last.size, saturated)


def compute() -> SpreadState:
    """Return the signals of all schemes under both functions."""
    drawn = draws()
    return SpreadState(
        tanh=tuple(signal(activations.tanh, scheme, drawn) for scheme in schemes()),
        relu=tuple(signal(activations.relu, scheme, drawn) for scheme in schemes()),
        layers=LAYERS,
        width=WIDTH,
        examples=EXAMPLES,
        limit=SATURATED,
    )
