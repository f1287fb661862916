"""Skip-gram: its pairs, the stored vectors, and the picture of both."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from matplotlib.colors import to_rgb
from matplotlib.patches import FancyBboxPatch
from numpy.testing import assert_allclose

from plots.networks import skip_gram, words
from plots.networks import skip_gram_words as texts
from plots.networks.words import WordsState
from plots.palettes import palette
from plots.spec import LANGS, Lang, Variant, variants

if TYPE_CHECKING:
    from tests.plots.conftest import Drawings


@pytest.fixture(scope="module")
def state() -> WordsState:
    return words.compute()


def test_pairs_are_those_of_the_answer(state: WordsState) -> None:
    pairs = words.training_pairs()
    assert pairs.shape == (180, 2)
    assert state.pairs == 180
    assert len(words.vocabulary()) == 14
    seen = {tuple(pair) for pair in pairs.tolist()}
    assert {(other, word) for word, other in seen} == seen, "context is mutual"
    names = words.vocabulary()
    assert (names.index("cat"), names.index("dog")) not in seen


def test_context_is_cut_off_at_the_ends() -> None:
    assert words.context(0, 4) == (1, 2)
    assert words.context(3, 9) == (1, 2, 4, 5)
    assert words.context(0, 1) == ()


def test_training_again_gives_the_stored_vectors() -> None:
    with np.load(words.STORED) as stored:
        assert_allclose(words.similarities(words.trained()), words.similarities(stored["vectors"]), atol=1e-6)


def test_similarities_follow_the_contexts(state: WordsState) -> None:
    assert_allclose(np.diag(state.similarity), 1.0)
    assert_allclose(state.similarity, state.similarity.T)
    assert texts.cosine(state, "cat", "dog") == "1.00"
    assert texts.cosine(state, "cat", "truck") == "0.26"
    for nouns, verbs in words.GROUPS:
        for group in (nouns, verbs):
            others = [word for word in state.words if word not in group]
            inside = min(state.cosine(a, b) for a in group for b in group)
            assert inside > 0.9 > max(state.cosine(a, b) for a in group for b in others)


@pytest.mark.parametrize("variant", list(variants()), ids=lambda v: v.name)
def test_picture_marks_contexts_and_similarities(drawn: Drawings, variant: Variant) -> None:
    one = drawn["skip-gram", variant]
    patches = one.figure.axes[0].patches
    boxes = [patch.get_gid() for patch in patches if isinstance(patch, FancyBboxPatch)]
    assert boxes.count("centre") == 4 + 1  # and the key
    assert boxes.count("context") == 10 + 1
    cells = {patch.get_gid(): patch for patch in patches if (patch.get_gid() or "").startswith("pair-")}
    assert len(cells) == 14 * 14
    colours = palette(variant.theme)
    low, high = np.array(to_rgb(colours.panel)), np.array(to_rgb(colours.first))
    shown = np.array([np.array(cells[f"pair-0-{k}"].get_facecolor()[:3]) for k in range(14)])
    share = (shown - low) @ (high - low) / np.sum((high - low) ** 2)
    assert_allclose(share, np.clip(one.state.similarity[0], 0, 1), atol=0.01)


@pytest.mark.parametrize("lang", LANGS)
def test_texts_state_the_similarities(state: WordsState, lang: Lang) -> None:
    assert "180" in skip_gram.caption(state, lang)
    for pair in (("cat", "truck"), ("cat", "eats"), ("the", "now")):
        assert texts.cosine(state, *pair) in skip_gram.description(state, lang)
