"""The small network: its gradient, its training and the data it learns from."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.testing import assert_allclose

from plots.networks import digits as network
from plots.networks.digits import Examples, Training
from plots.optimizers import methods as optimizers

SIZES = (5, 7, 4, 3)


def _examples(count: int = 12) -> Examples:
    rng = np.random.default_rng(3)
    return Examples(rng.normal(size=(count, SIZES[0])), rng.integers(0, SIZES[-1], count))


def test_backpropagation_agrees_with_finite_differences() -> None:
    examples = _examples()
    parameters = network.initial(SIZES, np.random.default_rng(4))
    parameters += 0.05 * np.random.default_rng(5).normal(size=parameters.shape)
    gradient = network.loss_gradient(parameters, SIZES, examples)
    h = 1e-6
    numeric = np.empty_like(gradient)
    for index in range(parameters.size):
        ends = []
        for sign in (1, -1):
            moved = parameters.copy()
            moved[index] += sign * h
            ends.append(network.loss(network.unpack(moved, SIZES), examples))
        numeric[index] = (ends[0] - ends[1]) / (2 * h)
    assert np.abs(gradient).max() > 0.1
    assert_allclose(gradient, numeric, atol=1e-8)


def test_unpack_gives_views_of_the_whole_vector() -> None:
    parameters = np.arange(network.parameter_count(SIZES), dtype=np.float64)
    layers = network.unpack(parameters, SIZES)
    assert [(w.shape, b.shape) for w, b in layers] == [((5, 7), (7,)), ((7, 4), (4,)), ((4, 3), (3,))]
    assert_allclose(np.concatenate([np.append(w, b) for w, b in layers]), parameters)
    layers[1][1][0] = -1.0
    assert (parameters == -1.0).sum() == 1


def test_initial_weights_have_the_variance_of_he() -> None:
    layers = network.unpack(network.initial((400, 300, 2), np.random.default_rng(0)), (400, 300, 2))
    assert_allclose(layers[0][0].var(), 2 / 400, rtol=0.02)
    assert not layers[0][1].any()


def test_loss_of_an_undecided_network_is_the_logarithm_of_the_classes() -> None:
    layers = network.unpack(np.zeros(network.parameter_count(SIZES)), SIZES)
    assert_allclose(network.loss(layers, _examples()), np.log(3))


def test_loss_does_not_overflow_for_huge_scores() -> None:
    parameters = 1e4 * network.initial(SIZES, np.random.default_rng(0))
    assert np.isfinite(network.loss(network.unpack(parameters, SIZES), _examples()))


@pytest.mark.parametrize("step", [optimizers.sgd(0.1), optimizers.momentum(0.02), optimizers.adam(0.01)])
def test_training_learns_its_examples(step: optimizers.Step) -> None:
    examples = _examples(30)
    plan = Training(sizes=SIZES, epochs=200, batch=8, decay=0.0, seed=0)
    layers = network.unpack(network.train(plan, examples, step), SIZES)
    assert network.loss(layers, examples) < 0.7
    assert network.accuracy(layers, examples) > 0.75


def test_batches_hold_every_example_once() -> None:
    examples = Examples(np.arange(10.0)[:, None], np.arange(10))
    parts = list(network.batches(examples, 4, np.random.default_rng(0)))
    assert [len(part.labels) for part in parts] == [4, 4, 2]
    assert sorted(np.concatenate([part.labels for part in parts])) == list(range(10))


def test_digits_are_split_without_overlap() -> None:
    training, test = network.load_digits()
    assert training.inputs.shape == (1347, 64)
    assert test.inputs.shape == (450, 64)
    assert training.inputs.min() == 0.0
    assert training.inputs.max() == 1.0
    assert set(training.labels) == set(test.labels) == set(range(10))
    counts = np.bincount(np.concatenate([training.labels, test.labels]))
    assert counts.tolist() == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]
