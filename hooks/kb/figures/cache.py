"""The figures of `plots` as cached files.

Matplotlib and NumPy are imported only when a picture is missing from the cache.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, TextIO

from kb.figures.drawing import draw, write
from kb.figures.keys import keys_at_first
from kb.figures.rendered import FigureFile, FigureFrame, FigureText, RenderedFigure
from kb.model import Reference, Text
from plots.registry import FIGURES
from plots.spec import LANGS, Variant, variants


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
    keys = keys_at_first() if wanted else {}
    found = {figure: read(figure, keys[figure], cache_dir) for figure in wanted}
    missing = tuple(figure for figure in wanted if found[figure] is None)
    if missing:
        cache_dir.mkdir(parents=True, exist_ok=True)
        for made in draw(missing, cache_dir, progress):
            write(manifest(made.id, keys[made.id], cache_dir), _to_json(made))
            found[made.id] = made
    return tuple(figure for figure in found.values() if figure is not None)


def manifest(figure: str, key: str, cache_dir: Path) -> Path:
    """Return the file that lists a figure's pictures and holds its words."""
    return cache_dir / f"{figure}.{key}.json"


def read(figure: str, key: str, cache_dir: Path) -> RenderedFigure | None:
    """Return a figure from the cache, or nothing if any part of it is missing or unreadable."""
    try:
        data = json.loads(manifest(figure, key, cache_dir).read_text("utf-8"))
        found = _from_json(figure, data, cache_dir)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError):
        return None
    sets = [frame.files for frame in found.frames] or [found.files]
    whole = all({file.variant for file in files} == set(variants()) for files in sets)
    return found if whole and all(path.is_file() for path in found.paths()) else None


def _to_json(figure: RenderedFigure) -> bytes:
    """Write what drawing found out; sources and title are in the registry."""
    data: dict[str, Any] = {
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
    return json.dumps(data, ensure_ascii=False, indent=1).encode()


def _file_to_json(file: FigureFile) -> dict[str, Any]:
    moving = file.moving.name if file.moving else None
    return asdict(file) | {"path": file.path.name, "moving": moving}


def _from_json(figure: str, data: Any, folder: Path) -> RenderedFigure:
    spec = FIGURES[figure]
    frames = tuple(
        FigureFrame(
            key=frame["key"],
            label=Text(**frame["label"]),
            alt=Text(**frame["alt"]),
            caption=Text(**frame["caption"]),
            files=_files(frame["files"], folder),
        )
        for frame in data["frames"]
    )
    ko, en = (FigureText(**data[lang]) for lang in LANGS)
    return RenderedFigure(
        id=figure,
        files=frames[data["start"]].files if frames else _files(data["files"], folder),
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


def _files(data: Any, folder: Path) -> tuple[FigureFile, ...]:
    return tuple(
        FigureFile(
            Variant(**one["variant"]),
            folder / one["path"],
            one["width"],
            one["height"],
            folder / one["moving"] if one["moving"] else None,
        )
        for one in data
    )
