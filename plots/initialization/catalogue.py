"""The figures of initialisation and normalisation."""

from __future__ import annotations

from plots.spec import FigureSpec

FIGURES: tuple[FigureSpec, ...] = ()
