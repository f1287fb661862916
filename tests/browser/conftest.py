"""The real site, built once and served below a sub-path, and a browser to read it with."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from kb.publishing.preview import site_headers
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, BrowserContext, Playwright, sync_playwright

ROOT = Path(__file__).parents[2]
LEFT = "net::ERR_ABORTED"  # the reader went to another page before it came
BLOCKED = "Service Worker registration blocked by Playwright"  # test_offline_in_browser.py is about it
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files with the site's own headers, without a word, and its own page where there is none."""

    def do_GET(self) -> None:
        """Answer; to a browser that asks on its own for an icon beside a picture, that there is none."""
        if self.path != "/favicon.ico":
            return super().do_GET()
        self.send_response(http.HTTPStatus.NO_CONTENT)
        self.end_headers()
        return None

    def end_headers(self) -> None:
        """Send the content security policy, as hosts that read `_headers` do."""
        for name, value in site_headers(Path(self.directory, "notes")):
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's 404 page, as static hosts do."""
        page = Path(self.directory, "notes", "404.html")
        if code != http.HTTPStatus.NOT_FOUND:
            return super().send_error(code, message, explain)
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.read_bytes())
        return None


class _Server(http.server.ThreadingHTTPServer):
    """Serves readers who may leave before everything has come."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say what went wrong, unless it was the reader's leaving."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of our own site; it ends with a slash."""
    folder = tmp_path_factory.mktemp("served")
    handler = functools.partial(_Quiet, directory=str(folder))
    with _Server(("127.0.0.1", 0), handler) as server:
        address = f"http://127.0.0.1:{server.server_port}/notes/"
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(ROOT)
            for name in ("KB_ANSWERS", "GITHUB_REPOSITORY"):
                patch.delenv(name, raising=False)
            settings: dict[str, Any] = {
                "site_url": address,
                "repo_url": "https://github.com/example/notes",
                "strict": True,
            }
            build(load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder / "notes"), **settings))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield address
        server.shutdown()


def launched(playwright: Playwright) -> Browser:
    """Return Chromium from the PATH, else the one that Playwright downloaded."""
    found = next((path for name in CHROMIUM if (path := shutil.which(name))), None)
    sandbox = [] if os.geteuid() else ["--no-sandbox"]
    return playwright.chromium.launch(executable_path=found, args=sandbox)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A browser for all tests."""
    with sync_playwright() as playwright:
        started = launched(playwright)
        yield started
        started.close()


@pytest.fixture
def context(browser: Browser, site: str) -> Iterator[BrowserContext]:
    """A reader with English first and a light screen. Trouble on any page fails the test."""
    context = browser.new_context(
        locale="en-GB",
        color_scheme="light",
        viewport={"width": 1280, "height": 900},
        base_url=site,
        service_workers="block",
    )
    trouble: list[str] = []
    loud = ("error", "warning")
    context.on("console", lambda m: trouble.append(m.text) if m.type in loud and m.text != BLOCKED else None)
    context.on("weberror", lambda e: trouble.append(str(e.error)))
    context.on(
        "requestfailed", lambda r: trouble.append(f"{r.failure}: {r.url}") if r.failure != LEFT else None
    )
    context.on(
        "request", lambda r: trouble.append(f"elsewhere: {r.url}") if not r.url.startswith(site) else None
    )
    yield context
    context.close()
    assert not trouble
