"""The site's mark as pictures, for what does not show docs/assets/images/favicon.svg."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PIL import Image, ImageDraw

from kb.cache import Cache
from kb.rendering.assets import Asset
from kb.versions import key, made_by

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


def icon_assets(cache: Cache) -> tuple[Asset, ...]:
    """Return all icons, taking from `cache` those that were drawn before."""
    maker = made_by(__name__, libraries=("pillow",))

    def kept(path: str, draw: Callable[[], bytes]) -> Asset:
        name, ending = key(maker, path), Path(path).suffix
        return Asset(path, cache.file("icons", name, ending) or cache.write("icons", name, draw(), ending))

    return (
        kept("favicon.ico", _ico),
        kept(TOUCH, lambda: _png(mark(180, corner=0))),
        *(kept(path, partial(_app_icon, size)) for size, path in APP.items()),
        # A launcher may cut a maskable icon to a circle of four fifths of its width.
        kept(MASKABLE, lambda: _png(mark(512, corner=0, scale=0.75))),
    )


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


def _app_icon(size: int) -> bytes:
    return _png(mark(size))


def _png(image: Image.Image) -> bytes:
    stream = io.BytesIO()
    image.save(stream, "PNG", optimize=True)
    return stream.getvalue()


def _ico() -> bytes:
    stream = io.BytesIO()
    largest, *_ = pictures = [mark(size) for size in reversed(_ICO)]
    largest.save(stream, "ICO", sizes=[(size, size) for size in _ICO], append_images=pictures)
    return stream.getvalue()
