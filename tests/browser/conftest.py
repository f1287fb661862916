"""The real site, built once and served below a sub-path, and a browser to read it with."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Playwright, expect, sync_playwright

from tests.hosting import hosting

ROOT = Path(__file__).parents[2]
LEFT = "net::ERR_ABORTED"  # the reader went to another page before it came
BLOCKED = "Service Worker registration blocked by Playwright"  # test_offline_in_browser.py is about it
expect.set_options(timeout=15_000)  # machines may be busy
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


def built(folder: Path, address: str) -> None:
    """Build our own site as others do: beside the threads of tests a build would not fork."""
    unset = ("KB_ANSWERS", "GITHUB_REPOSITORY", "EDIT_URI")
    environment = {name: value for name, value in os.environ.items() if name not in unset}
    environment |= {"SITE_URL": address, "REPO_URL": "https://github.com/example/notes"}
    command = [
        sys.executable,
        "-W",
        "error",
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--site-dir",
        str(folder / "notes"),
    ]
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.fixture(scope="session")
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of our own site; it ends with a slash. Several processes of tests share one."""
    shared = getattr(request.config, "workerinput", {}).get("served")
    if shared:
        folder, address = Path(shared[0]), shared[1]
        with (folder / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not (folder / "notes").exists():
                built(folder, address)
        yield address
        return
    folder = tmp_path_factory.mktemp("served")
    with hosting(folder) as server:
        address = f"http://127.0.0.1:{server.server_port}/notes/"
        built(folder, address)
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
