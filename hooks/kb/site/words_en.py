"""The words of the interface in English."""

from __future__ import annotations

from types import MappingProxyType

from kb.site.phrases import Words

EN = Words(
    name="English",
    locale="en_US",
    site_name="ML Interview Notes",
    tagline="Questions that machine-learning interviews keep asking, answered in English and Korean.",
    switch="Read this page in English",
    home="Home",
    topics="Topics",
    start="Start here",
    unanswered="Waiting for an answer",
    unanswered_intro="{n} questions below have no answer yet. If you know one of them, please write it.",
    nothing_unanswered="Every question has an answer.",
    other_topic="Other",
    other_topic_description="Questions that have not been given a topic yet.",
    levels=("Basic", "Intermediate", "Advanced"),
    answered="{n} answer{s}",
    not_answered="No answer yet",
    only_other="In Korean only",
    topic_size="{n} question{s}",
    topic_count="{done} of {total} questions answered.",
    summary="In short",
    answer="Answer",
    answer_by="Answer by {who}",
    by="By",
    source="Source",
    changed="changed {date}",
    license="Licensed under",
    minutes="{n} min read",
    pitfalls="Common wrong answers",
    references="References",
    follow_ups="Follow-up questions",
    related="Related questions",
    other_language="Nobody has written this in English yet, so here it is in Korean.",
    more_in_other="There is more on this question in Korean ({n}).",
    unanswered_title="No answer yet",
    unanswered_body="Be the first to answer this question. A few sentences are enough.",
    unanswered_file="Add a file {path} to the repository, begin it like this, and it appears on this page.",
    unanswered_foreign="This question comes from {path}. Write the answer there and it appears on this page.",
    how_to="How to write an answer",
    question_description="Machine-learning interview question: {title}",
    glossary="Glossary",
    glossary_intro="{n} terms in English and Korean, each in a line. "
    "Words with a dotted line in an answer lead here.",
    figures="Figures",
    figures_intro="The {n} figures of these notes. A title leads to the answer that shows the figure. "
    "Every number in them was computed by code.",
    figure_kinds=MappingProxyType(
        {"stepped": "In steps", "animated": "Animated", "explorer": "With values to change"}
    ),
    translations="Translations",
    translations_intro="Whether the Korean and the English texts agree: "
    "{done} of {total} translations are up to date.",
    translations_done="Every translation is up to date.",
    translation_states=("Translations whose original has changed", "Texts without a translation"),
    stale=MappingProxyType(
        {
            "ko": "The English original has changed since this was translated and is more recent.",
            "en": "The Korean original has changed since this was translated and is more recent.",
        }
    ),
    editors="the editors",
    moved="This question has moved.",
    share="Share",
    share_buttons=("Copy link", "Share", "Copy as Markdown", "Copy link without the answer"),
    share_results=("Copied", "Could not copy"),
    quiz="The answer is hidden. Say yours out loud first.",
    reveal="Show the answer",
    to_dark="Switch to dark mode",
    to_light="Switch to light mode",
    made_with="Made with {material}.",
    theme=MappingProxyType(
        {
            "action.edit": "Edit the source of this page",
            "nav": "Site menu",
            "search.ask": "If your question is not here, it may be among those without an answer.",
            "search.blocked": "Search cannot run in this browser. Pick a topic on the home page, or look at "
            "what blocks scripts (web workers) and at your connection.",
            "search.nearest": "The question with the most similar title.",
            "search.placeholder": "Search questions",
            "search.result.none": "Nothing found",
            "search.result.initializer": "Getting search ready",
            "toc": "On this page",
        }
    ),
)
