"""What the race of the optimisers says, from its computed state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plots.optimizers.paths_words import NAMES, START, STEP, conditions, heads, place
from plots.spec import Both, Lang
from plots.wording import number, prose, significant

if TYPE_CHECKING:
    from plots.optimizers.runs import PathsState

__all__ = ["LOSS", "MINIMUM", "NAMES", "START", "STEP", "TITLE", "heads"]

TITLE = Both("Beale 함수 위의 움직임", "Moving on Beale's function")
LOSS = Both("스텝별 손실 (로그 눈금)", "Loss per step (log scale)")
MINIMUM = Both("최소점", "minimum")


def counter(step: int, lang: Lang) -> str:
    """Return what the counter says."""
    return Both(f"{step}스텝", f"step {step}").of(lang)


def alt(state: PathsState, lang: Lang) -> str:
    """Return one sentence in place of the picture."""
    return prose(_ALT.of(lang), **conditions(state))


def caption(state: PathsState, lang: Lang) -> str:
    """Return what stands under the picture: the conditions, the rule, and that it is no ranking."""
    return prose(_CAPTION.of(lang), **conditions(state))


def description(state: PathsState, lang: Lang) -> str:
    """Return the long description: where each method is at a quarter, at half time and at the end."""
    quarter, half = state.steps // 4, state.steps // 2
    template = Both("{}은(는) {}, {}, {}", "{} {}, {}, {}").of(lang)
    losses = [
        template.format(
            NAMES[run.method].of(lang), *(significant(run.loss[t], 2) for t in (quarter, half, state.steps))
        )
        for run in state.runs
    ]
    return prose(
        _DESCRIPTION.of(lang),
        start=place(state.start),
        minimum=place(state.minimum),
        quarter=str(quarter),
        half=str(half),
        steps=str(state.steps),
        losses="; ".join(losses),
        first=number(state.runs[0].loss[0], 1),
        beta=number(state.beta, 3),
        alpha=number(state.alpha, 3),
        beta1=number(state.beta1, 4),
        beta2=number(state.beta2, 4),
    )


_ALT = Both(
    ko="""
    Beale 함수의 등고선 위에서 다섯 옵티마이저가 같은 시작점 ({start})에서 동시에 출발해 최소점 ({minimum})
    쪽으로 {steps}스텝을 움직이는 애니메이션으로, 정지 화면은 마지막 스텝입니다.
    """,
    en="""
    Animation of five optimizers that leave the same start ({start}) at the same moment and take {steps}
    steps towards the minimum ({minimum}) of Beale's function; the still picture shows the last step.
    """,
)

_CAPTION = Both(
    ko="""
    다섯 방법이 같은 시작점 ({start})에서 동시에 {steps}스텝을 움직입니다. 어느 때나 모든 방법이 같은 수의
    스텝을 마친 상태이므로, 표식이 빠르게 움직이면 보폭이 큰 것입니다. 학습률은 모두 같은 규칙으로
    골랐습니다. {low}부터 {high}까지의 {count}개 값(10의 거듭제곱에 1, 2, 5를 곱한 값) 가운데 경로가 그림을
    벗어나지 않으면서 마지막 손실이 가장 작은 값입니다. 한 함수, 한 시작점에서 본 움직임의 차이일 뿐 순위가
    아닙니다.
    """,
    en="""
    Five methods leave the same start ({start}) at the same moment and take {steps} steps. At any time all
    of them have done equally many, so a marker that moves fast is taking long steps. One rule sets every
    learning rate: of the {count} values from {low} to {high} (1, 2 or 5 times a power of ten), the one with
    the lowest final loss among those whose path stays inside the picture. This shows how the methods move
    on one function from one start. It is not a ranking.
    """,
)

_DESCRIPTION = Both(
    ko="""
    지도에는 Beale 함수의 등고선과 시작점 ({start}), 최소점 ({minimum})이 있고, 옆(좁은 화면에서는 아래)에는
    방법마다의 학습률과 스텝별 손실이 있습니다. 움직이는 동안 표식이 경로를 그리며 나아가고 손실 곡선도 함께
    그려집니다. 경사 하강법은 첫 몇 스텝에 골짜기로 내려간 뒤 거의 멈춘 듯 기어갑니다. 모멘텀과 네스테로프
    모멘텀은 천천히 출발해 속도를 얻고, 골짜기를 지나쳤다가 돌아옵니다. RMSprop과 Adam은 처음부터 거의 같은
    보폭으로 움직이며, RMSprop은 최소점 앞에서 한 번 크게 튑니다. 시작점의 손실은 {first}이고,
    {quarter}스텝, {half}스텝, {steps}스텝 뒤의 손실은 차례로 이렇습니다. {losses}. 설정은 모멘텀과
    네스테로프 모멘텀이 β = {beta}, RMSprop의 감쇠율이 {alpha}, Adam이 β₁ = {beta1}, β₂ = {beta2}입니다.
    """,
    en="""
    The map shows the contour lines of Beale's function with the start ({start}) and the minimum
    ({minimum}); beside it (below on narrow screens) are the learning rate of each method and the loss per
    step. In motion, a marker draws the path of each method, and the loss curves grow along. Gradient
    descent drops into the valley within a few steps and then seems to stand still. Momentum and Nesterov
    start slowly, gather speed, overshoot the valley and come back. RMSprop and Adam move at an almost even
    pace from the first step; near the minimum RMSprop makes one large jump. The loss at the start is
    {first}; after {quarter}, {half} and {steps} steps it is: {losses}. Momentum and Nesterov use β =
    {beta}, RMSprop decays by {alpha}, Adam has β₁ = {beta1} and β₂ = {beta2}.
    """,
)
