"""Polynomials: least squares by its conditions, and what the frames say of them."""

from __future__ import annotations

import re

import numpy as np
import pytest
from numpy.polynomial import legendre
from numpy.testing import assert_allclose

from plots.generalization import fit_curves, polynomials
from plots.generalization.polynomials import PolynomialsState
from plots.spec import LANGS


@pytest.fixture(scope="module")
def state() -> PolynomialsState:
    return polynomials.compute()


def test_residuals_are_orthogonal_to_the_basis(state: PolynomialsState) -> None:
    for degree, row in enumerate(state.coefficients):
        residual = legendre.legval(state.points.x, row) - state.points.y
        assert_allclose(legendre.legvander(state.points.x, degree).T @ residual, 0.0, atol=1e-10)
        assert not row[degree + 1 :].any()


def test_fit_recovers_a_polynomial() -> None:
    x = np.linspace(-1.0, 1.0, 9)
    points = polynomials.Points(x, 2.0 - x + 3.0 * x**3)
    found = legendre.leg2poly(polynomials.fit(points, 3))
    assert_allclose(found, [2.0, -1.0, 0.0, 3.0], atol=1e-12)
    assert polynomials.error(polynomials.fit(points, 3), points) < 1e-12
    assert polynomials.error(np.array([2.0]), points) == pytest.approx(np.sqrt(np.mean((x - 3 * x**3) ** 2)))


def test_training_error_only_falls_and_ends_at_zero(state: PolynomialsState) -> None:
    assert (np.diff(state.train) <= 1e-12).all()
    assert state.train[-1] < 1e-9
    assert state.validation[-1] > 2 * state.validation[state.best]
    assert state.best == 3
    assert state.validation[state.best] < 1.3 * state.noise, "as good as the noise allows"


def test_curves_are_those_of_the_shown_degrees(state: PolynomialsState) -> None:
    for degree, curve in zip(state.shown, state.curves, strict=True):
        again = legendre.legfit(state.points.x, state.points.y, degree)
        assert_allclose(curve, legendre.legval(state.grid, again), atol=1e-8)


def test_frames_state_the_errors_of_their_degree(state: PolynomialsState) -> None:
    found = fit_curves.frames(state)
    assert [frame.key for frame in found.frames] == [f"degree-{degree}" for degree in state.shown]
    assert 0 <= found.start < len(found.frames)
    for degree, frame in zip(state.shown, found.frames, strict=True):
        for lang in LANGS:
            assert f"{state.validation[degree]:.2f}" in frame.alt.of(lang)
            assert f"{state.validation[degree]:.2f}" in frame.caption.of(lang)
            assert f"{state.train[degree]:.2f}" in frame.caption.of(lang)
            assert re.search(rf"\b{degree}(차|$)", frame.label.of(lang))
