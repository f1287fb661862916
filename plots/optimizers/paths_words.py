"""What the figure of the optimisers says, in both languages, from its computed state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plots.spec import Both, Lang
from plots.wording import number, prose, significant

if TYPE_CHECKING:
    from plots.optimizers.runs import PathsState

NAMES = {
    "gradient-descent": Both("경사 하강법", "Gradient descent"),
    "momentum": Both("모멘텀", "Momentum"),
    "nesterov": Both("네스테로프 모멘텀", "Nesterov"),
    "rmsprop": Both("RMSprop", "RMSprop"),
    "adam": Both("Adam", "Adam"),
}
START = Both("시작점", "start")
STEP = Both("스텝", "step")
LOSS_TITLE = Both("스텝별 손실 (로그 눈금)", "Loss per step (log scale)")


def paths_title(state: PathsState) -> Both:
    """Return the heading of the map."""
    return Both(
        f"Beale 함수 위의 경로, 각 {state.steps}스텝", f"Paths on Beale's function, {state.steps} steps each"
    )


def minimum(state: PathsState) -> Both:
    """Return the label of the minimum."""
    where = place(state.minimum)
    return Both(f"최소점 ({where})", f"minimum ({where})")


def marker_note(state: PathsState) -> Both:
    """Return what a marker on a path means."""
    return Both(f"표식은 {state.every}스텝마다", f"a marker every {state.every} steps")


def heads(lang: Lang) -> tuple[str, str]:
    """Return the two heads of the table."""
    return Both("방법", "method").of(lang), Both(r"학습률 $\eta$", r"learning rate $\eta$").of(lang)


def place(point: tuple[float, float]) -> str:
    """Return the coordinates of a point."""
    return ", ".join(number(v, 1) for v in point)


def conditions(state: PathsState) -> dict[str, str]:
    """Return what holds for all methods: the start, the minimum, the steps, the rates that were tried."""
    return {
        "start": place(state.start),
        "minimum": place(state.minimum),
        "steps": str(state.steps),
        "count": str(len(state.rates)),
        "low": number(state.rates[0], 5),
        "high": number(state.rates[-1], 5),
    }


def alt(state: PathsState, lang: Lang) -> str:
    """Return one sentence in place of the picture."""
    return prose(_ALT.of(lang), **conditions(state))


def caption(state: PathsState, lang: Lang) -> str:
    """Return what stands under the picture: the conditions, the rule, and that it is no ranking."""
    return prose(
        _CAPTION.of(lang),
        **conditions(state),
        beta=number(state.beta, 3),
        alpha=number(state.alpha, 3),
        beta1=number(state.beta1, 4),
        beta2=number(state.beta2, 4),
    )


def description(state: PathsState, lang: Lang) -> str:
    """Return the long description, with what each method reached."""
    loss = Both("손실", "loss").of(lang)
    ends = [
        f"{NAMES[run.method].of(lang)} (η = {run.rate:g}) {loss} {significant(run.loss[-1], 2)}"
        for run in state.runs
    ]
    low, peak, factor = state.run("rmsprop").rise
    return prose(
        _DESCRIPTION.of(lang),
        first=number(state.runs[0].loss[0], 1),
        steps=str(state.steps),
        ends=", ".join(ends),
        momentum=number(state.run("momentum").path[:, 1].min(), 2),
        nesterov=number(state.run("nesterov").path[:, 1].min(), 2),
        low=str(low),
        peak=str(peak),
        factor=f"{float(significant(factor, 1)):,.0f}",
    )


_ALT = Both(
    ko="""
    Beale 함수의 등고선 위에서 경사 하강법, 모멘텀, 네스테로프 모멘텀, RMSprop, Adam이 같은 시작점
    ({start})에서 최소점 ({minimum}) 쪽으로 {steps}스텝씩 움직인 경로와 스텝별 손실의 그래프입니다.
    """,
    en="""
    Contour map of Beale's function with the paths of gradient descent, momentum, Nesterov, RMSprop and
    Adam, {steps} steps each from the same start ({start}) towards the minimum ({minimum}), and a graph of
    their loss.
    """,
)

_CAPTION = Both(
    ko="""
    다섯 방법이 같은 시작점 ({start})에서 {steps}스텝씩 움직인 경로입니다. 작은 그림은 최소점 주변을 확대한
    것입니다. 학습률은 모두 같은 규칙으로 골랐습니다. {low}부터 {high}까지, 10의 거듭제곱에 1, 2, 5를 곱한
    {count}개 값 가운데 경로가 그림을 벗어나지 않으면서 {steps}스텝 뒤의 손실이 가장 작은 값입니다. 모멘텀과
    네스테로프 모멘텀은 β = {beta}, RMSprop의 감쇠율은 {alpha}, Adam은 β₁ = {beta1}, β₂ = {beta2}입니다. 한
    함수, 한 시작점에서 본 움직임의 차이일 뿐 순위가 아닙니다.
    """,
    en="""
    Five methods from the same start ({start}), {steps} steps each; the inset enlarges the surroundings of
    the minimum. One rule sets every learning rate: of the {count} values from {low} to {high} that are 1, 2
    or 5 times a power of ten, the one with the lowest loss after {steps} steps among those whose path stays
    inside the picture. Momentum and Nesterov use β = {beta}, RMSprop decays by {alpha}, Adam has β₁ =
    {beta1} and β₂ = {beta2}. This shows how the methods move on one function from one start. It is not a
    ranking.
    """,
)

_DESCRIPTION = Both(
    ko="""
    시작점의 손실은 {first}이고, {steps}스텝 뒤에는 이렇게 됩니다: {ends}. 경사 하강법은 등고선을 가로질러
    골짜기 바닥으로 내려간 뒤 바닥을 따라 천천히 나아갑니다. 모멘텀은 쌓인 속도 때문에 골짜기를 지나쳐 y =
    {momentum}까지 갔다가 돌아오고, 네스테로프 모멘텀은 y = {nesterov}에서 더 일찍 돌아섭니다. RMSprop과
    Adam은 좌표마다 보폭을 맞추므로 처음에 대각선으로 움직입니다. RMSprop은 최소점 근처에서 기울기가
    작아져도 보폭이 함께 줄지 않아 {low}스텝과 {peak}스텝 사이에 손실이 약 {factor}배로 튀어 오릅니다.
    Adam은 크게 돌아 들어온 뒤 최소점 앞에서 진동하며 다가갑니다. 갱신식은 torch.optim과 같습니다. 모멘텀은
    기울기에 1 − β를 곱하지 않고 더하며, 네스테로프 모멘텀은 미리 내다본 점을 좇고, ε은 제곱근을 구한 뒤에
    더합니다.
    """,
    en="""
    The loss at the start is {first}; after {steps} steps it is as follows: {ends}. Gradient descent drops
    across the contour lines to the floor of the valley and then creeps along it. Momentum overshoots on the
    speed it has gathered, to y = {momentum}, before it turns; Nesterov turns sooner, at y = {nesterov}.
    RMSprop and Adam scale their step in each coordinate and so set off along the diagonal. Near the minimum
    the steps of RMSprop do not shrink with the gradient: between steps {low} and {peak} its loss jumps to
    about {factor} times what it was. Adam swings wide and then closes in on the minimum in oscillations.
    The update rules are those of torch.optim: momentum adds the gradient without a factor 1 − β, Nesterov
    follows the look-ahead point, and ε is added after the square root.
    """,
)
