"""Losses: slopes against finite differences, and the numbers of the answers."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from numpy.testing import assert_allclose

from plots.evaluation import loss_functions as f
from plots.evaluation.loss_functions import Array

PAIRS: list[tuple[Callable[[Array], Array], Callable[[Array], Array]]] = [
    (f.squared, f.squared_slope),
    (f.absolute, f.absolute_slope),
    (f.huber, f.huber_slope),
]


@pytest.mark.parametrize(("loss", "slope"), PAIRS)
def test_slope_in_the_residual_agrees_with_finite_differences(
    loss: Callable[[Array], Array], slope: Callable[[Array], Array]
) -> None:
    r, h = np.linspace(-5.0, 5.0, 300), 1e-6
    assert_allclose(slope(r), (loss(r + h) - loss(r - h)) / (2 * h), atol=1e-6)
    assert (loss(r) >= 0).all()


@pytest.mark.parametrize(
    ("loss", "slope"), [(f.cross_entropy, f.cross_entropy_slope), (f.brier, f.brier_slope)]
)
def test_slope_in_the_logit_agrees_with_finite_differences(
    loss: Callable[[Array], Array], slope: Callable[[Array], Array]
) -> None:
    def sigmoid(z: Array) -> Array:
        return 1.0 / (1.0 + np.exp(-z))

    z, h = np.linspace(-5.0, 5.0, 101), 1e-5
    numeric = (loss(sigmoid(z + h)) - loss(sigmoid(z - h))) / (2 * h)
    assert_allclose(slope(sigmoid(z)), numeric, atol=1e-8)


def test_huber_is_smooth_where_it_changes() -> None:
    edge = np.array([f.DELTA])
    assert_allclose(f.huber(edge), f.DELTA**2 / 2)
    assert_allclose(f.huber(edge + 1) - f.huber(edge), f.DELTA)


def test_best_constants_are_those_of_the_answer() -> None:
    state = f.compute()
    best = [round(one.best, 2) for one in state.residual]
    assert best == [8.0, 3.0, 3.33]
    assert_allclose(best[:2], [np.mean(f.TARGETS), np.median(f.TARGETS)])
    c = np.linspace(0, 30, 3001)
    r = c[:, None] - np.array(f.TARGETS)
    for one, (loss, _) in zip(state.residual, PAIRS, strict=True):
        assert_allclose(one.best, c[loss(r).mean(axis=1).argmin()], atol=0.011)


def test_slopes_at_a_wrong_probability_are_those_of_the_answer() -> None:
    state = f.compute()
    assert_allclose(state.slopes, (-0.99, -0.0196), atol=5e-5)
    squared = state.probability[1]
    assert_allclose(squared.x[np.abs(squared.slope).argmax()], state.steepest, atol=0.005)
    assert_allclose(state.steepest, 1 / 3)
