"""Sources, in every form in which people name them."""

from __future__ import annotations

import pytest
from kb.model import Reference

from .documents import parsed

URL = "https://example.org/a"
ONE = (Reference("a page", URL),)
BARE = (Reference(URL, URL),)


def answer(*lines: str) -> tuple[str, tuple[Reference, ...]]:
    """Return the text and the sources of an answer that ends in `lines`."""
    text = "\n".join(
        ["## 1. 왜 그런가요?", "", "그래서입니다.", "", *lines, "", "## 2. What else?", "", "Nothing."]
    )
    first, _ = parsed(text)[0].entries
    return first.body, first.references


@pytest.mark.parametrize(
    "lines",
    [
        ("#### References", f"- [a page]({URL})"),
        ("##### Reference", "", f"1. [a page]({URL})"),
        ("#### 참고 문헌", f"* a page: {URL}"),
        ("#### 📚 참고 자료", f"+ a page - <{URL}>"),
        ("##### REF", f"[a page]({URL})"),
        ("### 출처", f"> [a page]({URL})"),
        ("**References**", f"- [a page]({URL})"),
        ("Reference :", f"- [a page]({URL})"),
        ("### Refernces", f"- [a page]({URL})"),
        (f"참고 : [a page]({URL})",),
        (f"[출처] [a page]({URL})",),
        (f"- Source: [a page]({URL})",),
        (f"**Ref)** [a page]({URL})",),
        (f"> [a page]({URL})",),
        (f"> - [a page]({URL})",),
    ],
)
def test_sources_leave_the_text(lines: tuple[str, ...]) -> None:
    assert answer(*lines) == ("그래서입니다.", ONE)


@pytest.mark.parametrize(
    "lines", [(f"참고 : <{URL}>",), (f"출처: {URL}",), (f"[출처] {URL}",), (f"> {URL}",), ("#### 참조", URL)]
)
def test_a_bare_address_is_called_by_itself(lines: tuple[str, ...]) -> None:
    assert answer(*lines) == ("그래서입니다.", BARE)


def test_a_source_needs_no_link() -> None:
    assert answer("#### References", "- Kim (2020), 딥러닝 노트", "- [ ](  )") == (
        "그래서입니다.",
        (Reference("Kim (2020), 딥러닝 노트", ""),),
    )


def test_brackets_in_addresses_and_titles() -> None:
    lines = ("- [GAN (model)](https://example.org/a_(b))", "- here: (https://example.org/c).")
    _, (first, second) = answer("#### References", *lines)
    assert first == Reference("GAN (model)", "https://example.org/a_(b)")
    assert second.url == "https://example.org/c"


def test_a_link_in_the_heading_is_a_source() -> None:
    text = f"## 1. [What is it?]({URL})\n\nThat.\n\n## 2. 왜요? [[src](https://example.org/b)]\n\n그래서요.\n"
    first, second = parsed(text)[0].entries
    assert (first.title, first.references) == ("What is it?", (Reference("What is it?", URL),))
    assert (second.title, [r.url for r in second.references]) == ("왜요?", ["https://example.org/b"])


@pytest.mark.parametrize(
    "lines",
    [
        ("#### References", f"![a picture]({URL})"),
        ("#### References", "```", "code", "```"),
        ("#### 참고", "이것은 출처가 아니라 덧붙이는 말입니다."),
        ("> 남의 말을 옮긴 글", f"> [a page]({URL})"),
        (f"[a page]({URL}) 를 보면 더 자세합니다.",),
        ("`출처:` 라고 쓰면 됩니다.",),
    ],
)
def test_what_only_looks_like_sources_stays(lines: tuple[str, ...]) -> None:
    body, references = answer(*lines)
    assert lines[-1] in body
    assert references == ()


def test_a_source_on_the_way_is_noted_and_stays() -> None:
    body, references = answer(f"출처: {URL}", "", "더 할 말이 있습니다.")
    assert URL in body
    assert references == BARE


def test_the_same_source_counts_once() -> None:
    assert answer(f"참고: {URL}", "", "#### References", f"- {URL}")[1] == BARE
