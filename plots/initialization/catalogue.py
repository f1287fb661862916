"""The figures of initialisation and normalisation."""

from __future__ import annotations

from plots.spec import Both, FigureSpec, Source

_INITIALIZATION_SPREAD = FigureSpec(
    id="initialization-spread",
    title=Both("가중치 초기화와 층별 활성값의 크기", "Initial weights and the size of activations"),
    module="plots.initialization.spread",
    format="svg",
    questions=("weight-initialization",),
    sources=(
        Source(
            "LeCun, Bottou, Orr & Müller (1998), Efficient BackProp",
            "https://doi.org/10.1007/3-540-49430-8_2",
        ),
        Source(
            "Glorot & Bengio (2010), Understanding the Difficulty of Training Deep Feedforward Neural "
            "Networks, AISTATS",
            "https://proceedings.mlr.press/v9/glorot10a.html",
        ),
        Source(
            "He, Zhang, Ren & Sun (2015), Delving Deep into Rectifiers: Surpassing Human-Level Performance "
            "on ImageNet Classification, ICCV",
            "https://arxiv.org/abs/1502.01852",
        ),
    ),
)

_BATCH_NORMALIZATION = FigureSpec(
    id="batch-normalization",
    title=Both("배치 정규화 전후와 두 모드", "Batch normalization and its two modes"),
    module="plots.initialization.batchnorm",
    format="svg",
    questions=("batch-normalization", "batch-normalization-at-inference"),
    sources=(
        Source(
            "Ioffe & Szegedy (2015), Batch Normalization: Accelerating Deep Network Training by Reducing "
            "Internal Covariate Shift, ICML",
            "https://proceedings.mlr.press/v37/ioffe15.html",
        ),
        Source(
            "Alpaydin & Kaynak (1998), Optical Recognition of Handwritten Digits, UCI Machine Learning "
            "Repository",
            "https://doi.org/10.24432/C50P49",
        ),
    ),
)

FIGURES: tuple[FigureSpec, ...] = (_INITIALIZATION_SPREAD, _BATCH_NORMALIZATION)
