"""An answer written out exactly, so that reading it guesses nothing.

`kb export --as-files` writes such files. `verbatim: true` in their front matter says: the first heading
is the title, a last `## References` opens the sources, and everything between is the answer as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kb.model import LANGS, Lang, Reference
from kb.wording.inlines import plain

_HEADINGS: dict[Lang, str] = {"ko": "## 참고 문헌", "en": "## References"}
_SIGN = re.compile(r"[\\`*_~\[\]<>#&]")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_SOURCE = re.compile(r"- (?:\[(?P<title>(?:\\.|[^\\\[\]])*)\]\(<?(?P<url>.*?)>?\)|(?P<words>.*))")


@dataclass(frozen=True, slots=True)
class Exact:
    """The text of an answer and its sources; `first` tells how many lines stand above the text."""

    text: str
    references: tuple[Reference, ...]
    first: int = 0


def escaped(text: str) -> str:
    """Write words so that none of their signs is taken for a mark; most words need nothing."""
    if plain(text) == text and not re.search(r"[\[\]#&<]", text):
        return text
    return _SIGN.sub(r"\\\g<0>", text)


def unescaped(markdown: str) -> str:
    """Return the words that `escaped` wrote."""
    return _ESCAPED.sub(r"\1", markdown)


def write(title: str, text: str, references: Sequence[Reference], lang: Lang) -> str:
    """Write an answer as a file without front matter."""
    parts = [f"# {escaped(title)}", text]
    if references or any(line in _HEADINGS.values() for line in text.split("\n")):
        parts.append(_HEADINGS[lang])
    if references:
        parts.append("\n".join(map(_written, references)))
    return "\n\n".join(parts) + "\n"


def _written(reference: Reference) -> str:
    if not reference.url:
        return f"- {escaped(reference.title)}"
    simple = re.fullmatch(r"[^()<>\s]+", reference.url)
    url = reference.url if simple else f"<{reference.url}>"
    return f"- [{escaped(reference.title)}]({url})"


def read(lines: Sequence[str]) -> Exact:
    """Read what stands below the title of such a file."""
    at = [index for index, line in enumerate(lines) if line in (_HEADINGS[lang] for lang in LANGS)]
    end = at[-1] if at else len(lines)
    first, last = 0, end
    while first < last and not lines[first].strip():
        first += 1
    while last > first and not lines[last - 1].strip():
        last -= 1
    found = [match for line in lines[end + 1 :] if (match := _SOURCE.fullmatch(line))]
    references = tuple(Reference(unescaped(m["title"] or m["words"] or ""), m["url"] or "") for m in found)
    return Exact("\n".join(lines[first:last]), references, first)
