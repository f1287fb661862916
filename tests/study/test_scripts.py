"""The study page's scripts in Node.js: each file of tests beside this one."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from kb.rendering.katex import node

HERE = Path(__file__).parent


@pytest.mark.parametrize("name", sorted(path.name for path in HERE.glob("*.test.mjs")))
def test_script(name: str) -> None:
    command = [node(), "--disable-warning=MODULE_TYPELESS_PACKAGE_JSON", "--test", str(HERE / name)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
