"""What a first visit of an answer page transfers, and how far anything moves meanwhile.

    python -m tests.bench.weight SITE [PAGE …]

SITE is the folder of a built site. A phone in Chromium with a processor four times as slow opens each page;
texts are counted as gzip makes them. Fonts in a stylesheet are counted with it, and named apart.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Response, sync_playwright

from tests.browser.conftest import launched

BAR = 59_000  # bytes, figures aside
PAGES = ("en/q/dropout/", "ko/q/dropout/", "en/q/adam/", "ko/q/adam/")
_TEXTS = {"html": "pages", "css": "styles", "js": "scripts", "mjs": "scripts"}
_HELD = re.compile(rb"data:font/woff2?;base64,[\w+/=]+")
_SHIFTS = """self.moved = 0
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) self.moved += value
}).observe({ type: "layout-shift", buffered: true })"""


@dataclass(frozen=True, slots=True)
class Visit:
    """Bytes by kind, and the cumulative layout shift. `fonts` in stylesheets are in `styles` as well."""

    bytes: Mapping[str, int]
    fonts: int
    moved: float

    @property
    def read(self) -> int:
        """Return the bytes that a reader needs, figures aside."""
        return sum(size for kind, size in self.bytes.items() if kind not in ("figures", "korean"))


def visit(browser: Browser, address: str) -> Visit:
    """Open a page for the first time, on a phone."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True, service_workers="block"
    )
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.add_init_script(_SHIFTS)
    came: list[Response] = []
    page.on("response", lambda response: came.append(response))
    page.goto(address, wait_until="networkidle")
    page.wait_for_timeout(500)
    moved = float(page.evaluate("self.moved"))
    sizes: dict[str, int] = {}
    fonts = 0
    for response in came:
        data, kind = response.body(), _kind(response.url)
        fonts += sum(len(gzip.compress(font, 9)) for font in _HELD.findall(data))
        size = len(data) if kind in ("fonts", "korean") else len(gzip.compress(data, 9))
        sizes[kind] = sizes.get(kind, 0) + size
    context.close()
    return Visit(sizes, fonts, moved)


def _kind(address: str) -> str:
    path = urlsplit(address).path
    if "/assets/figures/" in path or path.endswith("figures.mjs"):
        return "figures"
    if path.endswith("korean.woff2"):  # for devices without Korean letters, as those that run tests are
        return "korean"
    ending = "html" if path.endswith("/") else path.rpartition(".")[2]
    return _TEXTS.get(ending, "fonts" if ending == "woff2" else "other")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


def main() -> None:
    """Print what each page takes."""
    site, *pages = sys.argv[1:]
    handler = partial(_Quiet, directory=str(Path(site)))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as playwright:
        Thread(target=server.serve_forever, daemon=True).start()
        browser = launched(playwright)
        for page in pages or PAGES:
            found = visit(browser, f"http://127.0.0.1:{server.server_port}/{page}")
            kinds = ", ".join(f"{kind} {size / 1000:.1f}" for kind, size in sorted(found.bytes.items()))
            print(
                f"{page}: {found.read / 1000:.1f} KB of {BAR / 1000:.0f} ({kinds}; "
                f"fonts in styles {found.fonts / 1000:.1f}), "
                f"moved {found.moved:.4f}"
            )
        browser.close()
        server.shutdown()


if __name__ == "__main__":
    main()
