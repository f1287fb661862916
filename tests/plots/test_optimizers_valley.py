"""Momentum in a narrow valley: the best settings, the rates of the theory, and the explorer's start."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from numpy.testing import assert_allclose

from plots.optimizers import methods, valley
from plots.registry import FIGURES
from plots.spec import Variant, variants

if TYPE_CHECKING:
    from tests.plots.conftest import Drawings


def test_gradient_agrees_with_finite_differences() -> None:
    h = 1e-6
    for point in np.random.default_rng(2).uniform(-3, 3, (20, 2)):
        numeric = [
            (valley.loss(*(point + h * axis)) - valley.loss(*(point - h * axis))) / (2 * h)
            for axis in np.eye(2)
        ]
        assert_allclose(valley.gradient(point), numeric, atol=1e-5)


def _radius(rate: float, beta: float) -> float:
    """Return by which factor the error shrinks in the long run: the largest root over both directions."""
    roots = [np.roots([1.0, rate * c - 1.0 - beta, beta]) for c in (1.0, valley.KAPPA)]
    return float(np.abs(np.concatenate(roots)).max())


def test_settings_are_the_best_ones() -> None:
    state = valley.compute()
    for run in (state.plain, state.heavy):
        assert _radius(run.rate, run.beta) == pytest.approx(run.factor, abs=1e-6)
    for rate in np.linspace(0.5, 1.5, 21) * state.plain.rate:
        assert _radius(float(rate), 0.0) >= state.plain.factor - 1e-9
    for rate in np.linspace(0.7, 1.3, 13) * state.heavy.rate:
        for beta in np.linspace(0.7, 1.3, 13) * state.heavy.beta:
            assert _radius(float(rate), float(beta)) >= state.heavy.factor - 1e-6


def test_runs_reach_the_rates_of_the_theory() -> None:
    state = valley.compute()
    assert_allclose(state.plain.distance[1:] / state.plain.distance[:-1], state.plain.factor)
    late = (state.heavy.distance[-1] / state.heavy.distance[-41]) ** (1 / 40)
    assert state.heavy.factor < late < 1.02 * state.heavy.factor, "t times factor^t at the best settings"
    assert round(state.plain.factor, 3) == 0.961
    assert round(state.heavy.factor, 3) == 0.752


def test_steps_grow_with_the_condition_number_and_with_its_root() -> None:
    state = valley.compute()
    slopes = np.diff(np.log(state.tenfold[:, -20:])) / np.diff(np.log(state.kappas[-20:]))
    assert_allclose(slopes[0], 1.0, atol=0.01)
    assert_allclose(slopes[1], 0.5, atol=0.01)


def test_explorer_starts_from_what_is_drawn() -> None:
    state = valley.compute()
    start = FIGURES["momentum"].settings(state)
    assert set(start) == {"kappa", "rate", "momentum", "steps", "x", "y"}
    step = methods.momentum(start["rate"], start["momentum"])
    point = np.array([start["x"], start["y"]])
    path = methods.descend(lambda p: p * np.array([1.0, start["kappa"]]), point, step, int(start["steps"]))
    assert_allclose(path, state.heavy.path[: state.shown + 1])


@pytest.mark.parametrize("variant", list(variants()), ids=lambda v: v.name)
def test_paths_are_inside_their_maps(drawn: Drawings, variant: Variant) -> None:
    one = drawn["momentum", variant]
    lines = {line.get_gid(): line for axes in one.figure.axes for line in axes.lines if line.get_gid()}
    for run in (one.state.plain, one.state.heavy):
        line = lines[run.method]
        assert_allclose(np.asarray(line.get_xydata()), run.path[: one.state.shown + 1])
        assert line.axes is not None
        low, high = line.axes.get_ylim()
        assert low < np.min(line.get_ydata()) <= np.max(line.get_ydata()) < high
