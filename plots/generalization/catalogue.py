"""The figures of generalisation."""

from __future__ import annotations

from plots.spec import Both, FigureSpec, Source

_L1_L2 = FigureSpec(
    id="l1-l2",
    title=Both("L1 벌점과 L2 벌점", "L1 and L2 penalties"),
    module="plots.generalization.l1_l2",
    format="svg",
    questions=("regularization",),
    sources=(
        Source(
            "Hoerl & Kennard (1970), Ridge Regression: Biased Estimation for Nonorthogonal Problems, "
            "Technometrics 12(1)",
            "https://doi.org/10.1080/00401706.1970.10488634",
        ),
        Source(
            "Tibshirani (1996), Regression Shrinkage and Selection via the Lasso, Journal of the Royal "
            "Statistical Society B 58(1)",
            "https://doi.org/10.1111/j.2517-6161.1996.tb02080.x",
        ),
        Source(
            "Friedman, Hastie, Höfling & Tibshirani (2007), Pathwise Coordinate Optimization, Annals of "
            "Applied Statistics 1(2)",
            "https://doi.org/10.1214/07-AOAS131",
        ),
    ),
)

_SPLIT_LEAK = FigureSpec(
    id="split-leak",
    title=Both("오염된 테스트 세트", "Contaminated test sets"),
    module="plots.generalization.split_leak",
    format="svg",
    questions=("contaminated-test-set", "train-test-split"),
    sources=(
        Source(
            "Ambroise & McLachlan (2002), Selection Bias in Gene Extraction on the Basis of Microarray "
            "Gene-Expression Data, PNAS 99(10)",
            "https://doi.org/10.1073/pnas.102102699",
        ),
        Source(
            "Barz & Denzler (2020), Do We Train on Test Data? Purging CIFAR of Near-Duplicates, Journal of "
            "Imaging 6(6)",
            "https://doi.org/10.3390/jimaging6060041",
        ),
        Source(
            "Alpaydin & Kaynak (1998), Optical Recognition of Handwritten Digits, UCI Machine Learning "
            "Repository (CC BY 4.0)",
            "https://doi.org/10.24432/C50P49",
        ),
    ),
)

_FIT_CURVES = FigureSpec(
    id="fit-curves",
    title=Both("과소적합과 과적합", "Underfitting and overfitting"),
    kind="stepped",
    module="plots.generalization.fit_curves",
    format="svg",
    questions=("overfitting-remedies", "validation-set"),
    sources=(
        Source(
            "Bishop (2006), Pattern Recognition and Machine Learning, section 1.1, Springer",
            "https://www.microsoft.com/en-us/research/people/cmbishop/prml-book/",
        ),
        Source(
            "Hastie, Tibshirani & Friedman (2009), The Elements of Statistical Learning, 2nd ed., chapter 7",
            "https://doi.org/10.1007/978-0-387-84858-7",
        ),
    ),
)

_MINIMA_PATHS = FigureSpec(
    id="minima-paths",
    title=Both("두 해를 잇는 경로", "Paths between two solutions"),
    module="plots.generalization.minima_paths",
    format="svg",
    questions=("local-minima-and-deep-learning",),
    sources=(
        Source(
            "Goodfellow, Vinyals & Saxe (2015), Qualitatively Characterizing Neural Network Optimization "
            "Problems, ICLR",
            "https://arxiv.org/abs/1412.6544",
        ),
        Source(
            "Garipov et al. (2018), Loss Surfaces, Mode Connectivity, and Fast Ensembling of DNNs, NeurIPS",
            "https://arxiv.org/abs/1802.10026",
        ),
        Source(
            "Alpaydin & Kaynak (1998), Optical Recognition of Handwritten Digits, UCI Machine Learning "
            "Repository (CC BY 4.0)",
            "https://doi.org/10.24432/C50P49",
        ),
    ),
)

_EARLY_STOPPING = FigureSpec(
    id="early-stopping",
    title=Both("조기 종료", "Early stopping"),
    module="plots.generalization.early_stopping",
    format="svg",
    questions=("overfitting-remedies",),
    sources=(
        Source(
            "Prechelt (2012), Early Stopping – But When?, Neural Networks: Tricks of the Trade, Springer",
            "https://doi.org/10.1007/978-3-642-35289-8_5",
        ),
        Source(
            "Alpaydin & Kaynak (1998), Optical Recognition of Handwritten Digits, UCI Machine Learning "
            "Repository (CC BY 4.0)",
            "https://doi.org/10.24432/C50P49",
        ),
    ),
)

_SHARP_FLAT = FigureSpec(
    id="sharp-flat",
    title=Both("날카로운 최솟값과 평평한 최솟값", "Sharp and flat minima"),
    module="plots.generalization.sharp_flat",
    format="svg",
    questions=("small-mini-batches",),
    sources=(
        Source(
            "Keskar et al. (2017), On Large-Batch Training for Deep Learning: Generalization Gap and Sharp "
            "Minima, ICLR",
            "https://arxiv.org/abs/1609.04836",
        ),
        Source(
            "Dinh, Pascanu, Bengio & Bengio (2017), Sharp Minima Can Generalize for Deep Nets, ICML",
            "https://arxiv.org/abs/1703.04933",
        ),
        Source(
            "Li et al. (2018), Visualizing the Loss Landscape of Neural Nets, NeurIPS",
            "https://arxiv.org/abs/1712.09913",
        ),
    ),
)

FIGURES: tuple[FigureSpec, ...] = (
    _FIT_CURVES,
    _EARLY_STOPPING,
    _L1_L2,
    _SPLIT_LEAK,
    _MINIMA_PATHS,
    _SHARP_FLAT,
)
