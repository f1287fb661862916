"""The figures on the pages about large collections are those that were measured."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from kb.model import LANGS, Lang

from tests.bench import edits
from tests.bench.build import Measured, growth, keep, table
from tests.bench.measure import FailedError, Run, run, size_of
from tests.bench.scaling import PAGES, read, with_tables


def measured(system: str, count: int, wall: float) -> Measured:
    return Measured(
        system,
        count,
        Run(wall, wall, 90.0),
        Run(wall / 10, 1.0, 80.0),
        Run(wall / 5, 1.0, 80.0),
        0.5,
        20,
        3.5,
        40.0,
    )


@pytest.mark.parametrize("lang", LANGS)
def test_the_tables_are_what_was_measured(lang: Lang) -> None:
    text = PAGES[lang].read_text(encoding="utf-8")
    assert text == with_tables(text, lang, read()), "python -m tests.bench.scaling --write"
    assert text.count("<!-- measured:end -->") == 2


def test_new_figures_take_the_place_of_old_ones(tmp_path: Path) -> None:
    path = tmp_path / "measured.json"
    keep([measured("ours", 100, 3.0), measured("ours", 20, 1.0)], path)
    keep([measured("ours", 100, 4.0), measured("static-i18n", 100, 8.0)], path)
    ours = json.loads(path.read_text(encoding="utf-8"))["ours"]
    assert [(m["count"], m["cold"]["wall"]) for m in ours] == [(20, 1.0), (100, 4.0)]


def test_figures_are_ratios_in_one_run() -> None:
    found = [measured("ours", 100, 4.0), measured("static-i18n", 100, 8.0)]
    ours = next(line for line in table(100, found).splitlines() if line.startswith("ours"))
    assert ours.split() == [
        *("ours", "4.0", "0.50", "4.0", "0.50", "0.4", "0.10", "0.8", "0.20"),
        *("0.50", "90", "20", "3.5"),
    ]
    assert growth([*found, measured("ours", 500, 18.0)]) == (
        "ours: 100 → 500 questions takes cold 4.5, CPU 4.5 times as long"
    )


def test_a_command_is_measured_with_what_it_starts(tmp_path: Path) -> None:
    code = (
        "import subprocess, sys, time; x = bytearray(60_000_000); x[::1000] = b'x' * 60_000\n"
        "subprocess.run([sys.executable, '-c', 'x = bytearray(60_000_000); x[::1000] = b\"x\" * 60_000\\n"
        "import time; time.sleep(0.5)'], check=True)"
    )
    found = run(["python3", "-c", code], tmp_path)
    assert found.wall > 0.4 and found.cpu > 0
    assert 100 < found.memory < 300 or not Path("/proc").exists()
    assert size_of(tmp_path)[0] == 1
    with pytest.raises(FailedError, match="said why"):
        run(["python3", "-c", "raise SystemExit('said why')"], tmp_path)


def test_the_time_until_an_edit_shows(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text("<h1>x</h1>\n\n## Why\n", encoding="utf-8")
    port = edits.free_port()
    server = ("python3", "-m", "http.server", str(port), "--bind", "127.0.0.1", "--directory", str(tmp_path))
    with edits.serving(server, tmp_path, {}):
        assert 0 < edits.edit(page, f"http://127.0.0.1:{port}/", 1) < 5
    assert page.read_text(encoding="utf-8") == "<h1>x</h1>\n\n## Why\n"
