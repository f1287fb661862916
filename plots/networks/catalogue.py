"""The figures of networks."""

from __future__ import annotations

from plots.spec import Both, FigureSpec, Source

_BACKPROPAGATION_GRAPH = FigureSpec(
    id="backpropagation-graph",
    title=Both("역전파의 계산 그래프", "Backpropagation on a computational graph"),
    kind="stepped",
    module="plots.networks.backpropagation_graph",
    format="svg",
    questions=("backpropagation",),
    sources=(
        Source(
            "Rumelhart, Hinton & Williams (1986), Learning Representations by Back-propagating Errors, "
            "Nature 323",
            "https://doi.org/10.1038/323533a0",
        ),
    ),
)

_DROPOUT = FigureSpec(
    id="dropout",
    title=Both("드롭아웃의 부분 신경망과 그 평균", "The sub-networks of dropout and their mean"),
    module="plots.networks.dropout",
    format="svg",
    questions=("dropout",),
    sources=(
        Source(
            "Srivastava, Hinton, Krizhevsky, Sutskever & Salakhutdinov (2014), Dropout: A Simple Way to "
            "Prevent Neural Networks from Overfitting, JMLR 15",
            "https://jmlr.org/papers/v15/srivastava14a.html",
        ),
    ),
)

_CONVOLUTION_SHARING = FigureSpec(
    id="convolution-sharing",
    title=Both("합성곱의 가중치 공유", "Weight sharing in a convolution"),
    kind="animated",
    module="plots.networks.convolution_sharing",
    format="svg",
    questions=("cnn", "cnn-parameter-count", "mlp-equivalent-to-cnn"),
    sources=(
        Source(
            "LeCun et al. (1989), Backpropagation Applied to Handwritten Zip Code Recognition, Neural "
            "Computation 1(4)",
            "https://doi.org/10.1162/neco.1989.1.4.541",
        ),
        Source(
            "Goodfellow, Bengio & Courville (2016), Deep Learning, MIT Press, chapter 9",
            "https://www.deeplearningbook.org/contents/convnets.html",
        ),
    ),
)

_GPU_MEMORY = FigureSpec(
    id="gpu-memory",
    title=Both("학습에 드는 GPU 메모리", "GPU memory in training"),
    module="plots.networks.memory_bars",
    format="svg",
    questions=("gpu-memory",),
    sources=(
        Source(
            "Rajbhandari, Rasley, Ruwase & He (2020), ZeRO: Memory Optimizations Toward Training Trillion "
            "Parameter Models, SC",
            "https://arxiv.org/abs/1910.02054",
        ),
        Source(
            "Simonyan & Zisserman (2015), Very Deep Convolutional Networks for Large-Scale Image "
            "Recognition, ICLR",
            "https://arxiv.org/abs/1409.1556",
        ),
    ),
)

_PCA_AUTOENCODER = FigureSpec(
    id="pca-autoencoder",
    title=Both("숫자 이미지에서 PCA와 오토인코더", "PCA and autoencoders on digits"),
    module="plots.networks.codes",
    format="svg",
    questions=("pca-with-neural-networks", "autoencoder"),
    sources=(
        Source(
            "Baldi & Hornik (1989), Neural Networks and Principal Component Analysis: Learning from Examples "
            "without Local Minima, Neural Networks 2(1)",
            "https://doi.org/10.1016/0893-6080%2889%2990014-2",
        ),
        Source(
            "Hinton & Salakhutdinov (2006), Reducing the Dimensionality of Data with Neural Networks, "
            "Science 313",
            "https://doi.org/10.1126/science.1127647",
        ),
        Source(
            "Alpaydin & Kaynak (1998), Optical Recognition of Handwritten Digits, UCI Machine Learning "
            "Repository",
            "https://doi.org/10.24432/C50P49",
        ),
    ),
)

_SKIP_GRAM = FigureSpec(
    id="skip-gram",
    title=Both("스킵그램의 창과 단어 벡터", "The window of skip-gram and its word vectors"),
    module="plots.networks.skip_gram",
    format="svg",
    questions=("word2vec",),
    sources=(
        Source(
            "Mikolov, Chen, Corrado & Dean (2013), Efficient Estimation of Word Representations in Vector "
            "Space",
            "https://arxiv.org/abs/1301.3781",
        ),
        Source(
            "Mikolov, Sutskever, Chen, Corrado & Dean (2013), Distributed Representations of Words and "
            "Phrases and their Compositionality, NIPS",
            "https://arxiv.org/abs/1310.4546",
        ),
    ),
)

FIGURES: tuple[FigureSpec, ...] = (
    _BACKPROPAGATION_GRAPH,
    _DROPOUT,
    _CONVOLUTION_SHARING,
    _GPU_MEMORY,
    _PCA_AUTOENCODER,
    _SKIP_GRAM,
)
