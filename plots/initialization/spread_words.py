"""What the figure of initial weights says, in both languages, from its computed state."""

from __future__ import annotations

from plots.initialization.signals import Scheme, Signal, SpreadState
from plots.spec import Both, Lang
from plots.wording import number, percent, prose

LAYER = Both("층", "layer")
TANH_TITLE = Both("tanh: 층별 활성값의 크기", "Tanh: size of activations per layer")
RELU_TITLE = Both("ReLU: 같은 값 (로그 눈금)", "ReLU: the same (log scale)")

_NAMES = {
    "small": Both("너무 작게", "Too small"),
    "xavier": Both("Xavier (여기서는 LeCun과 같음)", "Xavier (here the same as LeCun)"),
    "he": Both("He", "He"),
    "large": Both("너무 크게", "Too large"),
}


def name(scheme: Scheme, lang: Lang) -> str:
    """Return what a scheme is called."""
    return _NAMES[scheme.name].of(lang)


def short_name(scheme: Scheme, lang: Lang) -> str:
    """Return the name without what stands in brackets."""
    return name(scheme, lang).partition(" (")[0]


def std(scheme: Scheme) -> str:
    """Return a standard deviation of weights."""
    return number(scheme.std, 3)


def size(value: float) -> str:
    """Return a size as mathematics; very small and very large ones with a power of ten."""
    if 0.05 <= value < 100:
        return number(value, 2)
    digits, exponent = f"{value:.1e}".split("e")
    return rf"${digits} \times 10^{{{int(exponent)}}}$"


def plain_size(value: float) -> str:
    """Return a size in plain text, `1.3 × 10⁻¹⁹`."""
    if 0.05 <= value < 100:
        return number(value, 2)
    digits, exponent = f"{value:.1e}".split("e")
    raised = str(int(exponent)).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))
    return f"{digits} × 10{raised}"


def heads(state: SpreadState, lang: Lang) -> tuple[str, tuple[str, str, str]]:
    """Return the heading over the last two columns of the table, and the three heads."""
    over = Both(f"{state.layers}층을 지난 크기", f"size after {state.layers} layers").of(lang)
    return over, (Both("가중치 표준편차", "std of weights").of(lang), "tanh", "ReLU")


def spread_title(state: SpreadState) -> Both:
    """Return the heading of the histograms."""
    return Both(f"tanh, {state.layers}층: 활성값의 분포", f"Tanh, layer {state.layers}: all activations")


def saturated(signal: Signal, lang: Lang) -> str:
    """Return how much of a histogram lies in the saturated ends."""
    share = percent(signal.saturated)
    return Both(f"포화 {share}", f"{share} saturated").of(lang)


def alt(state: SpreadState, lang: Lang) -> str:
    """Return one sentence in place of the picture."""
    return prose(_ALT.of(lang), layers=str(state.layers), width=str(state.width))


def caption(state: SpreadState, lang: Lang) -> str:
    """Return what stands under the picture."""
    return prose(
        _CAPTION.of(lang),
        layers=str(state.layers),
        width=str(state.width),
        examples=str(state.examples),
        limit=number(state.limit, 3),
    )


def description(state: SpreadState, lang: Lang) -> str:
    """Return the long description, with every scheme's numbers."""
    facts = {"layers": str(state.layers)}
    for signals, kind in ((state.tanh, "tanh"), (state.relu, "relu")):
        for signal in signals:
            facts[f"{signal.scheme.name}_{kind}"] = plain_size(float(signal.rms[-1]))
            facts[f"{signal.scheme.name}_std"] = std(signal.scheme)
            if kind == "tanh":
                facts[f"{signal.scheme.name}_full"] = percent(signal.saturated)
    facts["half"] = plain_size(2.0 ** (-state.layers / 2))
    return prose(_DESCRIPTION.of(lang), **facts)


_ALT = Both(
    ko="""
    너비 {width}인 층 {layers}개에서 가중치의 크기를 네 가지로 정했을 때 층별 활성값의 크기로, tanh에는
    Xavier, ReLU에는 He 초기화가 신호를 유지하고 너무 작거나 큰 가중치는 신호를 없애거나 포화·폭주시킵니다.
    """,
    en="""
    Size of the activations in {layers} layers of {width} units for four scales of the weights: Xavier suits
    tanh and He suits ReLU, while weights that are too small or too large make the signal vanish, saturate
    or explode.
    """,
)

_CAPTION = Both(
    ko="""
    너비 {width}인 완전 연결층 {layers}개에 표준정규분포를 따르는 입력 {examples}개를 통과시켰습니다. 크기는
    활성값의 제곱평균제곱근(RMS)이고 편향은 0입니다. 입력과 출력의 너비가 같아 Xavier는 LeCun 초기화와
    같습니다. 네 방법은 같은 난수에 표준편차만 다르게 곱했습니다. 아래 막대그래프는 마지막 층의 tanh
    출력이며 높이는 저마다 다른 눈금입니다. 너무 큰 가중치는 크기만 보면 멀쩡하지만 출력이 양 끝에 몰립니다.
    포화는 도함수가 {limit}보다 작다는 뜻입니다.
    """,
    en="""
    {examples} standard normal inputs pass through {layers} fully connected layers of {width} units. Size is
    the root mean square (RMS) of the activations; biases are 0. With as many outputs as inputs, Xavier is
    the same as LeCun. All four schemes scale the same random numbers. The histograms show the last layer's
    outputs of tanh, each to its own vertical scale: judged by size alone the too large weights look
    healthy, but their outputs crowd at both ends. Saturated means a derivative below {limit}.
    """,
)

_DESCRIPTION = Both(
    ko="""
    표와 꺾은선그래프 두 개, 막대그래프 네 개가 있습니다. 표준편차는 너무 작게 {small_std}, Xavier
    {xavier_std}, He {he_std}, 너무 크게 {large_std}입니다. tanh에서 {layers}층 뒤의 크기는 차례로
    {small_tanh}, {xavier_tanh}, {he_tanh}, {large_tanh}입니다. Xavier는 tanh가 항등 함수라고 보고 유도한
    값이므로 신호가 천천히 줄어들고, 포화된 출력은 {xavier_full}입니다. He에서는 {he_full}, 너무 크게 잡으면
    {large_full}가 포화합니다. ReLU에서는 차례로 {small_relu}, {xavier_relu}, {he_relu}, {large_relu}입니다.
    ReLU는 층마다 제곱 평균을 절반으로 줄이므로 Xavier의 신호는 {layers}층 뒤에 약 {half}배가 되어야 하고
    측정값도 그렇습니다. 2를 곱한 He만 처음 크기를 유지합니다. ReLU 그래프의 세로축은 로그 눈금이고, 너무
    작거나 큰 가중치의 곡선은 몇 층 만에 그림을 벗어납니다.
    """,
    en="""
    A table, two line charts and four histograms. The standard deviations are {small_std} (too small),
    {xavier_std} (Xavier), {he_std} (He) and {large_std} (too large). Under tanh the size after {layers}
    layers is {small_tanh}, {xavier_tanh}, {he_tanh} and {large_tanh} in this order. Xavier's variance is
    derived as if tanh were the identity, so its signal shrinks slowly, and {xavier_full} of its outputs are
    saturated; with He it is {he_full}, with the too large weights {large_full}. Under ReLU the sizes are
    {small_relu}, {xavier_relu}, {he_relu} and {large_relu}. ReLU halves the mean square in every layer, so
    that in {layers} layers Xavier's signal should shrink to about {half} of its size, as it does; only He,
    with its factor 2, keeps the size. The vertical axis of the ReLU chart is logarithmic, and the curves of
    the too small and the too large weights leave it within a few layers.
    """,
)
