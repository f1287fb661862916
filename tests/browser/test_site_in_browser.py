"""What a reader does: switch languages, search, change the theme, lose the way."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

AXE = (Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
QUESTION = "q/dropout/"


def open_page(context: BrowserContext, path: str) -> Page:
    page = context.new_page()
    page.goto(path)
    page.wait_for_function("'document$' in window")
    return page


def test_language_link_stays_on_the_page_and_the_heading(context: BrowserContext, site: str) -> None:
    page = open_page(context, f"ko/{QUESTION}#references")
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(f"{site}en/{QUESTION}#references")
    expect(page.get_by_role("heading", name="References")).to_be_in_viewport()
    page.get_by_role("link", name="한국어").click()
    expect(page).to_have_url(f"{site}ko/{QUESTION}#references")


def test_language_link_follows_instant_navigation(context: BrowserContext, site: str) -> None:
    page = open_page(context, "en/topics/generalization/")
    page.evaluate("window.same = true")
    page.locator(".kb-list").get_by_role("link", name="dropout").first.click()
    expect(page).to_have_url(f"{site}en/{QUESTION}")
    assert page.evaluate("window.same"), "the page was loaded anew; is the sitemap of the language there?"
    page.get_by_role("link", name="한국어").click()
    expect(page).to_have_url(re.compile(rf"{site}ko/{QUESTION}"))
    expect(page.locator("html")).to_have_attribute("lang", "ko")


def test_language_link_follows_the_place_that_is_being_read(context: BrowserContext, site: str) -> None:
    page = open_page(context, f"en/{QUESTION}")
    section = page.locator("article h3").nth(1)
    name = section.get_attribute("id")
    page.mouse.wheel(0, 200)
    page.wait_for_timeout(400)  # Material follows the reader from the second pause on
    section.evaluate("heading => heading.scrollIntoView()")
    expect(page).to_have_url(f"{site}en/{QUESTION}#{name}")
    page.get_by_role("link", name="한국어").click()
    expect(page).to_have_url(f"{site}ko/{QUESTION}#{name}")


def test_dark_mode_survives_a_change_of_language(context: BrowserContext) -> None:
    page = open_page(context, "ko/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    page.get_by_title("어두운 화면으로 바꾸기").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


@pytest.mark.parametrize(
    ("lang", "query", "found"), [("ko", "드롭아웃", "드롭아웃"), ("en", "dropout", "dropout")]
)
def test_search_finds_pages_of_the_language(
    context: BrowserContext, site: str, lang: str, query: str, found: str
) -> None:
    page = open_page(context, f"{lang}/")
    box = page.get_by_role("textbox")
    box.click()
    box.fill(query)
    box.press("End")
    first = page.locator(".md-search-result__link").first
    expect(first).to_contain_text(found)
    links = page.locator(".md-search-result__link").evaluate_all("links => links.map(a => a.href)")
    assert links
    assert all(link.startswith(f"{site}{lang}/") for link in links)
    first.click()
    expect(page).to_have_url(re.compile(rf"{site}{lang}/.+"))


@pytest.mark.parametrize(("locale", "lang"), [("ko-KR", "ko"), ("en-US", "en"), ("fr-FR", "en")])
def test_root_page_goes_to_the_readers_language(browser: Browser, site: str, locale: str, lang: str) -> None:
    context = browser.new_context(locale=locale, service_workers="block")
    page = context.new_page()
    page.goto(site)
    expect(page).to_have_url(f"{site}{lang}/")
    context.close()


def test_without_scripts_everything_can_be_read_and_reached(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site)
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(f"{site}en/")
    page.goto(f"{site}en/{QUESTION}")
    expect(page.locator("#references")).to_be_visible()
    page.get_by_role("link", name="한국어").click()
    expect(page).to_have_url(f"{site}ko/{QUESTION}")
    page.goto(f"{site}ko/nowhere/")
    expect(page.locator("[data-kb-missing] h1")).to_have_count(2)
    context.close()


@pytest.mark.parametrize(
    ("lang", "title"), [("ko", "찾는 페이지가 없습니다"), ("en", "There is no such page")]
)
def test_not_found_page_speaks_the_language_of_the_address(
    browser: Browser, site: str, lang: str, title: str
) -> None:
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    response = page.goto(f"{site}{lang}/q/nowhere/")
    assert response is not None
    assert response.status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect(page.locator("html")).to_have_attribute("lang", lang)
    context.close()


# Both widths with both themes in both languages, each pair once.
@pytest.mark.parametrize(
    ("lang", "scheme", "width"),
    [("ko", "light", 390), ("ko", "dark", 1280), ("en", "light", 1280), ("en", "dark", 390)],
)
def test_pages_are_accessible_and_fit_the_screen(
    context: BrowserContext, lang: str, scheme: str, width: int
) -> None:
    page = context.new_page()
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 900})
    for path in ("", "topics/optimization/", QUESTION, "unanswered/", "about/"):
        page.goto(f"{lang}/{path}")
        page.wait_for_function("'document$' in window")
        expect(page.locator("body")).to_have_attribute(
            "data-md-color-scheme", "slate" if scheme == "dark" else "default"
        )
        page.evaluate(AXE)
        violations = page.evaluate("axe.run().then(r => r.violations.map(v => [v.id, v.nodes[0].html]))")
        assert violations == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


def test_keyboard_reaches_the_content_and_shows_where_it_is(context: BrowserContext) -> None:
    page = open_page(context, f"en/{QUESTION}")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"#question$"))
    page.keyboard.press("Tab")
    page.wait_for_function("getComputedStyle(document.activeElement).outlineStyle !== 'none'", timeout=10_000)


def test_a_picture_that_is_gone_says_so(context: BrowserContext) -> None:
    page = open_page(context, f"ko/{QUESTION}")
    page.evaluate(
        """() => {
          const image = new Image()
          Object.assign(image, { className: "kb-remote", alt: "손실 곡선" })
          image.src = "data:image/png;base64,AAAA"
          document.querySelector("article").prepend(image)
        }"""
    )
    expect(page.locator(".kb-missing")).to_have_text("그림을 표시할 수 없습니다: 손실 곡선")
