"""The page of a question: where it stands, what leads on, what it weighs, and on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.bench.weight import BAR, visit

QUESTION = "q/dropout/"
WITH_FOLLOW_UPS = "q/batch-normalization/"
WORDS = {
    "ko": ("현재 위치", "답변 전체 보기", "이 주제의 이전 질문과 다음 질문", "이 위치로 가는 링크"),
    "en": ("You are here", "Read the whole answer", "Previous and next question of this topic",
           "Permanent link"),
}  # fmt: skip
both = pytest.mark.parametrize("lang", ["ko", "en"])
wide_and_narrow = pytest.mark.parametrize("width", [390, 1280])


def open_page(context: BrowserContext, path: str, width: int) -> Page:
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(path)
    return page


@wide_and_narrow
@both
def test_where_it_stands_and_what_leads_on(context: BrowserContext, lang: str, width: int) -> None:
    here, whole, neighbors, _ = WORDS[lang]
    page = open_page(context, f"{lang}/{WITH_FOLLOW_UPS}", width)
    expect(page.get_by_role("navigation", name=here).get_by_role("link")).to_have_count(2)
    folded = page.locator("details.kb-follow-up").first
    expect(folded.locator(".kb-fragment")).to_be_hidden()
    folded.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(folded.locator(".kb-fragment")).to_be_visible()
    expect(folded.get_by_role("link", name=whole)).to_be_visible()
    links = page.get_by_role("navigation", name=neighbors).get_by_role("link")
    expect(links).to_have_count(2)
    title = (links.last.inner_text()).split("\n")[-1].strip()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    links.last.click()
    expect(page.locator("h1")).to_contain_text(title[:20])


@both
def test_headings_have_permanent_links(context: BrowserContext, lang: str) -> None:
    page = open_page(context, f"{lang}/{QUESTION}", 1280)
    heading = page.locator("article h3[id]").first
    link = heading.get_by_role("link", name=WORDS[lang][3])
    expect(link).to_have_css("opacity", "0")
    heading.hover()
    expect(link).to_have_css("opacity", "1")
    assert str(link.get_attribute("href")).endswith(f"#{heading.get_attribute('id')}")


@pytest.mark.parametrize("path", ["en/q/dropout/", "ko/q/dropout/"])
def test_a_first_visit_on_a_phone_is_light_and_nothing_moves(browser: Browser, site: str, path: str) -> None:
    found = visit(browser, f"{site}{path}")
    assert found.bytes["figures"] and found.fonts, "this page has no figure or no formula"
    assert found.read <= BAR, found
    assert found.moved == 0, found


def test_on_a_phone_the_search_brings_its_script(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
    page = context.new_page()
    page.goto(f"{site}en/{QUESTION}", wait_until="networkidle")
    page.locator(".md-header__button[for=__search]").tap()
    box = page.get_by_role("textbox")
    expect(box).to_be_focused()
    box.press_sequentially("relu")
    expect(page.locator(".md-search-result__link").first).to_contain_text("ReLU")
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@both
def test_on_paper_the_answer_stands_alone(context: BrowserContext, lang: str, scheme: str) -> None:
    page = open_page(context, f"{lang}/{QUESTION}", 1280)
    page.emulate_media(media="print", color_scheme="dark" if scheme == "dark" else "light")
    for hidden in (".md-header", ".md-sidebar--primary", ".kb-share", ".kb-path", ".kb-onward", ".md-footer"):
        expect(page.locator(hidden).first).to_be_hidden()
    expect(page.locator(".kb-summary")).to_be_visible()
    expect(page.locator(".kb-figure details").first).to_be_hidden()
    colour = page.locator("h1").evaluate("element => getComputedStyle(element).color")
    assert colour == "rgb(0, 0, 0)"
    shown = page.locator(".kb-references a").first.evaluate("a => getComputedStyle(a, '::after').content")
    assert "http" in shown or "attr(href)" in shown
