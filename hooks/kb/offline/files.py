"""The files that make a site readable without a network: the manifest and the service worker."""

from __future__ import annotations

from pathlib import Path

from kb.offline.manifest import MANIFEST, SCRIPT, digest, manifest
from kb.scripts import joined

# In this order each module needs only those before it.
_MODULES = ("version", "store", "download", "keep", "sync", "control", "answer", "worker")


def write_offline(site: Path, scripts: Path) -> str:
    """Write manifest and service worker of a finished site; return its version."""
    text = manifest(site)
    version = digest(text.encode())
    (site / MANIFEST).write_text(text, encoding="utf-8")
    code = joined(scripts, _MODULES)
    script = f'"use strict"\n{{\nconst [VERSION, MANIFEST] = ["{version}", "{MANIFEST}"]\n{code}}}\n'
    (site / SCRIPT).write_text(script, encoding="utf-8")
    return version


def write_farewell(site: Path, scripts: Path) -> None:
    """Write a service worker that removes itself and what it kept: while writing, nothing may be stale."""
    (site / SCRIPT).write_text(joined(scripts, ("farewell",)), encoding="utf-8")
