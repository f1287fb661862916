"""What the figure of the memory says, in both languages, from its computed state."""

from __future__ import annotations

from plots.networks.memory import BILLION, LARGE, Batch, Bytes, MemoryState
from plots.spec import Both, Lang
from plots.wording import number, percent, prose

KEYS = (
    Both("가중치", "weights"),
    Both("기울기", "gradients"),
    Both("옵티마이저 상태", "optimizer state"),
    Both("저장한 활성값", "stored activations"),
)
TITLES = (
    Both("파라미터 하나에 드는 바이트", "Bytes for each parameter"),
    Both("VGG-16을 Adam으로 학습 (float32)", "Training VGG-16 with Adam (float32)"),
)
_RULES = {
    "sgd": Both("SGD, float32", "SGD, float32"),
    "momentum": Both("SGD와 모멘텀, float32", "SGD with momentum, float32"),
    "adam": Both("Adam, float32", "Adam, float32"),
    "mixed": Both("Adam, 혼합 정밀도", "Adam, mixed precision"),
}


def rule(found: Bytes) -> Both:
    """Return the name of a rule."""
    return _RULES[found.name]


def per_parameter(found: Bytes) -> Both:
    """Return the total of a rule."""
    return Both(f"{found.total}바이트", f"{found.total} bytes")


def batch(found: Batch) -> str:
    """Return the name of a batch."""
    return f"B = {found.size}"


def gigabytes(count: float) -> str:
    """Return a number of bytes in units of 10^9."""
    return f"{count / BILLION:.2f} GB"


def _facts(state: MemoryState) -> dict[str, str]:
    first, last = state.batches[0], state.batches[-1]
    adam, mixed = state.rule("adam"), state.rule("mixed")
    return {
        "parameters": f"{state.parameters:,}",
        "image": number(state.per_image / 1e6, 1),
        "fixed": gigabytes(sum(first.fixed)),
        "sizes": ", ".join(str(found.size) for found in state.batches),
        "totals": ", ".join(gigabytes(found.total) for found in state.batches),
        "first": str(first.size),
        "last": str(last.size),
        "low": percent(first.activations / first.total),
        "share": percent(last.activations / last.total),
        "activations": gigabytes(last.activations),
        "input": percent(last.images / last.total),
        "sgd": str(state.rule("sgd").total),
        "momentum": str(state.rule("momentum").total),
        "adam": str(adam.total),
        "kept": str(adam.optimizer),
        "half": str(mixed.weights),
        "mixed": str(mixed.optimizer),
        "mixed_total": str(mixed.total),
        "billions": number(LARGE / BILLION, 1),
        "korean": str(LARGE // 10**8),
        "training": number(LARGE * adam.total / BILLION, 1),
        "inference": number(LARGE * mixed.weights / BILLION, 1),
    }


def alt(state: MemoryState, lang: Lang) -> str:
    """Return one sentence in place of the picture."""
    return prose(_ALT.of(lang), **_facts(state))


def caption(state: MemoryState, lang: Lang) -> str:
    """Return what stands under the picture."""
    return prose(_CAPTION.of(lang), **_facts(state))


def description(state: MemoryState, lang: Lang) -> str:
    """Return the long description."""
    return prose(_DESCRIPTION.of(lang), **_facts(state))


_ALT = Both(
    ko="""
    학습에 드는 메모리의 막대그래프로, 가중치와 기울기와 옵티마이저 상태는 배치 크기와 상관없이
    {fixed}이지만 활성값은 배치 크기에 비례해 늘어 배치 {last}에서는 전체의 {share}입니다.
    """,
    en="""
    Bars of the memory that training takes: weights, gradients and optimizer state stay at {fixed} whatever
    the batch size, while activations grow with it and are {share} of the whole at a batch of {last}.
    """,
)

_CAPTION = Both(
    ko="""
    위: 파라미터 하나에 필요한 바이트로, 옵티마이저가 정합니다. 혼합 정밀도의 옵티마이저 상태에는 float32
    마스터 가중치가 들어 있어 합은 Adam의 {adam}바이트 그대로입니다. 아래: 파라미터가 {parameters}개인
    VGG-16에 이미지(224 × 224)를 넣을 때의 메모리입니다. 앞의 셋은 늘 {fixed}이고, 활성값은 이미지 한 장에
    {image} MB씩 늘어납니다. 작업 공간과 단편화는 빠져 있으므로 하한입니다.
    """,
    en="""
    Top: the bytes that each parameter needs depend on the optimizer. In mixed precision its state holds
    float32 master weights, so that the sum stays at Adam's {adam} bytes. Bottom: VGG-16 with its
    {parameters} parameters on images of 224 × 224. The first three parts are always {fixed}; activations
    add {image} MB for every image. Workspaces and fragmentation are left out, so these are lower bounds.
    """,
)

_DESCRIPTION = Both(
    ko="""
    위쪽 막대 네 개는 파라미터당 바이트입니다. SGD는 가중치와 기울기만 있어 {sgd}, 모멘텀을 더하면
    {momentum}, Adam은 두 모멘트에 {kept}바이트가 더 들어 {adam}바이트입니다. 혼합 정밀도의 Adam은 가중치와
    기울기가 각각 {half}바이트이지만 옵티마이저 상태가 {mixed}바이트여서 합은 {mixed_total}입니다.
    파라미터가 {korean}억 개이면 Adam으로 학습할 때 활성값 없이도 {training} GB이고, 16비트 가중치로 추론만
    하면 {inference} GB입니다. 아래쪽 막대는 VGG-16의 배치 크기 {sizes}에서의 합으로 차례로 {totals}입니다.
    활성값의 비중은 배치 {first}에서 {low}, 배치 {last}에서 {share}({activations})입니다. 입력 이미지는 그중
    {input}뿐입니다.
    """,
    en="""
    The four bars on top are bytes per parameter. SGD has weights and gradients only, {sgd}; momentum makes
    it {momentum}; Adam keeps two moments, {kept} bytes more, for a total of {adam}. Adam in mixed precision
    has {half} bytes each of weights and gradients but {mixed} bytes of optimizer state: {mixed_total} in
    all. A model of {billions} billion parameters thus takes {training} GB in training with Adam before any
    activation is stored, and {inference} GB for inference with 16-bit weights. The bars at the bottom are
    VGG-16 at batch sizes of {sizes}: {totals}. Activations are {low} of the whole at a batch of {first} and
    {share} ({activations}) at {last}. The input images are only {input} of it.
    """,
)
