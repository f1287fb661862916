"""Overlapping disks: pixel counts against geometry, and the order of the scores."""

from __future__ import annotations

import numpy as np
import pytest

from plots.evaluation import overlap
from plots.evaluation.overlap import OverlapState


@pytest.fixture(scope="module")
def state() -> OverlapState:
    return overlap.compute()


def test_lens_at_known_shifts() -> None:
    assert overlap.lens(0.0) == pytest.approx(1.0)
    assert overlap.lens(1.0) == pytest.approx(0.0)
    common = 2 * np.pi / 3 - np.sqrt(3) / 2  # centers one radius apart
    assert overlap.lens(0.5) == pytest.approx(common / (2 * np.pi - common))


def test_counted_pixels_agree_with_geometry(state: OverlapState) -> None:
    for shift, one in zip(state.shifts, state.counts, strict=True):
        assert one.iou == pytest.approx(overlap.lens(float(shift)), abs=0.01)
        assert one.total == overlap.SIDE**2
        assert one.tp + one.fn == pytest.approx(np.pi * overlap.RADIUS**2, rel=0.01)


def test_scores_fall_in_their_order(state: OverlapState) -> None:
    first, last = state.counts[0], state.counts[-1]
    assert first.iou == first.f1 == first.accuracy == 1.0
    assert last.iou < 0.01
    for one in state.counts[1:-1]:
        assert one.iou < one.f1 < one.accuracy
        assert one.iou == pytest.approx(one.f1 / (2 - one.f1))
    assert (np.diff([one.iou for one in state.counts]) < 0).all()
    assert last.accuracy == pytest.approx(1 - 2 * state.share, abs=0.002)


def test_disks_stay_inside_the_image() -> None:
    for center in overlap.centers(1.0):
        assert overlap.RADIUS < center < overlap.SIDE - overlap.RADIUS
