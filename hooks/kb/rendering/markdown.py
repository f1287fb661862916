"""Markdown to HTML by cmark-gfm, the parser that GitHub itself uses: what authors saw is what we show."""

from __future__ import annotations

import cmarkgfm
from cmarkgfm.cmark import Options

# Raw HTML is let through here and cleaned afterwards, as on GitHub.
_OPTIONS = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES


def to_html(gfm: str) -> str:
    """Render GitHub-flavoured Markdown: tables, task lists, strikethrough, autolinks, footnotes."""
    return str(cmarkgfm.github_flavored_markdown_to_html(gfm, _OPTIONS))
