"""Tell an answer from a slot that only looks answered: `답변 ~~`, `Answer:`, `> - []()`."""

from __future__ import annotations

import re

_MARKUP = re.compile(r"</?[A-Za-z][^<>]{0,300}>|\[\s*\]\(\s*\)|&nbsp;|[\s>*_#~`\-+|:：.…·•]+")
_LABELS = re.compile(
    r"(?:답변?|내용|정답|설명|풀이|키워드|key\s*words?|answers?(?:\s*here)?|a|todo|tbd|tba|n/?a|wip|미정"
    r"|(?:추후|나중에|곧)?\s*(?:작성|추가|정리|업데이트)\s*(?:예정|중|필요)?|준비\s*중|coming\s*soon|to\s*be\s*(?:added|written|done))",
    re.IGNORECASE,
)
# A short line that asks back instead of answering: "what could that mean...", "no idea".
_SHRUG = re.compile(
    r"(?:(?:무슨|뭔)\s*(?:말|뜻|소리).{0,12}|(?:잘\s*)?모르겠.{0,8}|모름|뭘까.{0,6}|i\s*don'?t\s*know|no\s*idea|\?+)",
    re.IGNORECASE,
)
_IMAGE_OR_CODE = re.compile(r"!\[|<img\b|```|~~~|\$\$|https?://", re.IGNORECASE)


def is_placeholder(body: str) -> bool:
    """Tell whether `body` says nothing: empty, markup only, a bare label, or a shrug."""
    if len(body) > 400 or _IMAGE_OR_CODE.search(body):
        return False
    lines = [_MARKUP.sub(" ", line).strip() for line in body.split("\n")]
    words = [line for line in lines if line]
    if all(_LABELS.fullmatch(line) for line in words):
        return True
    return len(words) == 1 and bool(_SHRUG.fullmatch(words[0]))
