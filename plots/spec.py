"""What a figure is: the dataclasses by which the site asks for one."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, Protocol, cast

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Lang = Literal["ko", "en"]
Theme = Literal["light", "dark"]
Layout = Literal["wide", "narrow"]
Format = Literal["svg", "webp"]

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


class FigureModule(Protocol):
    """What the module of a figure defines; `state` is its own frozen dataclass."""

    def compute(self) -> Any:
        """Return everything the picture and its texts state."""

    def draw(self, state: Any, variant: Variant) -> Figure:
        """Return the picture; called inside `plots.style.context`."""

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

    @property
    def path(self) -> str:
        """The module's file, relative to the project's root."""
        return self.module.replace(".", "/") + ".py"

    def compute(self) -> Any:
        """Return the figure's state."""
        return self._code().compute()

    def draw(self, state: Any, variant: Variant) -> Figure:
        """Return the picture of `state`; call it inside `plots.style.context`."""
        return self._code().draw(state, variant)

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
