"""When each page changed last, as far as its sources tell."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kb.model import Answer, KnowledgeBase, Lang
from kb.site.lists import question_path, topic_path


def page_changes(kb: KnowledgeBase, changed: Callable[[str], str]) -> dict[str, str]:
    """Return the dates (ISO 8601) of questions' and topics' pages by source path.

    `changed` gives a file's date, or nothing. A question's page is as young as its youngest answer, a
    topic's as its youngest question.
    """
    found: dict[str, str] = {}
    for question in kb.questions:
        for lang in ("ko", "en"):
            date = _latest(changed(a.source) for a in shown(kb.answers.get(question.id, ()), lang))
            topic = topic_path(question.topic, lang)
            found[question_path(question.id, lang)] = date
            found[topic] = max(found.get(topic, ""), date)
    return {path: date for path, date in found.items() if date}


def shown(answers: Iterable[Answer], lang: Lang) -> list[Answer]:
    """Return the answers in a language; where there is none, all, since they stand in for it."""
    listed = list(answers)
    return [answer for answer in listed if answer.lang == lang] or listed


def _latest(dates: Iterable[str]) -> str:
    return max(dates, default="")
