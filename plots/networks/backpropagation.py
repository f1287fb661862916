"""One sigmoid neuron with a squared error: its values forward, its gradients backward, step by step."""

from __future__ import annotations

import math
from dataclasses import dataclass

X, TARGET, WEIGHT, BIAS = 2.0, 1.0, 0.5, -0.5
"""The numbers of the answer on backpropagation."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the graph starts from: the input x, the target y, the weight w and the bias b."""

    x: float
    y: float
    w: float
    b: float


@dataclass(frozen=True, slots=True)
class Values:
    """What the forward pass stores: u = w x, z = u + b, p = sigmoid(z), loss = (p - y)^2 / 2."""

    u: float
    z: float
    p: float
    loss: float


@dataclass(frozen=True, slots=True)
class Gradients:
    """The derivative of the loss by every quantity; `slope` is the sigmoid's own, dp/dz = p (1 - p)."""

    p: float
    slope: float
    z: float
    u: float
    w: float
    b: float
    x: float


@dataclass(frozen=True, slots=True)
class GraphState:
    """The numbers of one pass forward and one back."""

    inputs: Inputs
    values: Values
    gradients: Gradients


def forward(inputs: Inputs) -> Values:
    """Return the values in the order in which they are computed."""
    u = inputs.w * inputs.x
    z = u + inputs.b
    p = 1.0 / (1.0 + math.exp(-z))
    return Values(u, z, p, (p - inputs.y) ** 2 / 2.0)


def backward(inputs: Inputs, values: Values) -> Gradients:
    """Return the gradients by the chain rule, from the loss back (Rumelhart et al. 1986)."""
    by_p = values.p - inputs.y
    slope = values.p * (1.0 - values.p)
    by_z = by_p * slope
    return Gradients(p=by_p, slope=slope, z=by_z, u=by_z, w=by_z * inputs.x, b=by_z, x=by_z * inputs.w)


def compute() -> GraphState:
    """Return both passes through the neuron of the answer."""
    inputs = Inputs(X, TARGET, WEIGHT, BIAS)
    values = forward(inputs)
    return GraphState(inputs, values, backward(inputs, values))
