"""What the figure of collapsing layers says, in both languages, from its computed state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plots.spec import Both, Lang
from plots.wording import number, percent, prose

if TYPE_CHECKING:
    from plots.activations.collapse import CollapseState

FIRST = Both("클래스 0", "class 0")
SECOND = Both("클래스 1", "class 1")
EDGE = Both("결정 경계 $z = 0$", "decision boundary $z = 0$")
FOLD = Both("은닉 유닛이 꺾이는 곳", "where a hidden unit bends")
TITLES = (
    Both("두 층, 활성화 함수 없음", "Two layers, no activation"),
    Both("곱해서 합친 한 층", "The same as one layer"),
    Both("두 층, 사이에 ReLU", "Two layers, ReLU between"),
)


def formulas(state: CollapseState) -> tuple[str, str, str]:
    """Return what each panel computes, as mathematics."""
    (u, v), b = state.w, state.b
    signs = ["-" if value < 0 else "+" for value in (v, b)]
    one = f"$z = {u:.2f}\\,x_1 {signs[0]} {abs(v):.2f}\\,x_2 {signs[1]} {abs(b):.2f}$"
    return "$z = W_2(W_1 x + b_1) + b_2$", one, r"$z = W_2\max(0, W_1 x + b_1) + b_2$"


def right(share: float, lang: Lang) -> str:
    """Return how many points a panel's boundary gets right."""
    return Both(f"정확도 {percent(share)}", f"accuracy {percent(share)}").of(lang)


def _facts(state: CollapseState) -> dict[str, str]:
    return {
        "units": str(state.units),
        "steps": str(state.steps),
        "points": str(len(state.labels)),
        "linear": percent(state.linear_accuracy),
        "bent": percent(state.bent_accuracy),
        "w1": number(state.w[0], 2),
        "w2": number(state.w[1], 2),
        "b": number(state.b, 2),
    }


def alt(state: CollapseState, lang: Lang) -> str:
    """Return one sentence in place of the picture."""
    return prose(_ALT.of(lang), **_facts(state))


def caption(state: CollapseState, lang: Lang) -> str:
    """Return what stands under the picture."""
    return prose(_CAPTION.of(lang), **_facts(state))


def description(state: CollapseState, lang: Lang) -> str:
    """Return the long description."""
    return prose(_DESCRIPTION.of(lang), **_facts(state))


_ALT = Both(
    ko="""
    맞물린 반달 모양의 두 클래스를 활성화 함수 없는 두 층은 한 층과 똑같은 직선으로 나누어 {linear}를
    맞히고, 사이에 ReLU를 둔 두 층은 구부러진 경계로 나누어 {bent}를 맞히는 그림입니다.
    """,
    en="""
    Two interleaved half moons: two layers without an activation function draw the same straight boundary as
    one layer and get {linear} right, two layers with ReLU between them bend it and get {bent} right.
    """,
)
_CAPTION = Both(
    ko="""
    입력 2개, 은닉 유닛 {units}개, 출력 1개인 신경망을 같은 초깃값에서 두 번 학습했습니다. 활성화 함수가
    없으면(왼쪽) 두 층의 가중치를 곱한 한 층(가운데)과 출력이 똑같고, 경계는 언제나 직선이어서 점의
    {linear}만 맞힙니다. 사이에 ReLU를 두면(오른쪽) 은닉 유닛이 꺾이는 선마다 경계의 방향이 바뀔 수 있어
    {bent}를 맞힙니다. 좁은 화면에서는 위에서 아래로 같은 순서입니다.
    """,
    en="""
    A network of 2 inputs, {units} hidden units and 1 output was trained twice from the same start. Without
    an activation function (left) its output equals that of one layer with the multiplied weights (middle):
    the boundary is a straight line whatever the weights are, and {linear} of the points come out right.
    With ReLU between the layers (right) the boundary can turn wherever a hidden unit bends, and {bent} are
    right. On a narrow screen the order is from top to bottom.
    """,
)
_DESCRIPTION = Both(
    ko="""
    같은 점 {points}개를 그린 그림이 세 개 있습니다. 클래스 0은 동그라미로 위로 볼록한 반달, 클래스 1은
    네모로 아래로 볼록한 반달을 이루며 서로 맞물려 있습니다. 배경색은 신경망이 답하는 클래스이고, 굵은 선이
    결정 경계입니다. 첫째 그림은 활성화 함수 없이 학습한 두 층으로, 경계가 직선이고 정확도는 {linear}입니다.
    둘째 그림은 두 층의 가중치를 곱해 얻은 한 층 z = {w1} x₁ + ({w2}) x₂ + ({b})로, 첫째 그림과 완전히
    같습니다. 셋째 그림은 두 층 사이에 ReLU를 둔 것으로, 은닉 유닛이 꺾이는 선을 점선으로 그렸습니다. 경계는
    이 선들을 지날 때만 꺾이며 두 반달 사이를 따라갑니다. 정확도는 {bent}입니다. 두 신경망 모두 데이터
    전체로 모멘텀 {steps}스텝을 학습했고, 정확도는 학습한 점에서 잰 것입니다.
    """,
    en="""
    Three pictures show the same {points} points. Class 0, drawn as circles, is a half moon that opens
    downward; class 1, drawn as squares, is one that opens upward, and each reaches into the other. The
    background is the class that the network answers, and the thick line is the decision boundary. First:
    two layers trained without an activation function; the boundary is a straight line and the accuracy
    {linear}. Second: the one layer that results from multiplying their weights, z = {w1} x₁ + ({w2}) x₂ +
    ({b}); the picture is exactly the same. Third: ReLU between the two layers, with dotted lines where the
    hidden units bend. The boundary turns only where it crosses these lines, and follows the gap between the
    moons; the accuracy is {bent}. Both networks took {steps} steps of momentum on the whole data; accuracy
    is measured on the points they were trained on.
    """,
)
