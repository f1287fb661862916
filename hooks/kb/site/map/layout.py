"""Where the boxes and lines of a map go: follow-ups to the right of their parents, arcs at the sides.

Every tree of questions has a band of its own, so no box can lie on another.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kb.site.map.graph import Graph, Vertex
from kb.site.map.lettering import lines

LINE = 1.35  # of the size of the letters
NOTE = 17.0
PADDING = 8.0
_GAP, _TREE_GAP, _MARGIN = 9.0, 20.0, 2.0


@dataclass(frozen=True, slots=True)
class Measures:
    """How large a map may be: the width of a box, the room between columns and at the sides, the letters."""

    name: str
    box: float
    between: float
    side: float
    size: float
    lines: int


@dataclass(frozen=True, slots=True)
class Box:
    """A vertex in its place: `x` and `y` are its upper left corner, `lines` those of its label."""

    vertex: Vertex
    column: int
    x: float
    y: float
    height: float
    lines: int

    @property
    def middle(self) -> float:
        """Return the height at which lines arrive."""
        return self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Line:
    """What joins two boxes, as the `d` of an SVG path."""

    ends: tuple[str, str]
    below: bool
    weight: int
    path: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A finished map, in CSS pixels."""

    measures: Measures
    width: float
    height: float
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]


def arrange(graph: Graph, measures: Measures) -> Picture:
    """Give every vertex and every line of `graph` its place."""
    forest = _Forest(graph, measures)
    column = forest.columns()
    last = max(column.values(), default=0)
    arcs = {column[a] for a, b in (beside.ends for beside in graph.beside) if column[a] == column[b]}
    left = measures.side if 0 in arcs and last > 0 else _MARGIN
    right = measures.side if last in arcs else _MARGIN
    step = measures.box + measures.between
    boxes = {
        v.id: Box(v, column[v.id], left + column[v.id] * step, top, *forest.size(v.id))
        for v, top in forest.tops()
    }
    height = max((box.y + box.height for box in boxes.values()), default=0.0) + _MARGIN
    width = left + (last + 1) * measures.box + last * measures.between + right
    drawn = [_line(boxes, pair, measures, last, below=True) for pair in graph.below]
    drawn += [_line(boxes, b.ends, measures, last, below=False, weight=b.weight) for b in graph.beside]
    return Picture(measures, width, height, tuple(boxes.values()), tuple(drawn))


class _Forest:
    """The trees of a graph, and how high each is."""

    def __init__(self, graph: Graph, measures: Measures) -> None:
        self._graph = graph
        self._children: dict[str, list[Vertex]] = {}
        by_id = {vertex.id: vertex for vertex in graph.vertices}
        for parent, child in graph.below:
            self._children.setdefault(parent, []).append(by_id[child])
        lower = {child for _, child in graph.below}
        self._roots = [vertex for vertex in graph.vertices if vertex.id not in lower]
        room = (measures.box - 2 * PADDING) / measures.size
        self._lines = {v.id: min(measures.lines, lines(v.label, room)) for v in graph.vertices}
        self._size = measures.size

    def columns(self) -> Mapping[str, int]:
        """Return how deep each vertex is."""
        found: dict[str, int] = {}
        waiting = [(root, 0) for root in self._roots]
        for vertex, depth in waiting:
            found[vertex.id] = depth
            waiting += [(child, depth + 1) for child in self._children.get(vertex.id, ())]
        return found

    def size(self, vertex: str) -> tuple[float, int]:
        """Return a box's height and the number of lines of its label."""
        number = self._lines[vertex]
        return number * LINE * self._size + NOTE + 2 * PADDING, number

    def tops(self) -> list[tuple[Vertex, float]]:
        """Return every vertex with the place of its upper edge."""
        found: list[tuple[Vertex, float]] = []
        top = _MARGIN
        for root in self._roots:
            self._place(root, top, found)
            top += self._height(root) + _TREE_GAP
        return found

    def _place(self, vertex: Vertex, top: float, found: list[tuple[Vertex, float]]) -> None:
        room = self._height(vertex)
        found.append((vertex, top + (room - self.size(vertex.id)[0]) / 2))
        top += (room - self._below(vertex)) / 2
        for child in self._children.get(vertex.id, ()):
            self._place(child, top, found)
            top += self._height(child) + _GAP

    def _height(self, vertex: Vertex) -> float:
        return max(self.size(vertex.id)[0], self._below(vertex))

    def _below(self, vertex: Vertex) -> float:
        heights = [self._height(child) for child in self._children.get(vertex.id, ())]
        return sum(heights) + _GAP * (len(heights) - 1) if heights else 0.0


def _line(
    boxes: Mapping[str, Box],
    ends: tuple[str, str],
    measures: Measures,
    last: int,
    *,
    below: bool,
    weight: int = 1,
) -> Line:
    one, two = sorted((boxes[end] for end in ends), key=lambda box: (box.column, box.y))
    if one.column == two.column:
        path = _arc(one, two, measures, last)
    else:
        path = _curve(one.x + measures.box, one.middle, two.x, two.middle)
    return Line(ends, below, weight, path)


def _curve(x1: float, y1: float, x2: float, y2: float) -> str:
    half = (x1 + x2) / 2
    return f"M{x1:.0f} {y1:.0f}C{half:.0f} {y1:.0f} {half:.0f} {y2:.0f} {x2:.0f} {y2:.0f}"


def _arc(one: Box, two: Box, measures: Measures, last: int) -> str:
    """Return an arc beside a column: right of it, but left of the first where others follow."""
    outer = last in (0, one.column) or one.column == 0
    room = (measures.side if outer else measures.between) - 4
    # The further apart, the wider; a curve goes three quarters as far as its handles.
    reach = room * min(1.0, 0.25 + (two.middle - one.middle) / 700) / 0.75
    side = -1 if one.column == 0 and last > 0 else 1
    x = one.x + (measures.box if side > 0 else 0)
    handle = x + side * reach
    return (
        f"M{x:.0f} {one.middle:.0f}C{handle:.0f} {one.middle:.0f} {handle:.0f} {two.middle:.0f} "
        f"{x:.0f} {two.middle:.0f}"
    )
