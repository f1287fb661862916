"""What one build of MkDocs knows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation

from kb import emit
from kb.library import Library
from kb.model import Lang
from kb.packed import Packed
from kb.site.history import Dates
from kb.site.skeleton import VirtualPage
from kb.steps import Content


@dataclass
class Build:
    """What one build knows. A new one is made for every build, so that nothing outlives a rebuild.

    `root` is the folder of mkdocs.yml, `answers` the folders of answers, `content` what is made of them,
    `written` the paths of all pages by hand and `texts` of those that stand alone, `copied` the files whose
    contents are only copied, `found` what the search reads of each page, `dates` those of each file, `feeds`
    their paths, `places` where files are.
    """

    root: Path
    answers: tuple[Path, ...]
    content: Content | None = None
    written: frozenset[str] = frozenset()
    copied: list[File] = field(default_factory=list)
    texts: tuple[str, ...] = ()
    nav: Navigation = field(default_factory=lambda: Navigation([], []))
    views: dict[Lang, emit.LanguageView] = field(default_factory=dict)
    found: dict[str, Packed] = field(default_factory=dict)
    dates: Mapping[str, Dates] = field(default_factory=dict)
    feeds: frozenset[str] = frozenset()
    places: dict[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def library(self) -> Library | None:
        """Return the answers, when they have been read."""
        return self.content.library if self.content else None

    @property
    def pages(self) -> Mapping[str, VirtualPage]:
        """Return the pages that are made of answers, by path."""
        return self.content.pages if self.content else {}

    def changed(self, source: str) -> str:
        """Return the date of a file's last change, as far as it is known."""
        return self.dates_of(source).changed

    def dates_of(self, source: str) -> Dates:
        """Return the dates of a file, as far as they are known."""
        return self.dates.get(self._place(source)[0], Dates())

    def in_repository(self, source: str) -> str:
        """Return a file's path in the repository, empty for a file elsewhere or no file."""
        return self._place(source)[1]

    def edit_url(self, config: MkDocsConfig, source: str) -> str:
        """Return the address where a file can be edited, empty for one that cannot."""
        path = self.in_repository(source)
        return f"{config.repo_url}/{config.edit_uri}{path}" if path and config.edit_uri else ""

    def _place(self, source: str) -> tuple[str, str]:
        """Return a file's full path, and that in the repository: hundreds of pages ask for each."""
        if source not in self.places:
            path = Path(source).resolve()
            inside = source and path.is_relative_to(self.root)
            self.places[source] = (str(path), path.relative_to(self.root).as_posix() if inside else "")
        return self.places[source]
