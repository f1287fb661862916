"""Batch noise: the gradient's spread falls with the root of the batch size."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from numpy.testing import assert_allclose

from plots.optimizers import batches
from plots.optimizers.methods import Array
from plots.spec import Variant, variants

if TYPE_CHECKING:
    from tests.plots.conftest import Drawings


def test_gradient_agrees_with_finite_differences() -> None:
    inputs, targets = batches.data()
    w, h = np.array([0.3, -0.7]), 1e-6

    def loss(weights: Array) -> float:
        return float(np.mean((inputs @ weights - targets) ** 2) / 2)

    numeric = [(loss(w + h * axis) - loss(w - h * axis)) / (2 * h) for axis in np.eye(2)]
    assert_allclose(batches.gradients(w, inputs, targets).mean(axis=0), numeric, atol=1e-6)


def test_measured_spread_follows_the_theory() -> None:
    state = batches.compute()
    assert state.sizes.tolist() == [1, 2, 4, 8, 16, 32, 64, 128, 256]
    assert_allclose(state.measured, state.expected, rtol=0.06)
    assert_allclose(state.expected[0] / state.expected[4], 4.0)


def test_smaller_batches_wander_further() -> None:
    state = batches.compute()
    one, some, everything = (state.distance(run) for run in state.runs)
    assert one > 2 * some > 4 * everything
    for run in state.runs:
        assert run.path.shape == (state.updates + 1, 2)
        assert tuple(run.path[0]) == batches.START


def test_the_full_batch_is_gradient_descent() -> None:
    state = batches.compute()
    full = state.runs[-1]
    assert full.size == state.examples
    steps = -state.rate * (full.path[:-1] - state.best) @ state.hessian
    assert_allclose(np.diff(full.path, axis=0), steps, atol=1e-12)
    assert (np.diff(state.excess(full)) < 0).all()


def test_runs_are_the_same_every_time() -> None:
    first, second = batches.compute(), batches.compute()
    for a, b in zip(first.runs, second.runs, strict=True):
        assert (a.path == b.path).all()


@pytest.mark.parametrize("variant", list(variants()), ids=lambda v: v.name)
def test_paths_and_points_are_drawn(drawn: Drawings, variant: Variant) -> None:
    one = drawn["batch-noise", variant]
    lines = {line.get_gid(): line for axes in one.figure.axes for line in axes.lines if line.get_gid()}
    for run in one.state.runs:
        assert_allclose(np.asarray(lines[f"batch-{run.size}"].get_xydata()), run.path)
        axes = lines[f"batch-{run.size}"].axes
        assert axes is not None
        assert axes.get_xlim()[0] < run.path[:, 0].min() <= run.path[:, 0].max() < axes.get_xlim()[1]
        assert axes.get_ylim()[0] < run.path[:, 1].min() <= run.path[:, 1].max() < axes.get_ylim()[1]
    assert_allclose(np.asarray(lines["measured"].get_ydata()), one.state.measured)
