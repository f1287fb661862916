"""Two layers without an activation function are one layer; with ReLU between them they are not.

A network of 2 inputs, 8 hidden units and 1 output separates two interleaved half moons. It is trained
twice from the same random start: once with nothing between the layers, once with ReLU. The sum z of
the output is read as a logit: the loss is binary cross-entropy, the boundary z = 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from plots.activations.functions import Array, sigmoid

UNITS = 8
PER_CLASS = 70
STEPS = 700
RATE = 0.2
BETA = 0.9
_NOISE = 0.13
_SEED = 1


@dataclass(frozen=True, slots=True)
class Net:
    """The parameters: w1 (2, units) and b1 (units,) of the hidden layer, w2 (units,) and b2 of the output."""

    w1: Array
    b1: Array
    w2: Array
    b2: float
    relu: bool

    def logit(self, points: Array) -> Array:
        """Return z at each of the points, shape (n, 2) to (n,)."""
        sums = points @ self.w1 + self.b1
        hidden = np.maximum(sums, 0.0) if self.relu else sums
        return np.asarray(hidden @ self.w2 + self.b2)


@dataclass(frozen=True, slots=True)
class CollapseState:
    """The moons, the two trained networks, and the one layer that equals the first of them.

    `points` has shape (n, 2), `labels` (n,) holds 0 or 1. `w` (2,) and `b` are the product of the
    linear network's layers; `gap` is how far the two logits lie apart at most over `points`.
    """

    points: Array
    labels: Array
    linear: Net
    bent: Net
    w: Array
    b: float
    gap: float
    linear_accuracy: float
    bent_accuracy: float
    units: int
    steps: int


def moons(rng: np.random.Generator) -> tuple[Array, Array]:
    """Return two interleaved half circles with noise, each coordinate with mean 0 and deviation 1."""
    t, u = rng.uniform(0.0, np.pi, (2, PER_CLASS))
    upper = np.stack([np.cos(t), np.sin(t)], axis=1)
    lower = np.stack([1.0 - np.cos(u), 0.5 - np.sin(u)], axis=1)
    points = np.concatenate([upper, lower]) + rng.normal(0.0, _NOISE, (2 * PER_CLASS, 2))
    labels = np.repeat([0.0, 1.0], PER_CLASS)
    return (points - points.mean(axis=0)) / points.std(axis=0), labels


def loss(net: Net, points: Array, labels: Array) -> float:
    """Return the mean binary cross-entropy."""
    z = net.logit(points)
    return float(np.mean(np.logaddexp(0.0, z) - labels * z))


def gradient(net: Net, points: Array, labels: Array) -> tuple[Array, Array, Array, float]:
    """Return the gradient of `loss` with respect to w1, b1, w2 and b2."""
    sums = points @ net.w1 + net.b1
    hidden = np.maximum(sums, 0.0) if net.relu else sums
    error = (sigmoid(hidden @ net.w2 + net.b2) - labels) / len(labels)
    back = error[:, None] * net.w2
    if net.relu:
        back = back * (sums > 0.0)
    return points.T @ back, back.sum(axis=0), hidden.T @ error, float(error.sum())


def train(net: Net, points: Array, labels: Array) -> Net:
    """Return the network after STEPS steps of momentum with the whole data set."""
    velocity: list[Any] = [0.0, 0.0, 0.0, 0.0]
    for _ in range(STEPS):
        slopes = gradient(net, points, labels)
        velocity = [BETA * v + g for v, g in zip(velocity, slopes, strict=True)]
        v1, c1, v2, c2 = velocity
        net = Net(
            net.w1 - RATE * v1, net.b1 - RATE * c1, net.w2 - RATE * v2, float(net.b2 - RATE * c2), net.relu
        )
    return net


def accuracy(net: Net, points: Array, labels: Array) -> float:
    """Return the share of points on the right side of z = 0."""
    return float(np.mean((net.logit(points) > 0.0) == (labels == 1.0)))


def compute() -> CollapseState:
    """Return both trained networks and what the texts state."""
    rng = np.random.default_rng(_SEED)
    points, labels = moons(rng)
    w1, w2 = rng.normal(0.0, 1.0, (2, UNITS)), rng.normal(0.0, 0.5, UNITS)
    linear, bent = (train(Net(w1, np.zeros(UNITS), w2, 0.0, relu), points, labels) for relu in (False, True))
    w = linear.w1 @ linear.w2
    b = float(linear.b1 @ linear.w2 + linear.b2)
    return CollapseState(
        points=points,
        labels=labels,
        linear=linear,
        bent=bent,
        w=w,
        b=b,
        gap=float(np.abs(linear.logit(points) - (points @ w + b)).max()),
        linear_accuracy=accuracy(linear, points, labels),
        bent_accuracy=accuracy(bent, points, labels),
        units=UNITS,
        steps=STEPS,
    )
