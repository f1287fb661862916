"""Two ways in which a test set gets contaminated, simulated: copies, and features chosen too early.

Copies: k nearest neighbors on handwritten digits, of which `NOISE` have a random label. Test examples
are replaced by copies of training examples; labels of copies are the (noisy) ones seen in training.
Features: the code of the answer on contaminated test sets. Labels are random, so no classifier can
truly be right in more than half of the cases.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from plots.networks.digits import load_digits

Array = NDArray[np.float64]
Numbers = NDArray[np.int64]

NEIGHBORS = (1, 5)
TRAINED, TESTED = 200, 800
NOISE = 0.1
REPEATS = 10
SHARES = np.linspace(0.0, 1.0, 11)

RUNS = 100
EXAMPLES, FEATURES, KEPT = 100, 2000, 20
CHANCE = 0.5
"""What any rule reaches in the long run where two equally frequent labels are random."""


@dataclass(frozen=True, slots=True)
class Copies:
    """One classifier under contamination.

    `measured`, shape (len(SHARES),), is the mean accuracy on the contaminated test sets; `honest` that
    on new examples and `memory` that on the training examples themselves.
    """

    neighbors: int
    measured: Array
    honest: float
    memory: float

    def expected(self, share: Array) -> Array:
        """Return the accuracy to expect when `share` of the test set are copies."""
        return self.honest + share * (self.memory - self.honest)


@dataclass(frozen=True, slots=True)
class LeaksState:
    """Both simulations; `leaked` and `clean`, shape (RUNS,), are accuracies with random labels."""

    copies: tuple[Copies, Copies]
    shares: Array
    trained: int
    tested: int
    noise: float
    repeats: int
    leaked: Array
    clean: Array
    kept: int
    features: int

    @property
    def crossing(self) -> float:
        """The share of copies at which the model that memorizes more seems as good as the other."""
        one, other = self.copies
        return (other.honest - one.honest) / ((one.memory - one.honest) - (other.memory - other.honest))


def vote(order: Numbers, labels: Numbers, neighbors: int) -> Numbers:
    """Return the most frequent label among the nearest; of equals, that of the nearest.

    `order`, shape (n, m), lists for each of n queries the training examples, nearest first.
    """
    near = labels[order[:, :neighbors]]
    counts = (near[:, :, None] == near[:, None, :]).sum(axis=2)
    return np.asarray(near[np.arange(len(near)), counts.argmax(axis=1)])


def _one_split(inputs: Array, truth: Numbers, rng: np.random.Generator) -> Array:
    """Return the accuracies of one random split, shape (len(NEIGHBORS), len(SHARES) + 2).

    The last two columns are the accuracies on all clean test examples and on the training examples.
    """
    labels = np.where(rng.random(len(truth)) < NOISE, rng.integers(0, 10, len(truth)), truth)
    rows = rng.permutation(len(truth))
    train, test = rows[:TRAINED], rows[TRAINED : TRAINED + TESTED]
    asked = np.concatenate([test, train])
    squares = (inputs**2).sum(axis=1)
    distance = squares[train] - 2.0 * inputs[asked] @ inputs[train].T  # up to a constant per query
    near = np.argpartition(distance, max(NEIGHBORS), axis=1)[:, : max(NEIGHBORS)]
    rank = np.take_along_axis(distance, near, axis=1).argsort(axis=1)
    order = np.take_along_axis(near, rank, axis=1)
    copies = TESTED + rng.integers(0, TRAINED, TESTED)
    table = []
    for neighbors in NEIGHBORS:
        right = vote(order, labels[train], neighbors) == labels[asked]
        row = []
        for share in SHARES:
            swapped = round(float(share) * TESTED)
            row.append(np.concatenate([right[copies[:swapped]], right[swapped:TESTED]]).mean())
        table.append([*row, right[:TESTED].mean(), right[TESTED:].mean()])
    return np.array(table)


def duplicates() -> tuple[Copies, Copies]:
    """Return the mean over `REPEATS` splits for both numbers of neighbors."""
    first, second = load_digits()
    inputs = np.concatenate([first.inputs, second.inputs])
    truth = np.concatenate([first.labels, second.labels])
    rng = np.random.default_rng(0)
    mean = np.mean([_one_split(inputs, truth, rng) for _ in range(REPEATS)], axis=0)
    one, other = (
        Copies(k, row[:-2], float(row[-2]), float(row[-1])) for k, row in zip(NEIGHBORS, mean, strict=True)
    )
    return one, other


def selection(leak: bool, rng: np.random.Generator) -> float:
    """Return the test accuracy of one run; with a leak, features are chosen with the test half as well."""
    inputs = rng.standard_normal((EXAMPLES, FEATURES))
    labels = rng.permutation(EXAMPLES) % 2
    half = EXAMPLES // 2
    seen = np.arange(EXAMPLES) < (EXAMPLES if leak else half)
    ones, zeros = seen & (labels == 1), seen & (labels == 0)
    gap = (ones / ones.sum() - zeros / zeros.sum()) @ inputs  # difference of the means of the classes
    best = np.abs(gap).argsort()[-KEPT:]
    train, test = inputs[:half, best], inputs[half:, best]
    low, high = (train[labels[:half] == k].mean(axis=0) for k in (0, 1))
    guess = (test - (low + high) / 2) @ (high - low) > 0
    return float(np.mean(guess == labels[half:]))


def compute() -> LeaksState:
    """Run both simulations."""
    rng = np.random.default_rng(0)
    leaked = np.array([selection(True, rng) for _ in range(RUNS)])
    clean = np.array([selection(False, rng) for _ in range(RUNS)])
    return LeaksState(duplicates(), SHARES, TRAINED, TESTED, NOISE, REPEATS, leaked, clean, KEPT, FEATURES)
