"""What the addresses in an answer mean on the site."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from kb.cache import Cache
from kb.model import Answer, Document, Entry, KnowledgeBase, Lang, Question, Role, Span, Text
from kb.rendering.fragments import anchors, key_of, render_all
from kb.rendering.links import heading_address, links_of, picture_asset, question_address


def entry(start: int, title: str, number: str | None = None) -> Entry:
    return Entry(Span("", start, start + 1), title, start, number, answered=True)


def document(path: str, *entries: Entry) -> Document:
    return Document(path, f"in/{path}", "utf-8", "ko", "E", "kim", entries=entries)


def answer(
    path: str = "kim/a.md", *, gfm: str = "", who: str = "kim", lang: Lang = "ko", role: Role = "answer"
) -> Answer:
    return Answer("a", path, f"in/{path}", Span(f"in/{path}", 1, 2), lang, who, role, "", gfm, 2)


KB = KnowledgeBase(
    (),
    tuple(Question(name, Text(name, name), "t") for name in ("a", "b", "c", "d")),
    {},
    (
        document("kim/a.md", entry(1, "첫 질문", "#12"), entry(9, "ReLU의 문제점은?", "#12-1")),
        document("lee/b.md", entry(1, "B?")),
        document("empty.md"),
    ),
    {("in/kim/a.md", 1): "a", ("in/kim/a.md", 9): "b", ("in/lee/b.md", 1): "c"},
)


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("#12-1", "../b/"),
        ("#12", "../a/"),
        ("#121", None),
        ("#relu의-문제점은", "../b/"),
        ("#ReLU%EC%9D%98-%EB%AC%B8%EC%A0%9C%EC%A0%90%EC%9D%80", "../b/"),
        ("#12-1-relu의-문제점은", "../b/"),
        ("a.md#12-1", "../b/"),
        ("../lee/b.md", "../c/"),
        ("./../lee/b.md?plain=1", "../c/"),
        ("../lee/nothing.md", None),
        ("d.md", "../d/"),
        ("../empty.md", None),
        ("#", "../a/"),
        ("#nowhere", None),
        ("https://github.com/kim/notes/blob/main/kim/a.md#12-1", "../b/"),
        ("https://github.com/kim/notes/blob/main/answers/kim/a.md#relu의-문제점은", "../b/"),
        ("https://gitlab.example/kim/notes/-/blob/v1.2/lee/b.md?plain=1#b", "../c/"),
        ("https://github.com/kim/notes/blob/main/kim/a.md", None),
        ("https://github.com/other/repo/blob/main/a.md#12-1", None),
        ("https://github.com/other/repo/blob/main/kim/a.md#elsewhere", None),
        ("https://github.com/other/repo/blob/main/d.md", None),
        ("https://a.example/kim/a.md#12-1", None),
    ],
)
def test_links_lead_to_the_page_of_the_question_they_mean(target: str, address: str | None) -> None:
    assert question_address(links_of(KB), answer(), target) == address


def test_links_to_a_heading_of_the_same_answer() -> None:
    headings = ("까닭", "Limits & exceptions")
    assert heading_address("answer-kim", headings, "#까닭") == "#answer-kim-1"
    assert heading_address("answer-kim", headings, "#limits--exceptions") == "#answer-kim-2"
    assert heading_address("answer-kim", headings, "#other") is None
    assert heading_address("answer-kim", headings, "까닭") is None


def write(path: Path, data: bytes = b"picture") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def beside(folder: Path) -> Answer:
    source = folder / "kim" / "a.md"
    return Answer("a", "kim/a.md", str(source), Span("", 1, 2), "ko", "kim", "answer", "", "", 2)


def test_pictures_beside_an_answer_are_published_under_a_name_of_their_content(tmp_path: Path) -> None:
    file = write(tmp_path / "in/kim/img/그림 1.PNG")
    found = picture_asset(beside(tmp_path / "in"), "img/%EA%B7%B8%EB%A6%BC%201.PNG")
    assert found is not None
    assert found.source == file.resolve()
    assert found.path.startswith("assets/answers/")
    assert found.path.endswith(".png")
    write(file, b"another")
    changed = picture_asset(beside(tmp_path / "in"), "./img/그림 1.PNG?raw=true")
    assert changed is not None
    assert changed.path != found.path


def test_a_picture_with_a_decomposed_name_is_found(tmp_path: Path) -> None:
    write(tmp_path / "in/kim" / unicodedata.normalize("NFD", "그림.png"))
    assert picture_asset(beside(tmp_path / "in"), "그림.png") is not None


@pytest.mark.parametrize("target", ["../../secret.png", "../lee/notes.txt", "none.png", "", "../lee"])
def test_nothing_else_is_published(tmp_path: Path, target: str) -> None:
    write(tmp_path / "secret.png")
    write(tmp_path / "in/lee/notes.txt")
    assert picture_asset(beside(tmp_path / "in"), target) is None


def test_anchors_name_role_and_contributor_and_agree_in_both_languages() -> None:
    answers = [
        answer(), answer(), answer(lang="en"), answer(who="김 민준"), answer(who="!"), answer(role="pitfall"),
        answer(who="kim-2"),
    ]  # fmt: skip
    assert anchors(answers) == (
        "answer-kim", "answer-kim--2", "answer-kim", "answer-김_민준", "answer-someone", "pitfall-kim",
        "answer-kim_2",
    )  # fmt: skip


def test_rendering_everything_puts_links_and_pictures_in_place(tmp_path: Path) -> None:
    picture = write(tmp_path / "in/kim/p.png")
    gfm = "## 까닭\n\n[b](../lee/b.md) [위](#까닭) ![그림](p.png) [x](none.md) ![](no.png)"
    source = str(tmp_path / "in/kim/a.md")
    mine = Answer("a", "kim/a.md", source, Span(source, 1, 9), "ko", "kim", "answer", "", gfm, 3)
    other = Document(
        "lee/b.md", str(tmp_path / "in/lee/b.md"), "utf-8", "ko", "E", "lee", entries=(entry(1, "B?"),)
    )
    matches = {(other.source, 1): "c"}
    kb = KnowledgeBase((), KB.questions, {"a": (mine,)}, (other,), matches)
    rendered = render_all(kb, Cache(tmp_path / "cache"))
    fragment = rendered.fragments[key_of(mine)]
    assert 'href="../c/"' in fragment.html
    assert 'href="#answer-kim-1"' in fragment.html
    assert 'src="../../../assets/answers/' in fragment.html
    assert [asset.source for asset in rendered.assets] == [picture.resolve()]
    assert sorted(d.code.id for d in rendered.diagnostics) == ["KB402", "KB405"]
    assert {d.line for d in rendered.diagnostics} == {5}
