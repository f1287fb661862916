"""Feature scaling: the numbers of the answer, and the paths on the loss."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from numpy.testing import assert_allclose

from plots.optimizers import scaling
from plots.spec import Variant, variants

if TYPE_CHECKING:
    from tests.plots.conftest import Drawings


def test_numbers_are_those_of_the_answer() -> None:
    raw, _, standard = scaling.compute().ways
    assert round(raw.condition, 1) == 662.6
    assert raw.needed == 1526
    assert round(standard.condition, 1) == 1.1
    assert standard.needed == 2


def test_scaled_features_are_what_their_names_say() -> None:
    _, minmax, standard = scaling.compute().ways
    assert_allclose(minmax.points.min(axis=0), 0.0)
    assert_allclose(minmax.points.max(axis=0), 1.0)
    assert_allclose(standard.points.mean(axis=0), 0.0, atol=1e-12)
    assert_allclose(standard.points.std(axis=0), 1.0)


def test_best_weights_are_least_squares_with_a_bias() -> None:
    _, target = scaling.data()
    for way in scaling.compute().ways:
        columns = np.column_stack([way.points, np.ones(len(target))])
        expected = np.linalg.lstsq(columns, target, rcond=None)[0]
        assert_allclose(way.best, expected[:2], rtol=1e-8)
        h = 1e-4 * np.abs(way.best).max()
        for axis in np.eye(2):
            slopes = [float(way.loss(*(way.best + sign * h * axis))) for sign in (1, -1)]
            assert slopes[0] == pytest.approx(slopes[1], rel=1e-6)
            assert min(slopes) > 0


def test_the_rate_is_the_best_constant_one() -> None:
    for way in scaling.compute().ways:
        eigenvalues = np.linalg.eigvalsh(way.hessian)
        factors = np.abs(1 - way.rate * eigenvalues)
        assert factors[0] == pytest.approx(factors[1])
        assert factors[0] == pytest.approx((way.condition - 1) / (way.condition + 1))


def test_an_outlier_hurts_min_max_scaling_more() -> None:
    _, minmax, standard = scaling.compute().ways
    assert minmax.skewed > 3 * minmax.condition
    assert standard.skewed < 1.2
    assert scaling.compute().offset > 10 * minmax.condition


@pytest.mark.parametrize("variant", list(variants()), ids=lambda v: v.name)
def test_both_axes_have_one_scale(drawn: Drawings, variant: Variant) -> None:
    one = drawn["scaling-contours", variant]
    width, height = one.figure.get_size_inches()
    panels = [axes for axes in one.figure.axes if axes.axison]
    assert len(panels) == 6
    for axes in panels:
        box = axes.get_position()
        across = (box.width * width) / float(np.ptp(axes.get_xlim()))
        up = (box.height * height) / float(np.ptp(axes.get_ylim()))
        assert across == pytest.approx(up)
    for way in one.state.ways:
        (line,) = [line for axes in panels for line in axes.lines if line.get_gid() == way.method]
        assert_allclose(np.asarray(line.get_xydata()), way.path)
