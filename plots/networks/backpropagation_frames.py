"""The four frames of the graph of backpropagation in words, from its computed state."""

from __future__ import annotations

from plots.networks.backpropagation import GraphState
from plots.networks.backpropagation_words import facts
from plots.spec import Both, Frame, Frames
from plots.wording import prose

TITLES = (
    Both("순전파: 값을 계산해 저장", "Forward: compute values and keep them"),
    Both("역전파: 손실에서 출발", "Backward: start from the loss"),
    Both("역전파: 시그모이드를 지남", "Backward: through the sigmoid"),
    Both("역전파: 가중치와 편향까지", "Backward: to weight and bias"),
)
_KEYS = ("forward", "loss", "sigmoid", "weights")


def frames(state: GraphState) -> Frames:
    """Return the four steps."""
    found = facts(state)
    count = len(TITLES)
    made = tuple(
        Frame(
            key=_KEYS[k],
            label=Both(f"{k + 1}/{count} {TITLES[k].ko}", f"{k + 1}/{count} {TITLES[k].en}"),
            alt=_filled(_FRAME_ALTS[k], found),
            caption=_filled(_FRAME_CAPTIONS[k], found),
        )
        for k in range(count)
    )
    return Frames(control=Both("역전파의 단계", "Step of backpropagation"), frames=made, start=count - 1)


def _filled(words: Both, found: dict[str, str]) -> Both:
    return Both(prose(words.ko, **found), prose(words.en, **found))


_FRAME_ALTS = (
    Both(
        ko="""
    계산 그래프에 순전파의 값만 적힌 그림으로, u = {u}, z = {z}, p = {p_obj} 차례로 거쳐 손실 {loss}에
    이릅니다.
    """,
        en="The graph with the values of the forward pass: u = {u}, z = {z}, p = {p} and the loss {loss}.",
    ),
    Both(
        ko="같은 그래프에서 역전파가 손실에서 출발해 p에 대한 기울기 {dp_obj} 구한 그림입니다.",
        en="The same graph with the first step back from the loss: the gradient for p is {dp}.",
    ),
    Both(
        ko="""
    역전파가 시그모이드를 지나며 국소 미분 {slope_obj} 곱해 z에 대한 기울기 {dz_obj} 구한 그림입니다.
    """,
        en="The backward pass has gone through the sigmoid: times {slope}, the gradient for z is {dz}.",
    ),
    Both(
        ko="""
    역전파가 끝까지 가서 w에 대한 기울기 {dw}, b에 대한 기울기 {db}, x에 대한 기울기 {dx_obj} 구한
    그림입니다.
    """,
        en="The backward pass has reached its end: the gradients are {dw} for w, {db} for b and {dx} for x.",
    ),
)

_FRAME_CAPTIONS = (
    Both(
        ko="""
    입력에서 손실까지 값을 차례로 계산합니다. 예측 p({p})는 목표 y = {y}보다 작고 손실은 {loss}입니다.
    """,
        en="""
    Values are computed from the inputs to the loss, one after another. The prediction p = {p} is below the
    target y = {y}, and the loss is {loss}.
    """,
    ),
    Both(
        ko="손실을 p로 미분하면 p − y = {dp}입니다. 음수이므로 p를 키우면 손실이 줄어듭니다.",
        en="The loss differentiated by p is p − y = {dp}. It is negative: a larger p would lower the loss.",
    ),
    Both(
        ko="""
    받은 기울기 {dp}에 시그모이드의 국소 미분 p(1 − p) = {slope_obj} 곱합니다. 국소 미분은 저장해 둔 p만으로
    구합니다.
    """,
        en="""
    The gradient received, {dp}, is multiplied by the sigmoid's local derivative p(1 − p) = {slope}, for
    which the stored p is enough.
    """,
    ),
    Both(
        ko="""
    덧셈은 기울기 {dz_obj} 그대로 넘기고, 곱셈은 상대편 값을 곱해 넘깁니다. w에 대한 기울기는 x를 곱한
    {dw}입니다.
    """,
        en="""
    The sum hands the gradient {dz} on unchanged; the product multiplies it by the other factor, so that w
    receives it times x, {dw}.
    """,
    ),
)
