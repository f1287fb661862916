"""Fuzz the way of an answer file from bytes to HTML; see README.md beside this file."""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

with atheris.instrument_imports(include=["kb"]):
    from kb.dialects import parse
    from kb.files.sources import from_bytes
    from kb.merge import merge
    from kb.model import Bank

from tests.rendering.rendered import render
from tests.rendering.test_safety import trouble


def test_one_input(data: bytes) -> None:
    """Fail on an exception, a line that is in no entry and no other range, or unsafe HTML."""
    source = from_bytes(data, "kim/fuzz.md", shown="fuzz.md", folder="notes")
    document, _ = parse(source)
    ranges = [e.span for e in document.entries] + [o.span for o in document.other]
    covered = {n for span in ranges for n in range(span.start, span.end + 1)}
    lost = [n for n, line in enumerate(source.lines, 1) if line.strip() and n not in covered]
    assert not lost, f"lines {lost} are lost"
    merge(Bank((), ()), (), [document])
    for entry in document.entries:
        found = trouble(render(entry.body).html)
        assert not found, found


if __name__ == "__main__":
    atheris.Setup(sys.argv, test_one_input)
    atheris.Fuzz()
