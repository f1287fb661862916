"""What a build does for reading without a network."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from kb.model import LANGS
from kb.offline.manifest import digest, group_of
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.site.small import Built, build_site


def test_the_manifest_lists_every_page_and_all_it_loads(site: Built) -> None:
    built = json.loads(site.text("offline.json"))
    listed = {path: value for group in built["files"].values() for path, value, _ in group}
    assert all(digest((site.folder / path).read_bytes()) == value for path, value in listed.items())
    for page in site.folder.glob("??/**/index.html"):
        assert page.relative_to(site.folder).as_posix() in listed
        address = page.relative_to(site.folder).parent.as_posix() + "/"
        for element in site.page(address).select("script[src], link[rel=stylesheet], img[src]"):
            target = str(element.get("src") or element.get("href"))
            file = (page.parent / target).resolve().relative_to(site.folder.resolve()).as_posix()
            assert file in listed, f"{address} loads {file}"
    assert built["search"] == json.loads(site.text("ko/search/search_index.json"))["config"]["version"]


def test_pages_register_the_worker(site: Built) -> None:
    assert "offline/register.js" in str(site.page("ko/").select("script[data-scripts]")[0]["data-scripts"])
    assert (site.folder / "service-worker.js").is_file()
    assert group_of("service-worker.js") == ""


def test_while_serving_nothing_is_kept(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(project / "site"))
    loaded: Any = config.hooks
    (hooks,) = loaded.values()  # the same in all builds of this process: afterwards as they were
    for part, names in ((hooks._hook, ["serving"]), (hooks._publishing, ["_in_place", "_checks"])):
        for name in names:
            monkeypatch.setattr(part, name, getattr(part, name))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    page = (project / "site/ko/index.html").read_text(encoding="utf-8")
    assert "register.js" not in page
    assert "kb.js" in page
    assert "unregister()" in (project / "site/service-worker.js").read_text(encoding="utf-8")
    assert not (project / "site/offline.json").exists()


def test_a_zip_is_made_and_offered_when_asked_for(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KB_ZIP", "1")
    built = build_site(project)
    for lang in LANGS:
        link = built.page(f"{lang}/offline/").select_one("a[download]")
        assert link
        target = (built.folder / lang / "offline" / str(link["href"])).resolve()
        assert target.is_relative_to(built.folder.resolve() / "downloads")
        with zipfile.ZipFile(target) as archive:
            assert "ml-interview-notes/index.html" in archive.namelist()


def test_without_a_zip_none_is_offered(site: Built) -> None:
    for lang in LANGS:
        page = site.page(f"{lang}/offline/")
        assert not page.select("a[download]")
        assert page.select_one("[data-kb-wanted][hidden]")
    assert not list(site.folder.rglob("*.zip"))
