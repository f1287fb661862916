"""Social cards: the picture that a messenger shows beside a link, 1200 × 630 pixels, in each language."""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import PIL
from PIL import Image, ImageDraw, ImageFont

from kb.rendering.assets import Asset

WIDTH, HEIGHT = 1200, 630
_MARGIN = 84
_TITLE_HEIGHT = 310
_SIZES = range(78, 25, -2)
_LEADING = 1.32
_SECOND_SIZE, _SECOND_LINES = 30, 2
_SMALL = 30
_PAPER, _INK, _MUTED, _ACCENT = "#fbfaf7", "#1f2328", "#565d66", "#0b5d57"
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


def card_assets(cards: Mapping[str, Card], fonts: Sequence[Path], folder: Path) -> tuple[Asset, ...]:
    """Draw the cards by path, taking from `folder` those that were drawn before.

    `fonts` are the files of the regular and the semi-bold font.
    """
    folder.mkdir(parents=True, exist_ok=True)
    key = _key(fonts)
    found = []
    for path, card in cards.items():
        digest = hashlib.sha256(f"{key}\0{card}".encode("utf-8", "replace")).hexdigest()[:24]
        file = folder / f"{digest}.png"
        if not file.is_file():
            draft = file.with_name(f".{digest}.{os.getpid()}")
            draft.write_bytes(draw(card, fonts))
            draft.replace(file)
        found.append(Asset(path, file))
    return tuple(found)


def _key(fonts: Iterable[Path]) -> str:
    """Return a hash of all that cards depend on but their words."""
    digest = hashlib.sha256(Path(__file__).read_bytes())
    for font in fonts:
        digest.update(font.read_bytes())
    return f"{digest.hexdigest()} {PIL.__version__}"


def draw(card: Card, fonts: Sequence[Path]) -> bytes:
    """Return a card as PNG. The whole question is on it, in the largest letters that fit."""
    regular, bold = (str(path) for path in fonts)
    image = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    pen = ImageDraw.Draw(image)
    _mark(pen, _MARGIN, 72)
    pen.text((_MARGIN + 62, 92), _shown(card.site, bold), font=_font(bold, _SMALL), fill=_INK, anchor="lm")
    title = fit(_shown(card.title, bold), bold)
    second = wrap(_shown(card.translation, regular), regular, _SECOND_SIZE, _SECOND_LINES)
    height = len(title.lines) * title.size * _LEADING
    top = 140 + max(0.0, (_TITLE_HEIGHT - height) / 2)
    top = _write(pen, title, bold, top, _INK) + 18
    _write(pen, Set(second, _SECOND_SIZE), regular, top, _MUTED)
    pen.rectangle((0, HEIGHT - 18, WIDTH, HEIGHT), fill=_ACCENT)
    facts = _shown(card.facts, regular)
    pen.text((_MARGIN, HEIGHT - 62), facts, font=_font(regular, _SMALL), fill=_ACCENT, anchor="lm")
    stream = io.BytesIO()
    few = image.quantize(32, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(stream, "PNG", compress_level=7)
    return stream.getvalue()


def _write(pen: ImageDraw.ImageDraw, block: Set, font: str, top: float, colour: str) -> float:
    """Write lines below `top` and return where they end."""
    for line in block.lines:
        middle = top + block.size * _LEADING / 2
        pen.text((_MARGIN, middle), line, font=_font(font, block.size), fill=colour, anchor="lm")
        top += block.size * _LEADING
    return top


def _mark(pen: ImageDraw.ImageDraw, left: float, top: float) -> None:
    """Draw the site's sign: the graph of ReLU."""
    points = [(left + 2, top + 30), (left + 22, top + 30), (left + 44, top + 2)]
    pen.line(points, fill=_ACCENT, width=6, joint="curve")
    pen.ellipse((left + 14, top + 22, left + 30, top + 38), fill=_ACCENT)


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
    face, room = _font(font, size), WIDTH - 2 * _MARGIN
    lines = _greedy(text, face, room)
    if most is not None and len(lines) > most:
        last = lines[most - 1]
        while last and face.getlength(last + _ELLIPSIS) > room:
            last = last[:-1]
        return (*lines[: most - 1], last.rstrip() + _ELLIPSIS)
    # No narrower than the longest word, so that balancing breaks none.
    low, high = min(room, max(map(face.getlength, text.split()), default=0.0)), float(room)
    for _ in range(12):
        middle = (low + high) / 2
        balanced = _greedy(text, face, middle)
        fits = len(balanced) == len(lines) and all(face.getlength(line) <= middle for line in balanced)
        low, high = (low, middle) if fits else (middle, high)
    return tuple(_greedy(text, face, high))


def _greedy(text: str, face: ImageFont.FreeTypeFont, room: float) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and face.getlength(joined) <= room:
            lines[-1] = joined
            continue
        lines.append("")
        for letter in word:
            if lines[-1] and face.getlength(lines[-1] + letter) > room:
                lines.append("")
            lines[-1] += letter
    return lines


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
