"""What the figure of the polynomials says, in both languages, from its computed state."""

from __future__ import annotations

from plots.generalization.polynomials import PolynomialsState
from plots.spec import Both, Frame, Frames, Lang
from plots.wording import number, prose

KEYS = (
    Both("학습 데이터", "training data"),
    Both("검증 데이터", "validation data"),
    Both("맞춘 다항식", "fitted polynomial"),
    Both("참 함수", "true function"),
)
ERRORS = Both("차수별 오차 (RMSE)", "Error by degree (RMSE)")
MARKS = (Both("학습 오차", "training error"), Both("검증 오차", "validation error"))
DEGREE = Both("다항식의 차수", "degree of the polynomial")


def title(state: PolynomialsState, degree: int) -> Both:
    """Return the heading of the left graph: the degree and what is wrong with it."""
    verdict = _VERDICTS[_kind(state, degree)]
    return Both(f"차수 {degree}: {verdict.ko}", f"Degree {degree}: {verdict.en}")


def _kind(state: PolynomialsState, degree: int) -> str:
    if degree < state.best:
        return "under"
    if degree == state.best:
        return "best"
    return "exact" if degree == len(state.points.x) - 1 else "over"


_VERDICTS = {
    "under": Both("과소적합", "underfitting"),
    "best": Both("검증 오차가 가장 작음", "lowest validation error"),
    "over": Both("과적합", "overfitting"),
    "exact": Both("모든 점을 지남", "through every point"),
}


def frames(state: PolynomialsState) -> Frames:
    """Return one frame per degree that is shown; the last one comes first to the eye."""
    return Frames(
        control=Both("다항식의 차수", "Degree of the polynomial"),
        frames=tuple(_frame(state, degree) for degree in state.shown),
        start=len(state.shown) - 1,
    )


def _frame(state: PolynomialsState, degree: int) -> Frame:
    kind = _kind(state, degree)
    found = {
        "degree": str(degree),
        "n": str(len(state.points.x)),
        "train": _error(state.train[degree]),
        "validation": _error(state.validation[degree]),
        "best": str(state.best),
        "lowest": _error(state.validation[state.best]),
    }
    return Frame(
        key=f"degree-{degree}",
        label=Both(f"{degree}차", f"degree {degree}"),
        alt=_filled(_FRAME_ALTS[kind], found),
        caption=_filled(_FRAME_CAPTIONS[kind], found),
    )


def _filled(words: Both, found: dict[str, str]) -> Both:
    return Both(prose(words.ko, **found), prose(words.en, **found))


def _error(value: float) -> str:
    return f"{max(float(value), 0.0):.2f}"


def _facts(state: PolynomialsState) -> dict[str, str]:
    last = len(state.train) - 1
    return {
        "n": str(len(state.points.x)),
        "fresh": str(len(state.fresh.x)),
        "noise": number(state.noise, 2),
        "best": str(state.best),
        "last": str(last),
        "lowest": _error(state.validation[state.best]),
        "lowest_train": _error(state.train[state.best]),
        "constant": _error(state.train[0]),
        "constant_validation": _error(state.validation[0]),
        "end": _error(state.validation[last]),
        "end_train": _error(state.train[last]),
        "least": str(min(state.shown)),
        "most": str(max(state.shown)),
    }


def alt(state: PolynomialsState, lang: Lang) -> str:
    """Return one sentence in place of the picture."""
    return prose(_ALT.of(lang), **_facts(state))


def caption(state: PolynomialsState, lang: Lang) -> str:
    """Return what stands under the picture."""
    return prose(_CAPTION.of(lang), **_facts(state))


def description(state: PolynomialsState, lang: Lang) -> str:
    """Return the long description."""
    return prose(_DESCRIPTION.of(lang), **_facts(state))


_FRAME_ALTS = {
    "under": Both(
        ko="{degree}차 다항식은 점들의 굽은 흐름을 따라가지 못하며 검증 오차가 {validation}입니다.",
        en="""
    The polynomial of degree {degree} misses the bend of the points; its validation error is {validation}.
    """,
    ),
    "best": Both(
        ko="{degree}차 다항식은 참 함수를 가깝게 따라가며 검증 오차가 가장 작습니다({validation}).",
        en="""
    The polynomial of degree {degree} stays close to the true function: validation error {validation}, the
    lowest.
    """,
    ),
    "over": Both(
        ko="""
    {degree}차 다항식은 점마다 따라가느라 참 함수에서 벗어나며 검증 오차가 {validation}입니다.
    """,
        en="""
    The polynomial of degree {degree} follows single points away from the true function; its validation
    error is {validation}.
    """,
    ),
    "exact": Both(
        ko="""
    {degree}차 다항식은 점 {n}개를 모두 지나지만 사이에서 크게 출렁이며 검증 오차가 {validation}입니다.
    """,
        en="""
    The polynomial of degree {degree} passes through all {n} points but swings wildly between them; its
    validation error is {validation}.
    """,
    ),
}

_FRAME_CAPTIONS = {
    "under": Both(
        ko="""
    과소적합: 학습 오차({train})와 검증 오차({validation})가 모두 큽니다. 모델이 너무 단순합니다.
    """,
        en="""
    Underfitting: training error ({train}) and validation error ({validation}) are both large. The model is
    too simple.
    """,
    ),
    "best": Both(
        ko="검증 오차({validation})가 가장 작은 차수입니다. 학습 오차는 {train}입니다.",
        en="""
    The degree with the lowest validation error, {validation}. The training error is {train}.
    """,
    ),
    "over": Both(
        ko="""
    과적합: 학습 오차는 {train}까지 줄었지만 검증 오차는 {lowest}({best}차)에서 {validation}까지 커졌습니다.
    """,
        en="""
    Overfitting: the training error has fallen to {train}, but the validation error has grown from {lowest}
    (degree {best}) to {validation}.
    """,
    ),
    "exact": Both(
        ko="""
    계수가 점과 똑같이 {n}개라서 학습 오차는 사라지지만({train}), 검증 오차는 {lowest}({best}차)에서
    {validation}까지 커졌습니다.
    """,
        en="""
    With as many coefficients as points, {n}, the training error is {train}, but the validation error has
    grown from {lowest} (degree {best}) to {validation}.
    """,
    ),
}

_ALT = Both(
    ko="""
    잡음이 섞인 점 {n}개에 {least}차부터 {most}차까지 다항식을 맞추면, 학습 오차는 계속 줄지만 검증 오차는
    {best}차에서 가장 작고 그 뒤로 커집니다.
    """,
    en="""
    Polynomials of degree {least} to {most} fitted to {n} noisy points: the training error keeps falling,
    while the validation error is lowest at degree {best} and grows from there.
    """,
)

_CAPTION = Both(
    ko="""
    같은 점 {n}개(참 함수 sin πx에 표준편차 {noise}의 잡음을 더한 값)에 최소제곱으로 맞춘 다항식입니다.
    오른쪽은 차수별 평균제곱근오차로, 검증 오차는 새로운 점 {fresh}개에서 잽니다. 학습 오차는 차수가
    커질수록 {last}차의 {end_train}까지 줄지만, 검증 오차는 {best}차에서 가장 작고({lowest}) {last}차에서
    {end}까지 커집니다. 차수는 검증 오차로 고릅니다.
    """,
    en="""
    Least-squares polynomials for the same {n} points, sin πx plus noise of standard deviation {noise}.
    Right: root-mean-square error by degree; the validation error is measured on {fresh} new points. The
    training error falls with the degree, to {end_train} at degree {last}. The validation error is lowest at
    degree {best}, {lowest}, and reaches {end} at degree {last}. It is the one to choose the degree by.
    """,
)

_DESCRIPTION = Both(
    ko="""
    왼쪽 그래프에는 학습 데이터 {n}개, 검증 데이터 {fresh}개, 참 함수인 사인 곡선(파선), 맞춘 다항식(실선)이
    있습니다. 차수가 낮으면 다항식은 직선에 가까워 사인 곡선의 굽이를 놓치고, {best}차에서는 사인 곡선과
    거의 겹치며, 차수가 더 커지면 점 하나하나를 향해 휘다가 {last}차에서는 모든 점을 지나면서 양 끝 근처에서
    그래프 밖으로 나갈 만큼 크게 출렁입니다. 오른쪽 그래프의 가로축은 0차부터 {last}차까지의 차수, 세로축은
    오차입니다. 학습 오차는 {constant}에서 {end_train}까지 줄어들기만 합니다. 검증 오차는
    {constant_validation}에서 {best}차의 {lowest}까지 줄었다가 다시 커져 {last}차에서 {end}입니다.
    {best}차의 학습 오차는 {lowest_train}입니다.
    """,
    en="""
    The left graph shows {n} training points, {fresh} validation points, the true function, a sine (dashed),
    and the fitted polynomial (solid). At low degrees the polynomial is nearly straight and misses the bends
    of the sine. At degree {best} the two nearly coincide. At higher degrees it bends towards single points,
    and at degree {last} it passes through all of them and swings out of the picture near the ends. The
    right graph shows the error over the degree, from 0 to {last}. The training error only falls, from
    {constant} to {end_train}. The validation error falls from {constant_validation} to {lowest} at degree
    {best}, where the training error is {lowest_train}, and then grows to {end} at degree {last}.
    """,
)
