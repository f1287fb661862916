"""Collapsing layers: the gradient, the product of the layers, and what ReLU changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from numpy.testing import assert_allclose

from plots.activations import collapse
from plots.activations.collapse import Net
from plots.spec import Variant, variants

if TYPE_CHECKING:
    from tests.plots.conftest import Drawings

STATE = collapse.compute()


@pytest.mark.parametrize("relu", [False, True])
def test_gradient_agrees_with_finite_differences(relu: bool) -> None:
    rng = np.random.default_rng(5)
    net = Net(rng.normal(size=(2, 4)), rng.normal(size=4), rng.normal(size=4), 0.3, relu)
    points, labels = rng.normal(size=(20, 2)), rng.integers(0, 2, 20).astype(float)
    found = collapse.gradient(net, points, labels)
    h = 1e-6
    for name, slope in (("w1", found[0]), ("b1", found[1]), ("w2", found[2])):
        for index in np.ndindex(slope.shape):
            ends = []
            for sign in (1, -1):
                moved = getattr(net, name).copy()
                moved[index] += sign * h
                ends.append(collapse.loss(replace(net, **{name: moved}), points, labels))
            assert_allclose(slope[index], (ends[0] - ends[1]) / (2 * h), atol=1e-8)
    ends = [collapse.loss(replace(net, b2=net.b2 + sign * h), points, labels) for sign in (1, -1)]
    assert_allclose(found[3], (ends[0] - ends[1]) / (2 * h), atol=1e-8)


def test_two_linear_layers_are_one() -> None:
    assert STATE.gap < 1e-12
    points = np.random.default_rng(0).uniform(-50, 50, (100, 2))
    assert_allclose(STATE.linear.logit(points), points @ STATE.w + STATE.b, atol=1e-10)
    middle = (points[:50] + points[50:]) / 2
    ends = (STATE.linear.logit(points[:50]) + STATE.linear.logit(points[50:])) / 2
    assert_allclose(STATE.linear.logit(middle), ends, atol=1e-10)
    assert np.abs(STATE.bent.logit(middle) - 0.5 * STATE.bent.logit(points[:50])).max() > 1.0


def test_only_relu_separates_the_moons() -> None:
    assert 0.7 < STATE.linear_accuracy < 0.95
    assert STATE.bent_accuracy == 1.0
    assert STATE.points.shape == (2 * collapse.PER_CLASS, 2)
    assert_allclose(STATE.points.mean(axis=0), 0.0, atol=1e-12)


@pytest.mark.parametrize("variant", list(variants()), ids=lambda v: v.name)
def test_boundaries_are_where_the_logit_is_zero(drawn: Drawings, variant: Variant) -> None:
    figure = drawn["linear-collapse", variant].figure
    logits: tuple[Any, ...] = (STATE.linear.logit, lambda p: p @ STATE.w + STATE.b, STATE.bent.logit)
    parts: list[Any] = figure.axes[1:]
    for axes, logit in zip(parts, logits, strict=True):
        (edge,) = [c for c in axes.collections if list(getattr(c, "levels", ())) == [0.0]]
        vertices = np.concatenate([path.vertices for path in edge.get_paths()])
        assert np.abs(logit(vertices)).max() < 0.15
        shown = {line.get_gid(): line.get_xydata() for line in axes.lines}
        assert len(shown["class-0"]) + len(shown["class-1"]) == len(STATE.labels)
    folds = [line for line in parts[2].lines if not line.get_gid()]
    assert len(folds) == collapse.UNITS
    for line, weights, bias in zip(folds, STATE.bent.w1.T, STATE.bent.b1, strict=True):
        assert_allclose(line.get_xydata() @ weights + bias, 0.0, atol=1e-9)
