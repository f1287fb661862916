"""What the figure of the confusion matrix says, in both languages, from its computed state."""

from __future__ import annotations

from dataclasses import dataclass

from plots.evaluation.detector import Counts, DetectorState
from plots.spec import Both, Lang
from plots.wording import number, percent, prose

CELLS = ("TP", "FN", "FP", "TN")
PREDICTED = (Both("8로 예측", "predicted 8"), Both("8 아님으로 예측", "predicted not 8"))
ACTUAL = (Both("실제|8", "actually|8"), Both("실제|8 아님", "actually|not 8"))
TITLES = (
    Both("혼동 행렬", "Confusion matrix"),
    Both("네 칸의 비율", "Ratios of the four cells"),
    Both("정밀도-재현율 곡선", "Precision-recall curve"),
    Both("ROC 곡선", "ROC curve"),
)
RECALL = Both("재현율", "recall")
PRECISION = Both("정밀도", "precision")
ALARMS = Both("거짓 양성률", "false positive rate")


@dataclass(frozen=True, slots=True)
class Metric:
    """A ratio: `over` are the cells of its numerator, `under` those of its denominator."""

    name: Both
    over: tuple[str, ...]
    under: tuple[str, ...]
    twice: bool = False


METRICS = (
    Metric(Both("정확도", "accuracy"), ("TP", "TN"), CELLS),
    Metric(Both("정밀도", "precision"), ("TP",), ("TP", "FP")),
    Metric(Both("재현율", "recall"), ("TP",), ("TP", "FN")),
    Metric(Both("F1 점수", "F1 score"), ("TP",), ("TP", "FN", "FP"), twice=True),
    Metric(Both("IoU", "IoU"), ("TP",), ("TP", "FN", "FP")),
)


def ratio(counts: Counts, metric: Metric) -> tuple[str, str]:
    """Return a ratio as a fraction of counts and as a number."""
    cells = dict(zip(CELLS, (counts.tp, counts.fn, counts.fp, counts.tn), strict=True))
    over = sum(cells[name] for name in metric.over) + metric.twice * cells["TP"]
    under = sum(cells[name] for name in metric.under) + metric.twice * cells["TP"]
    return f"{over} / {under}", f"{over / under:.3f}"


def average(state: DetectorState, lang: Lang) -> str:
    """Return the summary of the precision-recall curve."""
    value = f"{state.average_precision:.3f}"
    return Both(f"평균 정밀도 {value}", f"average precision {value}").of(lang)


def area(state: DetectorState) -> str:
    """Return the summary of the ROC curve."""
    return f"ROC AUC {state.area:.3f}"


def _facts(state: DetectorState) -> dict[str, str]:
    counts = state.counts
    strict, _, loose = state.marks
    return {
        "n": str(counts.total),
        "trained": str(state.trained),
        "positives": str(counts.tp + counts.fn),
        "tp": str(counts.tp),
        "fn": str(counts.fn),
        "fp": str(counts.fp),
        "tn": str(counts.tn),
        "threshold": number(state.threshold, 2),
        "accuracy": percent(counts.accuracy),
        "idle": percent(1.0 - state.prevalence),
        "share": percent(state.prevalence),
        "precision": percent(counts.precision),
        "recall": percent(counts.recall),
        "f1": f"{counts.f1:.3f}",
        "iou": f"{counts.iou:.3f}",
        "strict": number(state.thresholds[0], 2),
        "loose": number(state.thresholds[-1], 2),
        "strict_precision": percent(strict.precision),
        "strict_recall": percent(strict.recall),
        "loose_precision": percent(loose.precision),
        "loose_recall": percent(loose.recall),
        "ap": f"{state.average_precision:.3f}",
        "area": f"{state.area:.3f}",
        "alarm": str(state.examples[2].digit),
    }


def alt(state: DetectorState, lang: Lang) -> str:
    """Return one sentence in place of the picture."""
    return prose(_ALT.of(lang), **_facts(state))


def caption(state: DetectorState, lang: Lang) -> str:
    """Return what stands under the picture."""
    return prose(_CAPTION.of(lang), **_facts(state))


def description(state: DetectorState, lang: Lang) -> str:
    """Return the long description."""
    return prose(_DESCRIPTION.of(lang), **_facts(state))


_ALT = Both(
    ko="""
    손글씨에서 8을 찾는 분류기의 혼동 행렬(TP {tp}, FN {fn}, FP {fp}, TN {tn})과 여기서 나온 정확도
    {accuracy}, 정밀도 {precision}, 재현율 {recall}, 그리고 정밀도-재현율 곡선과 ROC 곡선입니다.
    """,
    en="""
    Confusion matrix of a classifier that looks for eights (TP {tp}, FN {fn}, FP {fp}, TN {tn}), its
    accuracy of {accuracy}, precision of {precision} and recall of {recall}, and its precision-recall and
    ROC curves.
    """,
)

_CAPTION = Both(
    ko="""
    손글씨 숫자 {trained}개로 학습해 8을 찾는 로지스틱 회귀를 다른 {n}개(그중 8은 {positives}개)로
    시험했습니다. 칸마다 그 칸에서 가장 확신한 이미지 하나를 보였습니다. 작은 격자는 비율의 분모에 드는
    칸(테두리)과 분자에 드는 칸(채움)을 나타내며, F1은 TP를 두 번 셉니다. 언제나 "8 아님"이라고 답해도
    정확도는 {idle}입니다. 곡선 위의 수는 임계값입니다. 임계값을 {strict}에서 {loose}로 낮추면 재현율은
    {strict_recall}에서 {loose_recall}로 오르고 정밀도는 {strict_precision}에서 {loose_precision}로
    떨어집니다. 파선은 무작위로 답하는 분류기입니다.
    """,
    en="""
    A logistic regression, trained on {trained} handwritten digits to find the eights, is tested on {n}
    others, {positives} of them eights. Each cell shows the image it was surest about. The small grids show
    which cells make up the denominator (outlined) and the numerator (filled) of each ratio; F1 counts TP
    twice. Always answering "not 8" would have an accuracy of {idle}. Numbers on the curves are thresholds:
    from {strict} down to {loose}, recall rises from {strict_recall} to {loose_recall} while precision falls
    from {strict_precision} to {loose_precision}. Dashed: a classifier that guesses.
    """,
)

_DESCRIPTION = Both(
    ko="""
    왼쪽 위의 혼동 행렬은 행이 실제, 열이 예측입니다. 임계값 {threshold}에서 8을 8로 맞힌 것(TP)이 {tp}개,
    놓친 8(FN)이 {fn}개, 8이 아닌데 8이라고 한 것(FP)이 {fp}개, 8이 아니라고 맞힌 것(TN)이 {tn}개입니다.
    칸마다 8×8 화소의 숫자 이미지가 하나씩 있고, 가장 확신한 거짓 경보는 {alarm}입니다. 그 옆에는 정확도
    {accuracy}, 정밀도 {precision}, 재현율 {recall}, F1 {f1}, IoU {iou}의 다섯 비율이 어느 칸에서 나오는지
    작은 격자로 표시되어 있습니다. 아래에는 두 곡선이 있습니다. 정밀도-재현율 곡선은 재현율이 커질수록
    내려가며 평균 정밀도는 {ap}이고, 무작위로 답할 때의 정밀도는 양성의 비율 {share}와 같습니다. ROC 곡선은
    왼쪽 가장자리를 따라 가파르게 올라간 뒤 위쪽에서 평평해지며 아래 넓이(AUC)는 {area}입니다. 같은
    분류기라도 양성이 드물어 ROC 곡선이 더 좋아 보입니다. 두 곡선에는 임계값 {strict}, {threshold},
    {loose}의 점이 찍혀 있습니다.
    """,
    en="""
    In the confusion matrix at the top, rows are what a digit is and columns what it is taken for. At a
    threshold of {threshold}, {tp} eights are found (TP), {fn} are missed (FN), {fp} other digits are taken
    for eights (FP) and {tn} are not (TN). Each cell holds a digit of 8 by 8 pixels; the surest false alarm
    is a {alarm}. Next to it, small grids show which cells the ratios are made of: accuracy {accuracy},
    precision {precision}, recall {recall}, F1 {f1} and IoU {iou}. Below are two curves. The
    precision-recall curve falls as recall grows; its average precision is {ap}, and a guessing classifier
    has a precision equal to the share of positives, {share}. The ROC curve rises steeply along the left
    edge and then flattens near the top; the area under it (AUC) is {area}. It looks better than the other
    curve of the same classifier because positives are rare. Points on both curves mark the thresholds
    {strict}, {threshold} and {loose}.
    """,
)
