"""Lead from a topic to studying it."""

from __future__ import annotations

from html import escape

from kb.model import Lang, Text, Topic
from kb.site.outline import Outline, flat

_STUDY = Text("이 주제 학습하기", "Study this topic")


def study_link(outline: Outline, topic: Topic, lang: Lang, root: str) -> str:
    """Write a link to the study page with `topic` chosen, empty where nothing of it is answered.

    `root` is the address of the language's home, seen from the page.
    """
    if not any(outline.answered(question.id) for question in flat(outline.trees[topic.id])):
        return ""
    address = f"{root}study/?topic={escape(topic.id)}"
    return f'<p class="kb-study-link"><a class="md-button" href="{address}">{_STUDY.get(lang)}</a></p>'
