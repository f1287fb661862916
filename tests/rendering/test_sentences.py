"""The first sentence of a fragment: what counts as one, and that what is cut out is whole."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from kb.rendering.render import draft
from kb.rendering.sentences import first_sentence

FORMULA = '<span class="katex"><math>p. Q</math><span class="katex-html"><span>p</span></span></span>'


@pytest.mark.parametrize(
    ("html", "sentence"),
    [
        ("<p>ReLU cuts off. It is fast.</p>", "ReLU cuts off. It is fast."),
        ("<p>ReLU cuts off negative numbers. It is fast.</p>", "ReLU cuts off negative numbers."),
        ("<p>음수를 0으로 만드는 간단한 함수입니다. 빠릅니다.</p>", "음수를 0으로 만드는 간단한 함수입니다."),
        ("<p>네. 은닉층 하나로도 충분히 풀 수 있습니다. 더 있습니다.</p>",
         "네. 은닉층 하나로도 충분히 풀 수 있습니다."),
        ("<p>A metric, e.g. Dice or the F1 score, vs. IoU. Then more.</p>",
         "A metric, e.g. Dice or the F1 score, vs. IoU."),
        ("<p>A momentum of 0.9 is the usual choice (J. Doe found). More.</p>",
         "A momentum of 0.9 is the usual choice (J. Doe found)."),
        ("<p>Is the sky as blue as they say?” Yes.</p>", "Is the sky as blue as they say?”"),
        ("<p>One paragraph without an end</p><p>Another one.</p>", "One paragraph without an end"),
        ("<ul><li>The first item of a list</li><li>the second</li></ul>", "The first item of a list"),
        ('<h3 id="x">A heading of its own</h3><p>Text.</p>', "A heading of its own"),
        (f"<p>With {FORMULA} in a long sentence. End.</p>", f"With {FORMULA} in a long sentence."),
        ("<p>With <strong>bold <em>words. And</em> so</strong> on and on.</p>",
         "With <strong>bold <em>words. And</em> so</strong> on and on."),
        ('<p>See <a href="../b/" title="a > b">the other answer</a> for <code class="c">x</code>.</p>',
         "See the other answer for <code>x</code>."),
        ('<p>A claim with a source<sup class="footnote-ref"><a href="#f">1</a></sup> here.</p>',
         "A claim with a source here."),
        ("<p>Long enough to stand alone <em>here. And</em> more.</p>",
         "Long enough to stand alone <em>here.</em>"),
        ("", ""),
    ],
)  # fmt: skip
def test_first_sentence(html: str, sentence: str) -> None:
    assert first_sentence(html) == sentence


@given(st.text(st.sampled_from("ab가나 .?!*_`$<>&\"'()[]\n#-1"), max_size=80))
def test_whatever_is_written_the_cut_is_whole_and_has_no_ids_or_links(text: str) -> None:
    cut = first_sentence(draft(text, "ko").html)
    soup = BeautifulSoup(cut, "html.parser")
    assert not soup.select("a, [id], img, p, li")
    opened = re.findall(r"<([a-z]+)", cut)
    assert sorted(opened) == sorted(re.findall(r"</([a-z]+)", cut))
