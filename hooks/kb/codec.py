"""Frozen dataclasses as JSON values and back, by the types of their fields.

A dataclass becomes the list of its fields' values. What does not fit its type raises ValueError or
TypeError: nothing is read that was not written.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from kb.packed import Packed, packed


@dataclass(frozen=True, slots=True)
class Codec:
    """How values of one type are written as JSON values and read again."""

    write: Callable[[Any], Any]
    read: Callable[[Any], Any]


@cache
def codec(kind: Any) -> Codec:
    """Return how values of a type are written and read."""
    origin, inner = get_origin(kind), get_args(kind)
    if kind in (str, int, bool, float, types.NoneType):
        return Codec(_same, _checked(kind))
    if kind is Packed:
        return Codec(lambda value: value.text, lambda value: packed(_checked(str)(value)))
    if origin is Literal:
        return Codec(_same, _member(frozenset(inner)))
    if origin is tuple:
        return _sequence(codec(inner[0])) if inner[1:] == (...,) else _row(tuple, *map(codec, inner))
    if origin in (Union, types.UnionType):
        return _one_of(inner)
    if origin in (dict, Mapping):
        pairs = _sequence(_row(tuple, *map(codec, inner)))
        return Codec(lambda value: pairs.write(value.items()), lambda value: dict(pairs.read(value)))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return Codec(lambda value: value.name, lambda value: kind[value])
    if is_dataclass(kind) and isinstance(kind, type):
        return _record(kind)
    raise TypeError(f"{kind} cannot be kept")


def _same(value: Any) -> Any:
    return value


def _checked(kind: type) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        if type(value) is not kind:
            raise ValueError(f"{value!r:.40} is no {kind.__name__}")
        return value

    return read


def _member(known: frozenset[Any]) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        if value not in known:
            raise ValueError(f"{value!r:.40} is none of {known}")
        return value

    return read


def _sequence(item: Codec) -> Codec:
    def write(value: Any) -> list[Any]:
        return [item.write(one) for one in value]

    def read(value: Any) -> tuple[Any, ...]:
        return tuple([item.read(one) for one in value])

    return Codec(write, read)


def _row(make: Callable[[Any], Any], *parts: Codec) -> Codec:
    writers, readers = [part.write for part in parts], [part.read for part in parts]

    def write(value: Any) -> list[Any]:
        return [write(one) for write, one in zip(writers, value, strict=True)]

    def read(value: Any) -> Any:
        return make([read(one) for read, one in zip(readers, value, strict=True)])

    return Codec(write, read)


def _record(kind: type) -> Codec:
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)]
    row = _row(lambda values: kind(*values), *(codec(hints[name]) for name in names))
    return Codec(lambda value: row.write([getattr(value, name) for name in names]), row.read)


def _one_of(kinds: tuple[Any, ...]) -> Codec:
    """Write None as null, and where several other types remain, the number of the type before the value."""
    others = [kind for kind in kinds if kind is not types.NoneType]
    parts = [codec(kind) for kind in others]
    if len(others) == 1:
        (only,) = parts
        return Codec(
            lambda value: None if value is None else only.write(value),
            lambda value: None if value is None else only.read(value),
        )
    number = {kind: i for i, kind in enumerate(others)}

    def write(value: Any) -> Any:
        i = number[type(value)]
        return [i, parts[i].write(value)]

    def read(value: Any) -> Any:
        i, content = value
        return parts[i].read(content)

    return Codec(write, read)
