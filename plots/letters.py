"""Texts as outlines: each is measured and laid out once in a process, not once in a picture."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from matplotlib import mathtext, text
from matplotlib.backends import backend_agg
from matplotlib.font_manager import FontManager, FontProperties
from matplotlib.textpath import TextToPath

Outlines = dict[str, Any]


class Letters(TextToPath):
    """What all renderers share instead of having one each.

    Properties of fonts are told apart by their hashes, as Matplotlib does; fonts by their identity: each
    process has its own.
    """

    def __init__(self) -> None:
        """Know no text yet."""
        super().__init__()
        self._sizes: dict[tuple[str, int, Any], tuple[float, float, float]] = {}
        self._layouts: dict[tuple[Any, ...], tuple[list[Any], list[Any]]] = {}
        self._outlines: Outlines = {}

    def get_text_width_height_descent(
        self, s: str, prop: FontProperties, ismath: Any
    ) -> tuple[float, float, float]:
        """Return how large a text is."""
        key = (s, hash(prop), ismath)
        if key not in self._sizes:
            self._sizes[key] = super().get_text_width_height_descent(s, prop, ismath)
        return self._sizes[key]

    def get_glyphs_with_font(
        self,
        font: Any,
        s: str,
        glyph_map: Outlines | None = None,
        return_new_glyphs_only: bool = False,
        **options: Any,
    ) -> Any:
        """Return how a text is laid out, and the outlines that `glyph_map` lacks."""
        lay_out: Callable[..., Any] = functools.partial(super().get_glyphs_with_font, font, s, **options)
        if glyph_map is None or not return_new_glyphs_only:
            return lay_out(glyph_map)
        return self._laid_out((font, s, *options.values()), lay_out, glyph_map)

    def get_glyphs_mathtext(
        self,
        prop: FontProperties,
        s: str,
        glyph_map: Outlines | None = None,
        return_new_glyphs_only: bool = False,
    ) -> Any:
        """Return how a formula is laid out, and the outlines that `glyph_map` lacks."""
        lay_out: Callable[..., Any] = functools.partial(super().get_glyphs_mathtext, prop, s)
        if glyph_map is None or not return_new_glyphs_only:
            return lay_out(glyph_map)
        return self._laid_out((hash(prop), s), lay_out, glyph_map)

    def _laid_out(
        self, key: tuple[Any, ...], lay_out: Callable[..., Any], known: Outlines
    ) -> tuple[list[Any], Outlines, list[Any]]:
        if key not in self._layouts:
            glyphs, outlines, lines = lay_out(glyph_map=self._outlines, return_new_glyphs_only=True)
            self._outlines.update(outlines)
            self._layouts[key] = glyphs, lines
        glyphs, lines = self._layouts[key]
        return glyphs, {name: self._outlines[name] for name, *_ in glyphs if name not in known}, lines


_find = FontManager._find_fonts_by_props  # noqa: SLF001
_files: dict[int, Any] = {}


def _found(manager: FontManager, prop: FontProperties) -> Any:
    """Return the files of a font; Matplotlib asks whenever it lays out a text."""
    key = hash(prop)
    if key not in _files:
        _files[key] = _find(manager, prop)
    return _files[key]


_SHARED: tuple[tuple[Any, str, Any], ...] = (
    (text, "TextToPath", functools.cache(Letters)),
    (FontManager, "_find_fonts_by_props", _found),
    (backend_agg, "MathTextParser", functools.cache(mathtext.MathTextParser)),
)


@contextmanager
def shared() -> Iterator[None]:
    """Let all renderers share letters, the parser of formulas with its cache, and the files of fonts."""
    before = [getattr(owner, name) for owner, name, _ in _SHARED]
    for owner, name, ours in _SHARED:
        setattr(owner, name, ours)
    try:
        yield
    finally:
        for (owner, name, _), theirs in zip(_SHARED, before, strict=True):
            setattr(owner, name, theirs)
