"""The drafts of many answers, with their formulas typeset."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from kb.cache import Cache
from kb.derive import Recipe, derive_here, make_each
from kb.model import Lang
from kb.rendering.draft import Draft
from kb.rendering.formulas import Formula
from kb.rendering.katex import Typeset, katex_version, typesetter
from kb.rendering.render import draft, formulas_of
from kb.versions import key, made_by

Written = tuple[str, Lang]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A draft, and what KaTeX made of each of its formulas."""

    draft: Draft
    formulas: tuple[Typeset, ...]

    @property
    def typeset(self) -> Mapping[Formula, Typeset]:
        """Return the finished formulas by their source."""
        return dict(zip(formulas_of(self.draft), self.formulas, strict=True))


_RECIPE = Recipe("drafts", Prepared)


def prepare(written: Iterable[Written], cache: Cache) -> Mapping[Written, Prepared]:
    """Return a draft for every answer, by its Markdown and language.

    Raises ToolMissingError where a new formula needs Node.js or KaTeX and they are missing.
    """
    maker = key(made_by(__name__, libraries=("cmarkgfm", "nh3", "pygments")), katex_version())
    names = {one: key(maker, *one) for one in written}
    earlier = cache.remembered(_RECIPE.kind).values()
    known = {formula: done for one in earlier for formula, done in one.typeset.items()}
    found = derive_here(_RECIPE, {name: one for one, name in names.items()}, partial(_prepare, known), cache)
    return {one: found[name] for one, name in names.items()}


def _prepare(known: Mapping[Formula, Typeset], written: Sequence[Written]) -> list[Prepared]:
    """Make drafts; their formulas are typeset by one process meanwhile."""
    drafts: list[Draft] = []
    with typesetter(known) as katex:
        for made in make_each(written, _drafts):
            katex.ask(formulas_of(made))
            drafts.append(made)
        done = katex.done()
    return [Prepared(made, tuple(done[formula] for formula in formulas_of(made))) for made in drafts]


def _drafts(written: Sequence[Written]) -> list[Draft]:
    return [draft(gfm, lang) for gfm, lang in written]
