"""The figures of the site: which there are, their files, and the HTML that shows one."""

from __future__ import annotations

from html import escape

from kb.figures.cache import FigureFile, FigureText, RenderedFigure, known_figures, render_figures
from kb.model import Lang, Text
from plots.spec import THEMES, Theme

__all__ = ["FigureFile", "FigureText", "RenderedFigure", "figure_html", "known_figures", "render_figures"]

_NARROW = "(max-width: 44.9em)"
_DESCRIPTION = Text(ko="그림 설명", en="Description of the figure")
_SOURCES = Text(ko="출처", en="Sources")
_OPEN = Text(ko="그림 크게 보기", en="Open the picture alone")
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
            merely repeats the figure's id.
        code_url: address of the project's files, to which the module's path is added; without
            it there is no link to the code.
    """
    words = figure.text(lang)
    own = (alt or "").strip()
    shown = own if own and own.removeprefix("figure:") != figure.id else words.alt
    folder = base if not base or base.endswith("/") else base + "/"
    parts = [
        f'<figure class="kb-figure" id="figure-{escape(figure.id)}">',
        *(_picture(figure, lang, theme, folder, shown) for theme in THEMES),
        f"<figcaption><p>{escape(words.caption, quote=False)}</p>",
        f"<details><summary>{_DESCRIPTION.get(lang)}</summary>",
        f"<p>{escape(words.description, quote=False)}</p>{_sources(figure, lang)}</details>",
        f'<p class="kb-figure__links">{_links(figure, lang, folder, code_url)}</p></figcaption>',
        "</figure>",
    ]
    return "\n".join(parts)


def _picture(figure: RenderedFigure, lang: Lang, theme: Theme, folder: str, alt: str) -> str:
    wide, narrow = figure.file(lang, theme, "wide"), figure.file(lang, theme, "narrow")
    return (
        f'<picture class="kb-figure__{theme}">'
        f'<source media="{_NARROW}" srcset="{_address(narrow, folder)}" '
        f'width="{narrow.width}" height="{narrow.height}">'
        f'<img src="{_address(wide, folder)}" alt="{escape(alt)}" width="{wide.width}" '
        f'height="{wide.height}" loading="lazy" decoding="async"></picture>'
    )


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
    links = [
        f'<a class="kb-figure__{theme}" href="{_address(figure.file(lang, theme, "wide"), folder)}">'
        f"{_OPEN.get(lang)}</a>"
        for theme in THEMES
    ]
    if code_url:
        place = escape(f"{code_url.rstrip('/')}/{figure.module}")
        links.append(f'<a href="{place}">{_CODE.get(lang)}</a>')
    return " ".join(links)
