"""What the figure of the paths between solutions says, in both languages, from its computed state."""

from __future__ import annotations

from plots.generalization.connections import BEND_EPOCHS, PLANS, SIZES, ConnectionsState
from plots.spec import Both, Lang
from plots.wording import number, percent, prose

TITLES = (
    Both("두 해를 지나는 평면의 학습 손실", "Training loss on a plane"),
    Both("두 경로를 따라 본 학습 손실", "Training loss on both paths"),
    Both("초기값에서 A까지의 직선", "Straight from the start to A"),
)
KEYS = {
    "solution": Both("학습한 해 A, B", "solutions A, B"),
    "bend": Both("곡선의 가운데", "middle of the curve"),
    "line": Both("직선", "straight line"),
    "curve": Both("학습한 곡선", "trained curve"),
}
LOSS = Both("학습 손실", "training loss")
START = Both("초기값", "start")


def _facts(state: ConnectionsState) -> dict[str, str]:
    found = state.found
    peak = int(found.line[0].argmax())
    middle = len(state.places) // 2
    return {
        "sizes": "-".join(str(size) for size in SIZES),
        "parameters": f"{state.parameters:,}",
        "epochs": str(PLANS[0].epochs),
        "bend_epochs": str(BEND_EPOCHS),
        "first": f"{found.line[0][0]:.3f}",
        "second": f"{found.line[0][-1]:.3f}",
        "peak": f"{found.line[0][peak]:.2f}",
        "peak_accuracy": percent(float(found.line[2].min())),
        "first_accuracy": percent(float(found.line[2][0])),
        "second_accuracy": percent(float(found.line[2][-1])),
        "curve_peak": f"{found.curve[0].max():.3f}",
        "curve_middle": f"{found.curve[0][middle]:.3f}",
        "curve_accuracy": percent(float(found.curve[2].min())),
        "start": f"{found.way[0][0]:.2f}",
        "distance": number(state.distance, 1),
        "steepest": f"{found.plane.max():.1f}",
    }


def alt(state: ConnectionsState, lang: Lang) -> str:
    """Return one sentence in place of the picture."""
    return prose(_ALT.of(lang), **_facts(state))


def caption(state: ConnectionsState, lang: Lang) -> str:
    """Return what stands under the picture."""
    return prose(_CAPTION.of(lang), **_facts(state))


def description(state: ConnectionsState, lang: Lang) -> str:
    """Return the long description."""
    return prose(_DESCRIPTION.of(lang), **_facts(state))


_ALT = Both(
    ko="""
    따로 학습한 두 해 사이의 직선에서는 학습 손실이 {peak}까지 솟지만, 학습한 곡선에서는 가장 커도
    {curve_peak}이고, 초기값에서 한 해로 가는 직선에서는 줄어들기만 합니다.
    """,
    en="""
    On the straight line between two separately trained solutions the training loss rises to {peak}; along a
    trained curve it never exceeds {curve_peak}, and on the line from the start to a solution it only falls.
    """,
)

_CAPTION = Both(
    ko="""
    손글씨 숫자를 분류하는 신경망({sizes}, 파라미터 {parameters}개)을 서로 다른 초기값에서 {epochs}에폭씩
    학습한 해 A와 B입니다. 둘 사이의 직선에는 손실 {peak}의 언덕이 있지만, 가운데 점을 {bend_epochs}에폭 더
    학습한 2차 베지어 곡선은 골짜기를 따라 돌아갑니다. 두 해는 은닉 유닛의 순서부터 다르므로 직선 위에서는
    서로 상관없는 유닛이 섞입니다. 오른쪽 아래는 A의 초기값에서 A까지의 직선으로, 손실이 한 번도 커지지
    않습니다. 그림은 작은 신경망 하나와 평면 하나의 예입니다.
    """,
    en="""
    A and B are solutions of one network for handwritten digits ({sizes}, {parameters} parameters), trained
    for {epochs} epochs from different starts. A ridge with a loss of {peak} lies on the straight line
    between them, but a quadratic Bezier curve whose middle was trained for another {bend_epochs} epochs
    goes round it through the valley. Each solution has its hidden units in an order of its own, so the line
    mixes units that have nothing to do with each other. Bottom right: on the line from the start of A to A
    the loss never rises. One small network and one plane are shown.
    """,
)

_DESCRIPTION = Both(
    ko="""
    큰 그림은 두 해 A와 B, 그리고 곡선의 가운데를 지나는 평면에서 학습 손실을 등고선과 음영으로 나타낸
    것입니다. 손실이 클수록 음영이 바탕색에서 멀어지며 가장 큰 값은 {steepest}입니다. A는 왼쪽, B는 오른쪽에
    있고 손실은 {first}, {second}입니다. 둘 사이의 거리는 원점에서 A까지 거리의 {distance}배입니다. 아래쪽
    가운데에서 손실이 큰 언덕이 올라와 A와 B 사이의 직선을 가로막습니다. 곡선은 위쪽의 넓고 낮은 골짜기를
    지나 A와 B를 잇습니다. 오른쪽 위의 그래프에서 직선 위의 손실은 {peak}까지 올라가고 테스트 정확도는
    {first_accuracy}와 {second_accuracy} 사이에서 {peak_accuracy}까지 떨어집니다. 곡선 위의 손실은 양 끝에서
    가장 크고({curve_peak}) 가운데에서 {curve_middle}이며, 테스트 정확도는 {curve_accuracy} 아래로 내려가지
    않습니다. 오른쪽 아래의 그래프에서는 손실이 초기값의 {start}에서 A의 {first}까지 줄어들기만 합니다.
    """,
    en="""
    The large picture shows the training loss on the plane through the two solutions A and B and the middle
    of the curve; in shaded bands; the farther a shade is from the page's color, the higher the loss, up to
    {steepest}. A is on the left and B on the right, with losses of {first} and {second}; they are
    {distance} times as far apart as A is from the origin. From the middle of the lower edge a ridge of high
    loss comes up and blocks the straight line between A and B. The curve joins them through a wide low
    valley above. In the upper graph on the right the loss on the line rises to {peak}, and test accuracy
    drops to {peak_accuracy} from {first_accuracy} and {second_accuracy} at the ends. On the curve the loss
    is largest at the ends ({curve_peak}) and {curve_middle} in the middle, and test accuracy never falls
    below {curve_accuracy}. In the lower graph the loss only falls, from {start} at the start to {first} at
    A.
    """,
)
