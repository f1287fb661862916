"""The convolution, the dense layer that equals it, and how many weights both have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from plots.networks import convolution, convolution_sharing
from plots.networks.convolution import ConvolutionState
from plots.spec import LANGS, Lang, Variant, variants

if TYPE_CHECKING:
    from tests.plots.conftest import Drawings


@pytest.fixture(scope="module")
def state() -> ConvolutionState:
    return convolution.compute()


@pytest.mark.parametrize(("side", "kernel"), [(6, 3), (5, 2), (4, 4), (7, 1)])
def test_dense_layer_computes_the_same(side: int, kernel: int) -> None:
    rng = np.random.default_rng(side)
    image, weights = rng.normal(size=(side, side)), rng.normal(size=(kernel, kernel))
    matrix = convolution.dense_matrix(weights, side)
    output = convolution.convolve(image, weights)
    assert_allclose(matrix @ image.ravel(), output.ravel())
    counts = convolution.count(side, kernel)
    assert counts.dense == matrix.size
    assert counts.copies == np.count_nonzero(matrix)
    assert counts.zeros == matrix.size - np.count_nonzero(matrix)
    assert counts.outputs == output.size
    assert counts.shared == weights.size


def test_numbers_are_those_of_the_answers(state: ConvolutionState) -> None:
    assert_array_equal(state.output, [[0, 3, 3, 0]] * 4)
    assert (state.counts.shared, state.counts.dense, state.counts.copies) == (9, 576, 144)
    assert (state.large.shared, state.large.dense) == (288, 16_959_488)


def test_example_is_one_output(state: ConvolutionState) -> None:
    row, column = state.example
    window = state.image[row : row + 3, column : column + 3]
    assert state.output[row, column] == np.sum(window * state.kernel)
    line = state.matrix[state.example_index]
    assert_array_equal(line.reshape(6, 6)[row : row + 3, column : column + 3], state.kernel)
    assert_array_equal(np.flatnonzero(line), np.flatnonzero(state.covered[state.example_index] & (line != 0)))


@pytest.mark.parametrize("variant", list(variants()), ids=lambda v: v.name)
def test_picture_repeats_the_filter_in_every_row(drawn: Drawings, variant: Variant) -> None:
    one = drawn["convolution-sharing", variant]
    layer: Any = one.figure.axes[0]
    rows = [artist for artist in layer.collections if (artist.get_gid() or "").startswith("weights")]
    assert [len(row.get_paths()) for row in rows] == [9] * 16
    window = next(patch for patch in layer.patches if patch.get_gid() == "window")
    cell = next(patch for patch in layer.patches if patch.get_gid() == "spot").get_width()
    assert_allclose(window.get_width(), 3 * cell)
    bars = [patch for patch in layer.patches if (patch.get_gid() or "").startswith("bar")]
    assert_allclose(bars[1].get_width() / bars[0].get_width(), 144 / 9)


def test_motion_visits_every_place_and_ends_at_the_example(drawn: Drawings) -> None:
    variant = Variant("en", "light", "wide")
    one = drawn["convolution-sharing", variant]
    motion = convolution_sharing.motion(one.state, variant, one.figure)
    window = next(track for track in motion.tracks if track.gid == "window")
    assert len(set(window.values)) == 16
    assert window.values[-1] == (0.0, 0.0)
    assert window.times[-1] < motion.seconds
    shown = {track.gid for track in motion.tracks if track.kind == "fade"}
    assert shown == {f"{kind}-{k}" for kind in ("cell", "number", "weights") for k in range(16)}
    assert not motion.gone


@pytest.mark.parametrize("lang", LANGS)
def test_texts_state_the_counts(state: ConvolutionState, lang: Lang) -> None:
    text = convolution_sharing.description(state, lang)
    for fact in ("576", "144", "432", "25%", "16,959,488"):
        assert fact in text
