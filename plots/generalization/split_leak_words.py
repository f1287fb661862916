"""What the figure of contaminated test sets says, in both languages, from its computed state."""

from __future__ import annotations

from plots.generalization.leaks import CHANCE, Copies, LeaksState
from plots.spec import Both, Lang
from plots.wording import number, percent, prose

TITLES = (
    Both("테스트 세트에 섞인 복사본", "Copies in the test set"),
    Both("너무 일찍 고른 특성", "Features chosen too early"),
)
UPWARD = (Both("측정한 정확도", "measured accuracy"), Both("실행 횟수", "number of runs"))
SHARE = Both("테스트 세트에서 학습 샘플의 복사본인 비율", "share of the test set copied from training")
ACCURACY = Both("측정한 정확도", "measured accuracy")
RUNS = (Both("학습 세트로|고름", "chosen on|training set"), Both("전체로|고름", "chosen on|all data"))


def honest(one: Copies, lang: Lang) -> str:
    """Return the label of the true accuracy of a classifier."""
    value = percent(one.honest)
    return Both(f"{one.neighbors}-NN, 새 데이터 {value}", f"{one.neighbors}-NN on new data: {value}").of(lang)


def measured(one: Copies, lang: Lang) -> str:
    """Return the label of the measured accuracy of a classifier."""
    return Both(f"{one.neighbors}-NN 측정값", f"{one.neighbors}-NN, measured").of(lang)


def _facts(state: LeaksState) -> dict[str, str]:
    one, other = state.copies
    return {
        "k1": str(one.neighbors),
        "k2": str(other.neighbors),
        "honest1": percent(one.honest),
        "honest2": percent(other.honest),
        "memory1": percent(one.memory),
        "memory2": percent(other.memory),
        "half1": percent(float(one.measured[len(state.shares) // 2])),
        "half": percent(float(state.shares[len(state.shares) // 2])),
        "crossing": percent(round(state.crossing, 2)),
        "noise": percent(state.noise),
        "trained": str(state.trained),
        "tested": str(state.tested),
        "repeats": str(state.repeats),
        "leaked": percent(round(float(state.leaked.mean()), 2)),
        "clean": percent(round(float(state.clean.mean()), 2)),
        "leaked_low": percent(float(state.leaked.min())),
        "leaked_high": percent(float(state.leaked.max())),
        "clean_low": percent(float(state.clean.min())),
        "clean_high": percent(float(state.clean.max())),
        "runs": str(len(state.leaked)),
        "kept": str(state.kept),
        "features": f"{state.features:,}",
        "chance": percent(CHANCE),
        "gain": number(100 * (state.leaked.mean() - state.clean.mean()), 0),
    }


def alt(state: LeaksState, lang: Lang) -> str:
    """Return one sentence in place of the picture."""
    return prose(_ALT.of(lang), **_facts(state))


def caption(state: LeaksState, lang: Lang) -> str:
    """Return what stands under the picture."""
    return prose(_CAPTION.of(lang), **_facts(state))


def description(state: LeaksState, lang: Lang) -> str:
    """Return the long description."""
    return prose(_DESCRIPTION.of(lang), **_facts(state))


_ALT = Both(
    ko="""
    테스트 세트에 학습 샘플의 복사본이 늘수록 측정한 정확도가 {k1}-NN에서 {honest1}부터 {memory1}까지
    올라가고, 테스트 세트까지 써서 특성을 고르면 레이블이 무작위인데도 정확도가 평균 {leaked}로 측정되는
    그래프입니다.
    """,
    en="""
    As copies of training examples fill the test set, the measured accuracy of {k1}-NN climbs from {honest1}
    to {memory1}; features chosen on all data make random labels look predictable with {leaked} accuracy on
    average.
    """,
)

_CAPTION = Both(
    ko="""
    왼쪽: 손글씨 숫자 {trained}개로 학습한 최근접 이웃 분류기입니다. 레이블의 {noise}는 무작위로
    바꾸었습니다. 표식은 테스트 샘플 {tested}개 가운데 일부를 학습 샘플의 복사본으로 바꾸고 잰
    값({repeats}번의 평균), 실선은 a + d(m − a)입니다. a는 새 데이터에서의 정확도(파선), m은 학습 샘플에서의
    정확도, d는 복사본의 비율입니다. 외우는 모델일수록 크게 부풀어, 복사본이 {crossing}를 넘으면 더 나쁜
    {k1}-NN이 {k2}-NN보다 나아 보입니다. 오른쪽: 레이블이 무작위이므로 참값은 {chance}(파선)입니다. 특성
    {features}개에서 {kept}개를 고를 때 테스트 세트까지 보면 평균 {leaked}로 측정됩니다.
    """,
    en="""
    Left: nearest neighbors trained on {trained} handwritten digits, {noise} of whose labels were replaced
    at random. Markers: accuracy after some of the {tested} test examples were replaced by copies of
    training examples (mean of {repeats} splits). Lines: a + d(m − a), with accuracy a on new data (dashed),
    m on the training examples and a share d of copies. The more a model memorizes, the more it gains:
    beyond {crossing} copies the worse model, {k1}-NN, looks better than {k2}-NN. Right: the labels are
    random, so the truth is {chance} (dashed); choosing {kept} of {features} features with the test set in
    view makes it {leaked} on average.
    """,
)

_DESCRIPTION = Both(
    ko="""
    왼쪽 그래프의 가로축은 테스트 세트 가운데 학습 샘플의 복사본이 차지하는 비율, 세로축은 측정한
    정확도입니다. {k1}-NN은 0%에서 {honest1}, {half}에서 {half1}, 100%에서 {memory1}로 곧게 올라갑니다.
    자신의 학습 샘플을 모두 외우기 때문입니다. {k2}-NN은 {honest2}에서 {memory2}로 조금만 올라갑니다. 100%는
    학습 세트에서 재는 것과 같습니다. 두 직선은 {crossing}에서 만납니다. 새 데이터에서의 정확도는 수평
    파선으로, 복사본의 비율과 상관없이 {k2}-NN이 더 높습니다. 오른쪽은 무작위 레이블로 한 실험 {runs}번씩의
    히스토그램입니다. 특성을 학습 세트로만 고르면 정확도가 {clean_low}에서 {clean_high} 사이에 흩어지고
    평균은 {clean}입니다. 테스트 세트를 포함한 전체 데이터로 고르면 {leaked_low}에서 {leaked_high} 사이이고
    평균은 {leaked}로, {gain}%p 높습니다.
    """,
    en="""
    The left graph shows measured accuracy over the share of the test set that is copied from the training
    set. {k1}-NN rises in a straight line from {honest1} at 0% through {half1} at {half} to {memory1} at
    100%, because it knows all its training examples by heart; {k2}-NN only rises from {honest2} to
    {memory2}. At 100% one measures on the training set. The lines cross at {crossing}. Dashed horizontal
    lines show the accuracy on new data, where {k2}-NN is better whatever the share of copies. On the right
    are histograms of {runs} runs each with random labels. If the features are chosen on the training set,
    the accuracies scatter between {clean_low} and {clean_high} around a mean of {clean}. If they are chosen
    on all data, test set included, they lie between {leaked_low} and {leaked_high} with a mean of {leaked},
    {gain} points higher.
    """,
)
