"""The gallery of figures, pages with figures as a whole, and the enlarged view."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, expect

from plots.registry import FIGURES
from plots.spec import Lang
from tests.browser.figures import ANIMATED, EXPLORER, STEPPED, both, drawn, find, fits, violations


@both
def test_gallery_shows_every_figure_once_and_leads_to_it(
    context: BrowserContext, site: str, lang: Lang
) -> None:
    page = context.new_page()
    page.goto(f"{lang}/figures/")
    shown = page.locator(".kb-gallery h3").evaluate_all("all => all.map(h => h.id)")
    assert sorted(shown) == sorted(f"figure-{name}" for name in FIGURES)
    for name, spec in FIGURES.items():
        article = page.locator(".kb-gallery article").filter(has=page.locator(f"#figure-{name}"))
        expect(article.locator("h3 a")).to_have_text(spec.title.of(lang))
        assert article.locator("p").last.inner_text()
        links = article.locator("li a").evaluate_all("all => all.map(a => a.href)")
        assert links
        own = {f"{site}{lang}/q/{question}/#figure-{name}" for question in spec.questions}
        assert own <= set(links), "the figure stands in the answers it was made for"
    page.goto(f"{lang}/")
    expect(page.get_by_role("main").locator("article a[href$='figures/']")).to_be_visible()


@both
def test_gallery_link_follows_instant_navigation_to_a_working_figure(
    context: BrowserContext, lang: Lang
) -> None:
    page = context.new_page()
    page.goto(f"{lang}/figures/")
    page.wait_for_function("'document$' in window")
    page.evaluate("window.same = true")
    page.locator(f"#figure-{STEPPED} a").click()
    figure = page.locator(f"figure#figure-{STEPPED}")
    expect(figure).to_be_visible()
    assert page.evaluate("window.same"), "the page was loaded anew"
    expect(figure.get_by_role("slider")).to_be_visible()


# Both widths with both themes in both languages, each pair once.
@pytest.mark.parametrize(
    ("lang", "scheme", "width"),
    [("ko", "light", 390), ("ko", "dark", 1280), ("en", "light", 1280), ("en", "dark", 390)],
)
def test_pages_with_figures_are_accessible_and_fit_the_screen(
    context: BrowserContext, lang: Lang, scheme: str, width: int
) -> None:
    page = context.new_page()
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{lang}/figures/")
    page.wait_for_function("'document$' in window")
    assert violations(page) == []
    assert fits(page)
    for name in (STEPPED, ANIMATED, EXPLORER):
        figure = find(page, lang, name)
        theme, layout = scheme, "wide" if width > 720 else "narrow"
        image = figure.locator("picture img").filter(visible=True)
        expect(image).to_have_count(1)
        assert drawn(image)
        assert f".{lang}.{theme}.{layout}." in image.evaluate("image => image.currentSrc")
        if name == EXPLORER:
            figure.get_by_role("button").first.click()
            expect(figure.locator(".kb-figure__result")).not_to_be_empty()
        assert violations(page) == [], name
        assert fits(page), name


@pytest.mark.parametrize("width", [1280, 390])
@both
def test_enlarged_view_opens_closes_and_returns_the_focus(
    context: BrowserContext, lang: Lang, width: int
) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 800})
    figure = find(page, lang, "activation-panel")
    link = figure.locator(".kb-figure__open").filter(visible=True)
    expect(link).to_have_text("그림 크게 보기" if lang == "ko" else "Enlarge the figure")
    link.press("Enter")
    dialog = page.get_by_role("dialog", name="크게 본 그림" if lang == "ko" else "Enlarged figure")
    expect(dialog).to_be_visible()
    close = dialog.get_by_role("button", name="닫기" if lang == "ko" else "Close")
    expect(close).to_be_focused()
    image = dialog.locator("img")
    expect(image).to_have_attribute("alt", figure.locator("picture img").first.get_attribute("alt") or "")
    page.wait_for_load_state("networkidle")
    box, small = image.bounding_box(), figure.locator("picture img").filter(visible=True).bounding_box()
    assert box is not None
    assert small is not None
    assert box["width"] > 1.2 * small["width"]
    assert violations(page, "dialog") == []
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(link).to_be_focused()
    link.press("Enter")
    close.click()
    expect(page.locator("dialog")).to_have_count(0)
    figure.locator("picture").filter(visible=True).click()
    expect(dialog).to_be_visible()
    page.mouse.click(2, 2)
    expect(page.locator("dialog")).to_have_count(0)
    expect(link).to_be_focused()


def test_modified_click_opens_the_picture_alone(context: BrowserContext) -> None:
    page = context.new_page()
    figure = find(page, "en", "activation-panel")
    link = figure.locator(".kb-figure__open").filter(visible=True)
    with context.expect_page() as opened:
        link.click(modifiers=["ControlOrMeta"])
    opened.value.wait_for_load_state()
    assert opened.value.url == link.evaluate("a => a.href")
    expect(page.locator("dialog")).to_have_count(0)
