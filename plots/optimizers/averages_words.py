"""What the figure of the moving averages says, from its computed state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plots.spec import Both, Lang
from plots.wording import number, prose, significant

if TYPE_CHECKING:
    from plots.optimizers.averages import AverageState

TITLES = (
    Both("0에서 시작한 이동 평균", "Moving averages that start at zero"),
    Both("Adam의 첫 보폭", "The first steps of Adam"),
    Both("좌표마다의 평균 보폭", "Mean step in each coordinate"),
)
NOTES = (
    Both(r"기울기가 일정할 때, 학습률 $\eta$의 몇 배인가", r"constant gradient; in units of $\eta$"),
    Both("기울기의 크기만 다른 세 좌표", "three coordinates, gradients of unequal size"),
)
KEYS = (
    Both("잡음 섞인 기울기", "noisy gradients"),
    Both("보정하지 않은 평균", "average, uncorrected"),
    Both(r"$1 - \beta^t$로 나눈 평균", r"divided by $1 - \beta^t$"),
)
METHODS = {
    "sgd": Both("SGD", "SGD"),
    "adagrad": Both("AdaGrad", "AdaGrad"),
    "rmsprop": Both("RMSprop", "RMSprop"),
    "adam": Both("Adam", "Adam"),
}
FIRST = {
    "adam": Both("Adam", "Adam"),
    "uncorrected": Both("보정하지 않은 Adam", "Adam, uncorrected"),
    "rmsprop": Both("RMSprop", "RMSprop"),
}
FIRST_AT = {
    "adam": (2600.0, 0.45, "right"),
    "uncorrected": (60.0, 6.6, "left"),
    "rmsprop": (1.25, 0.45, "left"),
}
STEP = Both("스텝 $t$", "step $t$")
STEP_LOG = Both("스텝 $t$ (로그 눈금)", "step $t$ (log scale)")
LENGTH = Both(r"보폭 ÷ $\eta$ (로그 눈금)", r"step length ÷ $\eta$ (log scale)")


def times(scale: float) -> str:
    """Return the label of a coordinate."""
    return f"× {number(scale, 2)}"


def _betas(state: AverageState) -> str:
    return ", ".join(f"{one.beta:g}" for one in state.averages)


def alt(state: AverageState, lang: Lang) -> str:
    """Return one sentence in place of the picture."""
    last = state.averages[-1]
    return prose(
        _ALT.of(lang),
        betas=_betas(state),
        steps=str(state.steps),
        beta=f"{last.beta:g}",
        plain=number(last.plain[-1], 2),
        mean=number(state.mean, 1),
    )


def caption(state: AverageState, lang: Lang) -> str:
    """Return what stands under the picture."""
    at, length = state.longest
    sgd = state.moves[0].lengths
    return prose(
        _CAPTION.of(lang),
        mean=number(state.mean, 1),
        first=significant(float(state.first("uncorrected")[0]), 2),
        at=str(at),
        length=significant(length, 2),
        ratio=f"{float(significant(float(sgd.max() / sgd.min()), 2)):,.0f}",
        beta1=number(state.beta1, 3),
        beta2=number(state.beta2, 4),
        alpha=number(state.alpha, 3),
        steps=str(state.steps),
    )


def description(state: AverageState, lang: Lang) -> str:
    """Return the long description."""
    ends = ", ".join(
        Both(
            f"β = {one.beta:g}이면 {number(one.plain[-1], 2)}",
            f"β = {one.beta:g}: {number(one.plain[-1], 2)}",
        ).of(lang)
        for one in state.averages
    )
    moves = "; ".join(
        f"{METHODS[steps.method].of(lang)} {', '.join(significant(float(v), 2) for v in steps.lengths)}"
        for steps in state.moves
    )
    at, length = state.longest
    return prose(
        _DESCRIPTION.of(lang),
        betas=_betas(state),
        steps=str(state.steps),
        mean=number(state.mean, 1),
        ends=ends,
        first=significant(float(state.first("uncorrected")[0]), 2),
        at=str(at),
        length=significant(length, 2),
        thousand=significant(float(state.first("uncorrected")[999]), 3),
        rmsprop=significant(float(state.first("rmsprop")[0]), 2),
        scales=", ".join(number(scale, 2) for scale in state.scales),
        moves=moves,
    )


_ALT = Both(
    ko="""
    같은 잡음 섞인 기울기의 이동 평균을 β = {betas}로 구한 그래프로, 0에서 시작한 평균은 β = {beta}일 때
    {steps}스텝 뒤에도 {plain}에 그치지만 편향 보정한 평균은 처음부터 참값 {mean} 근처에 있습니다.
    """,
    en="""
    Moving averages of one noisy gradient series for β = {betas}: started at zero, the average for β =
    {beta} is still at {plain} after {steps} steps, while the bias-corrected one is near the true mean
    {mean} from the start.
    """,
)

_CAPTION = Both(
    ko="""
    위는 참값이 {mean}인 같은 기울기 {steps}개의 이동 평균입니다. 0에서 시작하므로 β가 클수록 오래 작게
    나오고, 편향 보정은 이를 1 − βᵗ으로 나누어 바로잡습니다. 보정이 없으면 Adam(β₁ = {beta1}, β₂ =
    {beta2})의 분모가 분자보다 더 작아져 보폭이 첫 스텝에 학습률의 {first}배, {at}번째 스텝에 {length}배가
    됩니다. RMSprop(감쇠율 {alpha})도 보정하지 않습니다. 오른쪽 아래(좁은 화면에서는 맨 아래)의 SGD는
    기울기가 큰 좌표에서 {ratio}배 멀리 가지만, 나머지 방법은 좌표마다 보폭이 같습니다.
    """,
    en="""
    Above: moving averages of the same {steps} gradients, whose true mean is {mean}. They start at zero, so
    they are too small for a time that grows with β; bias correction divides by 1 − βᵗ. Without it the
    denominator of Adam (β₁ = {beta1}, β₂ = {beta2}) is too small by more than the numerator: its first step
    is {first} times the learning rate, step {at} even {length} times. RMSprop (decay {alpha}) is not
    corrected either. At the lower right (at the bottom on narrow screens), SGD goes {ratio} times as far in
    the coordinate with the large gradients; the other methods step equally far in all three.
    """,
)

_DESCRIPTION = Both(
    ko="""
    위의 세 그래프는 β = {betas}이고, 가로축은 스텝 0부터 {steps}까지입니다. 회색 점은 기울기, 점선은 그
    참평균 {mean}입니다. 파선인 보정하지 않은 평균은 0에서 올라오며, {steps}스텝 뒤의 값은 {ends}입니다.
    실선인 보정한 평균은 처음에는 흔들리지만 곧 {mean} 근처에 머뭅니다. 아래 첫 그래프는 기울기가 일정할
    때의 보폭을 학습률로 나눈 것입니다. 보정한 Adam은 늘 1입니다. 보정하지 않으면 {first}에서 시작해
    {at}번째 스텝에서 {length}까지 커지고, 1,000번째 스텝에도 {thousand}입니다. RMSprop은 {rmsprop}에서
    시작해 1로 내려옵니다. 마지막 그래프에는 기울기를 {scales}배 한 세 좌표가 있고, 평균 보폭을 학습률로
    나눈 값은 이 순서로 이렇습니다. {moves}.
    """,
    en="""
    The three graphs at the top are for β = {betas}, over steps 0 to {steps}. Gray dots are the gradients, a
    dotted line their true mean {mean}. The dashed, uncorrected average rises from zero; after {steps} steps
    it has reached these values: {ends}. The solid, corrected one varies at first and soon stays near
    {mean}. The first graph below shows the length of the steps for a constant gradient, divided by the
    learning rate. Corrected Adam is always at 1. Uncorrected, it starts at {first}, grows to {length} at
    step {at} and is still at {thousand} at step 1,000. RMSprop starts at {rmsprop} and comes down to 1. The
    last graph has three coordinates, whose gradients are multiplied by {scales}. The mean steps, divided by
    the learning rate, are, in this order: {moves}.
    """,
)
