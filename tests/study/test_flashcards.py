"""Flash cards of the small knowledge base."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from kb.cache import Cache
from kb.library import load
from kb.model import LANGS, Lang
from kb.rendering.fragments import render_all
from kb.site.answers import Site
from kb.site.outline import outline
from kb.study.flashcards import Flashcard, flashcards, rebased

from tests.site.small import FILES

ROOT = Path(__file__).parents[2]
AWAY = "https://site.example/notes/"
PICTURED = """\
---
question: momentum
lang: en
contributor: editors
---

# Explain momentum.

See [ReLU](relu.md) and [below](#why) and [a page](https://web.example/?a=1&b=2). $v_t$

Write `<a href="../x/">` for a link. ![A valley](figure:momentum) ![A photo](photo.png)

## Why

Because.
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small knowledge base with one answer that holds all that has an address, made without MkDocs."""
    docs = tmp_path_factory.mktemp("docs")
    for name, text in {**FILES, "answers/en/momentum.md": PICTURED}.items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text(text, encoding="utf-8")
    (docs / "answers/en/photo.png").write_bytes(b"photo")
    library = load((docs / "answers",), docs / "questions", docs / "glossary.yml")
    rendered = render_all(library.kb, Cache(ROOT / ".cache/kb"))
    return Site(outline(library.kb), rendered.fragments, lambda _: "")


def by_question(site: Site, lang: Lang, root: str) -> dict[str, Flashcard]:
    return {card.question: card for card in flashcards(site, lang, root)}


def test_every_answered_question_has_one_card_in_each_language(small: Site) -> None:
    for lang in LANGS:
        cards = list(flashcards(small, lang, AWAY))
        assert [card.question for card in cards][:3] == ["relu", "softmax", "momentum"]
        assert len(cards) == 4, "the fourth is asked by a document; the dead ReLU waits for an answer"
        assert {card.lang for card in cards} == {lang}
        assert cards[0].address == f"{AWAY}{lang}/q/relu/"


def test_a_card_tells_who_wrote_what_and_in_which_language(small: Site) -> None:
    korean, english = (by_question(small, lang, AWAY) for lang in LANGS)
    relu = korean["relu"]
    assert (relu.title, relu.topic, relu.difficulty) == ("ReLU란 무엇인가요?", "activations", 1)
    assert [p.contributor for p in relu.answers] == ["편집부", "kim"]
    assert "음수를 자르는" in relu.summaries[0].html
    assert "틀렸습니다" in relu.pitfalls[0].html
    assert [(p.contributor, p.lang) for p in english["softmax"].answers] == [("the editors", "ko")]
    assert english["softmax"].title_lang == "en"


@pytest.mark.parametrize("root", [AWAY, "../../"])
def test_addresses_lead_from_where_the_card_is_shown(small: Site, root: str) -> None:
    card = by_question(small, "en", root)["momentum"]
    html = card.answers[0].html
    found = set(re.findall(r'<[^<>]*\s(?:href|src|srcset)="([^"]*)"', html))
    assert f"{root}en/q/relu/" in found
    assert f"{root}en/q/momentum/#answer-editors-1" in found
    assert "https://web.example/?a=1&amp;b=2" in found
    assert any(a.startswith(f"{root}assets/answers/") for a in found)
    assert any(a.startswith(f"{root}assets/figures/momentum") for a in found)
    assert all(a.startswith(("https://", root)) for a in found)
    assert "&lt;a href=" in html, "an example of a link is text"
    assert "katex" in html


def test_what_looks_like_an_address_in_a_text_stays() -> None:
    shown = '<p>Say href="../x/" or &lt;img src="../../../y"&gt;.</p>'
    assert rebased(shown, AWAY, f"{AWAY}en/q/", "relu") == shown
