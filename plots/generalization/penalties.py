"""L1 and L2 penalties: the constrained minimum in two dimensions, coefficient paths in eight.

Both penalties are those of the answer on regularization: J(w) = L(w) + lambda Omega(w) with
Omega = sum(abs(w)) for L1 (Tibshirani 1996) and sum(w**2) / 2 for L2 (Hoerl & Kennard 1970).
L is a quadratic, L(w) = (w - best)' H (w - best) / 2; for least squares over n examples H = X'X / n.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

HESSIAN = ((1.0, 0.5), (0.5, 1.0))
BEST = (0.7, 2.0)
"""The minimum of the loss without a penalty, in the two-dimensional example."""

LAMBDA = 1.2
"""The strength at which the two-dimensional solutions are shown."""

SHOWN = 0.3
"""The strength marked on the coefficient paths: that of the code in the answer."""

TRUE = (3.0, -2.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
EXAMPLES = 50
STRENGTHS = np.logspace(-2.0, 1.0, 91)


@dataclass(frozen=True, slots=True)
class Quadratic:
    """A loss with Hessian `hessian`, shape (p, p), and minimum `best`, shape (p,)."""

    hessian: Array
    best: Array

    def value(self, weights: Array) -> Array:
        """Return the loss above its minimum; `weights` has shape (..., p)."""
        away = weights - self.best
        return np.asarray(np.einsum("...i,ij,...j->...", away, self.hessian, away) / 2)


def ridge(loss: Quadratic, strength: float) -> Array:
    """Return the minimum of loss + strength * sum(w**2) / 2, in closed form."""
    shifted = loss.hessian + strength * np.eye(len(loss.best))
    return np.asarray(np.linalg.solve(shifted, loss.hessian @ loss.best))


def lasso(loss: Quadratic, strength: float, start: Array, sweeps: int = 400) -> Array:
    """Return the minimum of loss + strength * sum(abs(w)) by coordinate descent (Friedman et al. 2007)."""
    weights = start.copy()
    target = loss.hessian @ loss.best
    for _ in range(sweeps):
        before = weights.copy()
        for k in range(len(weights)):
            curve = loss.hessian[k, k]
            pull = target[k] - loss.hessian[k] @ weights + curve * weights[k]
            weights[k] = np.sign(pull) * max(abs(pull) - strength, 0.0) / curve
        if np.abs(weights - before).max() < 1e-12:
            break
    return weights


def trail(loss: Quadratic, strengths: Array) -> tuple[Array, Array]:
    """Return the L1 and the L2 solutions, each of shape (len(strengths), p)."""
    first = []
    weights = loss.best
    for strength in strengths:
        weights = lasso(loss, float(strength), weights)
        first.append(weights)
    return np.array(first), np.array([ridge(loss, float(strength)) for strength in strengths])


@dataclass(frozen=True, slots=True)
class Penalized:
    """One penalty, `l1` or `l2`.

    `point`, shape (2,), is the two-dimensional solution at `LAMBDA` and `course`, shape (m, 2), the
    solutions from strength 0 on; `paths`, shape (len(STRENGTHS), 8), holds the eight weights per
    strength and `shown`, shape (8,), those at `SHOWN`.
    """

    name: str
    point: Array
    course: Array
    paths: Array
    shown: Array

    @property
    def size(self) -> float:
        """The budget that `point` uses up: its L1 or its L2 norm."""
        return float(np.linalg.norm(self.point, 1 if self.name == "l1" else 2))

    @property
    def zeros(self) -> int:
        """How many of the eight weights are exactly zero at `SHOWN`."""
        return int((self.shown == 0.0).sum())


@dataclass(frozen=True, slots=True)
class PenaltiesState:
    """Both penalties on both problems."""

    plane: Quadratic
    data: Quadratic
    strength: float
    shown: float
    examples: int
    true: Array
    strengths: Array
    sides: tuple[Penalized, Penalized]

    @property
    def gone(self) -> float:
        """The strength from which on L1 sets all eight weights to zero."""
        return float(np.abs(self.data.hessian @ self.data.best).max())


def regression() -> Quadratic:
    """Return the least-squares loss of the answer's example: 50 examples, 8 features, 2 of them real."""
    rng = np.random.default_rng(0)
    inputs = rng.normal(size=(EXAMPLES, len(TRUE)))
    targets = inputs @ np.array(TRUE) + rng.normal(size=EXAMPLES)
    hessian = inputs.T @ inputs / EXAMPLES
    return Quadratic(hessian, np.linalg.solve(hessian, inputs.T @ targets / EXAMPLES))


def compute() -> PenaltiesState:
    """Return the solutions of both problems under both penalties."""
    plane = Quadratic(np.array(HESSIAN), np.array(BEST))
    course = trail(plane, np.concatenate([[0.0], np.logspace(-2.0, 3.0, 151)]))
    point = trail(plane, np.array([LAMBDA]))
    data = regression()
    paths = trail(data, STRENGTHS)
    shown = trail(data, np.array([SHOWN]))
    sides = [
        Penalized(name, point[k][0], course[k], paths[k], shown[k][0]) for k, name in enumerate(("l1", "l2"))
    ]
    return PenaltiesState(
        plane, data, LAMBDA, SHOWN, EXAMPLES, np.array(TRUE), STRENGTHS, (sides[0], sides[1])
    )
