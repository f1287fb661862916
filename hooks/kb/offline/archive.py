"""The whole site as a zip, to be opened from a disk."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from kb.offline import disk
from kb.offline.disk import SCRIPT, Disk
from kb.offline.manifest import group_of
from kb.scripts import without_comments

FOLDER: Final = "downloads"
_FORMULAS = "assets/stylesheets/formulas.css"
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_FILE = 0o100644 << 16
# What only means something where there is a host.
_HOSTED = re.compile(r".*\.webmanifest|.*sitemap\.xml|[^/]+/offline/.*")
# What Material loads there in place of JSON.
_ASKED = re.compile(r"[^/]+/search/search_index\.js")
_SCRIPT = re.compile(r"assets/(?!search/).+\.m?js")
# What scripts read: lists of cards, answers for cards and for copying, animated figures.
_READ = re.compile(
    r"[^/]+/study/.+\.json|[^/]+/q/.+/(?:answer\.txt|index\.html)|assets/figures/.+\.moving\..+\.svg"
)


def archive_path(name: str) -> str:
    """Return where the zip of a site with this name is published."""
    return f"{FOLDER}/{_slug(name)}.zip"


def write_archive(site: Path, path: str, scripts: Path, published: str) -> int:
    """Write the zip of a finished site to `path` in it; return its size. The same site, the same bytes."""
    target = site / path
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in contents(site, scripts, published):
            entry = zipfile.ZipInfo(f"{target.stem}/{name}", _EARLIEST)
            small = name.endswith((".woff2", ".png"))
            entry.compress_type = zipfile.ZIP_STORED if small else zipfile.ZIP_DEFLATED
            entry.external_attr = _FILE
            entry.create_system = 3
            archive.writestr(entry, data)
    return target.stat().st_size


def contents(site: Path, scripts: Path, published: str) -> Iterator[tuple[str, bytes]]:
    """Return all files of the zip with their bytes, in the order of their paths."""
    texts = {path: _text(site, path) for path in _paths(site) if _SCRIPT.fullmatch(path)}
    modules = {path: code for path, code in texts.items() if disk.is_module(path, code)}
    paths = frozenset(_paths(site)) - modules.keys()
    loader = without_comments((scripts / "disk.js").read_text(encoding="utf-8"))
    made = {path: disk.importing(path, code) for path, code in texts.items() if path in paths}
    made[SCRIPT] = disk.script(loader, modules)
    made |= {f"{path}.js": "" for path in _handed(site)}
    view = Disk(paths, published)
    for path in sorted(paths | made.keys()):
        if path in made:
            handed = path.removesuffix(".js")
            yield path, (made[path] or disk.handed(handed, _text(site, handed))).encode()
        elif path.endswith(".html"):
            yield path, view.page(path, _text(site, path)).encode()
        elif path == _FORMULAS:
            yield path, disk.with_fonts(_text(site, path), (site / path).parent).encode()
        else:
            yield path, (site / path).read_bytes()


def _text(site: Path, path: str) -> str:
    return (site / path).read_text(encoding="utf-8")


def _paths(site: Path) -> Iterable[str]:
    """Return the files that pages load."""
    for path in _files(site):
        if (group_of(path) or _ASKED.fullmatch(path)) and not _HOSTED.fullmatch(path):
            yield path


def _handed(site: Path) -> Iterable[str]:
    """Return the files that scripts read."""
    return (path for path in _files(site) if _READ.fullmatch(path))


def _files(site: Path) -> Iterable[str]:
    return (file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file())


def _slug(name: str) -> str:
    return re.sub(r"\W+", "-", name).strip("-").lower() or "site"
