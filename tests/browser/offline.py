"""What the browser tests of reading offline share: a host whose files change, what a page tells of them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from kb.offline.files import write_offline
from playwright.sync_api import BrowserContext, Page, expect

SCRIPTS = Path(__file__).parents[2] / "docs/assets/javascripts/offline"
STATE = """lang => new Promise(async done => {
  const { active } = await navigator.serviceWorker.ready
  const channel = new MessageChannel()
  channel.port1.onmessage = ({ data }) => done(data)
  active.postMessage({ type: "state", lang }, [channel.port2])
})"""


@dataclass
class Host:
    """A host whose files can be exchanged: `folder` is served at `address`, `asked` is what was asked for."""

    folder: Path
    address: str
    asked: list[str]

    def deploy(self, change: Callable[[Path], None]) -> None:
        """Publish a changed copy of the site at once."""
        new = self.folder.with_name("next")
        shutil.copytree(self.folder, new)
        change(new)
        write_offline(new, SCRIPTS)
        shutil.rmtree(self.folder)
        new.rename(self.folder)


def state(page: Page, lang: str = "ko") -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(STATE, lang)
    return found


def visit(reader: BrowserContext, path: str) -> Page:
    """Open a page and wait until the worker has fetched what it fetches unasked."""
    page = reader.new_page()
    page.goto(path)
    settled(page, path[:2])
    return page


def settled(page: Page, lang: str, wanted: str = "") -> None:
    for _ in range(100):
        found = state(page, lang)
        if found["kept"] and not found["busy"] and (not wanted or wanted in found["pages"]):
            return
        page.wait_for_timeout(150)
    raise AssertionError(f"still at {found}")


def first_result(page: Page, query: str) -> str:
    box = page.locator("[data-md-component=search-query]")
    box.click()
    box.fill(query)
    link = page.locator(".md-search-result__link").first
    expect(link).to_be_visible()
    return urlsplit(link.get_attribute("href") or "").path


def second_version(site: Path) -> None:
    """Change every page and the style sheet of every page."""
    for path in site.rglob("index.html"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("<body ", '<body data-version="second" '), encoding="utf-8")
    style = site / "assets/stylesheets/site.css"
    style.write_text(style.read_text(encoding="utf-8") + "\n:root{--version:second}\n", encoding="utf-8")


def mark_of(page: Page) -> tuple[str, str]:
    """Return the version of the page and the version of its style sheet."""
    marks: list[str] = page.evaluate(
        """() => [document.body.dataset.version ?? "",
                  getComputedStyle(document.documentElement).getPropertyValue("--version").trim()]"""
    )
    return marks[0], marks[1]


def expect_version(page: Page, path: str, marks: tuple[str, str]) -> None:
    """Visit until the version is there, and see that no visit mixes two."""
    for _ in range(20):
        page.goto(path)
        now = mark_of(page)
        assert now[0] == now[1], "a page and its style sheet of two versions"
        if now == marks:
            return
        page.wait_for_timeout(2000)
    raise AssertionError(f"{path} stays at {now}")
