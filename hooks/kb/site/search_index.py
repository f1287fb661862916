"""What the search reads of the pages."""

from __future__ import annotations

import re

from kb.rendering.sentences import end_of_span

# Blocks that repeat other pages or say who wrote what; none of them holds another of its kind.
_BLOCKS = "list|start|cards|path|facts|byline|notice|more|references|count-line|quiz|share|tags|find"
_REPEATED = re.compile(
    rf'<p class="kb-summary__label">.*?</p>|<div\b[^<>]* class="kb-(?:{_BLOCKS})[ "].*?</div>', re.DOTALL
)
# From here on, a page tells of other pages.
_ONWARD = '<div class="kb-onward"'
_TEX = re.compile(r"<math\b.*?<annotation[^>]*>(.*?)</annotation>.*?</math>", re.DOTALL)


def searchable(html: str) -> str:
    """Return what of a page is worth finding: no lists of other pages, no bylines, no drawn formulas.

    A formula remains where its source reads like text (`p`, `x = 3`); else dots stand for it.
    """
    html, _, _ = html.partition(_ONWARD)
    html = _TEX.sub(lambda m: "…" if "\\" in m[1] else m[1], _REPEATED.sub("", html))
    kept, at = [], 0
    for opening in re.finditer('<span class="katex-html"', html):
        if opening.start() >= at:
            kept.append(html[at : opening.start()])
            at = end_of_span(html, opening.start())
    return "".join(kept) + html[at:]
