"""The sum of hinges: least squares, where the kinks are, how the error falls, what frames show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from numpy.testing import assert_allclose

from plots.activations import hinges, hinges_words
from plots.spec import LANGS, Variant, variants

if TYPE_CHECKING:
    from tests.plots.conftest import Drawings

STATE = hinges.compute()


def test_value_is_the_sum_of_its_parts() -> None:
    for fit in STATE.fits:
        assert fit.parts.shape == (fit.count, len(STATE.x))
        assert_allclose(fit.constant + fit.parts.sum(axis=0), fit.value, atol=1e-9)
        for kink, slope, part in zip(fit.kinks, fit.slopes, fit.parts, strict=True):
            assert_allclose(part, slope * np.maximum(0.0, STATE.x - kink))
        rest = STATE.curve - fit.value
        assert_allclose(fit.rms, np.sqrt(np.mean(rest**2)))
        assert_allclose(fit.largest, np.abs(rest).max())


def test_slopes_are_those_of_least_squares() -> None:
    for fit in STATE.fits:
        rest = STATE.curve - fit.value
        assert_allclose(hinges.hinge(STATE.x, fit.kinks).T @ rest, 0.0, atol=1e-8)
        assert_allclose(rest.sum(), 0.0, atol=1e-8)


def test_a_piecewise_linear_curve_is_found_again() -> None:
    x = STATE.x
    kinks, slopes = np.array([-1.5, 0.5, 2.0]), np.array([1.0, -2.0, 3.0])
    y = 0.3 + hinges.hinge(x, kinks) @ slopes
    found = hinges.fit(x, y, 3)
    assert_allclose(found.kinks, kinks, atol=1e-4)
    assert_allclose(found.slopes, slopes, atol=1e-3)
    assert found.rms < 1e-4


def test_moving_the_kinks_helps_and_moving_them_further_does_not() -> None:
    for fit in STATE.fits:
        count = fit.count
        width = STATE.x[-1] - STATE.x[0]
        even = STATE.x[0] + width * (np.arange(count) + 0.5) / count
        _, rest = hinges._residual(STATE.x, STATE.curve, even)
        assert fit.rms <= np.sqrt(np.mean(rest**2))
        for index in np.flatnonzero(fit.kinks > STATE.x[0]):
            for move in (-0.03, 0.03):
                moved = fit.kinks.copy()
                moved[index] = moved[index] + move
                _, rest = hinges._residual(STATE.x, STATE.curve, moved)
                assert np.sqrt(np.mean(rest**2)) >= fit.rms * 0.99  # the points are no continuum


def test_error_falls_with_the_square_of_the_count() -> None:
    errors = [fit.rms for fit in STATE.fits]
    assert errors == sorted(errors, reverse=True)
    assert 3.3 < errors[-2] / errors[-1] < 4.6
    curvature = STATE.fits[-1]
    longest = np.diff(np.append(curvature.kinks, np.pi)).max()
    assert curvature.largest < longest**2 / 8 * 1.2


def test_frames_name_their_number() -> None:
    made = hinges_words.frames(STATE)
    assert [frame.key for frame in made.frames] == ["k-1", "k-2", "k-4", "k-8", "k-16"]
    assert STATE.fits[made.start].count == 4
    for frame, fit in zip(made.frames, STATE.fits, strict=True):
        for lang in LANGS:
            for words in (frame.alt, frame.caption, frame.label):
                assert str(fit.count) in words.of(lang)
                assert not set("{}$\\") & set(words.of(lang))
    assert made.frames[0].label.en == "1 ReLU"


@pytest.mark.parametrize("variant", list(variants()), ids=lambda v: v.name)
def test_each_frame_draws_its_fit(drawn: Drawings, variant: Variant) -> None:
    for one, fit in zip(drawn.frames("relu-hinges", variant), STATE.fits, strict=True):
        drawings: list[Any] = one.figure.axes[1:]
        curve, parts, error = drawings
        lines = {line.get_gid(): line for line in curve.lines}
        assert_allclose(lines["kinks"].get_xdata(), fit.kinks)
        x, y = lines["sum"].get_data()
        assert_allclose(np.interp(STATE.x, x, y), fit.value, atol=1e-9)
        assert y.min() > curve.get_ylim()[0]
        terms = [line for line in parts.lines if line.get_gid() == "term"]
        assert len(terms) == fit.count
        (current,) = [line for line in error.lines if line.get_gid() == "current"]
        assert_allclose(current.get_xydata(), [[fit.count, fit.rms]])
