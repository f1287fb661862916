"""The race: the same runs as in the still figure, all methods at the same step at the same time."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import numpy as np
import pytest
from numpy.testing import assert_allclose

from plots import output, style
from plots.optimizers import race, runs
from plots.registry import FIGURES
from plots.spec import Variant, variants

if TYPE_CHECKING:
    from tests.plots.conftest import Drawings

NAME = "optimizer-race"


@pytest.mark.parametrize("variant", list(variants()), ids=lambda v: v.name)
def test_the_end_shows_whole_paths(drawn: Drawings, variant: Variant) -> None:
    one = drawn[NAME, variant]
    lines = {line.get_gid(): line for axes in one.figure.axes for line in axes.lines if line.get_gid()}
    for run in one.state.runs:
        assert_allclose(np.asarray(lines[f"path-{run.method}"].get_xydata()), run.path)
        assert_allclose(np.asarray(lines[f"ball-{run.method}"].get_xydata()), run.path[-1:])
        assert_allclose(np.asarray(lines[f"loss-{run.method}"].get_ydata()), run.loss)
        for key in ("path", "loss"):
            line = lines[f"{key}-{run.method}"]
            assert line.axes is not None
            x, y = np.asarray(line.get_xydata()).T
            assert line.axes.get_xlim()[0] <= x.min() <= x.max() <= line.axes.get_xlim()[1]
            assert line.axes.get_ylim()[0] <= y.min() <= y.max() <= line.axes.get_ylim()[1]


def test_all_methods_take_their_steps_at_the_same_time() -> None:
    state, variant = runs.compute(), Variant("en", "light", "wide")
    with style.context(variant):
        motion = race.motion(state, variant, race.draw(state, variant))
    assert motion.seconds == 10
    assert motion.plays == 2
    moves = [track for track in motion.tracks if track.kind == "move"]
    traces = [track for track in motion.tracks if track.kind == "trace"]
    assert len(moves) == 5
    assert len(traces) == 10
    assert len({track.times for track in (*moves, *traces)}) == 1
    assert all(track.values[-1] == (0.0, 0.0) for track in moves)
    for track in traces:
        shares = [value[0] for value in track.values]
        assert shares == sorted(shares)
        assert shares[0] == 0.0
        assert shares[-1] == pytest.approx(1.0)


def test_one_counter_at_a_time() -> None:
    state, variant = runs.compute(), Variant("ko", "dark", "narrow")
    with style.context(variant):
        motion = race.motion(state, variant, race.draw(state, variant))
    fades = [track for track in motion.tracks if track.kind == "fade"]
    assert len(fades) == 11
    for time in np.linspace(0.01, motion.seconds, 200):
        seen = []
        for track in fades:
            at = int(np.searchsorted(track.times, time, side="right")) - 1
            if track.values[at] == (1.0,):
                seen.append(track.gid)
        assert len(seen) == 1, time
    assert motion.gone == {f"step-{step}" for step in range(0, 100, 10)}


def test_moving_file_is_not_large() -> None:
    spec = FIGURES[NAME]
    picture = output.render(spec, spec.compute(), Variant("ko", "light", "wide"))
    assert picture.moving.count(b"@keyframes") == 26
    assert len(gzip.compress(picture.moving)) < 45_000
