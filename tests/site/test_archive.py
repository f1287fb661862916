"""The zip of a site: every link in it leads to a file in it, or to the published site."""

from __future__ import annotations

import posixpath
import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup
from kb.offline.archive import archive_path, contents, write_archive
from kb.offline.disk import SCRIPT, Disk, with_fonts

from tests.site.small import SITE_URL, Built

SCRIPTS = Path(__file__).parents[2] / "docs/assets/javascripts/offline"


@pytest.fixture(scope="module")
def files(site: Built) -> Mapping[str, bytes]:
    return dict(contents(site.folder, SCRIPTS, SITE_URL))


def test_every_link_leads_to_a_file_or_to_the_published_site(files: Mapping[str, bytes]) -> None:
    pages = [path for path in files if path.endswith(".html")]
    assert {"index.html", "ko/index.html", "en/q/relu/index.html"} <= set(pages)
    for path in pages:
        page = BeautifulSoup(files[path], "html.parser")
        links = [str(a["href"]) for a in page.select("a[href]")]
        loaded = [
            str(element.get("src") or element.get("href"))
            for element in page.select("script[src], img[src], link[rel=stylesheet], link[rel=icon]")
        ]
        for address in (*links, *loaded):
            parts = urlsplit(address)
            if parts.scheme or not parts.path:
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
            assert target in files, f"{path}: {address}"
        published = {urlsplit(a).path.removeprefix("/notes/") for a in links if a.startswith(SITE_URL)}
        assert not published & files.keys(), path
        assert not {f"{a}index.html" for a in published} & files.keys(), path


def test_modules_are_in_a_script_and_nothing_needs_a_host(files: Mapping[str, bytes]) -> None:
    text = files["ko/q/relu/index.html"].decode()
    page = BeautifulSoup(text, "html.parser")
    first = page.select("script[src]")[0]
    assert str(first["src"]) == f"../../../{SCRIPT}"
    assert first["data-root"] == "../../../"
    assert b'kbImport("assets/javascripts/kb.js", "./figures.mjs")' in files["assets/javascripts/kb.js"]
    assert not page.select("script[type=module], link[rel=manifest], meta[http-equiv]")
    script = files[SCRIPT].decode()
    for module in ("figures.mjs", "explorers/momentum.mjs"):
        assert f'"assets/javascripts/{module}":' in script
    names = set(files)
    assert "ko/search/search_index.js" in names
    assert not names & {"service-worker.js", "offline.json", "404.html", "knowledge-base.json", "sitemap.xml"}
    assert b"url(.." not in files["assets/stylesheets/formulas.css"]


def test_the_same_site_gives_the_same_bytes(site: Built, tmp_path: Path) -> None:
    copy = tmp_path / "site"
    shutil.copytree(site.folder, copy)
    sizes = [write_archive(copy, archive_path("나의 Notes!"), SCRIPTS, SITE_URL)]
    target = copy / archive_path("나의 Notes!")
    assert target.name == "나의-notes.zip"
    first = target.read_bytes()
    (copy / "ko/index.html").touch()
    sizes.append(write_archive(copy, archive_path("나의 Notes!"), SCRIPTS, SITE_URL))
    assert sizes == [len(first)] * 2
    assert target.read_bytes() == first
    with zipfile.ZipFile(target) as archive:
        assert archive.testzip() is None
        assert all(name.startswith("나의-notes/") for name in archive.namelist())


DISK = Disk(frozenset({"index.html", "ko/index.html", "ko/q/relu/index.html", "assets/a.css"}), SITE_URL)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("../../q/relu/", "index.html"),
        ("./", "index.html"),
        (".", "index.html"),
        ("../../", "../../index.html"),
        ("../..", "../../index.html"),
        ("../../../", "../../../index.html"),
        ("../../#topics", "../../index.html#topics"),
        ("./?reveal=0", "index.html?reveal=0"),
        ("#why", "#why"),
        ("?reveal=0", "?reveal=0"),
        ("../../../assets/a.css", "../../../assets/a.css"),
        ("https://paper.example/relu/", "https://paper.example/relu/"),
        ("mailto:me@site.example", "mailto:me@site.example"),
        (f"{SITE_URL}ko/", "../../index.html"),
        (SITE_URL, "../../../index.html"),
        ("../../../knowledge-base.json", f"{SITE_URL}knowledge-base.json"),
        ("../../offline/#keep", f"{SITE_URL}ko/offline/#keep"),
    ],
)
def test_where_a_link_leads(address: str, expected: str) -> None:
    page = DISK.page("ko/q/relu/index.html", f'<head></head><a title="a > b" href="{address}">x</a>')
    assert f'<a title="a > b" href="{expected}">x</a>' in page


def test_a_site_published_nowhere_has_no_links_to_what_is_not_in_it() -> None:
    page = Disk(DISK.files).page(
        "ko/index.html", '<head></head><a class="x" href="../knowledge-base.json">x</a>'
    )
    assert '<a class="x">x</a>' in page


def test_a_former_address_leads_on() -> None:
    old = '<head><meta http-equiv="refresh" content="0; url=../relu/"></head>'
    assert 'url=../relu/index.html"' in DISK.page("ko/q/old/index.html", old)


def test_fonts_stand_in_the_style_sheet(tmp_path: Path) -> None:
    (tmp_path / "css").mkdir()
    (tmp_path / "A.woff2").write_bytes(b"font")
    css = with_fonts("a{src:url(../A.woff2) format('woff2')}", tmp_path / "css")
    assert css == "a{src:url(data:font/woff2;base64,Zm9udA==) format('woff2')}"
