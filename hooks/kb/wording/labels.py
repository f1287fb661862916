"""The words with which people label the parts of an answer, and slips in writing them."""

from __future__ import annotations

import re
from functools import lru_cache

from kb.wording.folding import fold, near

_SOURCES = re.compile(
    r"(?:references?|refs?|sources?|further\s*reading|external\s*links|bibliography|참고\s*문헌|참고\s*자료|참고\s*링크|참고\s*사이트"
    r"|참고한?\s*(?:글|곳|사이트)?|참조|출처|인용|레퍼런스|reference\s*links?|참고\s*및\s*출처|출처\s*및\s*참고(?:\s*자료)?|관련\s*링크)"
)
# Labels long enough that a slip leaves them recognisable, as they are best written.
_KNOWN = {
    "references": "References",
    "reference": "Reference",
    "참고문헌": "참고 문헌",
    "참고자료": "참고 자료",
    "레퍼런스": "레퍼런스",
    "answer": "Answer",
    "answers": "Answers",
    "question": "Question",
    "questions": "Questions",
    "keyword": "Keyword",
    "keywords": "Keywords",
}
_SOURCE_SLIPS = frozenset({"references", "reference", "참고문헌", "참고자료", "레퍼런스"})
# Words of their own that are one letter away from a label.
_NO_SLIPS = frozenset({"referenced", "referencer", "answered", "answerer", "questioned", "keyworded"})
# What invites to open a `<details>`: "show the answer", "정답 보기".
_INVITES = re.compile(
    r"[\W_]*(?:(?:정답|답변?|모범\s*답안|해설|풀이|보기|펼치기|접기|클릭|내용|더\s*보기|더\s*알아보기|자세히(?:\s*보기)?|상세|힌트|열기"
    r"|하기|하세요|확인|목차|코드|예시|answers?|solution|show|click|details?|view|code|here|to|see|the|expand|open|more"
    r"|hint|spoiler|toggle|full|reveal|read|toc|table of contents)[\W_]*)*",
    re.IGNORECASE,
)
_EDGES = re.compile(r"^[\W\d_]+|[\W\d_]+$")
_LONGEST = 30


def is_source_label(text: str) -> bool:
    """Tell whether `text` is nothing but a word for sources, spelt rightly or nearly so."""
    if len(text) > _LONGEST + 10:
        return False
    word = _EDGES.sub("", fold(text))
    return bool(_SOURCES.fullmatch(word)) or _slip(word) in _SOURCE_SLIPS


def invites(summary: str) -> bool:
    """Tell whether the summary of a `<details>` says no more than what to click on; it may be empty."""
    return len(summary) <= _LONGEST and bool(_INVITES.fullmatch(summary))


def meant(text: str) -> str | None:
    """Return the label that a misspelt one was meant to be, None where `text` is no such slip."""
    if len(text) > _LONGEST:
        return None
    slip = _slip(_EDGES.sub("", fold(text)))
    return _KNOWN[slip] if slip else None


@lru_cache(maxsize=4096)
def _slip(word: str) -> str | None:
    """Return the known label one slip away from `word`; a label spelt rightly is no slip."""
    letters = re.sub(r"\s+", "", word)
    if letters in _KNOWN or letters in _NO_SLIPS or not 4 <= len(letters) <= _LONGEST:
        return None
    return next((known for known in _KNOWN if near(letters, known)), None)
