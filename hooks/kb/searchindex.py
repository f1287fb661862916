"""Give each language a search index and a sitemap of its own, below its own prefix."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

from kb.model import LANGS

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


def split_index(site: Path) -> None:
    """Split the search index of the whole site in `site` into one per language.

    Addresses in an index are relative to its language's prefix, which is what the theme is told
    to be the base of the site. Pages outside both languages are left out.
    """
    whole = site / "search" / "search_index.json"
    if not whole.exists():
        return
    index = json.loads(whole.read_text(encoding="utf-8"))
    for lang in LANGS:
        prefix = f"{lang}/"
        entries = [
            entry | {"location": entry["location"].removeprefix(prefix)}
            for entry in index["docs"]
            if entry["location"].startswith(prefix)
        ]
        mine = {"config": index["config"] | {"lang": [lang]}, "docs": entries}
        target = site / lang / "search" / "search_index.json"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(json.dumps(mine, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    whole.unlink()
    whole.parent.rmdir()


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
