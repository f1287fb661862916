"""Dropout, exactly: what the scores of all sub-networks average to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from matplotlib.collections import LineCollection
from numpy.testing import assert_allclose

from plots.networks import dropout, subnetworks
from plots.networks.subnetworks import DropoutState
from plots.spec import LANGS, Lang, Variant, variants
from plots.wording import number

if TYPE_CHECKING:
    from tests.plots.conftest import Drawings


@pytest.fixture(scope="module")
def state() -> DropoutState:
    return subnetworks.compute()


def test_masks_are_all_different(state: DropoutState) -> None:
    assert state.masks.shape == (256, 8)
    assert len(np.unique(state.masks, axis=0)) == 256
    assert state.masks.mean() == 0.5


def test_scaling_makes_the_mean_the_score_at_test_time(state: DropoutState) -> None:
    assert_allclose(state.scores.mean(), state.network.score, atol=1e-12)
    assert_allclose(state.unscaled.mean(), (1 - state.rate) * state.network.score, atol=1e-12)
    terms = state.network.hidden * state.network.weights
    assert_allclose(state.scores.var(), state.rate / (1 - state.rate) * np.sum(terms**2), atol=1e-12)


def test_geometric_mean_of_sub_networks_is_the_whole_network(state: DropoutState) -> None:
    assert_allclose(state.geometric, 1 / (1 + np.exp(-state.network.score)), atol=1e-12)
    yes = np.prod((1 / (1 + np.exp(-state.scores))) ** (1 / 256))
    no = np.prod((1 / (1 + np.exp(state.scores))) ** (1 / 256))
    assert_allclose(state.geometric, yes / (yes + no), atol=1e-12)
    assert abs(state.arithmetic - state.geometric) > 0.01


def test_shown_masks_are_drawn_with_the_stated_rate(state: DropoutState) -> None:
    drawn = np.random.default_rng(subnetworks.SEED + 1).random((4, 8)) >= state.rate
    assert (state.masks[list(state.shown)] == drawn).all()
    assert (state.network.hidden > 0).all(), "a unit that is off anyway would show nothing"


@pytest.mark.parametrize("variant", list(variants()), ids=lambda v: v.name)
def test_picture_keeps_the_edges_of_units_that_stay(drawn: Drawings, variant: Variant) -> None:
    one = drawn["dropout", variant]
    found = {
        artist.get_gid(): len(artist.get_segments())
        for artist in one.figure.axes[0].collections
        if isinstance(artist, LineCollection)
    }
    kept = [8, *(int(one.state.masks[row].sum()) for row in one.state.shown)]
    assert found == {f"edges-{k}": 4 * count for k, count in enumerate(kept)}
    axes: list[Any] = one.figure.axes[1:]
    for ax, scores in zip(axes, (one.state.scores, one.state.unscaled), strict=True):
        (bars,) = ax.patches
        assert bars.get_data().values.sum() == len(scores)


@pytest.mark.parametrize("lang", LANGS)
def test_texts_state_mean_and_score(state: DropoutState, lang: Lang) -> None:
    assert number(state.network.score, 2) in dropout.caption(state, lang)
    assert number(state.unscaled.mean(), 2) in dropout.description(state, lang)
