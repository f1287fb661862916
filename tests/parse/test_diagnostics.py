"""Every message there is can be provoked: by a golden case, or by one of the inputs below."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from kb.bank import load_bank
from kb.diagnostics import Code, Diagnostic, has_errors, in_order
from kb.files.sources import LARGE, LARGEST, from_bytes, read_source
from kb.glossary import load_glossary
from kb.library import load

from tests.dialects.golden import cases

TOPIC = "topic: {id: t, order: 1, title: {ko: 가, en: a}, description: {ko: 나, en: b}}\n"
QUESTION = "  - {id: %s, title: {ko: 가, en: a}, difficulty: 1%s}\n"


def in_file(raw: bytes) -> tuple[Diagnostic, ...]:
    return from_bytes(raw, "a.md", shown="a.md", folder="f").diagnostics


def too_large(folder: Path) -> tuple[Diagnostic, ...]:
    file = folder / "large.md"
    with file.open("wb") as opened:
        opened.truncate(LARGEST + 1)
    return read_source(file, folder).diagnostics


def in_bank(text: str) -> Callable[[Path], tuple[Diagnostic, ...]]:
    def load_it(folder: Path) -> tuple[Diagnostic, ...]:
        (folder / "t.yml").write_text(text, encoding="utf-8")
        return load_bank(folder)[1]

    return load_it


def in_glossary(folder: Path) -> tuple[Diagnostic, ...]:
    (folder / "g.yml").write_text("- {id: a, ko: 가, en: a}\n", encoding="utf-8")
    return load_glossary(folder / "g.yml")[1]


def in_answers(files: dict[str, str]) -> Callable[[Path], tuple[Diagnostic, ...]]:
    def load_them(folder: Path) -> tuple[Diagnostic, ...]:
        for name, text in files.items():
            file = folder / "answers" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return load([folder / "answers"], folder / "none", folder / "none.yml").diagnostics

    return load_them


PROVOKED: dict[Code, Callable[[Path], Iterable[Diagnostic]]] = {
    Code.NOT_TEXT: lambda _: in_file(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00"),
    Code.ENCODING: lambda _: in_file("## 한글은 무엇인가요?\n".encode("cp949")),
    Code.TOO_LARGE: too_large,
    Code.LARGE_FILE: lambda _: in_file(b"# a\n" + b"word " * (LARGE // 5)),
    Code.STALE_TRANSLATION: in_answers(
        {"ko/a.md": "# 가\n\n나\n", "en/a.md": "---\ntranslated: ko@0123456789ab\n---\n\n# a\n\nb\n"}
    ),
    Code.NO_TRANSLATION: in_answers(
        {
            "ko/a.md": "# 가\n\n나\n",
            "ko/b.md": "# 다\n\n라\n",
            "en/a.md": "---\ntranslated: ko@0123456789ab\n---\n\n# a\n\nb\n",
        }
    ),
    Code.BANK_SYNTAX: in_bank("topic: [\n"),
    Code.BANK_SCHEMA: in_bank("topic: {id: t}\nquestions: []\n"),
    Code.BANK_REFERENCE: in_bank(f"{TOPIC}questions:\n{QUESTION % ('a', ', parent: nowhere')}"),
    Code.BANK_DUPLICATE: in_bank(f"{TOPIC}questions:\n{QUESTION % ('a', '')}{QUESTION % ('a', '')}"),
    Code.GLOSSARY_SCHEMA: in_glossary,
    Code.UNMATCHED: in_answers({"kim/a.md": "# What is a quokka?\n\nA small one.\n"}),
    Code.UNKNOWN_QUESTION: in_answers(
        {"kim/a.md": "---\nquestion: quokka\n---\n\n# Quokka\n\nA small one.\n"}
    ),
}


@pytest.mark.parametrize("code", PROVOKED, ids=lambda code: code.id)
def test_is_reported(code: Code, tmp_path: Path) -> None:
    found = [diagnostic for diagnostic in PROVOKED[code](tmp_path) if diagnostic.code is code]
    assert found
    assert all(
        d.line >= 1 and d.message and str(d).startswith(f"{d.path}:{d.line}: {code.id} ") for d in found
    )


def test_nothing_is_left_out() -> None:
    """Rendering has tests of its own for its codes, 4xx."""
    golden = {str(said)[:5] for case in cases() for said in case.expected.get("diagnostics", [])}
    provoked = golden | {code.id for code in PROVOKED}
    assert {code.id for code in Code if code.id < "KB400"} - provoked == set()


def test_numbers_are_unique_and_grouped() -> None:
    ids = [code.id for code in Code]
    assert len(set(ids)) == len(ids)
    assert ids == sorted(ids)


def test_order_and_severity() -> None:
    error = Diagnostic(Code.TOO_LARGE, "b.md", 1, "m")
    hint = Diagnostic(Code.UNMATCHED, "a.md", 9, "m", "h")
    assert in_order([error, hint, error]) == (hint, error)
    assert has_errors([hint, error])
    assert not has_errors([hint])
    assert str(hint) == "a.md:9: KB301 m (h)"
