"""Home, contributors, tags and the feed: what is on them, for collections of any kind."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from kb.model import Answer, Document, KnowledgeBase, Lang, Question, Span, Term, Text, Topic
from kb.packed import packed
from kb.rendering.fragments import key_of
from kb.rendering.render import Fragment
from kb.site.answers import Site
from kb.site.contributors_page import contributors, contributors_page
from kb.site.feed import feeds, news
from kb.site.finding import examples, finding, initials, random_choice
from kb.site.home import home_page
from kb.site.nav import Item
from kb.site.outline import outline
from kb.site.tags_page import tag_links, tagged, tags_page

from tests.site.small import build_site, write
from tests.site.test_history import git
from tests.site.test_site_pages import one, texts

ATOM = "{http://www.w3.org/2005/Atom}"
TERMS = tuple(
    Term(name, Text(ko, name), definition=Text(f"{ko} 풀이", f"About {name}"))
    for name, ko in (("dropout", "드롭아웃"), ("momentum", "모멘텀"), ("overfitting", "과적합"))
)


def answer(question: str, who: str, lang: Lang = "ko") -> Answer:
    path = f"{who}/{question}.{lang}.md"
    return Answer(question, path, f"in/{path}", Span(f"in/{path}", 1, 2), lang, who, "answer", "", "text", 2)


def site_of(*answers: Answer, text: str = "글", questions: tuple[Question, ...] = (), **more: object) -> Site:
    names = dict.fromkeys(a.question for a in answers)
    asked = questions or tuple(Question(n, Text(f"{n}이란?", f"What is {n}?"), "t") for n in names)
    documents = tuple(
        Document(a.document, a.source, "utf-8", a.lang, "single-file", a.contributor) for a in answers
    )
    grouped = {q.id: tuple(a for a in answers if a.question == q.id) for q in asked}
    kb = KnowledgeBase((Topic("t", Text("주제", "Topic")),), asked, grouped, documents)
    fragments = {key_of(a): Fragment(packed("<p>글</p>"), (), (), (), text) for a in answers}
    return replace(Site(outline(kb), fragments, lambda _: ""), **more)  # type: ignore[arg-type]


def test_contributors_come_with_what_they_answered_and_where() -> None:
    site = site_of(answer("a", "kim"), answer("a", "kim", "en"), answer("b", "kim"), answer("a", "editors"))
    kim, editors = contributors(site)
    assert (kim.name, kim.answers, kim.folders) == ("kim", (("ko", 2), ("en", 1)), ("kim",))
    assert [q.id for q in kim.questions] == ["a", "b"]
    assert editors.answers == (("ko", 1),)
    page = contributors_page(site, "en")
    assert "the editors" in page.markdown
    assert page.markdown.count("<tr>") == 3


def test_twenty_contributors_have_places_of_their_own() -> None:
    names = [f"사람 {i}" for i in range(18)] + ["Kim", "kim", "!!"]
    found = contributors(site_of(*(answer("a", name) for name in names)))
    anchors = [someone.anchor for someone in found]
    assert len(set(anchors)) == len(names)
    assert {"by-kim", "by-kim--2", "by-someone"} <= set(anchors)


def test_the_list_of_one_contributor_is_open_and_a_long_one_is_cut() -> None:
    site = site_of(*(answer(f"q{i}", "kim") for i in range(320)))
    page = contributors_page(site, "ko")
    assert "<table>" not in page.markdown
    (slot,) = page.slots
    assert '<details class="kb-fold" open>' in slot.html
    assert slot.html.count("data-kb-question") == 100
    assert "그 밖에 220개가 더 있습니다." in slot.html


def dated(path: str) -> str:
    return {
        "in/kim/a.ko.md": "2024-05-01",
        "in/lee/a.ko.md": "2025-01-02",
        "in/kim/b.ko.md": "2024-05-01",
    }.get(path, "")


def test_the_feed_holds_the_newest_answers_first_as_atom_wants_them() -> None:
    found = (answer("a", "kim"), answer("a", "lee"), answer("b", "kim"), answer("c", "kim"))
    site = site_of(*found, text="글\x0b <b> &", address="https://a.example/n/", added=dated)
    (feed,) = feeds(site)
    assert feed.path == "ko/feed.xml"
    root = ElementTree.fromstring(feed.text)
    assert root.tag == f"{ATOM}feed"
    for name in ("id", "title", "updated"):
        assert root.findtext(f"{ATOM}{name}")
    assert root.find(f"{ATOM}link[@rel='self']").get("href") == "https://a.example/n/ko/feed.xml"  # type: ignore[union-attr]
    entries = root.findall(f"{ATOM}entry")
    assert [e.findtext(f"{ATOM}id") for e in entries] == [
        "https://a.example/n/ko/q/a/#answer-lee",
        "https://a.example/n/ko/q/a/#answer-kim",
        "https://a.example/n/ko/q/b/#answer-kim",
    ]
    assert [e.findtext(f"{ATOM}published") for e in entries] == [
        f"{day}T00:00:00Z" for day in ("2025-01-02", "2024-05-01", "2024-05-01")
    ]
    assert entries[0].findtext(f"{ATOM}author/{ATOM}name") == "lee"
    assert entries[0].findtext(f"{ATOM}summary") == "글 <b> &"
    assert feeds(site) == (feed,)


def test_without_an_address_or_dates_there_is_no_feed() -> None:
    assert feeds(site_of(answer("a", "kim"), added=dated)) == ()
    assert feeds(site_of(answer("a", "kim"), address="https://a.example/")) == ()


def test_a_feed_is_no_longer_than_readers_want() -> None:
    site = site_of(*(answer(f"q{i}", "kim") for i in range(80)), added=lambda _: "2024-01-01")
    assert [n.question.id for n in news(site, "ko")] == [f"q{i}" for i in range(50)]


QUESTIONS = tuple(
    Question(f"{t.id}-{i}", Text(f"{t.name.ko} {i}?", f"{t.name.en} {i}?"), "t", tags=(t.id,))
    for t in TERMS
    for i in range(2)
)


def tagged_site() -> Site:
    return site_of(*(answer(q.id, "kim", "ko") for q in QUESTIONS), questions=QUESTIONS, terms=TERMS)


def test_examples_are_terms_that_titles_name() -> None:
    site = tagged_site()
    assert examples(site, "ko") == ("드롭아웃", "momentum", "ㄱㅈㅎ")
    assert examples(site, "en") == (), "nothing is answered in English"
    assert examples(site_of(answer("a", "kim")), "ko") == ()
    assert "data-kb-search" in finding(site, "en")
    assert initials("합성곱 CNN") == "ㅎㅅㄱ"


def test_the_choice_of_random_questions_is_answered_and_not_endless() -> None:
    assert random_choice(tagged_site().outline, "ko") == tuple(q.id for q in QUESTIONS)
    assert random_choice(tagged_site().outline, "en") == ()
    many = random_choice(site_of(*(answer(f"q{i}", "kim") for i in range(1000))).outline, "ko")
    assert 100 <= len(many) <= 120


def test_tags_list_their_questions_and_questions_their_tags() -> None:
    site = tagged_site()
    assert {tag.id: len(questions) for tag, questions in tagged(site).items()} == {t.id: 2 for t in TERMS}
    markdown = tags_page(site, "ko").markdown
    assert markdown.index("과적합") < markdown.index("드롭아웃") < markdown.index("모멘텀")
    links = BeautifulSoup(tag_links(site, QUESTIONS[0], "en", "../../"), "html.parser")
    assert [(a["href"], a.get_text()) for a in links.select("a")] == [("../../tags/#tag-dropout", "dropout")]
    assert tag_links(site, Question("x", Text("가", "x"), "t"), "ko", "") == ""


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_a_home_page_that_nobody_wrote_has_all_but_a_figure(lang: Lang) -> None:
    page = home_page(
        tagged_site(), lang, "", "", [Item("Tags", f"{lang}/tags.md"), Item("Map", f"{lang}/map/index.md")]
    )
    for part in ("kb-find", "kb-start", "kb-cards", 'href="tags/"', 'href="map/"', "data-kb-progress"):
        assert part in page.markdown, part
    assert page.slots == ()
    assert "feed.xml" not in page.markdown


def test_marks_that_stand_for_nothing_leave_nothing() -> None:
    page = home_page(
        tagged_site(), "ko", "# 집\n\n<!-- kb:figure optimizer-race -->\n\n<!-- kb:x -->", "", []
    )
    assert page.markdown.strip() == "# 집"


def test_a_site_with_tags_contributors_and_a_feed(project: Path) -> None:
    bank = (project / "docs/questions/activations.yml").read_text(encoding="utf-8")
    terms = "- {id: relu, ko: 렐루, en: ReLU, definition: {ko: 음수를 자르는 함수, en: It cuts}}\n"
    write(project, {
        "questions/activations.yml": bank.replace("difficulty: 1", "difficulty: 1\n    tags: [relu]", 1),
        "glossary.yml": terms,
    })  # fmt: skip
    git(project, "init")
    git(project, "add", "docs/answers/ko/relu.md")
    git(project, "commit", "-m", "x")
    built = build_site(project)
    page = built.page("ko/q/relu/")
    assert texts(page, ".kb-tags a") == ["렐루"]
    assert str(one(page, ".kb-tags a")["href"]) == "../../tags/#tag-relu"
    assert [a["href"] for a in built.page("ko/tags/").select("#tag-relu ~ .kb-list a")] == ["../q/relu/"]
    assert one(page, "link[type='application/atom+xml']")["href"] == "../../feed.xml"
    assert not built.page("en/q/relu/").select("link[type='application/atom+xml']"), (
        "nothing English is dated"
    )
    root = ElementTree.fromstring(built.text("ko/feed.xml"))
    assert root.findtext(f"{ATOM}entry/{ATOM}published") == "2020-02-29T00:00:00Z"
    home = [a["href"] for a in built.page("ko/").select(".kb-tags a")]
    assert home == ["map/", "tags/", "glossary/", "contributors/", "unanswered/", "feed.xml"]
    assert texts(built.page("en/contributors/"), "article h2") == ["the editors", "kim", "lee"]
    boxes = texts(built.page("en/topics/activations/"), ".kb-map__wide li")
    assert boxes[0] == "ReLU Basic"
