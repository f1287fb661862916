"""What the figure of feature scaling says, from its computed state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plots.spec import Both, Lang, Layout
from plots.wording import number, percent, prose

if TYPE_CHECKING:
    from plots.optimizers.scaling import Scaled, ScalingState

METHODS = {
    "measured": Both("측정값 그대로", "As measured"),
    "min-max": Both("최소-최대 스케일링", "Min-max scaling"),
    "standardized": Both("표준화", "Standardization"),
}
ROWS: dict[Layout, tuple[Both, Both]] = {
    "wide": (
        Both("데이터 (두 축의 눈금 간격이 같음)", "data (both axes to the same scale)"),
        Both("가중치에 대한 손실과 경로", "loss over the weights, and the path"),
    ),
    "narrow": (Both("데이터", "data"), Both("손실과 경로", "loss and path")),
}
FIRST = Both("방 개수", "rooms")
SECOND = Both("면적", "area")
ZOOM = Both("시작점 확대", "start enlarged")


def condition(value: float) -> str:
    """Return a condition number: with a decimal if it is small."""
    return number(value, 1 if value < 100 else 0)


def fact(way: Scaled, lang: Lang) -> str:
    """Return what a panel says of the condition number and the steps needed."""
    kappa = rf"$\kappa = {condition(way.condition)}$"
    steps = f"{way.needed:,}"
    return Both(f"조건수 {kappa}, {steps}스텝", f"condition {kappa}, {steps} steps").of(lang)


def alt(state: ScalingState, lang: Lang) -> str:
    """Return one sentence in place of the picture."""
    raw, _, standard = state.ways
    return prose(_ALT.of(lang), raw=f"{raw.needed:,}", standard=str(standard.needed), steps=str(state.steps))


def caption(state: ScalingState, lang: Lang) -> str:
    """Return what stands under the picture."""
    raw, minmax, standard = state.ways
    return prose(
        _CAPTION.of(lang),
        examples=str(state.examples),
        rooms=number(state.spreads[0], 1),
        area=number(state.spreads[1], 0),
        share=percent(state.share),
        steps=str(state.steps),
        outlier=f"{state.outlier:,.0f}",
        before=condition(minmax.condition),
        skewed=condition(minmax.skewed),
        standard=condition(standard.skewed),
        offset=condition(state.offset),
        raw=f"{raw.needed:,}",
    )


def description(state: ScalingState, lang: Lang) -> str:
    """Return the long description."""
    raw, minmax, standard = state.ways
    return prose(
        _DESCRIPTION.of(lang),
        raw=condition(raw.condition),
        raw_steps=f"{raw.needed:,}",
        minmax=condition(minmax.condition),
        minmax_steps=str(minmax.needed),
        standard=condition(standard.condition),
        standard_steps=str(standard.needed),
        first=number(raw.best[0], 1),
        second=number(raw.best[1], 1),
        swing=number(raw.path[1, 1], 1),
        reached=number(raw.path[-1, 0], 1),
        share=percent(state.share),
        steps=str(state.steps),
        standard_first=number(standard.best[0], 1),
        standard_second=number(standard.best[1], 1),
    )


_ALT = Both(
    ko="""
    같은 데이터를 측정값 그대로, 최소-최대 스케일링, 표준화한 뒤 경사 하강법을 {steps}스텝 실행한 그림으로,
    그대로 두면 손실의 등고선이 좁은 골짜기라 {raw}스텝이 필요하지만 표준화하면 거의 원이라
    {standard}스텝이면 됩니다.
    """,
    en="""
    Gradient descent on the same data as measured, min-max scaled and standardized: as measured the loss is
    a narrow valley that takes {raw} steps, standardized its contour lines are almost circles and {standard}
    steps are enough.
    """,
)

_CAPTION = Both(
    ko="""
    집 {examples}채의 방 개수(표준편차 {rooms})와 면적({area})으로 가격을 맞히는 선형 회귀입니다. 점은
    평균을 뺀 특성, 등고선은 두 가중치에 대한 손실이고(편향은 늘 최적값), 경로는 각각 가장 좋은 일정한
    학습률로 {steps}스텝 움직인 것입니다. 스텝 수는 두 가중치의 오차가 {share} 안에 들 때까지입니다. 두
    방법의 차이는 이상치에서 납니다. 면적이 {outlier}인 집 하나를 더하면 조건수가 최소-최대 스케일링에서는
    {before}에서 {skewed}로 커지고, 표준화에서는 {standard}입니다. 최소-최대 스케일링만 하고 평균을 빼지
    않은 채 편향 없이 맞추면 조건수는 {offset}입니다.
    """,
    en="""
    Linear regression of the price of {examples} homes on rooms (standard deviation {rooms}) and area
    ({area}). The dots are the features minus their means, the contour lines the loss over the two weights
    (with the bias always at its best); each path takes {steps} steps at the best constant learning rate.
    The number of steps is counted until both weights are within {share}. Outliers tell the two methods
    apart: one more home, with an area of {outlier}, raises the condition number from {before} to {skewed}
    for min-max scaling, and for standardization it is {standard}. With min-max scaling but neither
    centering nor a bias it would be {offset}.
    """,
)

_DESCRIPTION = Both(
    ko="""
    세 열은 특성을 다루는 방법이고(좁은 화면에서는 세 줄), 각각 데이터의 산점도와 가중치 평면의 등고선이
    있습니다. 측정값 그대로이면 점들이 면적 방향의 가는 띠를 이룹니다. 등고선은 방 개수의 가중치 방향으로
    길게 누운 거의 평행한 선이고 조건수는 {raw}입니다. 경로는 (0, 0)에서 출발해 면적의 가중치가 {swing}와 0
    사이를 오가며, {steps}스텝 뒤에도 방 개수의 가중치는 {reached}까지만 갑니다(최적값은 {first}, {second}).
    오차가 {share} 안에 들려면 {raw_steps}스텝이 필요합니다. 최소-최대 스케일링을 하면 점들이 둥글게 퍼지고
    조건수는 {minmax}이며, {minmax_steps}스텝이면 됩니다. 표준화하면 등고선이 거의 원이고 조건수는
    {standard}이며, 경로는 최적값 ({standard_first}, {standard_second})로 곧장 가서 {standard_steps}스텝이면
    됩니다.
    """,
    en="""
    The three columns (rows on narrow screens) are ways to treat the features; each has a scatter plot of
    the data and a contour map over the weights. As measured, the points form a thin band along the area.
    The contour lines are almost parallel, stretched along the weight of the rooms, and the condition number
    is {raw}. From (0, 0) the path swings between {swing} and 0 in the weight of the area, while after
    {steps} steps the weight of the rooms has only come to {reached} (the best values are {first} and
    {second}). It takes {raw_steps} steps to come within {share}. Min-max scaling makes the cloud of points
    round; the condition number is {minmax}, and {minmax_steps} steps are enough. Standardized, the contour
    lines are almost circles, with a condition number of {standard}, and the path goes straight to the best
    values ({standard_first}, {standard_second}): {standard_steps} steps are enough.
    """,
)
