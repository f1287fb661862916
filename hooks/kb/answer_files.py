"""Every answer as a file in our own format: what `kb export --as-files` writes.

A file that would not be read back as the same answer (it ends in what looks like a source, say, or asks
a question that the bank does not hold) says `verbatim: true`, and its text is then taken as it stands.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from kb.dialects import parse
from kb.files.sources import SKIPPED_FOLDERS, from_bytes
from kb.model import Answer, KnowledgeBase, Question
from kb.structure import verbatim

# Names that a file system, or our own reader, takes for something else.
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
_RESERVED = SKIPPED_FOLDERS | _DEVICES
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class AnswerFile:
    """The name of a file, `contributor/lang/question.md`, and its text."""

    path: str
    text: str


def answer_files(kb: KnowledgeBase) -> Iterator[AnswerFile]:
    """Yield a file for each answer, in the order of the questions; no two have the same name."""
    taken: set[str] = set()
    for question in kb.questions:
        for answer in kb.answers.get(question.id, ()):
            yield AnswerFile(_path(answer, taken), write_answer(kb, question, answer))


def write_answer(kb: KnowledgeBase, question: Question, answer: Answer) -> str:
    """Write an answer so that reading it gives the same answer."""
    title = answer.title or question.title.get(answer.lang)
    text = verbatim.write(title, answer.gfm, answer.references, answer.lang)
    about = _about(kb, question, answer)
    if question.in_bank and _same(answer, title, written := _file(about, text)):
        return written
    return _file(about | {"verbatim": True}, text)


def _about(kb: KnowledgeBase, question: Question, answer: Answer) -> dict[str, Any]:
    """Return the front matter. A question that the bank lacks is known by its title and its topic."""
    about: dict[str, Any] = {"question": question.id} if question.in_bank else {}
    if not question.in_bank:
        topic = next((topic for topic in kb.topics if topic.id == question.topic), None)
        about = {"topic": topic.title.get(answer.lang) if topic else question.topic}
    about["contributor"] = answer.contributor
    about["lang"] = answer.lang
    if answer.role != "answer":
        about["role"] = answer.role
    return about


def _file(about: dict[str, Any], text: str) -> str:
    front = yaml.safe_dump(about, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{front}---\n\n{text}"


def _same(answer: Answer, title: str, written: str) -> bool:
    """Tell whether a file is read back as one entry that is the answer."""
    document, _ = parse(from_bytes(written.encode("utf-8", "replace"), "a.md", shown="a.md", folder=""))
    if len(document.entries) != 1:
        return False
    (entry,) = document.entries
    read = (entry.title, entry.body, entry.references, document.lang, document.role, document.contributor)
    return read == (title, answer.gfm, answer.references, answer.lang, answer.role, answer.contributor)


def _path(answer: Answer, taken: set[str]) -> str:
    folder = f"{safe_name(answer.contributor)}/{answer.lang}"
    name = stem = f"{folder}/{safe_name(answer.question)}"
    number = 1
    while name in taken:
        number += 1
        name = f"{stem}-{number}"
    taken.add(name)
    return f"{name}.md"


def safe_name(text: str) -> str:
    """Return a name for a file or folder that every system can hold: small letters, digits, hyphens."""
    name = re.sub(r"[^\w]+|_+", "-", unicodedata.normalize("NFC", text.casefold())).strip("-")
    name = name[:_LONGEST_NAME].strip("-") or "unnamed"
    return f"{name}-" if name in _RESERVED else name
