"""Minimum, saddle point and plateau: derivatives, and the shares of random Hessians."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from numpy.testing import assert_allclose

from plots.landscapes import shapes
from plots.spec import Variant, variants

if TYPE_CHECKING:
    from tests.plots.conftest import Drawings

NAMES = ("minimum", "saddle", "plateau")


@pytest.fixture(scope="module")
def state() -> shapes.ShapesState:
    return shapes.compute()


@pytest.mark.parametrize("name", NAMES)
def test_gradient_agrees_with_finite_differences(name: str) -> None:
    u, v = np.random.default_rng(0).uniform(-1, 1, (2, 40))
    h = 1e-6
    by_u, by_v = shapes.gradient(name, u, v)
    assert_allclose(by_u, (shapes.value(name, u + h, v) - shapes.value(name, u - h, v)) / (2 * h), atol=1e-8)
    assert_allclose(by_v, (shapes.value(name, u, v + h) - shapes.value(name, u, v - h)) / (2 * h), atol=1e-8)


def test_each_shape_is_what_its_name_says(state: shapes.ShapesState) -> None:
    minimum, saddle, plateau = state.shapes
    assert (minimum.curvatures > 0).all()
    assert saddle.curvatures[0] < 0 < saddle.curvatures[1]
    assert_allclose(plateau.curvatures, 0.0, atol=1e-6)
    assert minimum.slope == saddle.slope == 0.0
    u, v = np.meshgrid(plateau.steps, plateau.steps)
    steepest = np.hypot(*shapes.gradient("plateau", u, v)).max()
    assert 0 < plateau.slope < 0.06 * steepest


def test_shares_of_minima_are_the_known_ones(state: shapes.ShapesState) -> None:
    exact = (0.5, (2 - math.sqrt(2)) / 4, (math.pi - 2 * math.sqrt(2)) / (4 * math.pi))
    for row, expected in zip(state.shares, exact, strict=False):
        error = 4 * math.sqrt(expected / state.draws)
        assert row[0] == pytest.approx(expected, abs=error)
        assert row[2] == pytest.approx(expected, abs=error)
    assert_allclose(state.shares.sum(axis=1), 1.0)
    assert (np.diff(state.shares[:, 0]) < 0).all()
    assert state.shares[:, 0].round(4).tolist() == [0.4983, 0.1486, 0.0248, 0.0026], "those of the answer"


@pytest.mark.parametrize("variant", list(variants()), ids=lambda v: v.name)
def test_arrows_point_downhill(drawn: Drawings, variant: Variant) -> None:
    one = drawn["minima-saddle-plateau", variant]
    quivers: list[Any] = [c for axes in one.figure.axes for c in axes.collections if hasattr(c, "U")]
    assert len(quivers) == 3
    for quiver, shape in zip(quivers, one.state.shapes, strict=True):
        by_u, by_v = shapes.gradient(shape.name, *np.asarray(quiver.XY).T)
        assert_allclose(quiver.U, -by_u)
        assert_allclose(quiver.V, -by_v)
    (bars,) = [axes for axes in one.figure.axes if len(axes.containers) == 3]
    widths = np.array([[bar.get_width() for bar in kind] for kind in bars.containers]).T
    assert_allclose(widths, one.state.shares)
