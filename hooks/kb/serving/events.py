"""What happens in MkDocs for the sake of the live server."""

from __future__ import annotations

from contextlib import suppress
from typing import Any, cast

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files

from kb.events import Hook
from kb.serving.application import application
from kb.serving.live import Live
from kb.serving.pages import Whole
from kb.serving.watching import Watcher

# Seconds without a change after which a build begins: editors write a file in several steps.
_SETTLED = 0.04


class Serving:
    """The events, in the order in which MkDocs calls them."""

    def __init__(self, hook: Hook) -> None:
        self._hook = hook
        self._whole: Whole | None = None

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Keep what a live server renders single pages with."""
        self._whole = Whole(config, files, self._hook.build.nav, env) if self._hook.serving else None
        return env

    def on_serve(self, server: LiveReloadServer, config: MkDocsConfig, builder: object) -> LiveReloadServer:
        """Put our builder, our watcher and our answers in the place of MkDocs's."""
        if not self._hook.serving or not callable(
            builder
        ):  # `mkdocs serve --clean` serves what a build makes
            return server
        live = Live(self._hook, builder, self.whole)
        watched = [config.docs_dir, config.config_file_path, *config.theme.dirs]
        stopped = []
        for path in watched:
            with suppress(KeyError):  # the theme is watched only if someone asked for it
                server.unwatch(path)
                stopped.append(path)
        cast(Any, server).observer = Watcher()
        for path in stopped:
            server.watch(path)
        server.builder = live
        server.build_delay = _SETTLED
        server.set_app(application(server.serve_request, live))
        return server

    def whole(self) -> Whole:
        """Return what the last whole build was made with."""
        if self._whole is None:
            raise RuntimeError("There was no build yet")
        return self._whole
