"""Sharing a question: its link, its Markdown, and a link that keeps the answer back."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

QUESTION = "q/relu-over-sigmoid/"
LABELS = {
    "ko": ("링크 복사", "Markdown 복사", "답을 가린 링크 복사", "답변 보기", "복사했습니다"),
    "en": ("Copy link", "Copy as Markdown", "Copy link without the answer", "Show the answer", "Copied"),
}


def open_page(context: BrowserContext, path: str) -> Page:
    page = context.new_page()
    page.goto(path, wait_until="networkidle")
    return page


def copied(page: Page, start: str) -> str:
    """Return what is on the clipboard, once it starts like what was asked for."""
    for _ in range(200):
        text: str = page.evaluate("navigator.clipboard.readText()")
        if text.startswith(start):
            return text
        page.wait_for_timeout(50)
    raise AssertionError(f"copied: {text}")


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("lang", ["ko", "en"])
def test_copying_links_and_markdown(context: BrowserContext, site: str, lang: str, width: int) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    link, markdown, quiz, reveal, done = LABELS[lang]
    page = open_page(context, f"{lang}/{QUESTION}")
    page.set_viewport_size({"width": width, "height": 900})
    page.get_by_role("button", name=link, exact=True).click()
    expect(page.locator(".kb-share [role=status]")).to_have_text(done)
    assert copied(page, "http") == f"{site}{lang}/{QUESTION}"
    page.get_by_role("button", name=markdown).click()
    text = copied(page, "#")
    assert text.startswith(f"# {page.locator('h1').inner_text().split('¶')[0].strip()}"[:12])
    assert "https://" in text
    page.get_by_role("button", name=quiz).click()
    address = copied(page, "http")
    assert address == f"{site}{lang}/{QUESTION}?reveal=0"
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")

    page.goto(address)
    expect(page.locator("h1")).to_be_visible()
    for hidden in (".kb-summary", ".kb-fragment", ".kb-share", "#references"):
        expect(page.locator(hidden).first).to_be_hidden()
    button = page.get_by_role("button", name=reveal)
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".kb-summary")).to_be_visible()
    expect(page.locator(".kb-summary")).to_be_focused()
    expect(button).to_be_hidden()
    assert urlsplit(page.url).query == ""


def test_the_other_language_asks_as_well(context: BrowserContext) -> None:
    page = open_page(context, f"ko/{QUESTION}?reveal=0")
    page.locator("[data-kb-switch]").click()
    page.wait_for_url(f"**/en/{QUESTION}?reveal=0")
    expect(page.get_by_role("button", name="Show the answer")).to_be_visible()
    expect(page.locator(".kb-summary")).to_be_hidden()


def test_without_scripts_the_answer_is_there_and_the_buttons_are_not(browser: Browser, site: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{site}en/{QUESTION}?reveal=0")
    expect(page.locator(".kb-summary")).to_be_visible()
    expect(page.locator(".kb-share")).to_be_hidden()
    expect(page.locator(".kb-quiz")).to_be_hidden()
    page.close()
