"""What the search reads of the pages, and a sitemap for each language below its own prefix."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

from kb.model import LANGS
from kb.rendering.sentences import end_of_span

# Blocks that repeat other pages or say who wrote what; none of them holds another of its kind.
_BLOCKS = "list|start|cards|facts|parent|byline|notice|more|references|count-line"
_REPEATED = re.compile(
    rf'<p class="kb-summary__label">.*?</p>|<div class="kb-(?:{_BLOCKS})[ "].*?</div>', re.DOTALL
)
_TEX = re.compile(r"<math\b.*?<annotation[^>]*>(.*?)</annotation>.*?</math>", re.DOTALL)
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


def searchable(html: str) -> str:
    """Return what of a page is worth finding: no lists of other pages, no bylines, no drawn formulas.

    A formula remains where its source reads like text (`p`, `x = 3`); else dots stand for it.
    """
    html = _TEX.sub(lambda m: "…" if "\\" in m[1] else m[1], _REPEATED.sub("", html))
    kept, at = [], 0
    for opening in re.finditer('<span class="katex-html"', html):
        if opening.start() >= at:
            kept.append(html[at : opening.start()])
            at = end_of_span(html, opening.start())
    return "".join(kept) + html[at:]


def split_sitemap(site: Path) -> None:
    """Write a sitemap per language: instant navigation follows links that its base's sitemap lists."""
    whole = site / "sitemap.xml"
    if not whole.exists():
        return
    ElementTree.register_namespace("", _SITEMAP)
    root = ElementTree.fromstring(whole.read_text(encoding="utf-8"))
    places = [url.findtext(f"{{{_SITEMAP}}}loc", "") for url in root]
    for lang in LANGS:
        mine = ElementTree.Element(f"{{{_SITEMAP}}}urlset")
        for place in places:
            if f"/{lang}/" in place:
                url = ElementTree.SubElement(mine, f"{{{_SITEMAP}}}url")
                ElementTree.SubElement(url, f"{{{_SITEMAP}}}loc").text = place
        target = site / lang / "sitemap.xml"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(ElementTree.tostring(mine, encoding="utf-8", xml_declaration=True))
