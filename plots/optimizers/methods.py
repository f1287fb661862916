"""First-order optimisers as plain NumPy, step for step what `torch.optim` does.

A rule is made with its learning rate and is then called once per step::

    step = momentum(lr=0.002)
    memory = Memory.empty(start)
    point, memory = step(point, gradient_at_point, memory)

Conventions in which textbooks and libraries differ; these are torch's:

* Momentum adds the whole gradient, v <- beta v + g. The exponential-average form
  v <- beta v + (1 - beta) g takes the same path when its learning rate is lr / (1 - beta).
* Nesterov's method keeps track of the look-ahead point, so that the gradient is taken
  where the parameters stand: the step is lr (g + beta v).
* `eps` is added after the square root (AdaGrad, RMSprop, Adam), not under it.
* RMSprop's mean square starts at zero and is not corrected for that; Adam's is.
* AdamW's decay is multiplied by the learning rate, p <- (1 - lr decay) p, before Adam's step.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Gradient = Callable[[Array], Array]


@dataclass(frozen=True, slots=True)
class Memory:
    """What a rule remembers between steps.

    `steps` counts the steps done. `first` is the velocity (momentum) or the mean gradient
    (Adam), `second` the mean squared gradient (AdaGrad: the sum); both have the shape of the
    parameters.
    """

    steps: int
    first: Array
    second: Array

    @classmethod
    def empty(cls, point: Array) -> Memory:
        """Return the memory before the first step: all zero."""
        return cls(0, np.zeros_like(point), np.zeros_like(point))


Step = Callable[[Array, Array, Memory], tuple[Array, Memory]]


def sgd(lr: float) -> Step:
    """Gradient descent, p <- p - lr g (Cauchy 1847; Robbins & Monro 1951 with noisy g)."""

    def step(point: Array, gradient: Array, memory: Memory) -> tuple[Array, Memory]:
        return point - lr * gradient, Memory(memory.steps + 1, memory.first, memory.second)

    return step


def momentum(lr: float, beta: float = 0.9) -> Step:
    """Heavy ball, v <- beta v + g; p <- p - lr v (Polyak 1964)."""

    def step(point: Array, gradient: Array, memory: Memory) -> tuple[Array, Memory]:
        velocity = beta * memory.first + gradient
        return point - lr * velocity, Memory(memory.steps + 1, velocity, memory.second)

    return step


def nesterov(lr: float, beta: float = 0.9) -> Step:
    """Nesterov's momentum, v <- beta v + g; p <- p - lr (g + beta v) (Nesterov 1983)."""

    def step(point: Array, gradient: Array, memory: Memory) -> tuple[Array, Memory]:
        velocity = beta * memory.first + gradient
        ahead = gradient + beta * velocity
        return point - lr * ahead, Memory(memory.steps + 1, velocity, memory.second)

    return step


def adagrad(lr: float, eps: float = 1e-10) -> Step:
    """AdaGrad, s <- s + g^2; p <- p - lr g / (sqrt(s) + eps) (Duchi, Hazan & Singer 2011)."""

    def step(point: Array, gradient: Array, memory: Memory) -> tuple[Array, Memory]:
        total = memory.second + gradient * gradient
        moved = point - lr * (gradient / (np.sqrt(total) + eps))
        return moved, Memory(memory.steps + 1, memory.first, total)

    return step


def rmsprop(lr: float, alpha: float = 0.9, eps: float = 1e-8) -> Step:
    """RMSprop, s <- alpha s + (1 - alpha) g^2; p <- p - lr g / (sqrt(s) + eps).

    The default alpha is Hinton's (2012, lecture 6); torch's own default is 0.99.
    """

    def step(point: Array, gradient: Array, memory: Memory) -> tuple[Array, Memory]:
        square = alpha * memory.second + (1.0 - alpha) * gradient * gradient
        moved = point - lr * (gradient / (np.sqrt(square) + eps))
        return moved, Memory(memory.steps + 1, memory.first, square)

    return step


def adam(lr: float, beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8) -> Step:
    """Adam (Kingma & Ba 2015, algorithm 1): averages of g and g^2, both corrected for their start."""

    def step(point: Array, gradient: Array, memory: Memory) -> tuple[Array, Memory]:
        t = memory.steps + 1
        first = beta1 * memory.first + (1.0 - beta1) * gradient
        second = beta2 * memory.second + (1.0 - beta2) * gradient * gradient
        root = np.sqrt(second) / np.sqrt(1.0 - beta2**t) + eps
        return point - (lr / (1.0 - beta1**t)) * (first / root), Memory(t, first, second)

    return step


def adamw(
    lr: float, beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8, decay: float = 0.01
) -> Step:
    """AdamW: weight decay of the parameters themselves, then Adam's step (Loshchilov & Hutter 2019)."""
    plain = adam(lr, beta1, beta2, eps)

    def step(point: Array, gradient: Array, memory: Memory) -> tuple[Array, Memory]:
        return plain(point * (1.0 - lr * decay), gradient, memory)

    return step


def descend(gradient: Gradient, start: Array, step: Step, steps: int) -> Array:
    """Follow a rule from `start`.

    Args:
        gradient: gives the gradient at a point; shape (d,) to (d,).
        start: the first point, shape (d,).
        step: the rule.
        steps: how many steps to take.

    Returns:
        The path, shape (steps + 1, d). A path that overflows holds inf or nan from there on.
    """
    path = np.empty((steps + 1, start.size))
    path[0] = start
    memory = Memory.empty(start)
    with np.errstate(over="ignore", invalid="ignore"):
        for index in range(steps):
            path[index + 1], memory = step(path[index], gradient(path[index]), memory)
    return path


def beale(x: Array, y: Array) -> Array:
    """Return Beale's function, zero at its minimum (3, 0.5); arrays of one shape."""
    return (1.5 - x + x * y) ** 2 + (2.25 - x + x * y**2) ** 2 + (2.625 - x + x * y**3) ** 2


def beale_gradient(point: Array) -> Array:
    """Return the gradient of Beale's function at `point`, shape (2,)."""
    x, y = point
    a, b, c = 1.5 - x + x * y, 2.25 - x + x * y**2, 2.625 - x + x * y**3
    return np.array(
        [
            2.0 * (a * (y - 1.0) + b * (y**2 - 1.0) + c * (y**3 - 1.0)),
            2.0 * (a * x + b * 2.0 * x * y + c * 3.0 * x * y**2),
        ]
    )


def rosenbrock(x: Array, y: Array) -> Array:
    """Return Rosenbrock's function, zero at its minimum (1, 1); arrays of one shape."""
    return (1.0 - x) ** 2 + 100.0 * (y - x**2) ** 2


def rosenbrock_gradient(point: Array) -> Array:
    """Return the gradient of Rosenbrock's function at `point`, shape (2,)."""
    x, y = point
    return np.array([-2.0 * (1.0 - x) - 400.0 * x * (y - x**2), 200.0 * (y - x**2)])
