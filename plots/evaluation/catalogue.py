"""The figures of losses and metrics."""

from __future__ import annotations

from plots.spec import FigureSpec

FIGURES: tuple[FigureSpec, ...] = ()
