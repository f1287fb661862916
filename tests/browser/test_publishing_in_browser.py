"""The site under a strict content security policy, and what it asks of other hosts: nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from kb.model import LANGS
from kb.publishing.policy import policy
from playwright.sync_api import Browser, Page, expect

from tests.browser.figures import STEPPED, find

QUESTION = "q/dropout/"
WATCH = """\
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile, lineNumber }) => {
  console.error(`policy: ${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber}`)
})
"""


@dataclass
class Visit:
    """A reader's page, the addresses it asked for, and what the browser complained of."""

    page: Page
    asked: list[str] = field(default_factory=list)
    trouble: list[str] = field(default_factory=list)


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[Visit]:
    """A reader whose browser gets the policy twice, in the page and, as some hosts send it, as a header."""
    context = browser.new_context(base_url=site, viewport={"width": 1280, "height": 900})
    context.add_init_script(WATCH)
    seen = Visit(context.new_page())
    seen.page.on("console", lambda m: seen.trouble.append(m.text) if m.type == "error" else None)
    context.on("weberror", lambda e: seen.trouble.append(str(e.error)))
    context.on("request", lambda request: seen.asked.append(request.url))
    yield seen
    context.close()
    missing = re.compile("status of 404")  # which the page that is not there has
    assert [line for line in seen.trouble if not missing.search(line)] == []
    assert {url for url in seen.asked if not url.startswith((site, "data:"))} == set()


def kinds(page: Page, site: str) -> list[str]:
    """One page of each kind, which the first step after the language tells, by turns in both languages."""
    sitemap = page.request.get("ko/sitemap.xml").text()
    places = [place.removeprefix(f"{site}ko/") for place in re.findall("<loc>(.*?)</loc>", sitemap)]
    first = {place.split("/")[0]: place for place in places}
    return [f"{LANGS[number % 2]}/{place}" for number, place in enumerate((*first.values(), "nowhere/"))]


def test_every_kind_of_page_keeps_to_the_policy(visit: Visit, site: str) -> None:
    page = visit.page
    found = kinds(page, site)
    assert {path.split("/")[1] for path in found} > {"", "q", "topics", "study", "figures", "nowhere"}
    for path in found:
        answer = page.goto(path)
        assert answer
        assert policy() in answer.headers["content-security-policy"]
        page.wait_for_function("'document$' in window")
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
    assert len(visit.asked) > len(found)


def test_the_policy_is_in_the_page_and_would_stop_a_script(visit: Visit) -> None:
    visit.page.goto(f"en/{QUESTION}")
    meta = visit.page.locator("meta[http-equiv=Content-Security-Policy]")
    expect(meta).to_have_attribute("content", policy())
    visit.page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), {text: 'hit = 1'}))"
    )
    assert visit.page.evaluate("typeof hit") == "undefined"
    assert any("script-src" in line for line in visit.trouble)
    visit.trouble.clear()


def test_search_colours_and_figures_work_under_the_policy(visit: Visit, site: str) -> None:
    page = visit.page
    page.goto("en/")
    page.wait_for_function("'document$' in window")
    page.get_by_title("Switch to dark mode").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    box = page.get_by_role("textbox")
    box.click()
    box.fill("dropout")
    box.press("End")
    page.locator(".md-search-result__link").first.click()
    expect(page).to_have_url(re.compile(rf"{site}en/q/.+"))
    page.goto(f"en/{QUESTION}?reveal=0")
    expect(page.locator("html")).to_have_attribute("data-kb-reveal", "0")
    slider = find(page, "en", STEPPED).get_by_role("slider").first
    before = slider.get_attribute("aria-valuetext")
    slider.press("ArrowRight")
    expect(slider).not_to_have_attribute("aria-valuetext", before or "")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_first_paint_has_the_colours_of_the_screen(visit: Visit, scheme: Any) -> None:
    """Before Material's own script has run, and without it."""
    visit.page.context.route("**/bundle.*.js", lambda route: route.fulfill(body=""))
    visit.page.emulate_media(color_scheme=scheme)
    visit.page.goto(f"ko/{QUESTION}")
    expected = "slate" if scheme == "dark" else "default"
    expect(visit.page.locator("body")).to_have_attribute("data-md-color-scheme", expected)
    visit.trouble.clear()  # our own scripts wait for Material's


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_the_browser_takes_the_manifest(visit: Visit, lang: str) -> None:
    visit.page.goto(f"{lang}/")
    session = visit.page.context.new_cdp_session(visit.page)
    told = session.send("Page.getAppManifest")
    assert told["url"].endswith(f"/{lang}/manifest.webmanifest")
    assert told["errors"] == []
    icons = visit.page.evaluate(
        """async (url) => {
          const { icons } = await (await fetch(url)).json()
          return Promise.all(icons.map(async ({ src }) => (await fetch(new URL(src, url))).status))
        }""",
        told["url"],
    )
    assert icons == [200, 200, 200]
