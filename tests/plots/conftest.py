"""All figures, drawn once for the tests that judge them by their artists."""

from __future__ import annotations

import logging
from collections.abc import Iterator
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
from plots.spec import Variant, variants


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


@pytest.fixture(scope="session")
def drawn() -> Iterator[dict[tuple[str, Variant], Drawn]]:
    found = {}
    log = _Log()
    logging.getLogger("matplotlib").addHandler(log)
    draw = Text.draw
    for name, spec in FIGURES.items():
        state = spec.compute()
        for variant in variants():
            seen: list[Text] = []

            def record(self: Text, renderer: Any, seen: list[Text] = seen) -> None:
                if self.get_visible() and self.get_text().strip():
                    seen.append(self)
                draw(self, renderer)

            with pytest.MonkeyPatch.context() as patch, style.context(variant):
                patch.setattr(Text, "draw", record)
                figure = spec.draw(state, variant)
                canvas = FigureCanvasAgg(figure)
                canvas.draw()  # type: ignore[no-untyped-call]
                boxes = tuple(text.get_window_extent() for text in seen)
                lines = [line for axes in figure.findobj(Axes) for line in axes.lines]
                curves = tuple((line, _curve_points(line)) for line in lines)
            found[name, variant] = Drawn(figure, state, tuple(seen), boxes, curves, tuple(log.lines))
    logging.getLogger("matplotlib").removeHandler(log)
    yield found


Drawings = dict[tuple[str, Variant], Drawn]
