"""Which letters of which of KaTeX's fonts formulas need, by KaTeX's own stylesheet."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from functools import lru_cache

from kb.weight.css import rules, selectors_of

_TAG = re.compile(r'<(/?span)(?: class="([^"]*)")?[^>]*>|<[^>]*>|([^<]+)')
_DECLARED = re.compile(r"(font-family|font-style|font-weight):([\w-]+)")
_STYLES = {("normal", "400"): "Regular", ("italic", "400"): "Italic", ("normal", "700"): "Bold"}
_FIRST: Mapping[str, str] = {"font-family": "KaTeX_Main", "font-style": "normal", "font-weight": "400"}


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that sets a font: the classes of each element it names, outermost first."""

    path: tuple[frozenset[str], ...]
    values: tuple[tuple[str, str], ...]

    def applies(self, above: frozenset[frozenset[str]], own: Set[str]) -> bool:
        """Say whether the rule is for an element with the classes `own`, inside others."""
        *outer, last = self.path
        return last <= own and above.issuperset(outer)


class Place:
    """Where in a formula an element is, as far as its font goes: what it is in, and the font's values."""

    def __init__(self, above: frozenset[frozenset[str]], values: Mapping[str, str]) -> None:
        self.above = above
        self.values = values
        style = _STYLES.get((values["font-style"], values["font-weight"]), "BoldItalic")
        self.font = f"{values['font-family']}-{style}"
        self.inside: dict[str, Place] = {}


class Fonts:
    """The rules of KaTeX's stylesheet that set fonts. Formulas are much alike: each place is found once."""

    def __init__(self, css: str) -> None:
        self._rules = tuple(_font_rules(css))
        self._outer = frozenset(names for rule in self._rules for names in rule.path[:-1])
        self._places: dict[tuple[frozenset[frozenset[str]], tuple[str, ...]], Place] = {}
        self.start = Place(frozenset(), _FIRST)

    def below(self, place: Place, names: str) -> Place:
        """Return the place of an element with these classes that stands at `place`."""
        found = place.inside.get(names)
        if found is None:
            own, values = frozenset(names.split()), dict(place.values)
            for rule in self._rules:
                if rule.applies(place.above, own):
                    values.update(rule.values)
            above = place.above | {outer for outer in self._outer if outer <= own}
            same = above, tuple(values.values())
            found = place.inside[names] = self._places.setdefault(same, Place(above, values))
        return found


@lru_cache(maxsize=1)
def fonts_of(css: str) -> Fonts:
    """Return the rules of KaTeX's stylesheet that set fonts."""
    return Fonts(css)


def _font_rules(css: str) -> Iterator[Rule]:
    for head, body in rules(css):
        values = tuple(_DECLARED.findall(body or ""))
        if head.startswith("@") or not values:
            continue
        for selector in selectors_of(head):
            parts = re.split(r"[\s>]+", selector)
            yield Rule(tuple(frozenset(part.split(".")[1:]) for part in parts if part != ".katex"), values)


@lru_cache(maxsize=16384)  # an edit brings few new formulas
def letters(formula: str, fonts: Fonts) -> Mapping[str, frozenset[str]]:
    """Return the letters that a formula, HTML that KaTeX made, needs of each font, by its file's name."""
    shown = formula.partition('<span class="katex-html"')[2]
    above = [fonts.start]
    found: dict[str, set[str]] = {}
    for tag, names, text in _TAG.findall(f"<span{shown}"):
        if text:
            found.setdefault(above[-1].font, set()).update(html.unescape(text))
        elif tag == "span":
            above.append(fonts.below(above[-1], names))
        elif tag:
            del above[max(1, len(above) - 1) :]
    return {font: frozenset(held) for font, held in found.items()}
