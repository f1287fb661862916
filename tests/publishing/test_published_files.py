"""What hosts, search engines and browsers ask of a site besides its pages."""

from __future__ import annotations

import io
import json
import re
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kb.cache import Cache
from kb.model import Answer, KnowledgeBase, Lang, Question, Span, Text
from kb.publishing.changes import page_changes
from kb.publishing.icons import DOT, LINE, PAPER, icon_assets, mark
from kb.publishing.manifest import BACKGROUND, manifest_path
from kb.publishing.policy import headers, policy
from kb.publishing.sitemap import Place, language_sitemap, robots, sitemap
from PIL import Image

from tests.site.small import ROOT, SITE_URL, Built, build_site

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def entries(xml: str) -> dict[str, dict[str, str]]:
    """The pages of a sitemap, with their languages and, under `changed`, their date."""
    found = {}
    for url in ElementTree.fromstring(xml.encode()).iterfind("s:url", NAMES):
        links = {link.get("hreflang", ""): link.get("href", "") for link in url.iterfind("x:link", NAMES)}
        date = url.findtext("s:lastmod", "", NAMES)
        found[url.findtext("s:loc", "", NAMES)] = links | ({"changed": date} if date else {})
    return found


def opened(path: Path) -> Image.Image:
    return Image.open(io.BytesIO(path.read_bytes()))


def test_the_sitemap_has_every_page_once_and_its_languages(site: Built) -> None:
    listed = entries(site.text("sitemap.xml"))
    pages = {path.parent for path in site.folder.rglob("index.html")}
    redirects = {page for page in pages if 'http-equiv="refresh"' in (page / "index.html").read_text("utf-8")}
    built = {page.relative_to(site.folder).as_posix() for page in pages - redirects}
    assert set(listed) == {SITE_URL if page == "." else f"{SITE_URL}{page}/" for page in built}
    assert listed[f"{SITE_URL}ko/q/relu/"] == {
        "ko": f"{SITE_URL}ko/q/relu/",
        "en": f"{SITE_URL}en/q/relu/",
        "x-default": f"{SITE_URL}en/q/relu/",
    }
    assert listed[f"{SITE_URL}ko/"]["x-default"] == SITE_URL
    assert not (site.folder / "sitemap.xml.gz").exists()


def test_pages_and_sitemap_name_the_same_languages(site: Built) -> None:
    for address, links in entries(site.text("sitemap.xml")).items():
        head = site.page(address.removeprefix(SITE_URL)).select("head link[rel~=alternate][hreflang]")
        assert {link["hreflang"]: link["href"] for link in head} == links


def test_a_page_in_one_language_alone_has_no_other() -> None:
    assert entries(sitemap([Place("ko/note/")], SITE_URL)) == {
        f"{SITE_URL}ko/note/": {"ko": f"{SITE_URL}ko/note/"}
    }


@given(st.lists(st.tuples(st.text("a&<>'\"/é가", min_size=1), st.sampled_from(["", "2026-11-21"]))))
def test_any_address_is_written_so_that_it_is_read_back(found: list[tuple[str, str]]) -> None:
    places = [Place(f"ko/{url}", changed) for url, changed in dict(found).items()]
    listed = entries(sitemap(places, SITE_URL))
    assert {url: links.get("changed", "") for url, links in listed.items()} == {
        f"{SITE_URL}{place.url}": place.changed for place in places
    }
    assert list(entries(language_sitemap(places, SITE_URL, "ko"))) == list(listed)
    assert not entries(language_sitemap(places, SITE_URL, "en"))


def test_a_page_is_as_young_as_its_youngest_answer_and_a_topic_as_its_youngest_page() -> None:
    def answer(lang: Lang, source: str) -> Answer:
        return Answer("q", source, source, Span(source, 1, 2), lang, "kim", "answer", "", "", 2)

    kb = KnowledgeBase(
        (),
        (Question("q", Text("q", "q"), "t"), Question("r", Text("r", "r"), "t")),
        {"q": (answer("ko", "2026-01-02"), answer("ko", "2026-03-04"), answer("en", "2026-05-06"))},
    )
    assert page_changes(kb, str) == {
        "ko/q/q/index.md": "2026-03-04",
        "ko/topics/t/index.md": "2026-03-04",
        "en/q/q/index.md": "2026-05-06",
        "en/topics/t/index.md": "2026-05-06",
    }
    assert page_changes(kb, lambda _: "") == {}


def test_robots_may_read_everything_and_are_told_of_the_sitemap(site: Built) -> None:
    assert site.text("robots.txt") == f"User-agent: *\nDisallow:\n\nSitemap: {SITE_URL}sitemap.xml\n"
    assert robots("") == "User-agent: *\nDisallow:\n"


def test_a_site_that_does_not_know_its_address_has_no_sitemap(project: Path) -> None:
    built = build_site(project, site_url="")
    assert not (built.folder / "sitemap.xml").exists()
    assert "Sitemap" not in built.text("robots.txt")
    assert not entries(built.text("ko/sitemap.xml"))


def test_the_not_found_page_works_at_any_depth_below_a_sub_path(site: Built) -> None:
    page = site.page("404.html")
    addresses = [tag.get("href") or tag.get("src") for tag in page.select("[href], [src]")]
    inside = [str(a) for a in addresses if not re.match(r"https?:|#", str(a))]
    assert inside
    assert all(address.startswith("/notes/") for address in inside)
    assert not page.select("link[rel~=alternate], link[rel=canonical]")
    assert [section["lang"] for section in page.select(".kb-lost section")] == ["ko", "en"]


def test_all_icons_are_there_in_the_size_they_claim(site: Built) -> None:
    assert opened(site.folder / "favicon.ico").info["sizes"] == {(16, 16), (32, 32), (48, 48)}
    for lang in ("ko", "en"):
        path = manifest_path(lang)
        for told in json.loads(site.text(path))["icons"]:
            picture = opened((site.folder / path).parent / told["src"])
            assert told["sizes"] == f"{picture.width}x{picture.height}"
            if told["purpose"] == "maskable":
                alpha = picture.getchannel("A").getextrema()
                assert alpha == (255, 255), "a launcher would show what is behind it"
    assert opened(site.folder / "assets/icons/apple-touch-icon.png").size == (180, 180)


def test_icons_show_the_mark_of_the_picture_they_stand_in_for() -> None:
    svg = (ROOT / "docs/assets/images/favicon.svg").read_text("utf-8")
    assert {PAPER, DOT} <= set(re.findall(r"#\w+", svg))
    image = mark(320)

    def colour(x: float, y: float) -> str:
        red, green, blue, _ = image.getpixel((round(x * 10), round(y * 10)))  # type: ignore[misc]
        return f"#{red:02x}{green:02x}{blue:02x}"

    assert (colour(15, 22), colour(8, 22), colour(20, 15.5)) == (DOT, LINE, LINE)
    assert (colour(8, 10), image.getpixel((0, 0))) == (PAPER, (0, 0, 0, 0))


def test_icons_are_the_same_bytes_every_time(tmp_path: Path) -> None:
    one, two = ([asset.source for asset in icon_assets(Cache(tmp_path / name))] for name in ("a", "b"))
    assert [p.read_bytes() for p in one if p] == [p.read_bytes() for p in two if p]


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_a_manifest_per_language_linked_from_its_pages(site: Built, lang: str) -> None:
    told = json.loads(site.text(f"{lang}/manifest.webmanifest"))
    assert told["lang"] == lang
    assert site.page(f"{lang}/").title.get_text().endswith(told["name"])  # type: ignore[union-attr]
    for path in ("", "q/relu/"):
        page = site.page(f"{lang}/{path}")
        link = str(page.select_one("link[rel=manifest]")["href"])  # type: ignore[index]
        target = (site.folder / lang / path / link).resolve()
        assert target == (site.folder / manifest_path("ko" if lang == "ko" else "en")).resolve()
    colours = re.findall(
        r"#\w{6}", "".join(str(m) for m in site.page("ko/").select("meta[name=theme-color]"))
    )
    assert BACKGROUND in colours


def test_no_page_has_a_script_or_handler_in_it(site: Built) -> None:
    for path in site.folder.rglob("*.html"):
        page = site.page(path.relative_to(site.folder).as_posix())
        for script in page.select("script"):
            assert script.get("src") or script.get("type") in ("application/json", "application/ld+json")
        assert not [tag for tag in page.find_all(True) if any(name.startswith("on") for name in tag.attrs)]
        assert not page.select('[href^="javascript:"]')


def test_every_page_says_what_it_may_load_before_it_loads_a_script(site: Built) -> None:
    for path in ("", "404.html", "ko/", "en/q/relu/"):
        text = site.text(path)
        assert policy().replace("'", "&#39;") in text or policy() in text
        assert text.index("Content-Security-Policy") < text.index("<script")
    assert f"Content-Security-Policy: {policy()}; frame-ancestors 'self'" in site.text("_headers")


def test_scripts_and_styles_of_other_hosts_that_the_settings_name_are_let_in() -> None:
    parts = policy(["a.js", "https://x.example/a.js", "//y.example/b.js"], ["https://z.example/c.css"])
    directives = dict(part.split(" ", 1) for part in parts.split("; "))
    assert directives["script-src"] == "'self' https://x.example https://y.example"
    assert directives["style-src"] == "'self' 'unsafe-inline' https://z.example"
    assert directives["default-src"] == "'none'"


def test_headers_are_one_rule_for_all_paths() -> None:
    lines = headers(policy()).splitlines()
    assert lines[0] == "/*"
    assert all(a.startswith("  ") and ": " in a for a, _ in pairwise([*lines[1:], ""]))
