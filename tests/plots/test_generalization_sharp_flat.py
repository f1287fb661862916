"""Sharp and flat minima: the twin is the same function, and which steps can tell."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.testing import assert_allclose

from plots.generalization import sharpness as s
from plots.generalization.connections import SIZES, load
from plots.generalization.sharpness import SharpnessState
from plots.networks import digits as network


@pytest.fixture(scope="module")
def state() -> SharpnessState:
    return s.compute()


def test_twin_computes_the_same_from_other_parameters() -> None:
    _, test = network.load_digits()
    one = load().first
    other = s.twin(one, s.FACTOR)
    outputs = [network.forward(network.unpack(p, SIZES), test.inputs)[-1] for p in (one, other)]
    assert_allclose(outputs[0], outputs[1], atol=1e-10)
    assert np.abs(other - one).max() > 1
    assert_allclose(s.twin(other, 1 / s.FACTOR), one)


def test_directions_are_as_long_as_stated() -> None:
    one = load().first
    rng = np.random.default_rng(3)
    assert np.linalg.norm(s.plain_direction(one, rng)) == pytest.approx(s.LENGTH)
    direction = s.filter_direction(one, rng)
    pairs = zip(network.unpack(direction, SIZES), network.unpack(one, SIZES), strict=True)
    for (part, biases), (weights, _) in pairs:
        lengths = s.REACH * np.linalg.norm(weights, axis=0)
        assert_allclose(np.linalg.norm(part, axis=0), lengths)
        assert not biases.any()


def test_only_plain_steps_tell_the_twins_apart(state: SharpnessState) -> None:
    assert_allclose(state.filtered[0], state.filtered[1], rtol=1e-9)
    away = np.abs(state.places) > 0.3
    assert (state.plain[1][away] > 1.2 * state.plain[0][away]).all()
    middle = [profiles[k][state.middle] for profiles in (state.plain, state.filtered) for k in (0, 1)]
    assert_allclose(middle, middle[0])
    assert state.places[state.middle] == 0.0


def test_made_up_loss_has_two_minima_of_equal_depth(state: SharpnessState) -> None:
    assert_allclose(s.toy(np.array([s.SHARP, s.FLAT])), 0.0, atol=1e-15)
    inner = state.train[1:-1]
    lows = (inner < state.train[:-2]) & (inner < state.train[2:])
    assert_allclose(state.grid[1:-1][lows], [s.SHARP, s.FLAT], atol=0.02)
    sharp, flat = state.rise
    assert_allclose(state.rise, s.toy(np.array([s.SHARP, s.FLAT]) - s.SHIFT))
    assert sharp > 5 * flat > 0
    assert_allclose(state.test, s.toy(state.grid - state.shift))
