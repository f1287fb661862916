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


TOLD = """() => new Promise(done =>
  navigator.serviceWorker.addEventListener("message", ({ data }) => data.type === "kept" && done()))"""
SERVED = """async () => {
  const { scope } = await navigator.serviceWorker.ready
  const notes = await caches.open(`kb-offline ${new URL(scope).pathname} notes`)
  return (await (await notes.match(`${scope}kb-offline/settings`)).json()).current
}"""


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
    """Wait until the worker has nothing more to fetch, and has a page that is wanted."""

    def there() -> bool:
        found = state(page, lang)
        return bool(found["kept"] and not found["busy"] and (not wanted or wanted in found["pages"]))

    until(there, page)


def until(there: Callable[[], bool], page: Page) -> None:
    """Wait for what the worker is asked about; Playwright itself waits for no promise."""
    for _ in range(600):
        if there():
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"still at {state(page)}")


def served(page: Page) -> str:
    """Return the version that the next visit is served from."""
    found: str = page.evaluate(SERVED)
    return found


def newer(page: Page, than: str) -> None:
    """Wait until the next visit is served from another version."""
    until(lambda: served(page) not in ("", than), page)


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
