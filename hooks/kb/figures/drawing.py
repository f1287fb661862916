"""Draw figures into files, in parallel where that pays. Only what draws imports Matplotlib."""

from __future__ import annotations

import gc
import hashlib
import multiprocessing
import os
import platform
import threading
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from itertools import groupby, product
from pathlib import Path
from typing import Any, Protocol, TextIO, TypeVar

from kb.figures.rendered import FigureFile, FigureFrame, FigureText, RenderedFigure
from kb.model import Reference, Text
from plots.registry import FIGURES
from plots.spec import LANGS, LAYOUTS, THEMES, Both, FigureSpec, Frames, Layout, Variant, variants

PICTURES = len(LANGS) * len(THEMES) * len(LAYOUTS)
In = TypeVar("In")
Out = TypeVar("Out")
_ORDER = {variant: index for index, variant in enumerate(variants())}


@dataclass(frozen=True, slots=True)
class _Part:
    """Some layouts of one figure, drawn in one process in all languages and themes: these share much."""

    figure: str
    layouts: tuple[Layout, ...]


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The files of a part, by the index of their frame, and the figure's words."""

    part: _Part
    files: tuple[tuple[int, FigureFile], ...]
    ko: FigureText
    en: FigureText
    frames: Frames | None
    settings: Mapping[str, float]


def draw(figures: Sequence[str], folder: Path, progress: TextIO | None) -> Iterator[RenderedFigure]:
    """Draw figures into `folder` and yield each when it is finished, telling `progress` how far it is."""
    parts = _parts(figures)
    done = pictures = 0
    with workers(len(parts)) as run:
        halved = {part.figure for part in parts if part.layouts != LAYOUTS}
        for figure in halved:
            state_of(figure)  # before the processes fork, so that both halves find it
        all_drawn = run(partial(_draw_part, folder=folder), parts)
        for figure, group in groupby(all_drawn, key=lambda drawn: drawn.part.figure):
            mine = []
            for drawn in group:
                mine.append(drawn)
                done += 1
                pictures += len(drawn.files)
                tell(progress, done, len(parts), f"{_count(len(figures), 'figure')}, {pictures} pictures")
            yield _rendered(FIGURES[figure], mine)


def _parts(figures: Sequence[str]) -> tuple[_Part, ...]:
    """Return the parts to draw, the costly figures first, so that no process is left with one at the end.

    A figure is drawn in one process where there are enough figures for all of them, else in two.
    """
    cheap = {"stepped": 0, "animated": 1}
    ordered = sorted(figures, key=lambda f: (FIGURES[f].format != "webp", cheap.get(FIGURES[f].kind, 2)))
    if len(figures) > 2 * _cores():
        return tuple(_Part(figure, LAYOUTS) for figure in ordered)
    return tuple(_Part(figure, (layout,)) for figure, layout in product(ordered, LAYOUTS))


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Run(Protocol):
    """What applies a function to many things, like `map`; results come in order."""

    def __call__(self, work: Callable[[In], Out], things: Iterable[In], /) -> Iterator[Out]:
        """Yield what `work` makes of each of `things`."""


@contextmanager
def workers(count: int) -> Iterator[Run]:
    """Yield what maps a function over `count` things: forked processes where that is safe, else this one.

    A fork copies one thread only, so it is not tried beside others (the watchers of a live server);
    on macOS the system's own libraries do not survive it.
    """
    cores = min(_cores(), count)
    if platform.system() != "Linux" or cores < 2 or threading.active_count() > 1:
        yield map
        return
    import plots.output  # noqa: F401  (so that the processes do not import Matplotlib one by one)

    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(cores, mp_context=context) as pool:

        def run(work: Callable[[In], Out], things: Iterable[In]) -> Iterator[Out]:
            with warnings.catch_warnings():
                # Python 3.12 and later warn of the idle threads of NumPy's BLAS, which allow for forks.
                warnings.filterwarnings("ignore", "This process .* is multi-threaded", DeprecationWarning)
                return pool.map(work, things)

        yield run


@cache
def state_of(figure: str) -> Any:
    """Return what a figure computes, once per process."""
    return FIGURES[figure].compute()


@contextmanager
def _uncollected() -> Iterator[None]:
    """Collect garbage at the end only: Matplotlib's many cycles cost a fifth of the time otherwise."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()
        gc.collect()


@_uncollected()
def _draw_part(part: _Part, folder: Path) -> _Drawn:
    from plots.output import render  # imports Matplotlib

    spec, state = FIGURES[part.figure], state_of(part.figure)
    frames = spec.frames(state)
    keys = [frame.key for frame in frames.frames] if frames else [""]
    files = []
    for layout, (index, key), lang, theme in product(part.layouts, enumerate(keys), LANGS, THEMES):
        variant = Variant(lang, theme, layout)
        picture = render(spec, state, variant, index if frames else None)
        name = f"{spec.id}.{key}.{variant.name}" if key else f"{spec.id}.{variant.name}"
        path = _store(folder, name, picture.data, spec.format)
        moving = _store(folder, f"{name}.moving", picture.moving, "svg") if picture.moving else None
        files.append((index, FigureFile(variant, path, picture.width, picture.height, moving)))
    ko, en = (
        FigureText(spec.alt(state, lang), spec.caption(state, lang), spec.description(state, lang))
        for lang in LANGS
    )
    return _Drawn(part, tuple(files), ko, en, frames, spec.settings(state))


def _store(folder: Path, name: str, data: bytes, ending: str) -> Path:
    path = folder / f"{name}.{hashlib.sha256(data).hexdigest()[:8]}.{ending}"
    write(path, data)
    return path


def write(path: Path, data: bytes) -> None:
    """Write a file in one step, so that an interrupted run leaves no half of it."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.write_bytes(data)
    draft.replace(path)


def _rendered(spec: FigureSpec, drawn: Sequence[_Drawn]) -> RenderedFigure:
    first = drawn[0]
    files: dict[int, list[FigureFile]] = {}
    for index, file in (one for part in drawn for one in part.files):
        files.setdefault(index, []).append(file)
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
