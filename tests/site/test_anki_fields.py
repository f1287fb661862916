"""Finished HTML as a field of a note: nothing in it means to Anki what its author did not mean."""

from __future__ import annotations

import html
import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kb.anki.fields import Media, as_field
from kb.anki.notes import guid, note
from kb.anki.package import Package
from kb.study.flashcards import Flashcard, Passage

KATEX = (
    '<span class="katex"><span class="katex-mathml"><math><semantics><mrow><mi>x</mi></mrow>'
    '<annotation encoding="application/x-tex">{tex}</annotation></semantics></math></span>'
    '<span class="katex-html" aria-hidden="true"><span class="base"><span class="mord">x</span></span></span>'
    "</span>"
)
SITE = "https://site.example/"


def media(**published: Path) -> Media:
    return Media({f"{SITE}assets/{name}": path for name, path in published.items()}, {})


def card(**changed: object) -> Flashcard:
    given: dict[str, object] = {
        "question": "relu", "aliases": (), "topic": "activations", "difficulty": 1, "lang": "ko",
        "title": "질문?", "title_lang": "ko", "address": f"{SITE}ko/q/relu/", "summaries": (), "answers": (),
    }  # fmt: skip
    return Flashcard(**(given | changed))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fragment", "field"),
    [
        (f"<p>{KATEX.format(tex='x_1')}는 수</p>", r"<p>\(x_1\)는 수</p>"),
        (f'<span class="katex-display">{KATEX.format(tex="a &lt; b")}</span>!', r"\[a &lt; b\]!"),
        (f'<span class="kb-keep">{KATEX.format(tex="x")}는</span> {KATEX.format(tex="y")}', None),
        ("<p>\\(money\\)</p>", "<p>\\\u2060(money\\)</p>"),
        ("<pre><code>re.sub(r'\\(x\\)')</code></pre>", "<pre><code>re.sub(r'\\(x\\)')</code></pre>"),
        ("[sound:a.mp3] [latex]", "&#91;sound:a.mp3] &#91;latex]"),
        ('<a href="https://e.example">there</a>', '<a href="https://e.example">there</a>'),
        ('<a href="ko/q/relu/">here</a>', "<a>here</a>"),
        ('<h3 id="a">T<a class="headerlink" href="#a" title="x">¶</a></h3>', '<h3 id="a">T</h3>'),
        ('<figure class="kb-figure" id="figure-gone"><img alt="x"></figure>after', "after"),
    ],
)
def test_fields(fragment: str, field: str | None) -> None:
    shown = as_field(fragment, "ko", media())
    assert shown == field if field is not None else shown == r'<span class="kb-keep">\(x\)는</span> \(y\)'


def test_pictures_are_named_by_what_they_show(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a.PNG", "b.png", "c.png")]
    for file, data in zip(files, (b"1", b"2", b"1"), strict=True):
        file.write_bytes(data)
    shelf = media(one=files[0], two=files[1], three=files[2])
    text = as_field("".join(f'<img src="{SITE}assets/{n}">' for n in ("one", "two", "three")), "ko", shelf)
    names = re.findall(r'src="([^"]+)"', text)
    assert len(set(names)) == 3
    assert all(re.fullmatch(r"kb-[a-c]-[0-9a-f]{16}\.png", name) for name in names)
    assert dict(shelf.take()) == dict(zip(names, files, strict=True))
    assert shelf.take() == {}
    files[0].write_bytes(b"new")
    again = media(one=files[0])
    assert as_field(f'<img src="{SITE}assets/one">', "ko", again) != f'<img src="{names[0]}">'


@given(st.text(alphabet="\\()[]$ab:soundlatex/ \n"))
def test_no_text_becomes_a_mark_of_anki(text: str) -> None:
    field = as_field(f"<p>{html.escape(text)}</p>", "ko", media())
    assert not re.search(r"\\[(\[]|\[", field)
    assert html.unescape(field).replace("\u2060", "") == f"<p>{text}</p>"


def test_a_card_is_known_by_the_first_id_of_its_question() -> None:
    first = guid(card())
    assert guid(card(question="rectifier", aliases=("relu",))) == first
    assert guid(card(question="linear", aliases=("relu", "rectifier"))) == first
    assert guid(card(lang="en")) != first
    assert guid(card(question="softmax")) != first
    assert guid(card(title="다른 말?", topic="other", answers=(Passage("kim", "ko", "<p>x</p>"),))) == first


def test_a_note_escapes_what_is_not_html() -> None:
    made = note(card(title="<b>?", topic="a b::c", title_lang="en"), 3, media(), "<kim> & lee")
    assert made.fields[0] == '<span lang="en">&lt;b&gt;?</span>'
    assert made.fields[-1] == "&lt;kim&gt; &amp; lee"
    assert made.tags == ["topic::a-b-c", "difficulty::1-basic"]
    assert note(card(address="ko/q/relu/"), 0, media(), "").fields[4] == ""


def test_a_long_answer_takes_no_more_than_its_share() -> None:
    def seconds(paragraphs: int) -> float:
        passage = Passage("kim", "ko", f"<p>{KATEX.format(tex='x')} [a] <code>b</code></p>" * paragraphs)
        begin = time.process_time()
        made = note(card(answers=(passage,)), 0, media(), "")
        with Package([], [], 1) as package:
            package.add(made, 1, {})
        return time.process_time() - begin

    seconds(10)
    assert seconds(8_000) < 40 * max(seconds(400), 0.005)
