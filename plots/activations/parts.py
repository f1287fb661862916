"""What the figures of this family share: the dashes of a derivative and of a limit, lines of a table."""

from __future__ import annotations

from plots import style

DASH = (0, (3.4, 1.7))
DOTS = (0, (1, 2.5))


def row(sheet: style.Sheet, x: float, y: float, right: float, name: str, value: str) -> None:
    """Write a line of a table: a muted name on the left, its value on the right."""
    sheet.note(x, y, name)
    sheet.label(right, y, value, ha="right")


def rule(sheet: style.Sheet, x: float, y: float, right: float) -> None:
    """Draw the thin line between the rows of a table."""
    sheet.stroke([x, right], [y, y], color=sheet.colours.rule, linewidth=1)
