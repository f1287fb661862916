"""What stands round an answer: where it is, who wrote it under which license, what leads on."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kb.files.licenses import LONGEST, license_above, license_in, name_of
from kb.site.onward import without_ids

from tests.site.small import SITE_URL, Built, build_site, write
from tests.site.test_site_pages import one, texts

SUMMARY = "---\nquestion: dead-relu\nrole: summary\nlang: ko\ncontributor: kim\n---\n\n# 죽은 ReLU?\n\n"


@pytest.mark.parametrize(("lang", "home"), [("ko", "홈"), ("en", "Home")])
def test_the_breadcrumb_leads_home_to_the_topic_and_to_the_parent(site: Built, lang: str, home: str) -> None:
    path = f"{lang}/q/dead-relu/"
    page = site.page(path)
    trail = one(page, ".kb-path[role=navigation]")
    assert trail["aria-label"] == {"ko": "현재 위치", "en": "You are here"}[lang]
    here = [urljoin(f"{SITE_URL}{path}", str(a["href"])) for a in trail.select("li > a")]
    assert here == [f"{SITE_URL}{lang}/{p}" for p in ("", "topics/activations/", "q/relu/")]
    assert texts(trail, "li")[0] == home
    data = json.loads(one(page, 'script[type="application/ld+json"]').get_text())
    items = data["breadcrumb"]["itemListElement"]
    assert [i["item"] for i in items] == [*here, f"{SITE_URL}{path}"]
    assert [i["position"] for i in items] == [1, 2, 3, 4]
    assert [i["name"] for i in items][:3] == texts(trail, "li")


def test_previous_and_next_keep_to_the_topic_in_reading_order(site: Built) -> None:
    turns = {
        name: {
            way: str(a["href"])
            for way in ("prev", "next")
            for a in site.page(f"ko/q/{name}/").select(f".kb-turn a[rel={way}]")
        }
        for name in ("relu", "dead-relu", "softmax")
    }
    assert turns == {
        "relu": {"next": "../dead-relu/"},
        "dead-relu": {"prev": "../relu/", "next": "../softmax/"},
        "softmax": {"prev": "../dead-relu/"},
    }
    turn = one(site.page("en/q/softmax/"), ".kb-turn[role=navigation]")
    assert turn["aria-label"] == "Previous and next question of this topic"
    assert texts(turn, "a") == ["Previous question What is a <dead> ReLU & *why*?"]
    assert not site.page("ko/").select("link[rel=prev], link[rel=next], .md-footer__link")


def test_a_follow_up_without_a_summary_is_a_link_and_one_with_a_summary_unfolds(project: Path) -> None:
    write(project, {"answers/cheatsheet/dead.md": f"{SUMMARY}기울기가 0입니다.[^1]\n\n[^1]: 주석\n"})
    built = build_site(project)
    for lang in ("ko", "en"):
        page = built.page(f"{lang}/q/relu/")
        folded = one(page, "details.kb-follow-up")
        assert not folded.has_attr("open")
        assert "기울기가 0입니다." in one(folded, ".kb-fragment").get_text()
        assert "kim" in one(folded, ".kb-fragment").get_text()
        assert str(folded.select("a")[-1]["href"]) == "../dead-relu/"
        ids = [tag["id"] for tag in page.select("[id]")]
        assert len(ids) == len(set(ids))
        assert all(str(a["href"]).startswith("../dead-relu/") for a in folded.select("a"))
    assert one(built.page("en/q/relu/"), "details .kb-fragment")["lang"] == "ko"
    words = "".join(p.read_text(encoding="utf-8") for p in built.folder.glob("assets/search/text-*.js"))
    assert words.count("기울기가 0입니다") == len(("ko", "en")), "the parent's page would be found as well"
    assert '["","What is ReLU?","음수를 자르는 함수입니다."]' in words, "nor breadcrumb and buttons"


def test_without_a_follow_up_there_is_no_section(site: Built) -> None:
    assert not site.page("ko/q/softmax/").select("#follow-ups, details.kb-follow-up")


def test_every_answer_says_its_license_where_it_has_one(project: Path) -> None:
    write(project, {
        "answers/kim/LICENSE": "   Creative Commons Legal Code\n\nCC0 1.0 Universal\n\n more",
        "answers/lee/extra.md": "---\nquestion: momentum\nlang: en\nlicense: CC BY 4.0\n---\n\n# M?\n\n12.\n",
    })  # fmt: skip
    (project / "LICENSE").write_text("MIT License\n\nCopyright (c) 2026", encoding="utf-8")
    built = build_site(project)
    page = built.page("ko/q/relu/")
    assert texts(page, ".kb-byline")[1:3] == [
        "작성 편집부 · 원문 ko/relu.md · 라이선스 MIT License",
        "작성 kim · 원문 kim/relu.md · 라이선스 Creative Commons Legal Code, CC0 1.0 Universal",
    ]
    assert texts(page, ".kb-byline")[0] == "작성 cheatsheet · 원문 cheatsheet/ko.md"
    assert texts(built.page("en/q/momentum/"), ".kb-byline")[0].endswith("Licensed under CC BY 4.0")


def test_an_unanswered_question_says_where_it_comes_from(site: Built) -> None:
    line = one(site.page("en/q/momentum/"), ".kb-byline")
    assert texts(line, "p") == ["Source optimization.yml"]
    assert str(one(line, "a")["href"]).endswith("docs/questions/optimization.yml")


def test_the_nearest_license_counts(tmp_path: Path) -> None:
    inner = tmp_path / "kim" / "notes"
    inner.mkdir(parents=True)
    (tmp_path / "LICENSE").write_text("# MIT License #", encoding="utf-8")
    assert license_above(inner, tmp_path / "kim") == ""
    assert license_above(inner, tmp_path) == "MIT License"
    (inner.parent / "LICENCE.md").write_bytes(b"\xef\xbb\xbfApache License\n  Version 2.0, January 2004\n")
    assert license_above(inner, tmp_path) == "Apache License, Version 2.0, January 2004"
    assert license_in(tmp_path / "nowhere") == ""


@given(st.text())
def test_any_text_names_a_license_in_one_short_line(text: str) -> None:
    name = name_of(text)
    assert len(name) <= LONGEST
    assert name == " ".join(name.split())


def test_a_fragment_of_another_page_brings_no_ids() -> None:
    fragment = '<p id="a">id="b" <a href="#a">x</a> <a href="../c/#d">y</a></p>'
    moved = '<p>id="b" <a href="../q/#a">x</a> <a href="../c/#d">y</a></p>'
    assert without_ids(fragment, "../q/") == moved
