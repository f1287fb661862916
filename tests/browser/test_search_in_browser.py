"""Our search in Material's box, as a reader uses it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

OURS = "/assets/search/"
SETUP, READY, QUERY, RESULT = range(4)


def open_page(context: BrowserContext, path: str) -> Page:
    page = context.new_page()
    page.goto(path)
    page.wait_for_function("'document$' in window")
    return page


def search(page: Page, query: str) -> None:
    box = page.get_by_role("textbox")
    box.click()
    box.fill(query)


def first_link(page: Page) -> str:
    link = page.locator(".md-search-result__link").first
    expect(link).to_be_visible()
    return urlsplit(link.get_attribute("href") or "").path


@pytest.fixture
def asked(context: BrowserContext) -> Iterator[list[str]]:
    """Every address that pages of the context ask for."""
    addresses: list[str] = []
    context.on("request", lambda request: addresses.append(request.url))
    yield addresses


def test_materials_search_still_speaks_the_language_of_our_worker(context: BrowserContext) -> None:
    """Material says SETUP and QUERY and hears READY and RESULT; a new release may change that."""
    page = context.new_page()
    page.add_init_script(
        """{
          window.said = []
          const send = Worker.prototype.postMessage
          Worker.prototype.postMessage = function (message) {
            window.said.push(["to", message])
            const hear = ({ data }) => window.said.push(["from", data])
            if (window.said.length === 1) this.addEventListener("message", hear)
            return send.call(this, message)
          }
        }"""
    )
    page.goto("ko/")
    search(page, "역전파")
    first_link(page)
    said: list[list[Any]] = page.evaluate("window.said")
    kinds = [(way, message["type"]) for way, message in said]
    assert kinds[0] == ("to", SETUP)
    assert {("from", READY), ("to", QUERY), ("from", RESULT)} <= set(kinds)
    setup = said[0][1]["data"]
    assert setup["config"]["lang"] == ["ko"]
    assert setup["docs"] == []
    worker = page.evaluate("JSON.parse(document.getElementById('__config').textContent).search")
    assert worker.endswith(f"{OURS}worker.js")
    result = next(
        message["data"]
        for way, message in said
        if (way, message["type"]) == ("from", RESULT) and message["data"]["items"]
    )
    item = result["items"][0][0]
    assert set(item) >= {"location", "title", "text", "score", "terms"}


def test_nothing_is_loaded_before_the_first_search(context: BrowserContext, asked: list[str]) -> None:
    page = open_page(context, "ko/")
    page.wait_for_load_state("networkidle")
    ours = [urlsplit(url).path.rpartition("/")[2] for url in asked if OURS in url]
    assert ours == ["worker.js"]
    assert not [url for url in asked if "lunr" in url]
    search(page, "드롭아웃")
    first_link(page)
    assert {"engine.js", "index.js"} <= {urlsplit(url).path.rpartition("/")[2] for url in asked}


@pytest.mark.parametrize(
    ("lang", "query", "question"),
    [
        ("ko", "역전파는", "backpropagation"),
        ("ko", "활성화함수", "activation-functions"),
        ("ko", "dropout", "dropout"),
        ("en", "드롭아웃", "dropout"),
        ("ko", "렐루 문제점", "relu-problems"),
        ("ko", "BN", "batch-normalization"),
        ("ko", "역젼파", "backpropagation"),
        ("ko", "ㅇㅈㅍ", "backpropagation"),
        ("ko", "역저", "backpropagation"),
        ("ko", "durwjsvk", "backpropagation"),
        ("en", "ㅇ개ㅔㅐㅕㅅ", "dropout"),
        ("en", "why do we need nonlinear activations", "nonlinearity"),
    ],
)
def test_first_result(context: BrowserContext, lang: str, query: str, question: str) -> None:
    page = open_page(context, f"{lang}/about/")
    search(page, query)
    link = page.locator(".md-search-result__link").first
    expect(link).to_have_attribute("href", re.compile(rf"/notes/{lang}/q/{question}/"))


def test_results_are_grouped_and_teasers_show_the_match_without_formulas(context: BrowserContext) -> None:
    page = open_page(context, "ko/")
    search(page, "배치 정규화")
    first_link(page)
    items = page.locator(".md-search-result__item")
    addresses = items.evaluate_all("items => items.map(i => new URL(i.querySelector('a').href).pathname)")
    assert len(addresses) == len(set(addresses)) > 3
    first = items.first
    expect(first.locator("article").first).to_contain_text("배치 정규화")
    expect(first.locator("mark").first).to_be_visible()
    text = " ".join(items.all_text_contents())
    assert "\\" not in text
    assert "$" not in text


def test_a_result_leads_to_the_section_and_marks_the_words(context: BrowserContext) -> None:
    page = open_page(context, "ko/")
    search(page, "몬테카를로 드롭아웃")
    link = page.locator(".md-search-result__link[href*='#']").first
    expect(link).to_have_attribute("href", re.compile(r"/ko/q/.*h=.*#"))
    if not link.is_visible():
        page.locator(".md-search-result__more summary").first.click()
    link.click()
    expect(page).to_have_url(re.compile(r"#"))
    expect(page.locator(".md-content mark").first).to_be_visible()


def test_it_goes_on_working_after_instant_navigation(context: BrowserContext, site: str) -> None:
    page = open_page(context, "ko/")
    page.evaluate("window.same = true")
    for query, question in (("과적합", "overfitting-remedies"), ("재현율", "recall")):
        search(page, query)
        link = page.locator(".md-search-result__link").first
        expect(link).to_have_attribute("href", re.compile(f"/q/{question}/"))
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile(rf"{site}ko/q/{question}/"))
    assert page.evaluate("window.same"), "the page was loaded anew"


def test_enter_before_the_results_waits_for_them(context: BrowserContext, site: str) -> None:
    page = open_page(context, "ko/")
    box = page.get_by_role("textbox")
    box.click()
    box.fill("드롭아웃")
    box.press("Enter")
    expect(page).to_have_url(re.compile(rf"{site}ko/q/dropout/"))


def test_enter_that_ends_a_syllable_does_not_navigate(context: BrowserContext, site: str) -> None:
    page = open_page(context, "ko/")
    search(page, "역저")
    first_link(page)
    for event in ("{ isComposing: true }", "{ keyCode: 229 }"):
        page.evaluate(
            """(event) => document.querySelector("[name=query]").dispatchEvent(
              new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, ...event }))""",
            json.loads(event.replace("{ ", '{"').replace(":", '":')),
        )
    page.wait_for_timeout(200)
    assert page.url == f"{site}ko/"


def test_a_real_input_method_finds_at_every_state(context: BrowserContext) -> None:
    page = open_page(context, "ko/")
    page.get_by_role("textbox").click()
    session = context.new_cdp_session(page)
    for state in ("여", "역", "역ㅈ", "역저", "역전", "역전ㅍ", "역전파"):
        session.send(
            "Input.imeSetComposition",
            {"text": state, "selectionStart": len(state), "selectionEnd": len(state)},
        )
        expect(page.locator(".md-search-result__link").first).to_be_visible()
        expect(page.locator("[data-kb-instead]")).to_have_count(0)
    expect(page.locator(".md-search-result__link").first).to_have_attribute(
        "href", re.compile("/q/backpropagation/")
    )


@pytest.mark.parametrize(("lang", "none"), [("ko", "찾은 결과가 없습니다"), ("en", "Nothing found")])
def test_no_result_offers_the_nearest_title_and_the_unanswered_page(
    context: BrowserContext, site: str, lang: str, none: str
) -> None:
    page = open_page(context, f"{lang}/about/")
    search(page, "french revolution")
    expect(page.locator(".md-search-result__meta")).to_have_text(none)
    links = page.locator(".md-search-result__link")
    expect(links).to_have_count(2)
    assert "/q/" in (links.first.get_attribute("href") or "")
    expect(links.last).to_have_attribute("href", re.compile(rf"{site}{lang}/unanswered/"))
    page.keyboard.press("Enter")
    page.wait_for_timeout(200)
    assert page.url == f"{site}{lang}/about/"


def test_suggestions_complete_the_word(context: BrowserContext) -> None:
    page = open_page(context, "en/")
    box = page.get_by_role("textbox")
    box.click()
    box.press_sequentially("regulariz", delay=30)
    expect(page.locator("[data-md-component=search-suggest]")).to_have_text("regularization")


@pytest.mark.parametrize("how", ["no workers", "no engine"])
def test_a_browser_that_blocks_the_search_says_so(browser: Browser, site: str, how: str) -> None:
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    if how == "no workers":
        page.add_init_script("delete window.Worker")
    else:
        page.route("**/assets/search/engine.js*", lambda route: route.abort())
    page.goto(f"{site}en/")
    page.wait_for_function("'document$' in window")
    search(page, "dropout")
    expect(page.locator(".md-search-result__meta")).to_contain_text("Search cannot run")
    expect(page.locator(".md-search-result__meta")).to_be_visible()
    context.close()
