"""A map as SVG whose boxes are links; a wide and a narrow one, of which the style sheet shows one."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from kb.model import Lang
from kb.site.map.graph import Graph
from kb.site.map.layout import LINE, PADDING, Box, Line, Measures, Picture, arrange

QUESTIONS = (
    Measures("wide", box=228, between=84, side=58, size=13, lines=3),
    Measures("narrow", box=136, between=24, side=15, size=12, lines=4),
)
TOPICS = (
    Measures("wide", box=290, between=0, side=300, size=14, lines=2),
    Measures("narrow", box=180, between=0, side=140, size=13, lines=2),
)
_DOTS = {1: "●○○", 2: "●●○", 3: "●●●"}
_HEAVIEST = 6


def map_html(graph: Graph, sizes: Iterable[Measures], name: str, lang: Lang) -> str:
    """Return the pictures of `graph`, called `name`, for a page in `lang`."""
    pictures = "".join(_svg(arrange(graph, measures), name, lang) for measures in sizes)
    kind = " kb-map--topics" if sizes is TOPICS else ""
    return f'<div class="kb-map{kind}">{pictures}</div>'


def _svg(picture: Picture, name: str, lang: Lang) -> str:
    width, height = f"{picture.width:.0f}", f"{picture.height:.0f}"
    lines = "".join(_path(line, f"kb-map__{'below' if line.below else 'beside'}") for line in picture.lines)
    boxes = "".join(_box(box, picture, lang) for box in picture.boxes)
    return (
        f'<svg class="kb-map__{picture.measures.name}" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" role="group" aria-label="{escape(name)}">'
        f'<g aria-hidden="true">{lines}</g>{boxes}</svg>'
    )


def _path(line: Line, css: str) -> str:
    weight = f' style="stroke-width:{1 + min(line.weight, _HEAVIEST) / 2:g}"' if line.weight > 1 else ""
    return f'<path class="{css}" d="{line.path}"{weight}/>'


def _box(box: Box, picture: Picture, lang: Lang) -> str:
    """Return a box as a link. The lines that end in it are there again, for when it is pointed at."""
    vertex, measures = box.vertex, picture.measures
    mine = "".join(_path(line, "kb-map__lit") for line in picture.lines if vertex.id in line.ends)
    spoken = ", ".join((vertex.label, vertex.note))
    language = f' lang="{vertex.lang}"' if vertex.lang != lang else ""
    css = "kb-map__node" + (" kb-map__node--first" if not box.column else "")
    return (
        f'<a class="{css}" href="{escape(vertex.href)}" aria-label="{escape(spoken)}"{language}>'
        f"<title>{escape(vertex.name, quote=False)}</title>{mine}"
        f'<rect x="{box.x:.0f}" y="{box.y:.1f}" width="{measures.box:.0f}" height="{box.height:.1f}" rx="7"/>'
        f"{''.join(_text(box, measures))}</a>"
    )


def _text(box: Box, measures: Measures) -> Iterable[str]:
    x, y = box.x + PADDING, box.y + PADDING - 2
    for line in box.lines:
        y += measures.size * LINE
        shown = escape(line, quote=False)
        yield f'<text x="{x:.0f}" y="{y - 3:.1f}" font-size="{measures.size:g}">{shown}</text>'
    dots = f"<tspan>{_DOTS[box.vertex.level]}</tspan> " if box.vertex.level else ""
    note = escape(box.vertex.note, quote=False)
    yield f'<text class="kb-map__note" x="{x:.0f}" y="{y + 12:.1f}" font-size="11">{dots}{note}</text>'
