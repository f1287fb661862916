"""What the figure of the penalties says, in both languages, from its computed state."""

from __future__ import annotations

from plots.generalization.penalties import Penalized, PenaltiesState
from plots.spec import Both, Lang
from plots.wording import number, prose

TITLES = {
    "l1": Both("L1: 마름모", "L1: a diamond"),
    "l2": Both("L2: 원", "L2: a circle"),
}
PATHS = {
    "l1": Both("L1의 가중치 경로", "L1: weights by strength"),
    "l2": Both("L2의 가중치 경로", "L2: weights by strength"),
}
KEYS = (
    Both("벌점이 없을 때의 최소점", "minimum without a penalty"),
    Both("벌점을 준 최소점", "minimum with the penalty"),
    Both(r"$\lambda$가 커질 때의 경로", r"its path as $\lambda$ grows"),
    Both("그 점을 지나는 손실의 등고선", "contour of the loss there"),
    Both("벌점이 같거나 더 작은 영역", "penalty as large or smaller"),
)
STRENGTH = Both(r"벌점의 세기 $\lambda$ (로그 눈금)", r"strength $\lambda$ (log scale)")
OTHERS = r"$w_3, \ldots, w_8$"


def shown(state: PenaltiesState) -> str:
    """Return the label of the marked strength."""
    return rf"$\lambda = {state.shown:g}$"


def zeros(side: Penalized, lang: Lang) -> str:
    """Return how many weights are gone at the marked strength."""
    count = len(side.shown)
    return Both(f"정확히 0: {count}개 중 {side.zeros}개", f"exactly 0: {side.zeros} of {count}").of(lang)


def _point(side: Penalized) -> str:
    return ", ".join(number(value, 2) for value in side.point)


def _facts(state: PenaltiesState) -> dict[str, str]:
    first, second = state.sides
    return {
        "best": ", ".join(number(value, 2) for value in state.plane.best),
        "l1": _point(first),
        "l2": _point(second),
        "strength": number(state.strength, 2),
        "shown": number(state.shown, 2),
        "n": str(state.examples),
        "count": str(len(state.true)),
        "real": str(int((state.true != 0).sum())),
        "idle": str(int((state.true == 0).sum())),
        "true1": number(state.true[0], 1),
        "true2": number(state.true[1], 1),
        "zeros1": str(first.zeros),
        "zeros2": str(second.zeros),
        "kept1": number(first.shown[0], 2),
        "kept2": number(first.shown[1], 2),
        "gone": number(state.gone, 2),
        "end": number(state.strengths[-1], 0),
        "left1": number(second.paths[-1, 0], 2),
        "left2": number(second.paths[-1, 1], 2),
    }


def alt(state: PenaltiesState, lang: Lang) -> str:
    """Return one sentence in place of the picture."""
    return prose(_ALT.of(lang), **_facts(state))


def caption(state: PenaltiesState, lang: Lang) -> str:
    """Return what stands under the picture."""
    return prose(_CAPTION.of(lang), **_facts(state))


def description(state: PenaltiesState, lang: Lang) -> str:
    """Return the long description."""
    return prose(_DESCRIPTION.of(lang), **_facts(state))


_ALT = Both(
    ko="""
    손실의 등고선이 L1의 마름모에는 축 위의 꼭짓점 ({l1})에서, L2의 원에는 축에서 떨어진 점 ({l2})에서 닿고,
    λ = {shown}일 때 가중치 {count}개 가운데 정확히 0인 것은 L1에서 {zeros1}개, L2에서 {zeros2}개입니다.
    """,
    en="""
    Contours of the loss touch the L1 diamond at a corner on an axis ({l1}) and the L2 circle off the axes
    ({l2}); of {count} weights, at λ = {shown}, L1 sets {zeros1} to exactly zero and L2 sets {zeros2}.
    """,
)

_CAPTION = Both(
    ko="""
    위: 가중치가 둘인 이차 손실에 세기 λ = {strength}의 벌점을 더했을 때의 최소점입니다. 손실의 등고선이
    벌점이 같은 마름모나 원에 처음 닿는 곳이며, 마름모에서는 꼭짓점이 되기 쉽습니다. λ가 커지면 L1의 해는
    먼저 w₁ = 0에 이른 뒤 축을 따라 움직이고, L2의 해는 굽은 길을 따라 원점에 다가갑니다. 아래: 특성
    {count}개 가운데 {real}개만 실제로 쓰이는 선형 회귀(샘플 {n}개)의 가중치입니다. L1은 하나씩 정확히 0으로
    만들고, L2는 모두 함께 줄일 뿐 0으로 만들지는 않습니다. 정확히 0인 개수는 점선으로 표시한 λ =
    {shown}에서 세었습니다.
    """,
    en="""
    Top: the minimum of a quadratic loss of two weights plus a penalty of strength λ = {strength}. It lies
    where a contour of the loss first touches the diamond or circle of equal penalty; on a diamond that is
    easily a corner. As λ grows, the L1 solution first reaches w₁ = 0 and then follows the axis, while the
    L2 solution bends towards the origin. Bottom: the weights of a linear regression ({n} examples) in which
    only {real} of {count} features matter. L1 sets them to exactly zero one after another; L2 shrinks them
    together and sets none to zero. The zeros are counted at λ = {shown}, the dotted line.
    """,
)

_DESCRIPTION = Both(
    ko="""
    네 그래프 가운데 위의 둘은 가로축이 w₁, 세로축이 w₂인 평면입니다. 벌점이 없을 때 손실의 최소점은
    ({best})이고, 비스듬한 타원 등고선이 이를 둘러싸고 있습니다. 왼쪽에서는 원점을 중심으로 한 마름모의 위쪽
    꼭짓점 ({l1})에 등고선이 닿습니다. 오른쪽에서는 원에 ({l2})에서 닿으며 두 좌표 모두 0이 아닙니다. 아래의
    두 그래프는 가로축이 로그 눈금의 세기 λ, 세로축이 가중치 {count}개의 값입니다. 참값은 w₁ = {true1}, w₂ =
    {true2}이고 나머지 {idle}개는 0입니다. λ = {shown}에서 L1은 {zeros1}개를 정확히 0으로 만들고 w₁ =
    {kept1}, w₂ = {kept2}만 남기지만, 남은 둘도 참값보다 작습니다. λ가 {gone} 이상이면 모두 0입니다. L2는 λ
    = {end}에서도 w₁ = {left1}, w₂ = {left2}이고 정확히 0인 가중치가 없습니다.
    """,
    en="""
    There are four graphs. The upper two show the plane of w₁ (horizontal) and w₂ (vertical). The loss alone
    is smallest at ({best}), surrounded by slanted elliptical contours. On the left a contour touches the
    upper corner ({l1}) of a diamond centered on the origin; on the right one touches a circle at ({l2}),
    where neither coordinate is zero. The lower two graphs show {count} weights over the strength λ on a
    logarithmic axis. Their true values are w₁ = {true1} and w₂ = {true2}; the other {idle} are zero. At λ =
    {shown} L1 has set {zeros1} to exactly zero and keeps w₁ = {kept1} and w₂ = {kept2}, both smaller than
    the true values; from λ = {gone} on, all are zero. L2 still has w₁ = {left1} and w₂ = {left2} at λ =
    {end}, and no weight is exactly zero.
    """,
)
