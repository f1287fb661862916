"""Work shared out over processes, where that is safe and pays."""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import platform
import signal
import threading
import warnings
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Protocol, TypeVar

In = TypeVar("In")
Out = TypeVar("Out")


class Run(Protocol):
    """What applies a function to many things, like `map`; results come in order."""

    def __call__(self, work: Callable[[In], Out], things: Iterable[In], /) -> Iterator[Out]:
        """Yield what `work` makes of each of `things`."""


def cores() -> int:
    """Return how many processes can work at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Beside:
    """Work that another process does meanwhile, for what it leaves on disk; where none can, nobody does.

    The process is there before there is work: later it would take much of this one's memory with it.
    """

    def __init__(self, work: Callable[[Any], object]) -> None:
        """Begin to wait for work."""
        self._process: BaseProcess | None = None
        if cores() > 1 and _can_fork():
            context = multiprocessing.get_context("fork")
            ours, self._theirs = context.Pipe(duplex=False)
            self._process = context.Process(target=_apart, args=(work, ours, self._theirs), daemon=True)
            with _untouched():
                self._process.start()
            ours.close()

    def give(self, what: object) -> None:
        """Say what to work on."""
        if self._process:
            with suppress(BrokenPipeError):
                self._theirs.send(what)
            self._theirs.close()

    def wait(self) -> None:
        """Wait until the work is done, as far as it is."""
        if self._process:
            self._theirs.close()
            self._process.join()

    def stop(self) -> None:
        """Give the work up."""
        if self._process:
            self._process.terminate()
            self._process.join()


def _apart(work: Callable[[Any], object], given: Connection, others: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who is interrupted ends this process
    others.close()
    try:
        what = given.recv()
    except EOFError:
        return
    work(what)


def spare_memory() -> None:
    """Give back to the system what is not used any more, where it does not take that back by itself."""
    gc.collect()
    if platform.libc_ver()[0] == "glibc":
        ctypes.CDLL(None).malloc_trim(0)


def _can_fork() -> bool:
    return platform.system() == "Linux" and threading.active_count() == 1


@contextmanager
def _untouched() -> Iterator[None]:
    """Keep the garbage collection of forks off what is there already: its memory stays shared."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


@contextmanager
def workers(count: int, prepare: Callable[[], object] = lambda: None) -> Iterator[Run]:
    """Yield what maps a function over `count` things: forked processes where that is safe, else this one.

    A fork copies one thread only, so it is not tried beside others (the watchers of a live server);
    on macOS the system's own libraries do not survive it, and starting Python anew costs more than it
    gains. `prepare` is called before the processes fork, so that none has to import for itself.
    """
    hands = min(cores(), count)
    if hands < 2 or not _can_fork():
        yield map
        return
    prepare()
    context = multiprocessing.get_context("fork")
    with _untouched(), ProcessPoolExecutor(hands, mp_context=context) as pool:

        def run(work: Callable[[In], Out], things: Iterable[In]) -> Iterator[Out]:
            with warnings.catch_warnings():
                # Python 3.12 and later warn of the idle threads of NumPy's BLAS, which allow for forks.
                warnings.filterwarnings("ignore", "This process .* is multi-threaded", DeprecationWarning)
                return pool.map(work, things)

        yield run
