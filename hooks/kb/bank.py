"""The question bank: `docs/questions/*.yml`, one file per topic."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from kb.cache import Cache
from kb.derive import Recipe, derive
from kb.diagnostics import Code, Diagnostic
from kb.files.yaml_lines import Checker, Item, read_yaml
from kb.model import Bank, Phrases, Question, Span, Term, Text, Topic
from kb.versions import key, made_by

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_TOPIC_KEYS = ("id", "order", "title", "description")
_QUESTION_KEYS = ("id", "title", "parent", "difficulty", "tags", "also_asked", "related", "aliases")


@dataclass(frozen=True, slots=True)
class _File:
    order: float
    topic: Topic
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class _Read:
    """A file of the bank as it was read; `file` is None where it is no YAML."""

    file: _File | None
    diagnostics: tuple[Diagnostic, ...]


_RECIPE = Recipe("bank", _Read)


def load_bank(folder: Path, cache: Cache | None = None) -> tuple[Bank, tuple[Diagnostic, ...]]:
    """Read every file of the bank; mistakes are reported with file and line, never raised."""
    texts = [(path.as_posix(), path.read_bytes()) for path in sorted(folder.glob("*.yml"))]
    maker = made_by(__name__, libraries=("pyyaml",))
    read = tuple(derive(_RECIPE, {key(maker, *text): text for text in texts}, _read_all, cache).values())
    files = sorted((one.file for one in read if one.file), key=lambda file: (file.order, file.topic.id))
    bank = Bank(
        topics=tuple(file.topic for file in files),
        questions=tuple(question for file in files for question in file.questions),
    )
    return bank, (*(diagnostic for one in read for diagnostic in one.diagnostics), *_check_ids(bank))


def _read_all(texts: Sequence[tuple[str, bytes]]) -> list[_Read]:
    return [_read(path, data) for path, data in texts]


def _read(path: str, data: bytes) -> _Read:
    item = read_yaml(path, data)
    if isinstance(item, Diagnostic):
        return _Read(None, (item,))
    checker = Checker(path, Code.BANK_SCHEMA)
    return _Read(_file(checker, item), tuple(checker.found))


def _file(checker: Checker, item: Item) -> _File:
    top = checker.mapping(item, "the file", ("topic", "questions"))
    about = checker.mapping(top.get("topic", Item({}, item.line)), "topic", _TOPIC_KEYS)
    line = top["topic"].line if "topic" in top else item.line
    topic = Topic(
        id=_id(checker, about, line),
        title=_both(checker, about, "title", line),
        description=_both(checker, about, "description", line),
    )
    order = about["order"].value if "order" in about else None
    entries = top.get("questions", Item([], item.line)).value
    if not isinstance(entries, list):
        checker.report(item.line, '"questions" must be a list')
        entries = []
    questions = tuple(_question(checker, entry, topic.id) for entry in entries)
    return _File(float(order) if isinstance(order, int | float) else 99.0, topic, questions)


def _question(checker: Checker, item: Item, topic: str) -> Question:
    values = checker.mapping(item, "a question", _QUESTION_KEYS)
    asked = values.get("also_asked")
    phrases = checker.mapping(asked, "also_asked", ("ko", "en")) if asked else {}
    return Question(
        id=_id(checker, values, item.line),
        title=_both(checker, values, "title", item.line),
        topic=topic,
        parent=checker.text(values, "parent", item.line, required=False) or None,
        difficulty=_difficulty(checker, values, item.line),
        also_asked=Phrases(checker.texts(phrases, "ko"), checker.texts(phrases, "en")),
        related=checker.texts(values, "related"),
        aliases=checker.texts(values, "aliases"),
        span=Span(checker.path, item.line, item.line),
        tags=checker.texts(values, "tags"),
    )


def _id(checker: Checker, values: Mapping[str, Item], line: int) -> str:
    value = checker.text(values, "id", line)
    if value and not _ID.fullmatch(value):
        checker.report(values["id"].line, f'"{value}" is not an id', "use a-z, 0-9 and single hyphens")
    return value


def _both(checker: Checker, values: Mapping[str, Item], key: str, line: int) -> Text:
    item = values.get(key)
    if item is None:
        checker.report(line, f'"{key}" is missing', f"write {key}: {{ko: …, en: …}}")
        return Text()
    both = checker.mapping(item, key, ("ko", "en"))
    return Text(checker.text(both, "ko", item.line), checker.text(both, "en", item.line))


def _difficulty(checker: Checker, values: Mapping[str, Item], line: int) -> int:
    item = values.get("difficulty")
    if item is None:
        checker.report(line, '"difficulty" is missing', "1 basic, 2 intermediate, 3 advanced")
        return 1
    if isinstance(item.value, int) and item.value in (1, 2, 3):
        return item.value
    checker.report(item.line, f"difficulty must be 1, 2 or 3, not {item.value!r}")
    return 1


def _check_ids(bank: Bank) -> list[Diagnostic]:
    """Check that ids are unique and that parents and related questions exist."""
    found: list[Diagnostic] = []
    taken: dict[str, Question] = {}
    for question in bank.questions:
        for name in (question.id, *question.aliases):
            if name in taken:
                found.append(
                    _at(
                        Code.BANK_DUPLICATE,
                        question,
                        f'"{name}" is also an id or alias of "{taken[name].id}"',
                    )
                )
            taken.setdefault(name, question)
    ids = {question.id for question in bank.questions}
    for question in bank.questions:
        for kind, target in [("parent", question.parent), *(("related", r) for r in question.related)]:
            if target is not None and (target not in ids or target == question.id):
                hint = _near(target, ids - {question.id})
                found.append(
                    _at(Code.BANK_REFERENCE, question, f'{kind} "{target}" is no other question', hint)
                )
    return [*found, *_circles(bank)]


def check_tags(bank: Bank, terms: Iterable[Term]) -> tuple[Diagnostic, ...]:
    """Check that every tag is a term of the glossary, whose names and definition it goes by."""
    known = {term.id for term in terms}
    return tuple(
        _at(Code.BANK_REFERENCE, question, f'tag "{tag}" is no term of the glossary', _near(tag, known))
        for question in bank.questions
        for tag in question.tags
        if tag not in known
    )


def _near(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, known, n=1)
    return f'did you mean "{near[0]}"?' if near else ""


def _circles(bank: Bank) -> list[Diagnostic]:
    """Report questions that are, over some others, their own parent."""
    parents = {question.id: question.parent for question in bank.questions}
    found = []
    for question in bank.questions:
        above, at = [question.id], question.parent
        while at is not None and at not in above:
            above.append(at)
            at = parents.get(at)
        if at == question.id and len(above) > 1:
            found.append(_at(Code.BANK_REFERENCE, question, f"is its own parent over {', '.join(above[1:])}"))
    return found


def _at(code: Code, question: Question, message: str, hint: str = "") -> Diagnostic:
    span = question.span or Span("", 1, 1)
    return Diagnostic(code, span.path, span.start, f"{question.id}: {message}", hint)
