"""The words of what leads to questions: home, menu, map, tags, contributors, feed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kb.model import Lang


@dataclass(frozen=True, slots=True)
class WayWords:
    """These phrases in one language. `{…}` are filled with `str.format`."""

    browse: str
    this_site: str


_KO = WayWords(
    browse="둘러보기",
    this_site="이 사이트",
)
_EN = WayWords(
    browse="Browse",
    this_site="This site",
)

WAYS: Mapping[Lang, WayWords] = MappingProxyType({"ko": _KO, "en": _EN})
