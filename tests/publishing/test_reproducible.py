"""Two clean builds of one commit are the same bytes, wherever, whenever and by whomever they are made."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.site.small import FILES, ROOT, write

ANSWER = """\
---
question: momentum
contributor: editors
---

# Explain momentum.

A running mean, $v_t = \\beta v_{t-1} + g$, in a figure and in code.

![Six activation functions.](figure:activation-panel)

```python
velocity = beta * velocity + gradient
```
"""
COMMON = {
    "SITE_URL": "https://site.example/notes/",
    "REPO_URL": "https://code.example/me/notes",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "NO_MKDOCS_2_WARNING": "1",
    "DISABLE_MKDOCS_2_WARNING": "true",
}
SETTINGS = (
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Seoul", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "C"},
)


def git(folder: Path, *command: str) -> None:
    who = ["-c", "user.name=Kim", "-c", "user.email=kim@mail.example"]
    subprocess.run(["git", *who, *command], cwd=folder, check=True, capture_output=True)


def committed(folder: Path) -> Path:
    """Commit the code and the small knowledge base."""
    for name in ("hooks", "plots", "docs/assets"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", ".gitignore"):
        shutil.copy(ROOT / name, folder)
    write(folder, FILES | {"answers/en/momentum.md": ANSWER})
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message=All", "--date=2026-01-02T03:04:05Z")
    return folder


def build(project: Path, here: Path, umask: int, settings: dict[str, str]) -> subprocess.Popen[str]:
    """Begin a build in a process of its own, seen from the folder `here`."""
    config = str(project / "mkdocs.yml")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", config]
    code = os.pathsep.join((str(project / "hooks"), str(project)))
    return subprocess.Popen(
        command,
        cwd=here,
        umask=umask,
        env={name: os.environ[name] for name in ("HOME", "PATH") if name in os.environ}
        | COMMON
        | {"PYTHONPATH": code}
        | settings,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
    )


def contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_two_clean_builds_of_one_commit_are_the_same_bytes(tmp_path: Path) -> None:
    original = committed(tmp_path / "original")
    projects = [tmp_path / "one", tmp_path / "elsewhere" / "다른 이름"]
    for project in projects:
        git(tmp_path, "clone", "--quiet", str(original), str(project))
        (project / "node_modules").symlink_to(ROOT / "node_modules")
    runs = [
        build(project, here, umask, settings)
        for project, here, umask, settings in zip(
            projects, (projects[0], tmp_path), (0o022, 0o077), SETTINGS, strict=True
        )
    ]
    for run in runs:
        trouble = run.communicate(timeout=120)[1]
        assert run.returncode == 0, trouble
    one, two = (contents(project / "site") for project in projects)
    assert sorted(one) == sorted(two)
    assert [name for name in one if one[name] != two[name]] == []
    assert b"<lastmod>" in one["sitemap.xml"]
    assert any(name.startswith("assets/figures/") for name in one)
    assert str(tmp_path).encode() not in b"".join(one.values())
