"""The preview of a built site behaves as a static host does."""

from __future__ import annotations

import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from kb.publishing.preview import server, site_headers

from tests.site.small import Built


@pytest.fixture
def quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kb.publishing.preview.Handler.log_message", lambda *_: None)


@pytest.fixture
def address(site: Built, quiet: None) -> Iterator[str]:  # noqa: ARG001
    made, address = server(site.folder, 0)
    with made:
        threading.Thread(target=made.serve_forever, daemon=True).start()
        yield address
        made.shutdown()


def test_the_site_lies_below_its_sub_path(address: str) -> None:
    assert address.endswith("/notes/")
    with urllib.request.urlopen(f"{address}en/q/relu/") as answer:
        assert "What is ReLU?" in answer.read().decode()
        assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
    with urllib.request.urlopen(address.removesuffix("notes/")) as answer:
        assert answer.url == address
    with urllib.request.urlopen(f"{address}en/manifest.webmanifest") as answer:
        assert answer.headers["Content-Type"] == "application/manifest+json"


def test_what_is_not_there_is_said_by_the_sites_own_page(address: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(f"{address}en/q/nowhere/")
    with caught.value as answer:
        assert answer.code == 404
        assert "There is no such page" in answer.read().decode()


def test_a_site_without_headers_is_shown_all_the_same(tmp_path: Path) -> None:
    assert site_headers(tmp_path) == ()
