"""How the tests are shared out to processes, and what serves our own site to all of them."""

from __future__ import annotations

import gc
import os
import tempfile
import threading
from itertools import chain, zip_longest
from pathlib import Path
from typing import Any

import pytest
from kb.processes import cores

from tests.hosting import hosting

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # processes of tests share the cores already
SERVED = pytest.StashKey[tuple[str, str]]()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One more than can work at once: tests often wait for a browser."""
    return cores() + 1


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tell each process where our own site will be: at the one that outlives them all."""
    config = node.config
    if SERVED not in config.stash:
        folder = tempfile.TemporaryDirectory(prefix="kb-served-")
        server = hosting(Path(folder.name))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        config.add_cleanup(folder.cleanup)
        config.add_cleanup(server.server_close)
        config.add_cleanup(server.shutdown)
        config.stash[SERVED] = folder.name, f"http://127.0.0.1:{server.server_port}/notes/"
    node.workerinput["served"] = config.stash[SERVED]


def pytest_collection_finish() -> None:
    """Thousands of tests that are there to the end need not be looked through for garbage."""
    gc.collect()
    gc.freeze()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """By turns a file that waits for a browser and one that computes, those with most tests first."""
    if not hasattr(config, "workerinput"):
        return
    files: dict[Path, list[pytest.Item]] = {}
    for item in items:
        files.setdefault(item.path, []).append(item)
    ordered = sorted(files.items(), key=lambda file: -len(file[1]))
    waiting, computing = (
        [tests for path, tests in ordered if (path.parent.name == "browser") is is_browser]
        for is_browser in (True, False)
    )
    items[:] = chain.from_iterable(chain.from_iterable(zip_longest(waiting, computing, fillvalue=[])))
