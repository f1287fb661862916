"""Learning rates below 1/K, between 1/K and 2/K, and above 2/K."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from numpy.testing import assert_allclose

from plots.optimizers import rates
from plots.spec import Variant, variants

if TYPE_CHECKING:
    from tests.plots.conftest import Drawings


def test_slope_agrees_with_finite_differences() -> None:
    w, h = np.linspace(-4.0, 4.0, 17), 1e-6
    assert_allclose(rates.slope(w), (rates.loss(w + h) - rates.loss(w - h)) / (2 * h), atol=1e-8)


def test_a_step_multiplies_the_loss_by_the_known_factor() -> None:
    state = rates.compute()
    assert_allclose(state.ratio, (1 - state.product) ** 2, atol=1e-12)
    for run in state.runs:
        assert_allclose(run.loss[1:] / run.loss[:-1], run.factor)
        assert run.factor == pytest.approx((1 - run.rate * state.curvature) ** 2)
    assert state.best == pytest.approx(1 / state.curvature)
    assert state.limit == pytest.approx(2 / state.curvature)


def test_the_three_runs_are_of_three_kinds() -> None:
    state = rates.compute()
    low, middle, high = state.runs
    assert low.rate < state.best < middle.rate < state.limit < high.rate
    assert (low.weight < 0).all()
    for run in (middle, high):
        assert (np.diff(np.sign(run.weight)) != 0).all()
    assert middle.loss[-1] < low.loss[-1] < low.loss[0] < high.loss[-1]


def test_descent_lemma_on_a_function_with_bounded_curvature() -> None:
    """The caption's claim beyond the parabola: curvature at most 1, rate below 2."""
    w = np.linspace(-6.0, 6.0, 241)
    value, slope = np.log(np.cosh(w)), np.tanh(w)
    for rate in (0.2, 1.6, 1.99):
        assert (np.log(np.cosh(w - rate * slope)) <= value + 1e-12).all()


@pytest.mark.parametrize("variant", list(variants()), ids=lambda v: v.name)
def test_paths_stand_on_the_parabola(drawn: Drawings, variant: Variant) -> None:
    one = drawn["learning-rate-too-large", variant]
    axes = [axes for axes in one.figure.axes if axes.axison]
    for ax, run in zip(axes[:3], one.state.runs, strict=True):
        (line,) = [line for line in ax.lines if line.get_gid() == f"{run.rate:g}"]
        x, y = np.asarray(line.get_xydata()).T
        assert len(x) == one.state.shown + 1
        assert_allclose(y, rates.loss(x))
        assert ax.get_xlim()[0] < x.min() <= x.max() < ax.get_xlim()[1]
        assert y.max() < ax.get_ylim()[1]
    (ratio,) = [line for line in axes[3].lines if line.get_gid() == "ratio"]
    assert_allclose(np.asarray(ratio.get_ydata()), one.state.ratio)
