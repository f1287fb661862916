"""Signals through random layers: their sizes are those that theory gives, and the figure shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from numpy.testing import assert_allclose

from plots.initialization import signals, spread
from plots.initialization import spread_words as words
from plots.initialization.signals import SpreadState
from plots.spec import LANGS, Lang, Variant, variants

if TYPE_CHECKING:
    from tests.plots.conftest import Drawings


@pytest.fixture(scope="module")
def state() -> SpreadState:
    return signals.compute()


def test_schemes_have_the_variances_of_their_papers() -> None:
    assert_allclose(signals.lecun(400) ** 2, 1 / 400)
    assert_allclose(signals.xavier(300, 100) ** 2, 2 / 400)
    assert_allclose(signals.he(50) ** 2, 2 / 50)
    assert signals.xavier(256, 256) == signals.lecun(256)


def test_first_layer_has_the_size_of_theory(state: SpreadState) -> None:
    for signal in state.relu:
        # z = W h is normal with variance width * std^2, and ReLU keeps half of its mean square
        expected = np.sqrt(state.width * signal.scheme.std**2 / 2) * signal.rms[0]
        assert_allclose(signal.rms[1], expected, rtol=0.02)
    assert_allclose(state.tanh[0].rms[0], 1.0, rtol=0.01)


def test_relu_shrinks_the_mean_square_by_the_same_factor_everywhere(state: SpreadState) -> None:
    for signal in state.relu:
        factor = state.width * signal.scheme.std**2 / 2
        assert_allclose(np.log(signal.rms[-1] ** 2), state.layers * np.log(factor), atol=0.35)
    assert 0.9 < state.under_relu("he").rms[-1] < 1.2
    assert_allclose(state.under_relu("xavier").rms[-1], 2.0 ** (-state.layers / 2), rtol=0.1)


def test_tanh_is_bounded_and_saturates_with_large_weights(state: SpreadState) -> None:
    for signal in state.tanh:
        assert (signal.rms[1:] <= 1.0).all()
        assert_allclose(signal.shares.sum(), 1.0)
        assert_allclose(signal.shares, signal.shares[::-1], atol=0.02)
    assert state.under_tanh("large").saturated > 0.3
    assert state.under_tanh("xavier").saturated == 0.0
    assert state.under_tanh("small").shares.max() == 1.0
    ends = state.under_tanh("large").shares
    assert ends[0] > 10 * ends[len(ends) // 2]


def test_sizes_are_those_that_the_answer_prints(state: SpreadState) -> None:
    printed = {"small": "1.3e-19", "xavier": "1.1e-03", "he": "1.1e+00", "large": "1.3e+07"}
    assert {s.scheme.name: f"{s.rms[-1]:.1e}" for s in state.relu} == printed


@pytest.mark.parametrize("variant", list(variants()), ids=lambda v: v.name)
def test_picture_shows_the_signals(drawn: Drawings, variant: Variant) -> None:
    one = drawn["initialization-spread", variant]
    axes: list[Any] = [a for a in one.figure.axes if a.axison]
    for ax, found in zip(axes[:2], (one.state.tanh, one.state.relu), strict=True):
        assert [line.get_gid() for line in ax.lines] == [s.scheme.name for s in found]
        for line, signal in zip(ax.lines, found, strict=True):
            assert_allclose(line.get_ydata(), signal.rms)
        assert len({(line.get_color(), line.get_marker()) for line in ax.lines}) == len(found)
    assert axes[1].get_yscale() == "log"
    for ax, signal in zip(axes[2:], one.state.tanh, strict=True):
        (patch,) = ax.patches
        assert_allclose(patch.get_data().values, signal.shares / signal.shares.max())


@pytest.mark.parametrize("lang", LANGS)
def test_texts_state_the_computed_sizes(state: SpreadState, lang: Lang) -> None:
    text = spread.description(state, lang)
    for signal in (*state.tanh, *state.relu):
        assert words.plain_size(float(signal.rms[-1])) in text
        assert words.std(signal.scheme) in text
    assert words.plain_size(1.28e-19) == "1.3 × 10⁻¹⁹"
    assert words.size(1.28e-19) == r"$1.3 \times 10^{-19}$"
    assert words.size(0.5463) == "0.55"
