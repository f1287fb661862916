"""What the figure of dying units says, in both languages, from its computed state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plots.spec import Both, Lang
from plots.wording import number, percent, prose

if TYPE_CHECKING:
    from plots.activations.dying import DyingState, Run

SHARE = Both("죽은 유닛의 비율", "Share of dead units")
STEP = Both("스텝", "step")
UNIT = Both("은닉 유닛 (최댓값 순)", "hidden units, by their largest $z$")
ALIVE = Both("살아 있는 유닛", "alive")
DEAD = Both("죽은 유닛", "dead")


def rate(run: Run, state: DyingState, lang: Lang) -> str:
    """Return the name of a run in the legend: the learning rates it goes through."""
    first, then = number(run.rate, 2), number(state.careful.rate, 2)
    if run is state.careful:
        return Both(f"학습률 {first}", f"learning rate {first}").of(lang)
    return Both(f"학습률 {first}, 나중에 {then}", f"rate {first}, later {then}").of(lang)


def lowered(state: DyingState, lang: Lang) -> str:
    """Return what happens at the vertical line."""
    then = number(state.careful.rate, 2)
    return Both(f"둘 다 {then}", f"both {then}").of(lang)


def sums_title(run: Run, state: DyingState) -> Both:
    """Return the heading of the weighted sums of one run."""
    first = number(run.rate, 2)
    return Both(f"학습률 {first}, {state.hot}스텝 뒤", f"Rate {first}, after {state.hot} steps")


def lost(run: Run, state: DyingState, lang: Lang) -> str:
    """Return how many units are dead."""
    return Both(f"{state.units}개 중 {run.lost}개 죽음", f"{run.lost} of {state.units} dead").of(lang)


def _facts(state: DyingState) -> dict[str, str]:
    careful, hasty = state.careful, state.hasty
    return {
        "low": number(careful.rate, 2),
        "high": number(hasty.rate, 2),
        "hot": str(state.hot),
        "last": str(int(state.steps[-1])),
        "units": str(state.units),
        "seeds": str(state.seeds),
        "batch": str(state.batch),
        "images": f"{state.images:,}",
        "before": percent(float(hasty.dead[:, 0].mean())),
        "first_step": str(int(state.steps[1])),
        "early": percent(float(hasty.dead[:, 1].mean())),
        "dead": percent(float(hasty.dead[:, -1].mean())),
        "spared": percent(float(careful.dead[:, -1].mean())),
        "hasty": percent(float(hasty.accuracy.mean())),
        "careful": percent(float(careful.accuracy.mean())),
        "lost": str(hasty.lost),
        "kept": str(careful.lost),
        "depth": number(float(hasty.high.min()), 1),
    }


def alt(state: DyingState, lang: Lang) -> str:
    """Return one sentence in place of the picture."""
    return prose(_ALT.of(lang), **_facts(state))


def caption(state: DyingState, lang: Lang) -> str:
    """Return what stands under the picture."""
    return prose(_CAPTION.of(lang), **_facts(state))


def description(state: DyingState, lang: Lang) -> str:
    """Return the long description."""
    return prose(_DESCRIPTION.of(lang), **_facts(state))


_ALT = Both(
    ko="""
    학습률 {high}로 {hot}스텝을 학습하면 ReLU 유닛의 {dead}가 죽고 그 뒤 학습률을 {low}로 낮추어도
    되살아나지 않는 반면, 처음부터 {low}로 학습하면 {spared}만 죽어 있는 그래프입니다.
    """,
    en="""
    Graph of dead ReLU units: {hot} steps at a learning rate of {high} kill {dead} of them, and none
    recovers when the rate is lowered to {low}; with {low} from the start {spared} are dead.
    """,
)
_CAPTION = Both(
    ko="""
    손글씨 숫자를 분류하는 신경망(은닉 유닛 {units}개)에서, 훈련 이미지 {images}장 모두에 대해 가중합 z가 0
    이하인 유닛의 비율입니다. 선은 시드 {seeds}개의 평균, 띠는 최솟값과 최댓값입니다. 학습률이 {high}이면
    처음 {first_step}스텝 만에 {early}가 죽습니다. 세로선에서 학습률을 {low}로 낮추어도 죽은 유닛은 기울기를
    받지 못해 그대로입니다. {last}스텝 뒤의 테스트 정확도는 {hasty}이고, 처음부터 {low}로 학습하면
    {careful}입니다.
    """,
    en="""
    Share of the {units} hidden units of a network for handwritten digits whose weighted sum z is at most 0
    for all {images} training images. Lines are means over {seeds} seeds, bands reach from the lowest to the
    highest. At a learning rate of {high}, {early} die within the first {first_step} steps. At the vertical
    line the rate is lowered to {low}, but dead units get no gradient and stay dead. Test accuracy after
    {last} steps is {hasty}, against {careful} with a rate of {low} throughout.
    """,
)
_DESCRIPTION = Both(
    ko="""
    첫째 그래프의 가로축은 0부터 {last}까지의 스텝, 세로축은 죽은 유닛의 비율입니다. 두 경우 모두 같은
    초깃값(He 초기화)에서 {before}로 시작합니다. 학습률 {low}의 선은 바닥에 머물러 {spared}로 끝납니다.
    학습률 {high}의 선은 몇 스텝 만에 가파르게 올라 {dead}가 되고, {hot}스텝에서 학습률을 {low}로 낮춘
    뒤에는 수평입니다. 옆이나 아래의 두 그림은 시드 하나에서 {hot}스텝 뒤에 유닛마다 z가 훈련 이미지에 따라
    어디부터 어디까지 놓이는지를 세로 막대로 그린 것입니다. 학습률 {low}에서는 막대가 거의 모두 0을
    가로지르며 죽은 유닛은 {units}개 가운데 {kept}개입니다. 학습률 {high}에서는 {lost}개의 막대가 통째로 0
    아래에 있고, 가장 멀리 밀려난 유닛은 가장 큰 값도 {depth}입니다. 아주 긴 막대는 그림 아래에서
    잘렸습니다. 죽은 유닛의 막대는 색이 다르고 위쪽 끝에 × 표가 있습니다. 배치 크기는 {batch}입니다.
    """,
    en="""
    The first graph shows steps from 0 to {last} across and the share of dead units upward. Both runs start
    from the same weights (He initialization) at {before}. The line of rate {low} stays at the bottom and
    ends at {spared}. That of rate {high} climbs steeply within a few steps to {dead} and is level after
    step {hot}, where the rate is lowered to {low}. Two pictures beside or below it show, for one seed after
    {hot} steps, as a vertical bar per unit from where to where z reaches over the training images. At rate
    {low} almost every bar crosses 0, and {kept} of {units} units are dead. At rate {high} the bars of
    {lost} units lie below 0 as a whole; for the unit thrown furthest even the largest value is {depth}.
    Very long bars are cut off at the foot of the picture. Bars of dead units have another color and an × at
    their upper end. The batch size is {batch}.
    """,
)
