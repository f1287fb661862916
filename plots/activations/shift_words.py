"""What the figure of the bias says, in both languages, from its computed state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plots.spec import Both, Frame, Frames, Lang
from plots.wording import number, percent, prose

if TYPE_CHECKING:
    from plots.activations.shift import Shift, ShiftState

CURVE_TITLE = Both("입력 하나: 임계값", "One input: the threshold")
LINE_TITLE = Both("입력 둘: 결정 경계", "Two inputs: the boundary")
ORIGIN = Both("원점", "origin")
GHOST = Both("편향 없음 ($b = 0$)", "without bias ($b = 0$)")
NOW = Both("편향 $b$", "with bias $b$")
FIRST = Both("클래스 0", "class 0")
SECOND = Both("클래스 1", "class 1")


def curve_formula(state: ShiftState, shift: Shift) -> str:
    """Return the unit of one input as mathematics."""
    return rf"$\sigma({state.weight:g}x {_signed(shift.bias)})$"


def line_formula(shift: Shift) -> str:
    """Return the boundary as mathematics."""
    return rf"$x_1 + x_2 {_signed(shift.bias)} = 0$"


def _signed(bias: float) -> str:
    return f"{'-' if bias < 0 else '+'} {abs(bias):g}"


def right(shift: Shift, lang: Lang) -> str:
    """Return how many points the boundary gets right."""
    share = percent(shift.accuracy)
    return Both(f"정확도 {share}", f"accuracy {share}").of(lang)


def threshold(shift: Shift, lang: Lang) -> str:
    """Return where the output is a half."""
    place = number(shift.threshold, 2)
    return Both(f"임계값 $x$ = {place}", f"threshold $x$ = {place}").of(lang)


def frames(state: ShiftState) -> Frames:
    """Return one frame per bias; the first one shown is that which gets most right."""
    made = tuple(_frame(shift) for shift in state.shifts)
    return Frames(Both("편향 b", "Bias b"), made, state.shifts.index(state.best))


def _frame(shift: Shift) -> Frame:
    facts = {
        "b": number(shift.bias, 1),
        "at": number(shift.threshold, 2),
        "far": number(shift.distance, 2),
        "share": percent(shift.accuracy),
    }
    if shift.bias == 0.0:
        alt = Both(
            "편향이 0이면 임계값이 x = {at}에 있고 결정 경계는 원점을 지나며 점의 {share}를 맞힙니다.",
            "With bias 0 the threshold is at x = {at}, the boundary passes through the origin, and {share} "
            "of the points are right.",
        )
        caption = Both(
            "편향이 0이면 임계값은 x = {at}에 묶이고, 결정 경계는 가중치가 무엇이든 원점을 지납니다. 맞힌 "
            "점은 {share}입니다.",
            "With bias 0 the threshold is tied to x = {at} and the boundary passes through the origin "
            "whatever the weights are. {share} of the points are right.",
        )
    else:
        alt = Both(
            "편향이 {b}이면 임계값이 x = {at}로, 결정 경계가 원점에서 {far}만큼 옮겨 가며 점의 "
            "{share}를 맞힙니다.",
            "With bias {b} the threshold moves to x = {at} and the boundary to a distance of {far} from the "
            "origin, and {share} of the points are right.",
        )
        caption = Both(
            "편향이 {b}이면 임계값은 x = {at}로 옮겨 가고, 결정 경계는 원점에서 {far}만큼 떨어집니다. 맞힌 "
            "점은 {share}입니다.",
            "With bias {b} the threshold moves to x = {at}, and the boundary lies {far} from the origin. "
            "{share} of the points are right.",
        )
    return Frame(
        key=f"b-{'minus-' if shift.bias < 0 else ''}{abs(shift.bias):g}",
        label=Both(f"b = {facts['b']}", f"b = {facts['b']}"),
        alt=Both(prose(alt.ko, **facts), prose(alt.en, **facts)),
        caption=Both(prose(caption.ko, **facts), prose(caption.en, **facts)),
    )


def _facts(state: ShiftState) -> dict[str, str]:
    best, none = state.best, state.shift(0.0)
    return {
        "biases": ", ".join(number(shift.bias, 1) for shift in state.shifts),
        "best": number(best.bias, 1),
        "share": percent(best.accuracy),
        "none": percent(none.accuracy),
        "at": number(best.threshold, 2),
        "far": number(best.distance, 2),
        "w": number(state.weight, 2),
        "w1": number(state.weights[0], 2),
        "points": str(len(state.labels)),
    }


def alt(state: ShiftState, lang: Lang) -> str:
    """Return one sentence in place of the pictures."""
    return prose(_ALT.of(lang), **_facts(state))


def caption(state: ShiftState, lang: Lang) -> str:
    """Return what stands under the pictures."""
    return prose(_CAPTION.of(lang), **_facts(state))


def description(state: ShiftState, lang: Lang) -> str:
    """Return the long description."""
    return prose(_DESCRIPTION.of(lang), **_facts(state))


_ALT = Both(
    ko="""
    편향이 {biases}일 때 시그모이드 유닛의 임계값과 입력이 두 개인 유닛의 결정 경계가 옮겨 가는 그림들로,
    편향이 {best}이면 점의 {share}를, 0이면 {none}를 맞힙니다.
    """,
    en="""
    How a bias of {biases} moves the threshold of a sigmoid unit and the boundary of a unit with two inputs:
    with {best} it gets {share} of the points right, with 0 it gets {none}.
    """,
)
_CAPTION = Both(
    ko="""
    가중치는 그대로 두고 편향만 바꿉니다. 입력이 하나면 편향은 곡선을 옆으로 밀어 임계값 −b/w를 옮기고,
    입력이 둘이면 결정 경계를 기울기는 그대로 둔 채 평행하게 옮깁니다. 편향이 없으면 경계는 원점을 지날
    수밖에 없어 같은 가중치로는 이 점들의 {none}만 맞히지만, 편향이 {best}이면 {share}를 맞힙니다.
    """,
    en="""
    The weights stay as they are; only the bias changes. With one input it pushes the curve sideways and so
    moves the threshold −b/w. With two it shifts the boundary without turning it. Without a bias the
    boundary has to pass through the origin and, with these weights, gets {none} of the points right; with a
    bias of {best} it gets {share}.
    """,
)
_DESCRIPTION = Both(
    ko="""
    그림마다 그래프가 두 개 있습니다. 첫째는 유닛 하나의 출력 σ({w}x + b)로, 굵은 선이 지금의 편향, 가는
    파선이 편향이 0일 때입니다. 출력이 0.5가 되는 임계값에 동그라미가 있고, 그보다 큰 쪽이 색칠되어
    있습니다. b가 작아지면 곡선은 오른쪽으로, 커지면 왼쪽으로 밀립니다. 둘째는 두 입력의 평면으로, 좌표가
    모두 양수인 점 {points}개가 두 클래스로 나뉘어 있습니다. 가중치는 둘 다 {w1}이고, 굵은 선이 결정 경계 x₁
    + x₂ + b = 0, 가는 파선이 b = 0일 때의 경계입니다. 색칠한 쪽이 클래스 1이라고 답하는 곳입니다. 편향을
    {biases}로 바꾸면 경계는 오른쪽 위에서 왼쪽 아래로 나란히 옮겨 갑니다. b = 0이면 원점을 지나므로 모든
    점이 같은 쪽에 놓여 {none}만 맞고, b = {best}이면 원점에서 {far}만큼 떨어진 선이 두 클래스 사이를 지나
    {share}가 맞습니다.
    """,
    en="""
    Each picture has two graphs. The first shows the output σ({w}x + b) of a unit: the thick line has the
    current bias, the thin dashed one has bias 0, and a circle marks the threshold where the output is 0.5;
    the side above it is shaded. A smaller b pushes the curve to the right, a larger one to the left. The
    second shows the plane of two inputs with {points} points of two classes, all with positive coordinates.
    Both weights are {w1}; the thick line is the boundary x₁ + x₂ + b = 0, the thin dashed one that of b =
    0, and the shaded side is where the answer is class 1. As the bias takes the values {biases}, the
    boundary moves from the upper right to the lower left, always parallel to itself. With b = 0 it passes
    through the origin, all points lie on the same side and {none} are right; with b = {best} it lies {far}
    from the origin, between the classes, and {share} are right.
    """,
)
