"""A disk and its prediction, moved sideways: what overlap scores make of the same mistake.

Pixels are counted on a square image of `SIDE` pixels, most of which are background.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from plots.evaluation.detector import Counts

Array = NDArray[np.float64]

SIDE, RADIUS = 240, 42.0
SHIFTS = np.linspace(0.0, 1.0, 43)
"""Shifts of the prediction, in diameters; at most 1, where the disks no longer touch."""

SHOWN = (0.1, 0.25, 0.5)


@dataclass(frozen=True, slots=True)
class OverlapState:
    """The counts at every shift, and at those that are shown as pictures."""

    shifts: Array
    counts: tuple[Counts, ...]
    shown: tuple[float, ...]
    examples: tuple[Counts, ...]
    side: int
    radius: float

    @property
    def share(self) -> float:
        """The share of the image that the disk covers."""
        first = self.counts[0]
        return (first.tp + first.fn) / first.total


def disk(center: float) -> NDArray[np.bool_]:
    """Return the pixels of a disk at half height, its center `center` pixels from the left edge."""
    place = np.arange(SIDE) + 0.5
    away = (place[None, :] - center) ** 2 + (place[:, None] - SIDE / 2) ** 2
    return np.asarray(away <= RADIUS**2)


def centers(shift: float) -> tuple[float, float]:
    """Return where truth and prediction stand, either side of the middle."""
    return SIDE / 2 - shift * RADIUS, SIDE / 2 + shift * RADIUS


def compare(shift: float) -> Counts:
    """Return how the pixels of the moved disk agree with the true one."""
    truth, guess = (disk(center) for center in centers(shift))
    return Counts(
        int((truth & guess).sum()),
        int((truth & ~guess).sum()),
        int((~truth & guess).sum()),
        int((~truth & ~guess).sum()),
    )


def lens(shift: float) -> float:
    """Return the IoU of two equal disks without pixels: their lens over their union."""
    angle = np.arccos(min(shift, 1.0))
    common = 2 * angle - np.sin(2 * angle)  # in squares of the radius
    return float(common / (2 * np.pi - common))


def compute() -> OverlapState:
    """Return the counts."""
    counts = tuple(compare(float(shift)) for shift in SHIFTS)
    return OverlapState(SHIFTS, counts, SHOWN, tuple(compare(shift) for shift in SHOWN), SIDE, RADIUS)
