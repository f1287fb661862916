"""The manifest: every file of a site that a browser may keep, by what it is needed for."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kb.model import LANGS

SCRIPT: Final = "service-worker.js"
MANIFEST: Final = "offline.json"
SHELL: Final = "shell"
# Up to how many bytes a group is fetched unasked, and all that a reader asks for may have.
UNASKED: Final = 24_000_000
MOST: Final = 250_000_000

_LANG = "|".join(LANGS)
_FIGURE = re.compile(rf"assets/figures/.+\.({_LANG})\.(?:light|dark)\.(narrow|wide)(\.moving)?\.\w+\.svg")
# The first pattern that matches a whole path names its group; what matches none is never kept.
_GROUPS: Final = tuple(
    (re.compile(pattern), group)
    for pattern, group in (
        (rf"index\.html|(?:{_LANG})/(?:index\.html|offline/index\.html|search/search_index\.json)", SHELL),
        (rf"({_LANG})/(?:.+/)?(?:index\.html|sitemap\.xml|cards\.json)", r"\1"),
        (r"assets/search/.+\.js", "search"),
        (r"assets/vendor/katex/.+", "math"),
        (r"assets/.+\.woff2?", "fonts"),
        (r"assets/figures/.+|assets/cards/.+|assets/javascripts/(?:lunr|workers)/.+", ""),
        (r"assets/.+\.(?:css|js|mjs)|assets/images/favicon\..+|.+\.webmanifest", SHELL),
        (r"favicon\.ico|assets/.+\.(?:svg|png|webp)", "images"),
    )
)


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that may be kept: its path in the site, its group, the digest and the number of its bytes."""

    path: str
    group: str
    digest: str
    size: int


def manifest(site: Path) -> str:
    """Return the manifest of a built site as JSON; its digest is the version of the site."""
    return to_json(kept_files(site), search_version(site))


def search_version(site: Path) -> str:
    """Return the version with which pages ask for the files of the search."""
    stub = site / LANGS[0] / "search" / "search_index.json"
    return str(json.loads(stub.read_bytes())["config"].get("version", "")) if stub.is_file() else ""


def kept_files(site: Path) -> tuple[Kept, ...]:
    """Return what may be kept of a built site, in the order of the paths."""
    paths = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    return tuple(_kept(site, path, group) for path in paths if (group := group_of(path)))


def _kept(site: Path, path: str, group: str) -> Kept:
    data = (site / path).read_bytes()
    return Kept(path, group, digest(data), len(data))


def group_of(path: str) -> str:
    """Return what a file is needed for; empty if it is not kept: exports, cards, indexes for machines."""
    figure = _FIGURE.fullmatch(path)
    if figure:
        return f"figures-{figure[1]}-{figure[2]}"
    for pattern, group in _GROUPS:
        found = pattern.fullmatch(path)
        if found:
            return found.expand(group)
    return ""


def digest(data: bytes) -> str:
    """Return what bytes are known by; the service worker computes the same."""
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode()[:16]


def to_json(files: Iterable[Kept], search: str = "") -> str:
    """Return files by group, which groups are fetched unasked, the limit, and the version of the search."""
    groups: dict[str, list[tuple[str, str, int]]] = {}
    for file in files:
        groups.setdefault(file.group, []).append((file.path, file.digest, file.size))
    built = {"search": search, "most": MOST, "unasked": unasked(groups), "files": groups}
    return json.dumps(built, ensure_ascii=False, separators=(",", ":")) + "\n"


def unasked(groups: Mapping[str, Sequence[tuple[str, str, int]]]) -> list[str]:
    """Return the groups that are fetched after the first visit: what every page needs, if it is not too much.

    Pages of a language are fetched for readers of that language alone, figures with the pages they see.
    """
    sizes = {name: sum(size for _, _, size in files) for name, files in groups.items()}
    return [name for name in ("math", "search", *LANGS) if 0 < sizes.get(name, 0) <= UNASKED]
