"""Many small values in one entry of the cache: making a file costs more than what stands in it.

A pack is text, a JSON value on each line: first the list of the values' names, then the values.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Iterator
from pathlib import Path
from typing import Any

ENDING = ".pack"
# What is read, and checked, to have one value of a pack.
_LARGEST = 1_000_000  # characters


def written(value: Any) -> str:
    """Write a JSON value on one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def packs(values: Iterable[tuple[str, Any]]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield values as packs, each with the names of those in it; none is much larger than `_LARGEST`."""
    names: list[str] = []
    lines: list[str] = []
    size = 0
    for name, value in values:
        names.append(name)
        lines.append(written(value))
        size += len(lines[-1])
        if size > _LARGEST:
            yield tuple(names), "\n".join((written(names), *lines))
            names, lines, size = [], [], 0
    if names:
        yield tuple(names), "\n".join((written(names), *lines))


def names_in(pack: Path) -> tuple[str, ...]:
    """Return the names of the values that a pack says it holds, nothing where that cannot be read."""
    try:
        with pack.open("rb") as file:
            return tuple(map(str, json.loads(file.readline())))
    except (OSError, ValueError, TypeError):
        return ()


def unpacked(data: bytes, wanted: Container[str]) -> Iterator[tuple[str, Any]]:
    """Yield the values in a pack whose names are `wanted`; what is no pack holds none."""
    first, *lines = data.split(b"\n")
    try:
        for name, line in zip(json.loads(first), lines, strict=True):
            if name in wanted:
                yield name, json.loads(line)
    except (ValueError, TypeError):
        return
