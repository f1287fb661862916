"""What the browser tests of figures share."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page

from plots.registry import FIGURES
from plots.spec import LANGS, Lang

AXE = (Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
STEPPED, ANIMATED, EXPLORER = (
    next(name for name, spec in FIGURES.items() if spec.kind == kind)
    for kind in ("stepped", "animated", "explorer")
)
ELEMENTS = {"stepped": "kb-steps", "animated": "kb-motion", "explorer": "kb-explorer"}

_PLACES: dict[tuple[Lang, str], str] = {}

both = pytest.mark.parametrize("lang", LANGS)


def find(page: Page, lang: Lang, name: str) -> Locator:
    """Go to the page that the gallery names first for a figure, and return the figure."""
    if (lang, name) not in _PLACES:
        page.goto(f"{lang}/figures/")
        _PLACES[lang, name] = page.locator(f"#figure-{name} a").evaluate("a => a.href")
    page.goto(_PLACES[lang, name])
    page.wait_for_function("'document$' in window")
    figure = page.locator(f"figure#figure-{name}")
    figure.locator("picture img").filter(visible=True).scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    return figure


def violations(page: Page, within: str = "body") -> object:
    page.evaluate(AXE)
    found = "r => r.violations.map(v => [v.id, v.nodes[0].html])"
    return page.evaluate(f"axe.run({within!r}).then({found})")


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def drawn(image: Locator) -> bool:
    return bool(image.evaluate("image => image.complete && image.naturalWidth > 0"))
