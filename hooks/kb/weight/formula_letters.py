"""Which letters of which of KaTeX's fonts formulas need, by KaTeX's own stylesheet."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from kb.weight.css import rules, selectors_of

_TAG = re.compile(r'<span(?: class="([^"]*)")?[^>]*>|(</span>)|<[^>]*>|([^<]+)')
_DECLARED = re.compile(r"(font-family|font-style|font-weight):([\w-]+)")
_STYLES = {("normal", "400"): "Regular", ("italic", "400"): "Italic", ("normal", "700"): "Bold"}
_FIRST: Mapping[str, str] = {"font-family": "KaTeX_Main", "font-style": "normal", "font-weight": "400"}


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that sets a font: the classes of each element it names, outermost first."""

    path: tuple[frozenset[str], ...]
    values: tuple[tuple[str, str], ...]

    def applies(self, above: Sequence[Set[str]], own: Set[str]) -> bool:
        """Say whether the rule is for an element with the classes `own`, inside others."""
        *outer, last = self.path
        return last <= own and all(any(names <= each for each in above) for names in outer)


def font_rules(css: str) -> tuple[Rule, ...]:
    """Return the rules of KaTeX's stylesheet that set fonts."""
    return tuple(_font_rules(css))


def _font_rules(css: str) -> Iterator[Rule]:
    for head, body in rules(css):
        values = tuple(_DECLARED.findall(body or ""))
        if head.startswith("@") or not values:
            continue
        for selector in selectors_of(head):
            parts = re.split(r"[\s>]+", selector)
            yield Rule(tuple(frozenset(part.split(".")[1:]) for part in parts if part != ".katex"), values)


@lru_cache(maxsize=16384)  # an edit brings few new formulas
def letters(formula: str, setting: tuple[Rule, ...]) -> Mapping[str, frozenset[str]]:
    """Return the letters that a formula, HTML that KaTeX made, needs of each font, by its file's name."""
    shown = formula.partition('<span class="katex-html"')[2]
    above: list[tuple[frozenset[str], Mapping[str, str]]] = [(frozenset(), _FIRST)]
    found: dict[str, frozenset[str]] = {}
    for names, closes, text in _TAG.findall(f"<span{shown}"):
        if text:
            name = _file(above[-1][1])
            found[name] = found.get(name, frozenset()) | frozenset(html.unescape(text))
        elif closes:
            del above[max(1, len(above) - 1) :]
        elif names is not None:
            above.append(_below(above, frozenset(names.split()), setting))
    return found


def _below(
    above: Sequence[tuple[frozenset[str], Mapping[str, str]]], own: frozenset[str], setting: Sequence[Rule]
) -> tuple[frozenset[str], Mapping[str, str]]:
    outer = [names for names, _ in above]
    values = dict(above[-1][1])
    for rule in setting:
        if rule.applies(outer, own):
            values.update(rule.values)
    return own, values


def _file(values: Mapping[str, str]) -> str:
    style = _STYLES.get((values["font-style"], values["font-weight"]), "BoldItalic")
    return f"{values['font-family']}-{style}"
