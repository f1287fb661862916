"""Gradients through depth: backpropagation, and what the networks do to them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from numpy.testing import assert_allclose

from plots.activations import depth, depth_words
from plots.networks.digits import Examples
from plots.spec import Variant

if TYPE_CHECKING:
    from tests.plots.conftest import Drawings

STATE = depth.compute()


@pytest.mark.parametrize("kind", range(4))
def test_gradients_agree_with_finite_differences(kind: int) -> None:
    """A weighted sum is moved by adding to it a weight times an input that is 1."""
    _, pair, rule = depth._NETWORKS[kind]
    rng = np.random.default_rng(7)
    examples = Examples(rng.normal(size=(3, 64)), rng.integers(0, 10, 3))
    matrices = [*depth.weights(rule, rng)[:1], rng.normal(0, 0.4, (64, 12)), rng.normal(0, 0.4, (12, 10))]
    deltas = depth.gradients(matrices, pair, examples)
    entering, _ = depth.forward(matrices, pair, examples.inputs)
    h = 1e-6
    for layer, matrix in enumerate(matrices):
        weight_gradient = entering[layer].T @ deltas[layer]
        for row, column in ((0, 0), (5, 3), (11, 9)):
            ends = []
            for sign in (1, -1):
                moved = [m.copy() for m in matrices]
                moved[layer][row, column] += sign * h
                ends.append(depth.loss(moved, pair, examples))
            assert matrix.shape == weight_gradient.shape
            assert_allclose(weight_gradient[row, column], (ends[0] - ends[1]) / (2 * h), atol=1e-8)


def test_weights_have_the_variances_of_their_rules() -> None:
    for rule, variance in (("xavier", 2 / 128), ("he", 2 / 64)):
        middle = depth.weights(rule, np.random.default_rng(0))[1:-1]
        assert len(middle) == depth.HIDDEN - 1
        assert_allclose(np.concatenate(middle).var(), variance, rtol=0.02)


def test_order_and_factors() -> None:
    assert [fade.name for fade in STATE.fades] == ["relu-he", "tanh", "relu-xavier", "sigmoid"]
    assert all(fade.norms.shape == (depth.SEEDS, depth.HIDDEN) for fade in STATE.fades)
    assert STATE.fade("sigmoid").per_layer < 0.25
    assert_allclose(STATE.fade("relu-xavier").per_layer, np.sqrt(0.5), rtol=0.03)
    assert_allclose(STATE.fade("relu-he").per_layer, 1.0, rtol=0.05)
    for fade in STATE.fades:
        assert_allclose(fade.per_layer ** (depth.HIDDEN - 1), fade.middle[0] / fade.middle[-1])
        assert (fade.norms.min(axis=0) <= fade.middle).all()
        assert (fade.middle <= fade.norms.max(axis=0)).all()


def test_factors_in_words() -> None:
    assert depth_words.factor(0.0013) == "× 0.0013"
    assert depth_words.factor(9.53e-13) == r"$\times\, 10^{-12}$"
    assert depth_words.factor(3.2e-9) == r"$\times\, 3 \cdot 10^{-9}$"
    assert depth_words._plain(3.2e-9) == "3 × 10⁻⁹"
    other = replace(STATE, seeds=7, hidden=30)
    assert "7 seeds" in depth_words.caption(other, "en")
    assert "30개" in depth_words.alt(other, "ko")


def test_lines_are_the_geometric_means(drawn: Drawings) -> None:
    one = drawn["vanishing-depth", Variant("en", "light", "wide")]
    axes: Any = one.figure.axes[1]
    assert axes.get_yscale() == "log"
    lines = {line.get_gid(): line for line in axes.lines}
    for fade in one.state.fades:
        assert_allclose(lines[fade.name].get_ydata(), fade.middle)
        assert axes.get_ylim()[0] <= fade.norms.min()
        assert fade.norms.max() <= axes.get_ylim()[1]
    assert len({line.get_marker() for line in lines.values()}) == 4
