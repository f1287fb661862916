"""The workflows are what they say: make's own targets, least rights, pinned actions, no secrets."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from kb.steps import complete
from mkdocs.config import load_config

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
TARGETS = set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.M))


def read(path: Path) -> dict[str, Any]:
    # YAML 1.1 takes `on` for a truth value.
    data = yaml.safe_load(path.read_text("utf-8"))
    return {"on" if key is True else key: value for key, value in data.items()}


def steps(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


@pytest.fixture(params=WORKFLOWS, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    found: Path = request.param
    return found


def test_there_is_one_to_publish_and_one_to_test() -> None:
    assert [path.stem for path in WORKFLOWS] == ["publish", "test"]


def test_steps_run_targets_of_make_and_our_own_command(path: Path) -> None:
    for command in (step["run"] for step in steps(read(path)) if "run" in step):
        program, name, *_ = command.split()
        assert (program == "make" and name in TARGETS) or (program, name) == (".venv/bin/kb", "check")


def test_actions_are_pinned_to_a_commit_and_say_which_version_it_is(path: Path) -> None:
    text = path.read_text("utf-8")
    used = re.findall(r"uses: (.*)", text)
    assert used
    assert all(re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one) for one in used)


def test_no_action_is_used_in_two_versions() -> None:
    used = {one for path in WORKFLOWS for one in re.findall(r"uses: (.*)", path.read_text("utf-8"))}
    assert len(used) == len({one.partition("@")[0] for one in used})


def test_rights_are_least_and_secrets_none(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] == {"contents": "read"}
    more = {name: job["permissions"] for name, job in workflow["jobs"].items() if "permissions" in job}
    assert more == ({"deploy": {"pages": "write", "id-token": "write"}} if path.stem == "publish" else {})
    text = path.read_text("utf-8")
    assert "secrets." not in text
    assert "pull_request_target" not in text
    assert "github.event" not in text, "what others write must not become a command"
    assert "check-links" not in text, "other people's servers are not asked at every push"
    for step in steps(workflow):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


def test_a_push_publishes_the_site_with_its_whole_history() -> None:
    workflow = read(WORKFLOWS[0])
    assert workflow["on"]["push"]["branches"] == ["main"]
    build, deploy = workflow["jobs"]["build"], workflow["jobs"]["deploy"]
    assert build["steps"][0]["with"]["fetch-depth"] == 0
    assert "make zip" in [step.get("run") for step in build["steps"]]
    assert build["steps"][-1]["with"]["path"] == "site"
    cached = next(step for step in build["steps"] if "actions/cache@" in step.get("uses", ""))
    assert {".cache/kb", "~/.npm"} == set(cached["with"]["path"].split())
    assert deploy["needs"] == "build"


@pytest.mark.parametrize(
    ("repository", "address"),
    [
        ("Kim/notes", "https://kim.github.io/notes/"),
        ("Kim/kim.github.io", "https://kim.github.io/"),
        ("kim/Kim.GitHub.io", "https://kim.github.io/"),
    ],
)
def test_a_fork_knows_its_address(repository: str, address: str) -> None:
    config = load_config(str(ROOT / "mkdocs.yml"), site_url="", repo_url="")
    complete(config, {"GITHUB_REPOSITORY": repository})
    assert config.site_url == address
    assert config.repo_url == f"https://github.com/{repository}"


def test_a_pull_request_gets_annotations_a_preview_and_all_tests() -> None:
    workflow = read(WORKFLOWS[1])
    assert list(workflow["on"]) == ["pull_request"]
    commands = [step.get("run", "") for step in steps(workflow)]
    assert any("--format github" in command for command in commands)
    assert "make test" in commands
    assert any("actions/upload-artifact@" in step.get("uses", "") for step in steps(workflow))
