"""The published description of `knowledge-base.json` says what the exporter writes."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from kb import model
from kb.diagnostics import Diagnostic
from kb.export import SCHEMA, SCHEMA_FILE, json_pieces, to_json
from kb.library import Library
from kb.rendering.katex import node

from tests.search.engine import our_library

DESCRIPTION = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
PAGES = Path(__file__).parents[2] / "docs" / "pages"
VALIDATE = Path(__file__).with_name("validate.mjs")
# Fields whose data stands elsewhere in the file, or that say nothing outside the computer that wrote it.
LEFT_OUT = {
    "document": {"source"},
    "entry": {"span", "body", "body_line", "references", "hints"},
    "other": {"span"},
    "question": {"span"},
    "answer": {"span", "question", "source", "body_line"},
}
ADDED = {
    "entry": {"start", "end"},
    "other": {"start", "end"},
    "question": {"defined", "url", "answers"},
    "answer": {"start", "end", "html"},
    "diagnostic": {"severity"},
}
CLASSES: Mapping[str, type] = {
    "text": model.Text,
    "phrases": model.Phrases,
    "topic": model.Topic,
    "document": model.Document,
    "entry": model.Entry,
    "other": model.Other,
    "question": model.Question,
    "answer": model.Answer,
    "reference": model.Reference,
    "term": model.Term,
    "diagnostic": Diagnostic,
}


def closed(schema: Any) -> Any:
    """Return the schema such that it forbids fields it does not describe."""
    copy = deepcopy(schema)
    for part in objects(copy):
        part["additionalProperties"] = False
    return copy


def objects(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        if isinstance(schema.get("properties"), dict):
            yield schema
        schema = list(schema.values())
    if isinstance(schema, list):
        for part in schema:
            yield from objects(part)


def complaints(*documents: Any) -> list[list[str]]:
    given = json.dumps({"schema": closed(DESCRIPTION), "documents": documents})
    done = subprocess.run([node(), VALIDATE], input=given, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: list[list[str]] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def library() -> Library:
    return our_library()


@pytest.fixture(scope="module")
def ours(library: Library) -> dict[str, Any]:
    text = to_json(library.kb, {}, library.diagnostics, lambda q, lang: f"{lang}/q/{q}/", library.terms)
    data: dict[str, Any] = json.loads(text)
    return data


def test_our_own_export_is_as_described(ours: dict[str, Any]) -> None:
    wrong = deepcopy(ours)
    wrong["questions"][0]["difficulty"] = "easy"
    del wrong["questions"][1]["answers"][0]["gfm"]
    wrong["documents"][0]["surprise"] = 1
    fine, found = complaints(ours, wrong)
    assert fine == []
    assert len(found) == 3, found


def test_the_versions_agree(ours: dict[str, Any]) -> None:
    assert DESCRIPTION["properties"]["schema"]["const"] == SCHEMA == ours["schema"]
    assert ours["$schema"] == SCHEMA_FILE.name


def test_everything_is_described_and_required() -> None:
    for part in objects(DESCRIPTION):
        assert set(part["required"]) == set(part["properties"]) - {"$schema"}
    assert list(DESCRIPTION["$defs"]["lang"]["enum"]) == list(model.LANGS)
    assert list(DESCRIPTION["$defs"]["role"]["enum"]) == list(model.ROLES)


@pytest.mark.parametrize("name", CLASSES)
def test_every_field_of_the_model_is_described(name: str) -> None:
    own = {field.name for field in fields(CLASSES[name])}
    assert LEFT_OUT.get(name, set()) <= own
    expected = own - LEFT_OUT.get(name, set()) | ADDED.get(name, set())
    assert set(DESCRIPTION["$defs"][name]["properties"]) == expected


def test_the_file_is_complete(library: Library, ours: dict[str, Any]) -> None:
    assert [q["id"] for q in ours["questions"]] == [q.id for q in library.kb.questions]
    assert [t["id"] for t in ours["topics"]] == [t.id for t in library.kb.topics]
    assert len(ours["terms"]) == len(library.terms)
    written = {(d["path"], e["start"]): e["question"] for d in ours["documents"] for e in d["entries"]}
    answers = [(a, q["id"]) for q in ours["questions"] for a in q["answers"]]
    assert answers
    assert all(written[a["document"], a["start"]] == question for a, question in answers)


def test_records_stand_on_lines_of_their_own() -> None:
    questions = tuple(model.Question(str(n), model.Text("가", "a"), "t") for n in range(3))
    kb = model.KnowledgeBase((), questions, {})
    text = "".join(json_pieces(kb, {}, (), lambda q, lang: f"{lang}/q/{q}/"))
    assert text == to_json(kb, {}, (), lambda q, lang: f"{lang}/q/{q}/")
    ids = [json.loads(line.rstrip(","))["id"] for line in text.splitlines() if line.startswith('{"id"')]
    assert ids == ["0", "1", "2"]
    assert '"가"' in text


@pytest.mark.parametrize("lang", model.LANGS)
def test_the_page_for_people_describes_the_same_fields(lang: str) -> None:
    text = (PAGES / lang / "data.md").read_text(encoding="utf-8")
    for place, description in (
        ("contents", DESCRIPTION),
        ("question", DESCRIPTION["$defs"]["question"]),
        ("answer", DESCRIPTION["$defs"]["answer"]),
    ):
        section = text.partition(f"{{ #{place} }}")[2].partition("\n#")[0]
        rows = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
        named = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
        assert named == set(description["properties"]) - {"$schema"}


@pytest.mark.parametrize("lang", model.LANGS)
def test_the_example_in_python_runs(
    lang: str,
    ours: dict[str, Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = (PAGES / lang / "data.md").read_text(encoding="utf-8").partition("```py\n")[2].partition("```")[0]
    first = ours["questions"][0]
    data = ours | {"questions": [first | {"answers": []}, *ours["questions"][1:]]}
    (tmp_path / "knowledge-base.json").write_text(json.dumps(data), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    exec(compile(code, "example", "exec"), {})
    assert capsys.readouterr().out.splitlines()[0] == f"{first['id']} {first['title'][lang]}"
