"""The site's mark as pictures, for what does not show docs/assets/images/favicon.svg."""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Callable, Mapping
from pathlib import Path

import PIL
from PIL import Image, ImageDraw

from kb.rendering.assets import Asset

FOLDER = "assets/icons"
PAPER, LINE, DOT = "#0b5d57", "#ffffff", "#ffc878"
# In units of the SVG, whose picture is 32 wide.
_SIZE, _CORNER = 32, 7
_POINTS = ((6, 22), (15, 22), (25, 9))
_STROKE, _CENTRE, _RADIUS = 3.0, (15, 22), 3.3
_FINER = 4
_ICO = (16, 32, 48)

TOUCH = f"{FOLDER}/apple-touch-icon.png"
APP = {size: f"{FOLDER}/icon-{size}.png" for size in (192, 512)}
MASKABLE = f"{FOLDER}/maskable-512.png"


def icon_assets(folder: Path) -> tuple[Asset, ...]:
    """Return all icons, taking from `folder` those that were drawn before."""
    folder.mkdir(parents=True, exist_ok=True)
    made: Mapping[str, Callable[[], bytes]] = {
        "favicon.ico": _ico,
        TOUCH: lambda: _png(mark(180, corner=0)),
        **{path: lambda size=size: _png(mark(size)) for size, path in APP.items()},  # type: ignore[misc]
        # A launcher may cut a maskable icon to a circle of four fifths of its width.
        MASKABLE: lambda: _png(mark(512, corner=0, scale=0.75)),
    }
    key = hashlib.sha256(Path(__file__).read_bytes() + PIL.__version__.encode()).hexdigest()[:16]
    return tuple(Asset(path, _kept(folder / f"{key}-{Path(path).name}", draw)) for path, draw in made.items())


def _kept(file: Path, draw: Callable[[], bytes]) -> Path:
    if not file.is_file():
        draft = file.with_name(f".{file.name}.{os.getpid()}")
        draft.write_bytes(draw())
        draft.replace(file)
    return file


def mark(size: int, corner: float = _CORNER, scale: float = 1.0) -> Image.Image:
    """Draw the mark `size` pixels wide, with rounded corners, its sign `scale` times as large."""
    unit = size * _FINER / _SIZE
    image = Image.new("RGBA", (size * _FINER, size * _FINER))
    pen = ImageDraw.Draw(image)
    pen.rounded_rectangle((0, 0, size * _FINER - 1, size * _FINER - 1), corner * unit, fill=PAPER)

    def at(x: float, y: float) -> tuple[float, float]:
        middle = _SIZE / 2
        return (middle + (x - middle) * scale) * unit, (middle + (y - middle) * scale) * unit

    def dot(x: float, y: float, radius: float, colour: str) -> None:
        (left, top), (right, bottom) = at(x - radius, y - radius), at(x + radius, y + radius)
        pen.ellipse((left, top, right, bottom), fill=colour)

    pen.line([at(x, y) for x, y in _POINTS], fill=LINE, width=round(_STROKE * scale * unit))
    for x, y in _POINTS:
        dot(x, y, _STROKE / 2, LINE)
    dot(*_CENTRE, _RADIUS, DOT)
    return image.resize((size, size), Image.Resampling.LANCZOS)


def _png(image: Image.Image) -> bytes:
    stream = io.BytesIO()
    image.save(stream, "PNG", optimize=True)
    return stream.getvalue()


def _ico() -> bytes:
    stream = io.BytesIO()
    largest, *_ = pictures = [mark(size) for size in reversed(_ICO)]
    largest.save(stream, "ICO", sizes=[(size, size) for size in _ICO], append_images=pictures)
    return stream.getvalue()
