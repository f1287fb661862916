"""Many answer files parsed, each once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kb.cache import Cache
from kb.codec import codec
from kb.derive import Recipe, derive
from kb.diagnostics import Diagnostic
from kb.dialects import parse
from kb.files.sources import Source
from kb.model import Document
from kb.versions import key, made_by


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document, and what there is to say about it."""

    document: Document
    diagnostics: tuple[Diagnostic, ...]


_RECIPE = Recipe("documents", Parsed)


def parse_all(sources: Sequence[Source], cache: Cache | None = None) -> list[Parsed]:
    """Parse answer files, taking from `cache` those that were parsed before."""
    maker = made_by(__name__)
    names = [_name(maker, source) for source in sources]
    found = derive(_RECIPE, dict(zip(names, sources, strict=True)), _parse, cache)
    return [found[name] for name in names]


def _parse(sources: Sequence[Source]) -> list[Parsed]:
    return [Parsed(*parse(source)) for source in sources]


def _name(maker: str, source: Source) -> str:
    said = repr(codec(tuple[Diagnostic, ...]).write(source.diagnostics))
    text = "\n".join(source.lines)
    return key(maker, source.path, source.shown, source.folder, source.encoding, said, text)
