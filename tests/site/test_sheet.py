"""The question sheet as it is built: every question once, whatever is known of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from kb.model import LANGS

from tests.site.small import SITE_URL, Built, build_site, write


@pytest.mark.parametrize("lang", LANGS)
def test_every_question_is_on_the_sheet_once(site: Built, lang: str) -> None:
    page = site.page(f"{lang}/sheet/")
    items = page.select(".kb-sheet section li")
    names = [str(link["href"]) for item in items for link in item.select(".kb-sheet__facts a")]
    assert len(names) == len(set(names)) == len(items) == 5
    assert "../q/momentum/" in names, "nobody has answered it"
    assert all((site.folder / lang / "sheet" / name / "index.html").is_file() for name in names)
    assert [str(section["id"]) for section in page.select(".kb-sheet section")] == [
        "only-activations",
        "only-optimization",
    ]
    assert len(page.select(".kb-sheet__follow-up")) == 1
    assert f"{SITE_URL}{lang}/q/" in page.select(".kb-sheet__addresses")[0].get_text()
    ids = [tag["id"] for tag in page.select("[id]")]
    assert len(ids) == len(set(ids))
    assert page.select('link[href="../../assets/stylesheets/sheet.css"]')


def test_titles_are_shown_as_they_are_written(site: Built) -> None:
    labels = [label.get_text().strip() for label in site.page("en/sheet/").select(".kb-sheet section label")]
    assert "What is a <dead> ReLU & *why*?" in labels


def test_a_summary_in_the_other_language_says_so(site: Built) -> None:
    summaries = {lang: site.page(f"{lang}/sheet/").select(".kb-sheet__summary") for lang in LANGS}
    assert [summary.get("lang") for summary in summaries["ko"]] == [None]
    assert [summary.get("lang") for summary in summaries["en"]] == ["ko"]


def test_summaries_of_a_sheet_lead_where_they_lead_on_the_question(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = "---\nquestion: softmax\nrole: summary\nlang: ko\n---\n\n# 소프트맥스?\n\n"
    text = f"{head}[ReLU](relu.md) 다음.[^1]\n\n[^1]: 주.\n"
    write(project, {"answers/cheatsheet/softmax.md": text})
    page = build_site(project).page("ko/sheet/")
    links = [str(a["href"]) for a in page.select(".kb-sheet__summary a")]
    assert "../q/relu/" in links
    assert all(link.startswith("../q/") for link in links)
    monkeypatch.setattr("kb.downloads.sheet._MOST_SUMMARIES", 4)
    page = build_site(project).page("ko/sheet/")
    assert not page.select(".kb-sheet__summary")
    assert len(page.select(".kb-sheet__views input")) == 2
