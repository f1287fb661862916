"""How readers find their way: home, topics, map, tags, contributors."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from plots.spec import Lang
from tests.browser.figures import both, fits, violations

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
TOPIC = "topics/optimization/"
sizes = pytest.mark.parametrize("size", [WIDE, NARROW], ids=["1280", "390"])


def open_page(context: BrowserContext, path: str, size: dict[str, int] = WIDE) -> Page:
    page = context.new_page()
    page.set_viewport_size({"width": size["width"], "height": size["height"]})
    page.goto(path)
    page.wait_for_function("'document$' in window")
    return page


@pytest.mark.parametrize(
    ("lang", "size", "scheme"),
    [("ko", WIDE, "light"), ("ko", NARROW, "dark"), ("en", WIDE, "dark"), ("en", NARROW, "light")],
    ids=["ko-1280-light", "ko-390-dark", "en-1280-dark", "en-390-light"],
)
def test_pages_are_accessible_and_fit_the_screen(
    context: BrowserContext, lang: Lang, size: dict[str, int], scheme: str
) -> None:
    page = open_page(context, f"{lang}/map/", size)
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    for path in ("map/", "tags/", "contributors/"):
        page.goto(f"{lang}/{path}")
        page.wait_for_function("'document$' in window")
        assert violations(page) == [], path
        assert fits(page), path


@both
def test_nothing_is_wider_than_a_screen_of_320_pixels(context: BrowserContext, lang: Lang) -> None:
    for path in ("", TOPIC, "map/", "tags/", "contributors/"):
        page = open_page(context, f"{lang}/{path}", {"width": 320, "height": 640})
        assert fits(page), path
        page.close()


@sizes
@both
def test_home_opens_the_search_with_an_example(
    context: BrowserContext, lang: Lang, size: dict[str, int]
) -> None:
    page = open_page(context, f"{lang}/", size)
    tries = page.locator(".kb-find p button")
    expect(tries).to_have_count(3)
    for number in range(3):
        button = tries.nth(number)
        text = button.inner_text()
        button.click()
        box = page.get_by_role("textbox")
        expect(box).to_have_value(text)
        expect(page.locator(".md-search-result__link").first).to_be_visible()
        expect(page.locator("[data-kb-instead]")).to_have_count(0)
        page.keyboard.press("Escape")
        expect(page.locator("#__search")).not_to_be_checked()


@both
def test_home_opens_an_empty_search_by_button_and_by_key(context: BrowserContext, lang: Lang) -> None:
    page = open_page(context, f"{lang}/")
    name = "질문 찾기" if lang == "ko" else "Find a question"
    page.get_by_role("button", name=name).press("Enter")
    expect(page.get_by_role("textbox")).to_be_focused()
    expect(page.locator("#__search")).to_be_checked()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(page.get_by_role("textbox")).to_be_focused()


@both
def test_random_question_is_another_one_each_time(context: BrowserContext, site: str, lang: Lang) -> None:
    page = open_page(context, f"{lang}/")
    page.evaluate("window.same = true")
    seen = set()
    for _ in range(4):
        page.locator("[data-kb-random]").click()
        expect(page).to_have_url(re.compile(rf"^{site}{lang}/q/[a-z0-9-]+/"))
        expect(page.locator("article h1")).to_have_count(1)
        seen.add(page.url)
        page.go_back()
        expect(page.locator("[data-kb-random]")).to_be_visible()
    assert len(seen) > 1
    assert page.evaluate("window.same"), "the page was loaded anew"


def test_home_without_scripts_has_a_question_and_no_dead_buttons(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=site)
    page = context.new_page()
    page.goto("en/")
    expect(page.locator(".kb-find button").first).to_be_hidden()
    page.locator("[data-kb-random]").click()
    expect(page).to_have_url(re.compile("/en/q/"))
    context.close()


@both
def test_home_shows_a_figure_that_leads_to_its_answer(context: BrowserContext, site: str, lang: Lang) -> None:
    page = open_page(context, f"{lang}/")
    figure = page.locator("figure.kb-figure")
    image = figure.locator("picture img").filter(visible=True)
    image.scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    assert image.evaluate("image => image.complete && image.naturalWidth > 0")
    assert f".{lang}.light.wide." in image.evaluate("image => image.currentSrc")
    name = figure.get_attribute("id")
    page.locator(".kb-shown-in a").click()
    expect(page).to_have_url(re.compile(rf"^{site}{lang}/q/"))
    expect(page.locator(f"article #{name}")).to_be_visible()


@sizes
@both
def test_topic_page_tells_each_answer_in_a_line(
    context: BrowserContext, lang: Lang, size: dict[str, int]
) -> None:
    page = open_page(context, f"{lang}/{TOPIC}", size)
    items = page.locator("[data-kb-question]")
    expect(items.first).to_be_visible()
    count = items.count()
    expect(page.locator("[data-kb-question] > .kb-list__answer")).to_have_count(count)
    expect(page.locator("[data-kb-question] > .kb-level")).to_have_count(count)
    shown = page.locator(".kb-list__thumb img").filter(visible=True)
    assert 0 < shown.count() <= count
    shown.first.scroll_into_view_if_needed()
    expect(shown.first).to_have_js_property("complete", value=True)
    assert shown.first.evaluate("image => image.naturalWidth > 0 && image.alt === ''")


def overlaps(page: Page) -> object:
    """Boxes of the visible maps that lie on each other, and labels that leave their boxes or are cut."""
    return page.evaluate(
        """() => {
          const found = []
          for (const map of document.querySelectorAll(".kb-map__picture")) {
            if (!map.checkVisibility()) continue
            const boxes = [...map.querySelectorAll("a")].map((link) => link.getBoundingClientRect())
            boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => {
              const apart = a.left >= b.right || b.left >= a.right || a.top >= b.bottom || b.top >= a.bottom
              if (!apart) found.push([a, b])
            }))
            for (const part of map.querySelectorAll("a, b")) {
              if (part.scrollHeight > part.clientHeight + 1 || part.scrollWidth > part.clientWidth + 1)
                found.push(part.textContent)
            }
          }
          return found
        }"""
    )


@sizes
@both
def test_no_label_of_a_map_leaves_its_box_and_no_boxes_overlap(
    context: BrowserContext, lang: Lang, size: dict[str, int]
) -> None:
    page = open_page(context, f"{lang}/map/", size)
    expect(page.locator(".kb-map__picture").filter(visible=True)).not_to_have_count(0)
    assert overlaps(page) == []
    widths = page.locator(".kb-map").evaluate_all("all => all.map(map => map.scrollWidth - map.clientWidth)")
    assert max(widths) <= 0, "our own maps need no scrolling"


@sizes
@both
def test_boxes_of_the_map_are_links_for_keyboard_and_pointer(
    context: BrowserContext, site: str, lang: Lang, size: dict[str, int]
) -> None:
    page = open_page(context, f"{lang}/map/", size)
    level = "중급" if lang == "ko" else "Intermediate"
    box = page.get_by_role("link", name=f"Adam {level}", exact=True)
    box.focus()
    expect(box).to_be_focused()
    expect(page.locator("li:focus-within > .kb-map__lit")).to_have_css("visibility", "visible")
    page.evaluate("window.same = true")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(rf"^{site}{lang}/q/adam/"))
    assert page.evaluate("window.same"), "the page was loaded anew"
    page.go_back()
    page.locator(".kb-map--topics").get_by_role("link").filter(visible=True).first.click()
    expect(page).to_have_url(f"{site}{lang}/topics/foundations/")


def test_map_works_without_scripts(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=site)
    page = context.new_page()
    page.goto(f"en/{TOPIC}#map")
    page.get_by_role("link", name="Adam Intermediate", exact=True).click()
    expect(page).to_have_url(f"{site}en/q/adam/")
    context.close()


@both
def test_tags_lead_from_a_question_to_others(context: BrowserContext, site: str, lang: Lang) -> None:
    page = open_page(context, f"{lang}/q/dropout/")
    tag = page.locator(".kb-tags a").first
    name = tag.inner_text()
    tag.click()
    expect(page).to_have_url(re.compile(rf"^{site}{lang}/tags/#tag-"))
    expect(page.get_by_role("heading", name=name, exact=True)).to_be_in_viewport()


@both
def test_contributors_page_lists_what_was_answered(context: BrowserContext, lang: Lang) -> None:
    page = open_page(context, f"{lang}/contributors/")
    expect(page.locator("article h2")).to_have_count(1)
    expect(page.locator(".kb-fold [data-kb-question]").first).to_be_visible()


@sizes
@both
def test_menu_is_short(context: BrowserContext, lang: Lang, size: dict[str, int]) -> None:
    page = open_page(context, f"{lang}/", size)
    top = page.locator(".md-nav--primary > .md-nav__list > li")
    assert top.count() <= 16
