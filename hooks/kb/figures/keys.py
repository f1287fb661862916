"""What a figure's pictures depend on, as one hash: its code, its data, fonts and library versions.

The code is found by following imports from the figure's module and from what turns it into files,
so that a change in one family draws no other anew. Nothing is imported for that.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path

import plots
from plots.fonts import font_files
from plots.registry import FIGURES

_LIBRARIES = ("matplotlib", "numpy", "pillow", "contourpy")
_IMPORT = re.compile(
    r"^[ \t]*(?:from (plots(?:\.\w+)*) import (\([^)]*\)|[^\n#]+)|import (plots(?:\.\w+)*))", re.MULTILINE
)
_DATA = re.compile(r"""["']([\w-]+\.npz)["']""")
_COMMENT = re.compile(r"#[^\n]*")


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
        for path in sorted(_closure(start, package, parts)):
            if path not in hashed:
                hashed[path] = hashlib.sha256(path.read_bytes()).hexdigest()
            digest.update(f"{path.relative_to(package).as_posix()}\0{hashed[path]}\0".encode())
        keys[name] = digest.hexdigest()[:16]
    return keys


@cache
def keys_at_first() -> Mapping[str, str]:
    """Return the keys as of the first call: what is edited later is not what this process runs."""
    return cache_keys()


def _common() -> str:
    """Return what all figures depend on besides code: the fonts and the versions of libraries."""
    fonts = (f"{path.name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}" for path in font_files())
    libraries = (f"{library}\0{version(library)}" for library in _LIBRARIES)
    return "\0".join((*fonts, *libraries, ""))


def _closure(start: Iterable[Path], package: Path, parts: dict[Path, tuple[Path, ...]]) -> set[Path]:
    """Return `start` and every file of the package that these files name, and so on."""
    found: set[Path] = set()
    waiting = list(start)
    while waiting:
        path = waiting.pop()
        if path in found:
            continue
        found.add(path)
        if path.suffix == ".py":
            if path not in parts:
                parts[path] = tuple(_named(path.read_text("utf-8"), package))
            waiting += parts[path]
    return found


def _named(text: str, package: Path) -> Iterator[Path]:
    """Yield the modules and data files of the package that a module's text names."""
    for match in _IMPORT.finditer(text):
        module = package.joinpath(*(match[1] or match[3]).split(".")[1:])
        names = re.findall(r"\w+", _COMMENT.sub("", match[2] or ""))
        for path in (module, *(module / name for name in names)):
            for file in (path.with_suffix(".py"), path / "__init__.py"):
                if file.is_file():
                    yield file
    for name in _DATA.findall(text):
        if (package / "data" / name).is_file():
            yield package / "data" / name
