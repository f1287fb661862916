"""What is shown over the page while something is wrong, and how the server's answers come to it."""

from __future__ import annotations

import html
from collections.abc import Iterable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from kb.diagnostics import Code, Diagnostic
from kb.model import LANGS
from kb.serving.application import application
from kb.serving.overlay import Problem, errors_in, over, overlay
from kb.serving.words import SERVING

PROBLEM = Problem("docs/a.md:3", "KB101", 'unknown key "<b>"', "did you mean & so on?")
PAGE = b'<!doctype html><html lang="en" class="no-js"><body><main>Text</main></body></html>'


class Site:
    """A site with these problems; notes what was asked of it."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        self.asked: list[str] = []

    def freshen(self, path: str) -> None:
        self.asked.append(path)


def ask(site: Site, body: bytes, kind: str, path: str = "/en/", status: str = "200 OK") -> tuple[Any, bytes]:
    """Return status and headers, and the body, of an answer."""
    said: list[Any] = []

    def inner(_: dict[str, Any], start: Any) -> Iterable[bytes]:
        start(status, [("Content-Type", kind), ("Content-Length", str(len(body)))])
        return [body[:5], body[5:]]

    answer = application(inner, site)({"PATH_INFO": path}, lambda *given: said.extend(given))
    return said, b"".join(answer)


@pytest.mark.parametrize("lang", LANGS)
def test_every_problem_is_listed_with_its_place_and_remedy(lang: Any) -> None:
    shown = BeautifulSoup(overlay([PROBLEM, PROBLEM], lang), "html.parser")
    section = shown.find("section", role="alert")
    assert section and section["lang"] == lang
    assert SERVING[lang].titles.format(n=2) in section.get_text()
    assert SERVING[lang].kept in section.get_text()
    (item, _) = section.find_all("li")
    assert item.code and item.code.get_text() == PROBLEM.place
    assert PROBLEM.message in item.get_text() and PROBLEM.hint in item.get_text()


@given(st.lists(st.builds(Problem, *[st.text()] * 4), min_size=1, max_size=3))
def test_nothing_in_a_problem_is_markup(problems: list[Problem]) -> None:
    plain = overlay([Problem("x", "x", "x", "x" if p.hint else "") for p in problems], "en")
    tags = [tag.name for tag in BeautifulSoup(overlay(problems, "en"), "html.parser").find_all()]
    known = [tag.name for tag in BeautifulSoup(plain, "html.parser").find_all() if tag.name != "code"]
    assert [tag for tag in tags if tag != "code"] == known
    for problem in problems:
        assert html.escape(problem.message) in overlay(problems, "en")


def test_a_thousand_problems_are_not_all_listed() -> None:
    shown = overlay([PROBLEM] * 1000, "en")
    assert shown.count("<li>") == 50
    assert "+950" in shown


def test_while_a_file_cannot_be_read_what_follows_from_that_is_left_out() -> None:
    follows = Diagnostic(Code.UNKNOWN_QUESTION, "a.md", 1, "no such question")
    syntax = Diagnostic(Code.BANK_SYNTAX, "q.yml", 2, "no YAML")
    noted = Diagnostic(Code.UNMATCHED, "a.md", 1, "new question")
    assert [p.place for p in errors_in([follows, syntax, noted])] == ["q.yml:2"]
    assert [p.place for p in errors_in([follows, noted])] == ["a.md:1"]


def test_without_problems_answers_are_as_they_were() -> None:
    site = Site()
    said, body = ask(site, PAGE, "text/html")
    assert said == ["200 OK", [("Content-Type", "text/html"), ("Content-Length", str(len(PAGE)))]]
    assert body == PAGE
    assert site.asked == ["/en/"]


def test_problems_stand_at_the_end_of_pages_and_nowhere_else() -> None:
    (status, headers), body = ask(Site(PROBLEM), PAGE, "text/html")
    assert status == "200 OK"
    assert dict(headers)["Content-Length"] == str(len(body))
    assert body.startswith(PAGE.removesuffix(b"</body></html>"))
    assert body.endswith(b"</section></body></html>")
    assert b"There is one thing to fix" in body
    assert ask(Site(PROBLEM), b"{}....", "application/json")[1] == b"{}...."


@pytest.mark.parametrize(("path", "lang"), [("/ko/q/x/", "ko"), ("/notes/en/q/x/", "en"), ("/", "ko")])
def test_where_there_is_no_page_the_problems_are_one(path: str, lang: str) -> None:
    (status, headers), body = ask(Site(PROBLEM), b"404 Not Found", "text/html", path, "404 Not Found")
    assert dict(headers)["Refresh"] == "2", "it comes when the problem is gone"
    page = BeautifulSoup(body, "html.parser")
    assert status == "404 Not Found"
    assert page.html and page.html["lang"] == lang
    assert page.title and page.h1 and page.h1.get_text() == page.title.get_text()
    assert page.find("section", role="alert")


def test_the_language_is_that_of_the_address_then_of_the_page() -> None:
    assert "고칠 곳이".encode() in over(PAGE, "/ko/none/", [PROBLEM], found=False)
    assert b"There is one thing" in over(PAGE, "/404.html", [PROBLEM], found=True)
