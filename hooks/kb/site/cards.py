"""Social cards: the picture that a messenger shows beside a link, 1200 × 630 pixels, in each language."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from PIL import Image, ImageColor, ImageDraw, ImageFont

from kb.cache import Cache
from kb.derive import make_all
from kb.rendering.assets import Asset
from kb.versions import file_hash, key, made_by

WIDTH, HEIGHT = 1200, 630
_KIND = "cards"
_AT_ONCE = 512  # so that little is lost when a build is interrupted
_MARGIN = 84
_TITLE_HEIGHT = 310
_SIZES = range(78, 25, -2)
_LEADING = 1.32
_SECOND_SIZE, _SECOND_LINES = 30, 2
_SMALL = 30
_PAPER, _INK, _MUTED, _ACCENT = "#fbfaf7", "#1f2328", "#565d66", "#0b5d57"
_INKS = (_INK, _MUTED, _ACCENT)
_SHADES = 5  # of each ink: with paper, sixteen colours, two pixels to a byte
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says: the question, the same in the other language (or nothing), and where it is from."""

    title: str
    translation: str
    facts: str
    site: str


@dataclass(frozen=True, slots=True)
class Set:
    """Lines of text at a size in pixels."""

    lines: tuple[str, ...]
    size: int


def card_path(question: str, lang: str) -> str:
    """Return the path of a question's card in the site."""
    return f"assets/cards/{question}.{lang}.png"


def card_assets(cards: Mapping[str, Card], fonts: Sequence[Path], cache: Cache) -> tuple[Asset, ...]:
    """Draw the cards by path, taking from `cache` those that were drawn before.

    `fonts` are the files of the regular and the semi-bold font.
    """
    maker = key(made_by(__name__, libraries=("pillow",)), *map(file_hash, fonts))
    names = {c: key(maker, c.title, c.translation, c.facts, c.site) for c in cards.values()}
    files = {c: cache.file(_KIND, name, ".png") for c, name in names.items()}
    missing = [card for card, file in files.items() if file is None]
    for first in range(0, len(missing), _AT_ONCE):
        some = missing[first : first + _AT_ONCE]
        for card, picture in zip(some, make_all(some, partial(_draw_all, fonts)), strict=True):
            files[card] = cache.write(_KIND, names[card], picture, ".png")
    return tuple(Asset(path, files[card]) for path, card in cards.items())


def _draw_all(fonts: Sequence[Path], cards: Sequence[Card]) -> list[bytes]:
    return [draw(card, fonts) for card in cards]


def draw(card: Card, fonts: Sequence[Path]) -> bytes:
    """Return a card as PNG. The whole question is on it, in the largest letters that fit.

    All is drawn in shades of grey, which are then inked: no colours are mixed that must be sorted out.
    """
    regular, bold = (str(path) for path in fonts)
    image = Image.new("L", (WIDTH, HEIGHT))
    pen = ImageDraw.Draw(image)
    _mark(pen, _MARGIN, 72)
    pen.text((_MARGIN + 62, 92), _shown(card.site, bold), font=_font(bold, _SMALL), fill=255, anchor="lm")
    title = fit(_shown(card.title, bold), bold)
    second = wrap(_shown(card.translation, regular), regular, _SECOND_SIZE, _SECOND_LINES)
    height = len(title.lines) * title.size * _LEADING
    top = 140 + max(0.0, (_TITLE_HEIGHT - height) / 2)
    middle = _write(pen, title, bold, top) + 9
    _write(pen, Set(second, _SECOND_SIZE), regular, middle + 9)
    pen.rectangle((0, HEIGHT - 18, WIDTH, HEIGHT), fill=255)
    facts = _shown(card.facts, regular)
    pen.text((_MARGIN, HEIGHT - 62), facts, font=_font(regular, _SMALL), fill=255, anchor="lm")
    lowest = HEIGHT - 62 - _SMALL
    areas = (
        ((0, 0, _MARGIN + 56, 140), _ACCENT),
        ((_MARGIN + 56, 0, WIDTH, 140), _INK),
        ((0, 140, WIDTH, round(middle)), _INK),
        ((0, round(middle), WIDTH, lowest), _MUTED),
        ((0, lowest, WIDTH, HEIGHT), _ACCENT),
    )
    stream = io.BytesIO()
    _inked(image, areas).save(stream, "PNG", bits=4, compress_level=4)
    return stream.getvalue()


def _inked(image: Image.Image, areas: Iterable[tuple[tuple[int, int, int, int], str]]) -> Image.Image:
    """Return a grey picture in the colours of its areas; one that no area covers is lost."""
    colours = [_PAPER, *(shade for ink in _INKS for shade in _shades(ink))]
    done = Image.new("P", image.size)
    done.putpalette([value for colour in colours for value in ImageColor.getrgb(colour)[:3]])
    for area, ink in areas:
        first = _INKS.index(ink) * _SHADES
        levels = (round(grey / 255 * _SHADES) for grey in range(256))
        done.paste(image.crop(area).point([level and first + level for level in levels]), area)
    return done


@cache
def _shades(ink: str) -> tuple[str, ...]:
    """Return the colours from paper to ink, without paper."""
    ends = tuple(zip(ImageColor.getrgb(_PAPER)[:3], ImageColor.getrgb(ink)[:3], strict=True))
    mixed = (
        [round(paper + (full - paper) * level / _SHADES) for paper, full in ends]
        for level in range(1, _SHADES + 1)
    )
    return tuple("#{:02x}{:02x}{:02x}".format(*colour) for colour in mixed)


def _write(pen: ImageDraw.ImageDraw, block: Set, font: str, top: float) -> float:
    """Write lines below `top` and return where they end."""
    for line in block.lines:
        middle = top + block.size * _LEADING / 2
        pen.text((_MARGIN, middle), line, font=_font(font, block.size), fill=255, anchor="lm")
        top += block.size * _LEADING
    return top


def _mark(pen: ImageDraw.ImageDraw, left: float, top: float) -> None:
    """Draw the site's sign: the graph of ReLU."""
    points = [(left + 2, top + 30), (left + 22, top + 30), (left + 44, top + 2)]
    pen.line(points, fill=255, width=6, joint="curve")
    pen.ellipse((left + 14, top + 22, left + 30, top + 38), fill=255)


def fit(text: str, font: str) -> Set:
    """Set a title in the largest letters in which all of it fits, every word in one piece if it can be."""
    for size in _SIZES:
        lines = wrap(text, font, size)
        if len(lines) * size * _LEADING <= _TITLE_HEIGHT and " ".join(lines) == text:
            return Set(lines, size)
    most = int(_TITLE_HEIGHT / (_SIZES[-1] * _LEADING))
    return Set(wrap(text, font, _SIZES[-1], most), _SIZES[-1])


def wrap(text: str, font: str, size: int, most: int | None = None) -> tuple[str, ...]:
    """Break `text` between words into as few lines as it takes, of about one length.

    What does not fit into `most` lines is cut, with an ellipsis. A word that is longer than a line
    is broken anywhere.
    """
    measure, room = partial(_length, font, size), WIDTH - 2 * _MARGIN
    lines = _greedy(text, measure, room)
    if most is not None and len(lines) > most:
        last = lines[most - 1]
        while last and measure(last + _ELLIPSIS) > room:
            last = last[:-1]
        return (*lines[: most - 1], last.rstrip() + _ELLIPSIS)
    # No narrower than the longest word, so that balancing breaks none.
    low, high = min(room, max(map(measure, text.split()), default=0.0)), float(room)
    for _ in range(12):
        middle = (low + high) / 2
        balanced = _greedy(text, measure, middle)
        fits = len(balanced) == len(lines) and all(measure(line) <= middle for line in balanced)
        low, high = (low, middle) if fits else (middle, high)
    return tuple(_greedy(text, measure, high))


def _greedy(text: str, measure: Callable[[str], float], room: float) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if measure(joined) <= room:
            lines = [*lines[:-1], joined]
            continue
        lines.append("")
        for letter in word:
            if lines[-1] and measure(lines[-1] + letter) > room:
                lines.append("")
            lines[-1] += letter
    return lines


def _length(font: str, size: int, text: str) -> float:
    """Return the width of `text` in pixels; the basic layout sets letters side by side, no closer."""
    return sum(_advance(font, size, letter) for letter in text)


@cache
def _advance(font: str, size: int, letter: str) -> float:
    return _font(font, size).getlength(letter)


@cache
def _font(path: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


def _shown(text: str, font: str) -> str:
    """Return `text` without the characters that the font has no picture for."""
    return "".join(letter for letter in " ".join(text.split()) if letter == " " or not _lacks(font, letter))


@cache
def _lacks(font: str, letter: str) -> bool:
    face = _font(font, 24)
    return bytes(face.getmask(letter)) == bytes(face.getmask("\U0010ffff"))
