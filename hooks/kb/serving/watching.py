"""Notice changed files at once where the system tells of them, and soon everywhere else.

MkDocs looks at all files twice a second, because some file systems (shared folders, networks) tell
nothing. Here the system's own messages come first; looking remains as the second way, less often.
"""

from __future__ import annotations

import threading

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch
from watchdog.observers.polling import PollingObserver

from kb.serving.snapshot import Stamp, matters, stamp_of

Watches = tuple[ObservedWatch, ObservedWatch]
_LOOK = 1.0  # seconds
# Reading a file is no change of it.
_READ = ("opened", "closed_no_write")


class Watcher:
    """Stands in for the observer of MkDocs's server: tells of every change once, whoever noticed it first."""

    def __init__(self) -> None:
        self._fast = Observer()
        self._slow = PollingObserver(timeout=_LOOK)
        self._seen = _Seen()
        self._told = False

    def schedule(self, handler: FileSystemEventHandler, path: str, recursive: bool = False) -> Watches:
        """Tell `handler` of changes at or below `path`."""
        once = _Once(handler, self._seen)
        return (
            self._fast.schedule(once, path, recursive=recursive),
            self._slow.schedule(once, path, recursive=recursive),
        )

    def unschedule(self, watches: Watches) -> None:
        """Tell no more of what `schedule` returned this for."""
        for by, watch in zip((self._fast, self._slow), watches, strict=True):
            by.unschedule(watch)

    def start(self) -> None:
        """Begin to watch."""
        self._slow.start()
        try:
            self._fast.start()
            self._told = True
        except OSError:  # the system watches no more files for us: looking remains
            self._fast.unschedule_all()

    def stop(self) -> None:
        """Watch no more."""
        self._slow.stop()
        if self._told:
            self._fast.stop()

    def join(self) -> None:
        """Wait until nothing is watched."""
        self._slow.join()
        if self._told:
            self._fast.join()


class _Seen:
    """How files stood when their change was told."""

    def __init__(self) -> None:
        self._stamps: dict[str, Stamp | None] = {}
        self._lock = threading.Lock()

    def is_new(self, path: str) -> bool:
        with self._lock:
            now = stamp_of(path)
            known = path in self._stamps and self._stamps[path] == now
            self._stamps[path] = now
            return not known


class _Once(FileSystemEventHandler):
    """Hands on what concerns the site and was not told before."""

    def __init__(self, handler: FileSystemEventHandler, seen: _Seen) -> None:
        self._handler = handler
        self._seen = seen

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.is_directory or event.event_type in _READ:
            return
        paths = [str(path) for path in (event.src_path, event.dest_path) if path]
        new = [path for path in paths if matters(path) and self._seen.is_new(path)]
        if new:
            self._handler.dispatch(event)
