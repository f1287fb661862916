"""The figures of optimisers."""

from __future__ import annotations

from plots.spec import FigureSpec, Source

_OPTIMIZER_PATHS = FigureSpec(
    id="optimizer-paths",
    module="plots.optimizers.paths",
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

FIGURES = (_OPTIMIZER_PATHS,)
