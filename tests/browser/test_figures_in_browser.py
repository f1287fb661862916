"""What a reader does with figures: slide, play, recompute."""

from __future__ import annotations

from threading import Event

import pytest
from playwright.sync_api import Browser, BrowserContext, Route, expect

from plots.registry import FIGURES
from plots.spec import Lang
from tests.browser.figures import ANIMATED, ELEMENTS, EXPLORER, STEPPED, both, drawn, find


@both
def test_slider_changes_picture_alternative_and_caption(context: BrowserContext, lang: Lang) -> None:
    page = context.new_page()
    figure = find(page, lang, STEPPED)
    spec = FIGURES[STEPPED]
    frames = spec.frames(spec.compute())
    assert frames is not None
    slider = figure.get_by_role("slider", name=frames.control.of(lang))
    image = figure.locator("picture img").filter(visible=True)
    caption = figure.locator("[aria-live]")
    before = image.bounding_box()
    below = figure.locator("figcaption").bounding_box()
    slider.focus()
    page.keyboard.press("Home")
    for index, frame in enumerate(frames.frames):
        if index:
            page.keyboard.press("ArrowRight")
        expect(slider).to_have_attribute("aria-valuetext", frame.label.of(lang))
        expect(image).to_have_attribute("alt", frame.alt.of(lang))
        expect(caption).to_have_text(frame.caption.of(lang))
        page.wait_for_load_state("networkidle")
        assert drawn(image)
        assert f"{STEPPED}.{frame.key}.{lang}.light.wide." in image.evaluate("image => image.currentSrc")
        href = figure.locator(".kb-figure__open").filter(visible=True).evaluate("a => a.href")
        assert href == image.evaluate("image => image.currentSrc"), "what is enlarged is what is shown"
        assert image.bounding_box() == before
        assert figure.locator("figcaption").bounding_box() == below, "nothing moves"


def test_other_theme_shows_the_same_frame(context: BrowserContext) -> None:
    page = context.new_page()
    figure = find(page, "en", STEPPED)
    figure.get_by_role("slider").press("End")
    alt = figure.locator("picture img").filter(visible=True).get_attribute("alt")
    page.get_by_title("Switch to dark mode").click()
    image = figure.locator("picture img").filter(visible=True)
    expect(image).to_have_attribute("alt", alt or "")
    image.scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    assert ".dark." in image.evaluate("image => image.currentSrc")
    assert drawn(image)


@both
def test_animation_plays_pauses_and_ends_in_the_still_picture(context: BrowserContext, lang: Lang) -> None:
    page = context.new_page()
    figure = find(page, lang, ANIMATED)
    still = figure.locator("picture img").filter(visible=True)
    alt, place = still.get_attribute("alt"), still.bounding_box()
    play, pause, again = {"ko": ("재생", "일시 정지", "다시 재생"), "en": ("Play", "Pause", "Play again")}[
        lang
    ]
    figure.get_by_role("button", name=play).press("Enter")
    stage = figure.locator(".kb-figure__stage svg")
    expect(stage).to_have_attribute("aria-label", alt or "")
    box = stage.bounding_box()
    assert box is not None
    assert place is not None
    assert (box["width"], box["x"]) == (place["width"], place["x"])
    assert box["height"] == pytest.approx(place["height"], abs=1)
    states = (
        "() => [...new Set(document.querySelector('.kb-figure__stage').shadowRoot"
        ".getAnimations().map(a => a.playState))]"
    )
    assert page.evaluate(states) == ["running"]
    figure.get_by_role("button", name=pause).click()
    assert page.evaluate(states) == ["paused"]
    figure.get_by_role("button", name=play).click()
    assert page.evaluate(states) == ["running"]
    all_of_them = "document.querySelector('.kb-figure__stage').shadowRoot.getAnimations()"
    page.evaluate(f"() => {all_of_them}.forEach(a => a.finish())")
    figure.get_by_role("button", name=again).click()
    assert page.evaluate(states) == ["running"]
    figure.get_by_role("button", name=pause).click()


def test_change_of_theme_brings_the_still_picture_back(context: BrowserContext) -> None:
    page = context.new_page()
    figure = find(page, "en", ANIMATED)
    figure.get_by_role("button", name="Play").click()
    expect(figure.locator(".kb-figure__stage")).to_be_visible()
    page.get_by_title("Switch to dark mode").click()
    expect(figure.locator(".kb-figure__stage")).to_have_count(0)
    expect(figure.locator("picture.kb-figure__dark")).to_be_visible()
    expect(figure.get_by_role("button", name="Play")).to_be_visible()


def test_reader_who_wants_no_motion_sees_none(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site, reduced_motion="reduce", service_workers="block")
    page = context.new_page()
    figure = find(page, "en", ANIMATED)
    expect(figure.locator("kb-motion button")).to_have_count(0)
    link = figure.locator(".kb-figure__moving").filter(visible=True)
    expect(link).to_have_count(1)
    page.goto(link.evaluate("a => a.href"))
    assert page.evaluate("document.getAnimations().length") == 0
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate("document.getAnimations().length") > 0
    context.close()


@both
def test_explorer_follows_its_sliders(context: BrowserContext, lang: Lang) -> None:
    page = context.new_page()
    figure = find(page, lang, EXPLORER)
    toggle = figure.locator("kb-explorer > .kb-figure__control").get_by_role("button")
    toggle.click()
    result = figure.locator(".kb-figure__result")
    expect(result).not_to_be_empty()
    expect(figure.locator("picture").first).to_be_hidden()
    sliders = figure.get_by_role("slider")
    expect(sliders).to_have_count(3)
    before, path = result.inner_text(), figure.locator("path.kb-path").last.get_attribute("d")
    sliders.nth(1).focus()
    for _ in range(40):
        page.keyboard.press("ArrowRight")
    expect(result).not_to_have_text(before)
    expect(figure.locator("path.kb-path").last).not_to_have_attribute("d", path or "")
    expect(result).to_contain_text("수렴하지 않습니다" if lang == "ko" else "does not converge")
    assert page.evaluate(
        "document.activeElement.ariaValueText || document.activeElement.getAttribute('aria-valuetext')"
    )
    figure.locator(".kb-figure__explorer").get_by_role("button").last.click()
    expect(result).to_have_text(before)
    toggle.click()
    expect(figure.locator("picture").filter(visible=True)).to_have_count(1)
    expect(result).to_be_hidden()


@both
def test_without_scripts_every_picture_can_be_reached(browser: Browser, site: str, lang: Lang) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=site)
    page = context.new_page()
    for name, kind in ((STEPPED, "stepped"), (ANIMATED, "animated"), (EXPLORER, "explorer")):
        page.goto(f"{lang}/figures/")
        target = page.locator(f"#figure-{name} a").get_attribute("href")
        page.goto(f"{lang}/figures/{target}")
        figure = page.locator(f"figure#figure-{name}")
        expect(figure.locator(ELEMENTS[kind]).locator("picture img").filter(visible=True)).to_have_count(1)
        expect(figure.get_by_role("button")).to_have_count(0)
        expect(figure.get_by_role("slider")).to_have_count(0)
        links = figure.locator(".kb-figure__steps a, .kb-figure__links a[href*='assets/figures']")
        addresses = links.filter(visible=True).evaluate_all("all => all.map(a => a.href)")
        assert len(addresses) == len(set(addresses)) + (kind == "stepped")
        for address in addresses:
            response = page.request.get(address)
            assert response.ok
    context.close()


def test_figures_keep_their_place_and_load_late(context: BrowserContext) -> None:
    page = context.new_page()
    asked: list[str] = []
    held: list[Route] = []
    released = Event()
    page.on("request", lambda request: asked.append(request.url))
    page.route(
        "**/assets/figures/*", lambda route: route.continue_() if released.is_set() else held.append(route)
    )
    page.goto(f"en/q/{FIGURES[STEPPED].questions[0]}/", wait_until="domcontentloaded")
    figure = page.locator(f"figure#figure-{STEPPED}")
    expect(figure.get_by_role("slider")).to_be_attached()
    image = figure.locator("picture img").filter(visible=True)
    image.scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    before = image.bounding_box()
    assert before is not None
    assert not drawn(image)
    released.set()
    for route in held:
        route.continue_()
    page.wait_for_load_state("networkidle")
    assert drawn(image)
    after = image.bounding_box()
    assert after is not None
    assert (after["width"], after["height"]) == (before["width"], before["height"])
    pictures = [url for url in asked if f"{STEPPED}." in url]
    assert len(pictures) == 1, "one language, one theme, one layout, one frame"
