"""What license a folder of answer files names."""

from __future__ import annotations

import re
from pathlib import Path

_NAMES = ("license", "licence", "copying")
_MORE = re.compile(r"version \d|cc0 ", re.IGNORECASE)
LONGEST = 80


def license_above(folder: Path, top: Path) -> str:
    """Return the name of the license that stands nearest to `folder`, not above `top`; empty for none."""
    for place in (folder, *folder.parents):
        if name := license_in(place):
            return name
        if place == top:
            break
    return ""


def license_in(folder: Path) -> str:
    """Return the name of the license in the file LICENSE (or COPYING) of `folder`, empty for none."""
    try:
        files = sorted(filter(is_license, folder.iterdir()))
        return name_of(files[0].read_text("utf-8", "replace")) if files else ""
    except OSError:
        return ""


def is_license(file: Path) -> bool:
    """Say whether a file is named as licenses are."""
    return file.stem.lower() in _NAMES and file.is_file()


def name_of(text: str) -> str:
    """Return a license's name: its first line, and the second where that is part of the name."""
    lines = [" ".join(line.strip("#=*- \t\ufeff").split()) for line in text.splitlines()]
    first, second = (*filter(None, lines), "", "")[:2]
    return (f"{first}, {second}" if _MORE.match(second) else first)[:LONGEST]
