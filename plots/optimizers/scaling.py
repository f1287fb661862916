"""What the scale of two features does to gradient descent: as measured, min-max, standardized.

The data are those of the answer on data normalization: 200 homes with rooms and square meters.
The model is linear with a bias. The bias is kept at its best value for the weights, which is the
same as centering every feature and the target, so the picture has two weights only. The loss is
half the mean squared error; its Hessian is the covariance matrix of the features
(LeCun, Bottou, Orr & Mueller 1998, section 4.3 and 5.1).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from plots.optimizers import methods
from plots.optimizers.methods import Array

EXAMPLES = 200
MEANS, SPREADS, WEIGHTS, NOISE = (3.0, 80.0), (1.0, 25.0), (20.0, 2.0), 5.0
STEPS = 30
SHARE = 0.01
"""Training counts as done when both weights are this close to the best, as a share of the larger one."""

OUTLIER = 1000.0
"""The square meters of one more home, for what an outlier does to the condition number."""


@dataclass(frozen=True, slots=True)
class Scaled:
    """One way of scaling.

    `points` are the features, shape (n, 2), `hessian` the (2, 2) matrix of the loss in the weights,
    `best` the weights of least loss, `condition` the ratio of the eigenvalues, `rate` the best
    constant learning rate, `path` the weights of STEPS steps, `needed` the number of steps until
    both weights are within SHARE, `skewed` the condition number with one outlier.
    """

    method: str
    points: Array
    hessian: Array
    best: Array
    condition: float
    rate: float
    path: Array
    needed: int
    skewed: float

    def loss(self, first: Array, second: Array) -> Array:
        """Return the loss above its minimum, for arrays of weights of one shape."""
        a, b = first - self.best[0], second - self.best[1]
        h = self.hessian
        return np.asarray((h[0, 0] * a * a + 2.0 * h[0, 1] * a * b + h[1, 1] * b * b) / 2.0)


@dataclass(frozen=True, slots=True)
class ScalingState:
    """The three ways, and what the texts state; `offset` is min-max without centering."""

    ways: tuple[Scaled, ...]
    examples: int
    spreads: Array
    steps: int
    share: float
    outlier: float
    offset: float


def data() -> tuple[Array, Array]:
    """Return the features, shape (n, 2), and the target."""
    rng = np.random.default_rng(0)
    points = rng.normal(MEANS, SPREADS, (EXAMPLES, 2))
    target = points @ np.array(WEIGHTS) + rng.normal(0.0, NOISE, EXAMPLES)
    return points, target


def scale(method: str, points: Array) -> Array:
    """Return the features scaled by one of the three methods."""
    if method == "min-max":
        return np.asarray((points - points.min(axis=0)) / np.ptp(points, axis=0))
    if method == "standardized":
        return np.asarray((points - points.mean(axis=0)) / points.std(axis=0))
    return points


def condition_number(points: Array, center: bool = True) -> float:
    """Return the ratio of the largest to the smallest eigenvalue of the Hessian."""
    low, high = np.linalg.eigvalsh(_hessian(points, center))
    return float(high / low)


def _hessian(points: Array, center: bool = True) -> Array:
    points = points - points.mean(axis=0) if center else points
    return np.asarray(points.T @ points / len(points))


def _steps_needed(hessian: Array, best: Array, rate: float) -> int:
    weights, steps = np.zeros(2), 0
    while np.abs(weights - best).max() > SHARE * np.abs(best).max():
        weights = weights - rate * (hessian @ (weights - best))
        steps += 1
    return steps


def scaled(method: str) -> Scaled:
    """Return gradient descent on the features scaled by `method`."""
    raw, target = data()
    points = scale(method, raw)
    hessian = _hessian(points)
    centered = points - points.mean(axis=0)
    best = np.linalg.solve(hessian, centered.T @ (target - target.mean()) / len(points))
    low, high = np.linalg.eigvalsh(hessian)
    rate = float(2.0 / (low + high))
    path = methods.descend(lambda w: hessian @ (w - best), np.zeros(2), methods.sgd(rate), STEPS)
    with_outlier = np.vstack([raw, [raw[:, 0].mean(), OUTLIER]])
    return Scaled(
        method=method,
        points=points,
        hessian=hessian,
        best=best,
        condition=float(high / low),
        rate=rate,
        path=path,
        needed=_steps_needed(hessian, best, rate),
        skewed=condition_number(scale(method, with_outlier)),
    )


def compute() -> ScalingState:
    """Return the three ways of scaling."""
    raw, _ = data()
    return ScalingState(
        ways=tuple(scaled(method) for method in ("measured", "min-max", "standardized")),
        examples=EXAMPLES,
        spreads=raw.std(axis=0),
        steps=STEPS,
        share=SHARE,
        outlier=OUTLIER,
        offset=condition_number(scale("min-max", raw), center=False),
    )
