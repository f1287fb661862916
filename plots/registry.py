"""All figures by id. Importing this module imports neither NumPy nor Matplotlib."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from plots.activations import catalogue as activations
from plots.evaluation import catalogue as evaluation
from plots.generalization import catalogue as generalization
from plots.initialization import catalogue as initialization
from plots.landscapes import catalogue as landscapes
from plots.networks import catalogue as networks
from plots.optimizers import catalogue as optimizers
from plots.spec import FigureSpec

_FAMILIES = (activations, networks, landscapes, optimizers, initialization, generalization, evaluation)

FIGURES: Mapping[str, FigureSpec] = MappingProxyType(
    {spec.id: spec for family in _FAMILIES for spec in family.FIGURES}
)
