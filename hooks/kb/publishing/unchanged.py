"""Whether a build would make the site that is there already, file by file.

What a site is made of has a name, and the cache keeps under it what the site was like when it was finished.
A build that would be made of the same, beside a site that nobody has touched, need not be run.
"""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from kb.cache import Cache
from kb.versions import file_hash, key

_KIND = "sites"
# What of the environment the settings do not show.
_VARIABLES = ("KB_", "SOURCE_DATE_EPOCH")
_LEFT_OUT = frozenset(("__pycache__", ".git", ".DS_Store"))


@dataclass(frozen=True, slots=True)
class Sources:
    """What a site is made of: `settings` and `dates` written out, and folders and files by content."""

    settings: str
    dates: str
    folders: tuple[Path, ...]
    files: tuple[Path, ...]

    def name(self, site: Path, environ: Mapping[str, str]) -> str:
        """Return a name for all that a site at `site` is made of, libraries and what they run on as well."""
        variables = (f"{name}={value}" for name, value in environ.items() if name.startswith(_VARIABLES))
        libraries = (f"{found.name} {found.version}" for found in metadata.distributions())
        files = (path for folder in self.folders for path in _files(folder))
        contents = (part for path in (*files, *self.files) for part in _content(path))
        about = (str(site), self.settings, self.dates, platform.python_version(), platform.platform())
        return key(*about, *sorted(variables), *sorted(libraries), *contents)


def said_before(name: str, site: Path, cache: Cache) -> list[str] | None:
    """Return what was said when the site was made of the same; None where it must be made."""
    kept = cache.json(_KIND, name)
    if not isinstance(kept, dict) or kept.get("site") != _state(site):
        return None
    return [str(line) for line in kept["said"]]


def finished(name: str, site: Path, said: Iterable[str], cache: Cache) -> None:
    """Note that the site at `site` is now what is made of the sources with this name."""
    cache.write_json(_KIND, name, {"site": _state(site), "said": list(said)})


def _state(site: Path) -> str:
    """Return what changes when a file of a site is added, removed or written to."""
    about = ((path, path.stat()) for path in _files(site))
    return key(*(f"{path.relative_to(site)} {its.st_size} {its.st_mtime_ns}" for path, its in about))


def _content(path: Path) -> Iterator[str]:
    try:
        yield from (str(path), file_hash(path))
    except OSError as error:
        yield f"{path} {error.errno}"


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder in an order of their own; not those at its top that are hidden."""
    for place, folders, files in os.walk(folder, followlinks=True):
        folders[:] = sorted(name for name in folders if name not in _LEFT_OUT)
        hidden = place == str(folder)
        yield from (Path(place, name) for name in sorted(files) if not (hidden and name.startswith(".")))
