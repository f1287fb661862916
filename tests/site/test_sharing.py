"""What a shared link says of its page, and that it leads there for ever."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kb.cache import Cache
from kb.site.cards import HEIGHT, WIDTH, Card, card_assets, draw, title_block
from kb.site.lettering import wrap
from PIL import Image

from plots.fonts import font_files
from tests.content.answers import questions
from tests.site.small import BANK, SITE_URL, Built, build_site, write

FONTS = font_files()
BOLD = str(FONTS[1])


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_a_question_describes_itself(site: Built, lang: str) -> None:
    page = site.page(f"{lang}/q/relu/")
    metas = page.select("head meta[content]")
    said = {str(meta.get("property") or meta.get("name")): str(meta["content"]) for meta in metas}
    title = {"ko": "ReLU란 무엇인가요?", "en": "What is ReLU?"}[lang]
    assert said["og:title"] == said["og:image:alt"] == title
    assert said["og:description"] == said["description"] != ""
    assert said["og:url"] == f"{SITE_URL}{lang}/q/relu/"
    assert said["og:locale"] == {"ko": "ko_KR", "en": "en_US"}[lang]
    assert said["twitter:card"] == "summary_large_image"
    card = said["og:image"].removeprefix(SITE_URL)
    with Image.open(site.folder / card) as picture:
        assert picture.size == (WIDTH, HEIGHT)


def test_search_engines_are_told_of_all_answers(site: Built) -> None:
    script = site.page("ko/q/relu/").select_one('script[type="application/ld+json"]')
    assert script is not None
    data = json.loads(script.get_text())
    assert (data["@type"], data["inLanguage"]) == ("QAPage", "ko")
    question = data["mainEntity"]
    assert question["name"] == "ReLU란 무엇인가요?"
    assert question["answerCount"] == len(question["suggestedAnswer"]) == 2
    ours, kims = question["suggestedAnswer"]
    assert (ours["author"]["name"], kims["author"]["name"]) == ("편집부", "kim")
    assert "양수는 그대로" in ours["text"]
    anchors = {tag["id"] for tag in site.page("ko/q/relu/").select("[id]")}
    assert all(answer["url"].partition("#")[2] in anchors for answer in (ours, kims))


def test_nothing_in_an_answer_closes_the_data(project: Path) -> None:
    text = "---\nquestion: relu\nlang: ko\n---\n\n# ReLU?\n\n`</script><script>alert(1)</script>` & more\n"
    write(project, {"answers/eve/a.md": text})
    page = build_site(project).page("ko/q/relu/")
    script = page.select_one('script[type="application/ld+json"]')
    assert script is not None
    texts = [a["text"] for a in json.loads(script.get_text())["mainEntity"]["suggestedAnswer"]]
    assert any("</script><script>alert(1)</script>" in text for text in texts)


def test_other_pages_have_no_card_and_no_data(site: Built) -> None:
    page = site.page("ko/topics/activations/")
    assert page.select_one('meta[property="og:image"]') is None
    assert page.select_one('script[type="application/ld+json"]') is None
    assert page.select_one('meta[property="og:title"]') is not None


def test_without_an_address_there_is_no_card(project: Path) -> None:
    page = build_site(project, site_url="").page("ko/q/relu/")
    assert page.select_one('meta[property="og:image"]') is None


def test_former_ids_lead_on_in_both_languages(project: Path) -> None:
    write(
        project,
        {
            "questions/activations.yml": BANK.replace(
                "  - id: relu\n", "  - id: relu\n    aliases: [rectifier]\n", 1
            )
        },
    )
    built = build_site(project)
    for lang in ("ko", "en"):
        page = built.page(f"{lang}/q/rectifier/")
        refresh, canonical, link = (
            page.select_one(selector) for selector in ("meta[http-equiv=refresh]", "link[rel=canonical]", "a")
        )
        assert refresh is not None and refresh["content"] == "0; url=../relu/"
        assert canonical is not None and canonical["href"] == f"{SITE_URL}{lang}/q/relu/"
        assert link is not None and link["href"] == "../relu/"
        assert page.html is not None and page.html["lang"] == lang
    assert "rectifier/" not in built.text("sitemap.xml")


def test_a_card_shows_the_whole_question() -> None:
    for question in questions().values():
        for title in (question.title.ko, question.title.en):
            lines = title_block(title, BOLD).lines
            assert " ".join(lines) == " ".join(title.split()), "a line is broken within a word, or cut"


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=400))
def test_any_text_makes_a_card(text: str) -> None:
    with Image.open(io.BytesIO(draw(Card(text, text[::-1], "x", "y"), FONTS))) as picture:
        assert picture.size == (WIDTH, HEIGHT)


def test_the_lines_of_a_card_leave_room_for_what_is_below() -> None:
    long = Card("가나다라 마바사아 " * 9, "What is this, and what is that? " * 9, "주제 · 기초", "x")
    with Image.open(io.BytesIO(draw(long, FONTS))) as picture:
        rows = picture.convert("L").point(lambda value: 255 * (value < 200))
        inked = [rows.crop((0, y, WIDTH, y + 1)).getbbox() is not None for y in range(HEIGHT)]
    assert not any(inked[535:555]), "the translation touches the topic"
    assert any(inked[500:535]) and any(inked[555:600])


def test_too_long_a_text_is_cut_with_an_ellipsis() -> None:
    lines = wrap("word " * 100, BOLD, 60, 1000, most=2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")


def test_cards_are_drawn_once_and_always_alike(tmp_path: Path) -> None:
    cards = {"a.png": Card("질문?", "Question?", "x", "y")}
    (first,) = card_assets(cards, FONTS, Cache(tmp_path))
    assert first.source is not None
    written = first.source.stat().st_mtime_ns
    assert card_assets(cards, FONTS, Cache(tmp_path)) == (first,)
    assert first.source.stat().st_mtime_ns == written
    assert first.source.read_bytes() == draw(cards["a.png"], FONTS)
    assert len(list((tmp_path / "cards").iterdir())) == 1
