"""Studying: a round by keyboard and by touch, what it leaves behind, and what makes up a round."""

from __future__ import annotations

import re

from kb.study.words import STUDY
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.study import answer, asked, check, open_study, screens, start, stored

TOPIC = "generalization"


@screens
def test_a_round_by_keyboard(context: BrowserContext, lang: str, width: int, scheme: str) -> None:
    words = STUDY["ko" if lang == "ko" else "en"]
    page = context.new_page()
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{lang}/topics/{TOPIC}/")
    page.evaluate("window.same = true")
    page.locator(".kb-study-link a").click()
    expect(page.locator(f"[name=topic][value={TOPIC}]")).to_be_checked()
    assert page.evaluate("window.same"), "reached by instant navigation"
    check(page, "body")

    total = int(re.sub(r"\D", "", page.locator("[data-part=count]").inner_text()))
    page.locator("[data-do=start]").focus()
    page.keyboard.press("Enter")
    expect(asked(page)).to_be_focused()
    first = asked(page).inner_text()
    expect(page.locator("[data-part=answer]")).to_be_hidden()
    expect(page.locator("[data-part=grades]")).to_be_hidden()
    expect(page.locator("kbd").filter(visible=True)).to_have_text([words.space, "←", "→"])
    check(page)

    page.keyboard.press("3")  # nothing to grade yet
    expect(asked(page)).to_have_text(first)
    page.keyboard.press("Space")
    shown = page.locator("[data-part=answer]")
    expect(shown).to_be_focused()
    expect(shown.locator(".kb-summary, .kb-study__full").first).to_be_visible()
    expect(page.locator(".kb-study__grades kbd")).to_have_text(["1", "2", "3", "4"])
    expect(page.locator("[data-part=status]")).to_have_text(words.said["shown"])
    check(page)

    page.keyboard.press("1")
    expect(asked(page)).to_be_focused()
    expect(asked(page)).not_to_have_text(first)
    expect(page.locator("[data-part=status]")).to_contain_text(words.grades[0])
    page.keyboard.press("ArrowLeft")
    expect(asked(page)).to_have_text(first)
    page.keyboard.press("Space")
    expect(page.locator("[data-grade='1']")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("2")
    for _ in range(total - 1):
        expect(asked(page)).not_to_have_text(first)
        page.keyboard.press("ArrowRight")
    expect(page.locator("[data-part=known]")).to_be_focused()
    expect(page.locator("[data-part=list] a")).to_have_text([first.replace("\u2060", "")])
    expect(page.locator("[data-part=counts] b")).to_have_text(["0", "1", "0", "0"])
    check(page)
    page.locator("[data-do=repeat]").click()
    expect(asked(page)).to_have_text(first)
    page.locator("[data-do=end]").click()
    page.locator("[data-do=rest]").click()
    expect(asked(page)).to_have_text(first)
    page.locator("[data-do=end]").click()
    page.locator("[data-do=more]").click()
    expect(page.locator("[data-part=plan]")).to_be_visible()
    check(page)
    assert len(stored(page)) == 1


def test_a_round_by_touch(browser: Browser, site: str) -> None:
    context = browser.new_context(
        base_url=site,
        viewport={"width": 390, "height": 844},
        has_touch=True,
        is_mobile=True,
        service_workers="block",
    )
    page = open_study(context, "ko", "?topic=optimization", 390)
    page.locator("[data-do=start]").tap()
    reveal = page.locator("[data-do=reveal]")
    box = reveal.bounding_box()
    assert box is not None
    assert box["height"] >= 48
    assert box["y"] > 844 / 2, "within reach of the thumb"
    reveal.tap()
    for grade in page.locator("[data-grade]").all()[:4]:
        expect(grade).to_be_in_viewport(ratio=1)
        size = grade.bounding_box()
        assert size is not None
        assert size["height"] >= 48
        assert size["width"] >= 48
    first = asked(page).inner_text()
    page.locator("[data-grade='4']").tap()
    expect(asked(page)).not_to_have_text(first)
    page.locator("[data-do=back]").tap()
    expect(asked(page)).to_have_text(first)
    page.set_viewport_size({"width": 320, "height": 600})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_a_random_round_asks_every_question_of_the_topic_once(context: BrowserContext) -> None:
    page = open_study(context, "en", "?topic=optimization")
    listed = page.evaluate("fetch('cards.json').then(r => r.json())")["cards"]
    titles = [card["title"] for card in listed if card["topic"] == "optimization"]
    start(page)
    found = []
    for _ in titles:
        found.append(asked(page).inner_text())
        page.keyboard.press("ArrowRight")
    assert sorted(found) == sorted(titles)
    expect(page.locator("[data-part=known]")).to_be_visible()
    page.goto("en/study/?topic=optimization&order=listed")
    start(page)
    assert asked(page).inner_text() == titles[0]


def test_the_choice_is_in_the_address_and_stays_in_the_other_language(context: BrowserContext) -> None:
    page = open_study(context)
    page.get_by_label("Advanced").check()
    page.get_by_label("Not seen yet").check()
    page.get_by_label("As listed").check()
    page.locator("[name=topic][value=optimization]").check()
    expect(page).to_have_url(re.compile(r"\?topic=optimization&level=3&only=unseen&order=listed$"))
    count = page.locator("[data-part=count]").inner_text()
    other = open_study(context, "en", page.url.partition("/study/")[2])
    expect(other.locator("[data-part=count]")).to_have_text(count)
    start(other)
    question = other.locator("[data-part=place]").inner_text()
    other.locator("[data-kb-switch]").click()
    expect(other).to_have_url(re.compile(r"/ko/study/\?topic=optimization&level=3&only=unseen&order=listed$"))
    expect(asked(other)).to_be_visible()
    assert (
        re.findall(r"\d+", question)
        == re.findall(r"\d+", other.locator("[data-part=place]").inner_text())[::-1]
    )


def test_a_choice_that_matches_nothing_cannot_be_started(context: BrowserContext) -> None:
    page = open_study(context, "en", "?only=due")
    expect(page.locator("[data-part=count]")).to_have_text("No question matches.")
    expect(page.locator("[data-do=start]")).to_be_disabled()


def test_a_visit_to_the_question_does_not_end_the_round(context: BrowserContext, site: str) -> None:
    page = open_study(context, "en", f"?topic={TOPIC}")
    start(page)
    answer(page, 3)
    expect(asked(page)).to_be_focused()
    second = asked(page).inner_text()
    page.locator("[data-part=page]").click()
    expect(page.locator("h1#question")).to_contain_text(second[:20])
    page.go_back()
    expect(page).to_have_url(f"{site}en/study/?topic={TOPIC}")
    expect(asked(page)).to_have_text(second)
    page.reload()
    expect(asked(page)).to_have_text(second)


def test_backs_are_finished_and_lead_where_they_should(context: BrowserContext, site: str) -> None:
    requests: list[str] = []
    context.on("request", lambda request: requests.append(request.url))
    page = open_study(context, "en", "?topic=optimization&order=listed")
    start(page)
    page.keyboard.press("Space")
    shown = page.locator("[data-part=answer]")
    expect(shown.locator(".katex").first).to_be_visible()
    shown.locator("picture img").filter(visible=True).first.scroll_into_view_if_needed()
    page.wait_for_function(
        "[...document.querySelectorAll('[data-part=answer] img')].some(i => i.naturalWidth)"
    )
    links = shown.locator("a[href]").evaluate_all("links => links.map(a => a.href)")
    assert not [link for link in links if "/study/" in link and "#" not in link]
    assert all(link.startswith((site, "https://")) for link in links)
    assert not [url for url in requests if "katex" in url and ".js" in url]
    assert len([url for url in requests if "/en/q/" in url]) == 2, "this question and the next"


def test_an_answer_that_cannot_be_loaded_says_so_and_can_be_asked_for_again(
    browser: Browser, site: str
) -> None:
    context = browser.new_context(base_url=site, service_workers="block")
    page = open_study(context, "en", f"?topic={TOPIC}")
    page.route("**/en/q/**", lambda route: route.abort())
    start(page)
    page.locator("[data-do=reveal]").click()
    expect(page.locator("[data-part=hint]")).to_contain_text("could not be loaded")
    check(page)
    page.unroute("**/en/q/**")
    page.locator("[data-do=reveal]").click()
    expect(page.locator("[data-part=answer]")).to_be_visible()
    expect(page.locator("[data-part=hint]")).to_be_hidden()
    context.close()


def test_without_scripts_the_page_says_what_it_needs(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=site)
    page = context.new_page()
    for lang, said in (("ko", "자바스크립트"), ("en", "JavaScript")):
        page.goto(f"{lang}/study/")
        # Scripts switched off by a debugger do not make the browser show it: the text must do.
        assert said in (page.locator("article noscript").text_content() or "")
        expect(page.locator(".kb-study")).to_be_hidden()
        expect(page.locator("[data-kb-study-trouble]")).to_be_hidden()
    context.close()
