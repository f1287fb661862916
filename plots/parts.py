"""What figures of all families are drawn with: places, tick labels, the look of a series."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import FixedFormatter, FixedLocator, NullLocator
from numpy.typing import NDArray

from plots import style
from plots.wording import number

Box = tuple[float, float, float, float]
"""(left, top, width, height) of axes in CSS pixels, or (x from, x to, y from, y to) of a window."""


def thin(x: NDArray[np.float64], y: NDArray[np.float64], every: int = 60) -> tuple[Any, Any]:
    """Return every so many points of a curve, and the last one."""
    keep = np.unique(np.append(np.arange(0, len(x), every), len(x) - 1))
    return x[keep], y[keep]


def ticks(axes: Axes, xs: Sequence[float], ys: Sequence[float], digits: int = 1) -> None:
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


def look(sheet: style.Sheet, index: int, **more: Any) -> dict[str, Any]:
    """Return colour, dashes and marker of the series `index`."""
    return {
        "color": sheet.colours.series[index],
        "linestyle": style.DASHES[index],
        "marker": style.MARKERS[index],
        "markeredgecolor": sheet.colours.page,
        "markeredgewidth": 0.9,
        "linewidth": 2.2,
        "markersize": 7,
    } | more
