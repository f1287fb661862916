"""The parts that pages are made of, without MkDocs."""

from __future__ import annotations

import dataclasses
import re
import string
from pathlib import Path

import markdown
import pytest
from bs4 import BeautifulSoup
from hypothesis import example, given
from hypothesis import strategies as st
from kb.model import Answer, KnowledgeBase, Lang, Question, Role, Span, Text, Topic
from kb.rendering.fragments import keep_together
from kb.rendering.render import draft
from kb.rendering.typography import keep_brackets
from kb.site.lists import title_of
from kb.site.nav import Item, menu
from kb.site.outline import flat, outline
from kb.site.search_index import searchable
from kb.site.skeleton import heading, link, plain
from kb.site.vendor import vendor_assets
from kb.site.words import Words, other
from kb.site.words_en import EN
from kb.site.words_ko import KO


def html(text: str) -> BeautifulSoup:
    extensions = ["attr_list", "md_in_html", "tables", "toc"]
    return BeautifulSoup(markdown.markdown(text, extensions=extensions), "html.parser")


printable = st.text(st.sampled_from(string.printable + "가나다、“”…😀"), min_size=1).filter(str.strip)


@given(printable)
def test_any_text_shows_as_it_is_in_a_heading_and_a_link(text: str) -> None:
    shown = " ".join(text.split())
    page = html(f"{heading(2, text, 'here')}\n\n- {link(text, 'https://a.example/')} end")
    title, anchor = page.select_one("h2#here"), page.select_one("li a")
    assert title is not None
    assert anchor is not None
    assert " ".join(title.get_text().split()) == shown
    assert " ".join(anchor.get_text().split()) == shown
    assert not title.select(":not(span.kb-keep)")


@example("(\\")
@given(printable)
def test_any_address_stays_inside_its_link(address: str) -> None:
    page = html(f"{link('text', f'https://a.example/{address}')} *end*")
    assert [tag.name for tag in page.select("p *:not(.kb-keep)")] == ["a", "em"]


def test_both_languages_have_every_phrase_with_the_same_places_to_fill() -> None:
    for field in dataclasses.fields(Words):
        if field.name == "theme":
            continue
        phrases = [getattr(words, field.name) for words in (KO, EN)]
        assert all(phrases), field.name
        names = [{n for _, n, _, _ in string.Formatter().parse("".join(p)) if n} - {"s"} for p in phrases]
        assert names[0] == names[1], field.name


def test_counting_answers() -> None:
    assert [EN.count(n) for n in (0, 1, 2)] == ["No answer yet", "1 answer", "2 answers"]
    assert [KO.count(n) for n in (0, 1)] == ["답변 없음", "답변 1개"]
    assert (other("ko"), other("en")) == ("en", "ko")


def question(name: str, parent: str | None = None, topic: str = "t", **texts: str) -> Question:
    return Question(name, Text(**(texts or {"ko": f"{name}?", "en": f"{name}!"})), topic, parent)


def answer(name: str, who: str, lang: Lang, role: Role = "answer") -> Answer:
    span = Span(f"{who}.md", 1, 2)
    return Answer(name, f"{who}.md", f"{who}.md", span, lang, who, role, "", "text", 2)


def knowledge(*questions: Question, answers: tuple[Answer, ...] = ()) -> KnowledgeBase:
    grouped = {q.id: tuple(a for a in answers if a.question == q.id) for q in questions}
    return KnowledgeBase((Topic("t", Text("주제", "Topic")),), questions, grouped)


def test_follow_ups_come_after_their_parents_in_the_order_of_the_bank() -> None:
    found = outline(knowledge(question("a"), question("b"), question("a1", "a"), question("a11", "a1")))
    assert [q.id for q in flat(found.trees["t"])] == ["a", "a1", "a11", "b"]


def test_a_follow_up_in_another_topic_stands_at_its_top() -> None:
    found = outline(knowledge(question("a"), question("b", "a", topic="u")))
    assert [n.question.id for n in found.trees["u"]] == ["b"]
    assert [q.id for q in found.children["a"]] == ["b"]


@given(st.lists(st.sampled_from([None, "q0", "q1", "q2", "q3", "missing"]), min_size=4, max_size=4))
def test_every_question_is_listed_once_whatever_the_parents_say(parents: list[str | None]) -> None:
    found = outline(knowledge(*(question(f"q{i}", p) for i, p in enumerate(parents))))
    assert sorted(q.id for q in flat(found.trees["t"])) == ["q0", "q1", "q2", "q3"]


def test_topics_without_questions_are_left_out_and_unknown_ones_made_up() -> None:
    found = outline(knowledge(question("a", topic=""), question("b", topic="mine")))
    assert [t.id for t in found.topics] == ["other", "mine"]
    assert [t.title.en for t in found.topics] == ["Other", "mine"]


def test_a_page_shows_its_own_answers_or_else_the_other_languages() -> None:
    answers = (answer("a", "kim", "ko"), answer("a", "editors", "ko"), answer("b", "lee", "en"))
    found = outline(knowledge(question("a"), question("b"), answers=answers))
    assert [a.contributor for a in found.shown("a", "answer", "ko").answers] == ["editors", "kim"]
    assert found.shown("a", "answer", "en").lang == "ko"
    assert found.shown("b", "answer", "en").lang == "en"
    assert found.shown("a", "pitfall", "ko").answers == ()
    assert [found.answered(i) for i in ("a", "b")] == [True, True]


def test_a_summary_alone_is_not_an_answer() -> None:
    found = outline(knowledge(question("a"), answers=(answer("a", "kim", "ko", "summary"),)))
    assert not found.answered("a")


def test_a_title_falls_back_on_the_other_language() -> None:
    assert title_of(question("a", ko="가?"), "en") == ("가?", "ko")
    assert title_of(question("a", ko="가?", en="A?"), "en") == ("A?", "en")


def test_the_menu_nests_topics_questions_and_follow_ups() -> None:
    sections = (Item("Browse", children=(Item("Glossary", "en/glossary.md"),)), Item("Nothing"))
    items = menu(outline(knowledge(question("a"), question("a1", "a"))), "en", sections)
    assert [i.title for i in items] == ["Home", "Topic", "Browse"]
    assert items[1].children[0].src == "en/q/a/index.md"
    assert items[1].children[0].children[0].src == "en/q/a1/index.md"


def test_missing_web_assets_are_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"ts-fsrs"):
        vendor_assets(tmp_path)


def test_search_leaves_out_lists_bylines_and_drawn_formulas() -> None:
    drawn = (
        '<span class="katex-html" aria-hidden="true"><span class="katex-base"><span>f</span></span></span>'
    )

    def formula(tex: str) -> str:
        source = f'<math><annotation encoding="t">{tex}</annotation></math>'
        return f'<span class="katex"><span class="katex-mathml">{source}</span>{drawn}</span>'

    html = f"{formula('p')} one {formula(chr(92) + 'frac12')} two"
    page = f'<h2 id="a">A</h2><p>{html}</p><div class="kb-list"><ul><li>other</li></ul></div><p>end</p>'
    text = BeautifulSoup(searchable(page), "html.parser").get_text(" ", strip=True)
    assert text.split() == ["A", "p", "one", "…", "two", "end"]


def test_plain_text_keeps_to_one_line() -> None:
    assert plain("a\n\n# b\tc") == "a &#35; b c"


def test_particles_stay_with_their_brackets_outside_tags_and_code() -> None:
    html = '배치 정규화(BN)는 <a title="(a)는">좋은(good)</a> 것. <code>f(x)는</code> (가) 나'
    kept = html.replace("(BN)는", '(BN<span class="kb-keep">)는</span>')
    assert keep_brackets(html) == kept


def test_particles_stay_with_short_formulas() -> None:
    found = draft("$x$는 짧고 $\\sum_{i=1}^{n} a_i x_i + b_i y_i + c_i$는 길며 $y$ 는 떨어져 있습니다.", "ko")
    html = keep_together(found).html
    kept = re.findall(r'<span class="kb-keep">(.*?)</span>', html)
    assert [text[-1] for text in kept] == ["는"]
    assert html.index("kb-keep") < html.index("짧고")


def test_brackets_and_stops_stay_with_short_formulas() -> None:
    html = keep_together(draft("the mean ($m$), its root $r$. 평균($m$)과 $n$ 개", "en")).html
    kept = [
        re.sub(r"[^(),.가-힣]", "", text) for text in re.findall(r'<span class="kb-keep">(.*?)</span>', html)
    ]
    assert kept == ["(),", ".", "()과"]
