"""Autoencoders: their gradient, what they share with principal components, and the stored results."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from matplotlib.patches import PathPatch
from numpy.testing import assert_allclose

from plots.networks import autoencoder, codes, digits
from plots.networks.autoencoder import AutoencoderState
from plots.spec import LANGS, Lang, Variant, variants
from plots.wording import number

if TYPE_CHECKING:
    from tests.plots.conftest import Drawings


@pytest.fixture(scope="module")
def state() -> AutoencoderState:
    return autoencoder.compute()


@pytest.mark.parametrize("shape", [(5, 7, 2, 6, 5), (5, 2, 5)])
def test_gradient_agrees_with_finite_differences(shape: tuple[int, ...]) -> None:
    rng = np.random.default_rng(2)
    inputs, parameters = rng.normal(size=(9, 5)), rng.normal(size=digits.parameter_count(shape))
    found = autoencoder.gradient(parameters, shape, inputs)
    h = 1e-6
    for index in range(parameters.size):
        ends = []
        for sign in (1, -1):
            moved = parameters.copy()
            moved[index] += sign * h
            ends.append(autoencoder.error(digits.unpack(moved, shape), inputs))
        assert_allclose(found[index], (ends[0] - ends[1]) / (2 * h), atol=1e-7)


def test_stored_principal_components_are_computed_again(state: AutoencoderState) -> None:
    training, test, mean, labels = autoencoder.data()
    for code, stored in zip(state.codes, state.pca, strict=True):
        directions = autoencoder.components(training, code)
        assert_allclose(directions.T @ directions, np.eye(code), atol=1e-10)
        assert_allclose(np.mean((test @ directions @ directions.T - test) ** 2), stored, rtol=1e-9)
    chosen = [int(np.flatnonzero(labels == digit)[0]) for digit in range(10)]
    assert_allclose(state.originals, test[chosen] + mean, atol=1e-12)
    directions = autoencoder.components(training, state.example)
    assert_allclose(state.by_pca, test[chosen] @ directions @ directions.T + mean, atol=1e-9)


def test_training_again_gives_the_stored_error(state: AutoencoderState) -> None:
    training, test, _, _ = autoencoder.data()
    shape = autoencoder.sizes(1, deep=False)
    layers = digits.unpack(autoencoder.trained(shape, training, 60), shape)
    assert_allclose(autoencoder.error(layers, test), state.linear[0], rtol=0.01)


def test_linear_autoencoder_reaches_principal_components_and_no_more(state: AutoencoderState) -> None:
    assert_allclose(state.linear, state.pca, rtol=0.01)
    assert (state.deep < 0.9 * state.pca).all()
    assert (np.diff(state.pca) < 0).all()
    assert state.codes == autoencoder.CODES
    assert state.tests == 450


@pytest.mark.parametrize("variant", list(variants()), ids=lambda v: v.name)
def test_picture_shows_images_and_errors(drawn: Drawings, variant: Variant) -> None:
    one = drawn["pca-autoencoder", variant]
    axes: Any = one.figure.axes[1]
    lines = {line.get_gid(): line for line in axes.lines}
    for name in ("pca", "linear", "deep"):
        assert_allclose(lines[name].get_ydata(), getattr(one.state, name))
    patches: list[Any] = [p for p in one.figure.axes[0].patches if isinstance(p, PathPatch)]
    squares = sum(len(patch.get_path().vertices) // 5 for patch in patches)
    shades = codes._TONES - 1
    images = np.concatenate([one.state.originals, one.state.by_pca, one.state.by_deep])
    assert squares == np.count_nonzero(np.rint(np.clip(images, 0, 1) * shades))


@pytest.mark.parametrize("lang", LANGS)
def test_texts_state_the_errors(state: AutoencoderState, lang: Lang) -> None:
    text = codes.description(state, lang)
    for value in (*state.pca, *state.deep):
        assert number(value, 3) in text
