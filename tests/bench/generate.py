"""Make up a collection of N questions: `python -m tests.bench.generate N FOLDER`.

The folder becomes a project of ours with a bank, a glossary and answers of about 400 words in Korean and
English, in the conventions of `conventions.py`. Nothing in it means anything, and the same N makes the
same bytes. `peers.py` writes the same answers as plain Markdown for other generators.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from kb.model import LANGS, Lang, Text

from tests.bench.bodies import body
from tests.bench.conventions import document, for_group
from tests.bench.vocabulary import ALSO, ASKED, name, paragraph, thing

ROOT = Path(__file__).parents[2]
TOPIC = 40  # questions in a topic
GROUP = 10  # questions of one convention, and in one document
_TERM_EVERY = 4
_FOLLOW_UP_EVERY = 5


@dataclass(frozen=True, slots=True)
class Made:
    """A question: `body` is its answer in each language, without title and references."""

    id: str
    number: int
    topic: int
    title: Text
    body: Text
    references: tuple[str, ...]

    def markdown(self, lang: Lang) -> str:
        """Return the whole answer."""
        return f"{self.body.get(lang)}\n\n{_SOURCES.get(lang)}\n\n{reference_list(self.references)}"


_SOURCES = Text("## 참고 문헌", "## References")


def reference_list(references: tuple[str, ...]) -> str:
    """Write sources as a list."""
    return "\n".join(f"- {reference}" for reference in references)


def made(count: int) -> Iterator[Made]:
    """Make up `count` questions, one after the other."""
    for number in range(count):
        about = thing(number)
        pattern = ASKED[number % len(ASKED)]
        title = Text(pattern.ko.format(x=about.ko), pattern.en.format(x=about.en))
        others = tuple(thing(n) for n in near(number, count))
        own_format = for_group(number // GROUP) is None
        texts = {lang: body(number, lang, about, others, headings=own_format) for lang in LANGS}
        sources = tuple(_reference(number, i) for i in range(2))
        yield Made(
            identifier(number), number, number // TOPIC, title, Text(texts["ko"], texts["en"]), sources
        )


def identifier(number: int) -> str:
    """Return the id of question `number`."""
    return f"{name(number).en}-{number + 1}"


def near(number: int, count: int) -> tuple[int, ...]:
    """Return two other questions of the same topic, or itself where it is alone."""
    first = number // TOPIC * TOPIC
    size = min(TOPIC, count - first)
    return tuple(first + (number - first + step) % size for step in (3, 7))


def _reference(number: int, which: int) -> str:
    words = Random(f"reference {number} {which}")
    author, year = name(words.randrange(9000)).en.capitalize(), words.randint(1990, 2024)
    return f"[{author} ({year}), Notes on {name(number).en}](https://papers.example/{number}-{which})"


def write_project(folder: Path, count: int) -> None:
    """Write a project of ours: settings, assets, bank, glossary, answers, pages.

    Our code is copied as well, so that its caches are this project's own. Run MkDocs in `folder` with
    PYTHONPATH=hooks:.
    """
    folder.mkdir(parents=True)
    for part in ("hooks", "plots", "docs/assets"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "node_modules").symlink_to((ROOT / "node_modules").resolve())
    write_docs(folder / "docs", count)


def write_docs(docs: Path, count: int) -> None:
    """Write the bank, the glossary, the answers and the hand-written pages below `docs`."""
    group: list[Made] = []
    topic: list[Made] = []
    for question in made(count):
        if topic and question.topic != topic[0].topic:
            _write(docs / "questions" / f"{topic_id(topic[0].topic)}.yml", bank_file(topic, count))
            topic = []
        if len(group) == GROUP:
            _write_group(docs / "answers", group)
            group = []
        topic.append(question)
        group.append(question)
    _write(docs / "questions" / f"{topic_id(topic[0].topic)}.yml", bank_file(topic, count))
    _write_group(docs / "answers", group)
    _write(docs / "glossary.yml", glossary(count))
    for lang in LANGS:
        title = Text("# 처음 { #home }", "# Home { #home }").get(lang)
        marks = "<!-- kb:start -->\n\n## A { #topics }\n\n<!-- kb:topics -->"
        _write(docs / "pages" / lang / "index.md", f"{title}\n\n{marks}\n")


def topic_id(topic: int) -> str:
    """Return the id of a topic."""
    return f"topic-{topic + 1}"


def topic_title(topic: int) -> Text:
    """Return the title of a topic."""
    own = name(10_000 + topic)
    return Text(f"{own.ko} 모음", f"{own.en.capitalize()} collection")


# YAML reads JSON, and no YAML library writes as fast.
def bank_file(questions: list[Made], count: int) -> str:
    """Write a topic and its questions as a file of the bank."""
    topic = questions[0].topic
    title = topic_title(topic)
    about = {"ko": f"{title.ko}의 질문들입니다.", "en": f"Questions of the {title.en}."}
    entries = [
        {
            "id": q.id,
            "title": {"ko": q.title.ko, "en": q.title.en},
            "difficulty": 1 + q.number % 3,
            "also_asked": {lang: [_also(q, lang, also) for also in ALSO] for lang in LANGS},
            "related": list(dict.fromkeys(identifier(n) for n in near(q.number, count) if n != q.number)),
        }
        | ({"parent": parent} if (parent := _parent(q)) else {})
        for q in questions
    ]
    head = {
        "id": topic_id(topic),
        "order": topic + 1,
        "title": {"ko": title.ko, "en": title.en},
        "description": about,
    }
    return json.dumps({"topic": head, "questions": entries}, ensure_ascii=False, indent=1)


def _also(question: Made, lang: Lang, also: Text) -> str:
    return also.get(lang).format(x=thing(question.number).get(lang))


def _parent(question: Made) -> str:
    inside = question.number % TOPIC
    return identifier(question.number - 1) if inside % _FOLLOW_UP_EVERY == 1 else ""


def glossary(count: int) -> str:
    """Write a glossary with a term for every fourth question."""
    terms = []
    for number in range(0, count, _TERM_EVERY):
        own = name(number)
        terms.append(
            {
                "id": own.en,
                "ko": own.ko,
                "en": own.en,
                "abbr": [],
                "also": [f"{own.en}-{n}" for n in ("like", "based")],
                "definition": {
                    "ko": paragraph(Random(number), "ko", own.ko, own.ko, 1).replace("*", ""),
                    "en": paragraph(Random(number), "en", own.en, own.en, 1).replace("*", ""),
                },
            }
        )
    return json.dumps(terms, ensure_ascii=False, indent=1)


def _write_group(answers: Path, group: list[Made]) -> None:
    number = group[0].number // GROUP
    convention = for_group(number)
    for lang in LANGS:
        if convention is None:
            for q in group:
                head = f"---\nquestion: {q.id}\ncontributor: editors\n---\n\n# {q.title.get(lang)}"
                _write(answers / lang / f"{q.id}.md", f"{head}\n\n{q.markdown(lang)}\n")
        else:
            folder = answers / f"{convention}-{name(20_000 + number).en}"
            entries = [(q.title.get(lang), q.body.get(lang), reference_list(q.references)) for q in group]
            _write(folder / f"{lang}.md", document(convention, lang, entries))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_project(Path(sys.argv[2]), int(sys.argv[1]))
