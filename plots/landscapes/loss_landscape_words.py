"""What the figure of the loss landscape says, in both languages, from its computed state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plots.spec import Both, Lang
from plots.wording import number, percent, prose, significant

if TYPE_CHECKING:
    from plots.landscapes.plane import LandscapeState

SURFACE = Both("손실 곡면", "Loss landscape")
MAP = Both("같은 곡면의 등고선", "The same as a contour map")
HEIGHT = Both(
    r"높이 = 학습 손실 $L(\theta^{\ast} + \alpha d_1 + \beta d_2)$",
    r"height = training loss $L(\theta^{\ast} + \alpha d_1 + \beta d_2)$",
)
COLOUR = Both("색과 등고선 = 손실 (로그 눈금)", "colour and lines = loss (log scale)")
ALPHA = Both(r"방향 $d_1$의 이동량 $\alpha$", r"distance $\alpha$ along $d_1$")
BETA = Both(r"방향 $d_2$의 이동량 $\beta$", r"distance $\beta$ along $d_2$")


def _layers(state: LandscapeState) -> str:
    return "-".join(str(size) for size in state.sizes)


def key(state: LandscapeState, lang: Lang) -> tuple[str, ...]:
    """Return the lines of the key: the trained network's loss, its size, its accuracy."""
    loss, test = significant(state.trained_loss, 2), percent(state.plane.test_accuracy)
    layers, star = _layers(state), r"$\theta^{\ast}$"
    return (
        Both(f"학습된 해 {star}: 손실 {loss}", f"trained solution {star}: loss {loss}").of(lang),
        Both(
            f"{layers} 다층 퍼셉트론, 파라미터 {state.parameters:,}개",
            f"{layers} perceptron, {state.parameters:,} parameters",
        ).of(lang),
        Both(f"손글씨 숫자 분류, 테스트 정확도 {test}", f"handwritten digits, test accuracy {test}").of(lang),
    )


def alt(state: LandscapeState, lang: Lang) -> str:
    """Return one sentence in place of the picture."""
    return prose(
        _ALT.of(lang),
        low=significant(state.trained_loss, 2),
        high=number(state.plane.loss.max(), 0),
    )


def caption(state: LandscapeState, lang: Lang) -> str:
    """Return what stands under the picture."""
    return prose(
        _CAPTION.of(lang),
        layers=_layers(state),
        parameters=f"{state.parameters:,}",
        side=str(len(state.plane.steps)),
        minima=_minima(state.minima, lang),
    )


def _minima(count: int, lang: Lang) -> str:
    english = "one local minimum" if count == 1 else f"{count} local minima"
    return Both(f"{count}개", english).of(lang)


def description(state: LandscapeState, lang: Lang) -> str:
    """Return the long description."""
    plane = state.plane
    row, column = divmod(int(plane.loss.argmin()), len(plane.steps))
    corners = plane.loss[[0, 0, -1, -1], [0, -1, 0, -1]]
    return prose(
        _DESCRIPTION.of(lang),
        examples=f"{state.examples:,}",
        trained=significant(state.trained_loss, 2),
        lowest=significant(float(plane.loss.min()), 2),
        alpha=number(plane.steps[column], 2),
        beta=number(plane.steps[row], 2),
        corners=", ".join(number(loss, 1) for loss in corners.tolist()),
        edge=number(plane.steps[-1], 1),
        length=percent(float(plane.norm.mean())),
        cosine=number(plane.cosine, 2),
        train=percent(plane.train_accuracy),
        test=percent(plane.test_accuracy),
    )


_ALT = Both(
    ko="""
    학습된 작은 신경망 둘레의 손실 곡면을 입체 곡면과 등고선으로 그린 그림으로, 가운데의 해에서 {low}인
    손실이 사방으로 매끄럽게 커져 한쪽 모서리에서 {high}에 이르는 그릇 모양입니다.
    """,
    en="""
    The loss landscape around a small trained network, as a surface and as a contour map: a smooth bowl that
    rises from a loss of {low} at the solution in the middle to {high} at one corner.
    """,
)

_CAPTION = Both(
    ko="""
    손글씨 숫자를 분류하도록 학습한 신경망({layers}, 파라미터 {parameters}개)의 학습 손실을, 학습된 해 θ*를
    지나는 평면 위에서 계산한 것입니다. 평면의 두 방향 d₁, d₂는 무작위로 뽑은 뒤 유닛마다 그 가중치와 길이가
    같도록 맞췄습니다(필터 정규화, filter normalization). {side} × {side} 격자에서 지역 최솟값은
    {minima}입니다. 다만 {parameters}차원 공간의 2차원 단면일 뿐이므로, 다른 곳에 지역 최솟값이나 안장점이
    없다는 증거는 아닙니다.
    """,
    en="""
    Training loss of a network that classifies handwritten digits ({layers}, {parameters} parameters),
    measured on a plane through its trained solution θ*. The plane's directions d₁ and d₂ are random, with
    each unit's part scaled to the length of that unit's weights (filter normalization). The {side} × {side}
    grid has {minima}. This is a two-dimensional slice of a space of {parameters} dimensions: it does not
    prove that there are no local minima or saddle points elsewhere.
    """,
)

_DESCRIPTION = Both(
    ko="""
    왼쪽(좁은 화면에서는 위쪽)은 높이가 손실에 비례하는 곡면이고, 오른쪽(아래쪽)은 같은 값을 위에서 본
    등고선입니다. 손실은 학습 데이터 {examples}개의 평균 교차 엔트로피이며 가중치 감쇠 항은 넣지 않았습니다.
    가로축 α와 세로축 β는 −{edge}부터 {edge}까지이고, {edge}만큼 움직이면 파라미터 벡터 길이의 {length}만큼
    멀어집니다. 두 방향이 이루는 각의 코사인은 {cosine}로 거의 직교합니다. 가운데 별은 학습된 해로 손실이
    {trained}이고, 격자에서 가장 낮은 값은 바로 옆 (α, β) = ({alpha}, {beta})의 {lowest}입니다. 등고선은 β
    방향으로 길쭉한 달걀꼴이며, 네 모서리 (−1, −1), (1, −1), (−1, 1), (1, 1)의 손실은 차례로
    {corners}입니다. 이 신경망의 정확도는 학습 데이터에서 {train}, 테스트 데이터에서 {test}입니다.
    """,
    en="""
    On the left (above, on narrow screens) is a surface whose height is proportional to the loss; on the
    right (below) are the same values from above, as contour lines. The loss is the mean cross-entropy over
    the {examples} training examples, without the weight-decay term. Both axes, α and β, run from −{edge} to
    {edge}; a distance of {edge} is {length} of the length of the whole parameter vector. The cosine of the
    angle between the two directions is {cosine}: they are almost orthogonal. The star in the middle is the
    trained solution, with a loss of {trained}; the lowest point of the grid, {lowest}, is right beside it
    at (α, β) = ({alpha}, {beta}). The contour lines are egg-shaped, longer along β, and the corners (−1,
    −1), (1, −1), (−1, 1), (1, 1) have a loss of {corners}, in this order. The network classifies {train} of
    the training examples and {test} of the test examples correctly.
    """,
)
