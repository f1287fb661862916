"""When files were added and changed last, as git knows it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

_DATE = "\x01"


@dataclass(frozen=True, slots=True)
class Dates:
    """The days (ISO 8601) of the first and the last commit with a file; empty where nobody knows."""

    added: str = ""
    changed: str = ""


def dates_of(folders: Iterable[Path]) -> Mapping[str, Dates]:
    """Return the dates of each file below `folders`, by full path.

    Files outside a repository, or changed but never committed, are not in it; neither is any file
    where there is no git, nor one whose last change lies beyond the history of a shallow clone.
    """
    found: dict[str, Dates] = {}
    for folder in folders:
        try:
            top = Path(_git(folder, "rev-parse", "--show-toplevel").strip())
            log = _git(
                folder, "-c", "core.quotePath=off", "log", f"--format={_DATE}%cs %H", "--name-only", "--", "."
            )
            cut = _shallow(folder)
        except (OSError, subprocess.CalledProcessError):
            continue
        date = ""
        for line in log.splitlines():
            if line.startswith(_DATE):
                date, _, commit = line[1:].partition(" ")
                date = "" if commit in cut else date
            elif line:
                path = str(top / line)
                found[path] = Dates(date, found[path].changed if path in found else date)
    return {path: dates for path, dates in found.items() if dates.changed}


def _shallow(folder: Path) -> set[str]:
    """Return the commits before which nothing was fetched; all files seem to be new in them."""
    file = folder / _git(folder, "rev-parse", "--git-path", "shallow").strip()
    return set(file.read_text(encoding="utf-8").split()) if file.is_file() else set()


def newest_change(folders: Iterable[Path], environ: Mapping[str, str]) -> int:
    """Return when anything below `folders` was changed last, in seconds since 1970.

    It is what `SOURCE_DATE_EPOCH` says; else the time of the last commit, or that of files changed since;
    without git, that of the newest file.
    """
    given = environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdecimal():
        return int(given)
    return max((time for folder in folders for time in _times(folder)), default=0)


def _times(folder: Path) -> Iterable[int]:
    try:
        yield int(_git(folder, "log", "-1", "--format=%ct", "--", ".") or 0)
        listed = _git(folder, "ls-files", "-z", "--modified", "--others", "--exclude-standard", "--", ".")
        changed: Iterable[Path] = (folder / name for name in listed.split("\0") if name)
    except (OSError, subprocess.CalledProcessError):
        changed = folder.rglob("*.md")
    yield from (int(file.stat().st_mtime) for file in changed if file.is_file())


def _git(folder: Path, *command: str) -> str:
    run = subprocess.run(["git", *command], cwd=folder, capture_output=True, check=True)
    return run.stdout.decode("utf-8", "replace")
