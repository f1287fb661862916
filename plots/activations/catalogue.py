"""The figures of activation functions."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import Any

from plots.spec import Both, FigureSpec, Source


@dataclass(frozen=True, slots=True)
class _Card(FigureSpec):
    """The card of one function: all share a module, and the id says which function it is."""

    def compute(self) -> Any:
        """Return the state of this card."""
        return importlib.import_module(self.module).compute(self.id)


def _card(name: str, ko: str, en: str, questions: tuple[str, ...], *sources: Source) -> FigureSpec:
    return _Card(
        id=f"activation-{name}",
        title=Both(ko, en),
        module="plots.activations.cards_figure",
        format="svg",
        questions=questions,
        sources=sources,
    )


_NAIR = Source(
    "Nair & Hinton (2010), Rectified Linear Units Improve Restricted Boltzmann Machines, ICML",
    "https://www.cs.toronto.edu/~hinton/absps/reluICML.pdf",
)
_MAAS = Source(
    "Maas, Hannun & Ng (2013), Rectifier Nonlinearities Improve Neural Network Acoustic Models",
    "https://ai.stanford.edu/~amaas/papers/relu_hybrid_icml2013_final.pdf",
)
_CLEVERT = Source(
    "Clevert, Unterthiner & Hochreiter (2015), Fast and Accurate Deep Network Learning by "
    "Exponential Linear Units (ELUs)",
    "https://arxiv.org/abs/1511.07289",
)
_HENDRYCKS = Source(
    "Hendrycks & Gimpel (2016), Gaussian Error Linear Units (GELUs)",
    "https://arxiv.org/abs/1606.08415",
)
_LECUN = Source(
    "LeCun, Bottou, Orr & Müller (1998), Efficient BackProp",
    "https://yann.lecun.com/exdb/publis/pdf/lecun-98b.pdf",
)
_DIGITS = Source(
    "Alpaydin & Kaynak (1998), Optical Recognition of Handwritten Digits, UCI Machine Learning Repository "
    "(CC BY 4.0)",
    "https://doi.org/10.24432/C50P49",
)

_ACTIVATION_PANEL = FigureSpec(
    id="activation-panel",
    title=Both("활성화 함수 여섯 가지와 도함수", "Six activation functions and their derivatives"),
    module="plots.activations.panel",
    format="svg",
    questions=("activation-functions", "relu-over-sigmoid", "sigmoid-drawbacks", "relu-problems"),
    sources=(
        _NAIR,
        _MAAS,
        _CLEVERT,
        _HENDRYCKS,
    ),
)

_CARDS = (
    _card(
        "sigmoid", "시그모이드와 도함수", "The sigmoid and its derivative", ("activation-functions",), _LECUN
    ),
    _card("tanh", "tanh와 도함수", "Tanh and its derivative", ("activation-functions",), _LECUN),
    _card("relu", "ReLU와 도함수", "ReLU and its derivative", ("activation-functions",), _NAIR),
    _card("leaky-relu", "Leaky ReLU와 도함수", "Leaky ReLU and its derivative", ("relu-problems",), _MAAS),
    _card("elu", "ELU와 도함수", "ELU and its derivative", ("activation-functions",), _CLEVERT),
    _card("gelu", "GELU와 도함수", "GELU and its derivative", ("activation-functions",), _HENDRYCKS),
    _card(
        "silu",
        "SiLU와 도함수",
        "SiLU (Swish) and its derivative",
        ("activation-functions",),
        Source(
            "Elfwing, Uchibe & Doya (2017), Sigmoid-Weighted Linear Units for Neural Network Function "
            "Approximation in Reinforcement Learning",
            "https://arxiv.org/abs/1702.03118",
        ),
        Source(
            "Ramachandran, Zoph & Le (2017), Searching for Activation Functions (Swish)",
            "https://arxiv.org/abs/1710.05941",
        ),
    ),
    _card(
        "softplus",
        "소프트플러스와 도함수",
        "Softplus and its derivative",
        ("activation-functions",),
        Source(
            "Dugas, Bengio, Bélisle, Nadeau & Garcia (2001), Incorporating Second-Order Functional Knowledge "
            "for Better Option Pricing, NIPS",
            "https://papers.nips.cc/paper/2000/hash/44968aece94f667e4095002d140b5896-Abstract.html",
        ),
    ),
    _card(
        "mish",
        "Mish와 도함수",
        "Mish and its derivative",
        ("activation-functions",),
        Source(
            "Misra (2019), Mish: A Self Regularized Non-Monotonic Activation Function",
            "https://arxiv.org/abs/1908.08681",
        ),
    ),
)

_VANISHING_DEPTH = FigureSpec(
    id="vanishing-depth",
    title=Both("20층을 거슬러 가는 기울기", "Gradients through twenty layers"),
    module="plots.activations.depth_figure",
    format="svg",
    questions=("relu-over-sigmoid", "sigmoid-drawbacks"),
    sources=(
        Source(
            "Hochreiter (1991), Untersuchungen zu dynamischen neuronalen Netzen, diploma thesis, TU München",
            "",
        ),
        Source(
            "Glorot & Bengio (2010), Understanding the Difficulty of Training Deep Feedforward Neural "
            "Networks, AISTATS",
            "https://proceedings.mlr.press/v9/glorot10a.html",
        ),
        Source(
            "He, Zhang, Ren & Sun (2015), Delving Deep into Rectifiers, ICCV",
            "https://arxiv.org/abs/1502.01852",
        ),
        _DIGITS,
    ),
)

_LINEAR_COLLAPSE = FigureSpec(
    id="linear-collapse",
    title=Both("하나로 합쳐지는 선형 층", "Linear layers collapse into one"),
    module="plots.activations.collapse_figure",
    format="svg",
    questions=("nonlinearity",),
    sources=(
        Source(
            "Goodfellow, Bengio & Courville (2016), Deep Learning, MIT Press, section 6.1",
            "https://www.deeplearningbook.org/contents/mlp.html",
        ),
    ),
)

_ZIGZAG_SIGNS = FigureSpec(
    id="zigzag-signs",
    title=Both("양수뿐인 입력과 지그재그", "All-positive inputs and the zigzag"),
    module="plots.activations.signs_figure",
    format="svg",
    questions=("sigmoid-drawbacks",),
    sources=(_LECUN,),
)

_RELU_HINGES = FigureSpec(
    id="relu-hinges",
    title=Both("꺾인 선을 더해 만든 곡선", "A curve out of hinges"),
    module="plots.activations.hinges_figure",
    format="svg",
    kind="stepped",
    questions=("relu-curve-approximation",),
    sources=(
        Source(
            "Cybenko (1989), Approximation by Superpositions of a Sigmoidal Function, Mathematics of "
            "Control, Signals and Systems 2",
            "https://doi.org/10.1007/BF02551274",
        ),
        Source(
            "Leshno, Lin, Pinkus & Schocken (1993), Multilayer Feedforward Networks With a Nonpolynomial "
            "Activation Function Can Approximate Any Function, Neural Networks 6(6)",
            "https://doi.org/10.1016/S0893-6080(05)80131-5",
        ),
        Source(
            "Montúfar, Pascanu, Cho & Bengio (2014), On the Number of Linear Regions of Deep Neural "
            "Networks, NIPS",
            "https://arxiv.org/abs/1402.1869",
        ),
    ),
)

_BIAS_SHIFT = FigureSpec(
    id="bias-shift",
    title=Both("편향이 옮기는 임계값과 결정 경계", "What the bias moves: threshold and boundary"),
    module="plots.activations.shift_figure",
    format="svg",
    kind="stepped",
    questions=("why-bias",),
    sources=(
        Source(
            "Goodfellow, Bengio & Courville (2016), Deep Learning, MIT Press, section 5.7.1",
            "https://www.deeplearningbook.org/contents/ml.html",
        ),
    ),
)

_DYING_RELU = FigureSpec(
    id="dying-relu",
    title=Both("큰 걸음에 죽은 ReLU 유닛", "ReLU units killed by large steps"),
    module="plots.activations.dying_figure",
    format="svg",
    questions=("relu-problems",),
    sources=(
        _MAAS,
        Source(
            "Lu, Shin, Su & Karniadakis (2020), Dying ReLU and Initialization: Theory and Numerical Examples",
            "https://arxiv.org/abs/1903.06733",
        ),
        _DIGITS,
    ),
)

FIGURES: tuple[FigureSpec, ...] = (
    _ACTIVATION_PANEL,
    *_CARDS,
    _VANISHING_DEPTH,
    _LINEAR_COLLAPSE,
    _ZIGZAG_SIGNS,
    _RELU_HINGES,
    _BIAS_SHIFT,
    _DYING_RELU,
)
