"""The text of an answer, free of what only wraps it: indentation, blank lines, a `<details>`."""

from __future__ import annotations

import re
from collections.abc import Sequence

# A line of links back to where one came from: "[Top](#a) · [Home](#b)", with or without emoji.
_NAVIGATION = re.compile(
    r"[\s>*#|·/\-]*(?::\w+:\s*)?(?:\[[^\[\]\w]*(?::\w+:)?\s*(?:back|top|home|prev(?:ious)?|next|up|index|contents|toc|목차|처음|맨\s*위|위|홈|이전|다음|목록)"
    r"(?:\s*(?:to\s+(?:the\s+)?(?:top|contents|index|home|list)|page|으?로|이동|가기|돌아가기|으로\s*이동|로\s*이동|로\s*가기))*[^\[\]\w]*\]\([^()]*(?:\([^()]*\)[^()]*)*\)"
    r"[\s|·/,\-]*(?::\w+:\s*)*)+$",
    re.IGNORECASE,
)
SEPARATOR = re.compile(r"(?:<br\s*/?>|&nbsp;|</?p>|</br>|\s)+", re.IGNORECASE)
_LABEL = r"(?:정답|답변?|해설|풀이|보기|펼치기|접기|클릭|answers?|solution|show|click|details|view)"
_OPEN = re.compile(
    rf"<details\b[^<>]*>\s*<summary\b[^<>]*>\s*(?:</?\w+[^<>]*>|[\W_]|{_LABEL}|here|to|expand|하기|see|the)*\s*</summary>",
    re.IGNORECASE,
)
_SPACES = " \t\u3000\xa0"
_CLOSE = re.compile(r"</details>\s*$", re.IGNORECASE)
_QUOTE = re.compile(r"^\s*<blockquote>(.*)</blockquote>\s*$", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<(/?)details\b", re.IGNORECASE)


def tidy_body(lead: str, lines: Sequence[str]) -> str:
    """Join an answer's lines: dedented, without blank lines round them, out of its `<details>`."""
    body = dedent(_trim([line for line in lines if not is_navigation(line)]))
    if lead.strip():
        # A blank line below it ends the paragraph that it is.
        gap = "\n\n" if lines and not lines[0].strip() else "\n"
        body = f"{lead.strip()}{gap}{body}" if body else lead.strip()
    return _unwrapped(body)


def is_navigation(line: str) -> bool:
    """Tell whether a line only links back to the top, the table of contents or the home page."""
    return "](" in line and bool(_NAVIGATION.match(line))


def dedent(text: str) -> str:
    """Take away the indentation that all lines share, so that prose is not read as code."""
    lines = text.split("\n")
    if any(line[0] not in _SPACES for line in lines if line.strip()):
        return text
    depth = min((_depth(line) for line in lines if line.strip()), default=0)
    return "\n".join(_cut(line, depth) for line in lines) if depth else text


def _depth(line: str) -> int:
    wide = line.expandtabs(4)
    return len(wide) - len(wide.lstrip(_SPACES))


def _cut(line: str, depth: int) -> str:
    if not line.strip():
        return ""
    indented = line[: len(line) - len(line.lstrip())]
    return indented.expandtabs(4)[depth:] + line[len(indented) :]


def _trim(lines: Sequence[str]) -> str:
    start, end = 0, len(lines)
    while start < end and SEPARATOR.fullmatch(lines[start] or " "):
        start += 1
    while end > start and not lines[end - 1].strip():
        end -= 1
    return "\n".join(lines[start:end])


def _unwrapped(body: str) -> str:
    """Take an answer out of a `<details>` that wraps all of it under no more than a label."""
    opened = _OPEN.match(body)
    closed = _CLOSE.search(body)
    if not opened or not closed or not _one_block(body):
        return body
    inner = dedent(_trim(body[opened.end() : closed.start()].split("\n")))
    quoted = _QUOTE.match(inner)
    return dedent(_trim(quoted[1].split("\n"))) if quoted else inner


def _one_block(body: str) -> bool:
    """Tell whether the `<details>` that opens `body` is the one that its end closes."""
    depth = 0
    tags = list(_TAG.finditer(body))
    for tag in tags:
        depth += -1 if tag[1] else 1
        if depth == 0:
            return tag is tags[-1]
    return False
