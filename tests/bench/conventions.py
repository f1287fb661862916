"""Documents of ten answers in each convention but tables, whose cells hold no such answers."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from types import MappingProxyType

from kb.model import Lang, Text

# Title, answer, list of sources.
Entry = tuple[str, str, str]

_SOURCES = Text("참고 문헌", "References")
_HEADS = Text("# 면접 정리", "# Interview notes")


def document(convention: str, lang: Lang, entries: Sequence[Entry]) -> str:
    """Write answers as one document."""
    one = _WRITERS[convention]
    parts = [one(number, lang, entry) for number, entry in enumerate(entries, start=1)]
    return "\n\n".join([_HEADS.get(lang), *parts]) + "\n"


def for_group(number: int) -> str | None:
    """Return the convention of the document with this number; every other group is in our own format."""
    names = tuple(_WRITERS)
    return names[number // 2 % len(names)] if number % 2 else None


def _whole(lang: Lang, entry: Entry) -> str:
    _, body, sources = entry
    return f"{body}\n\n**{_SOURCES.get(lang)}**\n\n{sources}"


def _heading(_: int, lang: Lang, entry: Entry) -> str:
    return f"## {entry[0]}\n\n{_whole(lang, entry)}"


def _numbered_heading(number: int, lang: Lang, entry: Entry) -> str:
    return f"## {number}. {entry[0]}\n\n{_whole(lang, entry)}"


def _id_heading(number: int, lang: Lang, entry: Entry) -> str:
    return f"## #{number}\n\n### {entry[0]}\n\n{_whole(lang, entry)}\n\n---"


def _prefix(_: int, lang: Lang, entry: Entry) -> str:
    return f"Q. {entry[0]}\n\nA. {_whole(lang, entry)}"


def _summary(number: int, lang: Lang, entry: Entry) -> str:
    return f"<details>\n<summary>{number}. {entry[0]}</summary>\n\n{_whole(lang, entry)}\n\n</details>"


def _tabs(_: int, lang: Lang, entry: Entry) -> str:
    names = Text("질문 답변", "Question Answer").get(lang).split()
    question = textwrap.indent(f'=== "{names[0]}"\n    #### {entry[0]}', "    ")
    answer = textwrap.indent(_whole(lang, entry), "        ")
    return f'!!! Question ""\n{question}\n\n    === "{names[1]}"\n\n{answer}'


def _outline_number(number: int, lang: Lang, entry: Entry) -> str:
    # A bullet right above the next number would be read as the title of a group.
    title, body, sources = entry
    label = Text("참고", "Source").get(lang)
    labelled = "\n".join(f"{label}: {source.removeprefix('- ')}" for source in sources.splitlines())
    return f"{number}-0. {title}\n\n{body}\n\n{labelled}"


def _list_item(number: int, lang: Lang, entry: Entry) -> str:
    return f"{number}. **{entry[0]}**\n\n{textwrap.indent(_whole(lang, entry), '    ')}"


_WRITERS: MappingProxyType[str, Callable[[int, Lang, Entry], str]] = MappingProxyType(
    {
        "heading": _heading,
        "numbered-heading": _numbered_heading,
        "prefix": _prefix,
        "summary": _summary,
        "tabs": _tabs,
        "id-heading": _id_heading,
        "outline-number": _outline_number,
        "list-item": _list_item,
    }
)
