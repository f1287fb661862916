"""What must and what must not be taken for the same question, asked of our own bank and glossary."""

from __future__ import annotations

from pathlib import Path

import pytest
from kb.bank import load_bank
from kb.glossary import load_glossary
from kb.matching import Context, Matcher
from kb.merge import merge
from kb.model import Bank
from kb.wording.lexicon import Lexicon

from tests.parse.documents import parsed

DOCS = Path(__file__).resolve().parents[2] / "docs"
BANK: Bank = load_bank(DOCS / "questions")[0]
TERMS = load_glossary(DOCS / "glossary.yml")[0]
MATCHER = Matcher(BANK.questions, Lexicon(TERMS))


def asked(title: str, parent: str | None = None) -> str | None:
    return MATCHER.match((title,), Context(parent)).question


@pytest.mark.parametrize(
    ("question", "titles"),
    [
        (
            "backpropagation-line-count",
            ("역전파를 짜면 코드가 몇 줄이나 되나요?", "How many lines does backprop take to write?"),
        ),
        ("backpropagation", ("역전파를 쉬운 말로 풀어 주세요", "Explain back-propagation in plain words")),
        ("why-bias", ("바이어스 항은 왜 두나요?", "Why does a neuron have a bias term?")),
        ("avoiding-local-minima", ("지역 최솟값에서 어떻게 벗어나나요?", "How do you escape local minima?")),
        (
            "local-minima-and-deep-learning",
            (
                "로컬 미니마가 있는데도 딥러닝은 왜 잘 될까요?",
                "Why does deep learning work despite local minima?",
            ),
        ),
        (
            "mnist-in-numpy",
            (
                "넘파이로 MNIST 분류기를 만들면 몇 줄인가요?",
                "How many lines is an MNIST classifier in NumPy?",
            ),
        ),
        ("mnist-in-numpy-time", ("NumPy로 MNIST 분류기를 짜는 데 몇 시간 걸리나요?",)),
        (
            "mnist-with-a-framework",
            (
                "프레임워크로 MNIST 분류기를 짜면 몇 시간 걸릴까요?",
                "How long does an MNIST classifier take to write with a framework?",
            ),
        ),
        ("classification-metrics", ("아는 평가 지표를 모두 말해 보세요", "Which metrics do you know?")),
        ("train-test-split", ("훈련 세트와 시험 세트는 왜 나누나요?",)),
        (
            "linear-regression",
            ("선형 회귀를 설명해 주세요", "Linear Regression이란?", "What is linear regression?"),
        ),
        (
            "dropout",
            (
                "드롭아웃의 효과는 무엇인가요?",
                "what does dropout do",
                "𝐃𝐫𝐨𝐩𝐨𝐮𝐭",
                "드롭아웃에 대해 설명해주세요.",
            ),
        ),
        ("batch-normalization", ("배치 노멀라이제이션의 효과", "Explain Batch Normalization", "BN이란?")),
        ("relu-over-sigmoid", ("시그모이드보다 렐루를 쓰는 까닭은?", "Why use ReLU instead of sigmoid?")),
        ("vae", ("변분 오토인코더란 무엇인가요?", "What is a variational autoencoder?")),
    ],
)
def test_the_same_question(question: str, titles: tuple[str, ...]) -> None:
    assert {title: asked(title) for title in titles} == dict.fromkeys(titles, question)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Back Propagation은 몇 줄로 짤 수 있나요?", "Back Propagation을 쉽게 설명해 보세요"),
        ("How many lines is backprop?", "Explain backprop simply"),
        ("편향(bias)은 왜 있어야 하나요?", "표본의 편향을 어떻게 통제하나요?"),
        ("Why is a bias term there?", "How do you control bias in a survey?"),
        ("L1, L2 정규화란?", "L1 캐시와 L2 캐시는 무엇이 다른가요?"),
        ("What is L1 and L2 regularization?", "What are L1 and L2 caches?"),
        ("Local minima와 global minima는?", "Local minima가 있는데도 딥러닝이 되는 이유는?"),
        ("What are local and global minima?", "Why does deep learning work despite local minima?"),
        ("넘파이로 짠 MNIST 분류기는 몇 줄인가요?", "프레임워크로 MNIST 분류기를 짜면 몇 시간인가요?"),
        ("MNIST in NumPy, how many lines?", "MNIST with a framework, how many hours?"),
        ("알고 있는 지표를 말해 보세요", "불균형한 데이터에는 어떤 지표가 알맞나요?"),
        ("Which metrics do you know?", "Which metric fits an imbalanced problem?"),
        ("손실 함수란?", "비용 함수란?"),
        ("배치 정규화란 무엇인가요?", "데이터 정규화란 무엇인가요?"),
    ],
)
def test_another_question(left: str, right: str) -> None:
    assert asked(left) != asked(right) or asked(left) is None


@pytest.mark.parametrize(
    "title",
    [
        "편향을 어떻게 통제하나요?", "How do you control bias in a survey?",
        "L1 캐시란?", "What are L1 and L2 caches?", "Which metric fits best here?",
        "데이터베이스 정규화란 무엇인가요?", "GAN이란 무엇인가요?", "로지스틱 회귀의 결정 경계는?",
        "교착 상태란 무엇인가요?", "What is a deadlock?", "프로세스와 스레드의 차이", "",
    ],
)  # fmt: skip
def test_what_the_bank_does_not_hold_is_given_to_nobody(title: str) -> None:
    assert asked(title) is None


def test_an_english_list_meets_the_korean_one() -> None:
    korean = "## 1. 드롭아웃의 효과는?\n\n과적합을 막습니다.\n\n## 2. 바이어스는 왜 있나요?\n\n옮깁니다.\n"
    english = "## 1. Why a bias term?\n\nIt shifts.\n\n## 2. What does dropout do?\n\nIt helps.\n"
    kb, found = merge(BANK, TERMS, [parsed(korean, "kim/a.md")[0], parsed(english, "lee/b.md")[0]])
    assert found == ()
    assert {q: [(a.contributor, a.lang) for a in kb.answers[q]] for q in ("dropout", "why-bias")} == {
        "dropout": [("kim", "ko"), ("lee", "en")],
        "why-bias": [("kim", "ko"), ("lee", "en")],
    }


def test_a_follow_up_means_something_under_its_parent_alone() -> None:
    assert asked("몇 시간 걸리나요?", "mnist-in-numpy") == "mnist-in-numpy-time"
    assert asked("몇 시간 걸리나요?") is None
    assert asked("그 효과는?") is None


def test_in_doubt_the_nearest_are_named() -> None:
    document, _ = parsed("# GAN에서 배치 정규화를 쓸 때 조심할 점은?\n\n통계량이 섞입니다.\n", "kim/gan.md")
    _, (said,) = merge(BANK, TERMS, [document])
    assert said.code.id == "KB301"
    assert said.hint.startswith("nearest: ")


def test_every_question_of_the_bank_finds_itself() -> None:
    wrong = [
        (question.id, phrase)
        for question in BANK.questions
        for phrase in (question.title.ko, question.title.en)
        if asked(phrase) != question.id
    ]
    assert wrong == []
