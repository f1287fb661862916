"""The site without a network: what a reader visited and more is there, of one version at a time."""

from __future__ import annotations

import functools
import http.server
import os
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from kb.offline.files import write_offline
from tests.site.small import build_site, make_project

SCRIPTS = Path(__file__).parents[2] / "docs/assets/javascripts/offline"
STATE = """lang => new Promise(async done => {
  const { active } = await navigator.serviceWorker.ready
  const channel = new MessageChannel()
  channel.port1.onmessage = ({ data }) => done(data)
  active.postMessage({ type: "state", lang }, [channel.port2])
})"""


@dataclass
class Host:
    """A host whose files can be exchanged: `folder` is what it serves at `address`, `asked` what was asked."""

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


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("KB_ANSWERS", "GITHUB_REPOSITORY", "SITE_URL", "REPO_URL"):
            patch.delenv(name, raising=False)
        return build_site(make_project(tmp_path_factory.mktemp("small") / "project"), site_url="").folder


@pytest.fixture
def host(small: Path, tmp_path: Path) -> Iterator[Host]:
    """The small site on a host of its own, below a sub-path."""
    folder = tmp_path / "served" / "notes"
    shutil.copytree(small, folder)
    asked: list[str] = []

    class Handler(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            asked.append(self.path)

    handler = functools.partial(Handler, directory=str(folder.parent))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Host(folder, f"http://127.0.0.1:{server.server_port}/notes/", asked)
        server.shutdown()


@pytest.fixture
def reader(browser: Browser, host: Host) -> Iterator[BrowserContext]:
    context = browser.new_context(base_url=host.address, locale="ko-KR", color_scheme="light")
    trouble: list[str] = []
    context.on("weberror", lambda e: trouble.append(str(e.error)))
    yield context
    context.close()
    assert not trouble


def state(page: Page, lang: str = "ko") -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(STATE, lang)
    return found


def visit(reader: BrowserContext, path: str) -> Page:
    """Open a page and wait until the worker has fetched what it fetches unasked."""
    page = reader.new_page()
    page.goto(path)
    settled(page, path[:2])
    return page


def settled(page: Page, lang: str) -> None:
    before, now = -1, -2
    while now <= 0 or before != now:
        page.wait_for_timeout(700)
        before, now = now, state(page, lang)["kept"]


def first_result(page: Page, query: str) -> str:
    box = page.locator("[data-md-component=search-query]")
    box.click()
    box.fill(query)
    link = page.locator(".md-search-result__link").first
    expect(link).to_be_visible()
    return urlsplit(link.get_attribute("href") or "").path


def test_pages_and_search_go_on_without_a_network(reader: BrowserContext, host: Host) -> None:
    page = visit(reader, "ko/q/relu/?reveal=0#why")
    reader.set_offline(True)
    assert first_result(page, "소프트맥스").endswith("/ko/q/softmax/"), "in the tab of the first visit"
    page.reload()
    expect(page.locator("h1")).to_contain_text("ReLU")
    assert first_result(page, "렐루").endswith("/ko/q/relu/")
    page.evaluate("window.same = true")
    page.keyboard.press("Escape")
    page.goto("ko/q/softmax/?anything=1")
    expect(page.locator("h1")).to_contain_text("소프트맥스")
    page.evaluate("window.same = true")
    page.locator(".md-content a[href*='/q/'], .md-content a[href^='../']").first.click()
    page.wait_for_url(re.compile(r"/ko/(?!q/softmax)"))
    assert page.evaluate("window.same"), "the page was loaded anew"
