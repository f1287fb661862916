"""Code blocks, highlighted by Pygments into the markup that Material styles."""

from __future__ import annotations

import html
import re
from functools import cache, lru_cache

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

# Lexers are regular expressions over the whole text; far above any answer's code they only cost time.
_LONGEST = 100_000
_NAME = re.compile(r"[\w+#.\-]{1,40}")


@lru_cache(maxsize=256)
def code_block(code: str, language: str) -> str:
    """Write a code block; a language that Pygments does not know is shown as plain text.

    Most stand twice, in the Korean answer and in the English one.
    """
    lexer = _lexer(language.lower()) if len(code) <= _LONGEST else None
    if lexer is None:
        inner, name = html.escape(code), "text"
    else:
        inner, name = highlight(code, lexer, _formatter()), lexer.aliases[0]
    return (
        f'<div class="language-{name} highlight"><pre><span></span>'
        f'<code tabindex="0">{inner}</code></pre></div>'
    )


@cache
def _lexer(language: str) -> Lexer | None:
    if not _NAME.fullmatch(language):
        return None
    try:
        # Blank lines at the ends are part of what the author wrote.
        return get_lexer_by_name(language, stripnl=False, ensurenl=True)
    except ClassNotFound:
        return None


@cache
def _formatter() -> HtmlFormatter[str]:
    return HtmlFormatter(nowrap=True, wrapcode=False)
