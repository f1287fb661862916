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
    tags: str
    tags_intro: str


_KO = WayWords(
    browse="둘러보기",
    this_site="이 사이트",
    tags="태그",
    tags_intro="주제를 가로지르는 태그 {n}개입니다. 태그를 누르면 그 태그가 붙은 질문이 나옵니다.",
)
_EN = WayWords(
    browse="Browse",
    this_site="This site",
    tags="Tags",
    tags_intro="{n} tags that run across topics. A tag leads to the questions that carry it.",
)

WAYS: Mapping[Lang, WayWords] = MappingProxyType({"ko": _KO, "en": _EN})
