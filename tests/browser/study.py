"""What the browser tests of the study page share."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.figures import fits, violations

KEY = "/notes/kb.study"
DAY = 86_400_000

Case = tuple[str, int, str]
SCREENS: list[Case] = [("ko", 390, "dark"), ("ko", 1280, "light"), ("en", 390, "light"), ("en", 1280, "dark")]
screens = pytest.mark.parametrize(("lang", "width", "scheme"), SCREENS)


def open_study(context: BrowserContext, lang: str = "en", query: str = "", width: int = 1280) -> Page:
    """Go to the study page and wait until it can be used."""
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{lang}/study/{query}")
    expect(page.locator(".kb-study")).to_be_visible()
    return page


def start(page: Page) -> None:
    page.locator("[data-do=start]").click()
    expect(asked(page)).to_be_focused()


def asked(page: Page) -> Any:
    return page.locator("[data-part=question]")


def answer(page: Page, grade: int) -> None:
    """Reveal the answer and grade it by keyboard."""
    page.keyboard.press("Space")
    expect(page.locator("[data-part=answer]")).to_be_focused()
    page.keyboard.press(str(grade))


def stored(page: Page) -> dict[str, Any]:
    """Return what is remembered, by question."""
    text = page.evaluate("key => localStorage.getItem(key)", KEY)
    cards: dict[str, Any] = json.loads(text)["cards"] if text else {}
    return cards


def remember(page: Page, **records: dict[str, Any]) -> None:
    """Put records into the browser, as if its reader had studied before; underscores are hyphens."""
    cards = {name.replace("_", "-"): reviewed() | more for name, more in records.items()}
    text = json.dumps({"format": "kb-study", "version": 1, "cards": cards})
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])


def reviewed() -> dict[str, Any]:
    """Return the record of a question that was answered yesterday and is due."""
    now = int(time.time() * 1000)
    times = {"due": now - 1000, "last": now - DAY}
    return times | {"stability": 3, "difficulty": 5, "days": 1, "reps": 1, "lapses": 0, "grade": 3}


def check(page: Page, within: str = "article") -> None:
    """Fail where what is shown is not accessible or wider than the screen."""
    page.evaluate("Promise.all(document.getAnimations().map(a => a.finished.catch(() => {})))")
    assert violations(page, within) == []
    assert fits(page)
