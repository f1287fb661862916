"""What happens in a build of MkDocs for the sake of social cards: they are drawn while pages are made."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

from kb.events import Hook
from kb.processes import Beside
from kb.site.cards import Card, card_assets
from kb.site.sharing import cards
from plots.fonts import font_files


class Cards:
    """The events, in the order in which MkDocs calls them; `hook` makes the site itself."""

    def __init__(self, hook: Hook) -> None:
        self._hook = hook
        self._drawing: Beside | None = None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Have somebody ready to draw. Nobody shares what is only being written."""
        self._clean_up()
        if not self._hook.serving:
            self._drawing = Beside(partial(card_assets, fonts=font_files(), cache=self._hook.cache))
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:  # noqa: ARG002
        """Let what the cache lacks be drawn."""
        if self._drawing:
            self._drawing.give(self._wanted())
        return files

    @event_priority(-200)  # before what is in the site is listed
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Put the cards into the site, which is made now; what could not be drawn before is drawn here."""
        if self._hook.serving:
            return
        if self._drawing:
            self._drawing.wait()
        for card in card_assets(self._wanted(), font_files(), self._hook.cache):
            target = Path(config.site_dir, card.path)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(str(card.source), target)

    def on_build_error(self, error: Exception) -> None:  # noqa: ARG002
        """Give up."""
        self._clean_up()

    def on_shutdown(self) -> None:
        """Leave nothing behind."""
        self._clean_up()

    def _wanted(self) -> dict[str, Card]:
        content = self._hook.build.content
        return cards(content.site) if content else {}

    def _clean_up(self) -> None:
        if self._drawing:
            self._drawing.stop()
            self._drawing = None
