"""Tell an answer from a slot that only looks answered: `답변 ~~`, `Answer:`, `> - []()`."""

from __future__ import annotations

import re

from kb.wording.folding import fold

_MARKUP = re.compile(
    r"</?[a-z][^<>]{0,300}>|\[\s*\]\(\s*\)|\[[ x]\](?=\s|$)|&nbsp;|[\s>*_#~`\-+|:：.,!…·•()\[\]\\/=]+"
)
_HEADING = re.compile(r"\s*(?:[>*+\-]\s+){0,3}#{1,6}\s")
# What stands where an answer belongs, as it reads without marks and in small letters.
_LABELS = re.compile(
    "|".join(
        (
            r"(?:my |your |the )?answers?(?: ?\d{1,3})?(?: here| goes here| text)?",
            r"(?:write|add|put|insert) (?:your |the |an )?answers?(?: here)?",
            r"a|ans|summary|key ?words?|content|text|placeholder|empty|lorem ipsum.*|follow ?ups?",
            r"(?:나의 |내 |모범 ?)?(?:답변?|답안)(?: ?\d{1,3})?(?: ?(?:내용|작성|입력))?",
            r"답변?(?:을)? ?(?:작성|입력|추가)(?:하세요|해 ?주세요)",
            r"내용|내용 ?없음|정답|설명|풀이|해설|본문|요약|예시|키워드|(?:키워드 ?&? ?)?꼬리 ?질문",
            r"to ?do|tbd|tba|n a|na|wip|fixme|work in progress|under construction|coming soon",
            r"(?:answer )?to be (?:added|written|done|filled(?: in)?|updated|continued|determined)",
            r"미정|미작성|공란|빈칸|준비 ?중(?:입니다)?",
            r"(?:추후|나중에|곧|차후)? ?(?:작성|추가|정리|업데이트|보완|공부) ?"
            r"(?:예정|중|필요|할 것|하기|하겠습니다)?(?:입니다|이다)?",
        )
    )
)
# A short line that asks back instead of answering: "what could that mean...", "no idea".
_SHRUG = re.compile(
    r"(?:(?:무슨|뭔)\s*(?:말|뜻|소리).{0,12}|(?:잘\s*)?모르겠.{0,8}|모름|몰라요?|뭘까.{0,6}|뭐지|글쎄.{0,4}"
    r"|i\s*don'?t\s*know(?:\s*yet)?|no\s*idea|not\s*sure|idk|\?+)"
)
_IMAGE_OR_CODE = re.compile(
    r"!\[|<img\b|<video\b|<iframe\b|```|~~~|\$\$|https?://|\]\([^\s()]", re.IGNORECASE
)
_LONGEST = 400
# Letters that may be left over beside a label: a slip of the keyboard.
_STRAY = 1


def is_placeholder(body: str) -> bool:
    """Tell whether `body` says nothing: empty, markup or headings only, a bare label, or a shrug."""
    if len(body) > _LONGEST or _IMAGE_OR_CODE.search(body):
        return False
    lines = [line for line in body.split("\n") if line.strip()]
    if lines and all(_HEADING.match(line) for line in lines):
        return True
    words = [word for word in (_MARKUP.sub(" ", fold(line)).strip() for line in lines) if word]
    left = [word for word in words if not _LABELS.fullmatch(word)]
    stray = sum(map(len, left)) <= _STRAY and not any(word.isdecimal() for word in left)
    if not left or (stray and len(words) > len(left)):
        return True
    return len(words) == 1 and bool(_SHRUG.fullmatch(words[0]))
