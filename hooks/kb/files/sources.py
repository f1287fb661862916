"""Find answer files and turn them into lines."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kb.diagnostics import Code, Diagnostic
from kb.files.encodings import BINARY, decode
from kb.files.licenses import license_above

SUFFIXES = frozenset({".md", ".markdown", ".mdown", ".mkd"})
SKIPPED_FOLDERS = frozenset({"node_modules", "site", "__pycache__"})
# Bytes. Longer files are read but reported: no page of a browser is fit to show them.
LARGE = 5_000_000
# Bytes. Longer ones are not read at all: hardly anybody wrote them by hand.
LARGEST = 20_000_000
UNREAD = frozenset({BINARY, "none"})


@dataclass(frozen=True, slots=True)
class Source:
    """One answer file, decoded.

    `path` is relative to the folder that was given, `shown` is how messages name the file,
    `folder` is the name of the folder that was given, `license` the name of the license beside the file.
    """

    path: str
    shown: str
    folder: str
    encoding: str
    lines: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    license: str = ""


def read_sources(roots: Sequence[Path]) -> tuple[Source, ...]:
    """Read every answer file under `roots` (folders or single files), in a stable order.

    A file that several roots hold is read once. A root that does not exist raises FileNotFoundError.
    """
    found: dict[Path, Source] = {}
    licenses: dict[Path, str] = {}
    for root in roots:
        if not root.exists():
            raise FileNotFoundError(f"no such file or folder: {root}")
        base = root if root.is_dir() else root.parent
        for file in sorted(_files(root)) if root.is_dir() else [root]:
            if file.parent not in licenses:
                licenses[file.parent] = license_above(file.parent, base)
            source = replace(read_source(file, base), license=licenses[file.parent])
            found.setdefault(Path(os.path.abspath(file)), source)  # noqa: PTH100
    return tuple(found.values())


def read_source(file: Path, base: Path) -> Source:
    """Read one file; whatever its bytes are, the result is text, with diagnostics where it had to guess."""
    path, shown = _printable(file.relative_to(base).as_posix()), _printable(file.as_posix())
    try:
        about = file.stat()
        if not stat.S_ISREG(about.st_mode):
            return _unread(path, shown, base, Diagnostic(Code.NOT_TEXT, shown, 1, "is not a file"))
        if about.st_size > LARGEST:
            return _unread(path, shown, base, _large(shown, about.st_size, "was not read", Code.TOO_LARGE))
        raw = file.read_bytes()
    except OSError as error:
        problem = Diagnostic(Code.NOT_TEXT, shown, 1, f"cannot be read: {error.strerror}")
        return _unread(path, shown, base, problem)
    return from_bytes(raw, path, shown=shown, folder=_name(base))


def from_bytes(raw: bytes, path: str, *, shown: str, folder: str) -> Source:
    """Make a source of the bytes of a file."""
    decoded = decode(raw)
    found: list[Diagnostic] = []
    if decoded.problem:
        code = Code.NOT_TEXT if decoded.encoding == BINARY else Code.ENCODING
        found.append(Diagnostic(code, shown, decoded.line, decoded.problem, decoded.hint))
    if len(raw) > LARGE:
        found.append(_large(shown, len(raw), "makes a slow page", Code.LARGE_FILE))
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "\ufffd")
    return Source(path, shown, folder, decoded.encoding, tuple(text.split("\n")), tuple(found))


def digest_of(lines: Iterable[str]) -> str:
    """Return the digest of a text; spaces at line ends do not count, nor blank lines round it."""
    text = "\n".join(line.rstrip() for line in lines).strip()
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _unread(path: str, shown: str, base: Path, problem: Diagnostic) -> Source:
    return Source(path, shown, _name(base), "none", (), (problem,))


def _large(shown: str, size: int, what: str, code: Code) -> Diagnostic:
    message = f"is {size / 1e6:.0f} MB large and {what}"
    return Diagnostic(code, shown, 1, message, f"split it into files of less than {LARGE / 1e6:.0f} MB")


def _files(root: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(root):
        folders[:] = [f for f in folders if not f.startswith(".") and f not in SKIPPED_FOLDERS]
        for name in names:
            if Path(name).suffix.lower() in SUFFIXES and not name.startswith("."):
                yield Path(folder) / name


def _name(base: Path) -> str:
    return _printable(base.resolve().name)


def _printable(name: str) -> str:
    """Return a file's name as text: bytes that are no UTF-8 cannot be written anywhere."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
