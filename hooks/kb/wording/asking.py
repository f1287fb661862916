"""Tell whether a line of text asks something, in Korean or English."""

from __future__ import annotations

import re
from functools import lru_cache

from kb.wording.folding import fold

# How questions end in Korean beyond doubt, and how titles end that are questions as well.
_ASKING = (
    "까", "까요", "나요", "가요", "은가", "는가", "던가", "을까", "ㄹ까", "인지", "일까", "느냐", "냐", "니",
    "하시오", "시오", "하세요", "주세요", "보세요", "해라", "하라", "봅시다", "합시다",
)  # fmt: skip
_NAMING = (
    *_ASKING, "란", "라면", "다면", "는", "은", "해보자",
    "차이", "차이점", "이유", "의미", "원리", "역할", "방법", "문제점", "장단점", "필요성", "과정",
)  # fmt: skip
_CLOSING = " \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u1680\u2028\u2029?？.!)]*_~"
_ENGLISH = re.compile(
    r"[\W\d]*(?:what|why|how|when|where|which|who|explain|describe|define|compare|discuss|list|name|give|tell|"
    r"can you|could you|do you|does|is|are|should|would|difference)\b",
    re.IGNORECASE,
)
_VERSUS = re.compile(r"\bvs\b")
# "When the tasks differ." begins like a question and states something.
_STATEMENT = re.compile(r"(?:[\W\d]*)(?:when|where|which|who|is|are|does|should|would)\b.*[.:;,]$")
# Headings of the parts of an answer, which no interviewer asks.
_PART = re.compile(
    r"(?:\d+[.)]?\s*)?(?:정의|개념|개요|특징|종류|장점|단점|장단점|예시?|예제|원리|과정|동작|구조|효과|배경|결론|정리|요약|참고.*|출처|"
    r"코드|구현|수식|증명|활용|방법|순서|definition|overview|background|introduction|examples?|pros|cons|advantages|"
    r"disadvantages|summary|conclusion|references?|sources?|code|implementation|notes?|algorithm|steps?|usage|details?"
    r"|how (?:it|this|they) works?|why (?:it|this) (?:works|matters)|when to use(?: it)?"
    r"|what it (?:is|does))\W*",
    re.IGNORECASE,
)

# What follows the question proper: "(ex. RMSE, MAE)", "[src]", "`Company X`", an exclamation.
_ASIDE = re.compile(r"(?:\s{0,9}(?:\([^()]{0,300}\)|\[[^\[\]]{0,300}\]|`[^`]{0,300}`))+$")
# What is longer than this is an essay and no question.
_LONGEST = 1_000


@lru_cache(maxsize=16_384)
def is_question(title: str) -> bool:
    """Tell whether `title` reads as a question or a request to explain."""
    text = _subject(title)
    if not text or is_part(text) or _states(text):
        return False
    return _ends(text, _NAMING) or _begins_or_compares(text)


@lru_cache(maxsize=16_384)
def asks_outright(title: str) -> bool:
    """Tell whether `title` is a question beyond doubt, not a noun such as "the difference"."""
    if not is_question(title):
        return False
    text = _subject(title)
    return _ends(text, _ASKING) or _begins_or_compares(text)


def _ends(text: str, endings: tuple[str, ...]) -> bool:
    """Tell whether a text ends in a question mark or one of `endings`, whatever signs close it."""
    said = text.rstrip(_CLOSING)
    return said.endswith(endings) or "?" in text[len(said) :]


def _begins_or_compares(text: str) -> bool:
    return bool(_ENGLISH.match(text)) or ("vs" in text and bool(_VERSUS.search(text)))


def _states(text: str) -> bool:
    """Tell whether what begins like a question ends like a statement."""
    return bool(_STATEMENT.match(text)) and "?" not in text


def _subject(title: str) -> str:
    """Return a title as it is judged: folded, without what follows the question proper."""
    text = fold(title).strip() if len(title) <= _LONGEST else ""
    return _ASIDE.sub("", text).strip() if text.endswith((")", "]", "`")) else text


def is_part(title: str) -> bool:
    """Tell whether `title` names a part of an answer: definition, pros, example."""
    return bool(_PART.fullmatch(title.strip(" *_`")))
