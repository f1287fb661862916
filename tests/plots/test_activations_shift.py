"""The bias: thresholds, distances, and what each frame shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from numpy.testing import assert_allclose

from plots.activations import shift, shift_words
from plots.spec import LANGS, Variant, variants

if TYPE_CHECKING:
    from tests.plots.conftest import Drawings

STATE = shift.compute()


def test_threshold_is_where_the_output_is_a_half() -> None:
    for one in STATE.shifts:
        assert_allclose(np.interp(one.threshold, STATE.x, one.output), 0.5, atol=1e-6)
        moved = STATE.x - one.threshold
        expected = np.interp(moved, STATE.x, STATE.shift(0.0).output)
        inside = np.abs(moved) <= shift.EDGE
        assert_allclose(one.output[inside], expected[inside], atol=1e-6)


def test_distance_is_that_of_the_line_from_the_origin() -> None:
    w = np.array(shift.WEIGHTS)
    for one in STATE.shifts:
        nearest = -one.bias * w / (w @ w)
        assert_allclose(nearest @ w + one.bias, 0.0, atol=1e-12)
        assert_allclose(np.hypot(*nearest), one.distance)


def test_only_the_right_bias_separates_the_classes() -> None:
    assert STATE.best.bias == -4.0
    assert STATE.best.accuracy == 1.0
    assert STATE.shift(0.0).accuracy == 0.5
    assert (STATE.points > 0).all()
    assert (STATE.labels == 0).sum() == (STATE.labels == 1).sum()


def test_frames_start_with_the_best_bias() -> None:
    made = shift_words.frames(STATE)
    keys = [frame.key for frame in made.frames]
    assert keys == ["b-minus-4", "b-minus-2", "b-0", "b-2", "b-4"]
    assert made.start == 0
    for frame in made.frames:
        for lang in LANGS:
            assert not set("{}$\\") & set(frame.caption.of(lang) + frame.alt.of(lang))
    assert "−4" in made.frames[0].caption.ko


@pytest.mark.parametrize("variant", list(variants()), ids=lambda v: v.name)
def test_each_frame_draws_its_bias(drawn: Drawings, variant: Variant) -> None:
    for one, state in zip(drawn.frames("bias-shift", variant), STATE.shifts, strict=True):
        drawings: list[Any] = one.figure.axes[1:]
        curve, plane = drawings
        lines = {line.get_gid(): line for line in curve.lines}
        assert_allclose(lines["now"].get_ydata(), state.output)
        assert_allclose(lines["ghost"].get_ydata(), STATE.shift(0.0).output)
        lines = {line.get_gid(): line for line in plane.lines}
        assert_allclose(lines["now"].get_xydata() @ np.array(shift.WEIGHTS) + state.bias, 0.0, atol=1e-9)
        assert_allclose(lines["ghost"].get_xydata() @ np.array(shift.WEIGHTS), 0.0, atol=1e-9)
