"""What was published once leads on for ever: the addresses of the last release, and what became of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from kb.model import LANGS, Question
from kb.publishing.checks.reading import BuiltSite, Finding

_HEAD = "# Addresses of the last release. `make release` rewrites this list; none may vanish from the site.\n"

_OFFERED = (".html", ".json", ".xml", ".apkg", ".zip", ".pdf")


def published(file: Path) -> tuple[str, ...]:
    """Return the addresses of the last release, below the site's root; none where there was no release."""
    if not file.is_file():
        return ()
    lines = file.read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def addresses(site: BuiltSite) -> tuple[str, ...]:
    """Return the addresses that people keep: pages, redirects, feeds and downloads; not what pages load."""
    offered = (path for path in site.files if not path.startswith("assets/") and path.endswith(_OFFERED))
    return tuple(sorted({site.address(path).removeprefix(site.root) for path in offered} - {"", "404.html"}))


def record(file: Path, found: Iterable[str]) -> None:
    """Write the list anew."""
    file.write_text(_HEAD + "".join(f"{address}\n" for address in found), encoding="utf-8")


def published_findings(site: BuiltSite, before: Iterable[str]) -> Iterator[Finding]:
    """Find published addresses that lead nowhere now."""
    present = set(addresses(site))
    for address in before:
        if address not in present:
            yield Finding(address, 0, "was published and is gone; an `aliases` entry or a page must lead on")


def lost_questions(questions: Iterable[Question], before: Iterable[str]) -> list[str]:
    """Return the published addresses of questions that the bank leads nowhere, without building the site."""
    ids = {name for question in questions for name in (question.id, *question.aliases)}
    parts = (address.strip("/").split("/") for address in before)
    return ["/".join(p) for p in parts if len(p) == 3 and p[0] in LANGS and p[1] == "q" and p[2] not in ids]
