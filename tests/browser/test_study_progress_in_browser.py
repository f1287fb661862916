"""What studying leaves in the browser: the plan, progress on other pages, files, and what may go wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.browser.study import KEY, answer, asked, check, open_study, remember, reviewed, start, stored

TOPIC = "generalization"


def ids(page: Page, topic: str = TOPIC) -> list[str]:
    cards = page.evaluate("fetch('cards.json').then(r => r.json())")["cards"]
    return [card["id"] for card in cards if card["topic"] == topic]


def test_grades_make_a_plan_that_both_languages_share(context: BrowserContext) -> None:
    page = open_study(context, "en", f"?topic={TOPIC}&order=listed")
    first, second, *_ = ids(page)
    start(page)
    answer(page, 4)
    expect(asked(page)).to_be_focused()
    answer(page, 1)
    page.wait_for_function("key => Object.keys(JSON.parse(localStorage[key]).cards).length === 2", arg=KEY)
    found = stored(page)
    assert (found[first]["grade"], found[second]["grade"]) == (4, 1)
    assert found[first]["days"] > found[second]["days"] == 1
    assert found[first]["topic"] == TOPIC
    page.goto(f"ko/study/?topic={TOPIC}")
    days = page.locator("[data-part=days] b")
    expect(days).to_have_text(["0개", "1개", *["0개"] * 6])
    expect(page.locator(f"label:has([value={TOPIC}]) small")).to_contain_text("2개 봄, 1개 익힘")
    page.get_by_label("아직 안 본 질문").check()
    start(page)
    titles = page.evaluate("key => JSON.parse(sessionStorage[`${key}.round`]).ids", KEY)
    assert first not in titles
    assert second not in titles


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_what_is_due_is_one_press_away(context: BrowserContext, lang: str) -> None:
    page = open_study(context, lang)
    first, *_ = ids(page)
    remember(page, **{first: {}})
    page.reload()
    expect(page.locator("[data-part=days] b").first).to_contain_text("1")
    check(page)
    page.locator("[data-do=review]").click()
    expect(asked(page)).to_be_focused()
    assert page.url.endswith("?only=due")
    answer(page, 3)
    expect(page.locator("[data-part=known]")).to_be_focused()
    assert stored(page)[first]["reps"] == 2
    expect(page.locator("[data-part=left]")).not_to_be_empty()


@pytest.mark.parametrize(
    ("lang", "topic_says", "marks"),
    [
        ("ko", "2개 봄 · 1개 익힘 · 오늘 복습 1개", {"익힘", "오늘 복습"}),
        ("en", "2 seen · 1 learned · 1 due", {"Learned", "Due"}),
    ],
)
def test_other_pages_tell_how_far_the_reader_is(
    context: BrowserContext, lang: str, topic_says: str, marks: set[str]
) -> None:
    page = open_study(context, lang)
    first, second, *_ = ids(page)
    known = {"stability": 30, "due": reviewed()["due"] + 30 * 86_400_000}
    remember(page, **{first: {}, second: known})
    page.reload()
    expect(page.locator(f"label:has([value={TOPIC}]) small")).to_contain_text("2")
    requests: list[str] = []
    context.on("request", lambda request: requests.append(request.url))
    page.goto(f"{lang}/")
    expect(page.locator(f"[data-kb-progress={TOPIC}]").first).to_have_text(topic_says)
    expect(page.locator("[data-kb-progress=optimization]").first).to_be_hidden()
    page.goto(f"{lang}/topics/{TOPIC}/")
    expect(page.locator(".kb-mark")).to_have_count(2)
    assert set(page.locator(".kb-mark").all_inner_texts()) == marks
    check(page)
    assert not [
        url for url in requests if url.endswith(("ts-fsrs.mjs", "main.js", "cards.json", "study.css"))
    ]


def test_who_has_not_studied_loads_nothing_for_it(context: BrowserContext) -> None:
    requests: list[str] = []
    context.on("request", lambda request: requests.append(request.url))
    context.new_page().goto("en/topics/optimization/", wait_until="networkidle")
    assert [url for url in requests if "study" in url] == [
        url for url in requests if url.endswith("/assets/javascripts/study.js")
    ]


def test_progress_goes_out_as_a_file_and_comes_back(
    context: BrowserContext, browser: Browser, site: str, tmp_path: Path
) -> None:
    page = open_study(context)
    first, second, *_ = ids(page)
    remember(page, **{first: {"reps": 5}, second: {}})
    page.reload()
    page.get_by_text("My progress").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Export to a file").click()
    file = tmp_path / "progress.json"
    waiting.value.save_as(file)
    written = json.loads(file.read_text(encoding="utf-8"))
    assert (written["format"], written["version"], set(written["cards"])) == ("kb-study", 1, {first, second})
    expect(page.locator("[data-part=moved]")).to_have_text("Exported the progress of 2 questions.")
    check(page)

    other = browser.new_context(base_url=site, service_workers="block")
    there = open_study(other)
    newer = reviewed()["last"] + 3_600_000
    remember(there, **{second: {"last": newer, "reps": 9}})
    there.reload()
    there.get_by_text("My progress").click()
    there.locator("[data-part=file]").set_input_files(file)
    expect(there.locator("[data-part=moved]")).to_have_text("Imported the progress of 1 question.")
    assert {name: record["reps"] for name, record in stored(there).items()} == {first: 5, second: 9}
    for text in ("not json", '{"format":"other"}', "[]"):
        file.write_text(text, encoding="utf-8")
        there.locator("[data-part=file]").set_input_files(file)
        expect(there.locator("[data-part=moved]")).to_have_text(
            "This file holds no study progress. Nothing has changed."
        )
        assert len(stored(there)) == 2
        there.locator("[data-part=moved]").evaluate("place => (place.textContent = '')")
    other.close()


def test_a_renamed_question_keeps_its_progress(context: BrowserContext) -> None:
    page = open_study(context, "en", f"?topic={TOPIC}&only=due")
    first, *_ = ids(page)

    def rename(route: Route) -> None:
        answered = route.fetch()
        data = answered.json()
        next(card for card in data["cards"] if card["id"] == first)["aliases"] = ["was-called"]
        route.fulfill(response=answered, json=data)

    remember(page, was_called={})
    page.route("**/cards.json", rename)
    page.reload()
    expect(page.locator("[data-part=count]")).to_have_text("1 question")
    assert list(stored(page)) == [first]


def test_damaged_progress_is_set_aside_and_studying_goes_on(context: BrowserContext) -> None:
    page = open_study(context)
    page.evaluate("key => localStorage.setItem(key, '{broken')", KEY)
    page.reload()
    expect(page.locator("[data-part=notice]")).to_contain_text("set aside")
    check(page)
    start(page)
    answer(page, 3)
    page.wait_for_function("key => localStorage[key]?.includes('cards')", arg=KEY)
    assert page.evaluate("key => localStorage[`${key}.damaged`]", KEY) == "{broken"


@pytest.mark.parametrize("trouble", ["setItem", "localStorage"])
def test_where_nothing_can_be_kept_it_says_so_and_works(context: BrowserContext, trouble: str) -> None:
    deny = "{ throw new DOMException('denied', 'SecurityError') }"
    context.add_init_script(
        f"Storage.prototype.setItem = () => {deny}"
        if trouble == "setItem"
        else f"Object.defineProperty(window, '__denied', {{ value: 1 }});"
        f"const own = Storage.prototype.getItem; Storage.prototype.getItem = function (key) "
        f"{{ if (String(key).includes('kb.study')) {deny}; return own.call(this, key) }}"
    )
    page = open_study(context, "ko", f"?topic={TOPIC}&order=listed")
    start(page)
    answer(page, 4)
    expect(page.locator("[data-part=notice]")).to_contain_text("저장할 수 없습니다")
    page.locator("[data-do=end]").click()
    page.locator("[data-do=more]").click()
    expect(page.locator(f"label:has([value={TOPIC}]) small")).to_contain_text("1개 봄")
    check(page)


def test_two_tabs_do_not_undo_each_other(context: BrowserContext) -> None:
    one, two = (open_study(context, "en", f"?topic={TOPIC}&order=listed") for _ in range(2))
    first, second, *_ = ids(one)
    for page in (one, two):
        start(page)
    answer(one, 3)
    expect(asked(one)).to_be_focused()
    two.bring_to_front()
    two.keyboard.press("ArrowRight")
    answer(two, 2)
    two.wait_for_function("key => Object.keys(JSON.parse(localStorage[key]).cards).length === 2", arg=KEY)
    assert {name: record["grade"] for name, record in stored(two).items()} == {first: 3, second: 2}
    one.bring_to_front()
    one.locator("[data-do=end]").click()
    one.locator("[data-do=more]").click()
    expect(one.locator(f"label:has([value={TOPIC}]) small")).to_contain_text("2 of")
