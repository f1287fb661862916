"""A small site as a live server keeps it, without the server."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from kb.serving.live import Live
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from tests.site.small import make_project

ADDRESS = "http://127.0.0.1:8000/"
Files = dict[str, bytes]


class LiveSite:
    """A project, its site, and what brings that up to date. `wholes` counts the whole builds."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.project = make_project(folder / "project")
        self.folder = folder
        self.wholes = 0
        self._patch = patch
        self._patch.chdir(self.project)
        self._patch.setenv("SOURCE_DATE_EPOCH", "1700000000")  # whoever edits the code while this runs
        self._site = folder / "live"
        self.again()

    def again(self) -> None:
        """Start anew, as after a restart."""
        self._built("live", "serve")
        serving = self._hooks()._serving
        self.live = Live(serving._hook, self._whole, serving.whole)

    def write(self, name: str, text: str | None) -> None:
        """Write a file of the project, or remove it."""
        path = self.project / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            path.unlink(missing_ok=True)
        else:
            path.write_text(text, encoding="utf-8")

    def read(self, name: str) -> str | None:
        path = self.project / "docs" / name
        return path.read_text(encoding="utf-8") if path.exists() else None

    def text(self, page: str) -> str:
        return (self._site / page / "index.html").read_text(encoding="utf-8")

    def files(self) -> Files:
        """Return the site with everything brought up to date."""
        self.live.freshen("/assets/search/index.js")
        return content(self._site)

    def clean(self, command: str = "serve") -> Files:
        """Return what a build makes that finds nothing in the cache."""
        return self._apart(command, self.folder / "empty")

    def warm(self, command: str = "build") -> Files:
        """Return what a build makes with the cache of all the builds before it."""
        return self._apart(command, self.folder / "cache")

    def _apart(self, command: str, cache: Path) -> Files:
        hooks = self._hooks()
        kept = {name: dict(vars(getattr(hooks, name))) for name in ("_hook", "_serving", "_publishing")}
        try:
            shutil.rmtree(self.folder / "empty", ignore_errors=True)
            self._built("apart", command, cache)
            return content(self.folder / "apart")
        finally:
            for name, state in kept.items():
                vars(getattr(hooks, name)).update(state)

    def _whole(self) -> None:
        self.wholes += 1
        build(self._config("live"), serve_url=ADDRESS)

    def _built(self, site: str, command: str, cache: Path | None = None) -> None:
        self._patch.setattr("kb.events.CACHE", str(cache or self.folder / "cache"))
        config = self._config(site)
        hooks = self._hooks()  # the same in all builds of this process: afterwards they are as they were
        self._patch.setattr(hooks._hook, "serving", hooks._hook.serving)
        config.plugins.on_startup(command=command, dirty=False)  # type: ignore[arg-type]
        self._patch.setattr(
            hooks._publishing, "_checks", False
        )  # a build with nothing to do ends the process
        build(config, serve_url=ADDRESS if command == "serve" else None)

    def _config(self, site: str) -> MkDocsConfig:
        logging.getLogger("mkdocs").setLevel(logging.ERROR)
        settings: dict[str, Any] = {"site_dir": str(self.folder / site), "site_url": ADDRESS}
        self._loaded = load_config(str(self.project / "mkdocs.yml"), **settings)
        return self._loaded

    def _hooks(self) -> Any:
        hooks: Any = self._loaded.hooks
        return next(iter(hooks.values()))


def content(folder: Path) -> Files:
    """Return every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def differing(one: Files, other: Files) -> list[str]:
    """Return the names of the files that differ."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


Edit = Callable[[LiveSite], None]
