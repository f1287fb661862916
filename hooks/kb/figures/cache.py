"""The figures of `plots` as cached files.

Matplotlib and NumPy are imported only when a picture is missing from the cache.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, TextIO

from kb.cache import Cache
from kb.figures.drawing import KIND, draw
from kb.figures.keys import keys_at_first
from kb.figures.rendered import FigureFile, FigureFrame, FigureText, RenderedFigure
from kb.model import Reference, Text
from plots.registry import FIGURES
from plots.spec import LANGS, Variant, variants


def known_figures() -> tuple[str, ...]:
    """Return the ids of all figures, without importing anything heavy."""
    return tuple(FIGURES)


def render_figures(
    ids: Iterable[str], cache: Cache, progress: TextIO | None = None
) -> tuple[RenderedFigure, ...]:
    """Return the figures of `ids`, drawing what the cache does not hold.

    Args:
        ids: ids of `known_figures`, each returned once, in their first order.
        cache: where the files are and stay.
        progress: where to tell how far the drawing is, such as `sys.stderr`; a bar on a
            terminal, one line elsewhere, nothing when all is cached.

    Raises:
        KeyError: for an id that is not known.
        FontsMissingError: if the fonts are not installed.
    """
    wanted = tuple(dict.fromkeys(ids))
    if unknown := [figure for figure in wanted if figure not in FIGURES]:
        raise KeyError(f"No such figure: {', '.join(unknown)}.")
    keys = keys_at_first() if wanted else {}
    earlier = cache.remembered(KIND)
    found = {figure: earlier.get(figure) or read(figure, keys[figure], cache) for figure in wanted}
    missing = tuple(figure for figure in wanted if found[figure] is None)
    for made in draw(missing, cache, progress) if missing else ():
        cache.write_json(KIND, f"{made.id}.{keys[made.id]}", _to_json(made))
        found[made.id] = made
    cache.remember(KIND, found)
    return tuple(figure for figure in found.values() if figure is not None)


def read(figure: str, key: str, cache: Cache) -> RenderedFigure | None:
    """Return a figure from the cache, or nothing if any part of it is missing or unreadable."""
    try:
        found = _from_json(figure, cache.json(KIND, f"{figure}.{key}"), cache)
    except (FileNotFoundError, ValueError, KeyError, TypeError, AttributeError, IndexError):
        return None
    sets = [frame.files for frame in found.frames] or [found.files]
    return found if all({file.variant for file in files} == set(variants()) for files in sets) else None


def _to_json(figure: RenderedFigure) -> dict[str, Any]:
    """Return what drawing found out as a JSON value; sources and title are in the registry."""
    return {
        "files": [] if figure.frames else [_file_to_json(file) for file in figure.files],
        "ko": asdict(figure.ko),
        "en": asdict(figure.en),
        "control": asdict(figure.control),
        "frames": [
            asdict(replace(frame, files=())) | {"files": [_file_to_json(file) for file in frame.files]}
            for frame in figure.frames
        ],
        "start": figure.start,
        "settings": figure.settings,
    }


def _file_to_json(file: FigureFile) -> dict[str, Any]:
    moving = file.moving.name if file.moving else None
    return asdict(file) | {"path": file.path.name, "moving": moving}


def _from_json(figure: str, data: Any, cache: Cache) -> RenderedFigure:
    spec = FIGURES[figure]
    frames = tuple(
        FigureFrame(
            key=frame["key"],
            label=Text(**frame["label"]),
            alt=Text(**frame["alt"]),
            caption=Text(**frame["caption"]),
            files=_files(frame["files"], cache),
        )
        for frame in data["frames"]
    )
    ko, en = (FigureText(**data[lang]) for lang in LANGS)
    return RenderedFigure(
        id=figure,
        files=frames[data["start"]].files if frames else _files(data["files"], cache),
        ko=ko,
        en=en,
        sources=tuple(Reference(source.title, source.url) for source in spec.sources),
        module=spec.path,
        title=Text(spec.title.ko, spec.title.en),
        kind=spec.kind,
        control=Text(**data["control"]),
        frames=frames,
        start=data["start"],
        settings=tuple((name, value) for name, value in data["settings"]),
    )


def _files(data: Any, cache: Cache) -> tuple[FigureFile, ...]:
    return tuple(
        FigureFile(
            Variant(**one["variant"]),
            _picture(cache, one["path"]),
            one["width"],
            one["height"],
            _picture(cache, one["moving"]) if one["moving"] else None,
        )
        for one in data
    )


def _picture(cache: Cache, file: str) -> Path:
    """Return a picture's file; raises FileNotFoundError where it is missing or damaged."""
    found = cache.exact(KIND, file)
    if found is None:
        raise FileNotFoundError(file)
    return found
