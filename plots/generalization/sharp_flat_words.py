"""What the figure of sharp and flat minima says, in both languages, from its computed state."""

from __future__ import annotations

from plots.generalization.connections import SIZES
from plots.generalization.sharpness import SharpnessState
from plots.spec import Both, Lang
from plots.wording import number, percent, prose

TITLES = (
    Both("옮겨진 테스트 손실", "A shifted test loss"),
    Both("같은 길이의 스텝", "Steps of equal length"),
    Both("가중치에 비례한 스텝", "Steps scaled to weights"),
)
KEYS = {
    "train": Both("학습 손실", "training loss"),
    "test": Both("테스트 손실", "test loss"),
    "network": Both("신경망", "network"),
    "twin": Both("같은 함수인 쌍둥이", "twin, same function"),
}
MINIMA = (Both("날카로움", "sharp"), Both("평평함", "flat"))


def steps(state: SharpnessState, kind: str, lang: Lang) -> tuple[str, str]:
    """Return the label of the horizontal axis and the step at its right end."""
    if kind == "plain":
        return Both("스텝의 길이", "length of the step").of(lang), number(state.length, 1)
    return Both("가중치 길이에 대한 비율", "share of the weights' length").of(lang), number(state.reach, 1)


def _facts(state: SharpnessState) -> dict[str, str]:
    sharp, flat = state.rise
    return {
        "sharp": f"{sharp:.2f}",
        "flat": f"{flat:.2f}",
        "factor": number(state.factor, 1),
        "sizes": "-".join(str(size) for size in SIZES),
        "accuracy": percent(state.accuracy),
        "directions": str(state.directions),
        "examples": str(state.examples),
        "length": number(state.length, 1),
        "reach": number(state.reach, 1),
        "base": f"{state.plain[0][state.middle]:.3f}",
        "network": f"{state.plain[0][-1]:.2f}",
        "twin": f"{state.plain[1][-1]:.2f}",
        "both": f"{state.filtered[0][-1]:.2f}",
    }


def alt(state: SharpnessState, lang: Lang) -> str:
    """Return one sentence in place of the picture."""
    return prose(_ALT.of(lang), **_facts(state))


def caption(state: SharpnessState, lang: Lang) -> str:
    """Return what stands under the picture."""
    return prose(_CAPTION.of(lang), **_facts(state))


def description(state: SharpnessState, lang: Lang) -> str:
    """Return the long description."""
    return prose(_DESCRIPTION.of(lang), **_facts(state))


_ALT = Both(
    ko="""
    손실이 옆으로 조금 옮겨지면 날카로운 최솟값에서는 {sharp}까지, 평평한 최솟값에서는 {flat}까지 커지지만,
    같은 함수를 계산하는 두 신경망도 스텝을 재는 방법에 따라 날카로움이 달라 보입니다.
    """,
    en="""
    A sideways shift raises the loss to {sharp} at a sharp minimum and to {flat} at a flat one, but two
    networks that compute the same function look differently sharp, depending on how steps are measured.
    """,
)

_CAPTION = Both(
    ko="""
    왼쪽(만들어 낸 예): 테스트 손실이 학습 손실을 옆으로 옮긴 모양이라면, 학습 손실이 0인 두 최솟값 가운데
    날카로운 쪽에서 더 커집니다({sharp}, 평평한 쪽은 {flat}). 그러나 날카로움은 파라미터를 쓰는 방식에 따라
    달라집니다. 가운데: 손글씨 숫자를 분류하는 ReLU 신경망({sizes})과, 은닉층으로 들어오는 가중치와 편향을
    {factor}배 하고 나가는 가중치를 {factor}분의 1로 줄인 쌍둥이는 똑같은 함수인데도 쌍둥이가 훨씬 날카로워
    보입니다. 오른쪽: 유닛마다 가중치의 길이에 맞추어 스텝을 정하면 차이가 사라집니다. 곡선은 무작위 방향
    {directions}개의 평균입니다.
    """,
    en="""
    Left, a made-up example: if the test loss is the training loss moved sideways, it grows more at the
    sharp one of two minima with a training loss of 0 ({sharp}, against {flat} at the flat one). But
    sharpness depends on how the parameters are written. Middle: a ReLU network for handwritten digits
    ({sizes}) and a twin, in which the weights and biases into the hidden layer are multiplied by {factor}
    and the weights out of it divided by {factor}. Both are the same function, yet the twin looks much
    sharper. Right: if the step of every unit is measured against the length of its weights, the difference
    is gone. Curves are means over {directions} random directions.
    """,
)

_DESCRIPTION = Both(
    ko="""
    그래프 세 개의 세로축은 손실입니다. 왼쪽에는 학습 손실의 곡선이 있고, 좁은 골짜기와 넓은 골짜기의 바닥이
    모두 0입니다. 테스트 손실은 같은 곡선을 오른쪽으로 조금 옮긴 것으로, 좁은 골짜기가 있던 자리에서는
    {sharp}, 넓은 골짜기가 있던 자리에서는 {flat}입니다. 가운데와 오른쪽 그래프의 가로축은 학습한 가중치에서
    무작위 방향으로 움직인 스텝이고, 스텝이 0이면 두 신경망의 손실이 모두 {base}입니다. 이 신경망의 테스트
    정확도는 {accuracy}이고 손실은 학습 샘플 {examples}개로 쟀습니다. 길이 {length}의 같은 스텝에서 원래
    신경망의 손실은 {network}, 쌍둥이의 손실은 {twin}입니다. 가중치 길이의 {reach}배인 스텝에서는 두 곡선이
    완전히 겹치고 손실은 {both}입니다.
    """,
    en="""
    Three graphs have the loss on the vertical axis. The left one shows a training loss with a narrow and a
    wide valley, both with a floor of 0. The test loss is the same curve moved a little to the right; it is
    {sharp} where the narrow valley was lowest and {flat} where the wide one was. The other two graphs show
    the loss over a step from trained weights in a random direction; without a step both networks have a
    loss of {base}, measured on {examples} training examples, and a test accuracy of {accuracy}. For the
    same step of length {length} the loss of the network is {network} and that of its twin {twin}. For a
    step of {reach} times the length of the weights the two curves coincide at {both}.
    """,
)
