"""Dying units: what counts as dead, that the dead stay dead, and which step kills."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from numpy.testing import assert_allclose

from plots.activations import dying
from plots.networks import digits
from plots.spec import Variant, variants

if TYPE_CHECKING:
    from tests.plots.conftest import Drawings

STATE = dying.compute()
TRAINING, _ = digits.load_digits()


def test_dead_means_off_for_every_image() -> None:
    parameters = digits.initial(dying.SIZES, np.random.default_rng(2))
    weights, biases = digits.unpack(parameters, dying.SIZES)[0]
    weights[:, :3] = 0.0
    biases[:3] = (-1.0, 0.0, 1.0)
    outputs = digits.forward(digits.unpack(parameters, dying.SIZES), TRAINING.inputs)[1]
    assert dying.dead_share(parameters, TRAINING) == np.mean(~outputs.any(axis=0))
    assert not outputs[:, :2].any()
    assert outputs[:, 2].all()


def test_a_dead_unit_gets_no_gradient() -> None:
    middle, end, _ = dying.follow(0, dying.RATES[1], TRAINING)
    gone = dying.sums(middle, TRAINING).max(axis=0) <= 0.0
    gradient = digits.unpack(digits.loss_gradient(middle, dying.SIZES, TRAINING), dying.SIZES)[0]
    assert not gradient[0][:, gone].any()
    assert not gradient[1][gone].any()
    before, after = (digits.unpack(p, dying.SIZES)[0][0] for p in (middle, end))
    assert (before[:, gone] == after[:, gone]).all(), "and is not moved by later steps"
    assert gone.sum() == STATE.hasty.lost


def test_the_high_rate_kills_and_the_low_one_does_not() -> None:
    assert STATE.careful.dead.shape == STATE.hasty.dead.shape == (dying.SEEDS, len(STATE.steps))
    assert_allclose(STATE.careful.dead[:, 0], STATE.hasty.dead[:, 0])
    assert STATE.careful.dead.max() < 0.1
    assert STATE.hasty.dead[:, -1].min() > 0.5
    assert STATE.hasty.dead[:, 1].mean() > 0.3
    assert (np.diff(STATE.hasty.dead, axis=1) >= 0.0).all(), "nothing below this layer changes its inputs"
    assert STATE.careful.accuracy.min() > 0.8
    assert STATE.careful.accuracy.min() > STATE.hasty.accuracy.max() + 0.2


@pytest.mark.parametrize("variant", list(variants()), ids=lambda v: v.name)
def test_picture_shows_shares_and_dead_units(drawn: Drawings, variant: Variant) -> None:
    figure = drawn["dying-relu", variant].figure
    parts: list[Any] = figure.axes[1:]
    share, careful, hasty = parts
    lines = {line.get_gid(): line.get_ydata() for line in share.lines}
    assert_allclose(lines["rate-0.1"], STATE.careful.dead.mean(axis=0))
    assert_allclose(lines["rate-2"], STATE.hasty.dead.mean(axis=0))
    for axes, run in ((careful, STATE.careful), (hasty, STATE.hasty)):
        (crosses,) = [line for line in axes.lines if line.get_gid() == "dead"]
        assert len(crosses.get_xdata()) == run.lost
        assert (crosses.get_ydata() <= 0).all()
        assert axes.get_ylim()[1] > run.high.max()
