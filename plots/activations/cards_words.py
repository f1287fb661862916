"""What the cards of single activation functions say, in both languages, from their computed state."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from plots.activations.cards_facts import FACTS
from plots.spec import Both, Lang
from plots.wording import number, prose

if TYPE_CHECKING:
    from plots.activations.cards import CardState

INPUT = Both("입력 $x$", "input $x$")
FUNCTION = Both("함수 $f$", "function $f$")
DERIVATIVE = Both("도함수 $f'$", "derivative $f'$")


def saturated(state: CardState, lang: Lang) -> str:
    """Return the words of the legend for the shaded part."""
    limit = f"$|f'| < {state.limit:g}$"
    return Both(f"포화: {limit}", f"saturated: {limit}").of(lang)


def rows(state: CardState, lang: Lang) -> tuple[tuple[str, str], ...]:
    """Return the lines of the table: names and values."""
    facts = FACTS[state.id]
    heads = Both("치역|기울기|출력 평균|쓰임", "range|slope|mean output|used for").of(lang).split("|")
    at = number(state.steepest_at, 2)
    top, flat = number(state.steepest, 2), number(state.flattest, 2)
    slope = Both(f"{flat} ~ {top}", f"{flat} to {top}").of(lang)
    if _peaks(state):
        slope += Both(f" ($x = {at}$에서 최대)", f" (largest at $x = {at}$)").of(lang)
    where = Both(r"$x \sim N(0, 1)$일 때 ", r" for $x \sim N(0, 1)$").of(lang)
    mean = number(state.mean, 2)
    values = (
        _range(state),
        slope,
        where + mean if lang == "ko" else mean + where,
        facts.use.of(lang),
    )
    formulas = ("$f(x)$", facts.formula.replace("LEAK", f"{state.leak:g}")), ("$f'(x)$", facts.derivative)
    return (*formulas, *zip(heads, values, strict=True))


def _peaks(state: CardState) -> bool:
    """Whether the derivative has a largest value at one place."""
    return float(state.curve.slope[-1]) < state.steepest - 1e-6 and state.steepest_at < state.curve.x[-1]


def _range(state: CardState) -> str:
    """Return the range; an end that is taken on has a square bracket."""
    low = r"-\infty" if np.isinf(state.low) else number(state.low, 2).replace("\N{MINUS SIGN}", "-")
    high = r"\infty" if np.isinf(state.high) else number(state.high, 2)
    taken = state.id == "activation-relu" or not np.isnan(state.dip_at)
    return rf"${'[' if taken else '('}{low},\, {high})$"


def _facts(state: CardState) -> dict[str, str]:
    curve = state.curve
    return {
        "name": state.name,
        "low": number(state.low, 2),
        "high": number(state.high, 2),
        "top": number(state.steepest, 2),
        "flattest": number(state.flattest, 2),
        "mean": number(state.mean, 2),
        "dip_at": number(state.dip_at, 2),
        "before": number(curve.before, 2),
        "after": number(curve.after, 2),
        "limit": number(state.limit, 3),
        "leak": number(state.leak, 3),
        "usual": number(state.usual_leak, 3),
        "alpha": number(state.elu_alpha, 2),
        "left": number(curve.x[0], 1),
        "right": number(curve.x[-1], 1),
    }


def alt(state: CardState, lang: Lang) -> str:
    """Return one sentence in place of the picture."""
    shape = prose(FACTS[state.id].shape.of(lang), **_facts(state))
    title = FACTS[state.id].title.of(lang)
    return prose(
        Both(
            "활성화 함수 {title}의 그래프(실선)와 도함수(파선)로, 이 함수는 {shape}.",
            "Graph of the activation function {title} (solid) and its derivative (dashed): {shape}.",
        ).of(lang),
        title=title,
        shape=shape,
    )


def caption(state: CardState, lang: Lang) -> str:
    """Return what stands under the picture."""
    facts = _facts(state)
    text = prose(FACTS[state.id].lesson.of(lang), **facts)
    if state.curve.saturated:
        text += " " + prose(_SHADED.of(lang), **facts)
    if state.curve.kink:
        text += " " + _CIRCLES.of(lang)
    return text


def description(state: CardState, lang: Lang) -> str:
    """Return the long description."""
    facts = _facts(state)
    parts = [prose(_AXES.of(lang), **facts), prose(FACTS[state.id].lesson.of(lang), **facts)]
    parts.append(prose(_SLOPES.of(lang), **facts))
    if ends := _ends(state, lang):
        parts.append(ends)
    else:
        parts.append(_NONE.of(lang))
    parts.append(prose(_MEAN.of(lang), **facts))
    return " ".join(parts)


def _ends(state: CardState, lang: Lang) -> str:
    """Return where the function saturates."""
    left = state.curve.x[0]
    said = []
    for start, end in state.curve.saturated:
        edge = number(end if start == left else start, 2)
        below = Both(f"x가 {edge}보다 작으면", f"where x is below {edge}")
        above = Both(f"x가 {edge}보다 크면", f"where x is above {edge}")
        said.append((below if start == left else above).of(lang))
    if not said:
        return ""
    joined = Both(" 또는 ", " or ").of(lang).join(said)
    return Both(f"{joined} 포화합니다.", f"It saturates {joined}.").of(lang)


_SHADED = Both(
    "색칠한 곳은 도함수의 절댓값이 {limit}보다 작은 포화 구간입니다.",
    "Shaded: saturation, where the derivative is below {limit} in absolute value.",
)
_CIRCLES = Both(
    "빈 동그라미는 도함수가 정의되지 않는 점입니다.", "Open circles mark where the derivative is undefined."
)
_AXES = Both(
    "가로축은 {left}부터 {right}까지의 입력 x이고, 오른쪽이나 아래의 표에 식과 특징이 적혀 있습니다.",
    "The horizontal axis is the input x from {left} to {right}; a table beside or below the graph lists "
    "formulas and properties.",
)
_SLOPES = Both(
    "도함수의 값은 가장 작을 때 {flattest}, 가장 클 때 {top}입니다.",
    "The derivative is {flattest} at its smallest and {top} at its largest.",
)
_NONE = Both("포화하는 구간은 없습니다.", "No part of it is saturated.")
_MEAN = Both(
    "표준 정규 분포를 따르는 입력에 대한 출력의 평균은 {mean}입니다.",
    "For standard normal inputs the outputs average {mean}.",
)
