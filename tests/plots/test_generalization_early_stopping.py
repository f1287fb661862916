"""Early stopping: the rule on made-up losses, and what the training shows."""

from __future__ import annotations

import numpy as np
import pytest

from plots.generalization import stopping as s
from plots.generalization.stopping import StoppingState
from plots.networks.digits import load_digits


@pytest.fixture(scope="module")
def state() -> StoppingState:
    return s.compute()


@pytest.mark.parametrize(
    ("losses", "patience", "expected"),
    [
        ([3.0, 2.0, 1.0, 1.5, 1.2, 0.5], 2, (2, 4)),  # the later, lower point is never reached
        ([3.0, 2.0, 1.0, 1.5, 1.2, 0.5], 3, (5, 5)),
        ([1.0, 1.0, 1.0], 1, (0, 1)),  # an equal loss is no improvement
        ([3.0, 2.0, 1.0], 2, (2, 2)),
    ],
)
def test_rule(losses: list[float], patience: int, expected: tuple[int, int]) -> None:
    assert s.stopping(np.array(losses), patience) == expected


def test_curves_are_those_of_overfitting(state: StoppingState) -> None:
    assert (np.diff(state.train_loss) < 0).all()
    assert state.best == int(state.validation_loss.argmin())
    assert state.steps[state.stop] - state.steps[state.best] == state.patience
    assert state.stop < len(state.steps) - 1
    assert (np.diff(state.validation_loss[state.stop :]) > 0).all()
    assert state.train_accuracy[-1] == 1.0
    assert state.validation_accuracy[-1] < state.validation_accuracy[state.best]


def test_start_is_near_the_loss_of_guessing(state: StoppingState) -> None:
    assert state.validation_loss[0] == pytest.approx(np.log(10), rel=0.2)
    assert state.steps[0] == 0
    assert len(state.steps) == len(state.train_loss) == s.STEPS // s.EVERY + 1


def test_about_the_stated_share_of_labels_is_random() -> None:
    training, _ = load_digits()
    noisy = s._noisy(training, np.random.default_rng(1))
    changed = float(np.mean(noisy.labels != training.labels))
    assert changed == pytest.approx(0.9 * s.NOISE, abs=0.02)
    assert noisy.inputs is training.inputs
