"""Draw figures into files, in parallel where that pays. Only what draws imports Matplotlib."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import groupby, product
from typing import TYPE_CHECKING, Any, TextIO

from kb.cache import Cache
from kb.figures.rendered import FigureFile, FigureFrame, FigureText, RenderedFigure
from kb.model import Reference, Text
from kb.processes import cores, workers
from plots.registry import FIGURES
from plots.spec import LANGS, LAYOUTS, THEMES, Both, FigureSpec, Frames, Layout, Variant, variants

if TYPE_CHECKING:
    from plots.output import Picture

KIND = "figures"
PICTURES = len(LANGS) * len(THEMES) * len(LAYOUTS)
_ORDER = {variant: index for index, variant in enumerate(variants())}


@dataclass(frozen=True, slots=True)
class _Part:
    """Some layouts of one figure, drawn in one process in all languages and themes: these share much."""

    figure: str
    layouts: tuple[Layout, ...]


@dataclass(frozen=True, slots=True)
class _Picture:
    """A picture before it is a file: the index of its frame, the name of the file, what goes into it."""

    frame: int
    variant: Variant
    name: str
    picture: Picture


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The pictures of a part, and the figure's words."""

    part: _Part
    pictures: tuple[_Picture, ...]
    ko: FigureText
    en: FigureText
    frames: Frames | None
    settings: Mapping[str, float]


def draw(figures: Sequence[str], cache: Cache, progress: TextIO | None) -> Iterator[RenderedFigure]:
    """Draw figures into `cache` and yield each when it is finished, telling `progress` how far it is."""
    parts = _parts(figures)
    done = pictures = 0
    with workers(len(parts), import_output) as run:
        halved = {part.figure for part in parts if part.layouts != LAYOUTS}
        for figure in halved:
            state_of(figure)  # before the processes fork, so that both halves find it
        all_drawn = run(_draw_part, parts)
        for figure, group in groupby(all_drawn, key=lambda drawn: drawn.part.figure):
            mine = []
            for drawn in group:
                mine.append(drawn)
                done += 1
                pictures += len(drawn.pictures)
                tell(progress, done, len(parts), f"{_count(len(figures), 'figure')}, {pictures} pictures")
            yield _rendered(FIGURES[figure], mine, cache)


def _parts(figures: Sequence[str]) -> tuple[_Part, ...]:
    """Return the parts to draw, the costly figures first, so that no process is left with one at the end.

    A figure is drawn in one process where there are enough figures for all of them, else in two.
    """
    cheap = {"stepped": 0, "animated": 1}
    ordered = sorted(figures, key=lambda f: (FIGURES[f].format != "webp", cheap.get(FIGURES[f].kind, 2)))
    if len(figures) > 2 * cores():
        return tuple(_Part(figure, LAYOUTS) for figure in ordered)
    return tuple(_Part(figure, (layout,)) for figure, layout in product(ordered, LAYOUTS))


@cache
def state_of(figure: str) -> Any:
    """Return what a figure computes, once per process."""
    return FIGURES[figure].compute()


@contextmanager
def _uncollected() -> Iterator[None]:
    """Collect garbage at the end only: Matplotlib's many cycles cost a fifth of the time otherwise.

    Whatever was there before, such as the libraries, is not looked through.
    """
    before = gc.isenabled()
    gc.disable()
    gc.freeze()
    try:
        yield
    finally:
        gc.collect()
        gc.unfreeze()
        if before:
            gc.enable()


def import_output() -> None:
    """Import what draws."""
    import plots.output  # noqa: F401


@_uncollected()
def _draw_part(part: _Part) -> _Drawn:
    from plots.output import render_themes  # imports Matplotlib

    spec, state = FIGURES[part.figure], state_of(part.figure)
    frames = spec.frames(state)
    keys = [frame.key for frame in frames.frames] if frames else [""]
    pictures = []
    for layout, (index, key), lang in product(part.layouts, enumerate(keys), LANGS):
        drawn = render_themes(spec, state, lang, layout, index if frames else None)
        for theme, picture in drawn.items():
            variant = Variant(lang, theme, layout)
            name = f"{spec.id}.{key}.{variant.name}" if key else f"{spec.id}.{variant.name}"
            pictures.append(_Picture(index, variant, name, picture))
    ko, en = (
        FigureText(spec.alt(state, lang), spec.caption(state, lang), spec.description(state, lang))
        for lang in LANGS
    )
    return _Drawn(part, tuple(pictures), ko, en, frames, spec.settings(state))


def _rendered(spec: FigureSpec, drawn: Sequence[_Drawn], cache: Cache) -> RenderedFigure:
    first = drawn[0]
    files: dict[int, list[FigureFile]] = {}
    for one in (one for part in drawn for one in part.pictures):
        files.setdefault(one.frame, []).append(_file(one, spec, cache))
    ranked = {i: tuple(sorted(mine, key=lambda file: _ORDER[file.variant])) for i, mine in files.items()}
    frames = tuple(
        FigureFrame(frame.key, _text(frame.label), _text(frame.alt), _text(frame.caption), ranked[index])
        for index, frame in enumerate(first.frames.frames if first.frames else ())
    )
    start = first.frames.start if first.frames else 0
    return RenderedFigure(
        id=spec.id,
        files=ranked[start],
        ko=first.ko,
        en=first.en,
        sources=tuple(Reference(source.title, source.url) for source in spec.sources),
        module=spec.path,
        title=_text(spec.title),
        kind=spec.kind,
        control=_text(first.frames.control) if first.frames else Text(),
        frames=frames,
        start=start,
        settings=tuple(sorted((name, float(value)) for name, value in first.settings.items())),
    )


def _file(one: _Picture, spec: FigureSpec, cache: Cache) -> FigureFile:
    made = one.picture
    path = cache.write(KIND, one.name, made.data, f".{spec.format}")
    moving = cache.write(KIND, f"{one.name}.moving", made.moving, ".svg") if made.moving else None
    return FigureFile(one.variant, path, made.width, made.height, moving)


def _text(words: Both) -> Text:
    return Text(words.ko, words.en)


def tell(stream: TextIO | None, done: int, total: int, what: str) -> None:
    """Show a bar on a terminal, one line at the end elsewhere."""
    if stream is None:
        return
    if stream.isatty():
        bar = "█" * (20 * done // total)
        stream.write(f"\rDrawing figures {bar:░<20} {done}/{total}" + "\n" * (done == total))
    elif done == total:
        stream.write(f"Drew {what}\n")
    stream.flush()


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'s' * (number != 1)}"
