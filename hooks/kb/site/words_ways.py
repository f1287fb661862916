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
    map: str
    map_intro: str
    map_part: str
    topics_map: str
    neighbours: str
    count: str

    def questions(self, number: int) -> str:
        """Say how many questions there are."""
        return self.count.format(n=number, s="" if number == 1 else "s")


_KO = WayWords(
    browse="둘러보기",
    this_site="이 사이트",
    tags="태그",
    tags_intro="주제를 가로지르는 태그 {n}개입니다. 태그를 누르면 그 태그가 붙은 질문이 나옵니다.",
    map="질문 지도",
    map_intro="질문이 서로 어떻게 이어지는지 그렸습니다. 상자를 누르면 그 질문이나 주제로 갑니다.",
    map_part="질문 {total}개 가운데 서로 이어지는 {n}개를 그렸습니다.",
    topics_map="주제 사이의 연결",
    neighbours="이어지는 주제",
    count="질문 {n}개",
)
_EN = WayWords(
    browse="Browse",
    this_site="This site",
    tags="Tags",
    tags_intro="{n} tags that run across topics. A tag leads to the questions that carry it.",
    map="Question map",
    map_intro="How the questions lead to each other. A box leads to its question or topic.",
    map_part="{n} of {total} questions, those that lead to each other.",
    topics_map="How topics hang together",
    neighbours="Leads on to",
    count="{n} question{s}",
)

WAYS: Mapping[Lang, WayWords] = MappingProxyType({"ko": _KO, "en": _EN})
