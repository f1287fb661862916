"""What a site is made of, by the settings of MkDocs."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin

from kb.files.licenses import is_license
from kb.publishing.unchanged import Sources
from kb.site.history import Dates, newest_change
from kb.steps import CODE

# Our code and scripts; those are copied out of it, whichever folder the pages are in.
_CODE = ("hooks", "plots", "docs/assets")
# Those that read nothing but the pages.
_PLUGINS = frozenset(("search", "material/search"))
_EXTENSIONS = frozenset(
    ("attr_list", "fenced_code", "md_in_html", "tables", "toc", "pymdownx.highlight", "pymdownx.superfences")
)


def all_known(config: MkDocsConfig) -> bool:
    """Say whether nothing takes part in builds that might read what we do not know of."""
    plugins, hooks = _plugins(config), len(config.plugins) - len(_plugins(config))
    return plugins.keys() <= _PLUGINS and hooks == 1 and set(config.markdown_extensions) <= _EXTENSIONS


def sources(config: MkDocsConfig, answers: Sequence[Path], dates: Mapping[str, Dates]) -> Sources:
    """Return what the site is made of."""
    root = Path(config.config_file_path).parent
    themes = (Path(folder) for folder in config.theme.dirs)
    own = (folder for folder in themes if not folder.is_relative_to(sys.prefix))
    licenses = sorted(filter(is_license, root.iterdir()))
    newest = newest_change((CODE, *answers), os.environ)
    return Sources(
        _written(config),
        repr((newest, sorted(dates.items()))),
        (Path(config.docs_dir), *answers, *(CODE / part for part in _CODE), *own),
        (Path(config.config_file_path), CODE / "node_modules/.package-lock.json", *licenses),
    )


def _written(config: MkDocsConfig) -> str:
    plugins = {name: dict(plugin.config) for name, plugin in _plugins(config).items()}
    values = {**config, "theme": dict(config.theme), "plugins": plugins, "hooks": list(config.plugins)}
    return json.dumps(values, sort_keys=True, default=str)


def _plugins(config: MkDocsConfig) -> dict[str, BasePlugin[Any]]:
    """Return the plugins; MkDocs has hooks among them."""
    return {name: plugin for name, plugin in config.plugins.items() if isinstance(plugin, BasePlugin)}
