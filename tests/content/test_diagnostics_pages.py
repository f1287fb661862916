"""The pages on diagnostics explain every code, with examples that the golden cases prove."""

from __future__ import annotations

import re
from functools import cache

import pytest
from kb.diagnostics import Code
from kb.model import LANGS, Lang

from tests.content.answers import ROOT
from tests.dialects.golden import Case, cases

SEVERITY = {
    "ko": {"error": "오류", "warning": "경고", "info": "알림"},
    "en": {"error": "error", "warning": "warning", "info": "note"},
}
# Nothing to see: an empty file, and a line of sixty signs.
UNSEEN = {"KB001", "KB114"}


@cache
def sections(lang: Lang) -> dict[str, str]:
    text = (ROOT / f"docs/pages/{lang}/diagnostics.md").read_text(encoding="utf-8")
    found = re.split(r"^### (?=KB\d)(.+) \{ #(KB\d+) \}$", text, flags=re.MULTILINE)
    return dict(zip(found[2::3], found[3::3], strict=True))


@pytest.mark.parametrize("lang", LANGS)
def test_every_code_is_explained_and_no_other(lang: Lang) -> None:
    assert list(sections(lang)) == [code.id for code in Code]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("code", Code, ids=lambda code: code.id)
def test_the_severity_is_the_real_one(code: Code, lang: Lang) -> None:
    start = sections(lang)[code.id].strip()
    assert start.startswith(f"**{SEVERITY[lang][code.severity]}** · ")
    assert len(start.split("\n", 1)[0]) > 30


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("case", [c for c in cases() if c.example], ids=lambda case: case.example)
def test_examples_are_golden_cases(case: Case, lang: Lang) -> None:
    section = sections(lang)[case.example]
    said = next(d for d in case.expected["diagnostics"] if d.startswith(case.example))
    place, _, message = said.partition(" ")
    shown = f"```text\n{case.path}:{place.partition(':')[2]}: {case.example} {message}\n```"
    if case.example not in UNSEEN:
        assert case.raw.decode().strip("\n") in section
        assert shown in section
