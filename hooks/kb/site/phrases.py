"""What the words of the interface are; each language fills them in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kb.model import Lang


@dataclass(frozen=True, slots=True)
class Words:
    """Every phrase the generated pages use, in one language. `{…}` are filled with `str.format`.

    `theme` replaces phrases of Material by its own keys, where its translation is missing or poor.
    """

    name: str
    locale: str
    site_name: str
    tagline: str
    switch: str
    home: str
    topics: str
    start: str
    unanswered: str
    unanswered_intro: str
    nothing_unanswered: str
    other_topic: str
    other_topic_description: str
    levels: tuple[str, str, str]
    answered: str
    not_answered: str
    only_other: str
    topic_size: str
    topic_count: str
    summary: str
    answer: str
    answer_by: str
    by: str
    source: str
    changed: str
    license: str
    minutes: str
    pitfalls: str
    references: str
    follow_ups: str
    related: str
    other_language: str
    more_in_other: str
    unanswered_title: str
    unanswered_body: str
    unanswered_file: str
    unanswered_foreign: str
    how_to: str
    question_description: str
    glossary: str
    glossary_intro: str
    figures: str
    figures_intro: str
    figure_kinds: Mapping[str, str]
    translations: str
    translations_intro: str
    translations_done: str
    translation_states: tuple[str, str]
    stale: Mapping[Lang, str]
    editors: str
    moved: str
    share: str
    share_buttons: tuple[str, str, str, str]
    share_results: tuple[str, str]
    quiz: str
    reveal: str
    to_dark: str
    to_light: str
    made_with: str
    theme: Mapping[str, str]

    def count(self, answers: int) -> str:
        """Say how many answers a question has; for none, that it has none."""
        return (
            self.answered.format(n=answers, s="" if answers == 1 else "s") if answers else self.not_answered
        )
