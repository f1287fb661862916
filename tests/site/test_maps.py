"""Maps: what is on them, and that nothing lies on anything else, whatever the questions are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from kb.model import KnowledgeBase, Phrases, Question, Text, Topic
from kb.site.map.graph import MOST, Beside, Graph, Vertex, topic_graph, topics_graph
from kb.site.map.layout import Measures, Picture, arrange
from kb.site.map.lettering import lines, width
from kb.site.map.markup import QUESTIONS, TOPICS, map_html
from kb.site.map.page import map_page, neighbour_links, topic_map
from kb.site.outline import Outline, outline

TOPIC, OTHER = Topic("t", Text("주제", "Topic")), Topic("u", Text("다른 주제", "Other topic"))


def question(
    name: str, parent: str | None = None, related: tuple[str, ...] = (), topic: str = "t"
) -> Question:
    asked = Phrases((f"{name}란?", f"{name}의 뜻"), (f"What is {name}?", f"meaning of {name}"))
    return Question(name, Text(f"{name}란 무엇인가요?", f"What is {name}?"), topic, parent, 2, asked, related)


def known(*questions: Question) -> Outline:
    return outline(KnowledgeBase((TOPIC, OTHER), questions, {}))


def test_a_topics_map_has_its_questions_that_lead_to_each_other() -> None:
    found = known(
        question("a", related=("b", "a1", "x")), question("a1", "a", ("a",)), question("b"),
        question("alone"), question("x", topic="u"),
    )  # fmt: skip
    graph = topic_graph(found, TOPIC, "en", "../")
    assert [v.id for v in graph.vertices] == ["a", "a1", "b"]
    assert graph.below == (("a", "a1"),)
    assert [b.ends for b in graph.beside] == [("a", "b")]
    assert graph.total == 4
    first = graph.vertices[0]
    assert (first.label, first.note, first.href, first.level) == (
        "meaning of a", "Intermediate", "../q/a/", 2,
    )  # fmt: skip
    assert topic_graph(found, TOPIC, "ko", "../").vertices[0].label == "a의 뜻"


def test_topics_are_joined_by_their_questions_once_for_each_pair() -> None:
    found = known(
        question("a", related=("x", "y")), question("x", related=("a",), topic="u"), question("y", topic="u")
    )
    graph = topics_graph(found, "en", "../")
    assert [v.label for v in graph.vertices] == ["Topic", "Other topic"]
    assert [v.note for v in graph.vertices] == ["1 question", "2 questions"]
    assert [(b.ends, b.weight) for b in graph.beside] == [(("t", "u"), 2)]
    assert 'href="../topics/u/"' in neighbour_links(found, TOPIC, "en", "../")


def test_a_large_topic_is_cut_and_the_page_says_so() -> None:
    many = [question("root"), *(question(f"q{i}", "root", (f"q{i - 1}",)) for i in range(500))]
    found = known(*many)
    graph = topic_graph(found, TOPIC, "ko", "../")
    assert len(graph.vertices) == MOST
    markdown, (slot,) = topic_map(found, TOPIC, "ko", "../../")
    assert f"501개 가운데 서로 이어지는 {MOST}개" in markdown
    assert slot.html.count("<a ") == MOST * len(QUESTIONS)


def test_where_nothing_leads_to_anything_there_is_no_map() -> None:
    assert topic_map(known(question("a"), question("b")), TOPIC, "ko", "../../") == ("", ())


def test_the_page_of_maps_leaves_out_those_of_topics_where_they_are_many() -> None:
    topics = tuple(Topic(f"t{i}", Text(f"주제 {i}", f"Topic {i}")) for i in range(12))
    questions = tuple(
        question(f"q{t}-{i}", related=(f"q{t}-{i - 1}", f"q{t - 1}-{i}"), topic=f"t{t}")
        for t in range(12)
        for i in range(20)
    )
    page = map_page(outline(KnowledgeBase(topics, questions, {})), "en")
    assert [slot.token for slot in page.slots] == ["topics"]
    assert page.markdown.count("kb-tags") == len(topics)


trees = st.lists(st.integers(-1, 30), min_size=1, max_size=30)
labels = st.text(st.sampled_from("가나다 abcMW .-()긴"), min_size=1, max_size=80).filter(str.strip)
sizes = st.sampled_from([*QUESTIONS, *TOPICS])


def graph_of(parents: list[int], names: list[str], pairs: list[tuple[int, int]]) -> Graph:
    vertices = tuple(
        Vertex(str(i), names[i % len(names)], "중급", "name", "#", "ko", 2) for i in range(len(parents))
    )
    below = tuple((str(p), str(i)) for i, p in enumerate(parents) if 0 <= p < i)
    ends = sorted({(str(a), str(b)) for a, b in pairs if a != b and max(a, b) < len(parents)})
    return Graph(vertices, below, tuple(Beside(pair) for pair in ends), len(vertices))


@given(
    trees, st.lists(labels, min_size=1, max_size=5),
    st.lists(st.tuples(st.integers(0, 29), st.integers(0, 29)), max_size=20), sizes,
)  # fmt: skip
def test_no_box_lies_on_another_and_all_are_inside(
    parents: list[int], names: list[str], pairs: list[tuple[int, int]], measures: Measures
) -> None:
    graph = graph_of(parents, names, pairs)
    picture = arrange(graph, measures)
    assert picture == arrange(graph, measures)
    assert sorted(box.vertex.id for box in picture.boxes) == sorted(v.id for v in graph.vertices)
    assert_apart(picture)
    assert len(picture.lines) == len(graph.below) + len(graph.beside)


def assert_apart(picture: Picture) -> None:
    wide = picture.measures.box
    for i, one in enumerate(picture.boxes):
        assert one.x >= 0 and one.y >= 0
        assert one.x + wide <= picture.width and one.y + one.height <= picture.height
        for two in picture.boxes[i + 1 :]:
            beside = one.x + wide <= two.x or two.x + wide <= one.x
            assert beside or one.y + one.height <= two.y or two.y + two.height <= one.y


def test_follow_ups_stand_right_of_their_parents() -> None:
    picture = arrange(graph_of([-1, 0, 0, 1], ["이름"], []), QUESTIONS[0])
    x = {box.vertex.id: box.x for box in picture.boxes}
    assert x["0"] < x["1"] == x["2"] < x["3"]


@given(labels, st.floats(3, 40))
def test_lines_hold_the_whole_text(text: str, room: float) -> None:
    assert lines(text, room) >= max(1, width(text.strip()) // room)


def test_what_is_on_a_map_is_escaped() -> None:
    nasty = Vertex("a", '<b>"x"', "<i>", '"><script>', 'x"y', "ko")
    html = map_html(Graph((nasty,), (), (), 1), QUESTIONS, '"name"', "ko")
    assert "<script" not in html
    assert "<b>&quot;" not in html
    assert '&lt;b&gt;"x"' in html
    assert 'href="x&quot;y"' in html
