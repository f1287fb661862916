"""What pages must have that no link shows: alternatives for pictures, and ids that are one's own."""

from __future__ import annotations

from collections.abc import Iterator

from kb.publishing.checks.reading import BuiltSite, Finding

# Material's label for a table of contents that a page which heads a section does not have in its menu.
_MATERIAL = ("__toc",)


def markup_findings(site: BuiltSite) -> Iterator[Finding]:
    """Find pictures without an alternative, ids that occur twice, and uses of ids that do not occur."""
    for path in site.pages:
        contents = site.contents[path]
        for line in contents.without_alt:
            yield Finding(path, line, "a picture has no alternative text, not even an empty one")
        for name, count in contents.ids.items():
            if count > 1:
                yield Finding(path, 0, f"the id {name} occurs {count} times")
        for reference in contents.named:
            if reference.address not in contents.ids and reference.address not in _MATERIAL:
                yield Finding(path, reference.line, f"there is no {reference.address} to name or control")
