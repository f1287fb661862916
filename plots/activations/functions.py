"""Activation functions and their derivatives, as plain NumPy.

Every function takes an array of any shape and returns an array of the same shape (float64).
At a kink the derivative is undefined; the value given there is the one torch uses, 0-side
first: ReLU'(0) = 0, LeakyReLU'(0) = alpha, ELU'(0) = alpha.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

USUAL_LEAK = 0.01
"""The slope of Leaky ReLU for negative inputs in the paper and in most libraries."""


def sigmoid(x: Array) -> Array:
    """Return 1 / (1 + exp(-x)), without overflow: exp is only taken of numbers <= 0."""
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, e) / (1.0 + e)


def sigmoid_slope(x: Array) -> Array:
    """Return s (1 - s) with s = sigmoid(x); at most 1/4, at x = 0."""
    s = sigmoid(x)
    return s * (1.0 - s)


def tanh(x: Array) -> Array:
    """Return the hyperbolic tangent, 2 sigmoid(2x) - 1: the same S, centred on zero."""
    return np.tanh(x)


def tanh_slope(x: Array) -> Array:
    """Return 1 - tanh(x)^2; at most 1, at x = 0."""
    return 1.0 - np.tanh(x) ** 2


def relu(x: Array) -> Array:
    """Return max(0, x) (Nair & Hinton 2010)."""
    return np.maximum(x, 0.0)


def relu_slope(x: Array) -> Array:
    """Return 1 where x > 0, else 0."""
    return np.where(x > 0, 1.0, 0.0)


def leaky_relu(x: Array, alpha: float = USUAL_LEAK) -> Array:
    """Return x where x > 0, else alpha x (Maas et al. 2013)."""
    return np.where(x > 0, x, alpha * x)


def leaky_relu_slope(x: Array, alpha: float = USUAL_LEAK) -> Array:
    """Return 1 where x > 0, else alpha."""
    return np.where(x > 0, 1.0, alpha)


def elu(x: Array, alpha: float = 1.0) -> Array:
    """Return x where x > 0, else alpha (exp(x) - 1) (Clevert et al. 2015, equation 16)."""
    return np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0.0)))


def elu_slope(x: Array, alpha: float = 1.0) -> Array:
    """Return 1 where x > 0, else alpha exp(x), which is elu(x) + alpha."""
    return np.where(x > 0, 1.0, alpha * np.exp(np.minimum(x, 0.0)))


def normal_cdf(x: Array) -> Array:
    """Return Phi(x), the probability that a standard normal variable is at most x."""
    values = [0.5 * math.erfc(-v / math.sqrt(2.0)) for v in np.ravel(x).tolist()]
    return np.array(values, dtype=np.float64).reshape(np.shape(x))


def gelu(x: Array) -> Array:
    """Return x Phi(x): the exact form, not the tanh approximation (Hendrycks & Gimpel 2016)."""
    return x * normal_cdf(x)


def gelu_slope(x: Array) -> Array:
    """Return Phi(x) + x phi(x), with phi the standard normal density."""
    density = np.exp(-0.5 * x**2) / math.sqrt(2.0 * math.pi)
    return normal_cdf(x) + x * density


def silu(x: Array) -> Array:
    """Return x sigmoid(x), also called Swish (Elfwing et al. 2017; Ramachandran et al. 2017)."""
    return x * sigmoid(x)


def silu_slope(x: Array) -> Array:
    """Return s + x s (1 - s) with s = sigmoid(x)."""
    s = sigmoid(x)
    return s + x * s * (1.0 - s)


def softplus(x: Array) -> Array:
    """Return log(1 + exp(x)), without overflow: a smooth ReLU (Dugas et al. 2001)."""
    return np.maximum(x, 0.0) + np.log1p(np.exp(-np.abs(x)))


def softplus_slope(x: Array) -> Array:
    """Return sigmoid(x)."""
    return sigmoid(x)


def mish(x: Array) -> Array:
    """Return x tanh(softplus(x)) (Misra 2019)."""
    return x * np.tanh(softplus(x))


def mish_slope(x: Array) -> Array:
    """Return t + x (1 - t^2) sigmoid(x) with t = tanh(softplus(x))."""
    t = np.tanh(softplus(x))
    return t + x * (1.0 - t**2) * sigmoid(x)
