"""How large the gradient still is, layer by layer, in deep networks that have not been trained yet.

Each network has 20 hidden layers of 64 units and classifies the digits; the gradient is that of its
cross-entropy over 64 training images with respect to the weighted sums of a layer, by backpropagation.
(With respect to the weights it would also shrink where the activations do.) Biases are zero. Weights are
normal with variance 2 / (inputs + outputs) (Glorot & Bengio 2010, "Xavier") or 2 / inputs (He et al. 2015).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from plots.activations import functions as a
from plots.activations.functions import Array
from plots.networks.digits import Examples, load_digits

HIDDEN = 20
WIDTH = 64
IMAGES = 64
SEEDS = 5
_CLASSES = 10

Pair = tuple[Callable[[Array], Array], Callable[[Array], Array]]

_NETWORKS: tuple[tuple[str, Pair, str], ...] = (
    ("sigmoid", (a.sigmoid, a.sigmoid_slope), "xavier"),
    ("relu-xavier", (a.relu, a.relu_slope), "xavier"),
    ("tanh", (a.tanh, a.tanh_slope), "xavier"),
    ("relu-he", (a.relu, a.relu_slope), "he"),
)


@dataclass(frozen=True, slots=True)
class Fade:
    """The gradient norms of one kind of network.

    `norms`, shape (seeds, hidden layers), holds the norm of the gradient with respect to the
    weighted sums of each hidden layer (over all images), the first one nearest to the input.
    """

    name: str
    norms: Array

    @property
    def middle(self) -> Array:
        """The geometric mean over the seeds, shape (hidden layers,)."""
        return np.asarray(np.exp(np.log(self.norms).mean(axis=0)))

    @property
    def ratio(self) -> float:
        """How many times as large the gradient is in the first hidden layer as in the last."""
        return float(self.middle[0] / self.middle[-1])

    @property
    def per_layer(self) -> float:
        """The factor by which it changes per layer on the way back, on geometric average."""
        return float(self.ratio ** (1.0 / (len(self.middle) - 1)))


@dataclass(frozen=True, slots=True)
class DepthState:
    """The networks, the largest gradient at the input first, and what the texts state."""

    fades: tuple[Fade, ...]
    hidden: int
    width: int
    images: int
    seeds: int

    def fade(self, name: str) -> Fade:
        """Return the network of that name."""
        return next(fade for fade in self.fades if fade.name == name)


def images(count: int) -> Examples:
    """Return the first training images, every pixel shifted to mean 0 and all scaled by one number."""
    examples, _ = load_digits()
    pixels = examples.inputs[:count] - examples.inputs[:count].mean(axis=0)
    return Examples(pixels / pixels.std(), examples.labels[:count])


def weights(rule: str, rng: np.random.Generator) -> list[Array]:
    """Return random weight matrices, shapes (inputs, outputs), of variance by that rule."""
    sizes = (64, *[WIDTH] * HIDDEN, _CLASSES)
    made = []
    for inputs, outputs in pairwise(sizes):
        variance = 2.0 / inputs if rule == "he" else 2.0 / (inputs + outputs)
        made.append(rng.normal(0.0, np.sqrt(variance), (inputs, outputs)))
    return made


def forward(matrices: list[Array], pair: Pair, inputs: Array) -> tuple[list[Array], list[Array]]:
    """Return what enters each layer and each layer's weighted sums; the last sums are the scores."""
    entering, sums = [inputs], []
    for matrix in matrices:
        sums.append(entering[-1] @ matrix)
        entering.append(pair[0](sums[-1]))
    return entering[:-1], sums


def loss(matrices: list[Array], pair: Pair, examples: Examples) -> float:
    """Return the mean cross-entropy of a softmax over the scores."""
    scores = forward(matrices, pair, examples.inputs)[1][-1]
    shifted = scores - scores.max(axis=1, keepdims=True)
    chosen = shifted[np.arange(len(examples.labels)), examples.labels]
    return float(np.mean(np.log(np.exp(shifted).sum(axis=1)) - chosen))


def gradients(matrices: list[Array], pair: Pair, examples: Examples) -> list[Array]:
    """Return the gradient of `loss` with respect to each layer's weighted sums, shapes (images, units)."""
    _, sums = forward(matrices, pair, examples.inputs)
    raised = np.exp(sums[-1] - sums[-1].max(axis=1, keepdims=True))
    error = raised / raised.sum(axis=1, keepdims=True)
    error[np.arange(len(examples.labels)), examples.labels] -= 1.0
    found = [error / len(examples.labels)]
    for matrix, below in zip(matrices[:0:-1], sums[-2::-1], strict=True):
        found.append((found[-1] @ matrix.T) * pair[1](below))
    return found[::-1]


def compute() -> DepthState:
    """Return the gradient norms of all networks."""
    examples = images(IMAGES)
    fades = []
    for name, pair, rule in _NETWORKS:
        norms = np.empty((SEEDS, HIDDEN))
        for seed in range(SEEDS):
            found = gradients(weights(rule, np.random.default_rng(seed)), pair, examples)
            norms[seed] = [np.linalg.norm(gradient) for gradient in found[:HIDDEN]]
        fades.append(Fade(name, norms))
    fades.sort(key=lambda fade: -fade.ratio)
    return DepthState(tuple(fades), HIDDEN, WIDTH, IMAGES, SEEDS)
