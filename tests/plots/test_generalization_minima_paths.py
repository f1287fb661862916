"""Paths between solutions: the stored results are what the code in the repository computes."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from plots.generalization import connections as c
from plots.generalization.connections import Connections
from plots.networks import digits as network
from plots.optimizers import methods as optimizers


@pytest.fixture(scope="module")
def found() -> Connections:
    return c.load()


def test_training_again_gives_the_stored_networks(found: Connections) -> None:
    # Sums of matrix products differ in the last digit from one processor to the next; training spreads it.
    training, _ = network.load_digits()
    for plan, stored in zip(c.PLANS, (found.first, found.second), strict=True):
        assert_allclose(network.train(plan, training, optimizers.adam(c.RATE)), stored, atol=1e-5)
    assert_allclose(c.train_bend(found.first, found.second, training), found.bend, atol=1e-4)
    start = network.initial(c.SIZES, np.random.default_rng(c.PLANS[0].seed))
    assert_array_equal(start, found.start)


def test_stored_losses_are_those_of_the_stored_networks(found: Connections) -> None:
    training, test = network.load_digits()
    some = [0, 13, 20, 40]
    lines = [found.first + t * (found.second - found.first) for t in c.PLACES[some]]
    curves = [c.bezier(found.first, found.bend, found.second, float(t)) for t in c.PLACES[some]]
    ways = [found.start + t * (found.first - found.start) for t in c.PLACES[some]]
    for points, stored in ((lines, found.line), (curves, found.curve), (ways, found.way)):
        assert_allclose(c.along(points, training, test), stored[:, some], rtol=1e-9)
    heights = np.linspace(*c.WINDOW[2:], c.GRID[1])
    assert_allclose(c.plane_loss(found, heights[30], training), found.plane[30], rtol=1e-9)


def test_gradient_of_the_bend_agrees_with_finite_differences(found: Connections) -> None:
    training, _ = network.load_digits()
    batch, t, h = training.take(np.arange(40)), 0.3, 1e-6

    def loss(bend: c.Array) -> float:
        point = c.bezier(found.first, bend, found.second, t)
        return network.loss(network.unpack(point, c.SIZES), batch)

    point = c.bezier(found.first, found.bend, found.second, t)
    gradient = c.bend_gradient(network.loss_gradient(point, c.SIZES, batch), t)
    direction = np.random.default_rng(0).normal(size=gradient.shape)
    numeric = (loss(found.bend + h * direction) - loss(found.bend - h * direction)) / (2 * h)
    assert_allclose(gradient @ direction, numeric, rtol=1e-4)


def test_places_in_the_plane(found: Connections) -> None:
    assert found.place(found.first) == pytest.approx((0, 0))
    assert found.place(found.second) == pytest.approx((1, 0))
    x, y = found.place(found.bend)
    rebuilt = found.first + x * (found.second - found.first) + y * found.up
    assert_allclose(rebuilt, found.bend, atol=1e-9)
    assert_allclose(found.up @ (found.second - found.first), 0.0, atol=1e-9)
    left, right, low, high = c.WINDOW
    middle = found.place(c.bezier(found.first, found.bend, found.second, 0.5))
    assert left < middle[0] < right
    assert low < middle[1] < high


def test_what_the_texts_say_holds(found: Connections) -> None:
    ends = found.line[0][[0, -1]]
    assert found.line[0].max() > 5 * ends.max(), "a ridge on the straight line"
    assert found.curve[0].max() == pytest.approx(ends.max()), "the curve is highest at its ends"
    assert (np.diff(found.way[0]) <= 0).all(), "from the start to the end the loss only falls"


def test_saving_and_loading_keeps_everything(found: Connections, tmp_path: Path) -> None:
    c.save(found, tmp_path / "paths.npz")
    again = c.load(tmp_path / "paths.npz")
    for field in fields(found):
        assert_array_equal(getattr(again, field.name), getattr(found, field.name))
