"""Contaminated test sets: the simulations against their formulas and the numbers of the answer."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.testing import assert_allclose

from plots.generalization import leaks
from plots.generalization.leaks import LeaksState
from plots.networks.digits import load_digits


@pytest.fixture(scope="module")
def state() -> LeaksState:
    return leaks.compute()


def test_vote_takes_the_most_frequent_and_then_the_nearest() -> None:
    labels = np.array([7, 7, 3, 3, 3, 1])
    order = np.array([[0, 2, 3, 4, 1], [5, 0, 2, 1, 3], [0, 2, 5, 3, 1]])
    assert leaks.vote(order, labels, 5).tolist() == [3, 7, 7]
    assert leaks.vote(order, labels, 1).tolist() == [7, 1, 7]


def test_neighbors_are_those_of_a_plain_search() -> None:
    training, test = load_digits()
    inputs = np.concatenate([training.inputs, test.inputs])
    truth = np.concatenate([training.labels, test.labels])
    table = leaks._one_split(inputs, truth, np.random.default_rng(5))
    rng = np.random.default_rng(5)
    labels = np.where(rng.random(len(truth)) < leaks.NOISE, rng.integers(0, 10, len(truth)), truth)
    rows = rng.permutation(len(truth))
    train, asked = rows[: leaks.TRAINED], rows[leaks.TRAINED : leaks.TRAINED + leaks.TESTED]
    distance = ((inputs[asked][:, None] - inputs[train]) ** 2).sum(axis=2)
    nearest = labels[train][distance.argmin(axis=1)]
    assert table[0, -2] == np.mean(nearest == labels[asked])
    assert table[0, -1] == 1.0, "every training example is its own nearest neighbor"


def test_measured_accuracy_follows_the_formula(state: LeaksState) -> None:
    for one in state.copies:
        assert_allclose(one.measured, one.expected(state.shares), atol=0.01)
        assert one.measured[0] == pytest.approx(one.honest)
    one, other = state.copies
    assert one.memory == 1.0
    assert one.honest < other.honest, "the model that memorizes is the worse one"
    assert_allclose(one.expected(np.array(state.crossing)), other.expected(np.array(state.crossing)))
    beyond = state.shares > state.crossing
    assert ((one.measured > other.measured) == beyond).all()


def test_choosing_features_on_all_data_gives_the_numbers_of_the_answer(state: LeaksState) -> None:
    assert len(state.leaked) == len(state.clean) == leaks.RUNS
    assert round(float(state.leaked.mean()), 2) == 0.86
    assert round(float(state.clean.mean()), 2) == 0.50
    error = state.clean.std(ddof=1) / np.sqrt(leaks.RUNS)
    assert abs(state.clean.mean() - leaks.CHANCE) < 3 * error
