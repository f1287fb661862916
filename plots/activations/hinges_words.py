"""What the figure of summed hinges says, in both languages, from its computed state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plots.spec import Both, Frame, Frames, Lang
from plots.wording import prose, significant

if TYPE_CHECKING:
    from plots.activations.hinges import Fit, HingesState

CURVE = Both(r"곡선 $\sin x$", r"curve $\sin x$")
SUM = Both("ReLU의 합", "sum of ReLUs")
KINK = Both("꺾이는 점", "kink")
PARTS = Both("더하는 항", "The terms")
RISING = Both("$v_i > 0$", "$v_i > 0$")
FALLING = Both("$v_i < 0$", "$v_i < 0$")
ERROR = Both("오차 (제곱평균제곱근)", "Error (root mean square)")
COUNT = Both("ReLU의 개수 $k$", "number of ReLUs $k$")
SQUARE = r"$\propto 1/k^2$"
FORMULA = r"$\hat f(x) = c + \sum_{i=1}^{k} v_i \max(0,\, x - t_i)$"


def title(fit: Fit) -> Both:
    """Return the heading of a frame."""
    plural = "s" if fit.count > 1 else ""
    return Both(f"ReLU {fit.count}개의 합", f"The sum of {fit.count} ReLU{plural}")


def error(fit: Fit, lang: Lang) -> str:
    """Return the error of a frame."""
    rms = significant(fit.rms, 2)
    return Both(f"오차 {rms}", f"error {rms}").of(lang)


def frames(state: HingesState) -> Frames:
    """Return the frames: one per number of hinges. Four show the principle at a glance."""
    made = tuple(_frame(state, index) for index in range(len(state.fits)))
    return Frames(Both("ReLU의 개수", "Number of ReLUs"), made, 2)


def _frame(state: HingesState, index: int) -> Frame:
    fit = state.fits[index]
    facts = {
        "k": str(fit.count),
        "s": "s" if fit.count > 1 else "",
        "rms": significant(fit.rms, 2),
        "largest": significant(fit.largest, 2),
    }
    extra = Both("", "")
    if index:
        before = state.fits[index - 1]
        fall = significant(before.rms / fit.rms, 2)
        extra = Both(
            f" {before.count}개일 때보다 {fall}분의 1로 줄었습니다.",
            f" With {before.count} the error was {fall} times as large.",
        )
    alt = Both(
        "ReLU {k}개의 합이 사인 곡선을 제곱평균제곱근 오차 {rms}로 따라가는 꺾은선 그래프입니다.",
        "A broken line, the sum of {k} ReLU{s}, that follows the sine curve with a root mean square error of "
        "{rms}.",
    )
    caption = Both(
        "ReLU {k}개의 합으로 만든 꺾은선의 오차(제곱평균제곱근)는 {rms}, 가장 클 때 {largest}입니다.",
        "With {k} ReLU{s} the root mean square error is {rms}, and {largest} at its largest.",
    )
    return Frame(
        key=f"k-{fit.count}",
        label=Both(f"ReLU {fit.count}개", f"{fit.count} ReLU{facts['s']}"),
        alt=Both(prose(alt.ko, **facts), prose(alt.en, **facts)),
        caption=Both(prose(caption.ko, **facts) + extra.ko, prose(caption.en, **facts) + extra.en),
    )


def _facts(state: HingesState) -> dict[str, str]:
    counts = [str(fit.count) for fit in state.fits]
    first, last = state.fits[0], state.fits[-1]
    return {
        "counts": ", ".join(counts),
        "few": counts[0],
        "many": counts[-1],
        "first": significant(first.rms, 2),
        "last": significant(last.rms, 2),
        "errors": ", ".join(significant(fit.rms, 2) for fit in state.fits),
        "fall": significant(state.fits[-2].rms / last.rms, 2),
        "half": str(state.fits[-2].count),
    }


def alt(state: HingesState, lang: Lang) -> str:
    """Return one sentence in place of the pictures."""
    return prose(_ALT.of(lang), **_facts(state))


def caption(state: HingesState, lang: Lang) -> str:
    """Return what stands under the pictures."""
    return prose(_CAPTION.of(lang), **_facts(state))


def description(state: HingesState, lang: Lang) -> str:
    """Return the long description."""
    return prose(_DESCRIPTION.of(lang), **_facts(state))


_ALT = Both(
    ko="""
    사인 곡선을 ReLU {counts}개의 합으로 근사한 그림들로, 개수가 늘수록 꺾은선이 곡선에 붙어 오차가
    {first}에서 {last}로 줄어듭니다.
    """,
    en="""
    A sine curve approximated by sums of {counts} ReLUs: with more of them the broken line clings to the
    curve, and the error falls from {first} to {last}.
    """,
)
_CAPTION = Both(
    ko="""
    ReLU 하나는 꺾인 선 하나입니다. 꺾이는 위치 t와 기울기 v를 최소제곱법으로 맞추어 더하면 사인 곡선에
    가까워집니다. 유닛을 {half}개에서 {many}개로 두 배 늘리면 오차는 {fall}분의 1이 됩니다. 조각이 충분히
    짧을 때 오차가 개수의 제곱에 반비례하기 때문입니다. 위치는 같은 간격에서 출발해 오차가 줄어드는 쪽으로
    옮긴 것이며, 가장 좋은 위치라는 보장은 없습니다.
    """,
    en="""
    One ReLU is one hinge. With kinks t and slopes v fitted by least squares, their sum comes close to the
    sine curve. Going from {half} units to {many} leaves 1/{fall} of the error: once the pieces are short,
    it falls with the square of their number. The kinks started at equal distances and were moved downhill;
    nothing guarantees that these are the best places.
    """,
)
_DESCRIPTION = Both(
    ko="""
    그림마다 세 부분이 있습니다. 첫째는 −π부터 π까지의 사인 곡선(가는 선)과 ReLU의 합(굵은 선)으로, 꺾이는
    점에 동그라미가 있습니다. 둘째는 더하는 항 v max(0, x − t)를 꺾이는 점부터 하나씩 그린 것으로, 각 항은
    그 왼쪽에서 0이고 오른쪽에서 직선입니다. v가 양수인 항은 실선, 음수인 항은 파선입니다. 셋째는 ReLU의
    개수에 따른 오차로, 두 축이 모두 로그 눈금이고 지금 보이는 개수가 크게 표시됩니다. 하나뿐이면 평평하다가
    한 번 꺾이는 선이어서 사인 곡선과 크게 어긋나고, 네 개면 골과 마루가 나타나며, {many}개면 눈으로는
    곡선과 구별하기 어렵습니다. ReLU가 {counts}개일 때의 제곱평균제곱근 오차는 차례로 {errors}입니다. 곡선이
    많이 휘는 골과 마루에 꺾이는 점이 모이고, 거의 곧은 가운데에는 드뭅니다.
    """,
    en="""
    Each picture has three parts. The first shows the sine curve from −π to π (thin) and the sum of the
    ReLUs (thick), with circles at the kinks. The second shows the terms v max(0, x − t) from their kinks
    on: each is 0 to the left of its kink and a straight slope to the right, solid where v is positive and
    dashed where it is negative. The third shows the error against the number of ReLUs, both on logarithmic
    scales, with the current number emphasized. A single hinge is flat and then bends once, far from the
    sine curve; four bring out the trough and the crest; {many} can hardly be told from the curve by eye.
    For {counts} ReLUs the root mean square errors are {errors}. Kinks gather at the trough and the crest,
    where the curve bends most, and are rare in the middle, where it is almost straight.
    """,
)
