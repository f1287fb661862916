"""Measure a command: wall and CPU seconds, and the most memory that it and what it starts use at once."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_EVERY = 0.05  # seconds between looks at the memory
_PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Run:
    """What a command took; `memory` is in megabytes."""

    wall: float
    cpu: float
    memory: float


class FailedError(Exception):
    """A command that failed, with the end of what it said."""


def run(command: Sequence[str], folder: Path, environ: Mapping[str, str] | None = None) -> Run:
    """Run a command in a folder and measure it."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    log = folder / "bench.log"
    with log.open("w+", encoding="utf-8") as said:
        process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **(environ or {})}, stdout=said, stderr=said
        )
        watch = _Watch(process.pid)
        watch.start()
        code = process.wait()
        wall = time.perf_counter() - started
        most = watch.stop()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if code:
        tail = log.read_text(encoding="utf-8", errors="replace")[-2000:]
        raise FailedError(f"{' '.join(command)} failed in {folder}:\n{tail}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(wall, cpu, most or _largest(after.ru_maxrss))


def _largest(size: int) -> float:
    """Return the largest single process there has been in megabytes, where nothing better is known."""
    return size / (1e6 if sys.platform == "darwin" else 1e3)


class _Watch(threading.Thread):
    """Looks at the memory of a process and its descendants again and again."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid = pid
        self._done = threading.Event()
        self._most = 0.0

    def run(self) -> None:
        """Look until told to stop."""
        while not self._done.wait(_EVERY) and _PROC.exists():
            self._most = max(self._most, sum(map(_memory, (self._pid, *_descendants(self._pid)))))

    def stop(self) -> float:
        """Return the most that was seen, in megabytes; 0 where there is nothing to look at."""
        self._done.set()
        self.join()
        return self._most


def _descendants(pid: int) -> list[int]:
    found: list[int] = []
    for tasks in _PROC.glob(f"{pid}/task/*/children"):
        try:
            children = [int(child) for child in tasks.read_text().split()]
        except OSError:
            continue
        for child in children:
            found += [child, *_descendants(child)]
    return found


def _memory(pid: int) -> float:
    """Return a process's memory in megabytes; what it shares with others is divided among them."""
    try:
        lines = (_PROC / f"{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def size_of(folder: Path) -> tuple[int, float]:
    """Return the number of files of a folder and their megabytes."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes) / 1e6
