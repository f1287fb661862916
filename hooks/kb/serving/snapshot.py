"""What files there are and how they stand, to tell what has changed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

Stamp = tuple[int, int]
_SKIPPED = ("__pycache__", "node_modules")


def snapshot(roots: Iterable[Path]) -> Mapping[str, Stamp]:
    """Return when each file at or below `roots` was written last, and its size."""
    found: dict[str, Stamp] = {}
    for root in roots:
        for path in _files(root):
            if stamp := stamp_of(path):
                found[path] = stamp
    return found


def stamp_of(path: str) -> Stamp | None:
    """Return when a file was written last, and its size; None where there is none."""
    try:
        about = os.stat(path)  # noqa: PTH116 (paths as strings are twice as fast, and these are many)
    except OSError:
        return None
    return about.st_mtime_ns, about.st_size


def changes(before: Mapping[str, Stamp], after: Mapping[str, Stamp]) -> frozenset[str]:
    """Return the files that are new, gone or other than they were."""
    return frozenset(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))


def matters(path: str) -> bool:
    """Tell whether a change of this file may concern the site: not what editors and Python leave."""
    parts = Path(path).parts
    return not parts[-1].startswith((".", "#")) and not parts[-1].endswith("~") and _SKIPPED[0] not in parts


def _files(root: Path) -> Iterator[str]:
    base = os.path.abspath(root)  # noqa: PTH100 (links are not followed: messages name what was given)
    if not root.is_dir():
        yield base
        return
    for folder, folders, names in os.walk(base):
        folders[:] = [name for name in folders if not name.startswith(".") and name not in _SKIPPED]
        yield from (path for name in names if matters(path := os.path.join(folder, name)))  # noqa: PTH118
