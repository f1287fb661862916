"""The figures of loss surfaces."""

from __future__ import annotations

from plots.spec import Both, FigureSpec, Source

_LOSS_LANDSCAPE = FigureSpec(
    id="loss-landscape",
    title=Both("학습된 신경망 주변의 손실 곡면", "The loss landscape around a trained network"),
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

_MINIMA_SADDLE_PLATEAU = FigureSpec(
    id="minima-saddle-plateau",
    module="plots.landscapes.shapes_figure",
    format="webp",
    questions=("local-minima-and-deep-learning", "avoiding-local-minima"),
    sources=(
        Source(
            "Dauphin et al. (2014), Identifying and Attacking the Saddle Point Problem in High-dimensional "
            "Non-convex Optimization, NIPS",
            "https://arxiv.org/abs/1406.2572",
        ),
    ),
    title=Both("최솟값, 안장점, 고원", "Minimum, saddle point, plateau"),
)

FIGURES = (_LOSS_LANDSCAPE, _MINIMA_SADDLE_PLATEAU)
