"""Autoencoders of digit images in NumPy, beside principal component analysis with equally large codes.

The networks have ReLU hidden layers, a linear code and a linear output; inputs are centred pixels. Training
takes some seconds, so its results are stored: `python -m plots.networks.autoencoder` makes the file again.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from plots.networks import digits
from plots.networks.digits import Layers
from plots.optimizers import methods
from plots.optimizers.methods import Memory

Array = NDArray[np.float64]

STORED = Path(__file__).parents[1] / "data" / "autoencoders.npz"

PIXELS = 64
HIDDEN = 64
CODES = (1, 2, 4, 8, 16)
"""How many numbers a code has."""

EXAMPLE_CODE = 2
EPOCHS, BATCH, RATE = 200, 64, 0.005
LINEAR_EPOCHS = 300
SEED = 0


@dataclass(frozen=True, slots=True)
class AutoencoderState:
    """Mean squared errors per pixel on the test images, and ten of them with their reconstructions.

    `pca`, `linear` and `deep` have shape (len(CODES),); `originals`, `by_pca`, `by_deep` have shape
    (10, PIXELS), one image of every digit, with codes of EXAMPLE_CODE numbers.
    """

    codes: tuple[int, ...]
    pca: Array
    linear: Array
    deep: Array
    originals: Array
    by_pca: Array
    by_deep: Array
    example: int
    tests: int

    @property
    def at_example(self) -> int:
        """The place of the example's code size among the codes."""
        return self.codes.index(self.example)


def data() -> tuple[Array, Array, Array, digits.Labels]:
    """Return centred training and test pixels, the mean that was taken away, and the test labels."""
    training, test = digits.load_digits()
    mean = np.asarray(training.inputs.mean(axis=0))
    return training.inputs - mean, test.inputs - mean, mean, test.labels


def components(inputs: Array, size: int) -> Array:
    """Return the first principal directions of centred data as columns, shape (features, size)."""
    return np.asarray(np.linalg.svd(inputs, full_matrices=False)[2][:size].T)


def sizes(code: int, *, deep: bool) -> tuple[int, ...]:
    """Return the layer sizes: with a hidden layer on both sides of the code, or without."""
    return (PIXELS, HIDDEN, code, HIDDEN, PIXELS) if deep else (PIXELS, code, PIXELS)


def bent(index: int, shape: tuple[int, ...]) -> bool:
    """Tell whether the layer that ends at `index` has ReLU units: the wide hidden ones do."""
    return len(shape) == 5 and index in (1, 3)


def outputs(layers: Layers, inputs: Array) -> list[Array]:
    """Return the inputs, then what every layer puts out; the last are the reconstructions."""
    shape = (inputs.shape[1], *(len(biases) for _, biases in layers))
    found = [inputs]
    for index, (weights, biases) in enumerate(layers, start=1):
        scores = found[-1] @ weights + biases
        found.append(np.maximum(scores, 0.0) if bent(index, shape) else scores)
    return found


def error(layers: Layers, inputs: Array) -> float:
    """Return the mean squared error per pixel."""
    return float(np.mean((outputs(layers, inputs)[-1] - inputs) ** 2))


def gradient(parameters: Array, shape: tuple[int, ...], inputs: Array) -> Array:
    """Return the gradient of `error` by backpropagation; shape of `parameters`."""
    layers = digits.unpack(parameters, shape)
    found = outputs(layers, inputs)
    result = np.empty_like(parameters)
    slots = digits.unpack(result, shape)
    back = 2.0 * (found[-1] - inputs) / inputs.size
    for index in reversed(range(len(layers))):
        if bent(index + 1, shape):
            back = back * (found[index + 1] > 0.0)
        slots[index][0][:] = found[index].T @ back
        slots[index][1][:] = back.sum(axis=0)
        back = back @ layers[index][0].T
    return result


def trained(shape: tuple[int, ...], inputs: Array, epochs: int) -> Array:
    """Return parameters after training with Adam, its rate falling to zero in a straight line."""
    rng = np.random.default_rng(SEED)
    parameters = np.zeros(digits.parameter_count(shape))
    for weights, _ in digits.unpack(parameters, shape):
        fans = len(weights) if len(shape) == 5 else sum(weights.shape)  # He for ReLU, else Xavier
        weights[:] = rng.normal(0.0, np.sqrt(2.0 / fans), weights.shape)
    memory = Memory.empty(parameters)
    steps = epochs * -(-len(inputs) // BATCH)
    for _ in range(epochs):
        order = rng.permutation(len(inputs))
        for start in range(0, len(inputs), BATCH):
            rate = RATE * (1.0 - memory.steps / steps)
            slope = gradient(parameters, shape, inputs[order[start : start + BATCH]])
            parameters, memory = methods.adam(rate)(parameters, slope, memory)
    return parameters


def measure() -> AutoencoderState:
    """Train every network and return what the figure shows."""
    training, test, mean, labels = data()
    errors: dict[str, list[float]] = {"pca": [], "linear": [], "deep": []}
    chosen = [int(np.flatnonzero(labels == digit)[0]) for digit in range(10)]
    by_pca = by_deep = np.empty((0, PIXELS))
    for code in CODES:
        directions = components(training, code)
        errors["pca"].append(float(np.mean((test @ directions @ directions.T - test) ** 2)))
        for name, epochs in (("linear", LINEAR_EPOCHS), ("deep", EPOCHS)):
            shape = sizes(code, deep=name == "deep")
            layers = digits.unpack(trained(shape, training, epochs), shape)
            errors[name].append(error(layers, test))
        if code == EXAMPLE_CODE:
            by_pca = test[chosen] @ directions @ directions.T + mean
            by_deep = outputs(layers, test[chosen])[-1] + mean
    return AutoencoderState(
        codes=CODES,
        **{name: np.array(found) for name, found in errors.items()},
        originals=test[chosen] + mean,
        by_pca=by_pca,
        by_deep=by_deep,
        example=EXAMPLE_CODE,
        tests=len(test),
    )


def compute() -> AutoencoderState:
    """Return the stored results."""
    with np.load(STORED) as stored:
        arrays = {name: stored[name].astype(np.float64) for name in _ARRAYS}
        return AutoencoderState(
            codes=tuple(int(code) for code in stored["codes"]),
            example=int(stored["example"]),
            tests=int(stored["tests"]),
            **arrays,
        )


_ARRAYS = ("pca", "linear", "deep", "originals", "by_pca", "by_deep")


def main() -> None:
    """Train again and write the file."""
    state = measure()
    arrays = {name: getattr(state, name) for name in _ARRAYS}
    np.savez_compressed(
        STORED, codes=np.array(state.codes), example=state.example, tests=state.tests, **arrays
    )


if __name__ == "__main__":
    main()
