"""Penalties: minima by their conditions of optimality, and the numbers of the answer."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.testing import assert_allclose

from plots.generalization import penalties as p
from plots.generalization.penalties import PenaltiesState, Quadratic


@pytest.fixture(scope="module")
def state() -> PenaltiesState:
    return p.compute()


def _gradient(loss: Quadratic, weights: p.Array) -> p.Array:
    return loss.hessian @ (weights - loss.best)


@pytest.mark.parametrize("strength", [0.01, 0.3, 1.0, 1.7])
def test_solutions_satisfy_the_conditions_of_optimality(strength: float) -> None:
    loss = p.regression()
    assert_allclose(_gradient(loss, p.ridge(loss, strength)), -strength * p.ridge(loss, strength), atol=1e-12)
    weights = p.lasso(loss, strength, loss.best)
    slope = _gradient(loss, weights)
    kept = weights != 0
    assert_allclose(slope[kept], -strength * np.sign(weights[kept]), atol=1e-10)
    assert (np.abs(slope[~kept]) <= strength).all()


def test_loss_gradient_agrees_with_finite_differences() -> None:
    loss, weights, h = p.regression(), np.linspace(-1.0, 2.0, 8), 1e-5
    numeric = [(loss.value(weights + h * e) - loss.value(weights - h * e)) / (2 * h) for e in np.eye(8)]
    assert_allclose(_gradient(loss, weights), numeric, atol=1e-8)


def test_hand_solved_case(state: PenaltiesState) -> None:
    # With both weights positive L1 subtracts lambda H^-1 (1, 1) = (2/3) lambda (1, 1); w1 is gone at
    # 1.05, and from there on w2 = best2 + best1 / 2 - lambda = 2.35 - lambda.
    first, second = state.sides
    assert_allclose(first.point, [0.0, 2.35 - p.LAMBDA], atol=1e-12)
    assert_allclose(p.lasso(state.plane, 0.6, state.plane.best), [0.3, 1.6], atol=1e-10)
    assert_allclose(second.point, p.ridge(state.plane, p.LAMBDA))
    for side in state.sides:
        assert_allclose(side.course[0], state.plane.best, atol=1e-12)
        assert_allclose(side.course[-1], 0.0, atol=0.01)


def test_contour_touches_the_budget(state: PenaltiesState) -> None:
    """Inside the budget the loss is nowhere lower than at the solution."""
    rng = np.random.default_rng(0)
    for side, order in zip(state.sides, (1, 2), strict=True):
        inside = rng.uniform(-1.3, 1.3, (4000, 2))
        inside = inside[np.linalg.norm(inside, order, axis=1) <= side.size]
        assert len(inside) > 1000
        assert (state.plane.value(inside) >= state.plane.value(side.point)).all()


def test_example_is_that_of_the_answer(state: PenaltiesState) -> None:
    first, second = state.sides
    assert_allclose(state.data.best, [3.05, -1.89, -0.08, -0.07, 0.02, -0.22, 0.15, 0.03], atol=0.006)
    assert_allclose(first.shown, [2.55, -1.51, 0, 0, 0, 0, 0, 0], atol=0.006)
    assert (first.zeros, second.zeros) == (6, 0)
    assert abs(second.shown[-1]) > abs(state.data.best[-1]), "a single weight can grow under L2"


def test_paths_start_at_least_squares_and_l1_ends_at_zero(state: PenaltiesState) -> None:
    first, second = state.sides
    assert_allclose(first.paths[0], state.data.best, atol=0.05)
    beyond = state.strengths >= state.gone
    assert (first.paths[beyond] == 0).all()
    assert (first.paths[~beyond] != 0).any(axis=1).all()
    assert (second.paths != 0).all()
    norms = np.linalg.norm(second.paths, axis=1)
    assert (np.diff(norms) < 0).all()
