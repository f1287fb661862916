"""The study page as it is built: for readers without scripts, for scripts, and what leads to it."""

from __future__ import annotations

import dataclasses
import json
import re
import string
from pathlib import Path

import pytest
from kb.model import LANGS, Lang
from kb.study.phrases import StudyWords
from kb.study.words import STUDY

from tests.site.small import Built, build_site


def cards(site: Built, lang: Lang) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(site.text(f"{lang}/study/cards.json"))["cards"]
    return found


@pytest.mark.parametrize("lang", LANGS)
def test_the_list_of_cards_holds_every_answered_question_and_no_answers(site: Built, lang: Lang) -> None:
    found = cards(site, lang)
    assert [card["id"] for card in found[:2]] == ["relu", "softmax"]
    first = found[0]
    title = "ReLU란 무엇인가요?" if lang == "ko" else "What is ReLU?"
    assert first == {"id": "relu", "title": title, "topic": "activations", "level": 1}
    assert not [card for card in found if "dead-relu" in card.values()], "nobody has answered that one"
    assert "편집부의 설명" not in site.text(f"{lang}/study/cards.json")


def test_a_card_tells_where_its_title_is_in_the_other_language(site: Built) -> None:
    zebra = next(card for card in cards(site, "ko") if "zebra" in str(card["title"]))
    assert zebra["lang"] == "en"
    assert "lang" not in next(card for card in cards(site, "en") if card["id"] == zebra["id"])


def test_former_ids_are_in_the_list(project: Path) -> None:
    bank = project / "docs/questions/activations.yml"
    text = bank.read_text(encoding="utf-8")
    bank.write_text(
        text.replace("  - id: relu\n", "  - id: relu\n    aliases: [rectifier]\n"), encoding="utf-8"
    )
    assert cards(build_site(project), "en")[0]["aliases"] == ["rectifier"]


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_speaks_its_language_and_waits_for_scripts(site: Built, lang: Lang) -> None:
    page, words = site.page(f"{lang}/study/"), STUDY[lang]
    app = page.select_one("[data-kb-study]")
    assert app is not None
    assert app.has_attr("hidden")
    note = page.select_one("article noscript")
    assert note is not None
    assert words.no_script in note.get_text()
    said = json.loads(str(app["data-kb-study"]))
    assert said["grades"] == list(words.grades)
    topics = [str(box["value"]) for box in app.select("[name=topic]")]
    assert topics == list(dict.fromkeys(card["topic"] for card in cards(site, lang)))
    ids = [str(element["id"]) for element in page.select("[id]")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("lang", LANGS)
def test_menu_and_topic_pages_lead_to_it(site: Built, lang: Lang) -> None:
    home = site.page(f"{lang}/")
    assert home.select_one('.md-nav--primary a[href="study/"]') is not None
    topic = site.page(f"{lang}/topics/activations/")
    assert topic.select_one('a[href="../../study/?topic=activations"]') is not None


def test_answers_tell_scripts_what_they_are(site: Built) -> None:
    page = site.page("ko/q/relu/")
    found = [(p["data-kb-role"], p["data-kb-by"]) for p in page.select('[data-kb-of="relu"]')]
    assert found == [
        ("summary", "cheatsheet"),
        ("answer", "편집부"),
        ("answer", "kim"),
        ("pitfall", "pitfalls"),
    ]


def test_the_scheduler_is_served_with_its_licence_and_on_no_other_page(site: Built) -> None:
    assert "MIT License" in site.text("assets/vendor/ts-fsrs/ts-fsrs.mjs")[:200]
    assert "sourceMappingURL" not in site.text("assets/vendor/ts-fsrs/ts-fsrs.mjs")
    for path in ("ko/", "ko/q/relu/", "ko/study/"):
        assert "ts-fsrs" not in site.text(path)
        assert "study.css" not in site.text(path)


def test_a_site_without_answers_has_nothing_to_study(project: Path) -> None:
    for file in (project / "docs/answers").rglob("*.md"):
        file.write_text("---\nquestion: relu\nlang: ko\n---\n\n# ReLU란?\n", encoding="utf-8")
    built = build_site(project)
    assert not (built.folder / "ko/study").exists()
    assert not built.page("ko/topics/activations/").select('a[href*="study"]')


def places(phrase: str) -> set[str]:
    return {name for _, name, *_ in string.Formatter().parse(phrase) if name}


def test_both_languages_say_the_same_things() -> None:
    ko, en = STUDY["ko"], STUDY["en"]
    for field in dataclasses.fields(StudyWords):
        mine, theirs = getattr(ko, field.name), getattr(en, field.name)
        assert mine, field.name
        assert theirs, field.name
        assert len(mine) == len(theirs) or isinstance(mine, str), field.name
    assert ko.said.keys() == en.said.keys()
    for name in ko.said:
        assert places(ko.said[name]) <= places(en.said[name]) | {"n", "total"}, name
        assert not re.search("[가-힣]", en.said[name])


def test_scripts_use_every_phrase_and_no_other() -> None:
    folder = Path(__file__).parents[2] / "docs/assets/javascripts/study"
    scripts = "\n".join(path.read_text(encoding="utf-8") for path in folder.iterdir())
    named = set(re.findall(r'"(\w+)"', scripts))
    assert STUDY["ko"].said.keys() <= named
    used = set(re.findall(r'phrase\("(\w+)"', scripts))
    assert used <= STUDY["ko"].said.keys()
