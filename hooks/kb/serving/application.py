"""The live server's answers: what is made late is made when asked for, and problems are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Protocol

from kb.serving.overlay import Problem, over

Start = Callable[..., Any]
App = Callable[[dict[str, Any], Start], Iterable[bytes]]


class Site(Protocol):
    """What the answers are about."""

    problems: tuple[Problem, ...]

    def freshen(self, path: str) -> None:
        """Bring the file at an address of the site up to date, if it is one that is made late."""


def application(inner: App, site: Site) -> App:
    """Return `inner` with the problems of `site` shown over its pages."""

    def answer(environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        path = environ["PATH_INFO"]
        site.freshen(path)
        said: list[tuple[str, list[tuple[str, str]]]] = []

        def note(status: str, headers: list[tuple[str, str]], *_: object) -> None:
            said.append((status, headers))

        body = inner(environ, note)  # waits for a build that is going on
        (status, headers) = said[0]
        kind = dict(headers).get("Content-Type", "")
        if not site.problems or not kind.startswith("text/html"):
            start(status, headers)
            return body
        found = status.startswith("200")
        page = over(b"".join(body), path, site.problems, found=found)
        kept = [(name, value) for name, value in headers if name not in ("Content-Length", "Content-Type")]
        kept += [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(page)))]
        # MkDocs reloads the pages there are, not those that have yet to come.
        start(status, kept if found else [*kept, ("Refresh", "2")])
        return [page]

    return answer
