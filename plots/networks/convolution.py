"""One convolution of a small image, and the dense layer that computes the same."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

SIDE, KERNEL = 6, 3
EXAMPLE = (1, 1)
"""The output, by row and column, that stays marked in the picture."""

LARGE_SIDE, LARGE_FILTERS = 28, 32
"""A layer of usual size, for comparison in the description."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many weights a convolution has, how many a dense layer of the same sizes, and what fills it.

    `copies` of the dense weights repeat a weight of the filter, the others are `zeros`.
    """

    shared: int
    dense: int
    outputs: int
    copies: int

    @property
    def zeros(self) -> int:
        """Dense weights that no filter touches."""
        return self.dense - self.copies


@dataclass(frozen=True, slots=True)
class ConvolutionState:
    """What is drawn.

    `image` has shape (SIDE, SIDE), `kernel` (KERNEL, KERNEL), `output` what the filter finds at every
    place. `matrix` has a row for every output and a column for every input; `covered` of the same shape
    tells which of its entries belong to the filter.
    """

    image: Array
    kernel: Array
    output: Array
    matrix: Array
    covered: NDArray[np.bool_]
    counts: Counts
    large: Counts
    example: tuple[int, int]

    @property
    def example_index(self) -> int:
        """The marked output as a row of the matrix."""
        return self.example[0] * int(self.output.shape[1]) + self.example[1]


def convolve(image: Array, kernel: Array) -> Array:
    """Return the cross-correlation without padding, stride 1 (LeCun et al. 1989)."""
    windows = np.lib.stride_tricks.sliding_window_view(image, kernel.shape)
    return np.asarray(np.einsum("hwij,ij->hw", windows, kernel))


def dense_matrix(kernel: Array, side: int) -> Array:
    """Return the matrix that does the same to the flattened image: a copy of the filter in every row."""
    out = side - len(kernel) + 1
    matrix = np.zeros((out, out, side, side))
    for row in range(out):
        for column in range(out):
            matrix[row, column, row : row + len(kernel), column : column + len(kernel)] = kernel
    return matrix.reshape(out * out, side * side)


def count(side: int, kernel: int, filters: int = 1) -> Counts:
    """Return the weights of a convolution of one channel, and of the equivalent dense layer."""
    places = (side - kernel + 1) ** 2
    return Counts(
        shared=filters * kernel**2,
        dense=filters * places * side**2,
        outputs=filters * places,
        copies=filters * places * kernel**2,
    )


def compute() -> ConvolutionState:
    """Return the vertical edge and the filter of the answer on convolutional networks."""
    image = np.zeros((SIDE, SIDE))
    image[:, SIDE // 2 :] = 1.0
    kernel = np.array([[-1.0, 0.0, 1.0]] * KERNEL)
    return ConvolutionState(
        image=image,
        kernel=kernel,
        output=convolve(image, kernel),
        matrix=dense_matrix(kernel, SIDE),
        covered=dense_matrix(np.ones_like(kernel), SIDE) > 0,
        counts=count(SIDE, KERNEL),
        large=count(LARGE_SIDE, KERNEL, LARGE_FILTERS),
        example=EXAMPLE,
    )
