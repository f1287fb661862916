"""A real classifier that looks for eights among handwritten digits, and every count and ratio of it.

Logistic regression on the 64 pixels, trained by gradient descent on one half of the digits, judged on
the other half. An example is called positive, an 8, where its probability is `THRESHOLD` or more.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from plots.networks.digits import Examples, load_digits

Array = NDArray[np.float64]
Truth = NDArray[np.bool_]

POSITIVE = 8
SEED = 0
SHARE = 0.5
STEPS, RATE, DECAY = 200, 1.0, 1e-3
THRESHOLD = 0.5
MARKS = (0.9, 0.5, 0.1)
"""The thresholds marked on the curves."""


@dataclass(frozen=True, slots=True)
class Counts:
    """The four cells of a confusion matrix and the ratios of them (Fawcett 2006)."""

    tp: int
    fn: int
    fp: int
    tn: int

    @property
    def total(self) -> int:
        """All examples."""
        return self.tp + self.fn + self.fp + self.tn

    @property
    def accuracy(self) -> float:
        """The share of right answers."""
        return (self.tp + self.tn) / self.total

    @property
    def precision(self) -> float:
        """The share of right answers among those called positive; 1 where there are none."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 1.0

    @property
    def recall(self) -> float:
        """The share of the positives that were found."""
        return self.tp / (self.tp + self.fn)

    @property
    def false_alarms(self) -> float:
        """The share of the negatives that were called positive."""
        return self.fp / (self.fp + self.tn)

    @property
    def f1(self) -> float:
        """2PR / (P + R), the harmonic mean of the two."""
        return 2 * self.tp / (2 * self.tp + self.fp + self.fn)

    @property
    def iou(self) -> float:
        """Intersection over union of what is positive and what was called so."""
        return self.tp / (self.tp + self.fp + self.fn)


def count(scores: Array, truth: Truth, threshold: float) -> Counts:
    """Return the confusion matrix at a threshold."""
    called = scores >= threshold
    return Counts(
        int((called & truth).sum()),
        int((~called & truth).sum()),
        int((called & ~truth).sum()),
        int((~called & ~truth).sum()),
    )


def sigmoid(z: Array) -> Array:
    """Return 1 / (1 + exp(-z))."""
    return np.asarray(1.0 / (1.0 + np.exp(-z)))


def train(examples: Examples) -> tuple[Array, float]:
    """Return the weights, shape (64,), and the bias after `STEPS` steps from zero."""
    truth = (examples.labels == POSITIVE).astype(np.float64)
    weights, bias = np.zeros(examples.inputs.shape[1]), 0.0
    for _ in range(STEPS):
        error = (sigmoid(examples.inputs @ weights + bias) - truth) / len(truth)
        weights = weights - RATE * (examples.inputs.T @ error + DECAY * weights)
        bias -= RATE * float(error.sum())
    return weights, bias


def curves(scores: Array, truth: Truth) -> tuple[Array, Array, Array]:
    """Return recall, precision and false positive rate, each of shape (n + 1,), from strict to lenient.

    The first entry is that of a threshold above all scores; no two scores may be equal.
    """
    hits = np.concatenate([[0], np.cumsum(truth[np.argsort(-scores)])])
    called = np.arange(len(truth) + 1)
    precision = np.ones(len(truth) + 1)
    precision[1:] = hits[1:] / called[1:]
    return hits / truth.sum(), precision, (called - hits) / (~truth).sum()


@dataclass(frozen=True, slots=True)
class Example:
    """An image of shape (8, 8) in [0, 1], the digit it is, and its probability of being an 8."""

    image: Array
    digit: int
    score: float


@dataclass(frozen=True, slots=True)
class DetectorState:
    """The test of the classifier.

    `examples` shows one image per cell, in the order TP, FN, FP, TN: the surest of each. `marks` are
    the confusion matrices at `MARKS`. `average_precision` is the mean precision at the ranks of the
    positives, `area` the area under the ROC curve.
    """

    trained: int
    counts: Counts
    threshold: float
    examples: tuple[Example, ...]
    recall: Array
    precision: Array
    false_alarms: Array
    thresholds: tuple[float, ...]
    marks: tuple[Counts, ...]
    average_precision: float
    area: float

    @property
    def prevalence(self) -> float:
        """The share of positives in the test set."""
        return (self.counts.tp + self.counts.fn) / self.counts.total


def _examples(test: Examples, scores: Array, truth: Truth) -> tuple[Example, ...]:
    """Return the image with the highest score among TP and FP, with the lowest among FN and TN."""
    called = scores >= THRESHOLD
    found = []
    cells = ((called & truth, -1), (~called & truth, 1), (called & ~truth, -1), (~called & ~truth, 1))
    for cell, sign in cells:
        rows = np.flatnonzero(cell)
        row = rows[(sign * scores[rows]).argmin()]
        found.append(Example(test.inputs[row].reshape(8, 8), int(test.labels[row]), float(scores[row])))
    return tuple(found)


def compute() -> DetectorState:
    """Train the classifier and test it."""
    training, test = load_digits(SEED, SHARE)
    weights, bias = train(training)
    scores = sigmoid(test.inputs @ weights + bias)
    truth = test.labels == POSITIVE
    recall, precision, false_alarms = curves(scores, truth)
    ranked = truth[np.argsort(-scores)]
    return DetectorState(
        len(training.labels),
        count(scores, truth, THRESHOLD),
        THRESHOLD,
        _examples(test, scores, truth),
        recall,
        precision,
        false_alarms,
        MARKS,
        tuple(count(scores, truth, mark) for mark in MARKS),
        float(precision[1:][ranked].mean()),
        float((np.diff(false_alarms) * (recall[1:] + recall[:-1]) / 2).sum()),
    )
