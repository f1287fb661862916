"""The detector of eights: counts, ratios and curves against their definitions."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.testing import assert_allclose

from plots.evaluation import confusion_words as words
from plots.evaluation import detector as d
from plots.evaluation.detector import Counts, DetectorState
from plots.networks.digits import load_digits


@pytest.fixture(scope="module")
def state() -> DetectorState:
    return d.compute()


def test_known_curve() -> None:
    scores = np.array([0.9, 0.8, 0.7, 0.6, 0.5])
    truth = np.array([True, False, True, False, False])
    recall, precision, alarms = d.curves(scores, truth)
    assert_allclose(recall, [0, 0.5, 0.5, 1, 1, 1])
    assert_allclose(precision, [1, 1, 1 / 2, 2 / 3, 1 / 2, 2 / 5])
    assert_allclose(alarms, [0, 0, 1 / 3, 1 / 3, 2 / 3, 1])
    assert d.count(scores, truth, 0.7) == Counts(2, 0, 1, 2)


def test_ratios_agree_with_each_other() -> None:
    counts = Counts(tp=40, fn=10, fp=60, tn=890)
    assert counts.f1 == pytest.approx(2 / (1 / counts.precision + 1 / counts.recall))
    assert counts.iou == pytest.approx(counts.f1 / (2 - counts.f1))
    assert counts.accuracy == 0.93
    assert Counts(0, 3, 0, 7).precision == 1.0


def test_training_follows_the_gradient_of_the_penalized_loss() -> None:
    training, _ = load_digits(d.SEED, d.SHARE)
    truth = (training.labels == d.POSITIVE).astype(float)

    def loss(weights: d.Array, bias: float) -> float:
        p = d.sigmoid(training.inputs @ weights + bias)
        entropy = -(truth * np.log(p) + (1 - truth) * np.log(1 - p)).mean()
        return float(entropy + d.DECAY * (weights**2).sum() / 2)

    weights, bias = d.train(training)
    assert loss(weights, bias) < 0.5 * loss(np.zeros(64), 0.0)
    error = (d.sigmoid(training.inputs @ weights + bias) - truth) / len(truth)
    gradient = training.inputs.T @ error + d.DECAY * weights
    h = 1e-5
    for k in range(0, 64, 7):
        step = h * np.eye(64)[k]
        numeric = (loss(weights + step, bias) - loss(weights - step, bias)) / (2 * h)
        assert_allclose(gradient[k], numeric, atol=1e-8)
    numeric = (loss(weights, bias + h) - loss(weights, bias - h)) / (2 * h)
    assert_allclose(error.sum(), numeric, atol=1e-8)


def test_every_test_digit_is_counted_once(state: DetectorState) -> None:
    _, test = load_digits(d.SEED, d.SHARE)
    positives = int((test.labels == d.POSITIVE).sum())
    for counts in (state.counts, *state.marks):
        assert counts.total == len(test.labels)
        assert counts.tp + counts.fn == positives
    assert state.marks[state.thresholds.index(state.threshold)] == state.counts


def test_curves_pass_through_the_marks_and_rise(state: DetectorState) -> None:
    points = np.stack([state.recall, state.precision, state.false_alarms], axis=1)
    for counts in state.marks:
        mark = [counts.recall, counts.precision, counts.false_alarms]
        assert np.abs(points - mark).max(axis=1).min() < 1e-12
    assert (np.diff(state.recall) >= 0).all()
    assert (np.diff(state.false_alarms) >= 0).all()
    assert state.precision[-1] == pytest.approx(state.prevalence)


def test_areas_are_what_they_are_defined_as(state: DetectorState) -> None:
    training, test = load_digits(d.SEED, d.SHARE)
    weights, bias = d.train(training)
    scores = test.inputs @ weights + bias
    truth = test.labels == d.POSITIVE
    assert len(np.unique(scores)) == len(scores), "without ties, the curves do not depend on an order"
    assert state.area == pytest.approx((scores[truth][:, None] > scores[~truth]).mean())
    ranks = [(scores >= score).sum() for score in scores[truth]]
    found = [(scores[truth] >= score).sum() for score in scores[truth]]
    assert state.average_precision == pytest.approx(np.mean(np.array(found) / np.array(ranks)))


def test_images_are_of_their_cells(state: DetectorState) -> None:
    tp, fn, fp, tn = state.examples
    assert tp.digit == fn.digit == d.POSITIVE
    assert d.POSITIVE not in (fp.digit, tn.digit)
    assert tn.score < fn.score < state.threshold <= fp.score < tp.score
    assert all(example.image.shape == (8, 8) for example in state.examples)


def test_list_of_ratios_states_the_counts(state: DetectorState) -> None:
    values = [words.ratio(state.counts, metric)[1] for metric in words.METRICS]
    counts = state.counts
    expected = (counts.accuracy, counts.precision, counts.recall, counts.f1, counts.iou)
    assert values == [f"{value:.3f}" for value in expected]
