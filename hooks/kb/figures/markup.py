"""The figures of the site: which there are, their files, and the HTML that shows one.

Everything is there without JavaScript. The custom elements `kb-steps`, `kb-motion` and `kb-explorer`
(`docs/assets/javascripts/figures.mjs`) add a slider, a play button and controls to what they hold.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape

from kb.figures.cache import known_figures, render_figures
from kb.figures.rendered import FigureFile, FigureFrame, FigureText, RenderedFigure
from kb.model import Lang, Text
from plots.spec import LAYOUTS, THEMES, Theme

__all__ = [
    "FigureFile",
    "FigureFrame",
    "FigureText",
    "RenderedFigure",
    "figure_html",
    "known_figures",
    "render_figures",
    "thumbnail_html",
]

_NARROW = "(max-width: 44.9em)"
_DESCRIPTION = Text(ko="그림 설명", en="Description of the figure")
_SOURCES = Text(ko="출처", en="Sources")
_OPEN = Text(ko="그림 크게 보기", en="Enlarge the figure")
_MOVING = Text(ko="움직이는 그림 보기", en="Watch it move")
_CODE = Text(ko="그림을 그린 코드", en="Code that draws it")


def figure_html(
    figure: RenderedFigure, lang: Lang, base: str, alt: str | None = None, *, code_url: str = ""
) -> str:
    """Return the `<figure>` element that shows a figure.

    It holds a picture per theme, of which the style sheet hides one (`kb-figure__light`,
    `kb-figure__dark`); the hidden one is neither loaded, as it is lazy, nor read aloud.

    Args:
        figure: the figure.
        lang: language of the page.
        base: address of the folder with the figures' files, as seen from the page.
        alt: the author's own alternative text; the figure's own is used where it is empty or
            merely repeats the figure's id. In a stepped figure, where the picture changes, it
            names the whole, and each picture has its own.
        code_url: address of the project's files, to which the module's path is added; without
            it there is no link to the code.
    """
    words = figure.text(lang)
    own = (alt or "").strip()
    shown = own if own and own.removeprefix("figure:") != figure.id else words.alt
    folder = base if not base or base.endswith("/") else base + "/"
    parts = [
        f'<figure class="kb-figure" id="figure-{escape(figure.id)}">',
        *_shown(figure, lang, folder, shown),
        f"<figcaption><p>{escape(words.caption, quote=False)}</p>",
        f"<details><summary>{_DESCRIPTION.get(lang)}</summary>",
        f"<p>{escape(words.description, quote=False)}</p>{_sources(figure, lang)}</details>",
        f'<p class="kb-figure__links">{_links(figure, lang, folder, code_url)}</p></figcaption>',
        "</figure>",
    ]
    return "\n".join(parts)


def thumbnail_html(figure: RenderedFigure, lang: Lang, base: str) -> str:
    """Return small pictures of a figure, one per theme, that say nothing to who cannot see them."""
    return "".join(
        f'<img class="kb-figure__{theme}" src="{_address(file, base)}" alt="" width="{file.width}" '
        f'height="{file.height}" loading="lazy" decoding="async">'
        for theme in THEMES
        for file in (figure.file(lang, theme, "wide"),)
    )


def _shown(figure: RenderedFigure, lang: Lang, folder: str, alt: str) -> Iterator[str]:
    """Yield the pictures, inside the element that makes them change, if any."""
    if figure.frames:
        frame = figure.frames[figure.start]
        yield (
            f'<kb-steps role="group" aria-label="{escape(alt)}" '
            f'data-control="{escape(figure.control.get(lang))}" data-start="{figure.start}">'
        )
        yield from (_picture(frame, lang, theme, folder, frame.alt.get(lang)) for theme in THEMES)
        yield f'<p class="kb-figure__frame">{escape(frame.caption.get(lang), quote=False)}</p>'
        yield f'<ol class="kb-figure__steps">{"".join(_step(f, lang, folder) for f in figure.frames)}</ol>'
        yield "</kb-steps>"
        return
    pictures = [_picture(figure, lang, theme, folder, alt) for theme in THEMES]
    if figure.kind == "animated":
        yield from ("<kb-motion>", *pictures, "</kb-motion>")
    elif figure.kind == "explorer":
        settings = escape(json.dumps(dict(figure.settings)))
        yield f'<kb-explorer data-name="{escape(figure.id)}" data-settings="{settings}">'
        yield from (*pictures, "</kb-explorer>")
    else:
        yield from pictures


def _picture(shown: RenderedFigure | FigureFrame, lang: Lang, theme: Theme, folder: str, alt: str) -> str:
    wide, narrow = shown.file(lang, theme, "wide"), shown.file(lang, theme, "narrow")
    return (
        f'<picture class="kb-figure__{theme}">'
        f'<source media="{_NARROW}" srcset="{_address(narrow, folder)}" '
        f'width="{narrow.width}" height="{narrow.height}">'
        f'<img src="{_address(wide, folder)}" alt="{escape(alt)}" width="{wide.width}" '
        f'height="{wide.height}" loading="lazy" decoding="async"></picture>'
    )


def _step(frame: FigureFrame, lang: Lang, folder: str) -> str:
    """Return a link to a frame, with what the slider needs to know of it."""
    names = "".join(
        f' data-{theme}-{layout}="{escape(frame.file(lang, theme, layout).path.name)}"'
        for theme in THEMES
        for layout in LAYOUTS
    )
    words = f'data-alt="{escape(frame.alt.get(lang))}" data-caption="{escape(frame.caption.get(lang))}"'
    links = "".join(
        f'<a class="kb-figure__{theme}" href="{_address(frame.file(lang, theme, "wide"), folder)}">'
        f"{escape(frame.label.get(lang), quote=False)}</a>"
        for theme in THEMES
    )
    return f"<li {words}{names}>{links}</li>"


def _address(file: FigureFile, folder: str) -> str:
    return escape(folder + file.path.name)


def _sources(figure: RenderedFigure, lang: Lang) -> str:
    items = (
        f'<li><a href="{escape(source.url)}">{escape(source.title, quote=False)}</a></li>'
        if source.url
        else f"<li>{escape(source.title, quote=False)}</li>"
        for source in figure.sources
    )
    return f"<p>{_SOURCES.get(lang)}</p><ul>{''.join(items)}</ul>"


def _links(figure: RenderedFigure, lang: Lang, folder: str, code_url: str) -> str:
    links = []
    for theme in THEMES:
        file = figure.file(lang, theme, "wide")
        links.append(
            f'<a class="kb-figure__{theme} kb-figure__open" href="{_address(file, folder)}">'
            f"{_OPEN.get(lang)}</a>"
        )
    for theme in THEMES:
        for layout in LAYOUTS:
            moving = figure.file(lang, theme, layout).moving
            if moving:
                links.append(
                    f'<a class="kb-figure__{theme} kb-figure__moving kb-figure__{layout}" '
                    f'href="{escape(folder + moving.name)}">{_MOVING.get(lang)}</a>'
                )
    if code_url:
        place = escape(f"{code_url.rstrip('/')}/{figure.module}")
        links.append(f'<a href="{place}">{_CODE.get(lang)}</a>')
    return " ".join(links)
