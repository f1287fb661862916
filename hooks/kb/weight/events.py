"""What happens in a build of MkDocs to keep its pages light."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from kb.events import Hook
from kb.scripts import without_comments
from kb.weight.css import minified, moved, trimmed, without_unused
from kb.weight.formula_fonts import SHEET as FORMULAS
from kb.weight.korean_font import FONT, korean_font
from kb.weight.pages import made_by, squeezed
from kb.weight.uses import Uses
from plots.fonts import font_files

SHEET = "assets/stylesheets/site.css"
_GIVEN = ("js", "no-js")
_THEME = ("main", "palette")
_OTHERS = ("lunr", "workers", "min")  # folders of Material's


class Weight:
    """The events, in the order in which MkDocs calls them; `hook` knows the cache.

    `_sheets` are the stylesheets that become one, `_uses` is what the pages need of them.
    """

    def __init__(self, hook: Hook) -> None:
        self._hook = hook
        self._sheets: tuple[str, ...] = ()
        self._uses = Uses()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Take the stylesheets of the settings over; those on other hosts stay where they are."""
        self._sheets = tuple(path for path in config.extra_css if not urlsplit(path).netloc)
        config.extra_css = [path for path in config.extra_css if path not in self._sheets]
        self._uses = Uses()
        return config

    def on_page_context(
        self,
        context: dict[str, Any],
        page: Page,
        config: MkDocsConfig,  # noqa: ARG002
        nav: Navigation,  # noqa: ARG002
    ) -> dict[str, Any]:
        """Name the stylesheets of a page; the study page shows formulas that are not in it."""
        content = page.content or ""
        formulas = 'class="katex' in content or "data-kb-study=" in content
        return context | {"sheets": (SHEET, FORMULAS) if formulas else (SHEET,)}

    def on_template_context(
        self,
        context: dict[str, Any],
        template_name: str,  # noqa: ARG002
        config: MkDocsConfig,  # noqa: ARG002
    ) -> dict[str, Any]:
        """Name the stylesheet of the pages that belong to no language."""
        return context | {"sheets": (SHEET,)}

    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Take needless white space out of a page, and note what it uses."""
        written = squeezed(output)
        self._uses.note(page.file.dest_uri, written)
        return written

    @event_priority(-500)  # when all pages and scripts are there, and before they are listed
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the one stylesheet of the site, and a font for devices without Korean letters.

        It holds what pages and scripts use of Material's and of ours; a live server, whose next pages are
        still to come, writes all of it.
        """
        site = Path(config.site_dir)
        theirs = [path for name in _THEME for path in sorted(site.glob(f"assets/stylesheets/{name}.*.css"))]
        ours = [site / path for path in self._sheets if (site / path).is_file()]
        own = "".join(moved(_text(path), path.relative_to(site).as_posix(), SHEET) for path in ours)
        material = "".join(map(_text, theirs))
        uses = self._uses
        uses.note_others(site)
        if not self._hook.serving:
            names = uses.names.union(_GIVEN, *_scripts(site))
            properties = " ".join(uses.properties)
            material = without_unused(trimmed(minified(material), names), f"{own} {properties}")
            own = trimmed(minified(own), names)
        font, faces = korean_font(font_files()[0], uses.letters, self._hook.cache)
        _write(site / SHEET, f"{material}{own}{faces}\n".encode())
        _write(site / FONT, font)
        for path in (*theirs, *ours, *site.glob("assets/stylesheets/*.css.map")):
            path.unlink()


def _scripts(site: Path) -> Iterable[frozenset[str]]:
    """Make our own scripts smaller, and yield the classes that the scripts of a site may give."""
    folder = site / "assets/javascripts"
    for path in (*folder.rglob("*.js"), *folder.rglob("*.mjs")):
        script, theirs = _text(path), path.name.startswith("bundle.")
        if path.parent.name not in _OTHERS:
            yield made_by(script, theirs=theirs)
        if not theirs:
            path.write_text(without_comments(script), encoding="utf-8")


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
