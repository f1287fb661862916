"""What the figure of the losses says, in both languages, from its computed state."""

from __future__ import annotations

import math

from plots.evaluation.loss_functions import LossesState
from plots.spec import Both, Lang, Variant
from plots.wording import number, prose

NAMES = {
    "squared": Both("제곱 오차", "squared"),
    "absolute": Both("절대 오차", "absolute"),
    "huber": Both("후버", "Huber"),
    "cross-entropy": Both("교차 엔트로피", "cross-entropy"),
}
TITLES = (
    Both("회귀: 손실", "Regression: loss"),
    Both("회귀: 미분값", "Regression: slope"),
    Both("분류: 손실", "Classification: loss"),
    Both("로짓에 대한 미분값", "Slope in the logit"),
)
RESIDUAL = Both(r"잔차 $\hat{y} - y$", r"residual $\hat{y} - y$")
PROBABILITY = Both("정답의 확률 $p$", "$p$ of the true class")


def key(name: str, state: LossesState, lang: Lang) -> str:
    """Return the legend's words for one loss."""
    if name == "huber":
        return rf"{NAMES[name].of(lang)} ($\delta = {state.delta:g}$)"
    return NAMES[name].of(lang)


def _targets(state: LossesState) -> str:
    return ", ".join(number(target, 1) for target in state.targets)


def strip_title(state: LossesState, variant: Variant) -> tuple[str, ...]:
    """Return the heading of the strip, on one line or two."""
    targets = _targets(state)
    whole = Both(
        f"정답 {targets}에|가장 알맞은 상수 예측", f"The best constant prediction|for the targets {targets}"
    ).of(variant.lang)
    return (whole.replace("|", " "),) if variant.layout == "wide" else tuple(whole.split("|"))


def notes(state: LossesState, lang: Lang, *, whole: bool) -> tuple[str, ...]:
    """Return the comparison of the two slopes at the wrong probability, on one line or more."""
    entropy, error = state.slopes
    at = rf"$p = {state.wrong:g}$"
    first = Both(
        f"{at}일 때의 미분값: 교차 엔트로피 {number(entropy, 2)},",
        f"At {at} the slope of cross-entropy is {number(entropy, 2)},",
    ).of(lang)
    second = Both(f"제곱 오차 {number(error, 4)}", f"that of the squared error {number(error, 4)}").of(lang)
    return (f"{first} {second}",) if whole else (first, second)


def _facts(state: LossesState) -> dict[str, str]:
    squared, absolute, huber = state.residual
    entropy, error = state.slopes
    above = int((state.targets < squared.best).sum())
    return {
        "targets": _targets(state),
        "outlier": number(state.targets[-1], 1),
        "count": str(len(state.targets)),
        "above": str(above),
        "mean": number(squared.best, 2),
        "median": number(absolute.best, 2),
        "huber": number(huber.best, 2),
        "delta": number(state.delta, 2),
        "wrong": number(state.wrong, 3),
        "entropy": number(entropy, 2),
        "error": number(error, 4),
        "ratio": number(entropy / error, 0),
        "steepest": number(state.steepest, 2),
        "loss": number(-math.log(state.wrong), 1),
    }


def alt(state: LossesState, lang: Lang) -> str:
    """Return one sentence in place of the picture."""
    return prose(_ALT.of(lang), **_facts(state))


def caption(state: LossesState, lang: Lang) -> str:
    """Return what stands under the picture."""
    return prose(_CAPTION.of(lang), **_facts(state))


def description(state: LossesState, lang: Lang) -> str:
    """Return the long description."""
    return prose(_DESCRIPTION.of(lang), **_facts(state))


_ALT = Both(
    ko="""
    회귀와 분류의 손실과 그 미분값의 그래프로, 이상치가 섞인 정답에 가장 알맞은 상수는 제곱 오차에서 {mean},
    절대 오차에서 {median}이고, p = {wrong}에서 로짓에 대한 미분값은 교차 엔트로피가 제곱 오차의 약
    {ratio}배입니다.
    """,
    en="""
    Losses of regression and classification with their slopes: given targets with an outlier, squared error
    answers {mean} and absolute error {median}; at p = {wrong} cross-entropy has about {ratio} times the
    slope of squared error.
    """,
)

_CAPTION = Both(
    ko="""
    위: 제곱 오차의 미분값은 잔차에 비례해 커지지만 절대 오차의 미분값은 크기가 늘 같고, 후버 손실의
    미분값은 δ = {delta}에서 잘립니다. 가운데: 정답(빈 동그라미) {count}개를 상수 하나로 예측할 때 손실이
    가장 작은 값으로, 제곱 오차는 평균, 절대 오차는 중앙값을 답합니다. 아래: 정답이 1인데 p가 0에 가까우면
    제곱 오차의 미분값은 거의 0이어서 배우지 못하지만, 교차 엔트로피의 미분값 p − 1은 −1에 가깝습니다.
    """,
    en="""
    Top: the slope of squared error grows with the residual, that of absolute error always has the same
    size, and that of Huber's loss is cut off at δ = {delta}. Middle: the constant with the lowest loss for
    {count} targets (open circles); squared error answers with the mean, absolute error with the median.
    Bottom: if the label is 1 and p is near 0, squared error has almost no slope to learn from, while
    cross-entropy has a slope of p − 1, close to −1.
    """,
)

_DESCRIPTION = Both(
    ko="""
    위쪽의 두 그래프는 가로축이 잔차입니다. 제곱 오차는 포물선, 절대 오차는 V자이고, 후버 손실은 |r| =
    {delta}까지 포물선이다가 직선이 됩니다. 미분값은 차례로 원점을 지나는 직선, −1에서 1로 뛰는 계단,
    ±{delta}에서 평평해지는 직선입니다. 가운데의 수직선 세 개에는 정답({targets})이 찍혀 있습니다. 가장
    알맞은 상수는 제곱 오차에서 {mean}, 절대 오차에서 {median}, 후버 손실에서 {huber}입니다. 제곱 오차의
    답은 이상치 {outlier}에 끌려가 정답 {count}개 가운데 {above}개보다 큽니다. 아래쪽의 두 그래프는 가로축이
    정답 1에 준 확률 p입니다. 교차 엔트로피는 p가 0에 다가가면 한없이 커지고(p = {wrong}에서 {loss}) 제곱
    오차는 1을 넘지 않습니다. 로짓에 대한 미분값은 p = {wrong}에서 교차 엔트로피가 {entropy}, 제곱 오차가
    {error}입니다. 제곱 오차의 미분값은 p = {steepest}에서 크기가 가장 크고 양 끝에서 0이 됩니다.
    """,
    en="""
    The upper two graphs have the residual on the horizontal axis. Squared error is a parabola, absolute
    error a V, and Huber's loss a parabola up to |r| = {delta} and straight beyond. Their slopes are a line
    through the origin, a step from −1 to 1, and a line that turns flat at ±{delta}. In the middle, three
    number lines show the targets {targets}. The best constant is {mean} for squared error, {median} for
    absolute error and {huber} for Huber's loss. Pulled by the outlier {outlier}, the answer of squared
    error lies above {above} of the {count} targets. The lower two graphs have the probability p given to a
    label of 1 on the horizontal axis. Cross-entropy grows without bound as p approaches 0 ({loss} at p =
    {wrong}); squared error never exceeds 1. The slope with respect to the logit at p = {wrong} is {entropy}
    for cross-entropy and {error} for squared error. The latter is largest in size at p = {steepest} and
    vanishes at both ends.
    """,
)
