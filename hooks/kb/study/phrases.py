"""What the words of the study page are; each language fills them in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StudyWords:
    """Every phrase of the study page, in one language.

    `said` are those that its scripts fill in; `a|b` there is the phrase for one and for other numbers.
    """

    title: str
    description: str
    intro: str
    no_script: str
    trouble: str
    plan: str
    review: str
    choose: str
    topics: str
    all_topics: str
    levels: str
    only: str
    only_names: tuple[str, str, str]
    order: str
    order_names: tuple[str, str]
    start: str
    reveal: str
    space: str
    question: str
    answer: str
    grade: str
    grades: tuple[str, str, str, str]
    back: str
    next: str
    page: str
    end: str
    result: str
    results: str
    repeat: str
    repeat_these: str
    rest: str
    more: str
    records: str
    records_intro: str
    learned: str
    save: str
    load: str
    said: Mapping[str, str]
