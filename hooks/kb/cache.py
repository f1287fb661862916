"""The one cache of everything a build derives: files in `.cache/kb`, named by what they were made from.

An entry is a plain file `<kind>/<name>.<digest><ending>`. Its name says what it was made from (see
`kb.versions`), its digest what it must hold: what is damaged or half written is found out, removed and
made again, never trusted. Entries never change, and appear in one step, so that interruptions and builds
side by side do no harm. Where the folder cannot be written, a temporary one takes its place.
"""

from __future__ import annotations

import atexit
import hashlib
import json
import os
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from kb.packs import ENDING, names_in, packs, unpacked, written

LIMIT = 1_000_000_000  # bytes
_DAY = 24 * 60 * 60
_DIGEST = 16
_drafts = count()


def digest_of(data: bytes) -> str:
    """Return what the name of an entry says of its contents."""
    return hashlib.sha256(data).hexdigest()[:_DIGEST]


class Cache:
    """Entries by kind and name. Nothing here ever fails a build but a disk that cannot be written at all."""

    def __init__(self, folder: Path, *, remember: bool = False) -> None:
        """Keep entries in `folder`; a live server may `remember` what it read from one build to the next."""
        self._memory: dict[str, Mapping[Any, Any]] | None = {} if remember else None
        self._folder = folder
        self._spare: Path | None = None
        self._known: dict[str, dict[str, Path]] = {}
        self._packed: dict[str, dict[str, Path]] = {}
        self._used: set[Path] = set()
        self._wrote = False

    def write(self, kind: str, name: str, data: bytes, ending: str = ".json") -> Path:
        """Keep `data` and return the file that holds it."""
        file = f"{name}.{digest_of(data)}{ending}"
        try:
            path = _put(self._folder / kind, file, data)
        except OSError:
            path = _put(self._elsewhere() / kind, file, data)
        self._names(kind)[f"{name}{ending}"] = path
        self._used.add(path)
        self._wrote = True
        return path

    def write_pieces(self, kind: str, name: str, pieces: Iterable[str], ending: str) -> Path:
        """Keep a text that need not fit into memory and return the file that holds it."""
        try:
            draft = _draft(self._folder / kind)
            draft.touch()
        except OSError:
            draft = _draft(self._elsewhere() / kind)
        digest = hashlib.sha256()
        try:
            with draft.open("wb") as file:
                for piece in pieces:
                    data = piece.encode("utf-8", "replace")
                    digest.update(data)
                    file.write(data)
            path = draft.replace(draft.with_name(f"{name}.{digest.hexdigest()[:_DIGEST]}{ending}"))
        except BaseException:
            _remove(draft)
            raise
        self._used.add(path)
        self._wrote = True
        return path

    def read(self, kind: str, name: str, ending: str = ".json") -> bytes | None:
        """Return what was kept under a name, nothing where that is missing or damaged."""
        path = self._names(kind).get(f"{name}{ending}")
        return self._verified(path) if path else None

    def json(self, kind: str, name: str) -> Any:
        """Return the JSON value kept under a name; None where it is missing or damaged."""
        data = self.read(kind, name)
        try:
            return None if data is None else json.loads(data)
        except ValueError:
            return None

    def write_json(self, kind: str, name: str, value: Any) -> None:
        """Keep a JSON value."""
        self.write(kind, name, _bytes(written(value)))

    def write_all(self, kind: str, values: Iterable[tuple[str, Any]]) -> None:
        """Keep many JSON values by their names, in as few files as pays."""
        places = self._places(kind)
        for names, text in packs(values):
            path = self.write(kind, digest_of(_bytes("\n".join(names))), _bytes(text), ENDING)
            places.update(dict.fromkeys(names, path))

    def read_all(self, kind: str, names: Set[str]) -> Iterator[tuple[str, Any]]:
        """Yield the JSON values kept together under `names`, but those that are missing or damaged."""
        places = self._places(kind)
        for path in dict.fromkeys(places[name] for name in names if name in places):
            data = self._verified(path)
            if data is not None:
                yield from unpacked(data, names)

    def file(self, kind: str, name: str, ending: str) -> Path | None:
        """Return the file kept under a name; it is whole."""
        path = self._names(kind).get(f"{name}{ending}")
        return path if path and self._verified(path) is not None else None

    def exact(self, kind: str, file: str) -> Path | None:
        """Return the file of an entry by its whole name, digest included, where it is there and whole."""
        if Path(file).name != file:
            return None
        for folder in filter(None, (self._folder, self._spare)):
            if self._verified(folder / kind / file) is not None:
                return folder / kind / file
        return None

    def remembered(self, kind: str) -> Mapping[Any, Any]:
        """Return what the last build had of a kind, by name, ready for use."""
        return (self._memory or {}).get(kind, {})

    def remember(self, kind: str, values: Mapping[Any, Any]) -> None:
        """Note what a build has of a kind, in place of what the last one had."""
        if self._memory is not None:
            self._memory[kind] = values

    def prune(self, limit: int = LIMIT) -> None:
        """Remove what was not used for longest, until `limit` bytes are left; not what this build used."""
        if not self._wrote:
            return
        found = sorted(_entries(self._folder), key=lambda entry: entry[1])
        total = sum(size for _, _, size in found)
        for path, used, size in found:
            draft = path.name.startswith(".") and used < time.time() - _DAY
            if draft or (total > limit and path not in self._used):
                _remove(path)
                total -= size
        self._wrote = False

    def _names(self, kind: str) -> dict[str, Path]:
        """Return the files of a kind by name and ending, as they were when first asked for."""
        if kind not in self._known:
            found = self._known[kind] = {}
            try:
                listed = sorted(entry.name for entry in os.scandir(self._folder / kind))
            except OSError:
                listed = []
            for file in listed:
                name, _, rest = file.rpartition(".")
                start, _, digest = name.rpartition(".")
                if start and len(digest) == _DIGEST:
                    found[f"{start}.{rest}"] = self._folder / kind / file
        return self._known[kind]

    def _places(self, kind: str) -> dict[str, Path]:
        """Return the pack in which each value of a kind is."""
        if kind not in self._packed:
            found = (path for name, path in self._names(kind).items() if name.endswith(ENDING))
            self._packed[kind] = {name: path for path in found for name in names_in(path)}
        return self._packed[kind]

    def _verified(self, path: Path) -> bytes | None:
        """Return what a file holds; one that does not hold what its name says is removed."""
        try:
            data = path.read_bytes()
        except OSError:
            return None
        if f".{digest_of(data)}." not in path.name:
            _remove(path)
            return None
        if path not in self._used:
            self._used.add(path)
            _touch(path)
        return data

    def _elsewhere(self) -> Path:
        """Return a folder that lasts as long as this process."""
        if self._spare is None:
            self._spare = Path(tempfile.mkdtemp(prefix="kb-cache-"))
            atexit.register(partial(shutil.rmtree, self._spare, ignore_errors=True))
        return self._spare


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _draft(folder: Path) -> Path:
    """Return a name in `folder`, which is made, for a file that is not finished."""
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f".{os.getpid()}-{next(_drafts)}.draft"


def _put(folder: Path, file: str, data: bytes) -> Path:
    """Write a file in one step."""
    draft = _draft(folder)
    path = folder / file
    try:
        draft.write_bytes(data)
        draft.replace(path)
    except OSError:
        _remove(draft)
        raise
    return path


def _entries(folder: Path) -> Iterator[tuple[Path, float, int]]:
    """Yield every file of the cache, when it was used last, and its size."""
    for kind in _scan(folder):
        for entry in _scan(Path(kind.path)):
            try:
                about = entry.stat(follow_symlinks=False)
            except OSError:
                continue
            yield Path(entry.path), about.st_mtime, about.st_size


def _scan(folder: Path) -> list[os.DirEntry[str]]:
    try:
        return list(os.scandir(folder))
    except OSError:
        return []


def _touch(path: Path) -> None:
    """Note that an entry was used, once a day at most."""
    try:
        if path.stat().st_mtime < time.time() - _DAY:
            os.utime(path)
    except OSError:
        return


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return
