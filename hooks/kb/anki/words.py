"""The words on Anki cards, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kb.model import Lang


@dataclass(frozen=True, slots=True)
class AnkiWords:
    """What cards and decks say besides the questions and answers themselves."""

    note_type: str
    page: str
    steps: str
    by: str
    deck: str


_KO = AnkiWords(
    note_type="머신러닝 면접 노트",
    page="이 질문의 페이지",
    steps="모든 단계 보기",
    by="글: {who}",
    deck="{site}의 질문 {n}개입니다.",
)
_EN = AnkiWords(
    note_type="ML Interview Notes",
    page="The page of this question",
    steps="Show all steps",
    by="Text: {who}",
    deck="{n} questions of {site}.",
)
WORDS: Mapping[Lang, AnkiWords] = MappingProxyType({"ko": _KO, "en": _EN})
