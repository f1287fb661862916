"""Work in other processes."""

from __future__ import annotations

import os
import platform
import threading
import time
from pathlib import Path

import pytest
from kb import processes
from kb.cache import Cache
from kb.processes import Beside
from kb.site.cards import Card, card_assets

from plots.fonts import font_files


@pytest.fixture
def two(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "cores", lambda: 2)


@pytest.fixture
def alone(two: None, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001
    """No threads but this one; those by which pytest's own processes are told what to do mind no fork."""
    if platform.system() != "Linux":
        pytest.skip("nothing is forked here")
    monkeypatch.setattr(threading, "active_count", lambda: 1)


forking = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")


@forking
@pytest.mark.usefixtures("alone")
def test_work_is_done_meanwhile_in_another_process(tmp_path: Path) -> None:
    note = tmp_path / "note"
    beside = Beside(lambda text: note.write_text(f"{text} {os.getpid()}"))
    beside.give("by")
    beside.wait()
    by, number = note.read_text().split()
    assert by == "by"
    assert int(number) != os.getpid()


@forking
@pytest.mark.usefixtures("alone")
def test_work_that_fails_or_is_given_up_does_no_harm(tmp_path: Path) -> None:
    failing = Beside(lambda number: 1 / number)
    failing.give(0)
    failing.wait()
    idle = Beside(lambda _: (tmp_path / "note").touch())
    idle.wait()
    started = time.monotonic()
    sleeping = Beside(time.sleep)
    sleeping.give(60)
    sleeping.stop()
    assert time.monotonic() - started < 30
    assert not list(tmp_path.iterdir())


@pytest.mark.usefixtures("two")
def test_beside_threads_nothing_is_forked(tmp_path: Path) -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    beside = Beside(lambda _: (tmp_path / "note").touch())
    done.set()
    thread.join()
    beside.give(None)
    beside.wait()
    beside.stop()
    assert not (tmp_path / "note").exists()


@forking
@pytest.mark.usefixtures("alone")
def test_what_was_drawn_beside_is_found_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cards, fonts = {"a.png": Card("질문?", "", "x", "y")}, font_files()
    cache = Cache(tmp_path)
    beside = Beside(lambda given: card_assets(given, fonts, cache))
    beside.give(cards)
    beside.wait()
    monkeypatch.setattr("kb.site.cards.draw", lambda *_: pytest.fail("drawn again"))
    (asset,) = card_assets(cards, fonts, cache)
    assert asset.source is not None
    assert asset.source.read_bytes().startswith(b"\x89PNG")
