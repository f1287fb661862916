"""A host for built sites: files with the site's own headers, below /notes/."""

from __future__ import annotations

import functools
import http.server
import sys
from pathlib import Path
from typing import Any

from kb.publishing.preview import site_headers


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


def hosting(folder: Path) -> http.server.ThreadingHTTPServer:
    """Return what will serve a folder on this machine."""
    return _Server(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
