"""What happens when in a build of MkDocs."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from kb import emit
from kb.anki.decks import anki_decks
from kb.build import Build
from kb.cache import Cache
from kb.downloads.offer import NO_EXPORTS, Exports, offered_items, offered_pages
from kb.emit_pages import add_quick_pages
from kb.files.licenses import license_in
from kb.library import Library
from kb.model import Lang
from kb.processes import spare_memory
from kb.rendering.assets import Asset
from kb.rendering.fragments import Rendered
from kb.search.pages import found_before, waiting
from kb.site.answers import Site
from kb.site.assemble import HomeText, all_menus, all_pages
from kb.site.feed import feed_path, feeds
from kb.site.frames import framed
from kb.site.history import dates_of, newest_change
from kb.site.nav import Item
from kb.site.outline import outline
from kb.site.redirects import redirects
from kb.site.share_buttons import markdown_files
from kb.site.toc_html import attribute, contents
from kb.steps import (
    CACHE,
    CODE,
    Content,
    answer_folders,
    archive,
    complete,
    formula_files,
    knowledge_base,
    log,
    read,
    render,
    report,
    settled,
    vendored,
)
from kb.study.cards_file import cards_files
from kb.study.page import study_items, study_pages
from kb.translations import stale_sources

SCRIPTS = "docs/assets/javascripts"
DEFAULT_LANG: Lang = "ko"


class Hook:
    """The events, in the order in which MkDocs calls them."""

    def __init__(self) -> None:
        self.build = Build(Path(), ())
        self.cache = Cache(CODE / CACHE)
        self.config = MkDocsConfig()
        self.serving = False

    def on_startup(self, command: str, dirty: bool) -> None:  # noqa: ARG002
        """Learn whether someone is writing, who must not wait for what others read only."""
        self.serving = command == "serve"
        self.cache = Cache(CODE / CACHE, remember=self.serving)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Start a build: find the answers, watch what it depends on, complete addresses."""
        root, docs = Path(config.config_file_path).resolve().parent, Path(config.docs_dir)
        folders = answer_folders(docs, os.environ)
        dated = (*folders, docs / "questions", docs / emit.HAND_WRITTEN)
        self.config = config
        self.build = Build(root, folders, dates=dates_of(dated))
        complete(config, os.environ)
        watched = (*self.build.answers, CODE / "hooks", CODE / "plots")
        config.watch.extend(str(path) for path in watched if path.exists())
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add a file for every page and asset of the answers; set the menu."""
        written = emit.hand_written(files)
        self.build.written = frozenset(map(emit.published, written))
        content = self.build.content = self.make(config, dict(emit.homes(written)))
        report(content.diagnostics, fatal=not self.serving)
        pages = content.pages
        assets = (*vendored(), *self.assets(content), *self.exports(content))
        added = [emit.page_file(config, page, self.build.in_repository(page.edit)) for page in pages.values()]
        made = [emit.asset_file(config, asset) for asset in assets]
        self.build.copied = [file for file in made if file.abs_src_path is None]
        added += made
        others = [f for f in written if emit.published(f) not in pages]
        added += [emit.publish(config, f, self.build.in_repository(str(f.abs_src_path))) for f in others]
        for file in added:
            files.append(file)
        self.build.texts = tuple(emit.published(f) for f in others if f.is_documentation_page())
        menus = self.menus(content)
        for menu in menus.values():
            add_quick_pages(config, files, menu, pages)
        config.nav = emit.nav_config(menus)
        if not self.serving:
            self.build.content = settled(content)
        return files

    def make(self, config: MkDocsConfig, homes: Mapping[Lang, HomeText]) -> Content:
        """Read and render all answers and write their pages."""
        docs = Path(config.docs_dir)
        library = read(self.build.answers, docs, self.cache)
        rendered = render(library, config, self.cache)
        site = Site(
            outline(library.kb),
            rendered.fragments,
            lambda source: self.build.edit_url(config, source),
            terms=library.terms,
            linked=rendered.linked,
            glossary_file=str(docs / "glossary.yml"),
            translations=library.translations,
            stale=stale_sources(library.translations),
            figures=rendered.figures,
            address=config.site_url or "",
            changed=self.build.changed,
            added=lambda source: self.build.dates_of(source).added,
            license=license_in(self.build.root),
            written=self.build.written,
            archive="" if self.serving else archive(config, os.environ),
        )
        exports = NO_EXPORTS if self.serving else self.take_away(library, rendered, site)
        offered = offered_pages(site, exports, docs / emit.HAND_WRITTEN)
        pages = (*all_pages(site, homes), *study_pages(site.outline), *offered)
        return Content(library, rendered, site, homes, {page.src: page for page in pages}, exports)

    def take_away(self, library: Library, rendered: Rendered, site: Site) -> Exports:
        """Make what readers take away. Nobody takes away what is only being written."""
        changed = newest_change((CODE, *self.build.answers), os.environ)
        decks = anki_decks(site, rendered.assets, changed, self.cache)
        return Exports(decks, self._data(library, rendered, site))

    def _data(self, library: Library, rendered: Rendered, site: Site) -> tuple[Asset, ...]:
        return knowledge_base(library, rendered, site.address, self.build.root, self.cache)

    def remake(self) -> Content:
        """Make the content of the last build anew, of the sources as they are now."""
        return self.make(self.config, self.build.content.homes if self.build.content else {})

    def menus(self, content: Content) -> Mapping[Lang, Sequence[Item]]:
        """Return the menu of each language."""
        studied = study_items(content.site.outline)
        return all_menus(content.site, self.build.texts, studied, offered_items())

    def assets(self, content: Content) -> tuple[Asset, ...]:
        """Return the files that pages show or lead to. Nobody shares what is only being written."""
        site = content.site
        former = redirects(content.library.kb.questions, site.address)
        texts = (*markdown_files(site.outline), *cards_files(site.outline))
        formulas = formula_files(content.rendered, self.cache)
        return (*content.rendered.assets, *formulas, *texts, *former)

    def exports(self, content: Content) -> tuple[Asset, ...]:
        """Return the files that hold all answers."""
        site = content.site
        news = feeds(site)
        self.build.feeds = frozenset(feed.path for feed in news)
        made = content.exports.assets or self._data(content.library, content.rendered, site)
        return (*made, *news)

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002
        """Keep the menu until the pages know their titles."""
        if not self.serving:
            spare_memory()  # most of it is free now
        self.build.nav = nav
        return nav

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002
        """Keep a menu and a view of the settings for each language."""
        self.build.views = emit.language_views(self.build.nav, config)
        # Every build has an environment of its own: its templates need not be looked at for every page.
        env.auto_reload = False
        return framed(env)

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Note which headings the answers have; they themselves wait until the page is written."""
        if written := self.build.pages.get(page.file.src_uri):
            emit.announce(written.slots, page)
        return html

    @event_priority(100)  # before the search plugin reads the page
    def on_page_context(
        self,
        context: dict[str, Any],
        page: Page,
        config: MkDocsConfig,
        nav: Navigation,  # noqa: ARG002
    ) -> dict[str, Any]:
        """Put the answers into the page, note what of it is worth finding, and show it in its language."""
        written = self.build.pages.get(page.file.src_uri)
        if written:
            page.content = emit.fill(page.content or "", written.slots)
        self.build.found[page.url] = waiting(emit.take_from_search(page))
        lang = emit.language_of(page.url) or DEFAULT_LANG
        view = self.build.views[lang]
        feed = feed_path(lang) if feed_path(lang) in self.build.feeds else ""
        seen = emit.page_view(config, page.url, lang, written, attribute(page.title or ""))
        seen = replace(seen, menu=view.menus.of(page.url), feed=feed, toc=contents(page.toc))
        context |= {"config": view.config, "nav": view.nav, "kb": seen, "framed": bool(written)}
        return context

    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Let go of what is written: there may be thousands of pages. Assets were copied before."""
        page.content = None
        while self.build.copied:
            self.build.copied.pop().content_string = ""
        return output

    def on_template_context(
        self, context: dict[str, Any], template_name: str, config: MkDocsConfig
    ) -> dict[str, Any]:
        """Give the pages that belong to no language (the root, "not found") both of them."""
        if template_name.endswith(".html"):
            view = self.build.views[DEFAULT_LANG]
            page = emit.template_view(config, DEFAULT_LANG, context["base_url"])
            context |= {"config": view.config, "nav": Navigation([], []), "kb": page}
        return context

    @event_priority(-100)  # after the search plugin has written its index
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the search."""
        self.write_search(Path(config.site_dir))
        self.cache.prune()

    def write_search(self, site: Path) -> None:
        """Write the search of what was found on the pages."""
        if self.build.library:
            found = chain.from_iterable(map(found_before, self.build.found.values()))
            scripts = CODE / SCRIPTS / "search"
            analysis = emit.write_search(site, self.build.library, found, scripts, self.cache)
            log.info("Search index made; Korean was analysed by %s", analysis)
