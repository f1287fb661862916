"""What happens in a build of MkDocs for the sake of publishing."""

from __future__ import annotations

import logging
import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from kb import emit
from kb.events import Hook
from kb.model import LANGS
from kb.offline.archive import write_archive
from kb.offline.files import write_farewell, write_offline
from kb.publishing.changes import page_changes
from kb.publishing.icons import icon_assets
from kb.publishing.manifest import manifests
from kb.publishing.policy import headers, policy
from kb.publishing.settings import all_known, sources
from kb.publishing.sitemap import Place, language_sitemap, robots, sitemap
from kb.publishing.staging import Staging, stage
from kb.publishing.unchanged import finished, said_before
from kb.rendering.assets import Asset
from kb.steps import CODE, archive, log, short

OFFLINE = "docs/assets/javascripts/offline"
REGISTER = "assets/javascripts/offline/register.js"


class Publishing:
    """The events, in the order in which MkDocs calls them; `hook` makes the site itself."""

    def __init__(self, hook: Hook) -> None:
        self._hook = hook
        self._in_place = False
        self._checks = False
        self._name = ""
        self._warnings = CountHandler(level=logging.WARNING)
        self._staging: Staging | None = None
        self._policy = ""
        self._places: tuple[Place, ...] = ()

    def on_startup(self, command: str, dirty: bool) -> None:
        """Learn whether the site is to be made anew and published."""
        self._in_place = command == "serve" or dirty
        self._checks = not self._in_place

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Let MkDocs build beside the present site."""
        self._clean_up()
        self._name = self._unless_unchanged(config) if self._checks and all_known(config) else ""
        if self._hook.serving:
            config.extra_javascript = [s for s in config.extra_javascript if str(s) != REGISTER]
        self._policy = policy(map(str, config.extra_javascript), config.extra_css)
        self._staging = None if self._in_place else stage(Path(config.site_dir))
        if self._staging:
            config.site_dir = str(self._staging.new)
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add what hosts, search engines and browsers ask for."""
        assets = (
            *icon_assets(self._hook.cache),
            *manifests(),
            Asset("robots.txt", text=robots(config.site_url or "")),
            Asset("_headers", text=headers(self._policy)),
        )
        for asset in assets:
            files.append(emit.asset_file(config, asset))
        return files

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002
        """Note where the pages are and when they changed last; the root is a page as well."""
        build, known = self._hook.build, cache(self._hook.build.changed)
        dates = page_changes(build.library.kb, known) if build.library else {}

        def changed(file: File) -> str:
            written = build.pages.get(file.src_uri)
            source = written.edit if written else file.abs_src_path
            return dates.get(file.src_uri) or (known(source) if source else "")

        pages = (Place(file.url, changed(file)) for file in files.documentation_pages())
        self._places = (Place(""), *sorted(pages, key=lambda place: place.url))
        return nav

    def on_page_context(
        self,
        context: dict[str, Any],
        page: Page,  # noqa: ARG002
        config: MkDocsConfig,  # noqa: ARG002
        nav: Navigation,  # noqa: ARG002
    ) -> dict[str, Any]:
        """Tell a page what it may load. MkDocs's live reload is a script in the page: it must be let run."""
        return context | {"policy": "" if self._hook.serving else self._policy}

    def on_template_context(
        self,
        context: dict[str, Any],
        template_name: str,  # noqa: ARG002
        config: MkDocsConfig,  # noqa: ARG002
    ) -> dict[str, Any]:
        """Tell the pages that belong to no language the same."""
        return context | {"policy": "" if self._hook.serving else self._policy}

    @event_priority(-1000)  # when nobody has anything to add
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write sitemaps and service worker; put the site in its place unless the build is about to fail."""
        write_sitemaps(Path(config.site_dir), self._places, config.site_url or "")
        write = write_farewell if self._hook.serving else write_offline
        write(Path(config.site_dir), CODE / OFFLINE)
        if not self._hook.serving and (path := archive(config, os.environ)):
            write_archive(Path(config.site_dir), path, CODE / OFFLINE, config.site_url or "")
        if self._staging and not (config.strict and warned()):
            config.site_dir = str(self._staging.site)
            self._staging.publish()
            self._remember(self._staging.site)
            log.info("The site is in %s", short(self._staging.site))

    def _unless_unchanged(self, config: MkDocsConfig) -> str:
        """End the program well if the site is there; else return a name for what it is made of."""
        site, build = Path(config.site_dir), self._hook.build
        name = sources(config, build.answers, build.dates).name(site, os.environ)
        said = said_before(name, site, self._hook.cache)
        if said is None:
            logging.getLogger("mkdocs").addHandler(self._warnings)
            return name
        for line in said:
            log.info("%s", line)
        log.info("Nothing has changed: the site in %s is as it was", short(site))
        raise SystemExit(0)

    def _remember(self, site: Path) -> None:
        """Note what the site was made of, unless there is something to be warned of again."""
        content = self._hook.build.content
        if self._name and content and not self._warnings.get_counts():
            finished(self._name, site, map(str, content.diagnostics), self._hook.cache)

    def on_build_error(self, error: Exception) -> None:  # noqa: ARG002
        """Leave the old site as it was."""
        self._clean_up()

    def on_shutdown(self) -> None:
        """Leave nothing of a build that was interrupted."""
        self._clean_up()

    def _clean_up(self) -> None:
        logging.getLogger("mkdocs").removeHandler(self._warnings)
        if self._staging:
            self._staging.discard()
            self._staging = None


def write_sitemaps(site: Path, places: Sequence[Place], root: str) -> None:
    """Write our own sitemaps over MkDocs's, which knows no languages and takes every page for new."""
    (site / "sitemap.xml.gz").unlink(missing_ok=True)
    (site / "sitemap.xml").unlink(missing_ok=True)
    if root:  # it may only hold full addresses
        (site / "sitemap.xml").write_text(sitemap(places, root), encoding="utf-8")
    for lang in LANGS:
        (site / lang / "sitemap.xml").write_text(language_sitemap(places, root, lang), encoding="utf-8")


def warned() -> bool:
    """Say whether a strict build, which counts its warnings, has counted any."""
    handlers = (h for name in ("mkdocs", "properdocs") for h in logging.getLogger(name).handlers)
    return any(counts() for h in handlers if (counts := getattr(h, "get_counts", None)))
