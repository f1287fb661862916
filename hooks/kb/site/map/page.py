"""Write the page of maps, and the map on a topic's page."""

from __future__ import annotations

import html

from kb.model import Lang, Topic
from kb.site.map.graph import Graph, neighbours, topic_graph, topics_graph
from kb.site.map.markup import QUESTIONS, TOPICS, map_html
from kb.site.outline import Outline
from kb.site.skeleton import Slot, VirtualPage, blocks, box, filled, heading, page_source, plain, slot_mark
from kb.site.words import WORDS
from kb.site.words_ways import WAYS

# The page shows the maps of all topics where they come to this many boxes or fewer.
MOST_BOXES = 200
MOST_NEIGHBOURS = 12


def map_path(lang: Lang) -> str:
    """Return the path of the page of maps in the docs tree; it is published at `/<lang>/map/`."""
    return f"{lang}/map.md"


def has_map(outline: Outline) -> bool:
    """Tell whether any question leads to another."""
    return bool(outline.beside)


def map_page(outline: Outline, lang: Lang) -> VirtualPage:
    """Write the page: how topics hang together, then each topic's own map unless they are too many."""
    words, root = WAYS[lang], "../"
    graphs = {topic.id: topic_graph(outline, topic, lang, root) for topic in outline.topics}
    whole = sum(len(graph.vertices) for graph in graphs.values()) <= MOST_BOXES
    slots = [filled("topics", map_html(topics_graph(outline, lang, root), TOPICS, words.topics_map, lang))]
    sections = []
    for topic in outline.topics:
        graph = graphs[topic.id]
        title = heading(2, topic.title.get(lang), f"topic-{topic.id}")
        drawn = bool(graph.vertices) and whole
        sections.append(
            blocks(title, slot_mark(topic.id) if drawn else "", neighbour_links(outline, topic, lang, root))
        )
        if drawn:
            slots.append(filled(topic.id, map_html(graph, QUESTIONS, topic.title.get(lang), lang)))
    markdown = page_source(
        words.map_intro,
        f"# {plain(words.map)} {{ #map }}",
        plain(words.map_intro),
        heading(2, words.topics_map, "topics"),
        slot_mark("topics"),
        legend(lang) if whole else "",
        *sections,
        in_search=False,
    )
    return VirtualPage(map_path(lang), lang, words.map, markdown, slots=tuple(slots))


def topic_map(outline: Outline, topic: Topic, lang: Lang, root: str) -> tuple[str, tuple[Slot, ...]]:
    """Return the map for a topic's page as Markdown with a slot; empty where nothing leads anywhere."""
    graph, words = topic_graph(outline, topic, lang, root), WAYS[lang]
    links = neighbour_links(outline, topic, lang, root)
    if not graph.vertices and not links:
        return "", ()
    if not graph.vertices:
        return box("kb-onward", links), ()
    drawn = filled("map", map_html(graph, QUESTIONS, words.map, lang))
    parts = (
        heading(2, words.map, "map"),
        legend(lang),
        _left_out(graph, lang),
        slot_mark(drawn.token),
        links,
    )
    return box("kb-onward", *parts), (drawn,)


def _left_out(graph: Graph, lang: Lang) -> str:
    """Say that not every question is on a map."""
    shown = len(graph.vertices)
    return plain(WAYS[lang].map_part.format(n=shown, total=graph.total)) if shown < graph.total else ""


def legend(lang: Lang) -> str:
    """Say what the lines mean."""
    lines = zip(("below", "beside"), (WORDS[lang].follow_ups, WORDS[lang].related), strict=True)
    keys = " ".join(
        f'<span class="kb-map__key kb-map__key--{css}">{html.escape(text)}</span>' for css, text in lines
    )
    return f'<p class="kb-map__legend">{keys}</p>'


def neighbour_links(outline: Outline, topic: Topic, lang: Lang, root: str) -> str:
    """Write links to the topics that questions of `topic` lead to, the nearest first."""
    counts = neighbours(outline, topic)
    near = sorted((t for t in outline.topics if t.id in counts), key=lambda t: -counts[t.id])
    items = "".join(_neighbour(t, counts[t.id], lang, root) for t in near[:MOST_NEIGHBOURS])
    label = html.escape(WAYS[lang].neighbours)
    return f'<div class="kb-tags"><p>{label}</p><ul aria-label="{label}">{items}</ul></div>' if items else ""


def _neighbour(topic: Topic, count: int, lang: Lang, root: str) -> str:
    return (
        f'<li><a href="{root}topics/{html.escape(topic.id)}/">{plain(topic.title.get(lang))}</a> {count}</li>'
    )
