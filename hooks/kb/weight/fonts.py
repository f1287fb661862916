"""Fonts made for a site, which are kept: what makes them is only loaded when one is missing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kb.cache import Cache
from kb.versions import file_hash, key, made_by

_KIND = "fonts"


def kept(font: Path, text: str, cache: Cache, units: int = 0) -> Path:
    """Return a file with a font cut down to the letters of `text`, as WOFF2; see `cut`."""

    def make() -> bytes:
        from kb.weight.cutting import cut

        return cut(font, text, units)

    return _kept(cache, ".woff2", make, file_hash(font), text, str(units))


def kept_blank(font: Path, letters: range, cache: Cache) -> Path:
    """Return a file with a font whose letters are empty, as WOFF; see `blank`."""

    def make() -> bytes:
        from kb.weight.cutting import blank

        return blank(font, letters)

    return _kept(cache, ".woff", make, file_hash(font), repr(letters))


def _kept(cache: Cache, ending: str, make: Callable[[], bytes], *parts: str) -> Path:
    name = key(made_by(__name__, libraries=("fonttools", "brotli")), *parts)
    return cache.file(_KIND, name, ending) or cache.write(_KIND, name, make(), ending)
