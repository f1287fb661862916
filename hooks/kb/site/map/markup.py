"""A map as HTML: lines in SVG, boxes that are links; a wide and a narrow one, of which one is shown."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from kb.model import Lang
from kb.site.map.graph import Graph
from kb.site.map.layout import Box, Line, Measures, Picture, arrange

QUESTIONS = (
    Measures("wide", box=228, between=84, side=58, size=13, lines=3),
    Measures("narrow", box=136, between=24, side=15, size=12, lines=5),
)
TOPICS = (
    Measures("wide", box=290, between=0, side=300, size=14, lines=2),
    Measures("narrow", box=170, between=0, side=120, size=13, lines=2),
)
_HEAVIEST = 6


def map_html(graph: Graph, sizes: Iterable[Measures], name: str, lang: Lang) -> str:
    """Return the pictures of `graph`, called `name`, for a page in `lang`."""
    pictures = "".join(_picture(arrange(graph, measures), name, lang) for measures in sizes)
    kind = " kb-map--topics" if sizes is TOPICS else ""
    return f'<div class="kb-map{kind}">{pictures}</div>'


def _picture(picture: Picture, name: str, lang: Lang) -> str:
    size = f"width:{picture.width:.0f}px;height:{picture.height:.0f}px"
    lines = _svg(picture, picture.lines, "")
    boxes = "".join(_box(box, picture, lang) for box in picture.boxes)
    css = f"kb-map__picture kb-map__{picture.measures.name}"
    return f'<div class="{css}" style="{size}">{lines}<ul aria-label="{escape(name)}">{boxes}</ul></div>'


def _svg(picture: Picture, lines: Iterable[Line], css: str) -> str:
    width, height = f"{picture.width:.0f}", f"{picture.height:.0f}"
    paths = "".join(map(_path, lines))
    shown = f' class="{css}"' if css else ""
    return (
        f'<svg{shown} width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'aria-hidden="true" focusable="false">{paths}</svg>'
    )


def _path(line: Line) -> str:
    css = "kb-map__below" if line.below else "kb-map__beside"
    weight = f' style="stroke-width:{1 + min(line.weight, _HEAVIEST) / 2:g}"' if line.weight > 1 else ""
    return f'<path class="{css}" d="{line.path}"{weight}/>'


def _box(box: Box, picture: Picture, lang: Lang) -> str:
    """Return a box as a link. The lines that end in it come again, for when it is pointed at."""
    vertex, measures = box.vertex, picture.measures
    mine = _svg(picture, (line for line in picture.lines if vertex.id in line.ends), "kb-map__lit")
    language = f' lang="{vertex.lang}"' if vertex.lang != lang else ""
    first = "" if box.column else ' class="kb-map__first"'
    place = f"left:{box.x:.0f}px;top:{box.y:.1f}px;width:{measures.box:.0f}px;height:{box.height:.1f}px"
    label = f'<b style="-webkit-line-clamp:{box.lines}"{language}>{escape(vertex.label, quote=False)}</b>'
    level = f' class="kb-level kb-level--{vertex.level}"' if vertex.level else ""
    note = f"<small{level}>{escape(vertex.note, quote=False)}</small>"
    return (
        f'<li{first}><a href="{escape(vertex.href)}" title="{escape(vertex.name)}" style="{place}">'
        f"{label} {note}</a>{mine}</li>"
    )
