"""What the figure of early stopping says, in both languages, from its computed state."""

from __future__ import annotations

from plots.generalization.stopping import StoppingState
from plots.spec import Both, Lang
from plots.wording import percent, prose

TITLES = (Both("손실", "Loss"), Both("정확도", "Accuracy"))
KEYS = (
    Both("학습", "training"),
    Both("검증", "validation"),
    Both("남기는 가중치", "weights that are kept"),
    Both("조기 종료가 건너뛰는 구간", "steps that are spared"),
)
STEP = Both("스텝", "step")


def _facts(state: StoppingState) -> dict[str, str]:
    best, stop = state.best, state.stop
    return {
        "trained": str(state.trained),
        "validated": str(state.validated),
        "noise": percent(state.noise),
        "patience": str(state.patience),
        "best": str(state.steps[best]),
        "stop": str(state.steps[stop]),
        "end": str(state.steps[-1]),
        "low": f"{state.validation_loss[best]:.2f}",
        "late": f"{state.validation_loss[-1]:.2f}",
        "train_low": f"{state.train_loss[best]:.2f}",
        "train_late": f"{state.train_loss[-1]:.2f}",
        "start": f"{state.validation_loss[0]:.1f}",
        "accuracy": percent(float(state.validation_accuracy[best])),
        "late_accuracy": percent(float(state.validation_accuracy[-1])),
        "train_accuracy": percent(float(state.train_accuracy[best])),
        "late_train_accuracy": percent(float(state.train_accuracy[-1])),
    }


def alt(state: StoppingState, lang: Lang) -> str:
    """Return one sentence in place of the picture."""
    return prose(_ALT.of(lang), **_facts(state))


def caption(state: StoppingState, lang: Lang) -> str:
    """Return what stands under the picture."""
    return prose(_CAPTION.of(lang), **_facts(state))


def description(state: StoppingState, lang: Lang) -> str:
    """Return the long description."""
    return prose(_DESCRIPTION.of(lang), **_facts(state))


_ALT = Both(
    ko="""
    학습 손실은 {end}스텝 내내 줄지만 검증 손실은 {best}스텝에서 가장 작고({low}) 그 뒤로 {late}까지 커지며,
    검증 정확도는 {accuracy}에서 {late_accuracy}까지 떨어집니다.
    """,
    en="""
    Training loss falls for all {end} steps, but validation loss is lowest at step {best} ({low}) and then
    grows to {late}, while validation accuracy drops from {accuracy} to {late_accuracy}.
    """,
)

_CAPTION = Both(
    ko="""
    손글씨 숫자 {trained}개로 신경망을 학습하고 다른 {validated}개로 검증했습니다. 레이블의 {noise}는
    무작위로 바꾸었습니다. 검증 손실이 {patience}스텝 동안 나아지지 않으면 멈추는 규칙은 {stop}스텝에서
    학습을 끝내고 검증 손실이 가장 작았던 {best}스텝의 가중치를 씁니다. 끝까지 학습하면 틀린 레이블까지 외워
    학습 정확도는 {late_train_accuracy}가 되지만 검증 성능은 나빠집니다. 멈출 시점을 검증 데이터로
    골랐으므로 그 검증 손실은 조금 낙관적인 값입니다.
    """,
    en="""
    A network is trained on {trained} handwritten digits and validated on {validated} others; {noise} of the
    labels were replaced at random. Stopping when the validation loss has not improved for {patience} steps
    ends the training at step {stop} and keeps the weights of step {best}, where it was lowest. Trained to
    the end, the network memorizes the wrong labels too: training accuracy reaches {late_train_accuracy},
    but validation gets worse. Since validation data chose the moment, that validation loss is slightly
    optimistic.
    """,
)

_DESCRIPTION = Both(
    ko="""
    두 그래프의 가로축은 0부터 {end}까지의 학습 스텝입니다. 왼쪽은 손실로, 두 곡선 모두 {start} 근처에서
    출발합니다. 학습 손실은 {best}스텝에서 {train_low}, 마지막에 {train_late}까지 줄어들기만 합니다. 검증
    손실은 {best}스텝의 {low}까지 줄었다가 다시 커져 마지막에는 {late}입니다. 오른쪽은 정확도입니다. 학습
    정확도는 {best}스텝의 {train_accuracy}에서 {late_train_accuracy}까지 오르지만, 검증 정확도는
    {accuracy}에서 {late_accuracy}까지 떨어집니다. 두 그래프에는 {best}스텝이 점선과 표식으로, {stop}스텝
    뒤의 구간이 음영으로 표시되어 있습니다.
    """,
    en="""
    Both graphs have the training step from 0 to {end} on the horizontal axis. On the left is the loss; both
    curves start near {start}. Training loss only falls, to {train_low} at step {best} and {train_late} at
    the end. Validation loss falls to {low} at step {best} and then grows to {late} at the end. On the right
    is the accuracy: in training it rises from {train_accuracy} at step {best} to {late_train_accuracy}, in
    validation it drops from {accuracy} to {late_accuracy}. In both graphs a dotted line and markers show
    step {best}, and the part after step {stop} is shaded.
    """,
)
