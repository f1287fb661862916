"""The stored plane is what the code in the repository computes."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from plots.landscapes import plane as landscapes
from plots.landscapes.plane import PLAN, LandscapeState, Plane
from plots.networks import digits as network


@pytest.fixture(scope="module")
def plane() -> Plane:
    return landscapes.load()


@pytest.fixture(scope="module")
def parameters() -> landscapes.Array:
    return landscapes.trained(network.load_digits()[0])


def test_training_again_gives_the_stored_network(plane: Plane, parameters: landscapes.Array) -> None:
    # Sums of matrix products differ in the last digit from one processor to the next; training spreads it.
    assert_allclose(parameters, plane.parameters, atol=1e-6)
    training, test = network.load_digits()
    layers = network.unpack(parameters, PLAN.sizes)
    assert network.accuracy(layers, training) == plane.train_accuracy
    assert network.accuracy(layers, test) == plane.test_accuracy


def test_stored_losses_are_those_of_the_stored_network(plane: Plane) -> None:
    training, _ = network.load_digits()
    pair = landscapes.directions(plane.parameters, PLAN.sizes, landscapes.DIRECTION_SEED)
    chosen = [*range(0, landscapes.SIDE, 12), 30]
    rows, columns = np.meshgrid(chosen, chosen, indexing="ij")
    places = np.stack([plane.steps[columns], plane.steps[rows]], axis=-1).reshape(-1, 2)
    again = landscapes.loss_at(plane.parameters, pair, places, training)
    assert_allclose(again, plane.loss[rows, columns].ravel(), rtol=1e-9)
    lengths = np.array([float(np.linalg.norm(d)) for d in pair])
    assert_allclose(plane.norm, lengths / np.linalg.norm(plane.parameters), rtol=1e-9)
    assert_allclose(plane.cosine, pair[0] @ pair[1] / np.prod(lengths), rtol=1e-9)


def test_directions_have_the_length_of_every_unit_and_leave_biases_alone(plane: Plane) -> None:
    for d in landscapes.directions(plane.parameters, PLAN.sizes, 7):
        parts = network.unpack(d, PLAN.sizes)
        for (part, biases), (weights, _) in zip(
            parts, network.unpack(plane.parameters, PLAN.sizes), strict=True
        ):
            assert_allclose(np.linalg.norm(part, axis=0), np.linalg.norm(weights, axis=0))
            assert not biases.any()


def test_saving_and_loading_keeps_everything(plane: Plane, tmp_path: Path) -> None:
    landscapes.save(plane, tmp_path / "plane.npz")
    again = landscapes.load(tmp_path / "plane.npz")
    assert_array_equal(again.loss, plane.loss)
    assert_array_equal(again.parameters, plane.parameters)
    assert (again.test_accuracy, again.cosine) == (plane.test_accuracy, plane.cosine)


def test_local_minima_are_counted_inside_the_grid_only() -> None:
    x = np.linspace(-1.0, 1.0, 41)
    u, v = np.meshgrid(x, x)
    assert landscapes.local_minima(u**2 + v**2) == 1
    assert landscapes.local_minima((u**2 - 0.25) ** 2 + v**2) == 2
    assert landscapes.local_minima(u + v) == 0
    assert landscapes.local_minima(np.zeros((5, 5))) == 0


def test_state_states_what_the_plane_holds() -> None:
    state: LandscapeState = landscapes.compute()
    assert state.parameters == state.plane.parameters.size == 5018
    assert state.examples == 1347
    assert state.trained_loss == state.plane.loss[30, 30]
    assert state.plane.steps[30] == 0.0
    assert_allclose([state.tone(state.plane.loss.min()), state.tone(state.plane.loss.max())], [0, 1])
    assert_allclose(state.height(state.plane.loss).max(), landscapes.TALLEST)
