"""The figures of activation functions."""

from __future__ import annotations

from plots.spec import FigureSpec, Source

_ACTIVATION_PANEL = FigureSpec(
    id="activation-panel",
    module="plots.activations.panel",
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

FIGURES = (_ACTIVATION_PANEL,)
