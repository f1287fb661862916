"""The page of downloads names what there is, and nothing else."""

from __future__ import annotations

import pytest
from kb.downloads.page import Download, downloads_page
from kb.model import LANGS, Lang

from tests.site.small import Built

DECKS = tuple(Download("deck", f"downloads/{w}.apkg", 2_345_678, w, 9) for w in ("ko", "en", "all"))


@pytest.mark.parametrize("lang", LANGS)
def test_sizes_and_counts_are_named(lang: Lang) -> None:
    text = downloads_page(
        (*DECKS, Download("data", "kb.json", 12_400)), lang, archive="", guide=False
    ).markdown
    assert text.count("2.3") == 3
    assert text.count("9") >= 3
    assert "12" in text
    own, other = (text.index(f"downloads/{which}.apkg") for which in (lang, "en" if lang == "ko" else "ko"))
    assert own < other < text.index("downloads/all.apkg")
    assert "data.md" not in text
    assert ".zip" not in text


@pytest.mark.parametrize("lang", LANGS)
def test_a_page_made_while_writing_says_that_there_are_no_decks(lang: Lang) -> None:
    text = downloads_page((Download("data", "kb.json", 0),), lang, archive="", guide=True).markdown
    assert ".apkg" not in text
    assert {"ko": "빌드하면", "en": "once the site is built"}[lang] in text
    assert "data.md" in text
    assert "kb-count" not in text


def test_the_zip_is_listed_where_one_is_made() -> None:
    text = downloads_page((), "en", archive="downloads/a&b.zip", guide=False).markdown
    assert '<a href="../../downloads/a&amp;b.zip" download>' in text


@pytest.mark.parametrize("lang", LANGS)
def test_the_menu_leads_to_sheet_and_downloads(site: Built, lang: Lang) -> None:
    targets = {str(a["href"]) for a in site.page(f"{lang}/unanswered/").select("nav a[href]")}
    assert {"../sheet/", "../downloads/"} <= targets
