"""Every link inside the site leads somewhere: to a file that is there, and to a place that is in it."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from kb.publishing.checks.reading import BuiltSite, Contents, Finding, Reference

# Anchors that a browser knows by itself, and those that are not meant for readers.
_EVERYWHERE = ("", "top")


def link_findings(site: BuiltSite) -> Iterator[Finding]:
    """Find links inside the site that lead nowhere."""
    for path, contents in site.contents.items():
        for reference in contents.references:
            if message := _trouble(site, path, reference):
                yield Finding(path, reference.line, message)


def outside(site: BuiltSite) -> dict[str, str]:
    """Return the addresses on other hosts, each with the first file that names it.

    Pages that change a source are left out: they are there for those only who may change it.
    """
    found: dict[str, str] = {}
    edits = (site.contents[path].edit.partition("/edit/") for path in site.pages)
    closed = tuple({f"{repository}{edit}" for repository, edit, _ in edits if edit})
    for path in site.pages:
        for reference in site.contents[path].references:
            full = urldefrag(urljoin(site.address(path), reference.address))[0]
            ours = _same_host(site, full) or full.startswith(closed)
            if full.startswith(("http://", "https://")) and not ours:
                found.setdefault(full, path)
    return found


def _same_host(site: BuiltSite, address: str) -> bool:
    return urlsplit(address).netloc == urlsplit(site.root).netloc


def _trouble(site: BuiltSite, path: str, reference: Reference) -> str:
    full = urljoin(site.address(path), reference.address.strip())
    if not full.startswith(("http://", "https://")) or not _same_host(site, full):
        return ""
    address, anchor = urldefrag(full)
    if not address.startswith(site.root):
        return f"{reference.address} leads out of the site, which begins at {urlsplit(site.root).path}"
    target = unquote(urlsplit(address).path.removeprefix(urlsplit(site.root).path))
    file = f"{target}index.html" if target.endswith("/") or not target else target
    if file not in site.files:
        folder = f"{file}/index.html" in site.files
        return f"{reference.address} leads " + ("to a folder without its slash" if folder else "nowhere")
    return _no_anchor(site.contents.get(file), reference.address, unquote(anchor))


def _no_anchor(contents: Contents | None, address: str, anchor: str) -> str:
    name = anchor.partition(":~:")[0]  # what follows names a piece of text
    if contents is None or contents.redirect or name in _EVERYWHERE or name in contents.ids:
        return ""
    return f"{address} leads to a place that is not on its page"
