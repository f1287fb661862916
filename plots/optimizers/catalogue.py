"""The figures of optimisers."""

from __future__ import annotations

from plots.spec import Both, FigureSpec, Source

_METHODS = (
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
)

_OPTIMIZER_PATHS = FigureSpec(
    id="optimizer-paths",
    module="plots.optimizers.paths",
    format="svg",
    questions=("sgd-rmsprop-adam",),
    sources=_METHODS,
    title=Both("다섯 옵티마이저의 경로", "Paths of five optimizers"),
)

_GRADIENT_DESCENT_1D = FigureSpec(
    id="gradient-descent-1d",
    module="plots.optimizers.descent_figure",
    format="svg",
    questions=("gradient-descent", "gradient-descent-axes", "why-gradient"),
    sources=(
        Source(
            "Lemaréchal (2012), Cauchy and the Gradient Method, Documenta Mathematica (on Cauchy's note of "
            "1847)",
            "https://doi.org/10.4171/dms/6/27",
        ),
    ),
    title=Both("가중치 하나의 경사 하강법", "Gradient descent on one weight"),
)

_LEARNING_RATE_TOO_LARGE = FigureSpec(
    id="learning-rate-too-large",
    module="plots.optimizers.rates_figure",
    format="svg",
    questions=("loss-increase-during-descent", "gradient-descent"),
    sources=(
        Source(
            "Nesterov (2004), Introductory Lectures on Convex Optimization, Springer, section 1.2.3",
            "https://doi.org/10.1007/978-1-4419-8853-9",
        ),
    ),
    title=Both("너무 큰 학습률", "A learning rate that is too large"),
)

_SCALING_CONTOURS = FigureSpec(
    id="scaling-contours",
    module="plots.optimizers.scaling_figure",
    format="svg",
    questions=("data-normalization",),
    sources=(
        Source(
            "LeCun, Bottou, Orr & Müller (1998), Efficient BackProp, sections 4.3 and 5.1",
            "https://doi.org/10.1007/3-540-49430-8_2",
        ),
    ),
    title=Both("특성 스케일링과 손실의 모양", "Feature scaling and the shape of the loss"),
)

_BATCH_NOISE = FigureSpec(
    id="batch-noise",
    module="plots.optimizers.batches_figure",
    format="svg",
    questions=("small-mini-batches", "meaning-of-stochastic"),
    sources=(
        Source(
            "Robbins & Monro (1951), A Stochastic Approximation Method, Annals of Mathematical Statistics",
            "https://doi.org/10.1214/aoms/1177729586",
        ),
        Source(
            "Bottou, Curtis & Nocedal (2018), Optimization Methods for Large-Scale Machine Learning, SIAM "
            "Review",
            "https://arxiv.org/abs/1606.04838",
        ),
    ),
    title=Both("배치 크기와 기울기의 잡음", "Batch size and gradient noise"),
)

_MOMENTUM = FigureSpec(
    id="momentum",
    module="plots.optimizers.valley_figure",
    format="svg",
    questions=("momentum-formula",),
    sources=(
        Source(
            "Polyak (1964), Some Methods of Speeding Up the Convergence of Iteration Methods",
            "https://doi.org/10.1016/0041-5553(64)90137-5",
        ),
        Source("Goh (2017), Why Momentum Really Works, Distill", "https://doi.org/10.23915/distill.00006"),
    ),
    title=Both("좁은 골짜기의 모멘텀", "Momentum in a narrow valley"),
    kind="explorer",
)

_OPTIMIZER_RACE = FigureSpec(
    id="optimizer-race",
    module="plots.optimizers.race",
    format="svg",
    questions=("sgd-rmsprop-adam",),
    sources=_METHODS,
    title=Both("다섯 옵티마이저의 움직임", "Five optimizers in motion"),
    kind="animated",
)

_MOVING_AVERAGE_BIAS = FigureSpec(
    id="moving-average-bias",
    module="plots.optimizers.averages_figure",
    format="svg",
    questions=("adam", "rmsprop"),
    sources=(
        Source(
            "Kingma & Ba (2015), Adam: A Method for Stochastic Optimization, ICLR, section 3",
            "https://arxiv.org/abs/1412.6980",
        ),
        Source(
            "Duchi, Hazan & Singer (2011), Adaptive Subgradient Methods for Online Learning and Stochastic "
            "Optimization, JMLR",
            "https://jmlr.org/papers/v12/duchi11a.html",
        ),
    ),
    title=Both("이동 평균의 편향과 좌표별 보폭", "The bias of moving averages, and steps per coordinate"),
)

FIGURES = (
    _OPTIMIZER_PATHS,
    _OPTIMIZER_RACE,
    _GRADIENT_DESCENT_1D,
    _LEARNING_RATE_TOO_LARGE,
    _SCALING_CONTOURS,
    _BATCH_NOISE,
    _MOMENTUM,
    _MOVING_AVERAGE_BIAS,
)
