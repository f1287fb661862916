"""A small multilayer perceptron in NumPy: forward pass, backward pass and training.

Layers are fully connected, hidden units are ReLU, the loss is the mean cross-entropy of a
softmax. All parameters live in one vector, layer after layer, each layer's weights (rows are
inputs, columns are units) before its biases; so the rules of `plots.optimizers` train it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from plots.optimizers.methods import Memory, Step

Array = NDArray[np.float64]
Labels = NDArray[np.int64]
Layers = tuple[tuple[Array, Array], ...]
"""Per layer the weights, shape (inputs, units), and the biases, shape (units,)."""

_DIGITS = Path(__file__).parents[1] / "data" / "digits.npz"


@dataclass(frozen=True, slots=True)
class Examples:
    """Inputs, shape (n, features), and the class of each, shape (n,)."""

    inputs: Array
    labels: Labels

    def take(self, rows: NDArray[np.int64]) -> Examples:
        """Return the examples of `rows`."""
        return Examples(self.inputs[rows], self.labels[rows])


def load_digits(seed: int = 0, train_share: float = 0.75) -> tuple[Examples, Examples]:
    """Return the 1,797 digit images of 8 x 8 pixels in [0, 1], shuffled and split.

    Returns:
        The training examples and the test examples.
    """
    with np.load(_DIGITS) as data:
        whole = Examples(data["pixels"].astype(np.float64) / 16.0, data["labels"].astype(np.int64))
    order = np.random.default_rng(seed).permutation(len(whole.labels))
    cut = int(train_share * len(order))
    return whole.take(order[:cut]), whole.take(order[cut:])


def parameter_count(sizes: tuple[int, ...]) -> int:
    """Return how many weights and biases a network of these layer sizes has."""
    return sum((a + 1) * b for a, b in pairwise(sizes))


def unpack(parameters: Array, sizes: tuple[int, ...]) -> Layers:
    """Return views of the layers in the vector `parameters`."""
    layers = []
    start = 0
    for a, b in pairwise(sizes):
        middle, end = start + a * b, start + (a + 1) * b
        layers.append((parameters[start:middle].reshape(a, b), parameters[middle:end]))
        start = end
    return tuple(layers)


def initial(sizes: tuple[int, ...], rng: np.random.Generator) -> Array:
    """Return random parameters: weights of variance 2 / inputs, biases zero (He et al. 2015)."""
    parameters = np.zeros(parameter_count(sizes))
    for weights, _ in unpack(parameters, sizes):
        weights[:] = rng.normal(0.0, np.sqrt(2.0 / weights.shape[0]), weights.shape)
    return parameters


def forward(layers: Layers, inputs: Array) -> list[Array]:
    """Return the inputs, then what each layer puts out: ReLU, except for the last one's scores."""
    outputs = [inputs]
    for index, (weights, biases) in enumerate(layers):
        scores = outputs[-1] @ weights + biases
        outputs.append(scores if index == len(layers) - 1 else np.maximum(scores, 0.0))
    return outputs


def loss(layers: Layers, examples: Examples) -> float:
    """Return the mean cross-entropy, in nats."""
    scores = forward(layers, examples.inputs)[-1]
    shifted = scores - scores.max(axis=1, keepdims=True)
    chosen = shifted[np.arange(len(examples.labels)), examples.labels]
    return float(np.mean(np.log(np.exp(shifted).sum(axis=1)) - chosen))


def accuracy(layers: Layers, examples: Examples) -> float:
    """Return the share of examples whose highest score is that of their class."""
    return float(np.mean(forward(layers, examples.inputs)[-1].argmax(axis=1) == examples.labels))


def loss_gradient(parameters: Array, sizes: tuple[int, ...], examples: Examples) -> Array:
    """Return the gradient of `loss` by backpropagation (Rumelhart et al. 1986); shape of `parameters`."""
    layers = unpack(parameters, sizes)
    outputs = forward(layers, examples.inputs)
    shifted = np.exp(outputs[-1] - outputs[-1].max(axis=1, keepdims=True))
    error = shifted / shifted.sum(axis=1, keepdims=True)
    error[np.arange(len(examples.labels)), examples.labels] -= 1.0
    error /= len(examples.labels)
    gradient = np.empty_like(parameters)
    slots = unpack(gradient, sizes)
    for index in reversed(range(len(layers))):
        slots[index][0][:] = outputs[index].T @ error
        slots[index][1][:] = error.sum(axis=0)
        if index:
            error = (error @ layers[index][0].T) * (outputs[index] > 0.0)
    return gradient


def batches(examples: Examples, size: int, rng: np.random.Generator) -> Iterator[Examples]:
    """Yield all examples once, shuffled, `size` at a time; the last batch may be smaller."""
    order = rng.permutation(len(examples.labels))
    for start in range(0, len(order), size):
        yield examples.take(order[start : start + size])


@dataclass(frozen=True, slots=True)
class Training:
    """How a network is trained. `decay` is the factor of the L2 penalty's gradient (weights and biases)."""

    sizes: tuple[int, ...]
    epochs: int
    batch: int
    decay: float
    seed: int


def train(plan: Training, examples: Examples, step: Step) -> Array:
    """Return the parameters after `plan.epochs` passes over `examples` with the rule `step`."""
    rng = np.random.default_rng(plan.seed)
    parameters = initial(plan.sizes, rng)
    memory = Memory.empty(parameters)
    for _ in range(plan.epochs):
        for batch in batches(examples, plan.batch, rng):
            gradient = loss_gradient(parameters, plan.sizes, batch) + plan.decay * parameters
            parameters, memory = step(parameters, gradient, memory)
    return parameters
