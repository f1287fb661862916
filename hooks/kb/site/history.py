"""When files were changed last, as git knows it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

_DATE = "\x01"


def last_changes(folders: Iterable[Path]) -> Mapping[str, str]:
    """Return the date (ISO 8601) of the last commit that changed each file below `folders`, by full path.

    Files outside a repository, or changed but never committed, are not in it; neither is any file
    where there is no git, nor one whose last change lies beyond the history of a shallow clone.
    """
    found: dict[str, str] = {}
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
                found.setdefault(str(top / line), date)
    return {path: date for path, date in found.items() if date}


def _shallow(folder: Path) -> set[str]:
    """Return the commits before which nothing was fetched; all files seem to be new in them."""
    file = folder / _git(folder, "rev-parse", "--git-path", "shallow").strip()
    return set(file.read_text(encoding="utf-8").split()) if file.is_file() else set()


def _git(folder: Path, *command: str) -> str:
    run = subprocess.run(["git", *command], cwd=folder, capture_output=True, check=True)
    return run.stdout.decode("utf-8", "replace")
