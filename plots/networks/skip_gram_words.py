"""What the figure of skip-gram says, in both languages, from its computed state."""

from __future__ import annotations

from plots.networks.words import EPOCHS, NEGATIVES, SIZE, WINDOW, WordsState
from plots.spec import Both, Lang
from plots.wording import prose

KEYS = (Both("가운데 단어", "center word"), Both("문맥 단어", "context words"))
COSINE = Both("코사인 유사도", "cosine similarity")


def titles() -> tuple[Both, Both]:
    """Return the headings of both parts."""
    return (
        Both(f"창 크기 {WINDOW}의 학습 쌍", f"Training pairs, window {WINDOW}"),
        Both("학습한 단어 벡터의 유사도", "Similarity of the trained vectors"),
    )


def pairs(state: WordsState, place: int) -> str:
    """Return the pairs of one word of the sentence."""
    around = ", ".join(state.sentence[other] for other in state.windows[place])
    return f"{state.sentence[place]} \N{RIGHTWARDS ARROW} {around}"


def cosine(state: WordsState, one: str, other: str) -> str:
    """Return the similarity of two words."""
    return f"{state.cosine(one, other):.2f}".replace("-", "\N{MINUS SIGN}")


def facts(state: WordsState) -> tuple[Both, ...]:
    """Return the lines below the sentence: how many pairs there are, and two similarities."""
    here, everywhere = sum(len(around) for around in state.windows), state.pairs
    likeness = [
        Both(f"{one}, {other}: 유사도 {value}", f"{one}, {other}: similarity {value}")
        for one, other in (("cat", "dog"), ("cat", "truck"))
        for value in [cosine(state, one, other)]
    ]
    return (
        Both(f"한 문장에서 쌍 {here}개", f"{here} pairs from one sentence"),
        Both(
            f"말뭉치 전체에서 쌍 {everywhere}개", f"{everywhere} pairs from all {state.sentences} sentences"
        ),
        *likeness,
    )


def _facts(state: WordsState) -> dict[str, str]:
    return {
        "window": str(WINDOW),
        "size": str(SIZE),
        "negatives": str(NEGATIVES),
        "epochs": str(EPOCHS),
        "words": str(len(state.words)),
        "sentences": str(state.sentences),
        "pairs": str(state.pairs),
        "sentence": " ".join(state.sentence),
        "here": str(sum(len(around) for around in state.windows)),
        "dog": cosine(state, "cat", "dog"),
        "truck": cosine(state, "cat", "truck"),
        "eats": cosine(state, "cat", "eats"),
        "ends": cosine(state, "the", "now"),
        "apart": cosine(state, "cat", "the"),
    }


def alt(state: WordsState, lang: Lang) -> str:
    """Return one sentence in place of the picture."""
    return prose(_ALT.of(lang), **_facts(state))


def caption(state: WordsState, lang: Lang) -> str:
    """Return what stands under the picture."""
    return prose(_CAPTION.of(lang), **_facts(state))


def description(state: WordsState, lang: Lang) -> str:
    """Return the long description."""
    return prose(_DESCRIPTION.of(lang), **_facts(state))


_ALT = Both(
    ko="""
    한 문장의 단어마다 창 안의 문맥 단어를 표시한 그림과 학습된 단어 벡터의 유사도 표로, 문맥이 같은 cat과
    dog의 유사도는 {dog}이고 문맥이 다른 cat과 truck은 {truck}입니다.
    """,
    en="""
    The context words around each word of a sentence, and a grid of how similar the trained vectors are:
    {dog} for cat and dog, which share their contexts, {truck} for cat and truck, which do not.
    """,
)

_CAPTION = Both(
    ko="""
    왼쪽(좁은 화면에서는 위): 스킵그램은 가운데 단어로 양쪽 {window}칸 안의 문맥 단어를 예측하므로, 창이 한
    칸씩 움직이며 (가운데, 문맥) 쌍을 만듭니다. 오른쪽(아래): 문장 {sentences}개의 쌍 {pairs}개로 학습한
    {size}차원 벡터의 유사도입니다. cat과 dog는 한 문장에 함께 나온 적이 없지만 문맥이 같아서 유사도가
    {dog}입니다. 일부러 깨끗하게 만든 장난감 말뭉치입니다.
    """,
    en="""
    Left (on a narrow screen: top): skip-gram predicts the words within {window} places from the one in the
    center, so that the window, moving on word by word, makes pairs of center and context. Right (bottom):
    the similarity of the vectors with {size} numbers trained on the {pairs} pairs of {sentences} sentences.
    The words cat and dog never stand in one sentence, but they share their contexts: {dog}. The corpus is a
    toy and cleaner than any real one.
    """,
)

_DESCRIPTION = Both(
    ko="""
    the, 명사, 동사, now가 이어지는 문장 {sentences}개가 말뭉치입니다. 예로 든 문장 '{sentence}'에서는 쌍이
    {here}개 나옵니다. 오른쪽 표의 행과 열은 같은 순서의 단어 {words}개이고, 색이 진할수록 두 벡터의 코사인
    유사도가 1에 가깝습니다. 대각선을 따라 진한 사각형이 다섯 개 보입니다. 동물 셋(cat, dog, horse), 동물이
    하는 동작 셋(eats, sleeps, runs), 탈것 셋(car, bus, truck), 탈것이 하는 동작 셋(parks, brakes, drives),
    그리고 어느 문장에나 나오는 the와 now입니다. cat과 dog의 유사도는 {dog}, the와 now는 {ends}이지만 cat과
    truck은 {truck}, cat과 eats는 {eats}, cat과 the는 {apart}입니다. 한 문장에 함께 나오는 것이 아니라
    문맥이 같은 것이 벡터를 가깝게 합니다. 학습은 네거티브 샘플 {negatives}개씩으로 {epochs}번
    되풀이했습니다.
    """,
    en="""
    The corpus consists of {sentences} sentences made of the, a noun, a verb and now. The example,
    "{sentence}", gives {here} pairs. Rows and columns of the grid are the same {words} words in the same
    order; the stronger the color, the closer the cosine similarity of the two vectors is to 1. Five strong
    squares lie along the diagonal: three animals (cat, dog, horse), what they do (eats, sleeps, runs),
    three vehicles (car, bus, truck), what they do (parks, brakes, drives), and the words of every sentence,
    the and now. The similarity is {dog} for cat and dog and {ends} for the and now, but {truck} for cat and
    truck, {eats} for cat and eats and {apart} for cat and the. It is not standing in one sentence but
    sharing contexts that brings vectors together. Training took {epochs} passes with {negatives} negative
    samples a pair.
    """,
)
