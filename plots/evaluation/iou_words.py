"""What the figure of overlapping disks says, in both languages, from its computed state."""

from __future__ import annotations

from plots.evaluation.detector import Counts
from plots.evaluation.overlap import OverlapState
from plots.spec import Both, Lang
from plots.wording import number, percent, prose

AREAS = (Both("정답", "truth"), Both("예측", "prediction"), Both("교집합", "intersection"))
SCORES = {
    "accuracy": Both("픽셀 정확도", "accuracy"),
    "f1": Both("F1", "F1"),
    "iou": Both("IoU", "IoU"),
}
ACROSS = Both("어긋난 거리 (지름의 배수)", "shift, in diameters")


def shift(value: float, lang: Lang) -> str:
    """Return the heading of a picture."""
    return Both(f"지름의 {percent(value)}", f"shift {number(value, 2)}").of(lang)


def _scores(one: Counts) -> tuple[str, str, str]:
    return f"{one.iou:.2f}", f"{one.f1:.2f}", f"{one.accuracy:.2f}"


def _facts(state: OverlapState) -> dict[str, str]:
    first, second, third = state.examples
    last = state.counts[-1]
    facts = {
        "share": percent(round(state.share, 2)),
        "apart": percent(last.accuracy),
        "side": str(state.side),
    }
    for name, one, at in zip("abc", (first, second, third), state.shown, strict=True):
        iou, f1, accuracy = _scores(one)
        facts |= {f"{name}_iou": iou, f"{name}_f1": f1, f"{name}_accuracy": accuracy}
        facts[f"{name}_at"] = number(at, 2)
    return facts


def alt(state: OverlapState, lang: Lang) -> str:
    """Return one sentence in place of the picture."""
    return prose(_ALT.of(lang), **_facts(state))


def caption(state: OverlapState, lang: Lang) -> str:
    """Return what stands under the picture."""
    return prose(_CAPTION.of(lang), **_facts(state))


def description(state: OverlapState, lang: Lang) -> str:
    """Return the long description."""
    return prose(_DESCRIPTION.of(lang), **_facts(state))


_ALT = Both(
    ko="""
    예측한 원이 정답에서 지름의 {c_at}배만큼 어긋나면 IoU는 {c_iou}이고 F1은 {c_f1}인데, 배경이 대부분인
    이미지라 픽셀 정확도는 {c_accuracy}입니다.
    """,
    en="""
    When a predicted disk is off by {c_at} of its diameter, IoU is {c_iou} and F1 {c_f1}, while pixel
    accuracy is still {c_accuracy}, because most of the image is background.
    """,
)

_CAPTION = Both(
    ko="""
    정답과 크기가 같은 원을 옆으로 어긋나게 예측했을 때의 점수입니다. IoU는 교집합을 합집합으로 나눈
    값입니다. F1(다이스 계수)은 늘 IoU보다 크거나 같지만 함께 오르내립니다. 원은 이미지의 {share}만
    차지하므로, 두 원이 아예 겹치지 않아도 픽셀 정확도는 {apart}입니다.
    """,
    en="""
    Scores of a disk predicted in the right size but moved sideways. IoU is the intersection divided by the
    union. F1 (the Dice coefficient) is never below IoU and rises and falls with it. The disk covers only
    {share} of the image, so pixel accuracy is {apart} even when the disks do not overlap at all.
    """,
)

_DESCRIPTION = Both(
    ko="""
    한 변이 {side}픽셀인 이미지 세 장에 정답인 원(실선)과 예측한 원(파선)이 있고 겹치는 부분이 칠해져
    있습니다. 지름의 {a_at}배만큼 어긋나면 IoU는 {a_iou}, F1은 {a_f1}, 픽셀 정확도는 {a_accuracy}입니다.
    {b_at}배에서는 차례로 {b_iou}, {b_f1}, {b_accuracy}이고, {c_at}배에서는 {c_iou}, {c_f1},
    {c_accuracy}입니다. 그래프의 가로축은 어긋난 거리, 세로축은 점수입니다. 세 곡선 모두 1에서 출발합니다.
    IoU는 처음에 가장 가파르게 떨어지고 F1은 그보다 완만하며, 둘 다 두 원이 떨어지는 곳에서 0이 됩니다. 픽셀
    정확도는 {apart} 아래로 내려가지 않습니다.
    """,
    en="""
    Three images of {side} by {side} pixels show the true disk (solid), the predicted one (dashed) and their
    overlap (filled). For a shift of {a_at} diameters IoU is {a_iou}, F1 {a_f1} and pixel accuracy
    {a_accuracy}; for {b_at} they are {b_iou}, {b_f1} and {b_accuracy}, for {c_at} {c_iou}, {c_f1} and
    {c_accuracy}. A graph shows the three scores over the shift. All start at 1. IoU falls most steeply at
    first and F1 more gently; both reach 0 where the disks part. Pixel accuracy never falls below {apart}.
    """,
)
