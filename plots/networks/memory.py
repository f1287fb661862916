"""The memory that training takes: bytes per parameter by optimizer, and VGG-16 at several batch sizes."""

from __future__ import annotations

from dataclasses import dataclass

VGG16 = ((224, 64, 2), (112, 128, 2), (56, 256, 3), (28, 512, 3), (14, 512, 3))
"""Stages of VGG-16 (Simonyan & Zisserman 2015): side of the image, channels, convolutions."""

DENSE = ((25088, 4096), (4096, 4096), (4096, 1000))
CHANNELS, FLOAT, INDEX = 3, 4, 8
"""Channels of the input image; bytes of a float32 number and of the place of a maximum (int64)."""

BATCHES = (1, 16, 64, 256)
BILLION = 10**9
LARGE = 7 * BILLION
"""A language model for comparison: so many parameters."""


@dataclass(frozen=True, slots=True)
class Bytes:
    """Bytes for each parameter: weights, gradients, and what the optimizer keeps."""

    name: str
    weights: int
    gradients: int
    optimizer: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.weights + self.gradients + self.optimizer

    @property
    def parts(self) -> tuple[int, int, int]:
        """The three in the order in which they are drawn."""
        return (self.weights, self.gradients, self.optimizer)


RULES = (
    Bytes("sgd", 4, 4, 0),
    Bytes("momentum", 4, 4, 4),
    Bytes("adam", 4, 4, 8),
    Bytes("mixed", 2, 2, 4 + 8),
)
"""float32 but for the last: a 16-bit model whose optimizer keeps float32 weights and two moments."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Bytes that VGG-16 takes in training at one batch size: those of Adam, activations, the input."""

    size: int
    fixed: tuple[int, int, int]
    activations: int
    images: int

    @property
    def parts(self) -> tuple[int, ...]:
        """Weights, gradients, optimizer, activations."""
        return (*self.fixed, self.activations)

    @property
    def total(self) -> int:
        """All of them; the input is the first of the activations."""
        return sum(self.parts)


@dataclass(frozen=True, slots=True)
class MemoryState:
    """The rules, the batches, and what the texts state beside them."""

    rules: tuple[Bytes, ...]
    batches: tuple[Batch, ...]
    parameters: int
    per_image: int

    def rule(self, name: str) -> Bytes:
        """Return the rule of that name."""
        return next(rule for rule in self.rules if rule.name == name)


def parameter_count() -> int:
    """Return the weights and biases of VGG-16."""
    found, channels = 0, CHANNELS
    for _, width, layers in VGG16:
        for _ in range(layers):
            found, channels = found + (9 * channels + 1) * width, width
    return found + sum((inputs + 1) * outputs for inputs, outputs in DENSE)


def stored_bytes() -> int:
    """Return what one image leaves in memory for the backward pass, in float32.

    Kept are the inputs of convolutions and dense layers, the outputs of ReLU (the same arrays, computed in
    place), the outputs of pooling and the places of its maxima.
    """
    floats, indices = CHANNELS * VGG16[0][0] ** 2, 0
    for side, width, layers in VGG16:
        pooled = (side // 2) ** 2 * width
        floats, indices = floats + layers * side**2 * width + pooled, indices + pooled
    floats += sum(outputs for _, outputs in DENSE)
    return FLOAT * floats + INDEX * indices


def compute() -> MemoryState:
    """Return the bars of both parts."""
    parameters, per_image = parameter_count(), stored_bytes()
    adam = next(rule for rule in RULES if rule.name == "adam")
    weights, gradients, optimizer = (parameters * part for part in adam.parts)
    image = FLOAT * CHANNELS * VGG16[0][0] ** 2
    batches = tuple(
        Batch(size, (weights, gradients, optimizer), size * per_image, size * image) for size in BATCHES
    )
    return MemoryState(RULES, batches, parameters, per_image)
