"""Placeholders, labels, titles and questions, in both languages."""

from __future__ import annotations

import pytest
from kb.wording.asking import asks_outright, is_part, is_question
from kb.wording.folding import fold, near
from kb.wording.inlines import plain
from kb.wording.labels import invites, is_source_label, meant
from kb.wording.placeholders import is_placeholder
from kb.wording.titles import answer_of, asked, numbered_words, title_of, unprefixed


@pytest.mark.parametrize(
    "body",
    [
        "", "답변 ~~", "내용", "Keyword:", "Answer:", "**Answer** :", "Answer here", "무슨말일까요...",
        "<p></p>",
        "> - []()", "- [ ]", "TODO", "tbd.", "추후 작성 예정", "### 키워드\n\n### 답변", "<br>\n\n&nbsp;",
        "???",
        "잘 모르겠다",
        "Keyword:\n\nAnswer:", "Write your answer here", "-", "답변을 작성해주세요",
    ],
)  # fmt: skip
def test_placeholders(body: str) -> None:
    assert is_placeholder(body)


@pytest.mark.parametrize(
    "body",
    [
        "네.", "No.", "O(n)", "2", "$x$", "![](a.png)", "https://example.org", "[a](b.md)", "```\nx\n```",
        "내용이 같은 두 벡터", "Answer: it depends", "정답은 드롭아웃", "### 답변\n\n과적합을 막습니다.",
    ],
)  # fmt: skip
def test_short_answers_are_answers(body: str) -> None:
    assert not is_placeholder(body)


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("**What is *it*?** <br>", "What is it?"),
        ("[What is it?](https://example.org)", "What is it?"),
        ("What is it? [[src](https://example.org)]", "What is it?"),
        ("What is it? [[↑]](#top)", "What is it?"),
        ("What is it? {#it}", "What is it?"),
        ("[x] - [ ] 왜요?", "- [ ] 왜요?"),
        ("`relu` 란?", "relu 란?"),
        (r"L1\_norm \*이란\*?", "L1_norm *이란*?"),
        (":question: 왜요?", "왜요?"),
        ("Q1. 왜요?", "왜요?"),
        ("**Q.** 왜요?", "왜요?"),
        ("**Q3: 왜요?**", "왜요?"),
        ("[질문 2] 왜요?", "왜요?"),
        ("🙋 Q) 왜요?", "왜요?"),
        ("❓ 왜요?", "왜요?"),
        ("𝐐𝟏. 𝐖𝐡𝐲?", "𝐖𝐡𝐲?"),
        ("Quality matters", "Quality matters"),
        ("[Q1: Why?](#1)", "Q1: Why?"),
    ],
)
def test_titles(written: str, title: str) -> None:
    assert unprefixed(written) == title


def test_numbers_before_titles() -> None:
    assert asked("Q1-2. 왜요?") == ("1-2", "왜요?")
    assert asked("Why?") is None
    written = ("③ a", "3️⃣ a", "**3. a**", "[3](x.md). a", "✔️ 3) a", "【3】 a")
    assert [numbered_words(text) for text in written] == [
        "3. a", "3. a", "3. a", "3. a", "3) a", "3) a",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "lead"),
    [
        ("A. yes", "yes"), ("**A:** yes", "yes"), ("답변 : 네", "네"), ("[A] yes", "yes"),
        ("A1) yes", "yes"),
        ("Ａ．네", "네"), ("A vector", None), ("Answers vary", None),
        ("답을 찾는다", None), ("A.I. is old", None),
    ],
)  # fmt: skip
def test_answers_that_say_so(line: str, lead: str | None) -> None:
    assert answer_of(line) == lead


@pytest.mark.parametrize(
    "title",
    [
        "What is it?", "explain dropout", "드롭아웃이란", "왜 쓰나요", "차이를 설명하시오.", "A vs B",
        "말해 주세요",
        "그런가요? (예: ReLU)", "How many lines? [src]",
    ],
)  # fmt: skip
def test_questions(title: str) -> None:
    assert is_question(title)


@pytest.mark.parametrize(
    "title", ["", "Definition", "장점", "When it fits.", "How it works", "참고 문헌", "a" * 2_000]
)
def test_what_asks_nothing(title: str) -> None:
    assert not is_question(title)


def test_a_noun_asks_less_plainly() -> None:
    assert is_question("배치 정규화의 장단점") is is_question("둘의 차이") is True
    assert not asks_outright("둘의 차이")
    assert is_part("2. 정의")


@pytest.mark.parametrize(
    "text", ["References", "**Reference**:", "참고", "출처 :", "[REF]", "Refernces", "참고 사이트"]
)
def test_labels_of_sources(text: str) -> None:
    assert is_source_label(text)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Referneces", "References"), ("Anwser", "Answer"), ("Keywrod", "Keyword"), ("References", None),
        ("Referenced", None), ("Question 1", None), ("Preference", None), ("참고문현", "참고 문헌"),
        ("", None),
    ],
)  # fmt: skip
def test_slips_in_labels(text: str, right: str | None) -> None:
    assert meant(text) == right


@pytest.mark.parametrize(
    ("text", "only"), [("정답 보기", True), ("Click to expand!", True), ("", True), ("답은 무엇일까", False)]
)
def test_summaries_that_only_invite(text: str, *, only: bool) -> None:
    assert invites(text) is only


def test_look_alikes_fold_and_russian_stays() -> None:
    assert fold("𝐇𝐨𝐰 ＮＯＷ") == "how now"
    assert fold("Bаtch Nоrm") == "batch norm"  # Cyrillic а and о
    assert fold("Привет") == "привет"
    assert near("referneces", "references")
    assert not near("preference", "reference")


def test_escapes_and_code_are_taken_as_they_are() -> None:
    assert plain(r"\*a\* `b_c_d` \[e\](f)") == "*a* b_c_d [e](f)"
    assert title_of("`<br>` 는 무엇?") == "<br> 는 무엇?"
