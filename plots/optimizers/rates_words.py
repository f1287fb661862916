"""What the figure of the too large learning rate says, from its computed state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plots.spec import Both, Lang
from plots.wording import number, prose, significant

if TYPE_CHECKING:
    from plots.optimizers.rates import RatesState, Run

RANGES = (r"$\eta < 1/K$", r"$1/K < \eta < 2/K$", r"$\eta > 2/K$")
MARKS = ("0", "0.5", "1", "1.5", "2")
TITLES = (
    Both("한 스텝 뒤 손실 ÷ 이전 손실", "Loss after one step ÷ loss before"),
    Both("스텝별 손실 (로그 눈금)", "Loss per step (log scale)"),
)
RATE = Both(r"학습률 × 곡률, $\eta K$", r"learning rate × curvature, $\eta K$")
STEP = Both("스텝", "step")
RISES = Both("손실 증가", "loss rises")
SAME = Both("손실 그대로", "loss unchanged")


def loss_of(state: RatesState) -> str:
    """Return the definition of the loss."""
    return rf"$L = w^2/2,\ K = {state.curvature:g}$"


def kind(run: Run, state: RatesState, lang: Lang) -> str:
    """Return what the run does: by which factor the loss changes at a step."""
    factor = number(run.factor, 2)
    if run.rate < state.best:
        return Both(f"한쪽에서 접근: 손실 × {factor}", f"one side: loss × {factor} per step").of(lang)
    if run.rate < state.limit:
        return Both(f"넘나들며 접근: 손실 × {factor}", f"crosses: loss × {factor} per step").of(lang)
    return Both(f"넘나들며 발산: 손실 × {factor}", f"climbs: loss × {factor} per step").of(lang)


def alt(state: RatesState, lang: Lang) -> str:
    """Return one sentence in place of the picture."""
    low, middle, high = (f"{run.rate:g}" for run in state.runs)
    return prose(_ALT.of(lang), low=low, middle=middle, high=high)


def caption(state: RatesState, lang: Lang) -> str:
    """Return what stands under the picture."""
    low, middle, _ = state.runs
    return prose(
        _CAPTION.of(lang),
        curvature=number(state.curvature, 2),
        best=number(state.best, 2),
        limit=number(state.limit, 2),
        middle=f"{middle.rate:g}",
        low=f"{low.rate:g}",
        shown=str(state.shown),
    )


def description(state: RatesState, lang: Lang) -> str:
    """Return the long description."""
    loss = Both("손실", "loss").of(lang)
    ends = [f"η = {run.rate:g}: {loss} {significant(run.loss[-1], 2)}" for run in state.runs]
    low, middle, high = state.runs
    return prose(
        _DESCRIPTION.of(lang),
        start=number(state.start, 1),
        first=number(low.loss[0], 2),
        low=f"{low.rate:g}",
        middle=f"{middle.rate:g}",
        high=f"{high.rate:g}",
        low_path=_weights(low),
        middle_path=_weights(middle),
        high_path=_weights(high),
        steps=str(state.steps),
        ends=", ".join(ends),
        best=number(state.best * state.curvature, 2),
        limit=number(state.limit * state.curvature, 2),
    )


def _weights(run: Run) -> str:
    return ", ".join(number(value, 2) for value in run.weight[:4])


_ALT = Both(
    ko="""
    포물선 위에서 경사 하강법을 학습률 {low}, {middle}, {high}로 실행한 그림으로, 첫째는 한쪽에서 최솟값에
    다가가고 둘째는 최솟값을 넘나들며 다가가지만 셋째는 스텝마다 더 높은 곳으로 올라갑니다.
    """,
    en="""
    Gradient descent on a parabola at learning rates {low}, {middle} and {high}: the first approaches the
    minimum from one side, the second crosses it at every step and still converges, the third climbs higher
    with every step.
    """,
)

_CAPTION = Both(
    ko="""
    곡률이 K = {curvature}인 포물선에서 학습률만 바꾼 세 실행입니다(위, 처음 {shown}스텝). 아래 그래프는 한
    스텝이 손실을 몇 배로 만드는지, 즉 (1 − ηK)²을 보여 줍니다. η = 1/K = {best}이면 한 스텝에 바닥에 닿고,
    η = 2/K = {limit}를 넘으면 손실이 커집니다. 건너뛴다고 꼭 느린 것은 아니어서, 이 포물선에서는 {middle}이
    {low}보다 빠릅니다. 곡률이 어디서나 K 이하인 함수라면 η < 2/K인 스텝은 손실을 키우지 않습니다.
    """,
    en="""
    Three runs that differ in the learning rate only, on a parabola with curvature K = {curvature} (above,
    the first {shown} steps). Below is the factor by which one step changes the loss, (1 − ηK)². At η = 1/K
    = {best} one step reaches the bottom; beyond η = 2/K = {limit} the loss grows. Crossing the valley is
    not slow in itself: here {middle} is faster than {low}. On any function whose curvature is nowhere above
    K, a step with η < 2/K never raises the loss.
    """,
)

_DESCRIPTION = Both(
    ko="""
    위(좁은 화면에서는 세로로)에 같은 포물선이 세 개 있고, 모두 w = {start}, 손실 {first}에서 출발합니다. η
    = {low}인 실행은 가중치가 {low_path}처럼 왼쪽에서만 다가갑니다. η = {middle}인 실행은 {middle_path}처럼
    부호를 바꾸며 줄어듭니다. η = {high}인 실행은 {high_path}처럼 부호를 바꾸며 커집니다. 아래 첫 그래프는
    가로축이 ηK, 세로축이 한 스텝 뒤의 손실을 이전 손실로 나눈 값입니다. 0에서 1로 시작해 ηK = {best}에서
    0까지 내려갔다가 ηK = {limit}에서 다시 1을 넘으며, 그 오른쪽은 손실이 커지는 구간으로 색칠되어 있습니다.
    세 실행이 그 곡선 위에 표시되어 있습니다. 아래 둘째 그래프는 로그 눈금의 손실로, 세 실행 모두
    직선입니다. {steps}스텝 뒤의 값은 이렇습니다. {ends}.
    """,
    en="""
    At the top (one below the other on narrow screens) is the same parabola three times; all runs start at w
    = {start} with a loss of {first}. With η = {low} the weight approaches from the left only: {low_path}.
    With η = {middle} it changes sign and shrinks: {middle_path}. With η = {high} it changes sign and grows:
    {high_path}. The first graph below has ηK on its horizontal axis and, on its vertical axis, the loss
    after one step divided by the loss before. The curve starts at 1, falls to 0 at ηK = {best} and passes 1
    again at ηK = {limit}; to the right of that, where the loss grows, the graph is shaded. The three runs
    are marked on the curve. The second graph shows the loss per step on a logarithmic scale, where each run
    is a straight line. After {steps} steps the values are these: {ends}.
    """,
)
