from __future__ import annotations

from pathlib import Path

import pytest
from kb.library import Library
from kb.search.stems import RuleStems

from tests.search.engine import our_library, write_index


@pytest.fixture(scope="session")
def library() -> Library:
    """Our own knowledge base."""
    return our_library()


@pytest.fixture(scope="session")
def index(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of its search, with Korean analysed by rules."""
    return write_index(library, RuleStems(), tmp_path_factory.mktemp("search"))
