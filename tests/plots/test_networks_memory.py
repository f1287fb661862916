"""The memory of training: the counts of VGG-16 and the bars drawn from them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from numpy.testing import assert_allclose

from plots.networks import memory, memory_bars
from plots.networks import memory_words as words
from plots.networks.memory import MemoryState
from plots.spec import LANGS, Lang, Variant, variants

if TYPE_CHECKING:
    from tests.plots.conftest import Drawings


@pytest.fixture(scope="module")
def state() -> MemoryState:
    return memory.compute()


def test_parameters_are_those_of_the_paper(state: MemoryState) -> None:
    assert state.parameters == 138_357_544
    assert round(state.per_image / 1e6, 1) == 73.2


def test_bytes_per_parameter_are_those_of_the_answer(state: MemoryState) -> None:
    assert {rule.name: rule.total for rule in state.rules} == {
        "sgd": 8,
        "momentum": 12,
        "adam": 16,
        "mixed": 16,
    }
    assert memory.LARGE * state.rule("adam").total == 112 * memory.BILLION
    assert memory.LARGE * state.rule("mixed").weights == 14 * memory.BILLION


def test_only_activations_grow_with_the_batch(state: MemoryState) -> None:
    for batch in state.batches:
        assert sum(batch.fixed) == 16 * state.parameters
        assert batch.activations == batch.size * state.per_image
        assert batch.images == batch.size * 4 * 3 * 224**2
        assert batch.images < batch.activations
    printed = [f"{batch.activations / 1e9:.2f}" for batch in state.batches if batch.size in (1, 64, 256)]
    assert printed == ["0.07", "4.68", "18.74"]


@pytest.mark.parametrize("variant", list(variants()), ids=lambda v: v.name)
def test_bars_are_to_scale(drawn: Drawings, variant: Variant) -> None:
    one = drawn["gpu-memory", variant]
    widths: dict[tuple[int, int], list[float]] = {}
    patches: list[Any] = list(one.figure.axes[0].patches)
    for patch in patches:
        gid = patch.get_gid() or ""
        if gid.startswith("bar-"):
            _, part, row, _ = gid.split("-")
            widths.setdefault((int(part), int(row)), []).append(patch.get_width())
    for number, rows in ((0, one.state.rules), (1, one.state.batches)):
        scale = sum(widths[number, len(rows) - 1]) / rows[-1].total
        for index, row in enumerate(rows):
            assert_allclose(widths[number, index], [scale * value for value in row.parts if value])


@pytest.mark.parametrize("lang", LANGS)
def test_texts_state_totals(state: MemoryState, lang: Lang) -> None:
    text = memory_bars.description(state, lang)
    for batch in state.batches:
        assert words.gigabytes(batch.total) in text
    assert "112 GB" in text
    assert "14 GB" in text
