"""Files of the site that are not pages."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of the site: `path` in the site, and either its `source` on disk or its `text`."""

    path: str
    source: Path | None = None
    text: str = ""

    @property
    def size(self) -> int:
        """Its bytes."""
        return self.source.stat().st_size if self.source else len(self.text.encode("utf-8"))
