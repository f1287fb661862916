"""The neuron of the graph: gradients against finite differences, and four frames that build up."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from plots.networks import backpropagation, backpropagation_graph
from plots.networks import backpropagation_words as words
from plots.networks.backpropagation import Inputs
from plots.spec import LANGS, Lang, Variant, variants

if TYPE_CHECKING:
    from tests.plots.conftest import Drawings

CASES = [Inputs(2.0, 1.0, 0.5, -0.5), Inputs(-1.3, 0.0, 0.7, 0.2), Inputs(0.4, 0.6, -2.0, 1.1)]


@pytest.mark.parametrize("inputs", CASES)
@pytest.mark.parametrize("name", ["w", "b", "x"])
def test_gradients_agree_with_finite_differences(inputs: Inputs, name: str) -> None:
    h = 1e-6
    ends = [
        backpropagation.forward(replace(inputs, **{name: getattr(inputs, name) + sign * h})).loss
        for sign in (1, -1)
    ]
    found = backpropagation.backward(inputs, backpropagation.forward(inputs))
    assert getattr(found, name) == pytest.approx((ends[0] - ends[1]) / (2 * h), abs=1e-9)


def test_chain_is_a_product_of_local_derivatives() -> None:
    state = backpropagation.compute()
    i, v, g = state.inputs, state.values, state.gradients
    assert g.w == pytest.approx((v.p - i.y) * v.p * (1 - v.p) * i.x)
    assert g.u == g.z == g.b


def test_numbers_are_those_of_the_answer() -> None:
    state = backpropagation.compute()
    found = [
        words.exact(n) for n in (state.values.p, state.values.loss, state.gradients.w, state.gradients.b)
    ]
    assert found == ["0.6225", "0.0713", "−0.1774", "−0.0887"]


@pytest.mark.parametrize("variant", list(variants()), ids=lambda v: v.name)
def test_gradients_appear_from_the_loss_back(drawn: Drawings, variant: Variant) -> None:
    seen = []
    for frame in range(4):
        one = drawn["backpropagation-graph", variant, frame]
        everything = "\n".join(text.get_text() for text in one.texts)
        graph = everything.split("$u = w")[0]
        seen.append({name for name in "pzuwbx" if f"{words.by(name)}" in graph})
        for value in words.values(one.state).values():
            assert value in everything
        for line in words.equations(one.state, frame):
            assert line in everything
    assert seen[0] == set()
    assert seen[1] == {"p"}
    assert {"p", "z"} <= seen[2]
    assert seen[3] == set("pzuwbx")


def test_start_shows_everything() -> None:
    found = backpropagation_graph.frames(backpropagation.compute())
    assert found.start == len(found.frames) - 1 == 3
    assert [frame.key for frame in found.frames] == ["forward", "loss", "sigmoid", "weights"]


@pytest.mark.parametrize("lang", LANGS)
def test_captions_follow_the_state(lang: Lang) -> None:
    inputs = Inputs(3.0, 0.0, 0.2, 0.1)
    values = backpropagation.forward(inputs)
    state = backpropagation.GraphState(inputs, values, backpropagation.backward(inputs, values))
    captions = [frame.caption.of(lang) for frame in backpropagation_graph.frames(state).frames]
    assert words.exact(values.loss) in captions[0]
    assert words.exact(state.gradients.p) in captions[1]
    assert words.exact(state.gradients.slope) in captions[2]
    assert words.exact(state.gradients.w) in captions[3]


def test_particles_after_numbers_follow_their_reading() -> None:
    assert [words._object(text) for text in ("0.1", "0.25", "1.3", "4", "0.10")] == [
        "을",
        "를",
        "을",
        "를",
        "을",
    ]
