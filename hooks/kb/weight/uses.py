"""What finished pages use: classes, Korean letters, Material's custom properties.

Pages are read while they pass by, and only sets are kept: all pages may not fit into memory.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

_CLASSES = re.compile(r'class="([^"]*)"')
_CHOICES = re.compile(r'data-md-color-\w+="[^"]*"')
_PROPERTIES = re.compile(r"var\(--md-[\w-]+\)?")
_ASCII = bytes(range(128))


class Uses:
    """What the pages noted so far use; each is known by its path in the site."""

    def __init__(self) -> None:
        self._pages: set[str] = set()
        self._classes: set[str] = set()
        self._choices: set[str] = set()
        self.letters: set[str] = set()
        self.properties: set[str] = set()

    @property
    def names(self) -> set[str]:
        """Return the classes that elements have, and the colours that Material's settings choose."""
        return {name for names in self._classes for name in names.split()} | self._choices

    def note(self, path: str, page: str) -> None:
        """Note what a finished page uses; `letters` are those that are not English."""
        self._pages.add(path)
        self._classes.update(_CLASSES.findall(page))
        self._choices.update(_CHOICES.findall(page))
        self.properties.update(_PROPERTIES.findall(page))
        self.letters.update(page.encode("utf-8", "ignore").translate(None, _ASCII).decode())

    def note_others(self, site: Path) -> None:
        """Note the pages in the folder of a site that did not pass by."""
        for path in _pages(site):
            name = path.relative_to(site).as_posix()
            if name not in self._pages:
                self.note(name, path.read_text(encoding="utf-8"))


def _pages(site: Path) -> Iterator[Path]:
    for folder, _, names in os.walk(site):
        yield from (Path(folder, name) for name in names if name.endswith(".html"))
