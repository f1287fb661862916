"""All figures, drawn once for the tests that judge them by their artists."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from plots import style
from plots.registry import FIGURES
from plots.spec import Variant


@dataclass(frozen=True)
class Drawn:
    """A drawn figure with the texts that really appear in it, and their boxes in pixels of the canvas."""

    figure: Figure
    state: Any
    texts: tuple[Text, ...]
    boxes: tuple[Bbox, ...]
    curves: tuple[tuple[Line2D, np.ndarray], ...]
    logged: tuple[str, ...]


class _Log(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def _curve_points(line: Line2D) -> np.ndarray:
    """Return the line's visible course in pixels, a point at least every two of them."""
    points = line.get_transform().transform(line.get_xydata())
    dense = [points[:1]]
    for start, end in pairwise(points):
        count = min(2 + int(np.hypot(*(end - start)) / 2), 4000)
        dense.append(start + (end - start) * np.linspace(0.0, 1.0, count)[1:, None])
    whole = np.concatenate(dense)
    box = line.axes.bbox if line.axes is not None else None
    if box is None or not line.get_clip_on():
        return whole
    inside = (whole >= [box.x0, box.y0]).all(axis=1) & (whole <= [box.x1, box.y1]).all(axis=1)
    return np.asarray(whole[inside])


class Drawings:
    """All figures, each drawn when a test first asks for it and kept for the others.

    `drawings[name, variant]` is a figure, of a stepped one the frame shown at first;
    `drawings[name, variant, 3]` is its frame 3.
    """

    def __init__(self) -> None:
        self._states: dict[str, Any] = {}
        self._found: dict[tuple[str, Variant, int], Drawn] = {}

    def state(self, name: str) -> Any:
        """Return what a figure computed."""
        if name not in self._states:
            self._states[name] = FIGURES[name].compute()
        return self._states[name]

    def count(self, name: str) -> int:
        """Return how many frames a figure has."""
        frames = FIGURES[name].frames(self.state(name))
        return len(frames.frames) if frames else 1

    def frames(self, name: str, variant: Variant) -> list[Drawn]:
        """Return all pictures of a variant."""
        return [self[name, variant, frame] for frame in range(self.count(name))]

    def anew(self, name: str, variant: Variant, frame: int) -> Drawn:
        """Return a picture that is not kept: whoever wants all of them has no room for all at once."""
        return _drawn(name, self.state(name), variant, frame)

    def __getitem__(self, wanted: tuple[str, Variant] | tuple[str, Variant, int]) -> Drawn:
        name, variant, *rest = wanted
        frame = rest[0] if rest else FIGURES[name].start(self.state(name))
        if (name, variant, frame) not in self._found:
            self._found[name, variant, frame] = self.anew(name, variant, frame)
        return self._found[name, variant, frame]


def _drawn(name: str, state: Any, variant: Variant, frame: int) -> Drawn:
    spec = FIGURES[name]
    seen: list[Text] = []
    draw = Text.draw

    def record(self: Text, renderer: Any) -> None:
        if self.get_visible() and self.get_text().strip():
            seen.append(self)
        draw(self, renderer)

    log = _Log()
    logging.getLogger("matplotlib").addHandler(log)
    with style.context(variant):
        figure = spec.draw(state, variant, frame)
        motion = spec.motion(state, variant, figure)
        for artist in figure.findobj(lambda a: a.get_gid() in motion.gone) if motion else ():
            artist.set_visible(False)
        canvas = FigureCanvasAgg(figure)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Text, "draw", record)
            canvas.draw()  # type: ignore[no-untyped-call]
        boxes = tuple(text.get_window_extent() for text in seen)
        lines = [line for axes in figure.findobj(Axes) for line in axes.lines if line.get_visible()]
        curves = tuple((line, _curve_points(line)) for line in lines)
    logging.getLogger("matplotlib").removeHandler(log)
    return Drawn(figure, state, tuple(seen), boxes, curves, tuple(log.lines))


@pytest.fixture(scope="session")
def drawn() -> Drawings:
    return Drawings()
