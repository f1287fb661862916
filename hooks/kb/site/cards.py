"""Social cards: the picture that a messenger shows beside a link, 1200 × 630 pixels, in each language."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from PIL import Image, ImageChops, ImageColor, ImageDraw

from kb.cache import Cache
from kb.rendering.assets import Asset
from kb.site.lettering import LEADING, Block, face, fit, shown, wrap
from kb.versions import file_hash, key, made_by

WIDTH, HEIGHT = 1200, 630
_KIND = "cards"
_MARGIN = 84
_ROOM = WIDTH - 2 * _MARGIN
_HEAD, _FOOT = 140, 82  # what is above and below the question
_TITLE_HEIGHT = 296
_SIZES = range(78, 25, -2)
_GAP = 9  # below the question, and above its translation
_SECOND_SIZE, _SECOND_LINES = 30, 2
_SMALL = 30
_FINE = 4  # how many times as large the sign is drawn
_PAPER, _INK, _MUTED, _ACCENT = "#fbfaf7", "#1f2328", "#565d66", "#0b5d57"
_INKS = (_INK, _MUTED, _ACCENT)
_SHADES = 5  # of each ink: with paper, sixteen colours
_BITS = 4  # hold the number of a colour
_LEVEL = 4  # of packing: little more than 6 makes, in half the time


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says: the question, the same in the other language (or nothing), and where it is from."""

    title: str
    translation: str
    facts: str
    site: str


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
    for card in (card for card, file in files.items() if file is None):
        files[card] = cache.write(_KIND, names[card], draw(card, fonts), ".png")
    return tuple(Asset(path, files[card]) for path, card in cards.items())


def draw(card: Card, fonts: Sequence[Path]) -> bytes:
    """Return a card as PNG. The whole question is on it, in the largest letters that fit."""
    regular, bold = map(str, fonts)
    title, second = title_block(card.title, bold), _second_block(card.translation, regular)
    above = max(0.0, (_TITLE_HEIGHT - title.height) / 2)
    below = round(_HEAD + above + title.height + _GAP)
    image = Image.new("P", (WIDTH, HEIGHT))
    image.putpalette([value for colour in _COLOURS for value in colour])
    image.paste(_head(card.site, bold), (0, 0))
    image.paste(_written(title, bold, below - _HEAD, above, _INK), (0, _HEAD))
    image.paste(_written(second, regular, HEIGHT - _FOOT - below, _GAP, _MUTED), (0, below))
    image.paste(_foot(card.facts, regular), (0, HEIGHT - _FOOT))
    stream = io.BytesIO()
    image.save(stream, "PNG", bits=_BITS, compress_level=_LEVEL)
    return stream.getvalue()


def title_block(text: str, font: str) -> Block:
    """Set a question as large as it can be."""
    return fit(shown(text, font), font, _ROOM, _TITLE_HEIGHT, _SIZES)


def _second_block(text: str, font: str) -> Block:
    return Block(wrap(shown(text, font), font, _SECOND_SIZE, _ROOM, _SECOND_LINES), _SECOND_SIZE)


@lru_cache(maxsize=8)
def _head(site: str, font: str) -> Image.Image:
    mark, name = _mark(), Image.new("L", (WIDTH, _HEAD))
    face(font, _SMALL).write(name, _MARGIN + 62, 92, shown(site, font))
    return ImageChops.add(_inked(mark, _ACCENT), _inked(name, _INK))


@lru_cache(maxsize=64)  # neighbours are of one topic
def _foot(facts: str, font: str) -> Image.Image:
    image = Image.new("L", (WIDTH, _FOOT))
    face(font, _SMALL).write(image, _MARGIN, _FOOT - 56, shown(facts, font))
    ImageDraw.Draw(image).rectangle((0, _FOOT - 18, WIDTH, _FOOT), fill=255)
    return _inked(image, _ACCENT)


def _written(block: Block, font: str, height: int, top: float, ink: str) -> Image.Image:
    """Return a picture with the lines of a block, the first of them below `top`."""
    image = Image.new("L", (WIDTH, height))
    for n, line in enumerate(block.lines):
        middle = top + (n + 0.5) * block.size * LEADING
        face(font, block.size).write(image, _MARGIN, middle, line)
    return _inked(image, ink)


def _mark() -> Image.Image:
    """Return a picture with the site's sign, the graph of ReLU, with smooth edges."""
    large = Image.new("L", (_FINE * WIDTH, _FINE * _HEAD))
    pen, left, top = ImageDraw.Draw(large), _MARGIN, 72
    graph = [(left + 2, top + 30), (left + 22, top + 30), (left + 44, top + 2)]
    pen.line([(_FINE * x, _FINE * y) for x, y in graph], fill=255, width=_FINE * 6, joint="curve")
    bend = (left + 14, top + 22, left + 30, top + 38)
    pen.ellipse([_FINE * side for side in bend], fill=255)
    return large.reduce(_FINE)


def _inked(grey: Image.Image, ink: str) -> Image.Image:
    """Return the numbers of colours for a picture in shades of grey; no colours are mixed, only shades."""
    return grey.point(_levels(_INKS.index(ink) * _SHADES))


@cache
def _levels(first: int) -> list[int]:
    levels = (round(shade / 255 * _SHADES) for shade in range(256))
    return [level and first + level for level in levels]


def _shades(ink: str) -> Iterator[tuple[int, ...]]:
    """Yield the colours from paper to ink, without paper."""
    ends = tuple(zip(_rgb(_PAPER), _rgb(ink), strict=True))
    for level in range(1, _SHADES + 1):
        yield tuple(round(paper + (full - paper) * level / _SHADES) for paper, full in ends)


def _rgb(colour: str) -> tuple[int, ...]:
    return ImageColor.getrgb(colour)[:3]


_COLOURS = (_rgb(_PAPER), *(shade for ink in _INKS for shade in _shades(ink)))
