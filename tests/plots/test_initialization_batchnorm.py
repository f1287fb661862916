"""Batch normalization: what it does to means, to one example, and to running statistics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from numpy.testing import assert_allclose

from plots.initialization import batches, batchnorm
from plots.initialization.batches import MOMENTUM, NormState
from plots.spec import LANGS, Lang, Variant, variants
from plots.wording import number

if TYPE_CHECKING:
    from tests.plots.conftest import Drawings


@pytest.fixture(scope="module")
def state() -> NormState:
    return batches.compute()


def test_units_have_mean_zero_and_variance_one_afterwards(state: NormState) -> None:
    for unit in state.units:
        assert_allclose(unit.after.mean(), 0.0, atol=1e-12)
        assert_allclose(unit.after.var(), 1.0, atol=1e-3)
        assert_allclose(np.corrcoef(unit.before, unit.after)[0, 1], 1.0)
    means = [unit.before.mean() for unit in state.units]
    assert means == sorted(means)


def test_scaled_and_shifted_inputs_give_the_same_output() -> None:
    z = np.random.default_rng(1).normal(2.0, 3.0, 500)
    other = 10 * z + 5
    assert_allclose(
        batches.normalize(other, other.mean(), other.var()),
        batches.normalize(z, z.mean(), z.var()),
        atol=1e-5,
    )


def test_small_batches_make_more_noise_and_bound_the_output(state: NormState) -> None:
    assert state.small.std() > 4 * state.large.std()
    assert np.abs(state.small).max() <= np.sqrt(batches.SMALL - 1)
    assert_allclose(state.large.mean(), state.evaluated, atol=0.03)


def test_one_output_is_that_of_its_batch() -> None:
    z = np.array([1.0, 2.0, 4.0, 9.0])
    found = batches.in_batches(z, 3, 4, np.random.default_rng(0))  # the other three are the whole batch
    assert_allclose(found, (9.0 - 4.0) / np.sqrt(z.var() + batches.EPSILON))


def test_running_mean_forgets_its_start(state: NormState) -> None:
    for run in state.running:
        assert run.mean[0] == 0.0
        assert_allclose(run.mean[-1], state.mean, atol=0.15)
    weights = MOMENTUM * (1 - MOMENTUM) ** np.arange(10)[::-1]
    assert_allclose(weights.sum() + state.after_steps(10), 1.0)
    assert state.after_steps(10) == pytest.approx(0.3487, abs=1e-4)
    large = state.running[1]
    assert_allclose(large.mean[10], state.mean * (1 - state.after_steps(10)), atol=0.03)
    assert_allclose(large.variance, state.units[0].before.var(), rtol=0.1)


@pytest.mark.parametrize("variant", list(variants()), ids=lambda v: v.name)
def test_picture_shows_the_state(drawn: Drawings, variant: Variant) -> None:
    one = drawn["batch-normalization", variant]
    axes: list[Any] = [axes for axes in one.figure.axes if axes.axison]
    before, after, outputs, running = axes
    assert len(before.patches) == len(after.patches) == 4
    (evaluation,) = [line for line in outputs.lines if line.get_gid() == "evaluation"]
    assert_allclose(evaluation.get_xdata(), one.state.evaluated)
    lines = {line.get_gid(): line for line in running.lines}
    for run in one.state.running:
        assert_allclose(lines[f"batch-{run.batch}"].get_ydata(), run.mean[: batches.SHOWN_STEPS + 1])
    for values, (low, high) in (
        (np.concatenate([unit.before for unit in one.state.units]), before.get_xlim()),
        (np.concatenate([unit.after for unit in one.state.units]), after.get_xlim()),
        (np.concatenate([one.state.small, one.state.large]), outputs.get_xlim()),
    ):
        assert low <= values.min() <= values.max() <= high


@pytest.mark.parametrize("lang", LANGS)
def test_texts_state_the_noise(state: NormState, lang: Lang) -> None:
    for value in (state.small.std(), state.large.std()):
        assert number(value, 2) in batchnorm.alt(state, lang)
    assert number(state.evaluated, 2) in batchnorm.description(state, lang)
