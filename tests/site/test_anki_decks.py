"""Packages for Anki, as Anki itself reads them."""

from __future__ import annotations

import json
import re
import sqlite3
import zipfile
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from anki.collection import (
    Collection,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
    ImportLogWithChanges,
)
from kb.anki.decks import deck_path
from kb.model import LANGS
from PIL import Image

from tests.site.small import BANK, SITE_URL, Built, build_site, write

FIRST, SECOND = 1_700_000_000, 1_700_500_000
ANSWER = """\
---
question: momentum
contributor: lee
lang: ko
---

# 모멘텀을 설명해 주세요.

속도는 $v_t = \\beta v_{t-1} + g_t$이고 $\\beta < 1$입니다. [관련 질문](softmax.md)을 보세요.

$$w_{t+1} = w_t - \\eta v_t$$

![패널](figure:relu-hinges)

![내 그림](mine.png)

```python
v = beta * v + [g][0]
```

[sound:alarm.mp3] \\\\(x\\\\)
"""


def decks(project: Path, monkeypatch: pytest.MonkeyPatch, changed: int) -> Built:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(changed))
    return build_site(project)


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    opened = Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


def take_in(
    collection: Collection, site: Built, which: str, *, scheduling: bool = True
) -> ImportLogWithChanges.Log:
    """Import a deck with the choices that Anki offers at first."""
    options = ImportAnkiPackageOptions(merge_notetypes=True, with_scheduling=scheduling)
    package = str(site.folder / deck_path(which))
    return collection.import_anki_package(ImportAnkiPackageRequest(package_path=package, options=options)).log


def guids(site: Built, which: str, folder: Path) -> dict[str, str]:
    """Return what Anki knows each question by, by its title."""
    with zipfile.ZipFile(site.folder / deck_path(which)) as archive:
        database = archive.extract("collection.anki2", folder)
    connection = sqlite3.connect(database)
    rows = connection.execute("SELECT sfld, guid FROM notes").fetchall()
    connection.close()
    return dict(rows)


def note_text(collection: Collection, title: str) -> dict[str, str]:
    (note,) = collection.find_notes(f'"Question:*{title}*"')
    return dict(collection.get_note(note).items())


def test_both_languages_are_taken_in(site: Built, collection: Collection) -> None:
    assert len(take_in(collection, site, "ko").new) == 3
    assert len(take_in(collection, site, "en").new) == 3
    again = take_in(collection, site, "all")
    assert (len(again.new), len(again.updated), collection.card_count()) == (0, 0, 6)
    names = {deck.name for deck in collection.decks.all_names_and_ids()} - {"Default"}
    assert names == {
        "머신러닝 면접 노트",
        "머신러닝 면접 노트::활성화 함수",
        "머신러닝 면접 노트::최적화",
        "ML Interview Notes",
        "ML Interview Notes::Activation functions",
        "ML Interview Notes::Optimization",
    }
    assert len(collection.find_cards('"deck:머신러닝 면접 노트::최적화"')) == 1
    assert len(collection.find_cards("tag:topic::activations tag:difficulty::1-basic")) == 2


def test_a_card_shows_summary_answer_and_where_it_is_from(site: Built, collection: Collection) -> None:
    take_in(collection, site, "ko")
    (card,) = collection.find_cards('"Question:ReLU란 무엇인가요?"')
    question, answer = collection.get_card(card).question(), collection.get_card(card).answer()
    assert "ReLU란 무엇인가요?" in question
    assert "음수를 자르는" not in question
    order = ["음수를 자르는 함수입니다.", "양수는 그대로", "김의 설명입니다.", "선형이라는 말은"]
    assert sorted(order, key=answer.index) == order
    assert f'href="{SITE_URL}ko/q/relu/"' in answer
    assert f'href="{SITE_URL}ko/q/softmax/"' in answer
    for who in ("편집부", "kim"):
        assert who in answer.rpartition("kb-from")[2]
    assert "headerlink" not in answer
    fields = note_text(collection, "소프트맥스")
    assert fields["Summary"] == fields["Pitfalls"] == ""


def test_a_language_without_an_answer_shows_the_other(site: Built, collection: Collection) -> None:
    take_in(collection, site, "en")
    assert note_text(collection, "Explain the softmax")["Answer"].startswith('<div lang="ko">')


def test_formulas_figures_code_and_pictures(
    project: Path, monkeypatch: pytest.MonkeyPatch, collection: Collection
) -> None:
    write(project, {"answers/lee/momentum.md": ANSWER})
    Image.new("RGB", (4, 4), "red").save(project / "docs/answers/lee/mine.png")
    take_in(collection, decks(project, monkeypatch, FIRST), "ko")
    answer = note_text(collection, "모멘텀")["Answer"]
    assert r"\(v_t = \beta v_{t-1} + g_t\)" in answer
    assert r"\(\beta &lt; 1\)" in answer
    assert r"\[w_{t+1} = w_t - \eta v_t\]" in answer
    assert "katex" not in answer
    assert '<div class="language-python highlight">' in answer
    assert "[sound:" not in answer
    assert r"\(x" not in answer
    shown = re.findall(r'src="([^"]+)"', answer)
    assert len([name for name in shown if name.endswith(".svg")]) > 4, "each step, in two themes"
    assert {Path(name).suffix for name in shown} == {".svg", ".png"}
    assert not [name for name in shown if "narrow" in name]
    folder = Path(collection.media.dir())
    assert {path.name for path in folder.iterdir()} == set(shown)
    checked = collection.media.check()
    assert (list(checked.missing), list(checked.unused)) == ([], [])
    assert collection.media.files_in_str(collection.models.all()[-1]["id"], answer)


@pytest.mark.parametrize("scheduling", [True, False])
def test_an_update_keeps_what_was_studied(
    project: Path, monkeypatch: pytest.MonkeyPatch, collection: Collection, scheduling: bool
) -> None:
    take_in(collection, decks(project, monkeypatch, FIRST), "ko")
    deck = collection.decks.id_for_name("머신러닝 면접 노트")
    assert deck is not None
    collection.decks.select(deck)
    studied = []
    for _ in range(2):
        card = collection.sched.getCard()
        assert card is not None
        card.start_timer()
        collection.sched.answerCard(card, 4)
        studied.append(card.id)
    before = {i: collection.get_card(i) for i in studied}
    reviews = collection.db.scalar("SELECT count() FROM revlog") if collection.db else 0
    assert reviews == 2

    renamed = BANK.replace("  - id: relu\n", "  - id: rectifier\n    aliases: [relu]\n", 1)
    renamed = renamed.replace("parent: relu", "parent: rectifier").replace("[relu,", "[rectifier,")
    write(
        project,
        {
            "questions/activations.yml": renamed,
            "questions/optimization.yml": (project / "docs/questions/optimization.yml")
            .read_text(encoding="utf-8")
            .replace("[relu,", "[rectifier,"),
            "answers/ko/softmax.md": "---\nquestion: softmax\n---\n\n# 소프트맥스?\n\n고친 답입니다.\n",
            "answers/ko/momentum.md": "---\nquestion: momentum\n---\n\n# 모멘텀?\n\n관성입니다.\n",
        },
    )
    for file in project.glob("docs/answers/**/*.md"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("question: relu\n", "question: rectifier\n"), encoding="utf-8")
    log = take_in(collection, decks(project, monkeypatch, SECOND), "ko", scheduling=scheduling)
    assert len(log.new) == 1, "the question that had no answer before"
    assert collection.card_count() == 4
    assert note_text(collection, "소프트맥스")["Answer"].strip() == "<p>고친 답입니다.</p>"
    assert note_text(collection, "ReLU란")["Page"] == f"{SITE_URL}ko/q/rectifier/"
    for i, old in before.items():
        new = collection.get_card(i)
        assert (new.ivl, new.due, new.queue, new.type, new.reps, new.factor, new.did) == (
            old.ivl, old.due, old.queue, old.type, old.reps, old.factor, old.did
        )  # fmt: skip
    assert collection.db is not None
    assert collection.db.scalar("SELECT count() FROM revlog") == reviews


def test_the_same_sources_give_the_same_bytes(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packages = []
    for _ in range(2):
        monkeypatch.setattr("kb.anki.decks._key", lambda *_: uuid4().hex)  # nothing comes from the cache
        built = decks(project, monkeypatch, FIRST)
        packages.append([(built.folder / deck_path(which)).read_bytes() for which in (*LANGS, "all")])
    assert packages[0] == packages[1]


def test_every_card_has_a_mark_of_its_own(site: Built, tmp_path: Path) -> None:
    ids = guids(site, "ko", tmp_path)
    assert len(set(ids.values())) == len(ids) == 3
    assert set(ids.values()).isdisjoint(guids(site, "en", tmp_path).values())


def test_the_page_says_what_there_is(site: Built) -> None:
    for lang in LANGS:
        page = site.page(f"{lang}/downloads/")
        links = {str(a["href"]).removeprefix("../../"): a for a in page.select("article a[download]")}
        for which, count in (("ko", 3), ("en", 3), ("all", 6)):
            item = links[deck_path(which)].find_parent("li")
            size = (site.folder / deck_path(which)).stat().st_size
            assert item is not None
            assert str(count) in item.get_text()
            assert f"{size / 1e3:.0f}" in item.get_text()
        assert "knowledge-base.json" in links
        assert "knowledge-base.schema.json" in links
        assert json.loads(site.text("knowledge-base.schema.json"))
