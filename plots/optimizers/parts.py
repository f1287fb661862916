"""What the figures of this family share: tick labels, contour maps, paths and their keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import FixedFormatter, FixedLocator, NullLocator

from plots import style
from plots.optimizers.methods import Array
from plots.wording import number

Box = tuple[float, float, float, float]
"""(left, top, width, height) of axes in CSS pixels, or (x from, x to, y from, y to) of a window."""


def ticks(axes: Axes, xs: Sequence[float], ys: Sequence[float], digits: int = 0) -> None:
    """Put tick marks at the given places, with a real minus sign."""
    for axis, places in ((axes.xaxis, xs), (axes.yaxis, ys)):
        axis.set_major_locator(FixedLocator(list(places)))
        axis.set_major_formatter(FixedFormatter([number(place, digits) for place in places]))
        axis.set_minor_locator(NullLocator())


def powers(axis: Any, exponents: Sequence[int]) -> None:
    """Put tick marks at powers of ten on a logarithmic axis; 0.01 to 1000 are written out."""
    axis.set_major_locator(FixedLocator([10.0**e for e in exponents]))
    labels = [f"{10.0**e:g}" if -2 <= e <= 3 else f"$10^{{{e}}}$" for e in exponents]
    axis.set_major_formatter(FixedFormatter(labels))
    axis.set_minor_locator(NullLocator())


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
    """Return colour, dashes and marker of the series `index`."""
    return {
        "color": sheet.colours.series[index],
        "linestyle": style.DASHES[index],
        "marker": style.MARKERS[index],
        "markeredgecolor": sheet.colours.page,
        "markeredgewidth": 0.9,
        "linewidth": 2.0,
        "markersize": 6.5,
    } | more


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
