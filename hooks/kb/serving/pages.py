"""Render single pages again, as MkDocs did in its last whole build.

MkDocs has no public way to do so. Its own functions are called here; `tests/serving/test_pages.py` fails
when they change.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation

from kb.site.skeleton import VirtualPage


@dataclass(frozen=True, slots=True)
class Whole:
    """What a whole build was made with."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment


def render_again(whole: Whole, pages: Iterable[VirtualPage], edit: Mapping[str, str]) -> None:
    """Render pages anew; `edit` is the path in the repository of each page's source."""
    config, files = whole.config, whole.files
    found = []
    for written in pages:
        file = files.get_file_from_path(written.src)
        if file is None or file.page is None:
            raise LookupError(f"MkDocs knows no page {written.src}")
        file.content_string = written.markdown
        file.edit_uri = edit[written.src] or None
        file.page._set_edit_url(config.repo_url, config.edit_uri, config.edit_uri_template)  # noqa: SLF001
        _populate_page(file.page, config, files)
        found.append(file)
    listed = files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
    for file in found:
        if file.page:
            _build_page(file.page, config, listed, whole.nav, whole.env)
            file.page.validate_anchor_links(files=files, log_level=config.validation.links.anchors)
