"""The cards of single activation functions: values, derivatives, and what they state."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from numpy.testing import assert_allclose

from plots.activations import cards, cards_words
from plots.activations import functions as a
from plots.palettes import palette
from plots.registry import FIGURES
from plots.spec import LANGS, Lang, Variant, variants

if TYPE_CHECKING:
    from tests.plots.conftest import Drawings

CARDS = list(cards.PAIRS)


def test_every_card_is_a_figure() -> None:
    assert {name for name, spec in FIGURES.items() if spec.module.endswith("cards_figure")} == set(CARDS)


@pytest.mark.parametrize("name", CARDS)
def test_derivative_agrees_with_finite_differences(name: str) -> None:
    _, function, slope = cards.PAIRS[name]
    x = np.linspace(-6.0, 6.0, 400)
    h = 1e-6
    assert_allclose(slope(x), (function(x + h) - function(x - h)) / (2 * h), atol=1e-8)
    far = np.array([-800.0, 800.0])
    assert np.isfinite(function(far)).all()
    assert np.isfinite(slope(far)).all()


def test_known_values_of_the_smooth_ones() -> None:
    zero, one = np.array([0.0]), np.array([1.0])
    assert_allclose(a.softplus(zero), math.log(2))
    assert a.silu(zero) == a.mish(zero) == 0.0
    assert_allclose(a.silu(one), 0.7310585786300049)
    assert_allclose(a.mish(one), 0.8650983882673103)
    x = np.linspace(-5, 5, 41)
    assert_allclose(a.softplus(x) - a.softplus(-x), x, atol=1e-14)
    assert_allclose(a.softplus_slope(x), a.sigmoid(x))


def test_facts_of_known_functions() -> None:
    state = {name.removeprefix("activation-"): FIGURES[name].compute() for name in CARDS}
    assert {name: one.id for name, one in state.items()} == {n: f"activation-{n}" for n in state}
    assert_allclose(state["sigmoid"].steepest, 0.25)
    assert_allclose([state["sigmoid"].mean, state["tanh"].mean], [0.5, 0.0], atol=1e-12)
    assert_allclose(state["relu"].mean, 1 / math.sqrt(2 * math.pi), atol=1e-5)
    assert_allclose(state["gelu"].mean, 1 / (2 * math.sqrt(math.pi)), atol=1e-9)
    assert (state["tanh"].low, state["tanh"].high) == (-1.0, 1.0)
    assert (state["elu"].low, state["elu"].high) == (-1.0, math.inf)
    assert state["leaky-relu"].low == -math.inf
    assert_allclose(state["silu"].low, -0.278465, atol=1e-5)
    assert_allclose(state["mish"].low, -0.308843, atol=1e-5)
    dips = {name for name, one in state.items() if not math.isnan(one.dip_at)}
    assert dips == {"gelu", "silu", "mish"}
    assert state["gelu"].dip_at > state["mish"].dip_at > state["silu"].dip_at


def test_ranges_say_which_ends_are_taken_on() -> None:
    said = {name: dict(cards_words.rows(cards.compute(name), "en"))["range"] for name in CARDS}
    assert said["activation-sigmoid"] == r"$(0,\, 1)$"
    assert said["activation-relu"] == r"$[0,\, \infty)$"
    assert said["activation-softplus"] == r"$(0,\, \infty)$"
    assert said["activation-leaky-relu"] == r"$(-\infty,\, \infty)$"
    assert said["activation-gelu"] == r"$[-0.17,\, \infty)$"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", CARDS)
def test_texts_name_the_function_and_its_numbers(name: str, lang: Lang) -> None:
    spec, state = FIGURES[name], cards.compute(name)
    assert state.name.lower().split()[0] in spec.alt(state, lang).lower()
    assert "nan" not in re.split(r"\W+", spec.description(state, lang))
    assert "inf" not in re.split(r"\W+", spec.caption(state, lang) + spec.alt(state, lang))
    shaded = ("색칠한" if lang == "ko" else "Shaded") in spec.caption(state, lang)
    assert shaded == bool(state.curve.saturated)


@pytest.mark.parametrize("variant", list(variants()), ids=lambda v: v.name)
def test_card_draws_its_function(drawn: Drawings, variant: Variant) -> None:
    for name in CARDS:
        axes: Any = drawn[name, variant].figure.axes[1]
        _, function, slope = cards.PAIRS[name]
        (solid,) = [line for line in axes.lines if line.get_gid() == "function"]
        assert_allclose(solid.get_ydata(), function(np.asarray(solid.get_xdata())))
        assert solid.get_color() == palette(variant.theme).first
        dashed = [line for line in axes.lines if line.get_gid() == "derivative"]
        assert len(dashed) == (2 if name in ("activation-relu", "activation-leaky-relu") else 1)
        for line in dashed:
            assert_allclose(line.get_ydata(), slope(np.asarray(line.get_xdata())))
