"""When a file was changed last, from git and without it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from kb.site.history import Dates, dates_of, newest_change

from tests.site.small import build_site, write


def git(folder: Path, *command: str, date: str = "2020-02-29") -> None:
    who = ("-c", "user.name=Kim", "-c", "user.email=kim@example.org", "-c", "commit.gpgsign=false")
    environment = {f"GIT_{role}_DATE": f"{date}T12:00:00+00:00" for role in ("AUTHOR", "COMMITTER")}
    environment["PATH"] = os.environ["PATH"]
    subprocess.run(["git", *who, *command], cwd=folder, check=True, capture_output=True, env=environment)


def test_the_first_and_the_last_commit_of_each_file_count(tmp_path: Path) -> None:
    folder = tmp_path / "답변"
    folder.mkdir()
    git(tmp_path, "init")
    for name, date in (("a b.md", "2020-01-01"), ("모멘텀.md", "2021-06-01"), ("a b.md", "2022-12-31")):
        (folder / name).write_text(date, "utf-8")
        git(tmp_path, "add", "-A")
        git(tmp_path, "commit", "-m", date, date=date)
    (folder / "new.md").write_text("x", "utf-8")
    assert dates_of([folder]) == {
        str(folder / "a b.md"): Dates("2020-01-01", "2022-12-31"),
        str(folder / "모멘텀.md"): Dates("2021-06-01", "2021-06-01"),
    }


def test_a_shallow_clone_does_not_take_everything_for_new(tmp_path: Path) -> None:
    original, clone = tmp_path / "original", tmp_path / "clone"
    original.mkdir()
    git(original, "init")
    for name, date in (("old.md", "2020-01-01"), ("middle.md", "2021-01-01"), ("new.md", "2022-01-01")):
        (original / name).write_text(name, "utf-8")
        git(original, "add", "-A")
        git(original, "commit", "-m", name, date=date)
    git(tmp_path, "clone", "--depth=2", original.as_uri(), str(clone))
    assert dates_of([clone]) == {str(clone / "new.md"): Dates("2022-01-01", "2022-01-01")}


def test_without_a_repository_nothing_is_known(tmp_path: Path) -> None:
    assert dates_of([tmp_path, tmp_path / "nowhere"]) == {}


def test_without_git_nothing_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert dates_of([tmp_path]) == {}


def test_the_page_says_when(project: Path) -> None:
    git(project, "init")
    git(project, "add", "docs/answers/ko/relu.md")
    git(project, "commit", "-m", "x")
    write(project, {"answers/ko/new.md": "---\nquestion: momentum\n---\n\n# 모멘텀?\n\n관성입니다.\n"})
    built = build_site(project)
    (time,) = built.page("ko/q/relu/").select(".kb-byline time")
    assert (time["datetime"], time.get_text()) == ("2020-02-29", "2020-02-29 고침")
    assert built.page("ko/q/momentum/").select(".kb-byline time") == []


def test_the_newest_change_is_that_of_the_last_commit_or_of_a_file_changed_since(tmp_path: Path) -> None:
    git(tmp_path, "init")
    file = tmp_path / "a.md"
    file.write_text("a", "utf-8")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-m", "a", date="2022-01-01")
    assert newest_change([tmp_path], {}) == 1_641_038_400
    file.write_text("b", "utf-8")
    os.utime(file, (2_000_000_000, 2_000_000_000))
    assert newest_change([tmp_path], {}) == 2_000_000_000
    assert newest_change([tmp_path], {"SOURCE_DATE_EPOCH": "1234"}) == 1234


def test_the_newest_change_without_git_is_that_of_the_newest_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for name, time in (("a.md", 1_600_000_000), ("b.md", 1_700_000_000)):
        (tmp_path / name).write_text(name, "utf-8")
        os.utime(tmp_path / name, (time, time))
    assert newest_change([tmp_path], {}) == 1_700_000_000
    assert newest_change([tmp_path / "nowhere"], {}) == 0
