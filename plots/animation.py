"""What moves in an animated figure: CSS keyframes inside the SVG, without any script.

`draw` draws the end, the picture that stays; `motion` returns how it came about. An artist that
moves has a `gid` of its own (`a-z`, digits, hyphens). Times are seconds from the start:

    def motion(state, variant, figure):
        axes = figure.axes[1]                   # axes[0] is the sheet's own layer
        times = np.linspace(0, 8, len(state.path))
        return Motion(8.0, 2, (
            trace(axes, "adam-path", times, *state.path.T),    # the line draws itself
            travel(axes, "adam-ball", times, *state.path.T),   # the marker moves along
            show("step-40", 3.2, 4.0),                         # only there in between
        ))

A reader who wants less motion, and every program that knows no CSS, sees the end at once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike, NDArray

MOST_SECONDS = 12.0
MOST_PLAYS = 3
_GID = re.compile(r"[a-z][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class Track:
    """How one element changes.

    `values` has a row for each of `times`: `fade` an opacity, `move` how many CSS pixels it is to the
    right of and below its place at the end, `trace` the share of the line that is drawn. `hold` keeps
    every value until the next one instead of gliding there; `reach` is how far from a traced line
    its markers extend, in CSS pixels.
    """

    gid: str
    kind: Literal["fade", "move", "trace"]
    times: tuple[float, ...]
    values: tuple[tuple[float, ...], ...]
    hold: bool = False
    reach: float = 10.0


@dataclass(frozen=True, slots=True)
class Motion:
    """All that moves, for `seconds`, `plays` times."""

    seconds: float
    plays: int
    tracks: tuple[Track, ...]

    def __post_init__(self) -> None:
        if not (0 < self.seconds <= MOST_SECONDS and 1 <= self.plays <= MOST_PLAYS):
            raise ValueError(f"At most {MOST_SECONDS:g} s, {MOST_PLAYS} times.")
        for track in self.tracks:
            if not _GID.fullmatch(track.gid):
                raise ValueError(f"Not a gid for CSS: {track.gid}")
            if len(track.times) != len(track.values) or list(track.times) != sorted(track.times):
                raise ValueError(f"{track.gid}: a value for each time, in order.")

    @property
    def gids(self) -> frozenset[str]:
        """The names that must stay in the SVG."""
        return frozenset(track.gid for track in self.tracks)

    @property
    def gone(self) -> frozenset[str]:
        """The names of what is not to be seen at the end."""
        return frozenset(t.gid for t in self.tracks if t.kind == "fade" and t.values[-1] == (0.0,))


def fade(gid: str, times: Sequence[float], opacities: Sequence[float], *, hold: bool = False) -> Track:
    """Return a track of opacities from 0 to 1; the last one is that of the still picture, 0 or 1."""
    return Track(gid, "fade", _row(times), tuple((float(o),) for o in opacities), hold)


def show(gid: str, begin: float, end: float | None = None) -> Track:
    """Return a track that shows an element from `begin` on, and no longer from `end` on."""
    times, opacities = [0.0, begin], [0.0 if begin > 0 else 1.0, 1.0]
    if end is not None:
        times, opacities = [*times, end], [*opacities, 0.0]
    return fade(gid, times, opacities, hold=True)


def travel(
    axes: Axes, gid: str, times: ArrayLike, xs: ArrayLike, ys: ArrayLike, *, hold: bool = False
) -> Track:
    """Return a track along the points (xs, ys) of `axes`; the element is drawn at the last of them."""
    points = _pixels(axes, xs, ys)
    away = (points - points[-1]) * [1.0, -1.0]
    return Track(gid, "move", _row(times), tuple((float(x), float(y)) for x, y in away), hold)


def trace(
    axes: Axes, gid: str, times: ArrayLike, xs: ArrayLike, ys: ArrayLike, *, reach: float = 10.0
) -> Track:
    """Return a track that draws a line through the points, which all lie inside `axes`."""
    points = _pixels(axes, xs, ys)
    steps = np.hypot(*np.diff(points, axis=0).T)
    shares = np.concatenate([[0.0], np.cumsum(steps)]) / max(float(steps.sum()), 1e-12)
    return Track(gid, "trace", _row(times), tuple((float(s),) for s in shares), reach=reach)


def _row(times: ArrayLike) -> tuple[float, ...]:
    return tuple(float(t) for t in np.asarray(times, dtype=float))


def _pixels(axes: Axes, xs: ArrayLike, ys: ArrayLike) -> NDArray[np.float64]:
    """Return the points in CSS pixels from the lower left corner of the figure."""
    data = np.column_stack([np.asarray(xs, dtype=float), np.asarray(ys, dtype=float)])
    axes.apply_aspect()
    scale = axes.figure.dpi / 72
    return np.asarray(axes.transData.transform(data) / scale)


def still(svg: str, motion: Motion) -> str:
    """Return the SVG as it is at the end."""
    return _styled(svg, _hidden(motion))


def moving(svg: str, motion: Motion) -> str:
    """Return the SVG with keyframes."""
    rules, running = [], []
    for number, track in enumerate(motion.tracks):
        name, target = f"k{number}", f"#{track.gid}"
        if svg.count(f'id="{track.gid}"') != 1:
            raise ValueError(f"There must be exactly one artist with the gid {track.gid}.")
        if track.kind == "trace":
            svg, target = _masked(svg, track, name), f"#{name} path"
        rules.append(f"@keyframes {name}{{{_stops(track, motion.seconds)}}}")
        running.append(_running(target, name, track, motion))
    calm = f"@media(prefers-reduced-motion:no-preference){{{''.join(running)}}}"
    return _styled(svg, _hidden(motion) + "".join(rules) + calm)


def _running(target: str, name: str, track: Track, motion: Motion) -> str:
    easing = "step-end" if track.hold else "linear"
    return f"{target}{{animation:{name} {_n(motion.seconds)}s {easing} {motion.plays} both}}"


def _hidden(motion: Motion) -> str:
    return "".join(f"#{gid}{{opacity:0}}" for gid in sorted(motion.gone))


def _styled(svg: str, rules: str) -> str:
    return svg.replace("</title>", f"</title><style>{rules}</style>", 1) if rules else svg


def _stops(track: Track, seconds: float) -> str:
    """Return the keyframes, one for each time, the first at 0 % and the last at 100 %."""
    shares = [min(max(time / seconds, 0.0), 1.0) for time in track.times]
    pairs = list(zip(shares, track.values, strict=True))
    if pairs[0][0] > 0:
        pairs.insert(0, (0.0, pairs[0][1]))
    if pairs[-1][0] < 1:
        pairs.append((1.0, pairs[-1][1]))
    return "".join(f"{_n(100 * share)}%{{{_declaration(track, value)}}}" for share, value in pairs)


def _declaration(track: Track, value: tuple[float, ...]) -> str:
    if track.kind == "move":
        return f"transform:translate({_n(value[0])}px,{_n(value[1])}px)"
    if track.kind == "trace":
        return f"stroke-dashoffset:{_n(1 - value[0], 4)}"
    return f"opacity:{_n(value[0])}"


def _masked(svg: str, track: Track, name: str) -> str:
    """Cover the element with a mask whose own line is drawn, so that dashes and markers keep their look."""
    opening = f'<g id="{track.gid}">'
    found = re.compile(re.escape(opening) + r'<path d="([^"]*)"').search(svg)
    if found is None:
        raise ValueError(f"{track.gid} is not a line.")
    view = re.search(r'viewBox="\S+ \S+ (\S+) (\S+)"', svg)
    assert view is not None
    mask = (
        f'<mask id="{name}" maskUnits="userSpaceOnUse" x="0" y="0" width="{view[1]}" height="{view[2]}">'
        f'<path d="{found[1]}" pathLength="1" style="fill:none;stroke:#fff;stroke-linecap:round;'
        f'stroke-width:{_n(2 * track.reach)};stroke-dasharray:1 2"/></mask>'
    )
    return svg.replace(opening, f'{mask}<g id="{track.gid}" mask="url(#{name})">', 1)


def _n(value: float, digits: int = 2) -> str:
    short = f"{value:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if short in ("-0", "") else short
