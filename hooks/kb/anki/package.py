"""Packages of Anki, written so that the same cards give the same bytes."""

from __future__ import annotations

import io
import itertools
import json
import sqlite3
import tempfile
import time
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType

import genanki

_FIRST_DATE = 315_532_800  # 1980: zip files know no date before


class Package:
    """A package in the making. Notes go into a database on disk one by one, however many there are.

    `changed` (seconds since 1970) is the age of all that is in it: Anki replaces the text of a note it
    has by that of a package where the package's is younger.
    """

    def __init__(self, decks: Iterable[genanki.Deck], types: Iterable[genanki.Model], changed: int) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="kb-anki-")
        self._database = Path(self._folder.name, "collection.anki2")
        self._changed = changed
        self._ids = itertools.count(changed * 1000)
        self._connection = sqlite3.connect(self._database)
        self._connection.execute("PRAGMA synchronous = OFF")  # nobody needs it after a failure
        self._cursor = self._connection.cursor()
        listed = list(decks)
        for kind in types:
            listed[0].add_model(kind)
        genanki.Package(listed).write_to_db(self._cursor, changed, self._ids)
        self.media: dict[str, Path] = {}
        self.count = 0

    def __enter__(self) -> Package:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()
        self._folder.cleanup()

    def add(self, note: genanki.Note, deck: int, media: Mapping[str, Path]) -> None:
        """Put a note with the pictures that it shows into a deck."""
        note.write_to_db(self._cursor, self._changed, deck, self._ids)
        self.media |= media
        self.count += 1

    def packed(self) -> bytes:
        """Return the package."""
        self._connection.commit()
        names = sorted(self.media)
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            self._put(archive, "collection.anki2", self._database)
            listed = json.dumps({str(i): name for i, name in enumerate(names)})
            archive.writestr(self._entry("media"), listed)
            for i, name in enumerate(names):
                self._put(archive, str(i), self.media[name])
        return stream.getvalue()

    def _put(self, archive: zipfile.ZipFile, name: str, file: Path) -> None:
        with archive.open(self._entry(name), "w") as target, file.open("rb") as source:
            while block := source.read(1 << 20):
                target.write(block)

    def _entry(self, name: str) -> zipfile.ZipInfo:
        entry = zipfile.ZipInfo(name, time.gmtime(max(self._changed, _FIRST_DATE))[:6])
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.create_system = 3  # the same on all systems
        return entry
