"""The zigzag: signs of gradients, and how the drawn walks were chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from numpy.testing import assert_allclose

from plots.activations import functions as a
from plots.activations import signs
from plots.spec import Variant, variants

if TYPE_CHECKING:
    from tests.plots.conftest import Drawings

STATE = signs.compute()


def test_gradient_agrees_with_finite_differences() -> None:
    rng = np.random.default_rng(0)
    h = 1e-6
    for w, x in rng.normal(size=(10, 2, 2)):
        ends = [[0.5 * ((w + s * h * e - signs.GOAL) @ x) ** 2 for s in (1, -1)] for e in np.eye(2)]
        numeric = [(up - down) / (2 * h) for up, down in ends]
        assert_allclose(signs.gradient(w, x), numeric, atol=1e-8)


def test_positive_inputs_move_both_weights_the_same_way() -> None:
    assert (STATE.sigmoid.inputs > 0).all()
    assert STATE.sigmoid.same_sign == 1.0
    assert STATE.tanh.same_sign < 0.8
    assert (STATE.tanh.inputs < 0).any()
    assert STATE.sigmoid.detour > 2 * STATE.tanh.detour > 2.0


def test_walks_end_at_the_goal_and_not_before() -> None:
    for walk in (STATE.sigmoid, STATE.tanh):
        far = np.hypot(*(walk.path - np.array(signs.GOAL)).T)
        assert far[-1] < signs.CLOSE <= far[:-1].min()
        assert tuple(walk.path[0]) == signs.START
        assert len(walk.inputs) == walk.steps == len(walk.path) - 1
        assert_allclose(walk.moves[0], -walk.rate * signs.gradient(walk.path[0], walk.inputs[0]))


@pytest.mark.parametrize(("name", "function"), [("sigmoid", a.sigmoid), ("tanh", a.tanh)])
def test_rate_has_the_lowest_median(name: str, function: object) -> None:
    walk = STATE.sigmoid if name == "sigmoid" else STATE.tanh
    streams = [function(signs.sums(seed)) for seed in range(signs.STREAMS)]  # type: ignore[operator]
    medians = {
        rate: float(np.median([len(signs.walk(s, rate)) - 1 for s in streams])) for rate in signs.RATES
    }
    assert walk.median == medians[walk.rate] == min(medians.values())
    assert abs(walk.steps - walk.median) <= 1


@pytest.mark.parametrize("variant", list(variants()), ids=lambda v: v.name)
def test_steps_look_as_they_move(drawn: Drawings, variant: Variant) -> None:
    figure = drawn["zigzag-signs", variant].figure
    parts: list[Any] = figure.axes[1:]
    for axes, walk in zip(parts, (STATE.sigmoid, STATE.tanh), strict=True):
        steps = [line for line in axes.lines if line.get_gid() == "step"]
        assert len(steps) == walk.steps
        looks: dict[Any, set[Any]] = {}
        for line, (dx, dy) in zip(steps, walk.moves, strict=True):
            (x0, *_, x1), (y0, *_, y1) = np.asarray(line.get_data())
            assert_allclose((x1 - x0, y1 - y0), (dx, dy))
            looks.setdefault((np.sign(dx), np.sign(dy)) if dx * dy > 0 else 0, set()).add(line.get_marker())
        assert all(len(markers) == 1 for markers in looks.values())
        assert len(looks) == (2 if walk.name == "sigmoid" else 3)
