"""The figures of loss surfaces."""

from __future__ import annotations

from plots.spec import FigureSpec, Source

_LOSS_LANDSCAPE = FigureSpec(
    id="loss-landscape",
    module="plots.landscapes.loss_landscape",
    format="webp",
    questions=("local-minima-and-deep-learning",),
    sources=(
        Source(
            "Li, Xu, Taylor, Studer & Goldstein (2018), Visualizing the Loss Landscape of Neural Nets, "
            "NeurIPS",
            "https://arxiv.org/abs/1712.09913",
        ),
        Source(
            "Alpaydin & Kaynak (1998), Optical Recognition of Handwritten Digits, UCI Machine Learning "
            "Repository, CC BY 4.0",
            "https://doi.org/10.24432/C50P49",
        ),
    ),
)

FIGURES = (_LOSS_LANDSCAPE,)
