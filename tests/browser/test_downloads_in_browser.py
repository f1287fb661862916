"""What readers take away: the page of downloads, and the question sheet on screen and paper."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from plots.spec import Lang
from tests.browser.figures import both, fits, violations

SHEET = {
    "ko": ("질문만", "메모할 줄", "30초 요약", "최적화", "전체"),
    "en": ("Nothing else", "Lines to write on", "30-second summaries", "Optimization", "All"),
}
PAGES = ("downloads/", "sheet/", "data/")


def open_page(context: BrowserContext, path: str, width: int = 1280) -> Page:
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(path)
    page.wait_for_function("'document$' in window")
    return page


@pytest.mark.parametrize(
    ("lang", "width", "scheme"),
    [("ko", 1280, "light"), ("ko", 390, "dark"), ("en", 1280, "dark"), ("en", 390, "light")],
)
def test_pages_are_accessible_and_fit_the_screen(
    context: BrowserContext, lang: Lang, width: int, scheme: str
) -> None:
    page = open_page(context, f"{lang}/downloads/", width)
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    for path in PAGES:
        page.goto(f"{lang}/{path}")
        page.wait_for_function("'document$' in window")
        assert violations(page, "article") == [], path
        assert fits(page), path


@both
def test_nothing_is_wider_than_a_screen_of_320_pixels(context: BrowserContext, lang: Lang) -> None:
    for path in PAGES:
        page = open_page(context, f"{lang}/{path}", 320)
        assert fits(page), path
        page.close()


@both
def test_a_deck_is_downloaded(context: BrowserContext, lang: Lang) -> None:
    page = open_page(context, f"{lang}/downloads/", 390)
    with page.expect_download() as download:
        page.locator("article a[download]").first.click()
    assert download.value.suggested_filename == f"ml-interview-notes-{lang}.apkg"
    sheet = page.locator("article").get_by_role("link", name={"ko": "질문지", "en": "Question sheet"}[lang])
    sheet.click()
    expect(page).to_have_url(re.compile(rf"/{lang}/sheet/(#.*)?$"))
    expect(page.locator(".kb-sheet section label").first).to_have_css("display", "flex")  # its style is there


@both
def test_the_sheet_shows_what_is_chosen(context: BrowserContext, lang: Lang) -> None:
    page = open_page(context, f"{lang}/sheet/")
    only, lines, summaries, topic, everything = SHEET[lang]
    summary, line = page.locator(".kb-sheet__summary").first, page.locator(".kb-sheet__lines").first
    expect(page.get_by_role("radio", name=only)).to_be_checked()
    expect(summary).to_be_hidden()
    expect(line).to_be_hidden()
    page.get_by_role("radio", name=only).focus()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name=lines)).to_be_checked()
    expect(line).to_be_visible()
    page.get_by_text(summaries, exact=True).click()
    expect(summary).to_be_visible()
    expect(line).to_be_hidden()

    shown = page.locator(".kb-sheet section:visible")
    whole = shown.count()
    page.locator(".kb-sheet__topics").get_by_role("link", name=topic, exact=True).click()
    expect(shown).to_have_count(1)
    expect(shown.get_by_role("heading", name=topic)).to_be_visible()
    page.locator(".kb-sheet__topics").get_by_role("link", name=everything, exact=True).click()
    expect(shown).to_have_count(whole)

    first = page.locator(".kb-sheet section li").first
    box = first.get_by_role("checkbox", name=first.locator("label").inner_text())
    box.check()
    expect(box).to_be_checked()
    first.get_by_role("link").first.click()
    expect(page).to_have_url(re.compile(rf"/{lang}/q/[\w-]+/(#.*)?$"))


@both
def test_the_sheet_is_printed_on_clean_pages(context: BrowserContext, site: str, lang: Lang) -> None:
    page = context.new_page()
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(f"{lang}/sheet/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
    expect(page.locator(".kb-sheet h2").first).to_have_css("color", "rgb(0, 0, 0)")
    for hidden in (".md-header", ".md-footer", ".md-sidebar", ".kb-sheet__views", ".kb-sheet__topics ul"):
        for place in page.locator(hidden).all():
            expect(place).to_be_hidden()
    expect(page.locator(".kb-sheet__addresses")).to_contain_text(f"{site}{lang}/q/")
    sizes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", page.pdf(prefer_css_page_size=True))
    assert 3 <= len(sizes) <= 12
    assert {(round(float(width)), round(float(height))) for width, height in sizes} == {(595, 842)}  # A4


def test_without_scripts_everything_works(browser: Browser, site: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{site}en/sheet/#only-optimization")
    expect(page.locator(".kb-sheet section:visible")).to_have_count(1)
    page.get_by_text("30-second summaries", exact=True).click()
    expect(page.locator("#only-optimization .kb-sheet__summary").first).to_be_visible()
    page.goto(f"{site}en/downloads/")
    with page.expect_download():
        page.get_by_role("link", name="Both languages").click()
    page.close()
