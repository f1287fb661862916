"""`python -m kb.publishing.preview`: show a built site as a static host would.

It lies below its sub-path, has its own "not found" page, and is sent with the headers of `_headers`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from kb.publishing.checks.reading import built_site

_NOT_FOUND = "404.html"


class Handler(SimpleHTTPRequestHandler):
    """Serves the folder `directory` below the path `prefix`, which begins and ends with a slash."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".mjs": "text/javascript",
        ".js": "text/javascript",
        ".webmanifest": "application/manifest+json",
        ".woff2": "font/woff2",
        ".webp": "image/webp",
    }

    def __init__(
        self, *args: object, directory: str, prefix: str, headers: Sequence[tuple[str, str]]
    ) -> None:
        self._prefix, self._extra = prefix, headers
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def send_head(self):  # type: ignore[no-untyped-def]  # a private type of the standard library
        """Answer for what lies below the prefix; lead to it from outside."""
        if not self.path.startswith(self._prefix):
            self.send_response(HTTPStatus.FOUND)
            self.send_header("Location", self._prefix)
            self.end_headers()
            return None
        self.path = "/" + self.path.removeprefix(self._prefix)
        return super().send_head()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Send the site's own page where there is none."""
        page = Path(self.directory, _NOT_FOUND)
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
        return None

    def end_headers(self) -> None:
        """Add the site's own headers."""
        for name, value in self._extra:
            self.send_header(name, value)
        super().end_headers()


def site_headers(site: Path) -> tuple[tuple[str, str], ...]:
    """Return the headers that `_headers` asks for on every page."""
    file = site / "_headers"
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    pairs = (line.strip().partition(": ") for line in lines if line.startswith(" "))
    return tuple((name, value) for name, _, value in pairs)


def server(site: Path, port: int) -> tuple[ThreadingHTTPServer, str]:
    """Return a server of a built site, and the address at which it shows it."""
    prefix = urlsplit(built_site(site).root).path
    handler = partial(Handler, directory=str(site), prefix=prefix, headers=site_headers(site))
    made = ThreadingHTTPServer(("localhost", port), handler)
    return made, f"http://localhost:{made.server_port}{prefix}"


def main(argv: Sequence[str] | None = None) -> int:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(prog="python -m kb.publishing.preview", description=__doc__)
    parser.add_argument("site", type=Path, nargs="?", default=Path("site"), help="the folder of a built site")
    parser.add_argument("--port", type=int, default=8000)
    args = parser.parse_args(argv)
    made, address = server(args.site, args.port)
    print(f"{address} (stop with Ctrl+C)", flush=True)
    with made:
        try:
            made.serve_forever()
        except KeyboardInterrupt:
            return 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
