"""The figures of losses and metrics."""

from __future__ import annotations

from plots.spec import Both, FigureSpec, Source

_LOSSES = FigureSpec(
    id="losses",
    title=Both("손실 함수와 그 미분값", "Loss functions and their slopes"),
    module="plots.evaluation.losses",
    format="svg",
    questions=("loss-function", "cost-function", "bce-training-mse-monitoring"),
    sources=(
        Source(
            "Huber (1964), Robust Estimation of a Location Parameter, Annals of Mathematical Statistics "
            "35(1)",
            "https://doi.org/10.1214/aoms/1177703732",
        ),
        Source(
            "Brier (1950), Verification of Forecasts Expressed in Terms of Probability, Monthly Weather "
            "Review 78(1)",
            "https://doi.org/10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2",
        ),
    ),
)

_CONFUSION = FigureSpec(
    id="confusion",
    title=Both("혼동 행렬과 분류 지표", "Confusion matrix and the metrics made of it"),
    module="plots.evaluation.confusion",
    format="svg",
    questions=("classification-metrics", "precision", "recall", "f1-score"),
    sources=(
        Source(
            "Fawcett (2006), An Introduction to ROC Analysis, Pattern Recognition Letters 27(8)",
            "https://doi.org/10.1016/j.patrec.2005.10.010",
        ),
        Source(
            "Davis & Goadrich (2006), The Relationship Between Precision-Recall and ROC Curves, ICML",
            "https://doi.org/10.1145/1143844.1143874",
        ),
        Source(
            "Alpaydin & Kaynak (1998), Optical Recognition of Handwritten Digits, UCI Machine Learning "
            "Repository (CC BY 4.0)",
            "https://doi.org/10.24432/C50P49",
        ),
    ),
)

_IOU = FigureSpec(
    id="iou",
    title=Both("겹침의 점수: IoU와 F1", "Scores of overlap: IoU and F1"),
    module="plots.evaluation.iou",
    format="svg",
    questions=("mean-iou", "pixel-accuracy"),
    sources=(
        Source(
            "Everingham et al. (2015), The PASCAL Visual Object Classes Challenge: A Retrospective, "
            "International Journal of Computer Vision 111",
            "https://doi.org/10.1007/s11263-014-0733-5",
        ),
        Source(
            "Csurka, Larlus & Perronnin (2013), What Is a Good Evaluation Measure for Semantic "
            "Segmentation?, BMVC",
            "https://doi.org/10.5244/C.27.32",
        ),
    ),
)

FIGURES: tuple[FigureSpec, ...] = (_LOSSES, _CONFUSION, _IOU)
