"""Finished HTML as a field of an Anki note: formulas for Anki's MathJax, pictures as files of its own."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kb.anki.words import WORDS
from kb.figures.rendered import FigureFrame, RenderedFigure
from kb.model import Lang
from plots.spec import THEMES

_FIGURE = re.compile(
    r'<figure class="kb-figure" id="figure-(?P<id>[^"]+)">(?P<inner>.*?)</figure>', re.DOTALL
)
_ALT = re.compile(r'<img [^<>]*?alt="([^"]*)"')
_MATH = re.compile(r'<span class="katex(?:-display)?"')
_SPAN = re.compile(r"<(/?)span\b[^<>]*>")
_TEX = re.compile(r'<annotation encoding="application/x-tex">(.*?)</annotation>', re.DOTALL)
_PICTURE = re.compile(r'(<img [^<>]*?src=")([^"]*)(")')
_PERMALINK = re.compile(r'<a class="headerlink"[^<>]*>.*?</a>')
_LINK = re.compile(r'(<a\b[^<>]*?) href="(?!https?:|mailto:)[^"]*"')
_CODE_OR_TAG = re.compile(r"<pre\b.*?</pre>|<code\b.*?</code>|<[^<>]+>|\\(?=[(\[])", re.DOTALL)
_TAG_OR_BRACKET = re.compile(r"<[^<>]+>|\[")
_WORD_JOINER = "\u2060"


@dataclass(slots=True)
class Media:
    """The pictures that cards show, each under a name made of its contents: a new picture is a new file.

    `published` maps addresses on the cards to files on disk, `figures` are those of the site by id.
    """

    published: Mapping[str, Path]
    figures: Mapping[str, RenderedFigure]
    _used: dict[str, Path] = field(default_factory=dict)
    _names: dict[Path, str] = field(default_factory=dict)

    def name(self, path: Path) -> str:
        """Return the name of a picture in Anki's folder, where the pictures of all decks are side by side."""
        if path not in self._names:
            stem = re.sub(r"[^a-z0-9]+", "-", path.name.lower().partition(".")[0]).strip("-")[:40]
            digest = hashlib.sha256(path.read_bytes()).hexdigest()[:16]
            self._names[path] = f"kb-{stem}-{digest}{path.suffix.lower()}"
        name = self._names[path]
        self._used[name] = path
        return name

    def take(self) -> Mapping[str, Path]:
        """Return the pictures that were asked for since this was called last, by name."""
        taken, self._used = self._used, {}
        return taken


def as_field(fragment: str, lang: Lang, media: Media) -> str:
    """Return a fragment in `lang` as the text of a field."""
    pieces, at = [], 0
    for figure in _FIGURE.finditer(fragment):
        known = media.figures.get(html.unescape(figure["id"]))
        pieces.append(_text(fragment[at : figure.start()], media))
        pieces.append(_figure(known, figure["inner"], lang, media) if known else "")
        at = figure.end()
    return "".join((*pieces, _text(fragment[at:], media)))


def _text(fragment: str, media: Media) -> str:
    """Return HTML without figures as Anki is to read it."""
    pieces, at = [], 0
    for start, end in _formulas(fragment):
        pieces += [_plain(fragment[at:start], media), _formula(fragment[start:end])]
        at = end
    return "".join((*pieces, _plain(fragment[at:], media)))


def _formulas(fragment: str) -> Iterator[tuple[int, int]]:
    """Yield where formulas begin and end. Only KaTeX's own elements have these classes."""
    at = 0
    while opening := _MATH.search(fragment, at):
        depth = 0
        for tag in _SPAN.finditer(fragment, opening.start()):
            depth += -1 if tag[1] else 1
            at = tag.end()
            if not depth:
                break
        yield opening.start(), at


def _formula(katex: str) -> str:
    """Return a formula between MathJax's signs, made of the TeX that KaTeX keeps beside what it shows."""
    source = _TEX.search(katex)
    tex = _unbracketed(source[1].strip()) if source else ""
    return rf"\[{tex}\]" if katex.startswith('<span class="katex-display"') else rf"\({tex}\)"


def _plain(fragment: str, media: Media) -> str:
    """Return HTML in which nothing but our own formulas and pictures means anything to Anki."""
    fragment = _PERMALINK.sub("", fragment)
    if r"\(" in fragment or r"\[" in fragment:
        fragment = _CODE_OR_TAG.sub(lambda m: m[0] + _WORD_JOINER if m[0] == "\\" else m[0], fragment)
    linked = _LINK.sub(r"\1", _unbracketed(fragment))
    return _PICTURE.sub(lambda m: m[1] + _media_name(m[2], media) + m[3], linked)


def _unbracketed(text: str) -> str:
    """Write brackets so that Anki does not take `[sound:…]`, `[latex]` or `[$]` for its own marks."""
    if "[" not in text:
        return text
    return _TAG_OR_BRACKET.sub(lambda m: "&#91;" if m[0] == "[" else m[0], text)


def _media_name(address: str, media: Media) -> str:
    path = media.published.get(html.unescape(address))
    return media.name(path) if path else address


def _figure(figure: RenderedFigure, inner: str, lang: Lang, media: Media) -> str:
    """Return a figure: its pictures, its caption, and the steps of one that has several."""
    start = figure.frames[figure.start] if figure.frames else None
    written = _ALT.search(inner)
    alt = html.unescape(written[1]) if written else figure.text(lang).alt
    caption = html.escape(figure.text(lang).caption, quote=False)
    frame = f"<p>{html.escape(start.caption.get(lang), quote=False)}</p>" if start else ""
    steps = "".join(_step(each, lang, media) for each in figure.frames)
    if steps:
        steps = f"<details><summary>{WORDS[lang].steps}</summary>{steps}</details>"
    shown = _pictures(start or figure, alt, lang, media)
    return _unbracketed(f"<figure>{shown}<figcaption>{frame}<p>{caption}</p></figcaption>{steps}</figure>")


def _step(frame: FigureFrame, lang: Lang, media: Media) -> str:
    caption = html.escape(frame.caption.get(lang), quote=False)
    return f"{_pictures(frame, frame.alt.get(lang), lang, media)}<p>{caption}</p>"


def _pictures(shown: RenderedFigure | FigureFrame, alt: str, lang: Lang, media: Media) -> str:
    """Return a picture for each theme, of which the style of the cards shows one."""
    files = ((theme, shown.file(lang, theme, "wide")) for theme in THEMES)
    return "".join(
        f'<img class="kb-{theme}" src="{media.name(file.path)}" alt="{html.escape(alt)}" '
        f'width="{file.width}" height="{file.height}">'
        for theme, file in files
    )
