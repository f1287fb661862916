"""What readers find on the pages of a small site."""

from __future__ import annotations

import json
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag

from tests.site.small import SITE_URL, Built

PAGES = (
    "", "about/", "unanswered/", "q/relu/", "q/dead-relu/", "q/softmax/", "q/momentum/",
    "topics/activations/", "topics/optimization/",
)  # fmt: skip


def one(soup: BeautifulSoup | Tag, selector: str) -> Tag:
    found = soup.select_one(selector)
    assert found is not None, selector
    return found


def texts(soup: BeautifulSoup | Tag, selector: str) -> list[str]:
    return [" ".join(tag.get_text(" ").split()) for tag in soup.select(selector)]


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize("path", PAGES)
def test_every_page_says_its_language_and_where_its_translation_is(site: Built, lang: str, path: str) -> None:
    page = site.page(f"{lang}/{path}")
    assert one(page, "html")["lang"] == lang
    heads = {link["hreflang"]: link["href"] for link in page.select("head link[rel~=alternate]")}
    default = f"{SITE_URL}en/{path}" if path else SITE_URL
    assert heads == {to: f"{SITE_URL}{to}/{path}" for to in ("ko", "en")} | {"x-default": default}
    switch = one(page, "header a[hreflang]")
    there = "en" if lang == "ko" else "ko"
    assert switch["hreflang"] == there
    assert urljoin(f"{SITE_URL}{lang}/{path}", str(switch["href"])) == f"{SITE_URL}{there}/{path}"
    assert len(page.select("h1")) == 1


def test_title_topic_difficulty_and_the_title_in_the_other_language(site: Built) -> None:
    page = site.page("ko/q/relu/")
    assert texts(page, "h1") == ["ReLU란 무엇인가요?"]
    translation = one(page, ".kb-alt")
    assert (translation["lang"], translation.get_text()) == ("en", "What is ReLU?")
    assert texts(page, ".kb-facts") == ["기초 읽는 데 약 1분"]
    assert one(page, "title").get_text() == "ReLU란 무엇인가요? - 머신러닝 면접 노트"


def test_titles_show_their_markup_characters_as_they_are(site: Built) -> None:
    page = site.page("en/q/dead-relu/")
    title = "What is a <dead> ReLU & *why*?"
    assert texts(page, "h1") == [title]
    assert title in one(page, "title").get_text()
    assert title in texts(page, ".md-nav--primary a.md-nav__link--active")
    assert not page.select("dead")
    assert one(page, ".kb-alt").get_text() == "죽은 ReLU란 <무엇>이고 왜 *생기나요*?"


def test_answers_stand_one_after_another_under_their_authors_names(site: Built) -> None:
    page = site.page("ko/q/relu/")
    sections = page.select("article h2[id^=answer-]")
    assert [(h["id"], h.get_text()) for h in sections] == [
        ("answer-editors", "편집부의 답변"),
        ("answer-kim", "kim의 답변"),
    ]
    fragments = page.select(".kb-fragment")
    assert [
        text in f.get_text()
        for f, text in zip(fragments, ("자르는", "편집부의", "김의", "틀렸습니다"), strict=True)
    ] == [True] * 4
    assert texts(page, ".kb-byline")[1:3] == ["작성 편집부 · 원문 ko/relu.md", "작성 kim · 원문 kim/relu.md"]


def test_summary_comes_before_the_answers_and_pitfalls_after_them(site: Built) -> None:
    article = one(site.page("ko/q/relu/"), "article")
    order = [
        article.get_text().index(text)
        for text in ("음수를 자르는", "편집부의 설명", "김의 설명", "선형이라는 말")
    ]
    assert order == sorted(order)
    assert "음수를 자르는" in one(article, ".kb-summary").get_text()
    assert "선형이라는 말" in one(article, ".kb-pitfalls").get_text()


def test_edit_links_lead_to_the_file_that_was_really_written(site: Built) -> None:
    edit = "https://code.example/me/notes/edit/main/docs"
    page = site.page("ko/q/relu/")
    assert one(page, "a[rel=edit]")["href"] == f"{edit}/answers/ko/relu.md"
    assert [a["href"] for a in page.select(".kb-byline a")][2] == f"{edit}/answers/kim/relu.md"
    assert one(site.page("ko/q/momentum/"), "a[rel=edit]")["href"] == f"{edit}/questions/optimization.yml"
    assert (
        one(site.page("ko/topics/activations/"), "a[rel=edit]")["href"] == f"{edit}/questions/activations.yml"
    )
    assert one(site.page("en/about/"), "a[rel=edit]")["href"] == f"{edit}/pages/en/about.md"
    assert not site.page("en/unanswered/").select("a[rel=edit]")


def test_an_answer_in_the_other_language_only_is_shown_under_a_notice(site: Built) -> None:
    page = site.page("en/q/softmax/")
    assert "Korean" in one(page, ".kb-notice").get_text()
    fragment = one(page, ".kb-fragment")
    assert fragment["lang"] == "ko"
    assert "점수를 확률로 바꿉니다." in fragment.get_text()
    own = site.page("ko/q/softmax/")
    assert not own.select(".kb-notice")
    assert "lang" not in one(own, ".kb-fragment").attrs


def test_a_page_says_that_the_other_language_has_more(site: Built) -> None:
    more = one(site.page("en/q/relu/"), ".kb-more a")
    assert "(2)" in more.get_text()
    assert more["href"] == "../../../ko/q/relu/"
    assert not site.page("ko/q/relu/").select(".kb-more")


def test_references_are_listed_once(site: Built) -> None:
    page = site.page("ko/q/relu/")
    assert texts(page, ".kb-references li") == ["나눔 (2010), 정류 유닛"]
    assert one(page, ".kb-references a")["href"] == "https://paper.example/relu"


def test_follow_ups_and_related_questions(site: Built) -> None:
    page = site.page("ko/q/relu/")
    follow_ups = one(page, "#follow-ups ~ .kb-follow-ups")
    assert [a["href"] for a in follow_ups.select("a")] == ["../../q/dead-relu/"]
    related = one(page, "#related ~ .kb-list")
    assert [a["href"] for a in related.select("a")] == ["../../q/softmax/", "../../q/momentum/"]


def test_an_unanswered_question_says_so_and_how_to_answer_it(site: Built) -> None:
    for lang, phrase in (("ko", "아직 답변이 없습니다"), ("en", "No answer yet")):
        box = one(site.page(f"{lang}/q/momentum/"), ".kb-unanswered")
        assert one(box, "h2").get_text() == phrase
        assert f"docs/answers/{lang}/momentum.md" in box.get_text()
        assert "question: momentum" in one(box, "pre").get_text()
        assert [a["href"] for a in box.select("a:not(.kb-byline a)")] == ["../../about/#contribute"]


def test_unanswered_page_lists_exactly_the_questions_without_any_answer(site: Built) -> None:
    for lang in ("ko", "en"):
        page = site.page(f"{lang}/unanswered/")
        assert [a["href"] for a in page.select(".kb-list a")] == ["../q/dead-relu/", "../q/momentum/"]


def test_a_question_that_the_bank_lacks_gets_a_page_in_its_documents_topic(site: Built) -> None:
    topic = site.page("en/topics/optimization/")
    links = {a.get_text(): str(a["href"]) for a in topic.select(".kb-list a")}
    assert set(links) == {"Explain momentum.", "How many parameters does a zebra classifier need?"}
    path = links["How many parameters does a zebra classifier need?"].removeprefix("../../")
    assert "Twelve." in one(site.page(f"en/{path}"), ".kb-fragment").get_text()
    korean = site.page(f"ko/{path}")
    assert one(korean, "h1")["lang"] == "en"
    assert one(korean, ".kb-fragment")["lang"] == "en"


def test_topic_page_nests_follow_ups_and_shows_difficulty_and_state(site: Built) -> None:
    page = site.page("ko/topics/activations/")
    top = page.select(".kb-list > ul > li")
    assert [one(li, "a").get_text() for li in top] == ["ReLU란 무엇인가요?", "소프트맥스를 설명해 주세요."]
    assert texts(top[0], ":scope > span") == ["기초", "답변 2개"]
    assert texts(one(top[0], "ul"), "span") == ["중급", "답변 없음"]
    assert texts(page, ".kb-count") == ["질문 3개 중 2개에 답변이 있습니다."]
    english = site.page("en/topics/activations/")
    assert texts(english, ".kb-state") == ["1 answer", "No answer yet", "In Korean only"]


def test_home_shows_topics_with_counts_and_where_to_start(site: Built) -> None:
    page = site.page("en/")
    cards = page.select(".kb-cards li")
    assert [one(c, "a")["href"] for c in cards] == ["topics/activations/", "topics/optimization/"]
    assert texts(page, ".kb-count") == ["2 of 3 questions answered.", "1 of 2 questions answered."]
    assert one(page, ".kb-start a")["href"] == "q/relu/"
    assert one(page, "title").get_text() == "ML Interview Notes"


def test_headings_have_the_same_ids_in_both_languages(site: Built) -> None:
    ids = {
        lang: [h["id"] for h in site.page(f"{lang}/q/softmax/").select("article :is(h1,h2,h3,h4)[id]")]
        for lang in ("ko", "en")
    }
    assert ids["ko"] == ids["en"]
    shared = {
        lang: {str(h["id"]) for h in site.page(f"{lang}/q/relu/").select("article h3[id]")}
        for lang in ("ko", "en")
    }
    assert shared["en"] <= shared["ko"]


def test_ids_are_unique_although_two_answers_have_the_same_headings(site: Built) -> None:
    ids = [tag["id"] for tag in site.page("ko/q/relu/").select("[id]")]
    assert len(ids) == len(set(ids))


def test_table_of_contents_holds_sections_and_headings_of_answers(site: Built) -> None:
    page = site.page("ko/q/relu/")
    menu = one(page, ".md-sidebar--secondary nav")
    links = [str(a["href"]) for a in menu.select("a")]
    assert {"#answer-editors", "#answer-kim", "#pitfalls", "#references", "#follow-ups", "#related"} <= set(
        links
    )
    assert texts(menu, "a").count("까닭") == 2
    targets = {str(tag["id"]) for tag in page.select("article [id]")}
    assert {link.removeprefix("#") for link in links} <= targets


def test_menu_holds_one_language_only(site: Built) -> None:
    page = site.page("en/q/relu/")
    menu = one(page, ".md-nav--primary")
    addresses = [urljoin(f"{SITE_URL}en/q/relu/", str(a["href"])) for a in menu.select("a:not(.md-source)")]
    assert addresses
    assert all(a.startswith(f"{SITE_URL}en/") for a in addresses)
    assert one(menu, "nav[aria-label='What is ReLU?']")


def test_interface_is_in_the_language_of_the_page(site: Built) -> None:
    korean, english = site.page("ko/q/relu/"), site.page("en/q/relu/")
    assert one(korean, "[name=query]")["placeholder"] == "질문 검색"
    assert one(english, "[name=query]")["placeholder"] == "Search questions"
    assert [i["aria-label"] for i in korean.select("[name=__palette]")] == [
        "어두운 화면으로 바꾸기",
        "밝은 화면으로 바꾸기",
    ]
    assert one(english, ".kb-turn__way").get_text(strip=True) == "Next question"


def test_description_begins_with_the_summary_or_the_answer(site: Built) -> None:
    def description(path: str) -> str:
        return str(one(site.page(path), "meta[name=description]")["content"])

    assert description("ko/q/relu/").startswith("음수를 자르는")
    assert description("en/q/relu/").startswith("A function that keeps")
    assert description("en/q/momentum/") == "Machine-learning interview question: Explain momentum."


def test_not_found_page_speaks_both_languages_from_anywhere(site: Built) -> None:
    page = site.page("404.html")
    assert [s["lang"] for s in page.select("[data-kb-missing] > section")] == ["ko", "en"]
    assert [a["href"] for a in page.select("[data-kb-missing] a")] == ["/notes/ko/", "/notes/en/"]
    assert json.loads(one(page, "#__config").get_text())["base"] == "/notes/ko/"
    styles = [str(link["href"]) for link in page.select("link[rel=stylesheet]")]
    assert all(style.startswith("/notes/") for style in styles)


def test_root_page_offers_both_languages_and_a_script_that_chooses(site: Built) -> None:
    page = site.page("")
    assert [(a["hreflang"], a["href"]) for a in page.select("main a")] == [("ko", "./ko/"), ("en", "./en/")]
    assert [s["src"] for s in page.select("script")] == ["./assets/javascripts/root.js"]
    assert not page.select("meta[http-equiv=refresh]")


def resources(page: BeautifulSoup) -> list[str]:
    """Return the addresses that a browser asks for on its own."""
    tags = page.select("link[rel~=stylesheet], link[rel~=icon], script[src], img, source")
    return [str(tag.get("href") or tag.get("src") or tag.get("srcset")) for tag in tags]


def test_every_link_leads_somewhere_and_nothing_is_fetched_from_elsewhere(site: Built) -> None:
    pages = {path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*.html")}
    ids = {path: {str(t["id"]) for t in site.page(path).select("[id]")} for path in pages}
    for path in sorted(pages):
        page = site.page(path)
        here = f"{SITE_URL}{path}".removesuffix("index.html")
        assert all(urljoin(here, r).startswith(SITE_URL) for r in resources(page)), path
        links = [str(a["href"]) for a in page.select("a[href]")]
        for link in (*links, *resources(page)):
            target = urlsplit(urljoin(here, link))
            if not target.geturl().startswith(SITE_URL):
                continue
            name = unquote(target.path).removeprefix("/notes/")
            name = f"{name}index.html" if name.endswith("/") or not name else name
            assert (site.folder / name).is_file(), f"{path}: {link}"
            assert not target.fragment or target.fragment in ids[name], f"{path}: {link}"
