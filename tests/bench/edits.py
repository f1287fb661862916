"""How long it takes from saving an edited answer until the live server answers with it."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import statistics
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.bench.measure import FailedError

_PATIENCE = 900.0  # seconds that a server may take to start, and an edit to show
_EVERY = 0.02
_BEFORE = "## Why"


@contextmanager
def serving(command: Sequence[str], folder: Path, environ: dict[str, str]) -> Iterator[None]:
    """Run a server, and stop it and what it started."""
    with (folder / "serve.log").open("w", encoding="utf-8") as said:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **environ},
            stdout=said,
            stderr=said,
            start_new_session=True,
        )
        try:
            yield
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def change(source: Path) -> None:
    """Add a word to an answer."""
    text = source.read_text(encoding="utf-8")
    if _BEFORE not in text:
        raise FailedError(f"{source} has no {_BEFORE!r} to edit before")
    source.write_text(text.replace(_BEFORE, f"Changed.\n\n{_BEFORE}", 1), encoding="utf-8")


def edit(source: Path, address: str, times: int) -> float:
    """Edit an answer again and again and return the usual time until `address` shows it, in seconds."""
    original = source.read_text(encoding="utf-8")
    before, mark, after = original.partition(_BEFORE)
    if not mark:
        raise FailedError(f"{source} has no {_BEFORE!r} to edit before")
    _wait_for(address, "<h1")
    took = []
    for number in range(times):
        word = f"edited{number}of{os.getpid()}"
        time.sleep(1.0)  # what a server still does after the last edit is not this one's
        started = time.perf_counter()
        source.write_text(f"{before}{word} {number}.\n\n{mark}{after}", encoding="utf-8")
        _wait_for(address, word)
        took.append(time.perf_counter() - started)
    source.write_text(original, encoding="utf-8")
    return statistics.median(took)


def _wait_for(address: str, text: str) -> None:
    until = time.perf_counter() + _PATIENCE
    while time.perf_counter() < until:
        try:
            with urllib.request.urlopen(address, timeout=60) as answer:
                if text in answer.read().decode("utf-8", "replace"):
                    return
        except (OSError, http.client.HTTPException, urllib.error.URLError):
            pass
        time.sleep(_EVERY)
    raise FailedError(f"{address} does not show {text!r}")
