"""Which files are read, and in what order."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from kb.diagnostics import Code
from kb.dialects import parse
from kb.files.sources import LARGEST, from_bytes, read_source, read_sources


def write(folder: Path, *names: str) -> None:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"# {name}\n\ntext\n", encoding="utf-8")


def paths(*roots: Path) -> list[str]:
    return [source.path for source in read_sources(roots)]


def test_folders_are_read_in_a_stable_order(tmp_path: Path) -> None:
    write(tmp_path, "b.md", "a/z.md", "a/c.markdown", "가/나.md", "A.MD")
    assert paths(tmp_path) == ["A.MD", "a/c.markdown", "a/z.md", "b.md", "가/나.md"]


def test_hidden_and_foreign_files_are_left_alone(tmp_path: Path) -> None:
    write(tmp_path, "a.md", ".hidden.md", ".git/x.md", "node_modules/y.md", "site/z.md", "a.txt", "md")
    assert paths(tmp_path) == ["a.md"]


def test_a_file_of_several_roots_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, "kim/a.md", "kim/b.md")
    assert paths(tmp_path / "kim/b.md", tmp_path / "kim", tmp_path) == ["b.md", "a.md"]


def test_a_root_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no such file or folder"):
        read_sources([tmp_path / "nowhere"])


def test_links_to_files_are_followed_and_those_to_folders_are_not(tmp_path: Path) -> None:
    write(tmp_path, "real/a.md")
    (tmp_path / "link.md").symlink_to(tmp_path / "real/a.md")
    (tmp_path / "round").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "dead.md").symlink_to(tmp_path / "nowhere.md")
    read = {source.path: source for source in read_sources([tmp_path])}
    assert sorted(read) == ["dead.md", "link.md", "real/a.md"]
    assert read["link.md"].lines[0] == "# real/a.md"
    (problem,) = read["dead.md"].diagnostics
    assert problem.code is Code.NOT_TEXT
    assert "cannot be read" in problem.message


def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    (source,) = read_sources([tmp_path])
    assert [d.message for d in source.diagnostics] == ["is not a file"]


@pytest.mark.parametrize(
    "name", ["a b.md", "a#b.md", "50%.md", "a:b.md", "'q'.md", "🔥.md", "-x.md", "..a.b.md"]
)
def test_odd_names_are_kept(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("# a\n\nb\n", encoding="utf-8")
    source = read_source(tmp_path / name, tmp_path)
    assert source.path == name
    assert parse(source)[0].entries


def test_a_name_that_is_no_utf8_can_still_be_printed(tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path)
    try:
        with open(os.path.join(folder, b"\xc7\xd1.md"), "wb") as file:  # noqa: PTH118, PTH123
            file.write(b"# a\n\nb\n")
    except OSError:
        pytest.skip("this file system holds UTF-8 names alone")
    (source,) = read_sources([tmp_path])
    source.shown.encode("utf-8")
    assert source.lines[0] == "# a"


def test_contributors_are_folders_that_are_no_languages(tmp_path: Path) -> None:
    write(tmp_path, "ko/a.md", "kim/en/b.md", "en/lee/c.md")
    said = {s.path: parse(s)[0] for s in read_sources([tmp_path])}
    assert {path: (d.contributor, d.lang) for path, d in said.items()} == {
        "en/lee/c.md": ("lee", "en"),
        "kim/en/b.md": ("kim", "en"),
        "ko/a.md": (tmp_path.name, "ko"),
    }


def test_a_folder_without_a_name_is_nobodys() -> None:
    assert parse(from_bytes(b"# a\n\nb\n", "a.md", shown="a.md", folder=""))[0].contributor == "anonymous"


def test_the_largest_files_are_not_opened(tmp_path: Path) -> None:
    with (tmp_path / "a.md").open("wb") as file:
        file.truncate(LARGEST + 1)
    (source,) = read_sources([tmp_path])
    assert source.encoding == "none"
    assert source.lines == ()
    assert [d.code for d in source.diagnostics] == [Code.TOO_LARGE]
    document, found = parse(source)
    assert document.entries == ()
    assert [d.code for d in found] == [Code.TOO_LARGE]
