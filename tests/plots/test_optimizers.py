"""The optimisers take the same steps as torch's, and the test functions have the right gradients."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose

from plots.optimizers import methods as optimizers
from plots.optimizers.methods import Array, Step

EXPECTED: dict[str, Any] = json.loads(Path(__file__).with_name("torch_expected.json").read_text("utf-8"))
GRADIENTS = {"beale": optimizers.beale_gradient, "rosenbrock": optimizers.rosenbrock_gradient}
FUNCTIONS: dict[str, Callable[[Array, Array], Array]] = {
    "beale": optimizers.beale,
    "rosenbrock": optimizers.rosenbrock,
}


def _rule(name: str) -> Step:
    rule = EXPECTED["rules"][name]
    if name == "sgd":
        return optimizers.sgd(rule["lr"])
    if name == "momentum":
        return optimizers.momentum(rule["lr"], rule["momentum"])
    if name == "nesterov":
        return optimizers.nesterov(rule["lr"], rule["momentum"])
    if name == "rmsprop":
        return optimizers.rmsprop(rule["lr"], rule["alpha"])
    if name == "adagrad":
        return optimizers.adagrad(rule["lr"])
    if name == "adamw":
        beta1, beta2 = rule["betas"]
        return optimizers.adamw(rule["lr"], beta1, beta2, decay=rule["weight_decay"])
    return optimizers.adam(rule["lr"], *rule["betas"])


@pytest.mark.parametrize("function", ["beale", "rosenbrock"])
@pytest.mark.parametrize("name", ["sgd", "momentum", "nesterov", "rmsprop", "adam", "adagrad", "adamw"])
def test_same_path_as_torch(function: str, name: str) -> None:
    start = np.array(EXPECTED["starts"][function])
    path = optimizers.descend(GRADIENTS[function], start, _rule(name), EXPECTED["steps"])
    ours = path[EXPECTED["every"] :: EXPECTED["every"]]
    theirs = np.array(EXPECTED["paths"][function][name])
    assert EXPECTED["steps"] == 300
    assert ours.shape == theirs.shape == (30, 2)
    assert np.abs(ours[-1] - start).max() > 0.1, "a path that does not move proves nothing"
    assert_allclose(ours, theirs, rtol=0, atol=1e-12)


@pytest.mark.parametrize("function", ["beale", "rosenbrock"])
def test_gradient_agrees_with_finite_differences(function: str) -> None:
    rng = np.random.default_rng(1)
    h = 1e-6
    for point in rng.uniform(-2.0, 2.0, (40, 2)):
        numeric = [
            (FUNCTIONS[function](*(point + h * axis)) - FUNCTIONS[function](*(point - h * axis))) / (2 * h)
            for axis in np.eye(2)
        ]
        assert_allclose(GRADIENTS[function](point), numeric, rtol=1e-6, atol=1e-5)


@pytest.mark.parametrize(("function", "minimum"), [("beale", (3.0, 0.5)), ("rosenbrock", (1.0, 1.0))])
def test_minimum_is_where_the_docstring_says(function: str, minimum: tuple[float, float]) -> None:
    point = np.array(minimum)
    assert FUNCTIONS[function](*point) == 0.0
    assert_allclose(GRADIENTS[function](point), 0.0, atol=1e-12)


def test_momentum_equals_the_averaged_form_at_another_rate() -> None:
    beta, lr = 0.9, 0.0005
    ours = optimizers.descend(
        optimizers.beale_gradient, np.array([0.8, 1.6]), optimizers.momentum(lr, beta), 100
    )
    point, mean = np.array([0.8, 1.6]), np.zeros(2)
    for expected in ours[1:]:
        mean = beta * mean + (1 - beta) * optimizers.beale_gradient(point)
        point = point - lr / (1 - beta) * mean
        assert_allclose(point, expected, atol=1e-12)


def test_first_step_of_adam_is_the_rate_in_every_coordinate() -> None:
    start = np.array([1.0, -2.0, 3.0])
    gradient = np.array([1e-3, -5.0, 200.0])
    moved, memory = optimizers.adam(0.1)(start, gradient, optimizers.Memory.empty(start))
    assert_allclose(start - moved, 0.1 * np.sign(gradient), rtol=1e-4)
    assert memory.steps == 1


def test_adagrad_steps_shrink_like_the_root_of_the_step_count() -> None:
    path = optimizers.descend(lambda _: np.array([5.0]), np.zeros(1), optimizers.adagrad(0.1), 100)
    assert_allclose(-np.diff(path[:, 0]), 0.1 / np.sqrt(np.arange(1, 101)), rtol=1e-9)


def test_adamw_without_gradient_decays_by_the_rate_times_the_decay() -> None:
    step = optimizers.adamw(0.1, decay=0.5)
    path = optimizers.descend(lambda _: np.zeros(2), np.array([1.0, -2.0]), step, 10)
    assert_allclose(path[-1], np.array([1.0, -2.0]) * 0.95**10)


def test_a_diverging_path_is_returned_without_a_warning() -> None:
    path = optimizers.descend(optimizers.beale_gradient, np.array([0.8, 1.6]), optimizers.sgd(5.0), 20)
    assert not np.isfinite(path).all()
