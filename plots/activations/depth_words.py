"""What the figure of gradients through depth says, in both languages, from its computed state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plots.spec import Both, Lang
from plots.wording import prose, significant

if TYPE_CHECKING:
    from plots.activations.depth import DepthState

NAMES = {
    "sigmoid": Both("시그모이드 (Xavier)", "sigmoid (Xavier)"),
    "tanh": Both("tanh (Xavier)", "tanh (Xavier)"),
    "relu-xavier": Both("ReLU (Xavier)", "ReLU (Xavier)"),
    "relu-he": Both("ReLU (He)", "ReLU (He)"),
}
TITLE = Both("층마다 닿는 기울기의 크기 (로그 눈금)", "Gradient that reaches each layer (log scale)")
LAYER = Both("은닉층의 번호", "hidden layer")
INPUT = Both("← 입력 쪽", "← input")
OUTPUT = Both("출력 쪽 →", "output →")


def heads(lang: Lang) -> tuple[str, str, str]:
    """Return the heads of the table."""
    return (
        Both("함수 (초기화)", "function (init)").of(lang),
        Both("층마다", "per layer").of(lang),
        Both("끝까지", "in total").of(lang),
    )


def factor(value: float) -> str:
    """Return a factor in mathematics: plain from 0.001, otherwise as a power of ten."""
    if value >= 0.001:
        return f"× {significant(value, 2)}"
    digit, exponent = _scientific(value)
    times = "" if digit == "1" else rf"{digit} \cdot "
    return rf"$\times\, {times}10^{{{exponent}}}$"


def _plain(value: float) -> str:
    """Return a factor in words without mathematics."""
    if value >= 0.001:
        return significant(value, 2)
    digit, exponent = _scientific(value)
    raised = str(-exponent).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))
    return f"10⁻{raised}" if digit == "1" else f"{digit} × 10⁻{raised}"


def _scientific(value: float) -> tuple[str, int]:
    """Return a number as one digit and a power of ten."""
    digit, exponent = f"{value:.0e}".split("e")
    return digit, int(exponent)


def _facts(state: DepthState) -> dict[str, str]:
    facts = {
        "hidden": str(state.hidden),
        "width": str(state.width),
        "images": str(state.images),
        "seeds": str(state.seeds),
    }
    for fade in state.fades:
        name = fade.name.replace("-", "_")
        facts[name] = _plain(fade.ratio)
        facts[f"{name}_step"] = significant(fade.per_layer, 2)
    return facts


def alt(state: DepthState, lang: Lang) -> str:
    """Return one sentence in place of the picture."""
    return prose(_ALT.of(lang), **_facts(state))


def caption(state: DepthState, lang: Lang) -> str:
    """Return what stands under the picture."""
    return prose(_CAPTION.of(lang), **_facts(state))


def description(state: DepthState, lang: Lang) -> str:
    """Return the long description."""
    return prose(_DESCRIPTION.of(lang), **_facts(state))


_ALT = Both(
    ko="""
    은닉층이 {hidden}개인 신경망에서 층별 기울기의 크기를 그린 그래프로, 첫 은닉층의 기울기는 마지막
    은닉층에 견주어 시그모이드에서 {sigmoid}배로 줄고 He 초기화를 쓴 ReLU에서는 {relu_he}배로 유지됩니다.
    """,
    en="""
    Graph of the gradient's size in each of {hidden} hidden layers: from the last layer back to the first it
    falls to {sigmoid} times its size with sigmoids and stays at {relu_he} times with ReLU and He
    initialization.
    """,
)
_CAPTION = Both(
    ko="""
    손글씨 숫자를 분류하는 신경망(유닛 {width}개짜리 은닉층 {hidden}개)을 학습하기 직전에 잰, 층의 가중합에
    대한 기울기의 크기입니다. 선은 시드 {seeds}개의 기하평균, 띠는 최솟값과 최댓값입니다. 시그모이드에서는
    한 층을 거슬러 갈 때마다 기울기가 평균 {sigmoid_step}배가 됩니다. ReLU도 초기화가 맞아야 합니다. Xavier
    초기화로는 층마다 {relu_xavier_step}배, He 초기화로는 {relu_he_step}배입니다.
    """,
    en="""
    Size of the gradient with respect to each layer's weighted sums, in networks for handwritten digits
    ({hidden} hidden layers of {width} units) right before training. Lines are geometric means over {seeds}
    seeds, bands reach from the lowest to the highest. With sigmoids the gradient is multiplied by
    {sigmoid_step} per layer on its way back. ReLU wants the right initialization too: {relu_xavier_step}
    per layer from Xavier's, {relu_he_step} from He's.
    """,
)
_DESCRIPTION = Both(
    ko="""
    가로축은 입력 쪽에서 센 은닉층의 번호(1부터 {hidden}까지), 세로축은 로그 눈금으로 나타낸, 그 층의
    가중합에 대한 기울기의 노름입니다. 훈련 이미지 {images}장에 대한 교차 엔트로피를 역전파했고 편향은
    0입니다. 시그모이드의 선은 출력 쪽에서 입력 쪽으로 곧게 떨어져, 첫 은닉층의 기울기가 마지막 은닉층의
    {sigmoid}배입니다. Xavier 초기화를 쓴 ReLU는 더 완만하게 떨어져 {relu_xavier}배가 됩니다. Xavier
    초기화를 쓴 tanh({tanh}배)와 He 초기화를 쓴 ReLU({relu_he}배)의 선은 거의 수평입니다. 오른쪽이나 아래의
    표에 층마다 곱해지는 배수와 끝까지 곱해진 배수가 적혀 있습니다. 이 크기는 초기 상태의 값이며, 학습이
    얼마나 잘되는지를 직접 나타내지는 않습니다.
    """,
    en="""
    The horizontal axis counts hidden layers from the input, 1 to {hidden}; the vertical axis is the norm of
    the gradient with respect to the layer's weighted sums, on a logarithmic scale. The cross-entropy of
    {images} training images was propagated back; biases are zero. The line of the sigmoid falls steadily
    from the output to the input, where the gradient is {sigmoid} times that of the last hidden layer. ReLU
    from Xavier initialization falls more gently, to {relu_xavier} times. Tanh from Xavier ({tanh} times)
    and ReLU from He initialization ({relu_he} times) stay almost level. A table beside or below the graph
    lists the factor per layer and in total. These are sizes at the start; they do not by themselves tell
    how well a network will train.
    """,
)
