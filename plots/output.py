"""A drawn figure as the bytes of a file: small SVG with text as paths, or lossless WebP."""

from __future__ import annotations

import io
import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from html import escape

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image

from plots import animation, style
from plots.palettes import in_theme
from plots.spec import THEMES, FigureSpec, Format, Lang, Layout, Theme, Variant

SCALE: dict[Format, int] = {"svg": 1, "webp": 2}
"""How many pixels a CSS pixel gets; an SVG has none."""

COLOURS, EXACT = 256, 64


@dataclass(frozen=True, slots=True)
class Picture:
    """A finished file; `width` and `height` are CSS pixels, `moving` the file that moves, if any."""

    data: bytes
    width: int
    height: int
    moving: bytes = b""


def render(spec: FigureSpec, state: object, variant: Variant, frame: int | None = None) -> Picture:
    """Draw one variant of a figure. The same state gives the same bytes, wherever and whenever.

    `frame` is the index of a stepped figure's frame, by default of the one shown at first.
    """
    return render_themes(spec, state, variant.lang, variant.layout, frame, (variant.theme,))[variant.theme]


def render_themes(
    spec: FigureSpec,
    state: object,
    lang: Lang,
    layout: Layout,
    frame: int | None = None,
    themes: tuple[Theme, ...] = THEMES,
) -> dict[Theme, Picture]:
    """Return a picture in its themes. Lines are drawn once for all of them; shaded surfaces are not."""
    if spec.format == "webp":
        return {theme: _drawn(spec, state, Variant(lang, theme, layout), frame) for theme in themes}
    roles = _drawn(spec, state, Variant(lang, "roles", layout), frame)
    return {
        theme: replace(roles, data=in_theme(roles.data, theme), moving=in_theme(roles.moving, theme))
        for theme in themes
    }


def _drawn(spec: FigureSpec, state: object, variant: Variant, frame: int | None) -> Picture:
    with style.context(variant):
        figure = spec.draw(state, variant, frame)
        width, height = (round(side * style.POINTS_PER_INCH) for side in figure.get_size_inches())
        if spec.format == "webp":
            return Picture(webp(figure), width, height)
        frames = spec.frames(state)
        alt = spec.alt(state, variant.lang)
        if frames:
            alt = frames.frames[frames.start if frame is None else frame].alt.of(variant.lang)
        motion = spec.motion(state, variant, figure)
        if motion is None:
            return Picture(svg(figure, alt, variant.lang).encode(), width, height)
        text = svg(figure, alt, variant.lang, motion.gids)
        still, moving = animation.still(text, motion), animation.moving(text, motion)
        return Picture(still.encode(), width, height, moving.encode())


def png(spec: FigureSpec, state: object, variant: Variant, frame: int | None = None) -> bytes:
    """Return one variant as PNG at twice its size, for programs that show no SVG or WebP."""
    stream = io.BytesIO()
    _pixels(spec, state, variant, frame).save(stream, "PNG", optimize=True)
    return stream.getvalue()


def lossless(spec: FigureSpec, state: object, variant: Variant, frame: int | None = None) -> bytes:
    """Return one variant as WebP at twice its size."""
    return _lossless(_pixels(spec, state, variant, frame))


def _pixels(spec: FigureSpec, state: object, variant: Variant, frame: int | None) -> Image.Image:
    with style.context(variant):
        figure = spec.draw(state, variant, frame)
        motion = spec.motion(state, variant, figure)
        for artist in figure.findobj(lambda a: a.get_gid() in motion.gone) if motion else ():
            artist.set_visible(False)
        figure.set_dpi(style.POINTS_PER_INCH * SCALE["webp"])
        return _image(figure)


def webp(figure: Figure) -> bytes:
    """Return the figure as lossless WebP in 256 colours at its own resolution, without transparency.

    All colours of a shaded surface would take three times the bytes; hardly anybody sees the difference.
    """
    return _lossless(_few_colours(_image(figure)))


def _few_colours(image: Image.Image) -> Image.Image:
    """Return the image in 256 colours: the most frequent ones (page, letters, marks) as they are."""
    pixels = np.asarray(image)
    red, green, blue = np.moveaxis(pixels.astype(np.uint32), -1, 0)
    codes = red << 16 | green << 8 | blue
    colours, counts = np.unique(codes, return_counts=True)
    frequent = colours[np.argsort(-counts, kind="stable")[:EXACT]]
    others = ~np.isin(codes, frequent)
    # The search for means ends once hardly a pixel changes sides: ten times as fast as going on for the last.
    few = Image.fromarray(pixels[others][None]).quantize(
        COLOURS - EXACT, kmeans=max(1, int(others.sum()) // 100), dither=Image.Dither.NONE
    )
    nearest = pixels.copy()
    nearest[others] = np.asarray(few.convert("RGB"))[0]
    return Image.fromarray(nearest)


def _image(figure: Figure) -> Image.Image:
    canvas = FigureCanvasAgg(figure)
    canvas.draw()  # type: ignore[no-untyped-call]
    pixels = np.asarray(canvas.buffer_rgba())  # type: ignore[no-untyped-call]
    return Image.fromarray(np.ascontiguousarray(pixels[..., :3]))


def _lossless(image: Image.Image) -> bytes:
    stream = io.BytesIO()
    # Effort 80 and method 4 take a ninth of the time of the slowest setting, for 2 % more bytes.
    image.save(stream, "WEBP", lossless=True, quality=80, method=4)
    return stream.getvalue()


def svg(figure: Figure, title: str, lang: str, keep: Collection[str] = ()) -> str:
    """Return the figure as SVG that names itself `title` when it is opened alone."""
    stream = io.StringIO()
    figure.savefig(stream, format="svg", metadata={"Date": None, "Creator": None})
    return shorten(stream.getvalue(), title, lang, keep)


_PROLOGUE = re.compile(r"^.*?(?=<svg)", re.DOTALL)
_METADATA = re.compile(r"<metadata>.*?</metadata>", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ROOT = re.compile(r"<svg\b[^>]*>")
_VIEW = re.compile(r'viewBox="([^"]*)"')
_NAME = re.compile(r'<g id="([^"]*)">')
_EMPTY = re.compile(r"<g>\s*</g>|<defs>\s*</defs>|<defs/>")
_SPACE = re.compile(r">\s+<")
_PLACE = re.compile(r'(?<=[ \n])(?:d|x|y|points|transform)="[^"]*"')
_NUMBER = re.compile(r"-?\d+\.\d+")
_GAP = re.compile(r"(?<=[A-Za-z])\s+|\s+(?=[A-Za-z])")


def shorten(text: str, title: str, lang: str, keep: Collection[str] = ()) -> str:
    """Return the SVG without metadata, with coordinates to a hundredth of a pixel.

    Of the names of groups only those in `keep` stay.
    """
    view = _VIEW.search(text)
    if view is None:
        raise ValueError("An SVG without a viewBox cannot be scaled.")
    # Without a width of its own, the picture fills the window when it is opened alone.
    root = (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" role="img" '
        f'lang="{lang}" viewBox="{view.group(1)}">'
        f"<title>{escape(title, quote=False)}</title>"
    )
    text = _COMMENT.sub("", _METADATA.sub("", _PROLOGUE.sub("", text)))
    text = _ROOT.sub(lambda _: root, text, count=1)
    text = _SPACE.sub("><", _NAME.sub(lambda m: m[0] if m[1] in keep else "<g>", text))
    while (less := _EMPTY.sub("", text)) != text:
        text = less
    return _PLACE.sub(_shorter_place, text).strip() + "\n"


def _shorter_place(match: re.Match[str]) -> str:
    """Return one attribute with fewer digits; scale factors of glyphs keep theirs."""
    name, _, value = match.group(0).partition("=")
    if name == "transform" and "translate" not in value:
        return match.group(0)
    head, scale, tail = value.partition("scale")
    head = _NUMBER.sub(_shorter_number, head)
    if name == "d":
        head = _GAP.sub("", head)
    return f"{name}={head}{scale}{tail}"


def _shorter_number(match: re.Match[str]) -> str:
    short = f"{float(match.group(0)):.2f}".rstrip("0").rstrip(".")
    return "0" if short == "-0" else short
