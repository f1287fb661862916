"""The Markdown parser: markdown-it-py set up to read a text exactly as GitHub does."""

from __future__ import annotations

from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from kb.gfm.after import mark_alerts, move_footnotes
from kb.gfm.blocks import html_block, paragraph
from kb.gfm.context import KEY, MIN_EXPANSION, Context, TooComplexError
from kb.gfm.extras import footnote_definition, math_block
from kb.gfm.html import HtmlWriter
from kb.gfm.inline import Inlines
from kb.gfm.quotes import blockquote, heading

# Levels of tokens; a list takes two. Real texts stay below ten.
MAX_NESTING = 100
_INTERRUPTING = ["paragraph", "blockquote", "list"]


class _Blocks(ParserBlock):
    """markdown-it's block parser, except that it says so when a text is nested too deeply."""

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803
        """Parse the lines from `startLine` to before `endLine`.

        Raises TooComplexError where the base class would drop the rest of the text.
        """
        if state.level >= MAX_NESTING:
            raise TooComplexError(f"more than {MAX_NESTING} levels of nesting")
        super().tokenize(state, startLine, endLine)


@cache
def _parser() -> MarkdownIt:
    md = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING + 3})
    md.block = _Blocks()
    blocks = md.block.ruler
    blocks.disable(["table", "reference", "lheading"])
    blocks.at("html_block", html_block, {"alt": ["paragraph", "blockquote"]})
    blocks.at("blockquote", blockquote, {"alt": _INTERRUPTING})
    blocks.at("heading", heading, {"alt": ["paragraph", "blockquote"]})
    blocks.at("paragraph", paragraph)
    blocks.before("paragraph", "footnote", footnote_definition, {"alt": _INTERRUPTING})
    blocks.before("paragraph", "math_block", math_block, {"alt": ["paragraph", "blockquote"]})
    md.inline = Inlines()  # type: ignore[assignment]
    md.core.ruler.disable(["text_join"])
    md.core.ruler.after("block", "alerts", mark_alerts)
    md.core.ruler.after("inline", "footnotes", move_footnotes)
    return md


def parse(gfm: str, *, extras: bool = True) -> list[Token]:
    """Parse a text into markdown-it tokens.

    `extras` are math and alerts, which GitHub has on top of cmark-gfm. Addresses in the tokens are
    as written (entities and escapes resolved, not percent-encoded). Raises TooComplexError.
    """
    context = Context(extras=extras, budget=max(MIN_EXPANSION, len(gfm)))
    env: dict[str, Any] = {KEY: context}
    text = gfm.removeprefix("\ufeff")
    return _parser().parse(text if text.endswith(("\n", "\r")) else text + "\n", env)


def to_html(gfm: str) -> str:
    """Render a text as cmark-gfm does: no math, no alerts, nothing cleaned or rewritten."""
    return HtmlWriter().write(parse(gfm, extras=False))
