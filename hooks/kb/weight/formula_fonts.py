"""KaTeX's stylesheet for the formulas of a site, and its fonts cut down to their letters.

With the common fonts in the stylesheet a formula is drawn once, in its own letters: nothing moves when they
come. Those that few formulas need are files beside it.
"""

from __future__ import annotations

import base64
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from kb.cache import Cache
from kb.rendering.assets import Asset
from kb.versions import key, made_by
from kb.weight.css import rules, trimmed
from kb.weight.fonts import kept
from kb.weight.formula_letters import fonts_of, letters

SHEET = "assets/stylesheets/formulas.css"
_FONTS = "assets/vendor/katex"
_LICENSE = "/*! KaTeX, MIT License; its fonts, SIL Open Font License 1.1 */"
_NAMES = re.compile(r'class="([^"]*)"')
_SOURCE = re.compile(r"src:url\(fonts/([\w-]+)\.woff2\)[^;}]*")
# The share of formulas from which on a font is a common one.
_COMMON = 0.05
# Units to the em: half as many as the fonts have, still fifty to a pixel of a letter.
_UNITS = 500


def formula_assets(katex: Path, formulas: Iterable[str], cache: Cache) -> tuple[Asset, ...]:
    """Return the stylesheet for `formulas`, HTML that KaTeX made, and fonts; `katex` is its folder `dist`.

    Raises FileNotFoundError where npm has not been run.
    """
    css = (katex / "katex.min.css").read_text(encoding="utf-8")
    listed = sorted(set(formulas))
    name = key(made_by(__name__), css, *listed)
    needs = cache.json("formula-letters", name)
    if needs is None:
        needs = _needs(css, listed)
        cache.write_json("formula-letters", name, needs)
    fonts = {
        font: kept(katex / f"fonts/{font}.ttf", text, cache, _UNITS)
        for font, text in needs["letters"].items()
    }
    common = frozenset(needs["common"])
    sheet = "".join(_sheet(trimmed(css, frozenset(needs["names"])), fonts, common))
    files = (Asset(f"{_FONTS}/{font}.woff2", path) for font, path in fonts.items() if font not in common)
    return Asset(SHEET, text=f"{_LICENSE}{sheet}\n"), *files


def _needs(css: str, formulas: Sequence[str]) -> dict[str, object]:
    """Return the classes of formulas, the letters of each font they need, and the common fonts."""
    fonts = fonts_of(css)
    found: dict[str, set[str]] = {}
    count: Counter[str] = Counter()
    for formula in formulas:
        needed = letters(formula, fonts)
        count.update(needed.keys())
        for font, text in needed.items():
            found.setdefault(font, set()).update(text)
    return {
        "names": sorted({name for f in formulas for names in _NAMES.findall(f) for name in names.split()}),
        "letters": {font: "".join(sorted(found[font])) for font in sorted(found)},
        "common": sorted(font for font, n in count.items() if n >= _COMMON * len(formulas)),
    }


def _sheet(css: str, fonts: Mapping[str, Path], common: Iterable[str]) -> Iterator[str]:
    """Yield the rules, but for those of fonts that no formula needs."""
    for head, body in rules(css):
        source = _SOURCE.search(body or "")
        if head != "@font-face" or not source:
            yield f"{head}{{{body}}}"
        elif font := fonts.get(source[1]):
            data = base64.b64encode(font.read_bytes()).decode()
            held = f"data:font/woff2;base64,{data}"
            address = held if source[1] in common else f"../vendor/katex/{source[1]}.woff2"
            face = _SOURCE.sub(f'src:url({address}) format("woff2")', body or "")
            if source[1] not in common:  # early.js waits for the others, and knows them by this
                face = face.replace("font-display:block", "font-display:swap")
            yield f"{head}{{{face}}}"
