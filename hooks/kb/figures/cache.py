"""The figures of `plots` as cached files.

Matplotlib and NumPy are imported only when a picture is missing from the cache.
"""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import os
import platform
import threading
import warnings
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import cache, partial
from importlib.metadata import version
from itertools import product
from pathlib import Path
from typing import Any, TextIO

import plots
from kb.model import Lang, Reference
from plots.fonts import font_files
from plots.registry import FIGURES
from plots.spec import LANGS, LAYOUTS, THEMES, Layout, Theme, Variant, variants

_LIBRARIES = ("matplotlib", "numpy", "pillow", "contourpy")


@dataclass(frozen=True, slots=True)
class FigureFile:
    """One picture of a figure on disk; `width` and `height` are CSS pixels."""

    variant: Variant
    path: Path
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class FigureText:
    """What a figure says in one language: `alt` one sentence, `description` several."""

    alt: str
    caption: str
    description: str


@dataclass(frozen=True, slots=True)
class RenderedFigure:
    """A figure ready for the site. `module` is the file that draws it, relative to the project."""

    id: str
    files: tuple[FigureFile, ...]
    ko: FigureText
    en: FigureText
    sources: tuple[Reference, ...]
    module: str

    def text(self, lang: Lang) -> FigureText:
        """Return the figure's words in `lang`."""
        return self.ko if lang == "ko" else self.en

    def file(self, lang: Lang, theme: Theme, layout: Layout) -> FigureFile:
        """Return the picture for a language, theme and layout."""
        return next(file for file in self.files if file.variant == Variant(lang, theme, layout))


def known_figures() -> tuple[str, ...]:
    """Return the ids of all figures, without importing anything heavy."""
    return tuple(FIGURES)


def render_figures(
    ids: Iterable[str], cache_dir: Path, progress: TextIO | None = None
) -> tuple[RenderedFigure, ...]:
    """Return the figures of `ids`, drawing what the cache does not hold.

    Args:
        ids: ids of `known_figures`, each returned once, in their first order.
        cache_dir: where the files are and stay, `.cache/kb/figures`.
        progress: where to tell how far the drawing is, such as `sys.stderr`; a bar on a
            terminal, one line elsewhere, nothing when all is cached.

    Raises:
        KeyError: for an id that is not known.
        FontsMissingError: if the fonts are not installed.
    """
    wanted = tuple(dict.fromkeys(ids))
    if unknown := [figure for figure in wanted if figure not in FIGURES]:
        raise KeyError(f"No such figure: {', '.join(unknown)}.")
    key = _key() if wanted else ""
    found = {figure: _read(figure, key, cache_dir) for figure in wanted}
    missing = tuple(figure for figure in wanted if found[figure] is None)
    if missing:
        cache_dir.mkdir(parents=True, exist_ok=True)
        for made in _draw(missing, cache_dir, progress):
            _write(_manifest(made.id, key, cache_dir), _to_json(made))
            found[made.id] = made
    return tuple(figure for figure in found.values() if figure is not None)


def cache_key() -> str:
    """Return a hash of all that pictures depend on: code, data, fonts and library versions."""
    digest = hashlib.sha256()
    package = Path(plots.__file__).parent
    inputs = [*package.rglob("*.py"), *package.rglob("*.npz")]
    for path in (*sorted(inputs), *font_files()):
        name = path.name if path.suffix == ".otf" else path.relative_to(package).as_posix()
        digest.update(f"{name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\0".encode())
    for library in _LIBRARIES:
        digest.update(f"{library}\0{version(library)}\0".encode())
    return digest.hexdigest()[:16]


@cache
def _key() -> str:
    """Return the key as of the first call: what is edited later is not what this process runs."""
    return cache_key()


def _manifest(figure: str, key: str, cache_dir: Path) -> Path:
    return cache_dir / f"{figure}.{key}.json"


def _read(figure: str, key: str, cache_dir: Path) -> RenderedFigure | None:
    """Return a figure from the cache, or nothing if any part of it is missing or unreadable."""
    try:
        data = json.loads(_manifest(figure, key, cache_dir).read_text("utf-8"))
        files = tuple(
            FigureFile(Variant(**one["variant"]), cache_dir / one["name"], one["width"], one["height"])
            for one in data["files"]
        )
        texts = {lang: FigureText(**data[lang]) for lang in LANGS}
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if {file.variant for file in files} != set(variants()) or not all(f.path.is_file() for f in files):
        return None
    return _rendered(figure, files, texts["ko"], texts["en"])


def _rendered(figure: str, files: Iterable[FigureFile], ko: FigureText, en: FigureText) -> RenderedFigure:
    spec = FIGURES[figure]
    sources = tuple(Reference(source.title, source.url) for source in spec.sources)
    order = {variant: index for index, variant in enumerate(variants())}
    ranked = tuple(sorted(files, key=lambda file: order[file.variant]))
    return RenderedFigure(figure, ranked, ko, en, sources, spec.path)


def _to_json(figure: RenderedFigure) -> bytes:
    files = [
        {"variant": asdict(f.variant), "name": f.path.name, "width": f.width, "height": f.height}
        for f in figure.files
    ]
    data = {"files": files, "ko": asdict(figure.ko), "en": asdict(figure.en)}
    return json.dumps(data, ensure_ascii=False, indent=1).encode()


def _write(path: Path, data: bytes) -> None:
    """Write a file in one step, so that an interrupted run leaves no half of it."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.write_bytes(data)
    draft.replace(path)


@cache
def _state(figure: str) -> Any:
    return FIGURES[figure].compute()


def _draw_part(part: tuple[str, Layout], cache_dir: Path) -> list[FigureFile]:
    """Draw and store one layout of a figure in all languages and themes; they share the costly parts."""
    from plots.output import render  # imports Matplotlib

    figure, layout = part
    spec, files = FIGURES[figure], []
    for lang, theme in product(LANGS, THEMES):
        variant = Variant(lang, theme, layout)
        picture = render(spec, _state(figure), variant)
        digest = hashlib.sha256(picture.data).hexdigest()[:8]
        path = cache_dir / f"{figure}.{variant.name}.{digest}.{spec.format}"
        _write(path, picture.data)
        files.append(FigureFile(variant, path, picture.width, picture.height))
    return files


def _draw(figures: tuple[str, ...], cache_dir: Path, progress: TextIO | None) -> Iterator[RenderedFigure]:
    parts = tuple(product(figures, LAYOUTS))
    files: dict[str, list[FigureFile]] = {figure: [] for figure in figures}
    texts: dict[str, list[FigureText]] = {}
    for figure in figures:
        # Computed before the processes fork, so that each of them finds the state in its memory.
        spec, state = FIGURES[figure], _state(figure)
        texts[figure] = [
            FigureText(spec.alt(state, lang), spec.caption(state, lang), spec.description(state, lang))
            for lang in LANGS
        ]
    with _workers(len(parts)) as run:
        for done, ((figure, _), made) in enumerate(zip(parts, run(parts, cache_dir), strict=True), 1):
            files[figure] += made
            _tell(progress, done, len(parts), len(figures))
    for figure in figures:
        yield _rendered(figure, files[figure], *texts[figure])


@contextmanager
def _workers(count: int) -> Iterator[Any]:
    """Yield what maps parts to their files: forked processes where that is safe, else this one.

    A fork copies one thread only, so it is not tried beside others (the watchers of a live server);
    on macOS the system's own libraries do not survive it.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if platform.system() != "Linux" or min(cores, count) < 2 or threading.active_count() > 1:
        yield lambda parts, folder: (_draw_part(part, folder) for part in parts)
        return
    import plots.output  # noqa: F401  (so that the processes do not import Matplotlib one by one)

    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(min(cores, count), mp_context=context) as pool:

        def run(parts: Iterable[tuple[str, Layout]], folder: Path) -> Iterator[list[FigureFile]]:
            with warnings.catch_warnings():
                # Python 3.12 and later warn of the idle threads of NumPy's BLAS, which allow for forks.
                warnings.filterwarnings("ignore", "This process .* is multi-threaded", DeprecationWarning)
                return pool.map(partial(_draw_part, cache_dir=folder), parts)

        yield run


def _tell(stream: TextIO | None, done: int, total: int, figures: int) -> None:
    if stream is None:
        return
    if stream.isatty():
        bar = "█" * (20 * done // total)
        stream.write(f"\rDrawing figures {bar:░<20} {done}/{total}" + "\n" * (done == total))
    elif done == total:
        stream.write(f"Drew {figures} figure{'s' * (figures > 1)} ({total * 4} pictures)\n")
    stream.flush()
