"""The small site, built once for all tests that only look at it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site.small import Built, build_site, make_project

SETTINGS = ("KB_ANSWERS", "GITHUB_REPOSITORY", "SITE_URL", "REPO_URL", "EDIT_URI")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """The small site."""
    with pytest.MonkeyPatch.context() as patch:
        for name in SETTINGS:
            patch.delenv(name, raising=False)
        yield build_site(make_project(tmp_path_factory.mktemp("site") / "project"))


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of one's own, to change before building."""
    for name in SETTINGS:
        monkeypatch.delenv(name, raising=False)
    return make_project(tmp_path / "project")
