"""What a figure is: the dataclasses by which the site asks for one.

Four kinds of figure share one form:

`still`     one picture: `compute`, `draw(state, variant)`, `alt`, `caption`, `description`.
`stepped`   several pictures behind a slider: `frames(state)` lists them, `draw(state, variant,
            frame)` gets the index of one. Without JavaScript the page shows the frame `start` and
            plain links to the others.
`animated`  a still picture of the end, and `motion(state, variant, figure)`, which says what
            moves on the way there (`plots.animation`). SVG only.
`explorer`  a still picture in which the reader may change things: `settings(state)` returns the
            numbers that the JavaScript of this figure (`docs/assets/javascripts/explorers/`) starts from.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, Protocol, cast

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from plots.animation import Motion

Lang = Literal["ko", "en"]
Theme = Literal["light", "dark", "roles"]
"""Two that readers choose from, and `roles`, in which a figure is drawn for both (`plots.palettes`)."""
Layout = Literal["wide", "narrow"]
Format = Literal["svg", "webp"]
Kind = Literal["still", "stepped", "animated", "explorer"]

LANGS: tuple[Lang, ...] = ("ko", "en")
THEMES: tuple[Theme, ...] = ("light", "dark")
LAYOUTS: tuple[Layout, ...] = ("wide", "narrow")


@dataclass(frozen=True, slots=True)
class Variant:
    """One picture of a figure. `narrow` is laid out anew for a column of 360 CSS pixels."""

    lang: Lang
    theme: Theme
    layout: Layout

    @property
    def name(self) -> str:
        """The part of a file name that tells variants apart, `ko.light.wide`."""
        return f"{self.lang}.{self.theme}.{self.layout}"


def variants() -> Iterator[Variant]:
    """Yield every variant that a figure has, in a fixed order."""
    for lang in LANGS:
        for theme in THEMES:
            for layout in LAYOUTS:
                yield Variant(lang, theme, layout)


@dataclass(frozen=True, slots=True)
class Both:
    """The same words in Korean and English."""

    ko: str
    en: str

    def of(self, lang: Lang) -> str:
        """Return the words in `lang`."""
        return self.ko if lang == "ko" else self.en


@dataclass(frozen=True, slots=True)
class Source:
    """A paper or data set that the figure draws on."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture of a stepped figure, in words.

    `key` is a part of file names (`a-z0-9-`), `label` what the slider says at this frame, in plain
    text ("k = 4"), `alt` one sentence in place of the picture, `caption` what this frame shows.
    """

    key: str
    label: Both
    alt: Both
    caption: Both


@dataclass(frozen=True, slots=True)
class Frames:
    """The frames of a stepped figure. `control` names the slider, `start` is the frame shown at first."""

    control: Both
    frames: tuple[Frame, ...]
    start: int


class FigureModule(Protocol):
    """What the module of a figure defines; `state` is its own frozen dataclass.

    `frames`, `motion` and `settings` are only there in figures of the kind that wants them; of a
    stepped figure, `alt`, `caption` and `description` speak of the whole.
    """

    def compute(self) -> Any:
        """Return everything the picture and its texts state."""

    def draw(self, state: Any, variant: Variant, frame: int = ...) -> Figure:
        """Return the picture; called inside `plots.style.context`. Only stepped figures get `frame`."""

    def frames(self, state: Any) -> Frames:
        """Return the frames of a stepped figure."""

    def motion(self, state: Any, variant: Variant, figure: Figure) -> Motion:
        """Return what moves in an animated figure; `figure` is what `draw` returned."""

    def settings(self, state: Any) -> Mapping[str, float]:
        """Return the numbers that an explorer starts from."""

    def alt(self, state: Any, lang: Lang) -> str:
        """Return one sentence in place of the picture."""

    def caption(self, state: Any, lang: Lang) -> str:
        """Return what stands under the picture."""

    def description(self, state: Any, lang: Lang) -> str:
        """Return the long description for who cannot see the picture."""


@dataclass(frozen=True, slots=True)
class FigureSpec:
    """A figure of the registry.

    `module` names the Python module that computes and draws it, `questions` the ids of the
    bank where it belongs. The methods import that module when first called.
    """

    id: str
    module: str
    format: Format
    questions: tuple[str, ...]
    sources: tuple[Source, ...]
    title: Both = Both("", "")
    kind: Kind = "still"

    @property
    def path(self) -> str:
        """The module's file, relative to the project's root."""
        return self.module.replace(".", "/") + ".py"

    def compute(self) -> Any:
        """Return the figure's state."""
        return self._code().compute()

    def draw(self, state: Any, variant: Variant, frame: int | None = None) -> Figure:
        """Return the picture of `state`; call it inside `plots.style.context`.

        `frame` is the index of a stepped figure's frame, by default of the one shown at first.
        """
        if self.kind != "stepped":
            return self._code().draw(state, variant)
        return self._code().draw(state, variant, self.start(state) if frame is None else frame)

    def frames(self, state: Any) -> Frames | None:
        """Return the frames of a stepped figure, nothing for others."""
        return self._code().frames(state) if self.kind == "stepped" else None

    def start(self, state: Any) -> int:
        """Return the index of the frame shown at first, 0 where there is one picture only."""
        frames = self.frames(state)
        return frames.start if frames else 0

    def motion(self, state: Any, variant: Variant, figure: Figure) -> Motion | None:
        """Return what moves in an animated figure, nothing for others."""
        return self._code().motion(state, variant, figure) if self.kind == "animated" else None

    def settings(self, state: Any) -> Mapping[str, float]:
        """Return the numbers an explorer starts from, none for other figures."""
        return self._code().settings(state) if self.kind == "explorer" else {}

    def alt(self, state: Any, lang: Lang) -> str:
        """Return one sentence in place of the picture."""
        return self._code().alt(state, lang)

    def caption(self, state: Any, lang: Lang) -> str:
        """Return what stands under the picture."""
        return self._code().caption(state, lang)

    def description(self, state: Any, lang: Lang) -> str:
        """Return the long description."""
        return self._code().description(state, lang)

    def _code(self) -> FigureModule:
        return cast(FigureModule, importlib.import_module(self.module))
