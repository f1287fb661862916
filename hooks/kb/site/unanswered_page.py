"""Write the page of questions that still want an answer."""

from __future__ import annotations

from kb.model import Lang, Topic
from kb.site.answers import Site, how_to
from kb.site.lists import question_list, unanswered_path
from kb.site.outline import Node, Outline, flat
from kb.site.skeleton import VirtualPage, blocks, heading, page_source, plain
from kb.site.words import WORDS

_HOME = "../"


def unanswered_page(site: Site, lang: Lang) -> VirtualPage:
    """Write the page of questions that nobody has answered in any language, topic by topic."""
    words, outline = WORDS[lang], site.outline
    waiting = {t.id: _waiting(outline, t) for t in outline.topics}
    total = sum(len(questions) for questions in waiting.values())
    intro = words.unanswered_intro.format(n=total) if total else words.nothing_unanswered
    sections = (
        blocks(
            heading(2, t.title.get(lang), f"topic-{t.id}"),
            question_list(outline, nodes, lang, _HOME, state=False),
        )
        for t in outline.topics
        if (nodes := waiting[t.id])
    )
    markdown = page_source(
        intro,
        f"# {plain(words.unanswered)} {{ #unanswered }}",
        plain(intro),
        how_to(site, lang),
        *sections,
        in_search=False,
    )
    return VirtualPage(unanswered_path(lang), lang, words.unanswered, markdown)


def _waiting(outline: Outline, topic: Topic) -> tuple[Node, ...]:
    """Return the unanswered questions of a topic, without nesting."""
    return tuple(Node(q, ()) for q in flat(outline.trees[topic.id]) if not outline.answered(q.id))
