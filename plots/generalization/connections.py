"""Paths between two trained networks, and from the start of training to its end.

Two networks are trained by the same plan from different random starts. Compared are the straight line
between them, a quadratic Bezier curve whose middle point is trained so that the loss along the curve
is low (Garipov et al. 2018, section 3.2), and the straight line from the first network's start to its
end (Goodfellow et al. 2015). Two random starts give solutions whose units are in a different order;
the straight line between them mixes units that have nothing to do with each other.

The loss on the plane takes some seconds, so the results are stored. `python -m
plots.generalization.connections` makes the file anew.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from plots.networks import digits as network
from plots.optimizers import methods as optimizers

Array = NDArray[np.float64]

SIZES = (64, 32, 10)
PLANS = tuple(network.Training(SIZES, epochs=30, batch=64, decay=1e-4, seed=seed) for seed in (1, 2))
RATE = 0.005
BEND_EPOCHS, BEND_RATE, BEND_SEED = 60, 0.01, 0
PLACES = np.linspace(0.0, 1.0, 41)
WINDOW = (-0.35, 1.35, -0.35, 1.05)
"""The drawn part of the plane, in lengths of the line between the solutions: across from, to, up from, to."""

GRID = (57, 47)
STORE = Path(__file__).parents[1] / "data" / "minima-paths.npz"


@dataclass(frozen=True, eq=False)
class Connections:
    """The stored results; compared by identity.

    `start`, `first`, `second` and `bend` are parameters, shape (2410,). `line`, `curve` and `way` hold
    the training loss, the test loss and the test accuracy at `PLACES`, shape (3, 41): on the straight
    line and on the curve between the solutions, and on the line from start to solution. `plane`, shape
    (47, 57), is the training loss on the plane through both solutions and the bend.
    """

    start: Array
    first: Array
    second: Array
    bend: Array
    line: Array
    curve: Array
    way: Array
    plane: Array

    @property
    def up(self) -> Array:
        """The direction in the plane at right angles to the line, as long as the line."""
        along = self.second - self.first
        away = self.bend - self.first
        away = away - along * (away @ along) / (along @ along)
        return np.asarray(away * np.linalg.norm(along) / np.linalg.norm(away))

    def place(self, parameters: Array) -> tuple[float, float]:
        """Return where parameters of the plane are drawn: the solutions at (0, 0) and (1, 0)."""
        along = self.second - self.first
        away = parameters - self.first
        return float(away @ along / (along @ along)), float(away @ self.up / (self.up @ self.up))


def bezier(first: Array, bend: Array, second: Array, t: float) -> Array:
    """Return a point of the quadratic curve from `first` (t = 0) to `second` (t = 1)."""
    return np.asarray((1 - t) ** 2 * first + 2 * t * (1 - t) * bend + t**2 * second)


def bend_gradient(gradient: Array, t: float) -> Array:
    """Return the gradient for the bend, given that for the point at t."""
    return np.asarray(2 * t * (1 - t) * gradient)


def train_bend(first: Array, second: Array, examples: network.Examples) -> Array:
    """Return the bend after training the loss at random places on the curve, with Adam."""
    rng = np.random.default_rng(BEND_SEED)
    bend = (first + second) / 2
    memory, step = optimizers.Memory.empty(bend), optimizers.adam(BEND_RATE)
    for _ in range(BEND_EPOCHS):
        for batch in network.batches(examples, PLANS[0].batch, rng):
            t = float(rng.uniform())
            gradient = network.loss_gradient(bezier(first, bend, second, t), SIZES, batch)
            bend, memory = step(bend, bend_gradient(gradient, t), memory)
    return bend


def along(points: list[Array], training: network.Examples, test: network.Examples) -> Array:
    """Return training loss, test loss and test accuracy at the points, shape (3, len(points))."""
    layers = [network.unpack(point, SIZES) for point in points]
    return np.array(
        [
            [network.loss(one, training) for one in layers],
            [network.loss(one, test) for one in layers],
            [network.accuracy(one, test) for one in layers],
        ]
    )


def measure() -> Connections:
    """Train both networks and the bend, and measure everything: a few seconds."""
    training, test = network.load_digits()
    start = network.initial(SIZES, np.random.default_rng(PLANS[0].seed))
    first, second = (network.train(plan, training, optimizers.adam(RATE)) for plan in PLANS)
    bend = train_bend(first, second, training)
    line, curve, way = (
        along(points, training, test)
        for points in (
            [first + t * (second - first) for t in PLACES],
            [bezier(first, bend, second, float(t)) for t in PLACES],
            [start + t * (first - start) for t in PLACES],
        )
    )
    empty = Connections(start, first, second, bend, line, curve, way, np.empty(0))
    rows = [plane_loss(empty, y, training) for y in np.linspace(*WINDOW[2:], GRID[1])]
    return Connections(start, first, second, bend, line, curve, way, np.array(rows))


def plane_loss(found: Connections, y: float, training: network.Examples) -> Array:
    """Return the training loss on one row of the plane, shape (57,)."""
    base, across = found.first + y * found.up, found.second - found.first
    points = (base + x * across for x in np.linspace(*WINDOW[:2], GRID[0]))
    return np.array([network.loss(network.unpack(point, SIZES), training) for point in points])


def save(found: Connections, path: Path = STORE) -> None:
    """Store the results."""
    np.savez_compressed(path, **{field.name: getattr(found, field.name) for field in fields(found)})


def load(path: Path = STORE) -> Connections:
    """Return the stored results."""
    with np.load(path) as data:
        return Connections(**{field.name: data[field.name] for field in fields(Connections)})


@dataclass(frozen=True, slots=True)
class ConnectionsState:
    """The stored results with what the texts state."""

    found: Connections
    places: Array
    bend: tuple[float, float]
    parameters: int
    examples: int
    distance: float
    """The length of the straight line, as a multiple of the first solution's own length."""


def compute() -> ConnectionsState:
    """Return the stored results with what follows from them."""
    found = load()
    training, _ = network.load_digits()
    distance = float(np.linalg.norm(found.second - found.first) / np.linalg.norm(found.first))
    return ConnectionsState(
        found,
        PLACES,
        found.place(found.bend),
        network.parameter_count(SIZES),
        len(training.labels),
        distance,
    )


if __name__ == "__main__":
    save(measure())
