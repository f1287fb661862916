"""Activation functions: values where they are known, derivatives against finite differences."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
from numpy.testing import assert_allclose

from plots.activations import functions as a
from plots.activations.functions import Array

PAIRS: list[tuple[Callable[[Array], Array], Callable[[Array], Array]]] = [
    (a.sigmoid, a.sigmoid_slope),
    (a.tanh, a.tanh_slope),
    (a.relu, a.relu_slope),
    (a.leaky_relu, a.leaky_relu_slope),
    (a.elu, a.elu_slope),
    (a.gelu, a.gelu_slope),
]


@pytest.mark.parametrize(("function", "derivative"), PAIRS)
def test_derivative_agrees_with_finite_differences(
    function: Callable[[Array], Array], derivative: Callable[[Array], Array]
) -> None:
    x = np.linspace(-6.0, 6.0, 400)  # an even number of points: none of them is the kink at zero
    h = 1e-6
    assert_allclose(derivative(x), (function(x + h) - function(x - h)) / (2 * h), atol=1e-8)


@pytest.mark.parametrize(("function", "derivative"), PAIRS)
def test_shape_is_kept_and_large_inputs_do_not_overflow(
    function: Callable[[Array], Array], derivative: Callable[[Array], Array]
) -> None:
    x = np.array([[-800.0, 0.0], [800.0, 1.0]])
    for result in (function(x), derivative(x)):
        assert result.shape == x.shape
        assert np.isfinite(result).all()


def test_known_values() -> None:
    one, zero = np.array([1.0]), np.array([0.0])
    assert a.sigmoid(zero) == 0.5
    assert a.sigmoid_slope(zero) == 0.25
    assert a.tanh_slope(zero) == 1.0
    assert_allclose(a.tanh(one), 2 * a.sigmoid(2 * one) - 1)
    assert_allclose(a.gelu(one), 0.8413447460685429)
    assert_allclose(a.gelu(-one), -0.15865525393145707)
    assert_allclose(a.elu(-one), math.exp(-1) - 1)
    assert_allclose(a.elu(-one, 2.0), 2 * (math.exp(-1) - 1))
    assert_allclose(a.leaky_relu(-one), -a.USUAL_LEAK)


def test_slope_at_the_kink_is_that_of_the_left_side() -> None:
    zero = np.array([0.0])
    assert a.relu_slope(zero) == 0.0
    assert a.leaky_relu_slope(zero, 0.2) == 0.2
    assert a.elu_slope(zero, 0.5) == 0.5


def test_normal_cdf_is_symmetric_and_rises() -> None:
    x = np.linspace(-5.0, 5.0, 101)
    p = a.normal_cdf(x)
    assert_allclose(p + p[::-1], 1.0)
    assert (np.diff(p) > 0).all()
    assert p[50] == 0.5
