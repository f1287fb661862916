"""A site that is there already is not made again; whatever changes, it is."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from kb.cache import Cache
from kb.publishing.unchanged import Sources, finished, said_before

from tests.site.small import ROOT, make_project, write


@pytest.fixture
def made(tmp_path: Path) -> tuple[Sources, Path]:
    """Sources in two folders, and the site that is made of them."""
    for path in (
        "docs/a.md",
        "docs/deep/b.md",
        "hooks/c.py",
        "mkdocs.yml",
        "site/index.html",
        "site/q/1.html",
    ):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(path, "utf-8")
    folders = (tmp_path / "docs", tmp_path / "hooks", tmp_path / "missing")
    return Sources("settings", "dates", folders, (tmp_path / "mkdocs.yml",)), tmp_path / "site"


def test_what_is_there_is_known_again(made: tuple[Sources, Path], tmp_path: Path) -> None:
    sources, site = made
    cache = Cache(tmp_path / "cache")
    name = sources.name(site, {"KB_ZIP": "1", "TERM": "x"})
    assert said_before(name, site, cache) is None
    finished(name, site, ["one thing"], cache)
    assert sources.name(site, {"TERM": "y", "KB_ZIP": "1"}) == name
    assert said_before(name, site, Cache(tmp_path / "cache")) == ["one thing"]
    (site / ".git").mkdir()
    (site / ".nojekyll").touch()
    assert said_before(name, site, cache) is not None, "hidden files at the top are not the build's"


@pytest.mark.parametrize(
    "change",
    [
        lambda top: (top / "docs/a.md").write_text("other", "utf-8"),
        lambda top: (top / "docs/new.md").touch(),
        lambda top: (top / "docs/deep/b.md").unlink(),
        lambda top: (top / "docs/deep").rename(top / "docs/deeper"),
        lambda top: (top / "hooks/c.py").write_text("pass", "utf-8"),
        lambda top: (top / "mkdocs.yml").write_text("site_name: x", "utf-8"),
        lambda top: (top / "mkdocs.yml").unlink(),
        lambda top: (top / "site/index.html").write_text("other size", "utf-8"),
        lambda top: os.utime(top / "site/q/1.html", (1, 1)),
        lambda top: (top / "site/q/1.html").unlink(),
        lambda top: (top / "site/q/2.html").touch(),
    ],
)
def test_a_changed_file_is_noticed(
    made: tuple[Sources, Path], tmp_path: Path, change: Callable[[Path], object]
) -> None:
    sources, site = made
    cache = Cache(tmp_path / "cache")
    finished(sources.name(site, {}), site, (), cache)
    change(tmp_path)
    assert said_before(sources.name(site, {}), site, cache) is None


def test_what_is_not_in_files_is_part_of_the_name(made: tuple[Sources, Path]) -> None:
    sources, site = made
    others = (
        Sources("other settings", sources.dates, sources.folders, sources.files).name(site, {}),
        Sources(sources.settings, "other dates", sources.folders, sources.files).name(site, {}),
        sources.name(site.with_name("elsewhere"), {}),
        sources.name(site, {"KB_ANSWERS": "notes"}),
        sources.name(site, {"SOURCE_DATE_EPOCH": "1"}),
    )
    assert len({sources.name(site, {}), *others}) == 1 + len(others)


def build(project: Path, *options: str, **environ: str) -> str:
    """Run MkDocs as people do, and return what it says."""
    path = os.pathsep.join((str(ROOT / "hooks"), str(ROOT)))
    command = [sys.executable, "-m", "mkdocs", "build", *options]
    run = subprocess.run(
        command, cwd=project, capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": path, "NO_MKDOCS_2_WARNING": "1", **environ},
    )  # fmt: skip
    return run.stderr


def test_the_command_ends_at_once_where_nothing_has_changed(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    (project / "docs/pages/en/about.md").unlink()
    (project / "docs/pages/ko/about.md").unlink()
    assert "Nothing has changed" not in build(project, "--strict"), (
        "and no page leads to one that is not there"
    )
    index = project / "site/ko/q/relu/index.html"
    before = index.stat().st_mtime_ns
    assert "Nothing has changed: the site in site is as it was" in build(project, "--strict")
    assert index.stat().st_mtime_ns == before
    assert "Nothing has changed" not in build(project, "--strict", SITE_URL="https://site.example/")
    write(project, {"pages/en/about.md": "# About { #about }\n\n[Nowhere](nowhere.md)\n"})
    for _ in range(2):
        said = build(project)
        assert "nowhere.md" in said, "what was to be mended is said every time"
        assert "Nothing has changed" not in said
