"""The site without a network: what a reader visited and more is there, of one version at a time."""

from __future__ import annotations

import functools
import http.server
import re
import shutil
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from kb.offline.archive import write_archive
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.offline import (
    SCRIPTS,
    TOLD,
    Host,
    first_result,
    mark_of,
    newer,
    second_version,
    served,
    settled,
    state,
    until,
    visit,
)
from tests.site.small import build_site, make_project, write

FIGURE = """\
---
question: momentum
contributor: editors
---

# 모멘텀을 설명해 주세요.

지난 기울기를 얼마간 이어 갑니다. $v = \\beta v + g$

![두 경로를 견준 그림.](figure:momentum)
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """The small site, below a sub-path of a host of its own."""
    served = tmp_path_factory.mktemp("served")
    asked: list[str] = []

    class Handler(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002, ARG002
            asked.append(self.path)

    handler = functools.partial(Handler, directory=str(served))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        address = f"http://127.0.0.1:{server.server_port}/notes/"
        with pytest.MonkeyPatch.context() as patch:
            for name in ("KB_ANSWERS", "GITHUB_REPOSITORY", "SITE_URL", "REPO_URL"):
                patch.delenv(name, raising=False)
            project = make_project(tmp_path_factory.mktemp("small") / "project")
            write(project, {"answers/ko/momentum.md": FIGURE})
            build_site(project, site_url=address).folder.rename(served / "first")
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Host(served / "notes", address, asked)
        server.shutdown()


@pytest.fixture
def host(built: Host) -> Iterator[Host]:
    """The small site as it was built."""
    shutil.copytree(built.folder.with_name("first"), built.folder)
    built.asked.clear()
    yield built
    shutil.rmtree(built.folder)


@pytest.fixture
def reader(browser: Browser, host: Host) -> Iterator[BrowserContext]:
    context = browser.new_context(base_url=host.address, locale="ko-KR", color_scheme="light")
    trouble: list[str] = []
    context.on("weberror", lambda e: trouble.append(str(e.error)))
    yield context
    context.close()
    assert not trouble


def test_pages_and_search_go_on_without_a_network(reader: BrowserContext, host: Host) -> None:
    page = visit(reader, "ko/q/relu/?reveal=0#why")
    assert "/notes/ko/q/momentum/" in host.asked, "the pages of the language are fetched unasked"
    assert "/notes/en/q/momentum/" not in host.asked
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


def test_a_tab_keeps_its_version_and_the_next_visit_has_the_new_one(
    reader: BrowserContext, host: Host
) -> None:
    old = visit(reader, "ko/q/relu/")
    old.reload()
    first = served(old)
    host.deploy(second_version)
    page = reader.new_page()
    page.goto("ko/q/softmax/")
    assert mark_of(page) == ("", ""), "the old version is served whole while the new one comes"
    newer(page, first)
    assert mark_of(page) == ("", "")
    page.goto("ko/q/momentum/")
    assert mark_of(page) == ("second", "second")
    old.locator("a[href*='topics/activations']").first.click()
    old.wait_for_url(re.compile("topics/activations"))
    assert mark_of(old) == ("", ""), "an open tab goes on with what it has"
    old.evaluate("document.querySelector('.kb-newer')?.remove()")
    page.reload()
    old.get_by_role("button", name="이 글이 새로 바뀌었습니다. 새로 고침").click(timeout=15_000)
    old.wait_for_function("document.body?.dataset.version === 'second'")
    page.goto("ko/q/softmax/")
    assert mark_of(page) == ("second", "second")
    reader.set_offline(True)
    page.goto("ko/q/relu/")
    assert mark_of(page) == ("second", "second")


def test_a_page_that_is_not_here_leads_to_what_is(reader: BrowserContext, host: Host) -> None:
    page = visit(reader, "ko/")
    page.reload()
    reader.set_offline(True)
    page.goto("en/q/relu/")
    expect(page.locator("h1")).to_have_text("Reading offline")
    expect(page.get_by_role("alert")).to_contain_text("not on this device yet")
    expect(page.get_by_role("link", name="Try again")).to_have_attribute("href", f"{host.address}en/q/relu/")
    page.get_by_text("What you can read now").click()
    expect(page.locator("[data-part=readable] a")).to_have_text(["ML Interview Notes", "Reading offline"])
    reader.set_offline(False)
    expect(page).to_have_url(f"{host.address}en/q/relu/", timeout=15_000)
    expect(page.locator("h1")).to_have_text("What is ReLU?")
    page.goto("en/no-such-page/")
    assert "en/no-such-page/" in page.url, "what is nowhere is said by the host"


def test_everything_is_kept_and_removed_when_asked(reader: BrowserContext) -> None:
    page = visit(reader, "ko/offline/")
    said = page.get_by_role("status")
    expect(said).to_contain_text("보관하고 있습니다")
    expect(said).to_contain_text("더 필요합니다")
    page.get_by_role("button", name="그림까지 모두 보관하기").click()
    expect(said).to_contain_text("모두 이 기기에 있습니다", timeout=15_000)
    reader.set_offline(True)
    page.goto("ko/q/momentum/")
    expect(page.locator(".kb-figure img").first).to_be_visible()
    page.wait_for_function(
        """() => [...document.querySelectorAll(".kb-figure img")].every(image =>
          !image.getClientRects().length || (image.complete && image.naturalWidth))"""
    )
    reader.set_offline(False)
    page.goto("ko/offline/")
    page.get_by_role("button", name="보관한 파일 지우기").click()
    expect(said).to_contain_text("아무것도 보관하지 않습니다")
    page.goto("ko/q/relu/")
    page.evaluate(TOLD)
    assert state(page)["kept"] == 0, "a visit keeps nothing until the reader asks for it"


def test_with_data_saving_only_what_is_read_is_kept(reader: BrowserContext, host: Host) -> None:
    reader.add_init_script(
        "Object.defineProperty(navigator, 'connection', { value: { saveData: true, effectiveType: '4g' } })"
    )
    page = visit(reader, "ko/q/relu/")
    assert [path for path in state(page)["pages"] if "/q/" in path] == ["ko/q/relu/index.html"]
    assert not [path for path in host.asked if "assets/search/text" in path]
    reader.set_offline(True)
    page.reload()
    expect(page.locator("h1")).to_contain_text("ReLU")


def test_without_room_the_site_is_read_from_the_network(reader: BrowserContext, host: Host) -> None:
    page = reader.new_page()
    session = reader.new_cdp_session(page)
    page.goto("ko/")
    origin = page.evaluate("location.origin")
    session.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 300_000})
    page.reload()
    until(lambda: state(page)["full"], page)
    page.goto("ko/q/relu/")
    expect(page.locator("h1")).to_contain_text("ReLU")
    asked = len(host.asked)
    page.goto("ko/q/softmax/")
    expect(page.locator("h1")).to_contain_text("소프트맥스")
    assert len(host.asked) > asked


def test_what_was_interrupted_is_taken_up_again(reader: BrowserContext, host: Host) -> None:
    page = reader.new_page()
    page.goto("ko/q/relu/")
    until(lambda: state(page)["kept"] > 0, page)
    reader.set_offline(True)
    until(lambda: not state(page)["busy"], page)
    before = state(page)["kept"]
    reader.set_offline(False)
    # Every page asks for worker.js itself as long as the version is not complete.
    already = {path for path in host.asked if re.search("/assets/search/(?!worker)|vendor/katex", path)}
    host.asked.clear()
    page.goto("ko/q/softmax/")
    settled(page, "ko", "ko/q/momentum/index.html")
    assert state(page)["kept"] > before
    assert not already & set(host.asked), "what came the first time is not asked for again"
    reader.set_offline(True)
    page.goto("ko/q/momentum/")
    expect(page.locator("h1")).to_contain_text("모멘텀")


def test_files_that_fit_no_version_are_never_kept(reader: BrowserContext, host: Host) -> None:
    """A host that changes what it sends, or sends an old file, is read without a copy."""
    style = host.folder / "assets/stylesheets/site.css"
    style.write_text(style.read_text(encoding="utf-8") + "/* not as built */", encoding="utf-8")
    page = reader.new_page()
    page.goto("ko/q/relu/")
    asked = f"/notes/{style.relative_to(host.folder).as_posix()}"
    until(lambda: host.asked.count(asked) > 1 and not state(page)["busy"], page)
    assert state(page)["pages"] == []
    page.goto("ko/q/softmax/")
    expect(page.locator("h1")).to_contain_text("소프트맥스")


def test_the_zip_opens_from_a_disk(browser: Browser, host: Host, tmp_path: Path) -> None:
    write_archive(host.folder, "downloads/notes.zip", SCRIPTS, host.address)
    folder = tmp_path / "내려받은 파일 #1"
    with zipfile.ZipFile(host.folder / "downloads/notes.zip") as archive:
        archive.extractall(folder)
    context = browser.new_context(locale="ko-KR", color_scheme="light")
    trouble: list[str] = []
    context.on("console", lambda m: trouble.append(m.text))
    context.on("weberror", lambda e: trouble.append(str(e.error)))
    context.on("requestfailed", lambda r: trouble.append(r.url))
    context.on(
        "request", lambda r: None if r.url.startswith(("file:", "blob:", "data:")) else trouble.append(r.url)
    )
    page = context.new_page()
    page.goto((folder / "notes/index.html").as_uri())
    page.wait_for_url("**/notes/ko/index.html")
    page.locator(".md-content a[href*='topics/optimization']").first.click()
    page.locator(".md-content a[href*='q/momentum/']").first.click()
    expect(page.locator("h1")).to_contain_text("모멘텀")
    page.get_by_role("button", name="직접 바꿔 보기").click()
    expect(page.locator(".kb-figure__explorer svg").first).to_be_visible()
    assert first_result(page, "소프트맥스").endswith("/notes/ko/q/softmax/index.html")
    page.locator(".md-search-result__link").first.click()
    expect(page.locator("h1")).to_contain_text("소프트맥스")
    page.locator("[data-kb-switch]").click()
    page.wait_for_url("**/notes/en/q/softmax/index.html*")
    page.locator("label[for=__palette_1]").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.goto((folder / "notes/ko/study/index.html").as_uri())
    page.get_by_role("button", name="시작하기").click()
    page.keyboard.press("Space")
    expect(page.get_by_role("region", name="답변")).to_be_visible()
    context.close()
    assert not trouble
