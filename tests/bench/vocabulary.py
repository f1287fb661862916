"""The words of made-up collections: names that mean nothing, and sentences put together from parts."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from types import MappingProxyType

from kb.model import Lang, Text

# A syllable as it is written in each script, no two alike in either. Three of them make a name.
_HANGUL = "바리노네두카미소테주루페기고라피조메타쿠레도시요하제부니가포"
_LATIN = "barinonedukamisotejulupegigorafizometakuledosiyohajebunigapo"
_SYLLABLES = tuple((_LATIN[2 * place :][:2], hangul) for place, hangul in enumerate(_HANGUL))
_SPREAD = 7919  # neighbours share no syllable

KINDS: tuple[Text, ...] = (
    Text("정규화층", "normalizer"),
    Text("최적화기", "optimizer"),
    Text("샘플러", "sampler"),
    Text("손실 함수", "loss"),
    Text("인코더", "encoder"),
    Text("어텐션", "attention"),
    Text("풀링", "pooling"),
    Text("초기화", "initialization"),
    Text("스케줄러", "schedule"),
    Text("커널", "kernel"),
)
ASKED: tuple[Text, ...] = (
    Text("{x}는 무엇이고 언제 도움이 되나요?", "What is the {x}, and when does it help?"),
    Text("{x}를 쓰면 학습이 왜 느려지나요?", "Why does the {x} slow training down?"),
    Text("{x}의 한계는 무엇인가요?", "What are the limits of the {x}?"),
    Text("{x}의 계산량은 어떻게 늘어나나요?", "How does the cost of the {x} grow?"),
)
ALSO: tuple[Text, ...] = (
    Text("{x} 설명", "{x} explained"),
    Text("{x} 장단점", "{x} pros and cons"),
    Text("{x} 예시", "{x} by example"),
)

_PARTS: Mapping[Lang, tuple[tuple[str, ...], ...]] = MappingProxyType(
    {
        "en": (
            (
                "In practice, the {x}",
                "For small batches, the {x}",
                "With a deep stack of layers, the {x}",
                "On noisy labels, the {x}",
                "Near the end of training, the {x}",
                "Without any warm-up, the {x}",
                "Compared with the {y}, the {x}",
                "In the first hundred steps, the {x}",
                "On long sequences, the {x}",
                "Once the data is shuffled, the {x}",
                "If memory is short, the {x}",
                "As soon as the {y} is added, the {x}",
            ),
            (
                "keeps the scale of every activation",
                "spends most of its time on rare examples",
                "turns a sum over the batch into a running average",
                "moves the boundary between two classes",
                "loses about {n} percent of the signal",
                "needs {n} more passes over the data",
                "shrinks the gradient of the first layer",
                "stores one number for each channel",
                "treats near and distant positions alike",
                "changes the order in which weights settle",
                "halves the variance of the estimate",
            ),
            (
                "because neighbouring units share what they learn.",
                "so that the next layer sees a stable input.",
                "which a plot of the validation loss shows at once.",
                "although the training loss looks the same.",
                "unless the learning rate is lowered as well.",
                "and the effect grows with the width of the layer.",
                "while the number of parameters stays at {n}.",
                "as a short experiment with {n} seeds makes plain.",
                "which is why a second measurement is worth its cost.",
                "but only as long as the inputs are centred.",
                "since nothing else limits the norm of the weights.",
            ),
        ),
        "ko": (
            (
                "실제로 {x}는",
                "배치가 작을 때 {x}는",
                "층이 깊게 쌓이면 {x}는",
                "라벨에 잡음이 섞이면 {x}는",
                "학습이 끝날 무렵 {x}는",
                "준비 단계 없이 시작하면 {x}는",
                "{y}와 비교하면 {x}는",
                "처음 백 걸음 동안 {x}는",
                "긴 시퀀스에서 {x}는",
                "데이터를 섞고 나면 {x}는",
                "메모리가 모자라면 {x}는",
                "{y}를 더하는 순간 {x}는",
            ),
            (
                "모든 활성값의 크기를 지키고",
                "드문 예제에 대부분의 시간을 쓰고",
                "배치 합을 이동 평균으로 바꾸고",
                "두 클래스 사이의 경계를 옮기고",
                "신호를 {n}퍼센트쯤 잃고",
                "데이터를 {n}번 더 읽어야 하고",
                "첫 층의 기울기를 줄이고",
                "채널마다 숫자를 하나씩 저장하고",
                "가까운 위치와 먼 위치를 똑같이 다루고",
                "가중치가 자리 잡는 순서를 바꾸고",
                "추정값의 분산을 절반으로 낮추고",
            ),
            (
                "이웃한 뉴런이 배운 것을 나누어 갖습니다.",
                "다음 층은 안정된 입력을 받습니다.",
                "검증 손실을 그려 보면 바로 드러납니다.",
                "학습 손실만 보면 차이가 없습니다.",
                "학습률을 함께 낮추지 않으면 소용이 없습니다.",
                "층이 넓을수록 그 효과가 커집니다.",
                "파라미터 수는 {n}개로 그대로입니다.",
                "시드 {n}개로 짧게 실험해도 분명합니다.",
                "그래서 한 번 더 재어 볼 값어치가 있습니다.",
                "입력의 평균이 0일 때만 그렇습니다.",
                "가중치의 크기를 막는 것이 달리 없기 때문입니다.",
            ),
        ),
    }
)


def name(number: int) -> Text:
    """Return the name with this number in both scripts."""
    size = len(_SYLLABLES)
    rest = number * _SPREAD % size**3
    chosen = [_SYLLABLES[rest // size**place % size] for place in range(3)]
    return Text("".join(hangul for _, hangul in chosen), "".join(latin for latin, _ in chosen))


def thing(number: int) -> Text:
    """Return what question `number` is about: a name and its kind."""
    own, kind = name(number), KINDS[number % len(KINDS)]
    return Text(f"{own.ko} {kind.ko}", f"{own.en.capitalize()} {kind.en}")


def sentence(words: Random, lang: Lang, own: str, other: str) -> str:
    """Make up a sentence about `own` that may mention `other`."""
    text = " ".join(words.choice(part) for part in _PARTS[lang])
    return text.format(x=own, y=other, n=words.randint(2, 97))


def paragraph(words: Random, lang: Lang, own: str, other: str, sentences: int) -> str:
    """Make up a paragraph; one of its words is in bold."""
    text = " ".join(sentence(words, lang, own, other) for _ in range(sentences))
    first, space, rest = text.partition(" ")
    return f"**{first}**{space}{rest}"
