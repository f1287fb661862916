"""The cache: what was kept comes back as it was or not at all, whatever happens to the folder."""

from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kb import cache as cache_module
from kb.cache import Cache
from kb.derive import Recipe, derive

NUMBER = Recipe("numbers", int)


def _squares(numbers: Sequence[int]) -> list[int]:
    return [number * number for number in numbers]


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_what_was_kept_is_there_for_the_next_build(tmp_path: Path) -> None:
    Cache(tmp_path).write("kind", "a.b", b"\0 data", ".png")
    again = Cache(tmp_path)
    assert again.read("kind", "a.b", ".png") == b"\0 data"
    path = again.file("kind", "a.b", ".png")
    assert path and path.read_bytes() == b"\0 data"
    assert again.exact("kind", path.name) == path
    assert again.read("kind", "a.b") is None
    assert again.read("other", "a.b", ".png") is None


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists))
def test_json_comes_back_as_it_went_in(tmp_path_factory: pytest.TempPathFactory, value: object) -> None:
    cache = Cache(tmp_path_factory.mktemp("cache"))
    cache.write_json("kind", "a", value)
    assert cache.json("kind", "a") == value


@given(st.dictionaries(st.text(), st.none() | st.integers() | st.text() | st.lists(st.text()), max_size=20))
def test_many_values_come_back_as_they_went_in(
    tmp_path_factory: pytest.TempPathFactory, values: dict[str, object]
) -> None:
    folder = tmp_path_factory.mktemp("cache")
    cache = Cache(folder)
    cache.write_all("kind", values.items())
    for one in (cache, Cache(folder)):
        assert dict(one.read_all("kind", values.keys())) == values
        assert dict(one.read_all("kind", set(list(values)[1::2]))) == dict(list(values.items())[1::2])
        assert dict(one.read_all("other", values.keys())) == {}
    assert len(files(folder)) == bool(values)


def test_many_large_values_take_several_files(tmp_path: Path) -> None:
    values = {str(i): "x" * 300_000 for i in range(10)}
    Cache(tmp_path).write_all("kind", values.items())
    assert [path.stat().st_size < 1_400_000 for path in files(tmp_path)] == [True] * 3
    assert dict(Cache(tmp_path).read_all("kind", values.keys())) == values


@pytest.mark.parametrize(
    "damage", [b"", b"[", b'["a","b"]', b'["a","b"]\n1\n3', b"[1]\n1", b"7\n1", b"\xff\n1"]
)
def test_a_damaged_pack_is_removed_and_what_was_in_it_is_made_again(tmp_path: Path, damage: bytes) -> None:
    Cache(tmp_path).write_all("numbers", [("a", 1), ("b", 2)])
    Cache(tmp_path).write_all("numbers", [("c", 3)])
    path = next(path for path in files(tmp_path) if b'"a"' in path.read_bytes())
    path.write_bytes(damage)
    things = dict.fromkeys("abc", 5)
    assert derive(NUMBER, things, _squares, Cache(tmp_path)) == {"a": 25, "b": 25, "c": 3}
    assert dict(Cache(tmp_path).read_all("numbers", things.keys())) == {"a": 25, "b": 25, "c": 3}


def test_a_pack_that_another_version_wrote_otherwise_holds_nothing(tmp_path: Path) -> None:
    for text in (b'["a"]', b'["a"]\n1\n2', b'["a"]\n{', b'{"a":0}\n', b"7"):
        Cache(tmp_path).write("kind", "x", text, ".pack")
        assert dict(Cache(tmp_path).read_all("kind", {"a"})) in ({}, {"a": 1})


@pytest.mark.parametrize("damage", [b"", b"dat", b"data ", b"date"])
def test_a_damaged_entry_is_removed_and_not_trusted(tmp_path: Path, damage: bytes) -> None:
    path = Cache(tmp_path).write("kind", "a", b"data")
    path.write_bytes(damage)
    assert Cache(tmp_path).exact("kind", path.name) is None
    path.write_bytes(damage)
    assert Cache(tmp_path).read("kind", "a") is None
    assert not path.exists()


def test_names_that_lead_elsewhere_lead_nowhere(tmp_path: Path) -> None:
    path = Cache(tmp_path / "cache").write("kind", "a", b"data")
    assert Cache(tmp_path / "cache" / "kind").exact("x", f"../kind/{path.name}") is None


def test_what_is_no_entry_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "kind").mkdir()
    (tmp_path / "kind" / "notes.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")
    cache = Cache(tmp_path)
    assert cache.read("kind", "notes", ".txt") is None
    cache.write("kind", "a", b"data")
    cache.prune()
    assert (tmp_path / "kind" / "notes.txt").exists()


def test_a_folder_that_cannot_be_written_is_replaced_for_the_time_being(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file, where a folder should be")
    cache = Cache(tmp_path / "file")
    path = cache.write("kind", "a", b"data")
    assert path.read_bytes() == b"data"
    assert cache.read("kind", "a") == b"data"
    assert cache.exact("kind", path.name) == path
    cache.write_all("numbers", [("a", 1)])
    assert dict(cache.read_all("numbers", {"a"})) == {"a": 1}
    cache.prune(0)
    assert files(tmp_path) == [tmp_path / "file"]


def test_a_folder_removed_between_builds_does_no_harm(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    path = cache.write("kind", "a", b"data")
    path.unlink()
    path.parent.rmdir()
    assert cache.read("kind", "a") is None
    cache.write("kind", "a", b"data")
    assert cache.read("kind", "a") == b"data"


def test_an_interrupted_write_leaves_nothing_that_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", stop)
        with pytest.raises(KeyboardInterrupt):
            Cache(tmp_path).write("kind", "a", b"data")
    (draft,) = files(tmp_path)
    assert Cache(tmp_path).read("kind", "a") is None
    cache = Cache(tmp_path)
    cache.write("kind", "b", b"data")
    cache.prune()
    assert draft.exists(), "another build may be at it"
    os.utime(draft, (0, 0))
    cache.write("kind", "b", b"data")
    cache.prune()
    assert not draft.exists()


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    now = time.time()
    first = Cache(tmp_path)
    paths = [first.write("kind", str(i), b"x" * 100) for i in range(10)]
    for i, path in enumerate(paths):
        os.utime(path, (now - 10_000_000 + i, now - 10_000_000 + i))
    second = Cache(tmp_path)
    assert second.read("kind", "0")
    second.prune(500)
    assert len(files(tmp_path)) == 10, "nothing is pruned by a build that wrote nothing"
    mine = second.write("other", "a", b"x" * 100)
    second.prune(500)
    assert files(tmp_path) == sorted([paths[0], *paths[7:], mine])
    assert paths[0].stat().st_mtime > now - 1000, "reading is noted"
    second.write("other", "b", b"x" * 1000)
    second.prune(500)
    assert paths[0].exists() and mine.exists(), "what a build uses stays"


def test_a_pack_stays_as_long_as_one_of_its_values_is_used(tmp_path: Path) -> None:
    first = Cache(tmp_path)
    first.write_all("kind", [("a", "x" * 100), ("b", "x" * 100)])
    first.write_all("kind", [("c", "x" * 100)])
    for path in files(tmp_path):
        os.utime(path, (0, 0))
    second = Cache(tmp_path)
    assert dict(second.read_all("kind", {"b"})) == {"b": "x" * 100}
    second.write("other", "a", b"data")
    second.prune(0)
    left = Cache(tmp_path)
    assert dict(left.read_all("kind", {"a", "b", "c"})).keys() == {"a", "b"}


def _fill(folder: Path) -> None:
    for i in range(200):
        Cache(folder).write("kind", str(i % 20), b"data %d" % (i % 20))
        Cache(folder).write_all("numbers", [(str(n), n) for n in range(i % 20, i % 20 + 3)])


def test_builds_side_by_side_do_not_disturb_each_other(tmp_path: Path) -> None:
    others = [multiprocessing.get_context("spawn").Process(target=_fill, args=(tmp_path,)) for _ in range(2)]
    for process in others:
        process.start()
    _fill(tmp_path)
    for process in others:
        process.join()
    assert [process.exitcode for process in others] == [0, 0]
    assert len(files(tmp_path)) == 40
    assert dict(Cache(tmp_path).read_all("numbers", {str(i) for i in range(22)})) == {
        str(i): i for i in range(22)
    }
    assert all(Cache(tmp_path).read("kind", str(i)) == b"data %d" % i for i in range(20))


def test_the_limit_is_one_that_laptops_can_spare() -> None:
    assert cache_module.LIMIT <= 1_000_000_000


def test_a_text_in_pieces_is_an_entry_like_others(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    path = cache.write_pieces("exports", "all", ("가", "나\n"), ".json")
    assert path.read_text("utf-8") == "가나\n"
    assert path == cache.write("exports", "all", "가나\n".encode(), ".json")
    assert Cache(tmp_path).file("exports", "all", ".json") == path


def test_a_text_that_is_not_finished_leaves_nothing(tmp_path: Path) -> None:
    def pieces() -> Iterator[str]:
        yield "half"
        raise ValueError

    with pytest.raises(ValueError):
        Cache(tmp_path).write_pieces("exports", "all", pieces(), ".json")
    assert files(tmp_path) == []


def test_a_text_goes_elsewhere_where_the_folder_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "exports").write_text("a file, not a folder", "utf-8")
    path = Cache(tmp_path).write_pieces("exports", "all", ("text",), ".json")
    assert path.read_text("utf-8") == "text"
    assert not path.is_relative_to(tmp_path)
