"""What a figure's pictures depend on, as one hash: its code, its data, fonts and library versions.

The code is found by following imports from the figure's module and from what turns it into files,
so that a change in one family draws no other anew. Nothing is imported for that.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import plots
from kb.versions import closure, file_hash, library
from plots.fonts import font_files
from plots.registry import FIGURES

_LIBRARIES = ("matplotlib", "numpy", "pillow", "contourpy")


def cache_keys() -> Mapping[str, str]:
    """Return a hash for each figure of all that its pictures depend on."""
    package = Path(plots.__file__).parent
    hashed: dict[Path, str] = {}
    parts: dict[Path, tuple[Path, ...]] = {}
    common = _common()
    keys = {}
    for name, spec in FIGURES.items():
        digest = hashlib.sha256(f"{common}{name}\0{spec.module}\0{spec.format}\0{spec.kind}\0".encode())
        start = (package.parent / spec.path, package / "output.py")
        for path in sorted(closure(start, {"plots": package}, parts)):
            if path not in hashed:
                hashed[path] = file_hash(path)
            digest.update(f"{path.relative_to(package).as_posix()}\0{hashed[path]}\0".encode())
        keys[name] = digest.hexdigest()[:16]
    return keys


@cache
def keys_at_first() -> Mapping[str, str]:
    """Return the keys as of the first call: what is edited later is not what this process runs."""
    return cache_keys()


def _common() -> str:
    """Return what all figures depend on besides code: the fonts and the versions of libraries."""
    fonts = (f"{path.name}\0{file_hash(path)}" for path in font_files())
    return "\0".join((*fonts, *map(library, _LIBRARIES), ""))
