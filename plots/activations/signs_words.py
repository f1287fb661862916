"""What the figure of same-sign gradients says, in both languages, from its computed state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plots.spec import Both, Lang
from plots.wording import number, percent, prose

if TYPE_CHECKING:
    from plots.activations.signs import SignsState, Walk

TITLES = {
    "sigmoid": Both("시그모이드를 거친 입력", "Inputs from sigmoids"),
    "tanh": Both("tanh를 거친 입력", "Inputs from tanh"),
}
RANGES = {"sigmoid": r"$h_1, h_2 \in (0, 1)$", "tanh": r"$h_1, h_2 \in (-1, 1)$"}
UP = Both("둘 다 늘림", "both weights up")
DOWN = Both("둘 다 줄임", "both down")
APART = Both("하나씩 반대로", "one up, one down")
REACH = Both("한 걸음에 갈 수 있는 방향", "directions of a single step")
START = Both("출발", "start")
GOAL = Both("목표", "goal")
BOTH_UP = r"$w_1\uparrow\ w_2\uparrow$"
BOTH_DOWN = r"$w_1\downarrow\ w_2\downarrow$"


def steps(walk: Walk, lang: Lang) -> str:
    """Return how long a walk is."""
    return Both(f"{walk.steps}스텝, 학습률 {walk.rate:g}", f"{walk.steps} steps, rate {walk.rate:g}").of(lang)


def _facts(state: SignsState) -> dict[str, str]:
    sigmoid, tanh = state.sigmoid, state.tanh
    return {
        "start": ", ".join(number(v, 1) for v in state.start),
        "goal": ", ".join(number(v, 1) for v in state.goal),
        "close": number(state.close, 2),
        "count": str(len(state.rates)),
        "low": number(state.rates[0], 2),
        "high": number(state.rates[-1], 2),
        "streams": str(state.streams),
        "sigmoid": str(sigmoid.steps),
        "tanh": str(tanh.steps),
        "sigmoid_median": number(sigmoid.median, 1),
        "tanh_median": number(tanh.median, 1),
        "sigmoid_rate": number(sigmoid.rate, 2),
        "tanh_rate": number(tanh.rate, 2),
        "sigmoid_detour": number(sigmoid.detour, 1),
        "tanh_detour": number(tanh.detour, 1),
        "sigmoid_same": percent(sigmoid.same_sign),
        "tanh_same": percent(tanh.same_sign),
    }


def alt(state: SignsState, lang: Lang) -> str:
    """Return one sentence in place of the picture."""
    return prose(_ALT.of(lang), **_facts(state))


def caption(state: SignsState, lang: Lang) -> str:
    """Return what stands under the picture."""
    return prose(_CAPTION.of(lang), **_facts(state))


def description(state: SignsState, lang: Lang) -> str:
    """Return the long description."""
    return prose(_DESCRIPTION.of(lang), **_facts(state))


_ALT = Both(
    ko="""
    가중치가 두 개인 평면에서 왼쪽 위의 목표로 가는 SGD의 경로로, 입력이 모두 양수이면 오른쪽 위와 왼쪽
    아래로만 움직여 {sigmoid}스텝의 지그재그가 되고, 입력의 중심이 0이면 {tanh}스텝에 닿습니다.
    """,
    en="""
    Paths of SGD in a plane of two weights to a goal up and to the left: with inputs that are all positive
    it can only go up right or down left and zigzags for {sigmoid} steps, with zero-centered inputs it takes
    {tanh}.
    """,
)
_CAPTION = Both(
    ko="""
    유닛 하나의 두 가중치를 샘플 하나씩으로 학습한 경로입니다. 입력이 시그모이드의 출력이면 모두 양수여서 한
    샘플의 기울기는 성분의 부호가 모두 같습니다. 그래서 한 걸음은 두 가중치를 함께 늘리거나 함께 줄이며,
    왼쪽 위의 목표로는 지그재그로만 갈 수 있습니다. tanh의 출력은 음수도 되므로 어느 방향으로든 움직입니다.
    학습률은 두 경우에 같은 규칙으로 골랐습니다. {low}부터 {high}까지 {count}개 값 가운데, 샘플의 순서
    {streams}가지에서 목표에 닿기까지 걸린 스텝 수의 중앙값이 가장 작은 값입니다 (시그모이드
    {sigmoid_median}, tanh {tanh_median}).
    """,
    en="""
    The two weights of a unit as it learns from one example after the other. Inputs that come from sigmoids
    are all positive, so the gradient of an example has the same sign in every component: a step raises both
    weights or lowers both, and the goal up and to the left can only be reached in zigzags. Outputs of tanh
    can be negative, so steps go in any direction. One rule sets both learning rates: of the {count} values
    from {low} to {high}, the one with the lowest median number of steps to the goal over {streams} streams
    of examples (sigmoid {sigmoid_median}, tanh {tanh_median}).
    """,
)
_DESCRIPTION = Both(
    ko="""
    가로축이 w₁, 세로축이 w₂인 평면 두 개에 출발점 ({start})과 목표 ({goal})이 표시되어 있습니다. 색칠한
    곳은 한 걸음에 갈 수 있는 방향입니다. 첫째 그림(시그모이드)에서는 출발점에서 보아 오른쪽 위와 왼쪽
    아래의 사분면만 색칠되어 있고, 목표는 색칠되지 않은 왼쪽 위에 있습니다. 경로는 파란 실선(둘 다 늘림)과
    파선(둘 다 줄임)을 오가며 크게 흔들리다가 목표에 다가갑니다. 걸음의 {sigmoid_same}가 두 가중치를 같은
    쪽으로 움직이고, 경로는 직선 거리의 {sigmoid_detour}배입니다(학습률 {sigmoid_rate}). 둘째
    그림(tanh)에서는 모든 방향이 색칠되어 있습니다. 두 가중치가 같은 쪽으로 움직이는 걸음은 {tanh_same}이고,
    나머지 걸음은 하나를 늘리고 하나를 줄입니다. 경로의 길이는 직선 거리의 {tanh_detour}배입니다(학습률
    {tanh_rate}). 두 경우 모두 손실은 제곱 오차의 절반이고, 목표와의 거리가 {close}보다 작아지면 멈춥니다.
    경로마다 스텝 수가 가운데인 샘플 순서를 골라 그렸습니다. 여러 샘플을 평균한 배치로 학습하면 이 차이는
    줄어듭니다.
    """,
    en="""
    Two planes with w₁ across and w₂ upward show a start ({start}) and a goal ({goal}); shaded are the
    directions in which a single step can go. In the first (sigmoid) only the quadrants to the upper right
    and lower left of the start are shaded, and the goal lies in the unshaded upper left. The path
    alternates between solid strokes (both weights up) and dashed ones (both down) in wide swings before it
    closes in. {sigmoid_same} of its steps move both weights the same way, and it is {sigmoid_detour} times
    as long as the straight line (learning rate {sigmoid_rate}). In the second (tanh) all directions are
    shaded: {tanh_same} of the steps move both weights the same way, the others raise one and lower the
    other, and the path is {tanh_detour} times as long as the straight line (learning rate {tanh_rate}). In
    both, the loss is half the squared error, and a path ends within {close} of the goal; drawn is the
    stream of examples with the middle number of steps. With gradients averaged over a batch the difference
    is smaller.
    """,
)
