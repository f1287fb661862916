"""What the figure of dropout says, in both languages, from its computed state."""

from __future__ import annotations

from plots.networks.subnetworks import DropoutState
from plots.spec import Both, Lang
from plots.wording import number, percent, prose

SCORE = Both("출력 점수", "score")
STAYS = Both("넓이 = 유닛의 출력", "area = output of the unit")
DROPPED = Both("꺼진 유닛", "dropped unit")
TEST = Both("테스트의 점수", "score at test time")
SHOWN = Both("위의 네 부분 신경망", "the four drawn above")
MEAN = Both("부분 신경망들의 평균", "mean of the sub-networks")


def titles(state: DropoutState) -> tuple[Both, Both, Both]:
    """Return the headings of the three parts."""
    rate, count = number(state.rate, 2), len(state.masks)
    return (
        Both("테스트", "Test"),
        Both(f"학습: 스텝마다 새로 뽑음 (p = {rate})", f"Training: drawn anew each step (p = {rate})"),
        Both(f"부분 신경망 {count}개 전부의 점수", f"The scores of all {count} sub-networks"),
    )


def head(state: DropoutState, index: int) -> Both:
    """Return what stands over one of the five networks."""
    if index == 0:
        return Both("모든 유닛", "all units")
    kept, count = int(state.masks[state.shown[index - 1]].sum()), state.masks.shape[1]
    return Both(f"{count}개 중 {kept}개", f"{kept} of {count} units")


def score(value: float) -> Both:
    """Return the foot line of a network."""
    text = number(value, 2)
    return Both(f"점수 {text}", f"score {text}")


def panel(state: DropoutState, name: str) -> Both:
    """Return the heading of a histogram."""
    if name == "scaled":
        mean = number(state.scores.mean(), 2)
        return Both(f"1 − p로 나눔: 평균 {mean}", f"divided by 1 − p: mean {mean}")
    mean = number(state.unscaled.mean(), 2)
    return Both(f"나누지 않음: 평균 {mean}", f"not divided: mean {mean}")


def _facts(state: DropoutState, lang: Lang) -> dict[str, str]:
    kept = [int(state.masks[row].sum()) for row in state.shown]
    joint = Both(", ", " and ").of(lang)
    return {
        "units": str(state.masks.shape[1]),
        "count": str(len(state.masks)),
        "rate": number(state.rate, 2),
        "factor": number(1.0 / (1.0 - state.rate), 2),
        "share": percent(1.0 - state.rate),
        "test": number(state.network.score, 2),
        "mean": number(state.scores.mean(), 2),
        "plain": number(state.unscaled.mean(), 2),
        "low": number(state.scores.min(), 2),
        "high": number(state.scores.max(), 2),
        "kept": ", ".join(map(str, kept[:-1])) + f"{joint}{kept[-1]}",
        "shown": ", ".join(number(float(state.scores[row]), 2) for row in state.shown),
        "drawn": str(len(state.shown)),
        "geometric": number(state.geometric, 4),
        "arithmetic": number(state.arithmetic, 4),
    }


def alt(state: DropoutState, lang: Lang) -> str:
    """Return one sentence in place of the picture."""
    return prose(_ALT.of(lang), **_facts(state, lang))


def caption(state: DropoutState, lang: Lang) -> str:
    """Return what stands under the picture."""
    return prose(_CAPTION.of(lang), **_facts(state, lang))


def description(state: DropoutState, lang: Lang) -> str:
    """Return the long description."""
    return prose(_DESCRIPTION.of(lang), **_facts(state, lang))


_ALT = Both(
    ko="""
    은닉 유닛 {units}개인 신경망과 드롭아웃이 뽑은 부분 신경망 {drawn}개의 그림, 그리고 부분 신경망
    {count}개의 점수 분포로, 출력을 1 − p로 나누면 점수의 평균 {mean}이 테스트의 점수와 같습니다.
    """,
    en="""
    A network of {units} hidden units, {drawn} sub-networks that dropout draws from it, and the scores of
    all {count}: divided by 1 − p, their mean {mean} is the score at test time.
    """,
)

_CAPTION = Both(
    ko="""
    은닉층 하나인 작은 신경망에 같은 입력을 넣은 것입니다. 학습할 때는 유닛마다 확률 p = {rate}로 끄고,
    살아남은 출력을 1 − p로 나누어 {factor}배로 키웁니다(원의 넓이). 그러면 가능한 부분 신경망 {count}개의
    점수를 모두 평균한 값이 아무것도 끄지 않은 테스트의 점수 {test}과 정확히 같습니다. 나누지 않으면 평균이
    {share}로 줄어, 테스트할 때 가중치에 1 − p를 곱해야 합니다.
    """,
    en="""
    A small network with one hidden layer, always with the same input. In training every unit is dropped
    with probability p = {rate}, and what stays is divided by 1 − p, which makes it {factor} times as large
    (the area of the disks). The mean score of all {count} possible sub-networks is then exactly the score
    at test time, when nothing is dropped: {test}. Without the division the mean falls to {share} of it, and
    the weights would have to be multiplied by 1 − p at test time.
    """,
)

_DESCRIPTION = Both(
    ko="""
    왼쪽의 신경망은 입력 셋, 은닉 유닛 {units}개, 출력 하나로 되어 있고 모든 유닛이 켜져 있으며 점수는
    {test}입니다. 옆의 네 신경망에서는 은닉 유닛이 각각 {kept}개만 남아 있고, 꺼진 유닛은 연결과 함께
    사라집니다. 남은 유닛의 원은 {factor}배 넓고, 점수는 차례로 {shown}입니다. 아래의 두 막대그래프는 가능한
    부분 신경망 {count}개의 점수를 모두 센 것입니다. 1 − p로 나누면 점수는 {low}부터 {high}까지 퍼지지만
    평균은 {mean}이어서 테스트의 점수를 나타내는 세로선과 만납니다. 이 퍼짐이 규제 효과를 내는 잡음입니다.
    나누지 않으면 평균이 {plain}이어서 세로선에 미치지 못합니다. 점수에 시그모이드를 씌워 확률로 보면, 부분
    신경망들의 확률을 기하 평균해 정규화한 값은 {geometric}이고 전체 신경망의 확률과 같으며, 산술 평균은
    {arithmetic}입니다.
    """,
    en="""
    The network on the left has three inputs, {units} hidden units and one output; all of its units are on,
    and its score is {test}. In the four beside it {kept} of the hidden units are left; dropped units vanish
    together with their connections. The disks of the others have {factor} times the area, and the scores
    are {shown}. The two histograms below count the scores of all {count} possible sub-networks. With the
    division by 1 − p they reach from {low} to {high}, but their mean is {mean}, at the line that marks the
    score at test time; the spread is the noise that regularizes. Without it the mean is {plain} and falls
    short of the line. If a sigmoid turns the scores into probabilities, the normalized geometric mean of
    those of the sub-networks is {geometric}, the same as that of the whole network, and the arithmetic mean
    is {arithmetic}.
    """,
)
