"""What the graph of backpropagation says, in both languages, from its computed state."""

from __future__ import annotations

from plots.networks.backpropagation import GraphState
from plots.spec import Both, Lang
from plots.wording import number, prose

FORWARD = Both("순전파: 값", "forward: values")
BACKWARD = Both("역전파: 기울기", "backward: gradients")


def exact(value: float) -> str:
    """Return a value with four decimals and a real minus sign."""
    return f"{value:.4f}".replace("-", "\N{MINUS SIGN}")


def plain(value: float) -> str:
    """Return one of the given numbers."""
    return number(value, 2)


def by(name: str) -> str:
    """Return the derivative of the loss by `name` as mathematics."""
    return rf"\partial L/\partial {name}"


def values(state: GraphState) -> dict[str, str]:
    """Return the label of the value on each edge, as mathematics."""
    v = state.values
    return {
        "u": f"$u = {plain(v.u)}$",
        "z": f"$z = {plain(v.z)}$",
        "p": f"$p = {exact(v.p)}$",
        "loss": f"$L = {exact(v.loss)}$",
    }


def given(state: GraphState) -> dict[str, str]:
    """Return the labels of the boxes that the graph starts from."""
    i = state.inputs
    return {
        "w": f"$w = {plain(i.w)}$",
        "x": f"$x = {plain(i.x)}$",
        "b": f"$b = {plain(i.b)}$",
        "y": f"$y = {plain(i.y)}$",
    }


def gradients(state: GraphState) -> dict[str, str]:
    """Return the gradient by each quantity, without dollar signs."""
    g = state.gradients
    return {
        "loss": "1",
        "p": exact(g.p),
        "z": exact(g.z),
        "u": exact(g.u),
        "w": exact(g.w),
        "b": exact(g.b),
        "x": exact(g.x),
    }


def equations(state: GraphState, frame: int) -> tuple[str, ...]:
    """Return what is computed in a frame, a line each, as mathematics."""
    i, v, g = state.inputs, state.values, state.gradients
    times = r"\times"
    lines = (
        (
            rf"u = w\,x = {plain(i.w)} {times} {plain(i.x)} = {plain(v.u)}",
            rf"z = u + b = {plain(v.u)} + ({plain(i.b)}) = {plain(v.z)}",
            rf"p = \sigma(z) = 1\,/\,(1 + e^{{-z}}) = {exact(v.p)}",
            rf"L = (p - y)^2/2 = {exact(v.loss)}",
        ),
        (
            rf"{by('L')} = 1",
            rf"{by('p')} = p - y = {exact(v.p)} - {plain(i.y)} = {exact(g.p)}",
        ),
        (
            rf"\partial p/\partial z = p\,(1 - p) = {exact(v.p)} {times} {exact(1 - v.p)} = {exact(g.slope)}",
            rf"{by('z')} = {by('p')} \cdot \partial p/\partial z",
            rf"\qquad\quad\;\, = {exact(g.p)} {times} {exact(g.slope)} = {exact(g.z)}",
        ),
        (
            rf"{by('w')} = {by('z')} \cdot x = {exact(g.z)} {times} {plain(i.x)} = {exact(g.w)}",
            rf"{by('b')} = {by('z')} \cdot 1 = {exact(g.b)}",
            rf"{by('x')} = {by('z')} \cdot w = {exact(g.z)} {times} {plain(i.w)} = {exact(g.x)}",
        ),
    )
    return tuple(f"${line}$" for line in lines[frame])


def facts(state: GraphState) -> dict[str, str]:
    """Return the numbers for the texts, each with its Korean particle under the name `…_obj` as well."""
    i, v, g = state.inputs, state.values, state.gradients
    found = {
        "x": plain(i.x),
        "y": plain(i.y),
        "w": plain(i.w),
        "b": plain(i.b),
        "u": plain(v.u),
        "z": plain(v.z),
        "p": exact(v.p),
        "rest": exact(1 - v.p),
        "loss": exact(v.loss),
        "dp": exact(g.p),
        "slope": exact(g.slope),
        "dz": exact(g.z),
        "dw": exact(g.w),
        "db": exact(g.b),
        "dx": exact(g.x),
    }
    particles = {f"{name}_obj": f"{text}{_object(text)}" for name, text in found.items()}
    return found | particles


def _object(text: str) -> str:
    """Return the particle of the object after a number, by how its last digit is read."""
    return "을" if text[-1] in "013678" else "를"


def alt(state: GraphState, lang: Lang) -> str:
    """Return one sentence in place of the picture."""
    return prose(_ALT.of(lang), **facts(state))


def caption(state: GraphState, lang: Lang) -> str:
    """Return what stands under the picture."""
    return prose(_CAPTION.of(lang), **facts(state))


def description(state: GraphState, lang: Lang) -> str:
    """Return the long description."""
    return prose(_DESCRIPTION.of(lang), **facts(state))


_ALT = Both(
    ko="""
    시그모이드 뉴런 하나의 계산 그래프로, 순전파는 입력에서 손실 {loss}까지 값을 계산하고 역전파는 손실에서
    가중치의 기울기 {dw}까지 거슬러 갑니다.
    """,
    en="""
    Computational graph of one sigmoid neuron: the forward pass computes values up to the loss {loss}, the
    backward pass goes back from there to the weight's gradient {dw}.
    """,
)

_CAPTION = Both(
    ko="""
    뉴런 하나 p = σ(wx + b)와 손실 L = (p − y)²/2의 계산 그래프이며 x = {x}, y = {y}, w = {w}, b =
    {b}입니다. 연산마다 자기 출력에 대한 기울기를 받아 자기의 국소 미분을 곱해서 입력 쪽으로 넘깁니다. 국소
    미분에 필요한 값(p, x, w)은 순전파에서 저장해 둔 것입니다.
    """,
    en="""
    The computational graph of one neuron, p = σ(wx + b), with the loss L = (p − y)²/2, for x = {x}, y =
    {y}, w = {w} and b = {b}. Every operation receives the gradient for its output, multiplies it by its own
    local derivative and passes the product on to its inputs. The values which that takes (p, x, w) were
    kept by the forward pass.
    """,
)

_DESCRIPTION = Both(
    ko="""
    왼쪽에서 오른쪽으로(좁은 화면에서는 위에서 아래로) 연산 네 개가 이어집니다. 가중치 w와 입력 x를 곱해 u =
    {u}, 여기에 편향 b를 더해 z = {z}, 시그모이드를 지나 p = {p}, 마지막으로 목표값 y와 비교해 손실 L =
    {loss_obj} 얻습니다. 실선 화살표가 이 순전파입니다. 파선 화살표는 반대 방향의 역전파입니다. 손실을 자기
    자신으로 미분한 1에서 출발해, p에 대한 기울기는 p − y = {dp}입니다. 여기에 시그모이드의 국소 미분 p(1 −
    p) = {p} × {rest} = {slope_obj} 곱한 {dz} 값이 z에 대한 기울기입니다. 덧셈은 기울기를 그대로 나누어
    주므로 u와 b에 대한 기울기도 {db}입니다. 곱셈은 상대편 값을 곱하므로 w에 대한 기울기는 x를 곱한 {dw},
    x에 대한 기울기는 w를 곱한 {dx}입니다. 목표값 y는 상수여서 기울기를 구하지 않습니다.
    """,
    en="""
    Four operations follow one another from left to right (from top to bottom on a narrow screen). The
    weight w times the input x gives u = {u}, adding the bias b gives z = {z}, the sigmoid gives p = {p},
    and the comparison with the target y gives the loss L = {loss}. Solid arrows are this forward pass.
    Dashed arrows are the backward pass in the opposite direction. It starts from 1, the derivative of the
    loss by itself; the gradient for p is p − y = {dp}. Multiplied by the sigmoid's local derivative, p(1 −
    p) = {p} × {rest} = {slope}, it becomes the gradient for z, {dz}. A sum hands the gradient on unchanged,
    so that for u and b it is {db} as well. A product multiplies by the other factor: the gradient for w is
    that times x, {dw}, and for x that times w, {dx}. The target y is a constant and needs no gradient.
    """,
)
