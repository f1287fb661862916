"""How much a reader has to load before a page can be read, compressed as hosts compress it."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from functools import cache
from urllib.parse import urljoin

from kb.publishing.checks.reading import BuiltSite, Finding

PAGE = 40_000
WITH_PARTS = 140_000
_PARTS = (".css", ".js", ".mjs")


def weight_findings(site: BuiltSite) -> Iterator[Finding]:
    """Find pages that are too heavy, alone or with the styles and scripts they name."""
    known = {site.address(path): path for path in site.files if path.endswith(_PARTS)}

    @cache
    def weight(path: str) -> int:
        return len(gzip.compress((site.folder / path).read_bytes(), 6, mtime=0))

    for path in site.pages:
        alone = weight(path)
        if alone > PAGE:
            yield Finding(path, 0, f"{alone:,} bytes compressed; a page may have {PAGE:,}")
        named = {urljoin(site.address(path), r.address) for r in site.contents[path].references}
        together = alone + sum(weight(known[a]) for a in named if a in known)
        if together > WITH_PARTS:
            yield Finding(path, 0, f"{together:,} bytes with styles and scripts; {WITH_PARTS:,} are allowed")
