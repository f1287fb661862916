"""Sitemaps: every page with its other language and when it changed; and robots.txt, which names it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from kb.model import LANGS, Lang

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


@dataclass(frozen=True, slots=True)
class Place:
    """A page: its address below the site's root, and the date of its last change, empty if not known."""

    url: str
    changed: str = ""


def sitemap(places: Sequence[Place], root: str) -> str:
    """Return the sitemap of the whole site at `root`, with the languages of each page."""
    known = {place.url for place in places}
    entries = (_entry(place, root, _alternates(place.url, known, root)) for place in places)
    return f'{_HEAD}<urlset xmlns="{_SITEMAP}" xmlns:xhtml="{_XHTML}">\n{"".join(entries)}</urlset>\n'


def language_sitemap(places: Iterable[Place], root: str, lang: Lang) -> str:
    """Return the sitemap of one language. Instant navigation follows the links that its base's one lists."""
    entries = (_entry(place, root) for place in places if root and place.url.startswith(f"{lang}/"))
    return f'{_HEAD}<urlset xmlns="{_SITEMAP}">\n{"".join(entries)}</urlset>\n'


def default_url(url: str) -> str:
    """Return the address for readers of neither language: of a home the page that chooses, else English."""
    lang, _, rest = url.partition("/")
    return f"en/{rest}" if lang in LANGS and rest else ""


def robots(root: str) -> str:
    """Return a robots.txt that keeps nobody out; `root` is the site's address, or empty."""
    return "User-agent: *\nDisallow:\n" + (f"\nSitemap: {root}sitemap.xml\n" if root else "")


def _entry(place: Place, root: str, alternates: str = "") -> str:
    changed = f"<lastmod>{place.changed}</lastmod>" if place.changed else ""
    return f"<url><loc>{escape(root + place.url)}</loc>{changed}{alternates}</url>\n"


def _alternates(url: str, known: Container[str], root: str) -> str:
    rest = url.partition("/")[2]
    there = [*((lang, f"{lang}/{rest}") for lang in LANGS), ("x-default", default_url(url))]
    return "".join(
        f'<xhtml:link rel="alternate" hreflang="{lang}" href={quoteattr(root + address)}/>'
        for lang, address in there
        if address in known
    )
