"""What is called of MkDocs without being promised by it is still what it was when our code was written."""

from __future__ import annotations

import hashlib
import inspect
import textwrap
from collections.abc import Callable
from importlib.metadata import version
from typing import Any

import pytest
from mkdocs.commands import build
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.pages import Page

# Hashes of their source in the versions named. A test that fails here asks someone to read what changed,
# and whether kb.serving still does what it should; then the new hash may be written down.
KNOWN = {
    "1.6.1": {
        build._populate_page: "31a70ea4caef1e12",
        build._build_page: "adcdbd14b2361126",
        Page._set_edit_url: "62326bd12aa40ab3",
        Page.validate_anchor_links: "18df365a0023982b",
        LiveReloadServer.watch: "26b3121b155c984f",
        LiveReloadServer.unwatch: "86f3d12d203e720d",
        LiveReloadServer.serve: "cf973c108ae2c404",
        LiveReloadServer._build_loop: "8cb70f27fa0faa87",
        LiveReloadServer.serve_request: "e42f08e941875c2d",
        LiveReloadServer._serve_request: "f7e67bc5df92def1",
    }
}


def digest(function: Callable[..., Any]) -> str:
    return hashlib.sha256(textwrap.dedent(inspect.getsource(function)).encode()).hexdigest()[:16]


@pytest.mark.parametrize("function", KNOWN["1.6.1"], ids=lambda f: f.__qualname__)
def test_mkdocs_is_as_we_know_it(function: Callable[..., Any]) -> None:
    installed = version("mkdocs")
    assert installed in KNOWN, "a new MkDocs: compare what kb.serving calls with what it was"
    assert digest(function) == KNOWN[installed][function]
