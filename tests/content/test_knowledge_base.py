"""The bank, the glossary and the collections: complete, connected and of one vocabulary."""

from __future__ import annotations

import re
import runpy
import subprocess
import sys
from collections import Counter, defaultdict
from functools import cache
from itertools import chain

import pytest
from kb.glossary import load_glossary
from kb.library import Library, load
from kb.model import LANGS, Lang, Question, Term

from tests.content.answers import ROOT, answers, questions

SHARED = ROOT.parent / "shared"
# What we call it, and what we do not: other spellings are in the glossary for those who search.
CHOSEN = (
    ("파라미터", "매개변수"),
    ("샘플", "표본"),
    ("학습 세트", "훈련 세트"),
    ("학습률", "러닝 레이트"),
    ("과적합", "오버피팅"),
    ("기울기", "그래디언트"),
    ("레이블", "라벨"),
    ("은닉층", "히든 레이어"),
    ("미니배치", "미니 배치"),
    ("손실 곡면", "손실 지형"),
)


@cache
def library() -> Library:
    return load([ROOT / "docs"], ROOT / "docs/questions", ROOT / "docs/glossary.yml")


@cache
def terms() -> tuple[Term, ...]:
    return load_glossary(ROOT / "docs/glossary.yml")[0]


EVERY = pytest.mark.parametrize("question", questions().values(), ids=lambda q: q.id)


@EVERY
@pytest.mark.parametrize("role", ["answer", "summary", "pitfall"])
def test_every_question_is_answered_summed_up_and_warned_of(question: Question, role: str) -> None:
    found = Counter(a.lang for a in library().kb.answers[question.id] if a.role == role)
    assert found == {"ko": 1, "en": 1}


def test_nothing_of_ours_is_outside_the_bank() -> None:
    assert [q.id for q in library().kb.questions if not q.in_bank] == []


def test_every_summary_is_short() -> None:
    summaries = [a for a in chain(*library().kb.answers.values()) if a.role == "summary"]
    long = {(a.question, a.lang): len(a.gfm.split()) for a in summaries if len(a.gfm.split()) > 75}
    assert long == {}


@EVERY
def test_every_pitfall_quotes_the_mistake_and_names_a_source(question: Question) -> None:
    for pitfall in (a for a in library().kb.answers[question.id] if a.role == "pitfall"):
        assert pitfall.gfm.startswith("> "), pitfall.document
        assert len(pitfall.gfm.split("\n\n", 1)[1].split()) >= 15
        assert any(reference.url for reference in pitfall.references), pitfall.document


@EVERY
def test_every_question_is_known_by_other_phrasings(question: Question) -> None:
    for lang in LANGS:
        phrasings = question.also_asked.get(lang)
        assert len({p.casefold() for p in phrasings} - {question.title.only(lang).casefold()}) >= 3
        assert question.title.only(lang)


def test_the_questions_are_one_connected_graph() -> None:
    beside: dict[str, set[str]] = defaultdict(set)
    for question in questions().values():
        for neighbour in (*question.related, *filter(None, [question.parent])):
            beside[question.id].add(neighbour)
            beside[neighbour].add(question.id)
    reached, waiting = set[str](), ["gradient-descent"]
    while waiting:
        if (current := waiting.pop()) not in reached:
            reached.add(current)
            waiting.extend(beside[current])
    assert reached == set(questions())


def test_the_glossary_is_complete() -> None:
    assert len(terms()) >= 150
    for term in terms():
        assert term.name.ko and term.name.en, term.id
        assert term.definition.ko and term.definition.en, term.id
        assert "\n" not in term.definition.ko + term.definition.en


def test_no_two_terms_have_the_same_name() -> None:
    for lang in LANGS:
        names = Counter(term.name.only(lang).casefold() for term in terms())
        assert [name for name, count in names.items() if count > 1] == []


def prose(lang: Lang) -> str:
    texts = (re.sub(r"```.*?```|`[^`\n]*`|https?://\S+", " ", a.text, flags=re.DOTALL) for a in answers())
    return "\n".join(text for text, answer in zip(texts, answers(), strict=True) if answer.lang == lang)


@pytest.mark.parametrize(("ours", "others"), CHOSEN)
def test_korean_answers_use_the_names_of_the_glossary(ours: str, others: str) -> None:
    assert any(term.name.ko == ours for term in terms())
    # 재매개변수화, 재표본추출, 표본화 and 서브그래디언트 are terms of their own.
    uses = re.findall(rf"(?<![가-힣]){others}(?!화|추출| 추출)", prose("ko"))
    assert len(uses) == 0


def test_english_answers_are_spelled_the_american_way() -> None:
    stems = (
        "categor|central|character|discret|emphas|equal|factor|general|initial|maxim|memor|minim|normal|optim|organ|"
        "parallel|parametr|penal|quant|random|real|recogn|regular|special|stabil|standard|summar|token|util|vector|visual"
    )
    endings = "is(?:e|es|ed|ing|er|ers|ation|ations)"
    british = rf"\b(?:\w*(?:{stems}){endings}|\w*(?:behavi|col|neighb)our\w*|centred?|modell\w+|labell\w+)\b"
    assert set(re.findall(british, prose("en"), re.IGNORECASE)) == set()


def test_checking_the_whole_folder_prints_nothing() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "kb.cli", "check", "docs"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared, other people's answer files, is not here")
def test_nothing_is_copied(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    script = SHARED / "tools/check_originality.py"
    monkeypatch.setattr(sys, "argv", [str(script), str(ROOT)])
    with pytest.raises(SystemExit) as end:
        runpy.run_path(str(script), run_name="__main__")
    assert end.value.code == 0, capsys.readouterr().out
