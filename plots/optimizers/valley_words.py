"""What the figure of momentum says, from its computed state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plots.spec import Both, Lang
from plots.wording import number, prose, significant

if TYPE_CHECKING:
    from plots.optimizers.valley import Run, ValleyState

NAMES = {
    "gradient-descent": Both("경사 하강법", "Gradient descent"),
    "momentum": Both("모멘텀", "Momentum"),
}
TITLES = (
    (
        Both("최솟값까지의 거리", "Distance from the minimum"),
        Both("로그 눈금, 점선은 이론의 비율", "log scale; dotted: rate of the theory"),
    ),
    (
        Both("거리를 10분의 1로 줄이는 스텝 수", "Steps for a tenth of the distance"),
        Both("가장 좋은 설정, 로그 눈금", "at the best settings, log scales"),
    ),
)
START = Both("시작점", "start")
MINIMUM = Both("최솟값", "minimum")
STEP = Both("스텝", "step")
CONDITION = Both(r"조건수 $\kappa$", r"condition number $\kappa$")
GROWTH = (r"$\propto \kappa$", r"$\propto \sqrt{\kappa}$")
GROWTH_AT = ((600.0, 3.0e3), (1500.0, 14.0))
FACTOR_AT = {"gradient-descent": (118.0, 12.0), "momentum": (62.0, 1e-8)}


def tuning(run: Run) -> str:
    """Return the settings of a run as mathematics."""
    rate = rf"$\eta = {significant(run.rate, 2)}$"
    return rf"{rate},  $\beta = {number(run.beta, 2)}$" if run.beta else rate


def factor(run: Run) -> str:
    """Return by which factor the theory says the distance shrinks."""
    return rf"$\times {number(run.factor, 3)}$"


def condition(state: ValleyState) -> str:
    """Return the condition number of the valley above."""
    return rf"$\kappa = {number(state.kappa, 0)}$"


def alt(state: ValleyState, lang: Lang) -> str:
    """Return one sentence in place of the picture."""
    return prose(
        _ALT.of(lang),
        kappa=number(state.kappa, 0),
        shown=str(state.shown),
        plain=significant(state.plain.distance[state.shown], 2),
        heavy=significant(state.heavy.distance[state.shown], 2),
        start=number(state.plain.distance[0], 1),
    )


def caption(state: ValleyState, lang: Lang) -> str:
    """Return what stands under the picture."""
    return prose(
        _CAPTION.of(lang),
        kappa=number(state.kappa, 0),
        shown=str(state.shown),
        plain=number(state.plain.factor, 3),
        heavy=number(state.heavy.factor, 3),
    )


def description(state: ValleyState, lang: Lang) -> str:
    """Return the long description."""
    plain, heavy, half = state.plain, state.heavy, state.steps // 2
    return prose(
        _DESCRIPTION.of(lang),
        kappa=number(state.kappa, 0),
        start=", ".join(number(v, 2) for v in plain.path[0]),
        shown=str(state.shown),
        plain_end=number(plain.path[state.shown, 0], 2),
        heavy_swing=number(abs(heavy.path[:, 1]).max(), 2),
        heavy_end=significant(float(heavy.distance[state.shown]), 2),
        plain_distance=significant(float(plain.distance[half]), 2),
        heavy_distance=significant(float(heavy.distance[half]), 2),
        half=str(half),
        steps=str(state.steps),
        small=f"{state.kappas[-1]:,.0f}",
        plain_steps=f"{state.tenfold[0][-1]:,.0f}",
        heavy_steps=f"{state.tenfold[1][-1]:,.0f}",
    )


_ALT = Both(
    ko="""
    조건수가 {kappa}인 좁은 골짜기에서 거리 {start}의 시작점부터 {shown}스텝을 움직인 경로로, 경사 하강법은
    최솟값까지 {plain}이 남았지만 모멘텀은 {heavy}만 남기고 거의 도착합니다.
    """,
    en="""
    Paths of {shown} steps in a narrow valley of condition number {kappa}, from a distance of {start}:
    gradient descent still has {plain} to go, while momentum has all but arrived, with {heavy} left.
    """,
)

_CAPTION = Both(
    ko="""
    함수 (x² + {kappa}y²)/2 위에서 같은 시작점부터 각각 가장 좋은 일정한 설정으로 움직인 처음
    {shown}스텝입니다. 경사 하강법은 가파른 y 방향 때문에 학습률을 키우지 못해 x 방향으로 느리고, 한 스텝에
    거리가 {plain}배로 줄어듭니다. 모멘텀은 x 방향의 속도가 쌓여, 처음에는 더 크게 흔들리지만 결국 한 스텝에
    {heavy}배로 줄어듭니다. 필요한 스텝 수는 경사 하강법이 조건수에, 모멘텀이 그 제곱근에 비례합니다. 이차
    함수에서 최적으로 조정했을 때의 이야기이며, 일반적인 순위가 아닙니다.
    """,
    en="""
    The first {shown} steps on (x² + {kappa}y²)/2 from one start, each method at its best constant settings.
    The steep y direction keeps the learning rate of gradient descent small, so it crawls along x: the
    distance shrinks by a factor of {plain} per step. Momentum gathers speed along x. It swings more at
    first, but in the long run shrinks the distance by {heavy} per step. The number of steps grows with the
    condition number for gradient descent and with its square root for momentum. That holds for quadratics
    with optimal tuning; it is not a ranking in general.
    """,
)

_DESCRIPTION = Both(
    ko="""
    위의 두 지도는 가로로 길쭉한 타원 등고선이고, 두 경로는 ({start})에서 출발합니다. 경사 하강법은 y
    방향으로 지그재그를 그리며 {shown}스텝 뒤에 x = {plain_end}에 있습니다. 모멘텀은 y 방향으로
    {heavy_swing}까지 더 크게 흔들리지만 빠르게 나아가 {shown}스텝 뒤에는 최솟값에서 {heavy_end} 떨어져
    있습니다. 아래 왼쪽(좁은 화면에서는 위) 그래프는 최솟값까지의 거리를 로그 눈금으로 {steps}스텝까지 그린
    것으로, 둘 다 결국 이론의 점선과 나란한 직선이 됩니다. {half}스텝 뒤의 거리는 경사 하강법이
    {plain_distance}, 모멘텀이 {heavy_distance}입니다. 아래 오른쪽 그래프는 거리를 10분의 1로 줄이는 데 드는
    스텝 수를 조건수에 대해 그린 것입니다. 두 축이 모두 로그 눈금이며, 모멘텀의 직선은 기울기가 절반입니다.
    조건수가 {small}이면 경사 하강법은 {plain_steps}스텝, 모멘텀은 {heavy_steps}스텝이 듭니다.
    """,
    en="""
    The two maps at the top have long elliptic contour lines, and both paths start at ({start}). Gradient
    descent zigzags in y and is at x = {plain_end} after {shown} steps. Momentum swings more widely in y, up
    to {heavy_swing}, but advances fast: after {shown} steps it is {heavy_end} away from the minimum. The
    graph at the lower left (above on narrow screens) shows the distance from the minimum on a logarithmic
    scale over {steps} steps; in the end both curves run parallel to the dotted lines of the theory. After
    {half} steps the distance is {plain_distance} for gradient descent and {heavy_distance} for momentum.
    The other graph shows how many steps it takes to shrink the distance to a tenth, against the condition
    number, both on logarithmic scales; the line of momentum is half as steep. At a condition number of
    {small} gradient descent takes {plain_steps} steps and momentum {heavy_steps}.
    """,
)
