"""What the activation panel says, in both languages, from its computed state."""

from __future__ import annotations

from plots.activations.curves import Curve, PanelState
from plots.spec import Both, Lang
from plots.wording import number, prose

INPUT = Both("입력 $x$", "input $x$")


def keys(state: PanelState, lang: Lang) -> tuple[str, str, str]:
    """Return the words of the legend: function, derivative, saturated part."""
    limit = f"$|f'| < {state.limit:g}$"
    return (
        Both("함수 $f$", "function $f$").of(lang),
        Both("도함수 $f'$", "derivative $f'$").of(lang),
        Both(f"포화 구간: {limit}", f"saturated: {limit}").of(lang),
    )


def formula(curve: Curve, state: PanelState) -> str:
    """Return the definition of a curve as mathematics."""
    return {
        "Sigmoid": r"$1\,/\,(1 + e^{-x})$",
        "Tanh": r"$\tanh(x)$",
        "ReLU": r"$\max(0,\, x)$",
        "Leaky ReLU": rf"$\max({state.leak:g}\,x,\, x)$",
        "ELU": r"$x>0$: $x$,  $x\leq 0$: $e^x - 1$",
        "GELU": r"$x\,\Phi(x)$",
    }[curve.name]


def note(curve: Curve, state: PanelState, lang: Lang) -> str:
    """Return the one fact written into a curve's panel."""
    slope = "$f'$"
    top = number(curve.slope.max(), 2)
    if curve.name in ("Sigmoid", "Tanh"):
        return Both(f"{slope} 최댓값 {top}", f"max {slope} = {top}").of(lang)
    if curve.name in ("ReLU", "Leaky ReLU"):
        fact = f"$f' = {curve.before:g}$"
        return Both(f"$x < 0$에서 {fact}", f"{fact} for $x < 0$").of(lang)
    if curve.name == "ELU":
        return rf"$f \to {{{-state.elu_alpha:g}}}$  ($x \to {{-\infty}}$)"
    low = number(curve.slope.min(), 2)
    return Both(f"{slope} 범위 {low} ~ {top}", f"{slope} from {low} to {top}").of(lang)


def alt(state: PanelState, lang: Lang) -> str:
    """Return one sentence in place of the picture."""
    return prose(
        _ALT.of(lang),
        names=", ".join(curve.name for curve in state.curves),
        top=number(state.curve("Sigmoid").slope.max(), 2),
        relu=number(state.curve("ReLU").after, 2),
    )


def caption(state: PanelState, lang: Lang) -> str:
    """Return what stands under the picture."""
    return prose(
        _CAPTION.of(lang),
        limit=number(state.limit, 3),
        leak=number(state.leak, 3),
        usual=number(state.usual_leak, 3),
        alpha=number(state.elu_alpha, 2),
    )


def description(state: PanelState, lang: Lang) -> str:
    """Return the long description."""
    sigmoid, tanh, relu, leaky, elu, gelu = state.curves
    return prose(
        _DESCRIPTION.of(lang),
        left=number(sigmoid.x[0], 1),
        right=number(sigmoid.x[-1], 1),
        sigmoid_top=number(sigmoid.slope.max(), 2),
        sigmoid_edge=number(sigmoid.saturated[1][0], 2),
        tanh_top=number(tanh.slope.max(), 2),
        tanh_edge=number(tanh.saturated[1][0], 2),
        relu_before=number(relu.before, 2),
        relu_after=number(relu.after, 2),
        leaky_before=number(leaky.before, 2),
        leaky_after=number(leaky.after, 2),
        elu_edge=number(elu.saturated[0][1], 2),
        elu_floor=number(-state.elu_alpha, 2),
        gelu_edge=number(gelu.saturated[0][1], 2),
        gelu_low=number(gelu.slope.min(), 2),
        gelu_top=number(gelu.slope.max(), 2),
        gelu_dip=number(gelu.value.min(), 2),
        gelu_at=number(gelu.x[gelu.value.argmin()], 2),
    )


_ALT = Both(
    ko="""
    활성화 함수 여섯 가지({names})와 그 도함수의 그래프로, 시그모이드의 도함수는 최댓값이 {top}이고 양
    끝에서 0에 가까워지지만 ReLU의 도함수는 양수 입력에서 늘 {relu}입니다.
    """,
    en="""
    Graphs of six activation functions ({names}) and their derivatives: the sigmoid's derivative is at most
    {top} and fades towards 0 on both sides, while that of ReLU is {relu} for every positive input.
    """,
)

_CAPTION = Both(
    ko="""
    활성화 함수(실선)와 그 도함수(파선). 색칠한 곳은 도함수의 절댓값이 {limit}보다 작은 포화 구간으로,
    입력이 여기에 놓인 유닛은 앞쪽 층으로 기울기를 거의 전달하지 못합니다. 빈 동그라미는 도함수가 정의되지
    않는 점입니다. Leaky ReLU의 음수 쪽 기울기는 잘 보이도록 흔히 쓰는 {usual} 대신 {leak}로 그렸고, ELU는 α
    = {alpha}입니다.
    """,
    en="""
    Activation functions (solid) and their derivatives (dashed). Shaded: saturation, where the derivative is
    below {limit} in absolute value, so that a unit passes almost no gradient back. Open circles mark where
    the derivative is undefined. For negative inputs Leaky ReLU is drawn with a slope of {leak} instead of
    the usual {usual}, to make it visible; ELU has α = {alpha}.
    """,
)

_DESCRIPTION = Both(
    ko="""
    그래프 여섯 개가 있고, 가로축은 {left}부터 {right}까지의 입력 x입니다. 시그모이드(sigmoid)는 0에서 1로
    올라가는 S자 곡선입니다. 도함수는 x = 0에서 최댓값 {sigmoid_top}에 이르고, |x|가 {sigmoid_edge}보다 크면
    포화합니다. 하이퍼볼릭 탄젠트(tanh)는 −1에서 1로 올라가며 원점에 대칭입니다. 도함수의 최댓값은
    {tanh_top}이고, |x|가 {tanh_edge}보다 크면 포화합니다. ReLU는 음수에서 0, 양수에서 x입니다. 도함수는 x =
    0을 지나며 {relu_before}에서 {relu_after}로 뛰고, 음수 쪽 전체가 포화 구간입니다. Leaky ReLU의 도함수는
    음수에서 {leaky_before}, 양수에서 {leaky_after}이므로 포화 구간이 없습니다. ELU는 음수 쪽에서 매끄럽게
    {elu_floor}에 다가가며, x가 {elu_edge}보다 작으면 포화합니다. GELU는 x가 {gelu_edge}보다 작으면
    포화하고, x = {gelu_at} 근처에서 {gelu_dip}까지 내려갔다가 올라갑니다. 도함수의 범위는 {gelu_low}부터
    {gelu_top}까지입니다.
    """,
    en="""
    Six graphs share a horizontal axis, the input x from {left} to {right}. The sigmoid is an S-shaped curve
    from 0 to 1; its derivative peaks at {sigmoid_top} at x = 0, and it saturates where |x| exceeds
    {sigmoid_edge}. Tanh rises from −1 to 1 and is symmetric about the origin; its derivative peaks at
    {tanh_top}, and it saturates where |x| exceeds {tanh_edge}. ReLU is 0 for negative inputs and x for
    positive ones; its derivative jumps from {relu_before} to {relu_after} at x = 0, and the whole negative
    side counts as saturated. Leaky ReLU has a derivative of {leaky_before} for negative inputs and
    {leaky_after} for positive ones, so no part of it is saturated. ELU bends smoothly towards {elu_floor}
    on the negative side and saturates where x is below {elu_edge}. GELU saturates where x is below
    {gelu_edge}, dips to {gelu_dip} near x = {gelu_at} and then rises; its derivative lies between
    {gelu_low} and {gelu_top}.
    """,
)
