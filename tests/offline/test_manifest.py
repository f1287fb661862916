"""The manifest of what a browser may keep."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from kb.offline import manifest
from kb.offline.files import write_farewell, write_offline
from kb.offline.manifest import Kept, digest, group_of, to_json

SCRIPTS = Path(__file__).parents[2] / "docs/assets/javascripts/offline"


@pytest.mark.parametrize(
    ("path", "group"),
    [
        ("index.html", "shell"),
        ("ko/index.html", "shell"),
        ("en/offline/index.html", "shell"),
        ("ko/search/search_index.json", "shell"),
        ("assets/stylesheets/kb.css", "shell"),
        ("assets/javascripts/figures.mjs", "shell"),
        ("ko/q/relu/index.html", "ko"),
        ("en/topics/x/index.html", "en"),
        ("en/sitemap.xml", "en"),
        ("ko/study/cards.json", "ko"),
        ("assets/search/text-3.js", "search"),
        ("assets/vendor/katex/fonts/KaTeX_Main-Regular.woff2", "math"),
        ("assets/vendor/pretendard/woff2-dynamic-subset/a.woff2", "fonts"),
        ("assets/figures/relu.k-1.ko.light.wide.0a1b.svg", "figures-ko-wide"),
        ("assets/figures/relu.en.dark.narrow.moving.0a1b.svg", "figures-en-narrow"),
        ("assets/images/graph.svg", "images"),
        ("favicon.ico", "images"),
        ("404.html", ""),
        ("ko/q/relu.md", ""),
        ("knowledge-base.json", ""),
        ("offline.json", ""),
        ("service-worker.js", ""),
        ("sitemap.xml.gz", ""),
        ("assets/cards/relu.ko.png", ""),
        ("assets/javascripts/lunr/min/lunr.ko.min.js", ""),
        ("assets/javascripts/bundle.js.map", ""),
        ("downloads/all.apkg", ""),
    ],
)
def test_what_a_file_is_needed_for(path: str, group: str) -> None:
    assert group_of(path) == group


def test_a_digest_is_that_of_the_bytes() -> None:
    assert digest(b"") == "47DEQpj8HBSa-_TI"  # what crypto.subtle says of nothing
    assert len(digest(hashlib.sha256(b"x").digest())) == 16


def test_too_much_is_not_fetched_unasked(monkeypatch: pytest.MonkeyPatch) -> None:
    files = [Kept("ko/a/index.html", "ko", "a", 60), Kept("ko/b/index.html", "ko", "b", 60)]
    files += [Kept("en/a/index.html", "en", "c", 60), Kept("assets/search/engine.js", "search", "d", 100)]
    monkeypatch.setattr(manifest, "UNASKED", 100)
    assert json.loads(to_json(files))["unasked"] == ["search", "en"]


def test_the_version_changes_with_the_files_and_with_nothing_else(tmp_path: Path) -> None:
    for name in ("index.html", "ko/q/relu/index.html", "_headers"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    first = write_offline(tmp_path, SCRIPTS)
    assert write_offline(tmp_path, SCRIPTS) == first, "its own files do not count"
    (tmp_path / "_headers").write_text("not kept", encoding="utf-8")
    assert write_offline(tmp_path, SCRIPTS) == first
    (tmp_path / "ko/q/relu/index.html").write_text("new", encoding="utf-8")
    assert write_offline(tmp_path, SCRIPTS) != first


def test_the_script_names_its_version(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("한국어", encoding="utf-8")
    version = write_offline(tmp_path, SCRIPTS)
    script = (tmp_path / "service-worker.js").read_text(encoding="utf-8")
    assert f'"{version}"' in script
    assert "import " not in script
    assert digest((tmp_path / "offline.json").read_bytes()) == version


def test_while_someone_writes_the_script_removes_itself(tmp_path: Path) -> None:
    write_farewell(tmp_path, SCRIPTS)
    script = (tmp_path / "service-worker.js").read_text(encoding="utf-8")
    assert "unregister()" in script
    assert '"fetch"' not in script
