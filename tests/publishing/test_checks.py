"""The checks find what is wrong with a built site, and nothing in one that is well."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from kb.bank import load_bank
from kb.publishing.checks import command
from kb.publishing.checks.links import link_findings, outside
from kb.publishing.checks.markup import markup_findings
from kb.publishing.checks.outside import outside_findings
from kb.publishing.checks.published import addresses, lost_questions, published, published_findings, record
from kb.publishing.checks.reading import BuiltSite, Finding, built_site
from kb.publishing.checks.validity import EXCEPTIONS, validity_findings
from kb.publishing.checks.weight import weight_findings

from tests.site.small import ROOT, Built

PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Page</title>
<link rel="canonical" href="https://a.example/notes/">
<link rel="stylesheet" href="style.css">
</head>
<body>
<h1 id="top-of-page">Page</h1>
BODY
</body>
</html>
"""


@pytest.fixture
def made(tmp_path: Path) -> Callable[..., BuiltSite]:
    """A site of one page with something in its body, and other files."""

    def make(body: str = "", **files: str) -> BuiltSite:
        texts = {
            "index.html": PAGE.replace("BODY", body),
            "style.css": "body { margin: 0 }",
            "sub/index.html": PAGE.replace('"style.css"', '"../style.css"').replace("BODY", ""),
        }
        for name, text in (texts | {name.replace("__", "/"): text for name, text in files.items()}).items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return built_site(tmp_path)

    return make


def messages(findings: Iterable[Finding]) -> list[str]:
    return [finding.message for finding in findings]


def test_a_site_of_ours_is_well(site: Built) -> None:
    found = built_site(site.folder)
    assert [
        str(f) for check in (link_findings, markup_findings, validity_findings) for f in check(found)
    ] == []
    assert [str(f) for f in weight_findings(found)] == []
    assert "en/q/relu/" in addresses(found)
    assert "sitemap.xml" in addresses(found)
    assert not [address for address in addresses(found) if address.startswith(("assets/", "_"))]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ('<a href="gone/">x</a>', "gone/ leads nowhere"),
        ('<a href="sub">x</a>', "sub leads to a folder without its slash"),
        ('<a href="/sub/">x</a>', "/sub/ leads out of the site, which begins at /notes/"),
        ('<a href="sub/#nowhere">x</a>', "sub/#nowhere leads to a place that is not on its page"),
        ('<a href="#nowhere">x</a>', "#nowhere leads to a place that is not on its page"),
        ('<img src="gone.png" alt="">', "gone.png leads nowhere"),
        ('<img src="style.css" srcset="style.css 1x, gone.webp 2x" alt="">', "gone.webp leads nowhere"),
        ('<p style="background: url(gone.png)">x</p>', "gone.png leads nowhere"),
        ('<meta http-equiv="refresh" content="0; url=../gone/">', "../gone/ leads out"),
        ('<svg><use href="gone.svg#a"/></svg>', "gone.svg#a leads nowhere"),
        ('<a href="https://a.example/notes/gone">x</a>', "https://a.example/notes/gone leads nowhere"),
    ],
)
def test_a_link_that_leads_nowhere(made: Callable[..., BuiltSite], body: str, message: str) -> None:
    (finding,) = link_findings(made(body))
    assert finding.message.startswith(message)
    assert finding.path == "index.html"
    assert finding.line == 11


@pytest.mark.parametrize(
    "body",
    [
        '<a href="./sub/?q=1#top-of-page">x</a>', '<a href="#">x</a>', '<a href="#top">x</a>',
        '<a href="#top-of-page:~:text=Page">x</a>', '<a href="https://other.example/gone">x</a>',
        '<a href="mailto:a@a.example">x</a>', '<img src="data:image/gif;base64,AA" alt="">',
        '<a href="%EA%B0%80.html#%EB%82%98">x</a>', '<a href="https://a.example/notes/sub/">x</a>',
        '<a name="old"></a><a href="#old">x</a>',
    ],
)  # fmt: skip
def test_a_link_that_leads_somewhere(made: Callable[..., BuiltSite], body: str) -> None:
    site = made(body, **{"가.html": '<p id="나">x</p>'})
    assert [str(finding) for finding in link_findings(site)] == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("feed.xml", "<rss><link>https://a.example/notes/gone/</link></rss>"),
        ("sitemap.xml", '<urlset><url href="https://a.example/notes/gone/"/></urlset>'),
        ("more.css", 'p { background: url("gone.png") }'),
        ("picture.svg", '<svg><image xlink:href="gone.png"/></svg>'),
        ("app.webmanifest", '{"start_url": "./", "icons": [{"src": "gone.png"}]}'),
    ],
)
def test_links_in_other_files(made: Callable[..., BuiltSite], name: str, text: str) -> None:
    assert [finding.path for finding in link_findings(made(**{name: text}))] == [name]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ('<img src="style.css">', "a picture has no alternative text, not even an empty one"),
        ('<p id="a"></p><p id="a"></p>', "the id a occurs 2 times"),
        ('<p aria-labelledby="a b"></p><p id="a"></p>', "there is no b to name or control"),
    ],
)
def test_markup_that_readers_would_miss(made: Callable[..., BuiltSite], body: str, message: str) -> None:
    assert messages(markup_findings(made(body))) == [message]


def test_html_that_is_not_valid(made: Callable[..., BuiltSite]) -> None:
    found = [str(finding) for finding in validity_findings(made("<p><div>x</div></p>"))]
    assert found
    assert all(finding.startswith("index.html:11: ") for finding in found)
    assert all(reason for _, _, reason in EXCEPTIONS)


def test_pages_that_are_too_heavy(made: Callable[..., BuiltSite]) -> None:
    noise = "".join(f"<p>{number * 7919 % 1_000_003:x}</p>" for number in range(40_000))
    alone, together = messages(weight_findings(made(noise)))
    assert "bytes compressed" in alone
    assert "with styles and scripts" in together


def test_published_addresses_may_not_vanish(made: Callable[..., BuiltSite], tmp_path: Path) -> None:
    site, file = made(feed="<rss/>"), tmp_path / "published.txt"
    assert published(file) == ()
    record(file, ["sub/", "old/", "가/"])
    assert published(file) == ("sub/", "old/", "가/")
    assert [finding.path for finding in published_findings(site, published(file))] == ["old/", "가/"]


def test_the_command_reports_and_records_only_what_is_well(
    made: Callable[..., BuiltSite], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, file = str(made().folder), tmp_path / "published.txt"
    assert command.main([folder, "--published", str(file), "--record"]) == 0
    assert "sub/" in published(file)
    made('<a href="gone/">x</a>')
    before = file.read_text("utf-8")
    assert command.main([folder, "--published", str(file), "--record"]) == 1
    assert file.read_text("utf-8") == before
    output = capsys.readouterr()
    assert "links inside the site: 1 wrong" in output.out
    assert output.err == "index.html:11: gone/ leads nowhere\n"


def test_every_published_question_is_still_led_to() -> None:
    """The list of the last release against the bank, without a build."""
    bank, _ = load_bank(ROOT / "docs" / "questions")
    before = published(ROOT / command.PUBLISHED)
    assert lost_questions(bank.questions, before) == []
    assert lost_questions(bank.questions, ["ko/q/never-there/", "ko/about/"]) == ["ko/q/never-there"]
    assert lost_questions((), before)


def test_other_hosts_are_asked_once_each_address_and_not_in_a_hurry(made: Callable[..., BuiltSite]) -> None:
    links = ("https://b.example/x#1", "https://b.example/x#2", "//c.example/", "https://a.example/elsewhere")
    edit = '<a rel="edit" href="https://forge.example/me/notes/edit/main/a.md">edit</a>'
    more = '<a href="https://forge.example/me/notes/edit/main/b.md">source</a>'
    found = outside(made("".join((edit, more, *(f'<a href="{link}">x</a>' for link in links)))))
    assert found == {"https://b.example/x": "index.html", "https://c.example/": "index.html"}
    asked: list[str] = []

    def ask(address: str) -> str:
        asked.append(address)
        return "gone" if "b.example" in address else ""

    assert messages(outside_findings(found, ask, pause=0)) == ["https://b.example/x: gone"]
    assert asked == sorted(found)
