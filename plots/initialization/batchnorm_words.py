"""What the figure of batch normalization says, in both languages, from its computed state."""

from __future__ import annotations

import math

from plots.initialization.batches import DRAWS, MOMENTUM, STEPS, NormState, Running
from plots.spec import Both, Lang
from plots.wording import number, percent, prose

VALUE = Both("활성화 함수에 들어가는 값 $z$", r"pre-activation $z$")
NORMALIZED = Both("정규화한 값", "normalized value")
OUTPUT = Both("같은 샘플의 출력", "output for the same example")
STEP = Both("스텝", "step")
TRUE_MEAN = Both("데이터 전체의 평균", "mean of all data")

Title = tuple[Both, Both]


def unit(index: int) -> Both:
    """Return the name of a unit."""
    return Both(f"유닛 {index + 1}", f"unit {index + 1}")


def size(run: Running) -> Both:
    """Return the name of a batch size."""
    return Both(f"B = {run.batch}", f"B = {run.batch}")


def titles(state: NormState) -> tuple[Title, Title, Title, Title]:
    """Return the heading of each part with the line below it."""
    low, high = state.units[0].before.mean(), state.units[-1].before.mean()
    span = f"{number(low, 2)} ~ {number(high, 2)}"
    return (
        (
            Both("정규화 전", "Before"),
            Both(f"유닛마다 평균 {span}", f"means from {number(low, 2)} to {number(high, 2)}"),
        ),
        (Both("정규화 후", "After"), Both("모두 평균 0, 표준편차 1", "all with mean 0 and std 1")),
        (
            Both("학습 모드: 배치마다 다른 출력", "Training mode: depends on the batch"),
            Both(
                f"파선: 평가 모드, 늘 {number(state.evaluated, 2)}",
                f"dashed: evaluation mode, always {number(state.evaluated, 2)}",
            ),
        ),
        (
            Both("이동 평균 (유닛 1)", "Running mean (unit 1)"),
            Both(
                f"10스텝 뒤에도 초깃값 0의 비중 {percent(state.after_steps(10))}",
                f"after 10 steps the start, 0, still weighs {percent(state.after_steps(10))}",
            ),
        ),
    )


def _facts(state: NormState) -> dict[str, str]:
    stds = [float(unit.before.std()) for unit in state.units]
    small, large = state.running
    return {
        "count": str(len(state.units)),
        "examples": f"{state.examples:,}",
        "draws": f"{DRAWS:,}",
        "small": str(small.batch),
        "large": str(large.batch),
        "low": number(state.units[0].before.mean(), 2),
        "high": number(state.units[-1].before.mean(), 2),
        "narrow": number(min(stds), 2),
        "broad": number(max(stds), 2),
        "value": number(state.value, 2),
        "evaluated": number(state.evaluated, 2),
        "small_std": number(state.small.std(), 2),
        "large_std": number(state.large.std(), 2),
        "small_low": number(state.small.min(), 2),
        "small_high": number(state.small.max(), 2),
        "bound": number(math.sqrt(small.batch - 1), 2),
        "mean": number(state.mean, 2),
        "momentum": number(MOMENTUM, 2),
        "ten": percent(state.after_steps(10)),
        "fifty": percent(state.after_steps(50)),
        "early": number(large.mean[10], 2),
        "steps": str(STEPS),
        "last": number(large.mean[-1], 2),
        "last_small": number(small.mean[-1], 2),
    }


def alt(state: NormState, lang: Lang) -> str:
    """Return one sentence in place of the picture."""
    return prose(_ALT.of(lang), **_facts(state))


def caption(state: NormState, lang: Lang) -> str:
    """Return what stands under the picture."""
    return prose(_CAPTION.of(lang), **_facts(state))


def description(state: NormState, lang: Lang) -> str:
    """Return the long description."""
    return prose(_DESCRIPTION.of(lang), **_facts(state))


_ALT = Both(
    ko="""
    유닛 {count}개의 정규화 전후 분포, 그리고 같은 샘플의 출력이 배치 크기 {small}에서는 표준편차
    {small_std}, {large}에서는 {large_std}만큼 흔들리지만 평가 모드에서는 일정함을 보인 그림입니다.
    """,
    en="""
    Distributions of {count} units before and after normalization, and the output for one example, which
    varies with a standard deviation of {small_std} in batches of {small}, of {large_std} in batches of
    {large}, and not at all in evaluation mode.
    """,
)

_CAPTION = Both(
    ko="""
    위: 숫자 이미지 {examples}장에 대한, 갓 초기화한 층의 유닛 {count}개입니다. 전체를 한 배치로 보고
    정규화했으며(γ = 1, β = 0) 모양은 그대로이고 위치와 폭만 바뀝니다. 아래 왼쪽: 유닛 1에서 같은 샘플을
    매번 다른 샘플과 묶어 {draws}번 정규화한 출력으로, 배치가 작을수록 크게 흔들립니다. 아래 오른쪽: 평가
    모드가 쓸 이동 평균(모멘텀 {momentum})이 0에서 출발해 쌓이는 과정입니다.
    """,
    en="""
    Top: {count} units of a freshly initialized layer for {examples} images of digits, normalized as one
    batch (γ = 1, β = 0): their shapes stay, their places and widths change. Bottom left: the same example,
    {draws} times, each time in a batch with others, at unit 1; the smaller the batch, the more its output
    varies. Bottom right: the running mean that evaluation mode will use, as it builds up from 0 (momentum
    {momentum}).
    """,
)

_DESCRIPTION = Both(
    ko="""
    위의 두 그림에는 유닛 {count}개의 분포가 한 줄에 하나씩 있습니다. 정규화하기 전에는 평균이 {low}부터
    {high}까지, 표준편차가 {narrow}부터 {broad}까지 제각각이고, 정규화한 뒤에는 모두 평균 0, 표준편차
    1입니다. 아래 왼쪽은 z = {value}인 샘플 하나를 크기가 {small}인 배치와 {large}인 배치에 {draws}번씩 넣은
    결과입니다. 배치 크기가 {small}이면 출력이 {small_low}부터 {small_high}까지 퍼지고 표준편차는
    {small_std}입니다. 샘플이 {small}개인 배치에서는 어떤 값도 √({small} − 1) ≈ {bound}보다 커질 수
    없습니다. {large}이면 표준편차가 {large_std}로 줄어듭니다. 평가 모드의 출력은 {evaluated} 하나입니다.
    아래 오른쪽에서 이동 평균은 0에서 출발해 데이터 전체의 평균 {mean} 쪽으로 내려갑니다. 초깃값의 비중이
    10스텝 뒤에도 {ten}여서 배치 크기 {large}의 이동 평균은 아직 {early}이고, 50스텝 뒤에는 {fifty}만
    남습니다. {steps}스텝 뒤의 값은 {last}이며, 배치 크기 {small}에서는 끝까지 출렁여 {last_small}입니다.
    """,
    en="""
    The two pictures on top show the distributions of {count} units, one to a row. Before normalization
    their means reach from {low} to {high} and their standard deviations from {narrow} to {broad}; after it
    all have mean 0 and standard deviation 1. Bottom left, one example with z = {value} was put into {draws}
    batches of {small} and of {large}. In batches of {small} its output ranges from {small_low} to
    {small_high} with a standard deviation of {small_std}; among {small} examples no value can exceed
    √({small} − 1) ≈ {bound}. In batches of {large} the standard deviation falls to {large_std}. In
    evaluation mode the output is always {evaluated}. Bottom right, the running mean starts at 0 and moves
    towards the mean of all data, {mean}. After 10 steps the start still weighs {ten}, so that with batches
    of {large} the running mean is at {early}; after 50 steps {fifty} is left. After {steps} steps it is
    {last}, while with batches of {small} it keeps swaying and ends at {last_small}.
    """,
)
