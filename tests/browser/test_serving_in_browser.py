"""Writing with `mkdocs serve`: what is saved is on the screen, and so is what is wrong with it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.small import BANK, FILES, make_project

ROOT = Path(__file__).parents[2]
ANSWER = "answers/en/relu.md"
LONG = "\n\n".join(f"Paragraph {n}." for n in range(40))


@dataclass(frozen=True)
class Served:
    """A project and the address at which it is served."""

    docs: Path
    address: str

    def write(self, name: str, text: str) -> None:
        (self.docs / name).write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The small site, served; its bank is broken at first."""
    project = make_project(tmp_path_factory.mktemp("served") / "project")
    (project / "docs/questions/activations.yml").write_text("topic: [\n", encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    paths = os.pathsep.join([str(ROOT / "hooks"), str(ROOT), os.environ.get("PYTHONPATH", "")])
    unset = ("KB_ANSWERS", "GITHUB_REPOSITORY", "SITE_URL", "REPO_URL")
    environment = {name: value for name, value in os.environ.items() if name not in unset}
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with subprocess.Popen(
        command,
        cwd=project,
        env=environment | {"PYTHONPATH": paths},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as server:
        assert server.stdout
        said = ""
        for line in server.stdout:
            said += line
            if "Serving on" in line:
                break
        else:
            pytest.fail(said)
        threading.Thread(target=server.stdout.read, daemon=True).start()
        yield Served(project / "docs", f"http://127.0.0.1:{port}/")
        server.terminate()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page as low as a phone, so that there is something to scroll."""
    page = browser.new_page(viewport={"width": 900, "height": 500})
    page.set_default_timeout(30_000)
    yield page
    page.close()


def test_errors_at_the_start_are_shown_and_go_away_when_fixed(page: Page, served: Served) -> None:
    page.goto(f"{served.address}en/q/relu/")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("There is one thing to fix")
    expect(alert).to_contain_text("docs/questions/activations.yml:2")
    expect(alert).to_contain_text("KB201")
    served.write("questions/activations.yml", BANK)
    expect(page.get_by_role("heading", level=1)).to_have_text("What is ReLU?", timeout=30_000)
    expect(alert).to_have_count(0)


def test_what_is_saved_is_on_the_screen_where_one_was_reading(page: Page, served: Served) -> None:
    served.write("questions/activations.yml", BANK)
    page.goto(f"{served.address}en/q/relu/")
    text = FILES[ANSWER].replace("The editors explain.", f"{LONG}\n\nThe crowd explains.")
    served.write(ANSWER, text)
    expect(page.get_by_text("The crowd explains.")).to_be_attached(timeout=30_000)
    page.wait_for_load_state("load")
    page.evaluate("scrollTo({ top: 700, behavior: 'instant' })")
    page.wait_for_function("Math.abs(scrollY - 700) < 5")
    served.write(ANSWER, text.replace("The crowd", "Everybody"))
    expect(page.get_by_text("Everybody explains.")).to_be_attached(timeout=30_000)
    page.wait_for_function("Math.abs(scrollY - 700) < 5")
    served.write(ANSWER, FILES[ANSWER])
    expect(page.get_by_text("Everybody explains.")).to_have_count(0, timeout=30_000)


def test_a_mistake_is_shown_over_the_last_good_page_in_its_language(page: Page, served: Served) -> None:
    served.write("questions/activations.yml", BANK)
    page.goto(f"{served.address}ko/q/relu/")
    alert = page.get_by_role("alert")
    expect(alert).to_have_count(0)
    broken = FILES[ANSWER].replace("question: relu", "question: <img src=x onerror=alert(1)>")
    served.write(ANSWER, broken)
    expect(alert).to_contain_text("고칠 곳이 한 곳 있습니다", timeout=30_000)
    expect(alert).to_contain_text("docs/answers/en/relu.md:1")
    expect(alert.locator("img")).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_contain_text("ReLU란 무엇인가요?")
    summary = alert.locator("summary")
    summary.focus()
    page.keyboard.press("Enter")
    expect(alert.locator("li")).not_to_be_visible()
    page.set_viewport_size({"width": 320, "height": 500})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.add_script_tag(path=ROOT / "node_modules/axe-core/axe.min.js")
    assert page.evaluate("axe.run('.kb-problems').then((found) => found.violations.map((v) => v.id))") == []
    served.write(ANSWER, FILES[ANSWER])
    expect(alert).to_have_count(0, timeout=30_000)
