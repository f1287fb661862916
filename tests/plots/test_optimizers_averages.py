"""Moving averages from zero, Adam's first steps, and the step per coordinate."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from numpy.testing import assert_allclose

from plots.optimizers import averages
from plots.spec import Variant, variants

if TYPE_CHECKING:
    from tests.plots.conftest import Drawings


def test_average_is_the_sum_with_decaying_weights() -> None:
    g = np.random.default_rng(5).standard_normal(30)
    one = averages.average(g, 0.9)
    weights = 0.1 * 0.9 ** np.arange(30)[::-1]
    assert one.plain[-1] == pytest.approx(float(weights @ g))
    assert one.corrected[-1] == pytest.approx(float(weights @ g / weights.sum()))


def test_correction_is_exact_for_a_constant() -> None:
    for beta in averages.BETAS:
        one = averages.average(np.full(50, 3.0), beta)
        assert_allclose(one.corrected, 3.0)
        assert_allclose(one.plain, 3.0 * (1 - beta ** np.arange(1, 51)))


def test_first_steps_are_those_of_the_answer() -> None:
    state = averages.compute()
    raw = state.first("uncorrected")
    assert round(float(raw[0]), 1) == 3.2
    assert state.longest[0] == 12
    assert round(state.longest[1], 1) == 6.6
    assert round(float(raw[999]), 2) == 1.26
    t = np.arange(1, len(raw) + 1)
    assert_allclose(raw, (1 - 0.9**t) / np.sqrt(1 - 0.999**t))
    assert_allclose(state.first("adam"), 1.0, rtol=1e-6)
    assert_allclose(state.first("rmsprop"), 1 / np.sqrt(1 - 0.9**t), rtol=1e-6)


def test_adaptive_methods_step_equally_far_in_every_coordinate() -> None:
    for moves in averages.compute().moves:
        if moves.method == "sgd":
            assert_allclose(moves.lengths / moves.lengths[0], [1, 100, 10_000])
        else:
            assert_allclose(moves.lengths, moves.lengths[0], rtol=1e-5)


@pytest.mark.parametrize("variant", list(variants()), ids=lambda v: v.name)
def test_averages_are_drawn(drawn: Drawings, variant: Variant) -> None:
    one = drawn["moving-average-bias", variant]
    lines = {line.get_gid(): line for axes in one.figure.axes for line in axes.lines if line.get_gid()}
    for average in one.state.averages:
        assert_allclose(np.asarray(lines[f"uncorrected-{average.beta:g}"].get_ydata()), average.plain)
        assert_allclose(np.asarray(lines[f"adam-{average.beta:g}"].get_ydata()), average.corrected)
    low, high = lines["gradients"].axes.get_ylim()  # type: ignore[union-attr]
    assert low < one.state.gradients.min() <= one.state.gradients.max() < high
    for moves in one.state.moves:
        assert_allclose(np.asarray(lines[f"moves-{moves.method}"].get_xdata()), moves.lengths)
