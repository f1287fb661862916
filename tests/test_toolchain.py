"""What the set-up pins, and that the code imports nothing else."""

from __future__ import annotations

import ast
import json
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT: Mapping[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
DECLARED = [Requirement(text) for text in PROJECT["project"]["dependencies"]]
DECLARED_DEV = [Requirement(text) for text in PROJECT["project"]["optional-dependencies"]["dev"]]
PLATFORMS = [
    {
        "python_version": python,
        "python_full_version": f"{python}.0",
        "sys_platform": name.lower(),
        "platform_system": name,
    }
    for python in ("3.11", "3.12", "3.13")
    for name in ("Linux", "Darwin")
]


def pins(name: str) -> dict[str, str]:
    """Distribution name → version of one requirements file."""
    text = (ROOT / name).read_text("utf-8")
    return {canonicalize_name(found[1]): found[2] for found in re.finditer(r"^([\w.-]+)==(\S+)", text, re.M)}


def npm(name: str) -> Any:
    return json.loads((ROOT / name).read_text("utf-8"))


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt", "package-lock.json", ".npmrc"])
def test_lock_files_name_no_registry(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    # Packages may say where to send them money; that address is nobody's registry.
    addresses = re.findall(r"(?:https?|file)://(?!opencollective\.com|github\.com/sponsors)[^\s\"]*", text)
    assert addresses == []
    assert '"resolved"' not in text
    assert not re.search(r"^(--|-i|-f|registry)", text, re.M)


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_an_exact_version_with_hashes(name: str) -> None:
    text = (ROOT / name).read_text("utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    assert lines
    assert [
        line for line in lines if not re.fullmatch(r"[\w.-]+==\S+(\s+--hash=sha256:[0-9a-f]{64})+\s*", line)
    ] == []


@pytest.mark.parametrize(
    ("name", "declared"),
    [("requirements.txt", DECLARED), ("requirements-dev.txt", DECLARED + DECLARED_DEV)],
)
def test_every_dependency_is_pinned_within_its_bounds(name: str, declared: list[Requirement]) -> None:
    pinned = pins(name)
    for requirement in declared:
        version = pinned.get(canonicalize_name(requirement.name))
        assert version is not None, f"{requirement} is not in {name}: run make lock"
        assert requirement.specifier.contains(version, prereleases=True), (
            f"{requirement} is pinned to {version}"
        )


def test_tests_run_on_the_versions_that_build_the_site() -> None:
    assert pins("requirements.txt").items() <= pins("requirements-dev.txt").items()


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_pins_are_complete_on_every_supported_platform(name: str) -> None:
    """With hashes, pip refuses a dependency that is not pinned, even one that only macOS needs."""
    pinned = pins(name)
    missing = {
        f"{distribution} needs {requirement}"
        for distribution in pinned
        for requirement in map(Requirement, metadata.requires(distribution) or [])
        for platform in PLATFORMS
        if requirement.marker is None or requirement.marker.evaluate({**platform, "extra": ""})
        if canonicalize_name(requirement.name) not in pinned
    }
    assert missing == set()


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_pinned_package_accepts_the_first_python_3_11(name: str) -> None:
    """Debian 12 has 3.11.2, and some packages want a later one."""
    refusing = {
        f"{distribution} {wanted}"
        for distribution in pins(name)
        if (wanted := metadata.metadata(distribution)["Requires-Python"])
        and not SpecifierSet(wanted).contains("3.11.0")
    }
    assert refusing == set()


def test_npm_packages_are_exact_and_locked() -> None:
    manifest, lock = npm("package.json"), npm("package-lock.json")
    wanted = manifest["dependencies"] | manifest["devDependencies"]
    packages = {path: entry for path, entry in lock["packages"].items() if path}
    assert manifest["private"] is True
    assert {name for name, version in wanted.items() if not re.fullmatch(r"\d+\.\d+\.\d+", version)} == set()
    assert {name: packages[f"node_modules/{name}"]["version"] for name in wanted} == wanted
    assert [path for path, entry in packages.items() if not entry["integrity"].startswith("sha512-")] == []


def imported(folder: str) -> Iterator[tuple[str, str]]:
    """Every (file, top-level module) imported anywhere below a folder."""
    for path in sorted((ROOT / folder).rglob("*.py")):
        if path.parent.name == "fuzz":  # run by hand, as its README says
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                yield from ((path.name, alias.name.partition(".")[0]) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
                yield path.name, node.module.partition(".")[0]


@pytest.mark.parametrize(
    ("folder", "declared"), [("hooks", DECLARED), ("plots", DECLARED), ("tests", DECLARED + DECLARED_DEV)]
)
def test_imports_are_declared_dependencies(folder: str, declared: list[Requirement]) -> None:
    names = {canonicalize_name(requirement.name) for requirement in declared}
    providers = metadata.packages_distributions()
    own = {"kb", "plots", "tests", "conftest", "main"} | {
        path.stem for path in (ROOT / "tests").rglob("*.py")
    }
    undeclared = {
        (file, module)
        for file, module in imported(folder)
        if module not in sys.stdlib_module_names and module not in own
        if not names & {canonicalize_name(provider) for provider in providers.get(module, [])}
    }
    assert undeclared == set()


def test_every_package_of_the_code_is_installed() -> None:
    kb = (path.parent.relative_to(ROOT / "hooks") for path in ROOT.glob("hooks/**/__init__.py"))
    plots = (path.parent.relative_to(ROOT) for path in ROOT.glob("plots/**/__init__.py"))
    packages = {".".join(folder.parts) for folder in (*kb, *plots)}
    assert packages == set(PROJECT["tool"]["setuptools"]["packages"])
