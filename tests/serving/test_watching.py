"""Changed files are noticed, once, and nothing else is."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from kb.serving import watching
from kb.serving.snapshot import changes, matters, snapshot
from kb.serving.watching import Watcher
from watchdog.events import FileSystemEvent, FileSystemEventHandler


class Noted(FileSystemEventHandler):
    """Notes the names of what changed."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.came = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        self.names.append(Path(str(event.dest_path or event.src_path)).name)
        self.came.set()

    def wait(self) -> list[str]:
        assert self.came.wait(20)
        self.came.clear()
        return self.names


@pytest.fixture(params=["told", "looking"])
def noted(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Noted]:
    """What a watcher notes in the folder `tmp_path`, on systems that tell of changes and on others."""
    monkeypatch.setattr(watching, "_LOOK", 0.05)
    (tmp_path / "a.md").write_text("a")
    watcher, handler = Watcher(), Noted()
    if request.param == "looking":

        def full() -> None:
            raise OSError("inotify watch limit reached")

        monkeypatch.setattr(watcher._fast, "start", full)
    unwanted = watcher.schedule(FileSystemEventHandler(), str(tmp_path / "a.md"))
    watcher.schedule(handler, str(tmp_path), recursive=True)
    watcher.unschedule(unwanted)
    watcher.start()
    yield handler
    watcher.stop()
    watcher.join()


def test_a_change_is_told_and_what_editors_leave_is_not(noted: Noted, tmp_path: Path) -> None:
    (tmp_path / ".a.md.swp").write_text("x")
    (tmp_path / "a.md~").write_text("x")
    (tmp_path / "a.md").read_text()
    (tmp_path / "a.md").write_text("changed")
    assert set(noted.wait()) == {"a.md"}
    (tmp_path / "new").mkdir()
    (tmp_path / "new/b.md").write_text("b")
    while "b.md" not in noted.wait():
        pass
    (tmp_path / ".c").write_text("c")
    (tmp_path / ".c").replace(tmp_path / "c.md")
    while "c.md" not in noted.wait():
        pass


def test_a_change_is_told_once_however_often_it_is_noticed(tmp_path: Path) -> None:
    seen = watching._Seen()
    file = tmp_path / "a.md"
    file.write_text("a")
    assert [seen.is_new(str(file)), seen.is_new(str(file))] == [True, False]
    file.write_text("longer")
    assert [seen.is_new(str(file)), seen.is_new(str(file))] == [True, False]
    file.unlink()
    assert [seen.is_new(str(file)), seen.is_new(str(file))] == [True, False]


def test_a_snapshot_tells_what_is_new_gone_or_other(tmp_path: Path) -> None:
    for name in ("same.md", "other.md", "gone.md", ".hidden", "x/__pycache__/a.pyc"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("text")
    before = snapshot([tmp_path, tmp_path / "none"])
    (tmp_path / "other.md").write_text("longer text")
    (tmp_path / "gone.md").unlink()
    (tmp_path / "x/new.md").write_text("new")
    (tmp_path / ".hidden").write_text("other")
    found = changes(before, snapshot([tmp_path, tmp_path / "none"]))
    assert found == {str(tmp_path / name) for name in ("other.md", "gone.md", "x/new.md")}
    assert len(snapshot([tmp_path / "same.md"])) == 1


@pytest.mark.parametrize(
    ("path", "counts"),
    [("/d/a.md", True), ("/d/.a.md", False), ("/d/#a.md#", False), ("/d/__pycache__/a.pyc", False)],
)
def test_what_matters(path: str, counts: bool) -> None:
    assert matters(path) is counts
