"""A site is replaced as a whole or not at all, whatever happens to the build."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from kb.publishing.staging import Staging, stage
from mkdocs.exceptions import Abort

from tests.site.small import build_site, write

# A build that is killed in the middle: it has written something, and never comes to an end.
VICTIM = """\
import sys, time
from pathlib import Path
from kb.publishing.staging import stage
staging = stage(Path(sys.argv[1]))
staging.new.mkdir()
(staging.new / "index.html").write_text("half")
print("ready", flush=True)
time.sleep(60)
"""


def fill(folder: Path, text: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(text, "utf-8")


def shown(site: Path) -> str:
    return (site / "index.html").read_text("utf-8")


def begun(site: Path) -> Staging:
    staging = stage(site)
    assert staging is not None
    return staging


def only(site: Path) -> bool:
    """Whether nothing but the site is in its folder."""
    return [path.name for path in site.parent.iterdir()] == [site.name]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "out" / "site"


def test_the_first_site_and_the_next_one(site: Path) -> None:
    for text in ("first", "second"):
        staging = begun(site)
        fill(staging.new, text)
        staging.publish()
        assert shown(site) == text
        assert only(site)


def test_an_abandoned_build_changes_nothing(site: Path) -> None:
    fill(site, "old")
    staging = begun(site)
    fill(staging.new, "new")
    staging.discard()
    with Path(os.devnull).open("wb") as other:  # takes the number of the lock
        staging.discard()
        os.fstat(other.fileno())
    assert shown(site) == "old"
    assert only(site)


def test_hidden_files_stay_and_others_go(site: Path) -> None:
    fill(site, "old")
    fill(site / ".git", "history")
    (site / "gone.html").write_text("")
    staging = begun(site)
    fill(staging.new, "new")
    staging.publish()
    assert shown(site) == "new"
    assert shown(site / ".git") == "history"
    assert not (site / "gone.html").exists()


def test_a_killed_build_leaves_the_site_and_the_next_one_tidies_up(site: Path) -> None:
    fill(site, "old")
    with subprocess.Popen(
        [sys.executable, "-c", VICTIM, str(site)], stdout=subprocess.PIPE, text=True
    ) as victim:
        assert victim.stdout is not None
        assert victim.stdout.readline() == "ready\n"
        alive = begun(site)
        assert len(list(site.parent.glob(".site.building-*"))) == 2, "a running build was disturbed"
        victim.kill()
        victim.wait()
    assert shown(site) == "old"
    alive.discard()
    staging = begun(site)
    assert [path.name for path in site.parent.iterdir() if path != site] == [staging.folder.name]
    staging.discard()


def test_killed_between_the_two_renames_the_old_site_comes_back(site: Path) -> None:
    left = site.parent / ".site.building-x"
    fill(left / "previous1" / "site", "old")
    fill(left / "site", "new")
    begun(site).discard()
    assert shown(site) == "old"
    assert only(site)


def test_killed_after_them_hidden_files_come_back(site: Path) -> None:
    fill(site, "new")
    fill(site.parent / ".site.building-x" / "previous1" / "site" / ".git", "history")
    begun(site).discard()
    assert (shown(site), shown(site / ".git")) == ("new", "history")
    assert only(site)


def test_where_the_new_site_cannot_be_put_in_place_the_old_one_stays(site: Path) -> None:
    fill(site, "old")
    staging = begun(site)
    with pytest.raises(FileNotFoundError):
        staging.publish()  # there is nothing to put there
    assert shown(site) == "old"
    staging.discard()
    assert only(site)


def test_builds_at_once_do_not_mix(site: Path) -> None:
    fill(site / ".git", "history")
    builds = [begun(site) for _ in range(8)]
    for number, staging in enumerate(builds):
        for name in ("a", "b", "c"):
            fill(staging.new / name, str(number))
    threads = [threading.Thread(target=staging.publish) for staging in builds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({shown(site / name) for name in ("a", "b", "c")}) == 1
    assert shown(site / ".git") == "history"
    assert only(site)


def test_a_link_to_a_site_remains_a_link(site: Path, tmp_path: Path) -> None:
    fill(site, "old")
    link = tmp_path / "link"
    link.symlink_to(site)
    staging = begun(link)
    fill(staging.new, "new")
    staging.publish()
    assert link.is_symlink()
    assert shown(link) == "new"


def test_the_root_of_a_file_system_is_built_in_place() -> None:
    assert stage(Path("/")) is None


@pytest.mark.parametrize("mistake", ["an error", "a warning in a strict build"])
def test_a_failing_build_leaves_the_site(project: Path, mistake: str) -> None:
    fill(project / "site", "old")
    broken = {
        "an error": {"answers/a/one.md": "---\nquestion: no-such-question\n---\n\n# One?\n\nText.\n"},
        "a warning in a strict build": {"pages/en/about.md": "# About { #about }\n\n[gone](gone.md)\n"},
    }[mistake]
    write(project, broken)
    with pytest.raises(Abort):
        build_site(project)
    assert shown(project / "site") == "old"
    assert not list(project.glob(".site.*"))


def test_the_command_of_properdocs_leaves_a_site_elsewhere_as_well(project: Path) -> None:
    fill(project / "out", "old")
    write(project, {"pages/en/about.md": "# About { #about }\n\n[gone](gone.md)\n"})
    command = [sys.executable, "-m", "properdocs", "build", "--strict", "--site-dir", "out"]
    environment = {**os.environ, "SITE_URL": "https://site.example/", "PYTHONPATH": os.pathsep.join(sys.path)}
    failed = subprocess.run(command, cwd=project, env=environment, capture_output=True, check=False)
    assert failed.returncode == 1
    assert b"in strict mode" in failed.stdout + failed.stderr
    assert shown(project / "out") == "old"
    assert not list(project.glob(".out.*"))
