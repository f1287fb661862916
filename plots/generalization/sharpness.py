"""Sharp and flat minima: why they may matter, and why their sharpness is hard to measure.

Two parts. A loss of one weight, made up, with a sharp and a flat minimum of equal depth; the test loss
is the same curve moved sideways (Keskar et al. 2017, figure 1). Then a trained ReLU network and a twin
that computes the same: the hidden units' weights and biases times `FACTOR`, the weights that leave them
divided by it (Dinh et al. 2017). Steps of equal length in random directions make the twin look sharper;
filter-normalised steps, whose part for every unit is as long as the unit's weights (Li et al. 2018),
do not tell them apart.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from plots.generalization.connections import SIZES, load
from plots.networks import digits as network

Array = NDArray[np.float64]

SHARP, FLAT = -1.0, 1.0
"""Where the two minima of the made-up loss lie."""

WIDTHS = (0.22, 0.9)
SHIFT = 0.12
"""How far the test loss is moved."""

FACTOR = 3.0
EXAMPLES, DIRECTIONS, SEED = 400, 8, 0
LENGTH = 6.0
REACH = 0.5
"""The longest plain step, and the longest filter-normalised one as a share of the weights' own length."""

PLACES = np.linspace(-1.0, 1.0, 25)


def toy(w: Array) -> Array:
    """Return the made-up loss: the product of two bowls, each 0 at its minimum and 1 far away."""
    minima = zip((SHARP, FLAT), WIDTHS, strict=True)
    bowls = [1.0 - np.exp(-(((w - at) / width) ** 2)) for at, width in minima]
    return np.asarray(bowls[0] * bowls[1])


def twin(parameters: Array, factor: float) -> Array:
    """Return parameters of a network with one hidden ReLU layer that computes the same."""
    other = parameters.copy()
    (inner, biases), (outer, _) = network.unpack(other, SIZES)
    inner *= factor
    biases *= factor
    outer /= factor
    return other


def plain_direction(parameters: Array, rng: np.random.Generator) -> Array:
    """Return a random direction of length `LENGTH`, whatever the parameters are."""
    direction = rng.normal(size=parameters.shape)
    return np.asarray(LENGTH * direction / np.linalg.norm(direction))


def filter_direction(parameters: Array, rng: np.random.Generator) -> Array:
    """Return a random direction whose part for every unit is `REACH` times as long as its weights."""
    direction = np.zeros_like(parameters)
    pairs = zip(network.unpack(direction, SIZES), network.unpack(parameters, SIZES), strict=True)
    for (part, _), (weights, _) in pairs:
        part[:] = rng.normal(size=part.shape)
        part *= REACH * np.linalg.norm(weights, axis=0) / np.linalg.norm(part, axis=0)
    return direction


def profile(parameters: Array, kind: str, examples: network.Examples) -> Array:
    """Return the mean loss at `PLACES` over `DIRECTIONS` random directions, the same for all networks."""
    make = plain_direction if kind == "plain" else filter_direction
    losses = []
    for number in range(DIRECTIONS):
        step = make(parameters, np.random.default_rng([SEED, number]))
        losses.append([_loss(parameters + t * step, examples) for t in PLACES])
    return np.asarray(np.mean(losses, axis=0))


def _loss(parameters: Array, examples: network.Examples) -> float:
    return network.loss(network.unpack(parameters, SIZES), examples)


@dataclass(frozen=True, slots=True)
class SharpnessState:
    """The made-up losses on `grid`, and the profiles of network and twin at `places`.

    `rise` holds the test loss at the sharp and at the flat minimum; `plain` and `filtered` the mean
    loss of the network and of its twin, shape (2, 25).
    """

    grid: Array
    train: Array
    test: Array
    rise: tuple[float, float]
    shift: float
    places: Array
    plain: Array
    filtered: Array
    factor: float
    length: float
    reach: float
    directions: int
    examples: int
    accuracy: float

    @property
    def middle(self) -> int:
        """The index of the place without a step."""
        return len(self.places) // 2


def compute() -> SharpnessState:
    """Return the made-up curves and the profiles."""
    training, test = network.load_digits()
    some = training.take(np.arange(EXAMPLES))
    pair = [load().first]
    pair.append(twin(pair[0], FACTOR))
    grid = np.linspace(-2.2, 2.6, 241)
    minima = np.array([SHARP, FLAT])
    sharp, flat = (float(value) for value in toy(minima - SHIFT))
    return SharpnessState(
        grid,
        toy(grid),
        toy(grid - SHIFT),
        (sharp, flat),
        SHIFT,
        PLACES,
        np.array([profile(one, "plain", some) for one in pair]),
        np.array([profile(one, "filtered", some) for one in pair]),
        FACTOR,
        LENGTH,
        REACH,
        DIRECTIONS,
        EXAMPLES,
        network.accuracy(network.unpack(pair[0], SIZES), test),
    )
