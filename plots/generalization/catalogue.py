"""The figures of generalisation."""

from __future__ import annotations

from plots.spec import FigureSpec

FIGURES: tuple[FigureSpec, ...] = ()
