"""Build beside the present site and put the new one in its place in the end, all of it or nothing.

A build works in a folder of its own, `.<site>.building-…` beside the site, and holds a lock on it for as
long as it runs. What a killed build left is known by its free lock; the next build removes it.
"""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_NEW, _OLD = "site", "previous"
_ATTEMPTS, _MOMENT = 100, 0.01


class Lock:
    """A lock on a folder, held as an open file until it is released."""

    def __init__(self, opened: int) -> None:
        self._opened: int | None = opened

    def release(self) -> None:
        """Let others have it. Only once: what is open under that number later is somebody else's."""
        opened, self._opened = self._opened, None
        if opened is not None:
            os.close(opened)


@dataclass(frozen=True, slots=True)
class Staging:
    """A build's own folder for the site at `site`, and the lock on it."""

    site: Path
    folder: Path
    lock: Lock

    @property
    def new(self) -> Path:
        """The folder to build into."""
        return self.folder / _NEW

    def publish(self) -> None:
        """Put the new site in the place of the present one, by renaming."""
        while True:
            old = Path(tempfile.mkdtemp(prefix=_OLD, dir=self.folder))
            with suppress(FileNotFoundError):
                self.site.rename(old / _NEW)
            try:
                self.new.rename(self.site)
            except OSError as error:
                if error.errno in (errno.ENOTEMPTY, errno.EEXIST):
                    continue  # another build has put its own there at this moment
                with suppress(OSError):
                    (old / _NEW).rename(self.site)
                raise
            for old in self._previous():
                _keep_hidden(old, self.site)
            return self.discard()

    def _previous(self) -> list[Path]:
        """Return the sites that made way for the new one; more than one where builds met."""
        return sorted(self.folder.glob(f"{_OLD}*/{_NEW}"))

    def discard(self) -> None:
        """Remove the folder and whatever is in it; doing it twice does no harm."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.lock.release()


def stage(site: Path) -> Staging | None:
    """Return a folder of one's own to build the site at `site` in; also tidy up after killed builds.

    None where that cannot be done, and the site has to be built in its place: it is the root of a file
    system, the folder round it is not ours to write to, or the system has no locks that end with a process.
    """
    site = Path(os.path.realpath(site))
    if os.name != "posix" or os.path.ismount(site):
        return None
    prefix = f".{site.name}.building-"
    try:
        site.parent.mkdir(parents=True, exist_ok=True)
        for left in sorted(site.parent.glob(f"{prefix}*")):
            _tidy(left, site)
        while True:
            folder = Path(tempfile.mkdtemp(prefix=prefix, dir=site.parent))
            if (lock := _lock(folder)) is not None:
                return Staging(site, folder, lock)
    except OSError:
        return None


def _lock(folder: Path) -> Lock | None:
    """Lock a folder; None where another process has it, or has removed it."""
    import fcntl  # not on Windows

    try:
        opened = os.open(folder, os.O_RDONLY)
    except FileNotFoundError:
        return None
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if folder.exists():
            return Lock(opened)
    except BlockingIOError:
        pass
    except OSError:
        os.close(opened)
        raise
    os.close(opened)
    return None


def _tidy(left: Path, site: Path) -> None:
    """Remove what a killed build left; a site that it was about to replace comes back."""
    lock = _lock(left)
    if lock is None:
        return
    for old in sorted(left.glob(f"{_OLD}*/{_NEW}")):
        if site.exists():
            _keep_hidden(old, site)
        else:
            with suppress(OSError):
                old.rename(site)
    shutil.rmtree(left, ignore_errors=True)
    lock.release()


def _keep_hidden(old: Path, new: Path) -> None:
    """Move what the build does not make and so must not remove, such as `.git`: all hidden files."""
    for hidden in sorted(old.glob(".*")):
        for _ in range(_ATTEMPTS):
            if (new / hidden.name).exists():
                break
            try:
                hidden.rename(new / hidden.name)
            except FileNotFoundError:
                time.sleep(_MOMENT)  # another build is just putting its site there
