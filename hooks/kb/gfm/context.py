"""What the block rules learn about a text and the inline rules need."""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import dataclass, field
from typing import Any

KEY = "gfm"
# Reference links may expand to this much text, or to the text's own length if that is more.
MIN_EXPANSION = 100_000


class TooComplexError(ValueError):
    """The text is nested more deeply than any page can show."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link or image points, and its tool tip."""

    url: str
    title: str


@dataclass(slots=True)
class Context:
    """The definitions of one text, collected while its blocks are parsed.

    `math` turns on `$…$`, `$$…$$`, ```` ```math ````; `budget` is what reference links may still
    add to the text in characters, against blow-up by one long definition used many times.
    """

    math: bool = False
    references: dict[str, Target] = field(default_factory=dict)
    footnotes: dict[str, str] = field(default_factory=dict)
    budget: int = MIN_EXPANSION

    def lookup(self, key: str) -> Target | None:
        """Return the definition of a reference link, None when there is none."""
        found = self.references.get(key)
        if found is None:
            return None
        self.budget -= len(found.url) + len(found.title)
        return found if self.budget >= 0 else None


def context_of(env: MutableMapping[str, Any]) -> Context:
    """Return the context that `env` of markdown-it carries."""
    context = env.setdefault(KEY, Context())
    assert isinstance(context, Context)
    return context
