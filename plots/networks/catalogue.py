"""The figures of networks."""

from __future__ import annotations

from plots.spec import FigureSpec

FIGURES: tuple[FigureSpec, ...] = ()
