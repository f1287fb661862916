"""Attacks in answer files, in a real browser: no dialog, no request, no trouble, no broken page."""

from __future__ import annotations

import base64
import functools
import http.server
import threading
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Dialog, Page, Route

from tests.rendering.vectors import ADDRESSES, HANDLERS, INJECTIONS, LAYOUT, SCRIPTS
from tests.site.small import build_site, make_project, write

CLASSES = {
    "scripts": SCRIPTS,
    "handlers": HANDLERS,
    "addresses": ADDRESSES,
    "injections": INJECTIONS,
    "layout": LAYOUT,
}
BANK = """\
topic:
  id: attacks
  order: 3
  title: {ko: 공격, en: Attacks}
  description: {ko: 공격, en: Attacks}
questions:
"""
PIXEL = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")
# What a reader might do to anything on the page, by hand or by accident.
TOUCH = """() => {
  for (const element of document.querySelectorAll(".kb-fragment *")) {
    if (element instanceof HTMLDetailsElement) element.open = true
    const events = ["mouseover", "mouseenter", "pointerdown", "focus", "focusin", "toggle", "error", "load"]
    for (const event of events)
      element.dispatchEvent(new Event(event, { bubbles: true }))
  }
  document.addEventListener("click", event => event.preventDefault(), true)
  for (const element of document.querySelectorAll(".kb-fragment a, .kb-fragment summary")) element.click()
}"""
DANGEROUS = """() => [...document.querySelectorAll(".kb-fragment *")].flatMap(element => [
  ...(/^(script|style|iframe|object|embed|form|base|meta|link|template)$/i.test(element.localName)
      ? [element.outerHTML] : []),
  ...[...element.attributes].filter(({ name, value }) =>
      /^on|^srcdoc$|^formaction$/i.test(name) || /^\\s*(javascript|vbscript|data:text)/i.test(value))
    .map(({ name, value }) => `${name}=${value}`),
])"""


def answers(vectors: tuple[str, ...], question: str) -> dict[str, str]:
    head = f"---\nquestion: {question}\nlang: ko\n---\n\n# 공격?\n\n"
    return {
        f"answers/{question}-{n}/a.md": f"{head}앞 문단.\n\n{vector}\n" for n, vector in enumerate(vectors)
    }


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site whose contributors attack its readers, a page for each class of attacks."""
    project = make_project(tmp_path_factory.mktemp("attacked") / "project")
    entries = "".join(
        f'  - id: {name}\n    title: {{ko: "{name}?", en: "{name}?"}}\n    difficulty: 1\n'
        f"    also_asked: {{ko: [{name} 가, {name} 나, {name} 다], en: [{name} a, {name} b, {name} c]}}\n"
        "    related: []\n"
        for name in CLASSES
    )
    write(project, {"questions/attacks.yml": BANK + entries})
    for name, vectors in CLASSES.items():
        write(project, answers(vectors, name))
    built = build_site(project, site_url="", repo_url="")
    handler = functools.partial(Quiet, directory=str(built.folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


def watch(page: Page, site: str) -> list[str]:
    """Collect everything that an attack could make a page do."""
    seen: list[str] = []

    def decide(route: Route) -> None:
        # A picture from elsewhere is allowed, lazily and without a referrer; anything else is not.
        picture = route.request.resource_type == "image" and urlsplit(route.request.url).scheme == "https"
        if not picture or "referer" in route.request.headers:
            seen.append(f"request: {route.request.resource_type} {route.request.url}")
        route.fulfill(body=PIXEL, content_type="image/gif")

    def dismiss(dialog: Dialog) -> None:
        seen.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    page.route(lambda url: not url.startswith(site), decide)
    page.on("dialog", dismiss)
    page.on("console", lambda m: seen.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: seen.append(str(error)))
    page.on("popup", lambda popup: seen.append(f"window: {popup.url}"))
    page.on("response", lambda r: seen.append(f"{r.status}: {r.url}") if r.status >= 400 else None)
    return seen


def test_there_are_enough_attacks() -> None:
    assert sum(map(len, CLASSES.values())) >= 150


@pytest.mark.parametrize("name", CLASSES)
def test_nothing_happens(browser: Browser, attacked: str, name: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    seen = watch(page, attacked)
    address = f"{attacked}ko/q/{name}/"
    page.goto(address, wait_until="load")
    count = page.locator(".kb-fragment").count()
    assert count == len(CLASSES[name]), "an answer has swallowed another"
    assert page.evaluate(DANGEROUS) == []
    page.evaluate("() => { for (const image of document.images) image.loading = 'eager' }")
    page.evaluate(TOUCH)
    page.wait_for_timeout(300)
    assert not seen, "\n".join(seen)
    assert page.url.partition("#")[0] == address
    # The page is still the page: its parts are where they were, and nothing covers them.
    assert page.locator("article .kb-fragment").count() == count
    assert page.locator("article footer.md-footer").count() == 0
    assert page.locator("footer.md-footer").count() == 1
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    top = "() => { scrollTo(0, 0); return Boolean(document.elementFromPoint(640, 20).closest('header')) }"
    assert page.evaluate(top), "something lies over the head of the page"
    page.close()
