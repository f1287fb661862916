"""A figure ready for the site: its files, its words, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kb.model import Lang, Reference, Text
from plots.spec import Kind, Layout, Theme, Variant

_NO_WORDS = Text()


@dataclass(frozen=True, slots=True)
class FigureFile:
    """One picture on disk; `width` and `height` are CSS pixels, `moving` the animated file, if any."""

    variant: Variant
    path: Path
    width: int
    height: int
    moving: Path | None = None


@dataclass(frozen=True, slots=True)
class FigureText:
    """What a figure says in one language: `alt` one sentence, `description` several."""

    alt: str
    caption: str
    description: str


@dataclass(frozen=True, slots=True)
class FigureFrame:
    """One picture of a stepped figure: what the slider says, and what stands in its place and below it."""

    key: str
    label: Text
    alt: Text
    caption: Text
    files: tuple[FigureFile, ...]

    def file(self, lang: Lang, theme: Theme, layout: Layout) -> FigureFile:
        """Return the picture for a language, theme and layout."""
        return next(file for file in self.files if file.variant == Variant(lang, theme, layout))


@dataclass(frozen=True, slots=True)
class RenderedFigure:
    """A figure ready for the site. `module` is the file that draws it, relative to the project.

    A stepped figure has all its `frames`; `files` are those of the frame `start`. `control` names
    the slider, `settings` are the numbers an explorer starts from.
    """

    id: str
    files: tuple[FigureFile, ...]
    ko: FigureText
    en: FigureText
    sources: tuple[Reference, ...]
    module: str
    title: Text = _NO_WORDS
    kind: Kind = "still"
    control: Text = _NO_WORDS
    frames: tuple[FigureFrame, ...] = ()
    start: int = 0
    settings: tuple[tuple[str, float], ...] = ()

    def text(self, lang: Lang) -> FigureText:
        """Return the figure's words in `lang`."""
        return self.ko if lang == "ko" else self.en

    def file(self, lang: Lang, theme: Theme, layout: Layout) -> FigureFile:
        """Return the picture for a language, theme and layout."""
        return next(file for file in self.files if file.variant == Variant(lang, theme, layout))

    def paths(self) -> Iterator[Path]:
        """Yield every file of the figure once."""
        frames = [frame.files for frame in self.frames] or [self.files]
        for file in (file for files in frames for file in files):
            yield file.path
            if file.moving:
                yield file.moving
