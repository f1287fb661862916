"""What an entry of the cache depends on besides its inputs: our own code and the versions of libraries.

The code is found by following imports from a module, so that a change elsewhere makes nothing anew.
Nothing is imported for that.
"""

from __future__ import annotations

import hashlib
import platform
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import metadata
from pathlib import Path

import kb
import plots

_IMPORT = re.compile(
    r"^[ \t]*(?:from ((?:kb|plots)(?:\.\w+)*) import (\([^)]*\)|[^\n#]+)|import ((?:kb|plots)(?:\.\w+)*))",
    re.MULTILINE,
)
_DATA = re.compile(r"""["']([\w-]+\.npz)["']""")
_COMMENT = re.compile(r"#[^\n]*")
_KEY = 24


def key(*parts: str | bytes) -> str:
    """Return a name for what is made of `parts`; no two lists of parts share one."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(b"%d:" % len(data))
        digest.update(data)
    return digest.hexdigest()[:_KEY]


@cache
def made_by(*modules: str, libraries: tuple[str, ...] = ()) -> str:
    """Return a hash of the code of modules of `kb`, of all that it imports, and of libraries' versions.

    It is that of the first call: what is edited later is not what this process runs.
    """
    package = Path(kb.__file__).parent
    start = [package.parent.joinpath(*module.split(".")) for module in modules]
    files = closure(
        (file for path in start for file in _files(path)),
        {"kb": package, "plots": Path(plots.__file__).parent},
        {},
    )
    code = (part for path in sorted(files) for part in (path.name, path.read_bytes()))
    return key(platform.python_version(), *map(library, libraries), *code)


def library(name: str) -> str:
    """Return a library's name and version; one that is not installed has none."""
    try:
        return f"{name} {metadata.version(name)}"
    except metadata.PackageNotFoundError:
        return name


def file_hash(path: Path) -> str:
    """Return the hash of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def closure(
    start: Iterable[Path], packages: Mapping[str, Path], parts: dict[Path, tuple[Path, ...]]
) -> set[Path]:
    """Return `start` and every file of `packages` that these files name, and so on.

    `parts` remembers what each file names, for further calls.
    """
    found: set[Path] = set()
    waiting = list(start)
    while waiting:
        path = waiting.pop()
        if path in found:
            continue
        found.add(path)
        if path.suffix == ".py":
            if path not in parts:
                parts[path] = tuple(_named(path, packages))
            waiting += parts[path]
    return found


def _files(module: Path) -> Iterator[Path]:
    """Yield the file of a module or package, if there is one."""
    return (path for path in (module.with_suffix(".py"), module / "__init__.py") if path.is_file())


def _named(file: Path, packages: Mapping[str, Path]) -> Iterator[Path]:
    """Yield the modules and data files of `packages` that a module's text names."""
    text = file.read_text("utf-8")
    for match in _IMPORT.finditer(text):
        first, *rest = (match[1] or match[3]).split(".")
        if first not in packages:
            continue
        module = packages[first].joinpath(*rest)
        names = re.findall(r"\w+", _COMMENT.sub("", match[2] or ""))
        for path in (module, *(module / name for name in names)):
            yield from _files(path)
    for name in _DATA.findall(text):
        for package in packages.values():
            if (package / "data" / name).is_file():
                yield package / "data" / name
