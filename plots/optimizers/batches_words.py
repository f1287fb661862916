"""What the figure of batch noise says, from its computed state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plots.spec import Both, Lang
from plots.wording import number, prose, significant

if TYPE_CHECKING:
    from plots.optimizers.batches import BatchState, Run

TITLES = (
    (
        Both("기울기의 잡음", "Noise of the gradient"),
        Both("배치마다의 표준편차, 시작점", "standard deviation over batches"),
    ),
    (
        Both("전체 데이터의 손실", "Loss on all data"),
        Both("최솟값을 뺀 값 (로그 눈금)", "minus its minimum (log scale)"),
    ),
)
SIZE = Both("배치 크기 $B$ (로그 눈금)", "batch size $B$ (log scales)")
UPDATE = Both("갱신 횟수", "updates")


def title(run: Run, state: BatchState) -> Both:
    """Return the heading of a map."""
    if run.size == state.examples:
        return Both(f"전체 배치, {run.size}개", f"Full batch, {run.size}")
    return Both(f"배치 크기 {run.size}", f"Batch size {run.size}")


def size(run: Run, state: BatchState) -> Both:
    """Return the name of a run in the key."""
    if run.size == state.examples:
        return Both(f"전체 ($B = {run.size}$)", f"all ($B = {run.size}$)")
    return Both(f"$B = {run.size}$", f"$B = {run.size}$")


def distance(run: Run, state: BatchState, lang: Lang) -> str:
    """Return how far from the minimum a run wanders."""
    value = significant(state.distance(run), 2)
    return Both(f"최솟값과의 거리 {value}", f"{value} from the minimum").of(lang)


def alt(state: BatchState, lang: Lang) -> str:
    """Return one sentence in place of the picture."""
    one, some, all_ = state.runs
    return prose(
        _ALT.of(lang), one=str(one.size), some=str(some.size), all=str(all_.size), updates=str(state.updates)
    )


def caption(state: BatchState, lang: Lang) -> str:
    """Return what stands under the picture."""
    one, some, all_ = state.runs
    return prose(
        _CAPTION.of(lang),
        examples=str(state.examples),
        rate=f"{state.rate:g}",
        updates=str(state.updates),
        settled=str(state.settled),
        one=significant(state.distance(one), 2),
        some=significant(state.distance(some), 2),
        ratio=number(some.size / one.size, 0),
        root=number((some.size / one.size) ** 0.5, 0),
        seen_one=f"{state.updates * one.size:,}",
        seen_some=f"{state.updates * some.size:,}",
        seen_all=f"{state.updates * all_.size:,}",
    )


def description(state: BatchState, lang: Lang) -> str:
    """Return the long description."""
    pairs = zip(state.sizes, state.measured, state.expected, strict=True)
    rows = [(int(b), significant(m, 2), significant(e, 2)) for b, m, e in list(pairs)[::2]]
    template = Both("B = {}이면 {}(이론 {})", "B = {}: {} (theory {})").of(lang)
    one, some, all_ = state.runs
    return prose(
        _DESCRIPTION.of(lang),
        start=", ".join(number(v, 1) for v in one.path[0]),
        best=", ".join(number(v, 2) for v in state.best),
        one=significant(state.distance(one), 2),
        some=significant(state.distance(some), 2),
        all=significant(state.distance(all_), 2),
        rows=", ".join(template.format(*row) for row in rows),
        draws=f"{state.draws:,}",
        first=number(state.excess(one)[0], 1),
        one_loss=significant(state.excess(one)[state.settled :].mean(), 2),
        some_loss=significant(state.excess(some)[state.settled :].mean(), 2),
        all_loss=significant(state.excess(all_)[state.settled :].mean(), 2),
        settled=str(state.settled),
    )


_ALT = Both(
    ko="""
    같은 선형 회귀를 배치 크기 {one}, {some}, {all}(전체)로 {updates}번씩 갱신한 경로로, 배치가 작을수록
    심하게 흔들리며 최솟값 둘레를 맴돌고 전체 배치는 매끄럽게 다가갑니다.
    """,
    en="""
    Paths of {updates} updates on one linear regression with batch sizes {one}, {some} and {all} (all data):
    the smaller the batch, the more a path shakes and wanders about the minimum, while the full batch glides
    into it.
    """,
)

_CAPTION = Both(
    ko="""
    표본 {examples}개로 하는 선형 회귀를 같은 시작점, 같은 학습률({rate})로 {updates}번씩 갱신한 경로입니다.
    미니배치의 기울기는 평균적으로 맞지만 잡음이 있고, 그 표준편차는 배치 크기의 제곱근에 반비례합니다.
    배치가 {ratio}배면 잡음은 {root}분의 1입니다. 그림 위의 거리는 {settled}번 갱신한 뒤 최솟값까지의 제곱
    평균 제곱근입니다. 갱신 횟수는 같지만 비용은 다릅니다. 세 경로가 기울기를 계산한 표본은 {seen_one}개,
    {seen_some}개, {seen_all}개입니다. 방법의 우열을 가리는 비교가 아닙니다.
    """,
    en="""
    Linear regression on {examples} examples from one start, at one learning rate ({rate}), with {updates}
    updates each. The gradient of a mini-batch is right on average but noisy, and its standard deviation
    falls with the root of the batch size: {ratio} times the batch, and the noise is divided by {root}. The
    distance above each map is the root mean square distance from the minimum after {settled} updates. The
    runs have equally many updates at unequal cost: {seen_one}, {seen_some} and {seen_all} gradients of
    single examples. This is not a ranking.
    """,
)

_DESCRIPTION = Both(
    ko="""
    지도 세 개는 가로축이 가중치 w₁, 세로축이 w₂이고 손실의 등고선은 타원입니다. 모든 경로는 ({start})에서
    출발하고, 별로 표시한 최솟값은 ({best})입니다. 배치 크기가 1이면 경로가 톱니처럼 꺾이고 최솟값 둘레에서
    평균 {one}만큼 떨어져 맴돕니다. 16이면 그 거리가 {some}이고, 전체 배치이면 매끄러운 곡선으로 다가가
    {all}입니다. 아래 첫 그래프는 두 축이 모두 로그 눈금이고, 시작점에서 배치를 {draws}번씩 뽑아 잰 기울기의
    표준편차가 이론의 직선 위에 놓입니다. {rows}입니다. 둘째 그래프는 전체 데이터의 손실에서 그 최솟값을 뺀
    값으로(로그 눈금), 모두 {first}에서 출발하고, {settled}번 갱신한 뒤의 평균은 배치 크기 순서대로
    {one_loss}, {some_loss}, {all_loss}입니다.
    """,
    en="""
    The three maps have the weight w₁ on the horizontal and w₂ on the vertical axis; the contour lines of
    the loss are ellipses. All paths start at ({start}); the minimum, marked by a star, is at ({best}). With
    a batch size of 1 the path is jagged and wanders about the minimum at a distance of {one}. With 16 that
    distance is {some}; the full batch approaches on a smooth curve, to {all}. In the first graph below,
    with logarithmic axes, the standard deviation of the gradient, measured at the start over {draws}
    batches of each size, lies on the straight line of the theory: {rows}. The second graph shows, on a
    logarithmic scale, the loss on all data minus its minimum. It starts at {first}; after {settled} updates
    it averages {one_loss}, {some_loss} and {all_loss}, in the order of the batch sizes.
    """,
)
