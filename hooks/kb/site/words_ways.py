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
    search: str
    search_hint: str
    random: str
    shown_in: str
    tags: str
    tags_intro: str
    map: str
    map_intro: str
    map_part: str
    topics_map: str
    neighbours: str
    count: str
    contributors: str
    contributors_intro: str
    contributor: str
    languages: Mapping[Lang, str]
    answered: str
    and_more: str
    feed: str

    def questions(self, number: int) -> str:
        """Say how many questions there are."""
        return self.count.format(n=number, s="" if number == 1 else "s")


_KO = WayWords(
    browse="둘러보기",
    this_site="이 사이트",
    search="질문 찾기",
    search_hint="한국어, 영어, 초성 모두 됩니다.",
    random="아무 질문이나 보기",
    shown_in="이 그림이 실린 답변:",
    tags="태그",
    tags_intro="주제를 가로지르는 태그 {n}개입니다. 태그를 누르면 그 태그가 붙은 질문이 나옵니다.",
    map="질문 지도",
    map_intro="질문이 서로 어떻게 이어지는지 그렸습니다. 상자를 누르면 그 질문이나 주제로 갑니다.",
    map_part="질문 {total}개 가운데 서로 이어지는 {n}개를 그렸습니다.",
    topics_map="주제 사이의 연결",
    neighbours="이어지는 주제",
    count="질문 {n}개",
    contributors="기여자",
    contributors_intro="이 노트의 답변을 쓴 기여자 {n}명입니다. 누가 어떤 질문에 답했는지 볼 수 있습니다.",
    contributor="기여자",
    languages=MappingProxyType({"ko": "한국어 답변", "en": "영어 답변"}),
    answered="답한 질문",
    and_more="그 밖에 {n}개가 더 있습니다.",
    feed="새 답변",
)
_EN = WayWords(
    browse="Browse",
    this_site="This site",
    search="Find a question",
    search_hint="In English or Korean, in any spelling:",
    random="A question at random",
    shown_in="The answer that shows this figure:",
    tags="Tags",
    tags_intro="{n} tags that run across topics. A tag leads to the questions that carry it.",
    map="Question map",
    map_intro="How the questions lead to each other. A box leads to its question or topic.",
    map_part="{n} of {total} questions, those that lead to each other.",
    topics_map="How topics hang together",
    neighbours="Leads on to",
    count="{n} question{s}",
    contributors="Contributors",
    contributors_intro="Who wrote the answers, and to which questions. Contributors so far: {n}.",
    contributor="Contributor",
    languages=MappingProxyType({"ko": "Answers in Korean", "en": "Answers in English"}),
    answered="Questions answered",
    and_more="And {n} more.",
    feed="New answers",
)

WAYS: Mapping[Lang, WayWords] = MappingProxyType({"ko": _KO, "en": _EN})
