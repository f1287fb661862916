"""What a build writes besides pages, and what it does with mistakes and changes."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from mkdocs.exceptions import Abort

from tests.site.small import SITE_URL, Built, build_site, write


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_a_page_of_each_language_loads_no_search_index(site: Built, lang: str) -> None:
    stub = json.loads(site.text(f"{lang}/search/search_index.json"))
    assert stub["config"]["lang"] == [lang]
    assert stub["docs"] == []
    settings = json.loads(str(site.page(f"{lang}/q/relu/").select_one("#__config").get_text()))  # type: ignore[union-attr]
    assert settings["base"] == f"../../../{lang}/" or settings["base"] == "../../"
    assert settings["search"] == "../../../assets/search/worker.js"


def test_the_search_knows_all_questions_and_what_their_pages_say(site: Built) -> None:
    index = site.text("assets/search/index.js")
    assert '"relu"' in index
    assert "ko/q/relu/" in index
    assert "en/q/relu/" in index
    texts = "".join(p.read_text(encoding="utf-8") for p in site.folder.glob("assets/search/text-*.js"))
    assert "편집부의 설명입니다" in texts
    assert "The editors explain" in texts
    assert "kim/relu.md" not in texts
    assert "unanswered/" not in index


def test_there_is_no_search_index_for_the_whole_site(site: Built) -> None:
    assert not (site.folder / "search").exists()


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_each_language_has_a_sitemap(site: Built, lang: str) -> None:
    root = ElementTree.fromstring(site.text(f"{lang}/sitemap.xml"))
    places = {loc.text or "" for loc in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    assert f"{SITE_URL}{lang}/q/relu/" in places
    assert all(place.startswith(f"{SITE_URL}{lang}/") for place in places)


def test_sources_are_not_published(site: Built) -> None:
    assert {p.name for p in site.folder.iterdir() if p.is_dir()} == {"assets", "downloads", "en", "ko"}
    assert not list(site.folder.rglob("*.yml"))
    assert not list(site.folder.rglob("*.md"))


def test_one_stylesheet_and_what_it_needs_are_served_from_the_site_itself(site: Built) -> None:
    sheets = [str(link["href"]) for link in site.page("ko/").select("link[rel=stylesheet]")]
    assert sheets == ["../assets/stylesheets/site.css"]
    for css in ("site.css", "formulas.css"):
        folder = site.folder / "assets" / "stylesheets"
        text = (folder / css).read_text(encoding="utf-8")
        names = [part.split(")")[0].strip("\"'") for part in text.split("url(")[1:]]
        assert all((folder / name).is_file() for name in names if not name.startswith("data:"))
    assert not list(site.folder.glob("assets/stylesheets/*.map"))


def test_the_knowledge_base_comes_as_one_file(site: Built) -> None:
    data = json.loads(site.text("knowledge-base.json"))
    assert data["schema"] == 1
    relu = next(q for q in data["questions"] if q["id"] == "relu")
    assert relu["url"] == {lang: f"{SITE_URL}{lang}/q/relu/" for lang in ("ko", "en")}
    assert all(answer["html"] for answer in relu["answers"])
    description = json.loads(site.text(data["$schema"]))
    assert description["properties"]["schema"]["const"] == data["schema"]
    assert set(description["required"]) <= set(data)


def test_diagnostics_name_file_and_line_without_failing_a_strict_build(site: Built) -> None:
    messages = [line for line in site.log.splitlines() if " KB301 " in line]
    assert len(messages) == 1
    assert "answers/lee/extra.md:" in messages[0]
    assert "zebra" in messages[0]


def test_mistakes_are_all_reported_before_the_build_fails(project: Path) -> None:
    write(project, {
        "answers/a/one.md": "---\nquestion: no-such-question\n---\n\n# One?\n\nText.\n",
        "answers/a/two.md": "---\nquestion: nor-this-one\n---\n\n# Two?\n\nText.\n",
    })  # fmt: skip
    with pytest.raises(Abort):
        build_site(project)
    log = (project / "log.txt").read_text(encoding="utf-8")
    assert log.count("KB302") == 2
    assert "one.md" in log
    assert "two.md" in log
    assert "2 error(s)" in log


def test_a_second_build_in_the_same_process_sees_what_changed(project: Path) -> None:
    first = build_site(project)
    assert "점수를 확률로" in first.text("ko/q/softmax/")
    write(project, {
        "answers/ko/softmax.md": "---\nquestion: softmax\n---\n\n# 소프트맥스?\n\n고친 답입니다.\n",
        "answers/en/momentum.md": "---\nquestion: momentum\n---\n\n# Explain momentum.\n\nA running mean.\n",
    })  # fmt: skip
    (project / "docs/answers/lee/extra.md").unlink()
    second = build_site(project)
    assert "고친 답입니다." in second.text("ko/q/softmax/")
    assert "점수를 확률로" not in second.text("ko/q/softmax/")
    assert "A running mean." in second.text("en/q/momentum/")
    assert "zebra" not in second.text("en/topics/optimization/")


def test_other_folders_of_answers_replace_our_own(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, text in (("yi", "이의 답입니다."), ("pak", "박의 답입니다.")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.md").write_text(
            f"---\nquestion: momentum\n---\n\n# 모멘텀?\n\n{text}\n", "utf-8"
        )
    monkeypatch.setenv("KB_ANSWERS", f"{tmp_path / 'yi'}:{tmp_path / 'pak'}")
    built = build_site(project)
    page = built.text("ko/q/momentum/")
    assert "이의 답입니다." in page
    assert "박의 답입니다." in page
    assert str(tmp_path) not in page
    assert "kb-unanswered" in built.text("ko/q/relu/")


def test_a_folder_that_does_not_exist_is_a_clear_error(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KB_ANSWERS", "no/such/folder")
    with pytest.raises(Abort):
        build_site(project)
    assert "no/such/folder" in (project / "log.txt").read_text(encoding="utf-8")


def test_without_addresses_the_site_works_and_has_no_edit_links(project: Path) -> None:
    built = build_site(project, site_url="", repo_url="")
    page = built.page("ko/q/relu/")
    assert not page.select("a[rel=edit], .kb-byline a")
    assert [a["href"] for a in page.select("head link[rel~=alternate]")] == ["./", "../../../en/q/relu/"]


def test_github_actions_fills_in_the_addresses(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_REPOSITORY", "Me/study-notes")
    built = build_site(project, site_url="", repo_url="")
    page = built.page("ko/q/relu/")
    canonical, edit = page.select_one("link[rel=canonical]"), page.select_one("a[rel=edit]")
    assert canonical is not None
    assert edit is not None
    assert canonical["href"] == "https://me.github.io/study-notes/ko/q/relu/"
    assert edit["href"] == "https://github.com/Me/study-notes/edit/main/docs/answers/ko/relu.md"


def test_home_pages_may_be_written_by_hand(project: Path) -> None:
    write(project, {"pages/ko/index.md": "# 내 노트 { #mine }\n\n<!-- kb:topics -->\n\n끝.\n"})
    built = build_site(project)
    page = built.page("ko/")
    assert page.select_one("h1#mine") is not None
    assert len(page.select(".kb-cards li")) == 2
    assert "끝." in built.text("ko/")
    assert "Start here" in built.text("en/")
