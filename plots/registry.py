"""All figures by id. Importing this module imports neither NumPy nor Matplotlib."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from plots.spec import FigureSpec, Source

_ACTIVATION_PANEL = FigureSpec(
    id="activation-panel",
    module="plots.activation_panel",
    format="svg",
    questions=("activation-functions", "relu-over-sigmoid"),
    sources=(
        Source(
            "Nair & Hinton (2010), Rectified Linear Units Improve Restricted Boltzmann Machines, ICML",
            "https://www.cs.toronto.edu/~hinton/absps/reluICML.pdf",
        ),
        Source(
            "Maas, Hannun & Ng (2013), Rectifier Nonlinearities Improve Neural Network Acoustic Models",
            "https://ai.stanford.edu/~amaas/papers/relu_hybrid_icml2013_final.pdf",
        ),
        Source(
            "Clevert, Unterthiner & Hochreiter (2015), Fast and Accurate Deep Network Learning by "
            "Exponential Linear Units (ELUs)",
            "https://arxiv.org/abs/1511.07289",
        ),
        Source(
            "Hendrycks & Gimpel (2016), Gaussian Error Linear Units (GELUs)",
            "https://arxiv.org/abs/1606.08415",
        ),
    ),
)

_OPTIMIZER_PATHS = FigureSpec(
    id="optimizer-paths",
    module="plots.optimizer_paths",
    format="svg",
    questions=("sgd-rmsprop-adam",),
    sources=(
        Source(
            "Beale (1958), On an Iterative Method for Finding a Local Minimum of a Function of More Than "
            "One Variable, Statistical Techniques Research Group Technical Report 25, Princeton",
            "",
        ),
        Source(
            "Polyak (1964), Some Methods of Speeding Up the Convergence of Iteration Methods",
            "https://doi.org/10.1016/0041-5553(64)90137-5",
        ),
        Source(
            "Nesterov (1983), A Method for Solving the Convex Programming Problem with Convergence Rate "
            "O(1/k²), Doklady AN SSSR 269",
            "https://www.mathnet.ru/eng/dan46009",
        ),
        Source(
            "Hinton, Srivastava & Swersky (2012), Neural Networks for Machine Learning, lecture 6 (RMSprop)",
            "https://www.cs.toronto.edu/~tijmen/csc321/slides/lecture_slides_lec6.pdf",
        ),
        Source(
            "Kingma & Ba (2015), Adam: A Method for Stochastic Optimization, ICLR",
            "https://arxiv.org/abs/1412.6980",
        ),
    ),
)

_LOSS_LANDSCAPE = FigureSpec(
    id="loss-landscape",
    module="plots.loss_landscape",
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

FIGURES: Mapping[str, FigureSpec] = MappingProxyType(
    {spec.id: spec for spec in (_ACTIVATION_PANEL, _OPTIMIZER_PATHS, _LOSS_LANDSCAPE)}
)
