"""What the figure of digits and their codes says, in both languages, from its computed state."""

from __future__ import annotations

from plots.networks.autoencoder import HIDDEN, AutoencoderState
from plots.spec import Both, Lang
from plots.wording import number, prose

ROWS = (Both("원본", "original"), Both("PCA", "PCA"), Both("오토인코더", "autoencoder"))
KEYS = (
    Both("PCA", "PCA"),
    Both("선형 오토인코더", "linear autoencoder"),
    Both("비선형 오토인코더", "nonlinear autoencoder"),
)
ERRORS_TITLE = Both("픽셀당 제곱 오차 (테스트 이미지)", "Squared error per pixel (test images)")
SIZE = Both("코드의 크기", "size of the code")


def images_title(state: AutoencoderState) -> Both:
    """Return the heading of the images."""
    return Both(f"수 {state.example}개로 복원한 숫자", f"Digits rebuilt from {state.example} numbers")


def _facts(state: AutoencoderState) -> dict[str, str]:
    at = state.at_example
    gap = float(abs(state.linear / state.pca - 1.0).max())
    return {
        "tests": str(state.tests),
        "example": str(state.example),
        "hidden": str(HIDDEN),
        "pca": number(state.pca[at], 3),
        "deep": number(state.deep[at], 3),
        "codes": ", ".join(map(str, state.codes)),
        "pcas": ", ".join(number(value, 3) for value in state.pca),
        "linears": ", ".join(number(value, 3) for value in state.linear),
        "deeps": ", ".join(number(value, 3) for value in state.deep),
        "gap": number(100 * gap, 1),
        "less": number(100 * (1 - float(state.deep[at] / state.pca[at])), 0),
    }


def alt(state: AutoencoderState, lang: Lang) -> str:
    """Return one sentence in place of the picture."""
    return prose(_ALT.of(lang), **_facts(state))


def caption(state: AutoencoderState, lang: Lang) -> str:
    """Return what stands under the picture."""
    return prose(_CAPTION.of(lang), **_facts(state))


def description(state: AutoencoderState, lang: Lang) -> str:
    """Return the long description."""
    return prose(_DESCRIPTION.of(lang), **_facts(state))


_ALT = Both(
    ko="""
    숫자 이미지를 수 {example}개로 줄였다가 PCA와 오토인코더로 복원한 그림과 코드 크기별 오차로, 선형
    오토인코더의 오차는 PCA와 거의 같고 비선형 오토인코더의 오차는 더 작습니다.
    """,
    en="""
    Digits reduced to {example} numbers and rebuilt by PCA and by an autoencoder, and the errors by size of
    the code: a linear autoencoder is as good as PCA, a nonlinear one better.
    """,
)

_CAPTION = Both(
    ko="""
    위: 테스트 이미지에서 숫자마다 첫째 것을 골라 PCA와 비선형 오토인코더로, 수 {example}개로 줄였다가
    복원했습니다. 아래: 테스트 이미지 {tests}장의 복원 오차입니다. 선형 오토인코더는 역전파로 학습했는데도
    PCA와 오차가 거의 같고(차이 {gap}% 이하), 은닉층에 ReLU를 쓴 비선형 오토인코더는 코드가 같은 크기여도 더
    잘 복원합니다.
    """,
    en="""
    Top: the first test image of every digit, reduced to {example} numbers and rebuilt, by PCA and by a
    nonlinear autoencoder. Bottom: the error on {tests} test images. The linear autoencoder was trained by
    backpropagation and yet arrives at the error of PCA (within {gap}%); the nonlinear one, with ReLU in its
    hidden layers, rebuilds more from a code of the same size.
    """,
)

_DESCRIPTION = Both(
    ko="""
    위쪽에는 0부터 9까지의 8 × 8 이미지가 세 줄로 있습니다. 첫 줄은 원본이고, 둘째 줄은 주성분 {example}개로
    복원해 서로 다른 숫자들이 비슷한 얼룩으로 보이며, 셋째 줄은 비선형 오토인코더가 복원한 것으로 더
    또렷합니다. 픽셀당 제곱 오차는 PCA가 {pca}, 비선형 오토인코더가 {deep}이며 {less}% 작습니다. 아래
    그래프의 가로축은 코드의 크기({codes}), 세로축은 테스트 이미지의 픽셀당 제곱 오차입니다. PCA는 차례로
    {pcas}, 선형 오토인코더는 {linears}, 비선형 오토인코더는 {deeps}입니다. 비선형 오토인코더는 코드의
    양쪽에 유닛 {hidden}개짜리 ReLU 층이 하나씩 있습니다.
    """,
    en="""
    On top are images of 8 × 8 pixels of the digits 0 to 9 in three rows. The first row shows the originals;
    in the second, rebuilt from {example} principal components, different digits become similar blurs; in
    the third, rebuilt by a nonlinear autoencoder, they are clearer. The errors of the two are {pca} and
    {deep}: that of the autoencoder is {less}% smaller. The chart below shows the squared error per pixel on
    the test images against the size of the code ({codes}). For PCA it is {pcas}, for the linear autoencoder
    {linears}, for the nonlinear one {deeps}. The nonlinear autoencoder has a layer of {hidden} ReLU units
    on either side of its code.
    """,
)
