"""What holds of parsing and merging whatever the files say."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from kb.answer_files import answer_files
from kb.dialects import DIALECTS, explain, parse
from kb.merge import merge
from kb.model import Bank, Document, KnowledgeBase, Phrases, Question, Term, Text, Topic

from tests.dialects.golden import cases, unaccounted

from .documents import any_bytes, documents, parsed, source_of

BANK = Bank(
    (Topic("nets", Text("신경망", "Networks")),),
    (
        Question(
            "dropout", Text("드롭아웃이란 무엇인가요?", "What is dropout?"), "nets",
            also_asked=Phrases(("드롭아웃은 왜 쓰나요",), ("why dropout",)),
        ),
        Question("why-bias", Text("편향은 왜 필요한가요?", "Why a bias term?"), "nets", parent="dropout"),
    ),
)  # fmt: skip
TERMS = (Term("dropout", Text("드롭아웃", "dropout")), Term("bias", Text("편향", "bias")))


def merged(found: list[Document]) -> KnowledgeBase:
    return merge(BANK, TERMS, found)[0]


@given(any_bytes)
@settings(max_examples=300, deadline=None)
def test_no_input_raises_and_every_line_is_accounted_for(raw: bytes) -> None:
    source = source_of(raw)
    document, _ = parse(source)
    assert unaccounted(source, document) == []
    assert all(1 <= e.span.start <= e.span.end <= len(source.lines) for e in document.entries)
    assert all(e.span.start <= e.title_line for e in document.entries)
    merged([document])


@given(documents)
@settings(max_examples=150, deadline=None)
def test_every_dialect_can_read_what_it_scores(text: str) -> None:
    for choice in explain(source_of(text)):
        assert choice.dialect in DIALECTS
        assert 0 <= choice.score <= 1
        assert choice.reason


@given(st.lists(documents, min_size=2, max_size=4), st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_the_order_of_files_does_not_matter(texts: list[str], random: object) -> None:
    found = [parsed(text, f"kim/{number}.md")[0] for number, text in enumerate(texts)]
    again = list(found)
    random.shuffle(again)  # type: ignore[attr-defined]
    assert merge(BANK, TERMS, again) == merge(BANK, TERMS, found)


@given(st.lists(documents, min_size=1, max_size=3))
@settings(max_examples=100, deadline=None)
def test_merging_twice_changes_nothing(texts: list[str]) -> None:
    found = [parsed(text, f"kim/{number}.md")[0] for number, text in enumerate(texts)]
    once = merged(found)
    assert merged(list(once.documents)) == once


def check_round_trip(kb: KnowledgeBase) -> None:
    """Read every file that is written and compare; one without a title is called like its question."""
    titles = {question.id: question.title for question in kb.questions}
    answers = [answer for question in kb.questions for answer in kb.answers.get(question.id, ())]
    written = list(answer_files(kb))
    assert len({file.path.casefold() for file in written}) == len(written) == len(answers)
    for file, answer in zip(written, answers, strict=True):
        document, _ = parsed(file.text, file.path)
        ((again,),) = merged([document]).answers.values()
        title = answer.title or titles[answer.question].get(answer.lang)
        assert (again.title, again.gfm, again.references) == (title, answer.gfm, answer.references)
        assert (again.lang, again.role) == (answer.lang, answer.role)
        assert again.contributor == answer.contributor
        if answer.question in ("dropout", "why-bias"):
            assert again.question == answer.question


@given(st.lists(any_bytes, min_size=1, max_size=3))
@settings(max_examples=300, deadline=None)
def test_an_answer_written_as_a_file_is_read_back_as_the_same_answer(raws: list[bytes]) -> None:
    check_round_trip(merged([parsed(raw, f"kim/{number}.md")[0] for number, raw in enumerate(raws)]))


def test_the_answers_of_the_golden_cases_are_read_back_as_well() -> None:
    check_round_trip(merged([parsed(case.raw, case.path)[0] for case in cases()]))
