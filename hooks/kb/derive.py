"""What a build derives from many things at once: remembered, cached, or made by several processes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any, TypeVar

from kb.cache import Cache
from kb.codec import codec
from kb.processes import cores, workers

In = TypeVar("In")
Out = TypeVar("Out")
# Below this many things a second process costs more than it gains.
_FEW = 32
# What is made of more things at once takes much memory on its way from one process to another.
_MANY = 256
# A process that is done early takes from what others have left.
_SHARES = 3


@dataclass(frozen=True, slots=True)
class Recipe:
    """A kind of entries in the cache: its name, and the type of what is kept."""

    kind: str
    type: Any


def derive(
    recipe: Recipe,
    things: Mapping[str, In],
    make: Callable[[Sequence[In]], Sequence[Out]],
    cache: Cache | None,
) -> dict[str, Out]:
    """Return what `make` makes of each thing, by the name that stands for all it depends on.

    `make` is given many things at a time, in any process; it must be a function of its input alone.
    """
    return derive_here(recipe, things, lambda missing: make_all(missing, make), cache)


def derive_here(
    recipe: Recipe,
    things: Mapping[str, In],
    make: Callable[[Sequence[In]], Iterable[Out]],
    cache: Cache | None,
) -> dict[str, Out]:
    """Do the same where `make` is given all there is to make, in this process."""
    remembered = cache.remembered(recipe.kind) if cache else {}
    found = {name: remembered[name] for name in things if name in remembered}
    if cache:
        found |= _kept(recipe, things.keys() - found.keys(), cache)
    missing = {name: thing for name, thing in things.items() if name not in found}
    found |= zip(missing, make(list(missing.values())), strict=True)
    if cache:
        write = codec(recipe.type).write
        cache.write_all(recipe.kind, ((name, write(found[name])) for name in missing))
        cache.remember(recipe.kind, found)
    return {name: found[name] for name in things}


def make_all(things: Sequence[In], make: Callable[[Sequence[In]], Sequence[Out]]) -> list[Out]:
    """Return what `make` makes of all things, in their order: of as many at a time as there is room for."""
    return list(make_each(things, make, min(_MANY, max(_FEW, len(things) // (_SHARES * cores())))))


def make_each(
    things: Sequence[In], make: Callable[[Sequence[In]], Sequence[Out]], at_once: int = _FEW
) -> Iterator[Out]:
    """Yield what `make` makes of all things, in their order, while more is made: of few at a time."""
    batches = [things[first : first + at_once] for first in range(0, len(things), at_once)]
    with workers(len(batches)) as run:
        for batch in run(make, batches):
            yield from batch


def _kept(recipe: Recipe, names: Set[str], cache: Cache) -> dict[str, Any]:
    """Return what the cache holds of `names` and fits its type."""
    read = codec(recipe.type).read
    found = {}
    for name, value in cache.read_all(recipe.kind, names):
        try:
            found[name] = read(value)
        except (TypeError, ValueError, KeyError, IndexError):
            continue
    return found
