"""Every golden case of every dialect gives exactly what it says."""

from __future__ import annotations

import difflib

import pytest
from kb.diagnostics import Code
from kb.dialects import DIALECTS

from tests.dialects.golden import HERE, Case, cases, differences, run, unaccounted

CASES = cases()
FEWEST = 6
LONGEST_EXAMPLE = 18


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_golden(case: Case) -> None:
    source, document, found = run(case.path, case.raw)
    wanted, actual = differences(case, document, found)
    if wanted != actual:
        diff = difflib.unified_diff(
            wanted.splitlines(), actual.splitlines(), "expected", "actual", lineterm="", n=6
        )
        pytest.fail(f"{case.name}: {case.about}\n" + "\n".join(diff), pytrace=False)
    assert unaccounted(source, document) == []


@pytest.mark.parametrize("dialect", [dialect.name for dialect in DIALECTS])
def test_every_dialect_has_cases(dialect: str) -> None:
    of_dialect = [case for case in CASES if case.expected.get("dialect") == dialect]
    assert len(of_dialect) >= FEWEST
    assert (HERE / dialect).is_dir()


def test_names_are_unique_and_descriptions_given() -> None:
    assert all(case.about and "\n" not in case.about for case in CASES)
    assert len({case.raw for case in CASES}) == len(CASES)


def test_the_pages_on_diagnostics_have_their_examples() -> None:
    """One short case for each code about the structure of a file; translations are about two files."""
    shown = [case for case in CASES if case.example]
    codes = [case.example for case in shown]
    two_files = {Code.STALE_TRANSLATION.id, Code.NO_TRANSLATION.id}
    assert len(codes) == len(set(codes))
    assert {code.id for code in Code if code.id.startswith("KB1")} - two_files <= set(codes)
    for case in shown:
        assert any(str(said).startswith(case.example) for said in case.expected["diagnostics"]), case.name
        assert len(case.raw.splitlines()) <= LONGEST_EXAMPLE, case.name
