"""Find answer files and turn their bytes into lines."""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kb.diagnostics import Code, Diagnostic

SUFFIXES = frozenset({".md", ".markdown", ".mdown", ".mkd"})
_SKIPPED_FOLDERS = frozenset({"node_modules", "site", "__pycache__"})
# Longest first: the UTF-32 mark begins with the UTF-16 one.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True)
class Source:
    """One answer file, decoded.

    `path` is relative to the folder that was given, `shown` is how messages name the file,
    `folder` is the name of the folder that was given.
    """

    path: str
    shown: str
    folder: str
    encoding: str
    lines: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def read_sources(roots: Sequence[Path]) -> tuple[Source, ...]:
    """Read every answer file under `roots` (folders or single files), in a stable order.

    A root that does not exist raises FileNotFoundError.
    """
    found: list[Source] = []
    for root in roots:
        if not root.exists():
            raise FileNotFoundError(f"no such file or folder: {root}")
        base = root if root.is_dir() else root.parent
        files = sorted(_files(root)) if root.is_dir() else [root]
        found.extend(read_source(file, base) for file in files)
    return tuple(found)


def read_source(file: Path, base: Path) -> Source:
    """Read one file; whatever its bytes are, the result is text, with diagnostics where it had to guess."""
    try:
        raw = file.read_bytes()
    except OSError as error:
        problem = Diagnostic(Code.NOT_TEXT, file.as_posix(), 1, f"cannot be read: {error.strerror}")
        return Source(file.relative_to(base).as_posix(), file.as_posix(), _name(base), "none", (), (problem,))
    text, encoding, diagnostics = decode(raw, file.as_posix())
    return Source(
        path=file.relative_to(base).as_posix(),
        shown=file.as_posix(),
        folder=_name(base),
        encoding=encoding,
        lines=tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")),
        diagnostics=diagnostics,
    )


def decode(raw: bytes, shown: str) -> tuple[str, str, tuple[Diagnostic, ...]]:
    """Decode `raw`: its byte-order mark, UTF-8, CP949, and UTF-8 with replacements as the last resort."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            text = raw.decode(encoding, "replace")
            return text.removeprefix("\ufeff"), encoding.removesuffix("-sig"), _replaced(text, shown)
    if b"\x00" in raw:
        problem = Diagnostic(
            Code.NOT_TEXT, shown, 1, "is not text: it holds zero bytes", "save it as UTF-8 or remove it"
        )
        return "", "binary", (problem,)
    try:
        return raw.decode("utf-8"), "utf-8", ()
    except UnicodeDecodeError:
        pass
    try:
        text = raw.decode("cp949")
    except UnicodeDecodeError:
        text = raw.decode("utf-8", "replace")
        return text, "utf-8", _replaced(text, shown)
    hint = "it was read all the same; save it as UTF-8"
    return text, "cp949", (Diagnostic(Code.ENCODING, shown, 1, "is encoded in CP949", hint),)


def _replaced(text: str, shown: str) -> tuple[Diagnostic, ...]:
    if "\ufffd" not in text:
        return ()
    line = text[: text.index("\ufffd")].count("\n") + 1
    message = "holds bytes that are not valid text; they are shown as \ufffd"
    return (Diagnostic(Code.ENCODING, shown, line, message, "save it as UTF-8"),)


def _files(root: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(root):
        folders[:] = [f for f in folders if not f.startswith(".") and f not in _SKIPPED_FOLDERS]
        for name in names:
            if Path(name).suffix.lower() in SUFFIXES and not name.startswith("."):
                yield Path(folder) / name


def _name(base: Path) -> str:
    return base.resolve().name
