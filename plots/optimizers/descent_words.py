"""What the figure of gradient descent on one weight says, from its computed state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plots.spec import Both, Lang
from plots.wording import number, prose, significant

if TYPE_CHECKING:
    from plots.optimizers.descent import DescentState

TITLES = (
    (Both("손실 곡선", "Loss curve"), Both("점 하나 = 모델 하나", "one point = one model")),
    (Both("학습 곡선", "Learning curve"), Both("점 하나 = 한 스텝의 손실", "one point = one step")),
    (Both("데이터와 모델", "Data and model"), Both("직선 하나 = 모델 하나", "one line = one model")),
)
WEIGHT = Both("가로축: 가중치 $w$,  세로축: 손실 $L(w)$", "horizontal: weight $w$,  vertical: loss $L(w)$")
STEP = Both("가로축: 스텝,  세로축: 손실", "horizontal: step,  vertical: loss")
INPUT = Both("가로축: 입력 $x$,  세로축: 정답 $y$", "horizontal: input $x$,  vertical: target $y$")
FALL = (Both("높이는", "the height"), Both("따라올 뿐", "only follows"))


def minimum(state: DescentState) -> Both:
    """Return the label of the minimum."""
    at = number(state.best, 2)
    return Both(f"최솟값 ($w = {at}$)", f"minimum ($w = {at}$)")


def tangent(state: DescentState, lang: Lang) -> tuple[str, str]:
    """Return the two lines of the tangent's label."""
    value = f"$L'(w_0) = {number(state.slopes[0], 2)}$".replace("\N{MINUS SIGN}", "-")
    return Both("접선의 기울기", "slope of tangent").of(lang), value


def move(state: DescentState, lang: Lang) -> tuple[str, str]:
    """Return the two lines on how far the first step goes."""
    step = number(state.main.weight[1] - state.main.weight[0], 2)
    slope = number(-state.slopes[0], 2)
    return (
        Both(r"옆으로 $-\eta\,L'(w_0)$만큼", r"sideways by $-\eta\,L'(w_0)$").of(lang),
        rf"$= {state.main.rate:g} \times {slope} = {step}$",
    )


def _series(values: list[float], digits: int) -> str:
    return ", ".join(number(value, digits) for value in values)


def _examples(state: DescentState) -> str:
    pairs = zip(state.inputs.tolist(), state.targets.tolist(), strict=True)
    return ", ".join(f"({number(x, 1)}, {number(y, 1)})" for x, y in pairs)


def alt(state: DescentState, lang: Lang) -> str:
    """Return one sentence in place of the picture."""
    return prose(
        _ALT.of(lang),
        first=number(state.main.weight[0], 2),
        last=number(state.main.weight[state.shown], 2),
        steps=str(state.shown),
        best=number(state.best, 2),
    )


def caption(state: DescentState, lang: Lang) -> str:
    """Return what stands under the picture."""
    slow, _, fast = state.runs
    return prose(
        _CAPTION.of(lang),
        rate=f"{state.main.rate:g}",
        slow=f"{slow.rate:g}",
        fast=f"{fast.rate:g}",
        limit=significant(2.0 / state.curvature, 3),
    )


def description(state: DescentState, lang: Lang) -> str:
    """Return the long description."""
    run, shown = state.main, state.shown
    ends = ", ".join(f"η = {other.rate:g}: {significant(other.loss[-1], 2)}" for other in state.runs)
    return prose(
        _DESCRIPTION.of(lang),
        examples=_examples(state),
        best=number(state.best, 2),
        shown=str(shown),
        rate=f"{run.rate:g}",
        weights=_series(run.weight[: shown + 1].tolist(), 2),
        losses=_series(run.loss[: shown + 1].tolist(), 2),
        slopes=_series(state.slopes[: shown + 1].tolist(), 2),
        steps=str(state.steps),
        first=number(run.loss[0], 2),
        ends=ends,
    )


_ALT = Both(
    ko="""
    경사 하강법의 {steps}스텝을 세 그래프로 나란히 그린 그림으로, 손실 곡선에서 가중치가 접선의 기울기에
    따라 {first}에서 최솟값 {best} 쪽의 {last}까지 옆으로 움직이고, 같은 스텝이 학습 곡선과 데이터 위의
    직선으로도 나타납니다.
    """,
    en="""
    The same {steps} steps of gradient descent in three graphs: on the loss curve the weight moves sideways
    from {first} to {last}, towards the minimum at {best}; beside it the learning curve and the fitted lines
    over the data.
    """,
)

_CAPTION = Both(
    ko="""
    같은 학습(η = {rate})을 세 그래프로 본 것입니다. 왼쪽(좁은 화면에서는 위)의 손실 곡선에서 가로축은
    시간이 아니라 가중치이고, 한 스텝의 이동량은 학습률에 접선의 기울기를 곱한 값입니다. 바닥에 가까울수록
    기울기가 작아져 보폭이 저절로 줄어듭니다. 학습 곡선의 다른 두 실행은 학습률만 다릅니다. {slow}는 너무
    작아서 느리고, {fast}는 발산하는 경계인 {limit}에 가까워 바닥을 넘나드느라 느립니다.
    """,
    en="""
    One training run (η = {rate}) in three graphs. On the loss curve (left, or above on narrow screens) the
    horizontal axis is the weight, not time, and a step is the learning rate times the slope of the tangent.
    The slope shrinks towards the bottom, and the steps with it. The other two runs of the learning curve
    differ in the learning rate only: {slow} is slow because it is small, {fast} because it is close to the
    limit {limit}, beyond which the run diverges, and keeps crossing the bottom.
    """,
)

_DESCRIPTION = Both(
    ko="""
    데이터는 (x, y) = {examples}의 세 개이고, 모델은 ŷ = wx, 손실은 평균 제곱 오차입니다. 손실 곡선은 w =
    {best}에서 가장 낮은 포물선입니다. 그 위에 η = {rate}로 {shown}스텝 움직인 점이 있습니다. 가중치는
    차례로 {weights}이고, 손실은 {losses}, 기울기는 {slopes}입니다. 시작점에는 접선이 파선으로 그려져
    있습니다. 각 점에서 가로 화살표가 다음 가중치까지 이어지고, 점선이 그 자리의 곡선으로 내려갑니다. 학습
    곡선은 가로축이 스텝 0부터 {steps}까지, 세로축이 손실입니다. 손실은 모두 {first}에서 출발해 {steps}스텝
    뒤에 이렇게 됩니다. {ends}. 데이터 그래프에서는 원점을 지나는 직선이 스텝마다 가팔라지며 세 점에
    다가갑니다.
    """,
    en="""
    The data are three examples, (x, y) = {examples}; the model is ŷ = wx and the loss the mean squared
    error. The loss curve is a parabola with its lowest point at w = {best}. On it stand the points of
    {shown} steps with η = {rate}: the weights {weights}, with losses {losses} and slopes {slopes}. The
    tangent at the start is dashed. From every point a horizontal arrow leads to the next weight, and a
    dotted line drops to the curve there. The learning curve has the step from 0 to {steps} on its
    horizontal axis and the loss on its vertical axis; all runs start at {first}, and after {steps} steps
    the losses are these: {ends}. In the graph of the data, a straight line through the origin grows steeper
    with every step and approaches the three points.
    """,
)
