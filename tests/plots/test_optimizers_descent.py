"""Gradient descent on one weight: the numbers of the answer, and what the picture shows of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from numpy.testing import assert_allclose

from plots.optimizers import descent
from plots.spec import LANGS, Lang, Variant, variants

if TYPE_CHECKING:
    from tests.plots.conftest import Drawings

NAME = "gradient-descent-1d"


def test_slope_agrees_with_finite_differences() -> None:
    w, h = np.linspace(-3.0, 5.0, 33), 1e-6
    assert_allclose(descent.slope(w), (descent.loss(w + h) - descent.loss(w - h)) / (2 * h), atol=1e-6)


def test_run_is_the_one_printed_in_the_answer() -> None:
    state = descent.compute()
    assert_allclose(state.main.weight[:6], [0.00, 0.93, 1.43, 1.70, 1.84, 1.91], atol=0.005)
    assert_allclose(state.main.loss[:6], [18.67, 5.31, 1.51, 0.43, 0.12, 0.03], atol=0.005)
    assert_allclose(state.slopes[:6], [-18.67, -9.96, -5.31, -2.83, -1.51, -0.81], atol=0.005)


def test_every_step_is_rate_times_slope_and_the_error_shrinks_by_one_factor() -> None:
    state = descent.compute()
    for run in state.runs:
        assert_allclose(np.diff(run.weight), -run.rate * descent.slope(run.weight[:-1]))
        error = run.weight - state.best
        assert_allclose(error[1:], (1 - run.rate * state.curvature) * error[:-1], atol=1e-12)
    assert state.best == pytest.approx(2.0)
    assert state.curvature == pytest.approx(28 / 3)


def test_captioned_claims_hold() -> None:
    state = descent.compute()
    slow, main, fast = state.runs
    assert main.loss[-1] < min(slow.loss[-1], fast.loss[-1])
    assert fast.rate < 2 / state.curvature < 1.1 * fast.rate
    assert (np.diff(np.sign(fast.weight - state.best)) != 0).all(), "the fast run crosses at every step"
    assert (slow.weight < state.best).all()


@pytest.mark.parametrize("variant", list(variants()), ids=lambda v: v.name)
def test_points_lie_on_the_loss_curve(drawn: Drawings, variant: Variant) -> None:
    one = drawn[NAME, variant]
    curve, learning, data = (axes for axes in one.figure.axes if axes.axison)
    (points,) = [line for line in curve.lines if line.get_gid() == "run"]
    x, y = np.asarray(points.get_xydata()).T
    assert_allclose(y, descent.loss(x))
    for run in one.state.runs:
        (line,) = [line for line in learning.lines if line.get_gid() == f"{run.rate:g}"]
        assert_allclose(np.asarray(line.get_xydata())[:, 1], run.loss)
    (examples,) = [line for line in data.lines if line.get_gid() == "data"]
    assert_allclose(np.asarray(examples.get_xydata()), np.column_stack([descent.INPUTS, descent.TARGETS]))


@pytest.mark.parametrize("lang", LANGS)
def test_texts_state_the_computed_numbers(drawn: Drawings, lang: Lang) -> None:
    one = drawn[NAME, Variant(lang, "light", "wide")]
    words = " ".join(text.get_text() for text in one.texts)
    assert "0.05 \\times 18.67 = 0.93" in words
    assert "L'(w_0) = -18.67" in words
