from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from kb.cli import main

BANK = """
topic: {id: nets, order: 1, title: {ko: 신경망, en: Networks}, description: {ko: 설명입니다., en: About.}}
questions:
  - id: dropout
    title: {ko: '드롭아웃이란 무엇인가요?', en: 'What is dropout?'}
    difficulty: 1
    also_asked: {ko: [드롭아웃], en: [dropout]}
"""
ANSWERS = """# Notes

## 1. What is dropout?

Units are switched off at random, with probability $p$.

#### References

- [Srivastava et al. (2014)](https://jmlr.org/papers/v15/srivastava14a.html)

## 2. What is a tensor in a framework?

Answer:

## 3. 드롭아웃

[elsewhere](nowhere.md)
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "bank").mkdir()
    (tmp_path / "bank/nets.yml").write_text(BANK, encoding="utf-8")
    (tmp_path / "notes/kim").mkdir(parents=True)
    (tmp_path / "notes/kim/dl.md").write_text(ANSWERS, encoding="utf-8")
    return tmp_path


def run(project: Path, command: str, *args: str) -> int:
    places = ["--bank", str(project / "bank"), "--glossary", str(project / "none.yml")]
    return main([command, str(project / "notes"), *places, *args])


def export(project: Path) -> dict[str, Any]:
    assert run(project, "export", "-o", str(project / "kb.json")) == 0
    data: dict[str, Any] = json.loads((project / "kb.json").read_text(encoding="utf-8"))
    return data


def test_check_names_file_line_code_and_remedy(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "check") == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith(
        f'{project}/notes/kim/dl.md:11: KB301 "What is a tensor in a framework?" is not in the bank'
    )


def test_check_can_leave_out_what_is_information(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "check", "--quiet") == 0
    assert capsys.readouterr().out == ""


def test_check_fails_on_errors(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "notes/bad.md").write_text("---\nquestion: droput\n---\n\n# x\n\ntext\n", encoding="utf-8")
    assert run(project, "check") == 1
    assert 'KB302 the bank has no question "droput"' in capsys.readouterr().out


def test_check_writes_annotations_for_github(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "check", "--format", "github") == 0
    out = capsys.readouterr().out
    assert out.startswith(f"::notice file={project}/notes/kim/dl.md,line=11,title=KB301::")


def test_check_writes_json(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "check", "--format", "json") == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["code"], found["severity"], found["line"]) == ("KB301", "info", 11)


def test_check_explains_which_dialect_was_chosen(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "notes/kim/empty.md").write_text("", encoding="utf-8")
    assert run(project, "check", "--verbose", "--quiet") == 0
    chosen, *others, rest, empty, message = capsys.readouterr().out.splitlines()
    assert chosen == (
        f"{project}/notes/kim/dl.md: numbered-heading (dialect D), 1.00: "
        "3 headings carry a number, of 3 at their level; 67% ask something"
    )
    assert others == [
        "    not heading (dialect C), 0.40: 2 of 5 headings ask something",
        "    not single-file (dialect E), 0.30: one title, 2 of the 4 other headings ask something",
    ]
    assert rest.startswith("    nothing speaks for id-heading, tabs, ")
    assert empty == f"{project}/notes/kim/empty.md: no dialect fits"
    assert "KB001" in message


def test_explanations_leave_output_for_programs_alone(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(project, "check", "-v", "--format", "json") == 0
    captured = capsys.readouterr()
    assert len(json.loads(captured.out)) == 1
    assert "numbered-heading (dialect D)" in captured.err


def test_a_folder_that_does_not_exist_is_said(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(project / "nowhere")]) == 2
    assert "no such file or folder" in capsys.readouterr().err


def test_export_describes_documents(project: Path) -> None:
    data = export(project)
    assert data["schema"] == 1
    (document,) = data["documents"]
    described = {key: document[key] for key in ("path", "encoding", "lang", "dialect", "contributor")}
    assert described == {
        "path": "kim/dl.md",
        "encoding": "utf-8",
        "lang": "en",
        "dialect": "numbered-heading",
        "contributor": "kim",
    }
    assert document["other"] == [{"start": 1, "end": 1, "kind": "title"}]
    assert [(e["number"], e["start"], e["end"], e["answered"]) for e in document["entries"]] == [
        ("1", 3, 9, True),
        ("2", 11, 13, False),
        ("3", 15, 17, True),
    ]
    assert [e["question"] for e in document["entries"]][::2] == ["dropout", "dropout"]


def test_export_holds_answers_as_markdown_and_as_html(project: Path) -> None:
    first, second = export(project)["questions"][0]["answers"]
    assert first["gfm"] == "Units are switched off at random, with probability $p$."
    assert '<span class="katex">' in first["html"]
    assert first["references"] == [
        {"title": "Srivastava et al. (2014)", "url": "https://jmlr.org/papers/v15/srivastava14a.html"}
    ]
    assert (first["document"], first["start"], first["role"], first["lang"]) == (
        "kim/dl.md",
        3,
        "answer",
        "en",
    )
    assert second["gfm"] == "[elsewhere](nowhere.md)"


def test_export_says_where_pages_are_and_what_is_wrong(project: Path) -> None:
    data = export(project)
    known, new = data["questions"]
    assert known["url"] == {"ko": "ko/q/dropout/", "en": "en/q/dropout/"}
    assert known["title"] == {"ko": "드롭아웃이란 무엇인가요?", "en": "What is dropout?"}
    assert new["title"] == {"ko": "", "en": "What is a tensor in a framework?"}
    assert new["answers"] == []
    assert [(d["code"], d["path"], d["line"]) for d in data["diagnostics"]] == [
        ("KB301", "kim/dl.md", 11),
        ("KB405", "kim/dl.md", 17),
    ]


def test_export_is_the_same_every_time(project: Path) -> None:
    export(project)
    first = (project / "kb.json").read_bytes()
    export(project)
    assert (project / "kb.json").read_bytes() == first


def test_export_as_decks(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = project / "decks"
    assert run(project, "export", "--anki", str(target)) == 0
    names = {f"ml-interview-notes-{which}.apkg" for which in ("ko", "en", "all")}
    assert {path.name for path in target.iterdir()} == names
    assert all(zipfile.is_zipfile(path) for path in target.iterdir())
    assert capsys.readouterr().out.splitlines()[-1].endswith("all.apkg: 2 cards")


def test_export_as_files_writes_each_answer_in_our_own_format(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = project / "out/files"
    assert run(project, "export", "--as-files", str(target)) == 0
    assert capsys.readouterr().out == f"{target}: 2 answers\n"
    names = sorted(file.relative_to(target).as_posix() for file in target.rglob("*.md"))
    assert names == ["kim/en/dropout-2.md", "kim/en/dropout.md"]
    assert (target / "kim/en/dropout.md").read_text(encoding="utf-8") == (
        "---\nquestion: dropout\ncontributor: kim\nlang: en\n---\n\n# What is dropout?\n\n"
        "Units are switched off at random, with probability $p$.\n\n## References\n\n"
        "- [Srivastava et al. (2014)](https://jmlr.org/papers/v15/srivastava14a.html)\n"
    )


def test_export_as_files_overwrites_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "export", "--as-files", str(project / "notes")) == 2
    assert "is not an empty folder" in capsys.readouterr().err


def test_export_wants_one_target(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run(project, "export")
    assert "--as-files" in capsys.readouterr().err
