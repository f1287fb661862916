"""The loss of a trained network on a plane through its parameters (Li et al. 2018).

Two random directions d1, d2 span the plane through the trained parameters p; the map shows
L(p + a d1 + b d2) on the training examples. Each direction is *filter-normalised*: for every
unit, its part of the direction is given the length of the unit's own weights (section 4 of
the paper), because a ReLU network computes the same after one layer's weights are doubled and
the next one's halved. Biases stay as they are, as in the authors' code.

The map takes some seconds, so it is stored. `python -m plots.landscapes` makes the file anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from plots.networks import digits as network
from plots.optimizers import methods as optimizers

Array = NDArray[np.float64]

PLAN = network.Training(sizes=(64, 48, 32, 10), epochs=40, batch=32, decay=5e-4, seed=0)
LEARNING_RATE = 0.05
DIRECTION_SEED = 100
RADIUS = 1.0
SIDE = 61
TALLEST = 1.0
"""The height of the highest point; the square is 2 wide."""
STORE = Path(__file__).parents[1] / "data" / "loss-landscape.npz"


@dataclass(frozen=True, slots=True)
class Plane:
    """The stored map.

    `parameters` has shape (5018,) for the sizes of `PLAN`; `loss[i, j]` is the training loss at
    a = steps[j], b = steps[i]; accuracies are shares of 1. `cosine` is that of the angle between
    the two directions, `norm` the length of each direction as a share of the parameters' length.
    """

    parameters: Array
    steps: Array
    loss: Array
    train_accuracy: float
    test_accuracy: float
    cosine: float
    norm: Array


def direction(parameters: Array, sizes: tuple[int, ...], rng: np.random.Generator) -> Array:
    """Return a random filter-normalised direction, of the shape of `parameters`."""
    result = np.zeros_like(parameters)
    pairs = zip(network.unpack(result, sizes), network.unpack(parameters, sizes), strict=True)
    for (part, _), (weights, _) in pairs:
        part[:] = rng.normal(size=part.shape)
        part *= np.linalg.norm(weights, axis=0) / np.linalg.norm(part, axis=0)
    return result


def directions(parameters: Array, sizes: tuple[int, ...], seed: int) -> tuple[Array, Array]:
    """Return the two directions of the plane."""
    rng = np.random.default_rng(seed)
    return direction(parameters, sizes, rng), direction(parameters, sizes, rng)


def loss_at(
    parameters: Array, plane: tuple[Array, Array], places: Array, examples: network.Examples
) -> Array:
    """Return the loss at each of `places`, shape (n, 2) of (a, b); result of shape (n,)."""
    one, two = plane
    moved = (parameters + a * one + b * two for a, b in places)
    return np.array([network.loss(network.unpack(p, PLAN.sizes), examples) for p in moved])


def trained(examples: network.Examples) -> Array:
    """Return the parameters after training by `PLAN` with momentum."""
    return network.train(PLAN, examples, optimizers.momentum(LEARNING_RATE))


def measure() -> Plane:
    """Train the network and measure the whole plane: a few seconds."""
    training, test = network.load_digits()
    parameters = trained(training)
    plane = directions(parameters, PLAN.sizes, DIRECTION_SEED)
    steps = np.linspace(-RADIUS, RADIUS, SIDE)
    places = np.stack(np.meshgrid(steps, steps), axis=-1).reshape(-1, 2)
    layers = network.unpack(parameters, PLAN.sizes)
    lengths = np.array([np.linalg.norm(d) for d in plane])
    return Plane(
        parameters=parameters,
        steps=steps,
        loss=loss_at(parameters, plane, places, training).reshape(SIDE, SIDE),
        train_accuracy=network.accuracy(layers, training),
        test_accuracy=network.accuracy(layers, test),
        cosine=float(plane[0] @ plane[1] / (lengths[0] * lengths[1])),
        norm=lengths / np.linalg.norm(parameters),
    )


def load(path: Path = STORE) -> Plane:
    """Return the stored plane."""
    with np.load(path) as data:
        return Plane(
            parameters=data["parameters"],
            steps=data["steps"],
            loss=data["loss"],
            train_accuracy=float(data["train_accuracy"]),
            test_accuracy=float(data["test_accuracy"]),
            cosine=float(data["cosine"]),
            norm=data["norm"],
        )


def save(plane: Plane, path: Path = STORE) -> None:
    """Store `plane`."""
    np.savez_compressed(
        path,
        parameters=plane.parameters,
        steps=plane.steps,
        loss=plane.loss,
        train_accuracy=plane.train_accuracy,
        test_accuracy=plane.test_accuracy,
        cosine=plane.cosine,
        norm=plane.norm,
    )


def local_minima(values: Array) -> int:
    """Count the inner points of a grid that are lower than all their eight neighbours."""
    inner = values[1:-1, 1:-1]
    rows, columns = values.shape
    lowest = np.ones(inner.shape, dtype=bool)
    for i in range(3):
        for j in range(3):
            if (i, j) != (1, 1):
                lowest &= inner < values[i : rows - 2 + i, j : columns - 2 + j]
    return int(lowest.sum())


@dataclass(frozen=True, eq=False)
class LandscapeState:
    """The map and what the texts state; compared by identity, so that pictures of it can be kept."""

    plane: Plane
    sizes: tuple[int, ...]
    parameters: int
    examples: int
    minima: int

    @property
    def trained_loss(self) -> float:
        """The training loss of the trained network: the middle of the map."""
        middle = len(self.plane.steps) // 2
        return float(self.plane.loss[middle, middle])

    def tone(self, loss: Array | float) -> Array:
        """Return a loss as a share of the colour ramp, on a logarithmic scale."""
        low, high = np.log10(self.plane.loss.min()), np.log10(self.plane.loss.max())
        return np.asarray((np.log10(loss) - low) / (high - low))

    def height(self, loss: Array | float) -> Array:
        """Return the height at which a loss is drawn; proportional to the loss."""
        return np.asarray(loss / self.plane.loss.max() * TALLEST)


def compute() -> LandscapeState:
    """Return the stored plane with what follows from it."""
    plane = load()
    sizes = PLAN.sizes
    training, _ = network.load_digits()
    return LandscapeState(
        plane=plane,
        sizes=sizes,
        parameters=network.parameter_count(sizes),
        examples=len(training.labels),
        minima=local_minima(plane.loss),
    )


if __name__ == "__main__":
    save(measure())
