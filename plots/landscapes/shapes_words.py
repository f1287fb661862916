"""What the figure of minimum, saddle point and plateau says, from its computed state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plots.spec import Both, Lang
from plots.wording import number, prose, significant

if TYPE_CHECKING:
    from plots.landscapes.shapes import Shape, ShapesState

NAMES = {
    "minimum": Both("최솟값", "Minimum"),
    "saddle": Both("안장점", "Saddle point"),
    "plateau": Both("고원", "Plateau"),
}
KINDS = (Both("최솟값", "minima"), Both("안장점", "saddle points"), Both("최댓값", "maxima"))
SHARES = Both("차원이 늘수록 드물어지는 최솟값", "The more dimensions, the rarer the minima")


def curvature(shape: Shape, lang: Lang) -> str:
    """Return the curvatures in the middle of a surface."""
    low, high = (number(value, 2) for value in shape.curvatures)
    return Both(f"두 곡률 {low}, {high}", f"curvatures {low}, {high}").of(lang)


def draws(state: ShapesState, lang: Lang) -> str:
    """Return what the bars are shares of."""
    return Both(
        f"무작위 대칭 행렬 {state.draws:,}개를 헤세 행렬로 볼 때",
        f"shares of {state.draws:,} random symmetric Hessians",
    ).of(lang)


def _share(share: float) -> str:
    return f"{significant(100 * share, 2)}%"


def minima(share: float, lang: Lang) -> str:
    """Return the label of a bar."""
    return Both(f"최솟값 {_share(share)}", f"minima {_share(share)}").of(lang)


def alt(state: ShapesState, lang: Lang) -> str:
    """Return one sentence in place of the picture."""
    return prose(
        _ALT.of(lang),
        first=_share(float(state.shares[0, 0])),
        last=_share(float(state.shares[-1, 0])),
        dimension=str(state.dimensions[-1]),
    )


def caption(state: ShapesState, lang: Lang) -> str:
    """Return what stands under the picture."""
    plateau = state.shapes[-1]
    return prose(
        _CAPTION.of(lang),
        slope=significant(plateau.slope, 1),
        draws=f"{state.draws:,}",
        dimension=str(state.dimensions[-1]),
        last=_share(float(state.shares[-1, 0])),
    )


def description(state: ShapesState, lang: Lang) -> str:
    """Return the long description."""
    rows = ", ".join(
        f"p = {dimension}: {', '.join(_share(float(share)) if share else '0%' for share in row)}"
        for dimension, row in zip(state.dimensions, state.shares, strict=True)
    )
    minimum, saddle, plateau = state.shapes
    return prose(
        _DESCRIPTION.of(lang),
        minimum=", ".join(number(v, 2) for v in minimum.curvatures),
        saddle=", ".join(number(v, 2) for v in saddle.curvatures),
        plateau=", ".join(number(v, 2) for v in plateau.curvatures),
        slope=significant(plateau.slope, 1),
        rows=rows,
    )


_ALT = Both(
    ko="""
    기울기가 0이거나 거의 0인 세 곳인 최솟값, 안장점, 고원을 곡면과 지도로 그린 그림과, 무작위 헤세 행렬이
    최솟값일 비율이 1차원의 {first}에서 {dimension}차원의 {last}로 줄어드는 막대그래프입니다.
    """,
    en="""
    A minimum, a saddle point and a plateau as surfaces and maps, and a bar chart in which the share of
    minima among random Hessians falls from {first} in one dimension to {last} in {dimension}.
    """,
)

_CAPTION = Both(
    ko="""
    점은 기울기가 0인 곳이고(고원에서는 거의 0, 크기 {slope}), 화살표는 내리막 방향과 기울기의 크기입니다.
    최솟값에서는 모든 방향이 오르막이지만, 안장점에는 곡률이 음수인 방향, 곧 빠져나갈 내리막이 있습니다.
    고원에서는 화살표가 거의 사라집니다. 막대는 무작위 대칭 행렬 {draws}개에서 고윳값이 모두 양수(최솟값),
    모두 음수(최댓값), 섞인 것(안장점)의 비율입니다. p = {dimension}이면 최솟값은 {last}뿐입니다. 실제
    신경망의 헤세 행렬은 이런 무작위 행렬이 아니지만, 같은 경향이 관찰되었습니다.
    """,
    en="""
    The dots are points of zero gradient (on the plateau it is almost zero, {slope}); arrows point downhill
    and are as long as the gradient. From a minimum every direction leads up. A saddle point has a direction
    of negative curvature, a way down. On the plateau the arrows all but vanish. The bars show which share
    of {draws} random symmetric matrices has only positive eigenvalues (minimum), only negative ones
    (maximum) or both (saddle point): for p = {dimension}, only {last} are minima. The Hessian of a real
    network is not such a matrix, but the same tendency has been observed.
    """,
)

_DESCRIPTION = Both(
    ko="""
    세 열에 곡면과 그것을 위에서 본 등고선 지도가 있습니다(좁은 화면에서는 세 줄). 최솟값은 그릇 모양이고
    가운데의 두 곡률은 {minimum}이며, 화살표는 모두 가운데를 향합니다. 안장점은 한 방향으로는 오르막, 다른
    방향으로는 내리막인 말안장 모양이고 곡률은 {saddle}입니다. 화살표는 왼쪽과 오른쪽에서 가운데로 모였다가
    위아래로 빠져나갑니다. 고원은 두 비탈 사이의 평평한 단이고 곡률은 {plateau}, 기울기의 크기는
    {slope}이며, 화살표는 양쪽 비탈에서만 보입니다. 아래의 막대그래프는 차원 p마다 최솟값, 안장점, 최댓값의
    비율을 이 순서로 보여 줍니다. {rows}입니다.
    """,
    en="""
    Each of three columns (rows on narrow screens) has a surface and the same from above as a contour map.
    The minimum is a bowl with curvatures {minimum} in the middle; all arrows point there. The saddle point
    has the shape of a saddle, up in one direction and down in the other, with curvatures {saddle}: arrows
    come to the middle from the left and right and leave it upwards and downwards. The plateau is a flat
    terrace between two slopes, with curvatures {plateau} and a gradient of {slope}; arrows are only to be
    seen on the slopes. The bar chart below gives, for each dimension p, the shares of minima, saddle points
    and maxima, in this order: {rows}.
    """,
)
