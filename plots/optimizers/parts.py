"""What the figures of this family share: contour maps, paths and their keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from matplotlib.axes import Axes

from plots import parts, style
from plots.optimizers.methods import Array
from plots.parts import Box


def contours(
    axes: Axes, sheet: style.Sheet, function: Callable[[Array, Array], Array], window: Box, levels: Array
) -> None:
    """Draw contour lines of `function` on a panel that fills the axes."""
    left, right, low, high = window
    x, y = np.meshgrid(np.linspace(left, right, 121), np.linspace(low, high, 121))
    axes.set_facecolor(sheet.colours.panel)
    axes.contour(x, y, function(x, y), levels=levels, colors=[sheet.colours.contour], linewidths=0.9)
    axes.set(xlim=(left, right), ylim=(low, high))
    axes.spines[:].set_visible(False)


def look(sheet: style.Sheet, index: int, **more: Any) -> dict[str, Any]:
    """Return the look of the path `index`: finer than that of a curve, as paths cross."""
    finer: dict[str, Any] = {"linewidth": 2.0, "markersize": 6.5}
    return parts.look(sheet, index, **finer | more)


def key(sheet: style.Sheet, x: float, y: float, words: str, index: int, length: float = 32.0) -> None:
    """Draw a sample of the series `index` with its name; `y` is the base line."""
    half = x + length / 2
    sheet.stroke([x, half, x + length], [y - 5] * 3, markevery=[1], **look(sheet, index))
    sheet.label(x + length + 8, y, words)


def star(axes: Axes, sheet: style.Sheet, x: float, y: float, size: float = 14.0) -> None:
    """Mark a minimum."""
    axes.plot(
        [x],
        [y],
        marker="*",
        markersize=size,
        color=sheet.colours.accent,
        markeredgecolor=sheet.colours.panel,
        markeredgewidth=0.9,
        zorder=6,
        clip_on=False,
    )


def plate(sheet: style.Sheet, colour: str | None = None) -> dict[str, Any]:
    """Return the background for a text that lies on contour lines."""
    return {"facecolor": colour or sheet.colours.panel, "edgecolor": "none", "pad": 2.0}
