"""`kb figures`: draw figures to files for use elsewhere, such as slides."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from kb.figures.cache import known_figures
from kb.figures.drawing import import_output, state_of, tell
from kb.processes import workers
from plots.fonts import FontsMissingError
from plots.registry import FIGURES
from plots.spec import LANGS, LAYOUTS, THEMES, Variant

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 (it has no other name)

FileFormat = Literal["svg", "png", "webp"]


@dataclass(frozen=True, slots=True)
class _Job:
    """One figure in the variants asked for."""

    figure: str
    variants: tuple[Variant, ...]
    format: FileFormat


def add_parser(commands: Subparsers) -> None:
    """Add the command to those of `kb`."""
    parser = commands.add_parser("figures", help="draw the figures to files", description=__doc__)
    parser.add_argument("ids", nargs="*", metavar="ID", help="figures to draw (all without any)")
    parser.add_argument("-o", "--output", type=Path, metavar="DIR", help="where to write the files")
    parser.add_argument("--list", action="store_true", help="list the figures and draw nothing")
    parser.add_argument("--format", choices=("svg", "png", "webp"), default="svg", help="svg by default")
    parser.add_argument("--lang", choices=LANGS, help="one language instead of both")
    parser.add_argument("--theme", choices=THEMES, help="one theme instead of both")
    parser.add_argument("--layout", choices=LAYOUTS, default="wide", help="wide by default")


def run(args: argparse.Namespace) -> int:
    """Draw what was asked for; 2 for a wrong call."""
    unknown = [figure for figure in args.ids if figure not in FIGURES]
    if unknown:
        print(f"kb: no such figure: {', '.join(unknown)} (`kb figures --list`)", file=sys.stderr)
        return 2
    if args.list:
        for figure in args.ids or known_figures():
            print(f"{figure}: {FIGURES[figure].title.en}")
        return 0
    if args.output is None:
        print("kb: where to? Name a folder with --output", file=sys.stderr)
        return 2
    try:
        return _draw_all(args)
    except FontsMissingError as error:
        print(f"kb: {error}", file=sys.stderr)
        return 2


def _draw_all(args: argparse.Namespace) -> int:
    jobs = tuple(_jobs(args))
    if rastered := [job.figure for job in jobs if job.format != args.format]:
        print(f"kb: {', '.join(rastered)}: shaded, so WebP instead of SVG", file=sys.stderr)
    args.output.mkdir(parents=True, exist_ok=True)
    written = 0
    with workers(len(jobs), import_output) as pool:
        for done, count in enumerate(pool(partial(_draw, folder=args.output), jobs), 1):
            written += count
            tell(sys.stderr, done, len(jobs), f"{written} files to {args.output}")
    return 0


def _jobs(args: argparse.Namespace) -> Iterator[_Job]:
    variants = tuple(
        Variant(lang, theme, args.layout)
        for lang in LANGS
        for theme in THEMES
        if args.lang in (None, lang) and args.theme in (None, theme)
    )
    for figure in dict.fromkeys(args.ids or known_figures()):
        own: FileFormat = FIGURES[figure].format
        yield _Job(figure, variants, own if args.format == "svg" else args.format)


def _draw(job: _Job, folder: Path) -> int:
    """Write a figure's pictures into `folder` and return how many files they are."""
    count = 0
    spec, state = FIGURES[job.figure], state_of(job.figure)
    frames = spec.frames(state)
    for index, key in enumerate([f".{frame.key}" for frame in frames.frames] if frames else [""]):
        for variant in job.variants:
            name = f"{spec.id}{key}.{variant.name}".removesuffix(".wide")
            for ending, data in _pictures(job, variant, index if frames else None):
                (folder / f"{name}.{ending}").write_bytes(data)
                count += 1
    return count


def _pictures(job: _Job, variant: Variant, frame: int | None) -> Iterator[tuple[str, bytes]]:
    """Yield endings and contents of the files of one picture."""
    from plots import output  # imports Matplotlib

    spec, state = FIGURES[job.figure], state_of(job.figure)
    if job.format == "png":
        yield "png", output.png(spec, state, variant, frame)
    elif job.format == "webp" and spec.format == "svg":
        yield "webp", output.lossless(spec, state, variant, frame)
    else:
        picture = output.render(spec, state, variant, frame)
        yield spec.format, picture.data
        if picture.moving:
            yield "moving.svg", picture.moving
