"""What `make` installs, and when; and that continuous integration runs the same command as a person."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def test_ci_runs_the_test_command_and_nothing_else() -> None:
    path = ROOT / ".ci" / "run"
    lines = [line for line in path.read_text("utf-8").splitlines()[1:] if not line.startswith("#")]
    assert os.access(path, os.X_OK)
    assert lines == ["set -euo pipefail", 'cd "$(dirname "${BASH_SOURCE[0]}")/.."', "make test"]


def test_make_alone_lists_the_targets(tmp_path: Path) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    listed = re.findall(r"^make (\w+) +\S.*$", run_make(tmp_path).stdout, re.M)
    assert {"serve", "build", "test", "check", "lock", "clean"} <= set(listed)


# A stand-in for Python and npm that writes down what it is asked to do, and fails where told to.
STAND_IN = """\
#!/bin/sh
case "$*" in -c*) test -z "$TOO_OLD"; exit;; --version) echo Python 3.12.0; exit;; esac
echo "$*" >> calls
case "$*" in *"${FAIL:-nothing fails}"*) exit 1;; esac
case "$*" in
    "-m venv --clear .venv")
        rm -rf .venv && mkdir -p .venv/bin && cp "$0" .venv/bin/python && cp "$0" .venv/bin/npm
        echo "command = python3 -m venv $(pwd -P)/.venv" > .venv/pyvenv.cfg
        touch .venv/bin/activate;;
    ci*) mkdir -p node_modules;;
esac
"""
VENV = "-m venv --clear .venv"
PACKAGES = "-m pip install -r requirements.txt"
EDITABLE = "-m pip install --quiet --no-deps --no-build-isolation --editable ."
TOOLS = "-m pip install -r requirements-dev.txt"
ASSETS = "ci --ignore-scripts --no-audit --no-fund --include=dev"
BUILD = "-m mkdocs build --strict"


def run_make(folder: Path, *goals: str, **environment: str) -> subprocess.CompletedProcess[str]:
    # The make that runs these tests must not hand its flags down to the one under test.
    inherited = {
        name: value for name, value in os.environ.items() if name not in {"MAKEFLAGS", "MFLAGS", "MAKELEVEL"}
    }
    command = ["make", "--no-print-directory", *goals]
    return subprocess.run(
        command,
        cwd=folder,
        env=inherited | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def calls(folder: Path, *goals: str, **environment: str) -> list[str]:
    """What one run of make asks of Python and npm."""
    log = folder / "calls"
    log.write_text("")
    run_make(folder, *goals, PYTHON=str(folder.parent / "stand-in"), **environment)
    return [line.strip() for line in log.read_text().splitlines()]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the set-up alone, in a folder with a space in its name, with a stand-in for Python."""
    folder = tmp_path / "my project"
    folder.mkdir()
    for name in (
        "Makefile",
        "pyproject.toml",
        "requirements.txt",
        "requirements-dev.txt",
        "package-lock.json",
    ):
        shutil.copy(ROOT / name, folder)
    stand_in = tmp_path / "stand-in"
    stand_in.write_text(STAND_IN)
    stand_in.chmod(0o755)
    return folder


def test_first_build_installs_and_second_only_builds(project: Path) -> None:
    assert calls(project, "build") == [VENV, PACKAGES, EDITABLE, ASSETS, BUILD]
    assert calls(project, "build") == [BUILD]


def test_check_adds_only_the_development_tools(project: Path) -> None:
    calls(project, "build")
    assert calls(project, "check") == [TOOLS, "-m ruff check .", "-m ruff format --check .", "-m mypy"]


@pytest.mark.parametrize(
    ("changed", "installed"),
    [
        ("requirements.txt", [PACKAGES, EDITABLE, ASSETS]),
        ("pyproject.toml", [EDITABLE]),
        ("package-lock.json", [ASSETS]),
        ("requirements-dev.txt", []),
    ],
)
def test_change_installs_again_whatever_its_date(project: Path, changed: str, installed: list[str]) -> None:
    calls(project, "build")
    before = (project / changed).read_bytes()
    (project / changed).write_bytes(before + b"\n")
    os.utime(project / changed, (0, 0))
    assert calls(project, "build") == [*installed, BUILD]
    assert calls(project, "build") == [BUILD]
    (project / changed).write_bytes(before)
    assert calls(project, "build") == [*installed, BUILD]


@pytest.mark.parametrize("step", [VENV, PACKAGES, EDITABLE, ASSETS])
def test_interrupted_installation_is_taken_up_again(project: Path, step: str) -> None:
    assert calls(project, "build", FAIL=step)[-1] == step
    assert step in calls(project, "build")
    assert calls(project, "build") == [BUILD]


def test_moved_folder_gets_a_new_environment(project: Path) -> None:
    calls(project, "build")
    moved = project.rename(project.with_name("elsewhere"))
    assert calls(moved, "build")[:3] == [VENV, PACKAGES, EDITABLE]


def test_old_python_is_refused_with_a_way_out(project: Path) -> None:
    result = run_make(project, "build", PYTHON=str(project.parent / "stand-in"), TOO_OLD="yes")
    assert result.returncode != 0
    assert "needs Python 3.11 or newer" in result.stderr
    assert "make PYTHON=" in result.stderr
