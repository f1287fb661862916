"""How fast sites of N questions are built, beside other generators: `make bench`, or this with N … .

Every generator gets the same answers, each in Korean and English: 2N pages. One after the other builds
them cold, then again with nothing changed, then with one answer changed; then its server shows an edit.
Figures are ratios in one run. `--only NAME,…` leaves generators out, `--no-edit` the edits. With `--keep`
what was measured of ours is kept in measured.json, from which `python -m tests.bench.scaling --write` writes
the tables of the page on scaling.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

from kb.search.files import FOLDER

from tests.bench.edits import change, edit, free_port, serving
from tests.bench.generate import ROOT, made
from tests.bench.measure import FailedError, Run, run, size_of
from tests.bench.systems import OURS, SYSTEMS, NotInstalledError, System

MEASURED = Path(__file__).parent / "measured.json"
SIZES = (100, 500, 2500)
PEER = "static-i18n"
_EDITS = 3
_GOALS = (
    "goals: cold ≤ 0.50 of static-i18n at 500 and ≤ 0.30 at 2500, warm ≤ 0.15 of our cold, an edit ≤ 1 s at\n"
    "500, memory ≤ 200 MB at 500, 500 → 2500 in ≤ 5.5 times the time"
)


@dataclass(frozen=True, slots=True)
class Measured:
    """One generator with one number of questions. Seconds and megabytes; `edit` is 0 where not measured.

    `warm` is a build with nothing changed since the last one, `changed` one with an answer changed.

    `search` is what a reader's browser loads with the first search, in kilobytes, compressed.
    """

    system: str
    count: int
    cold: Run
    warm: Run
    changed: Run
    edit: float
    files: int
    size: float
    search: float


def measure(system: System, count: int, *, edits: int = _EDITS) -> Measured:
    """Measure one generator."""
    tool = system.install()
    with tempfile.TemporaryDirectory(prefix=f"kb-bench-{system.name}-{count}-") as name:
        folder = Path(name) / "project"
        system.write(folder, count)
        for cache in system.caches:
            shutil.rmtree(folder / cache, ignore_errors=True)
        command = [part.format(tool=tool, port=0) for part in system.build]
        cold = run(command, folder, system.environ)
        files, size = size_of(folder / system.output)
        search = _search(folder / system.output)
        warm = run(command, folder, system.environ)
        change(folder / system.source(next(iter(made(1)))))
        changed = run(command, folder, system.environ)
        edited = _edit(system, folder, tool, edits)
        return Measured(system.name, count, cold, warm, changed, edited, files, size, search)


def _edit(system: System, folder: Path, tool: Path, edits: int) -> float:
    if not edits:
        return 0.0
    port, question = free_port(), next(iter(made(1)))
    command = [part.format(tool=tool, port=port) for part in system.serve]
    with serving(command, folder, dict(system.environ)):
        address = f"http://127.0.0.1:{port}/{system.page(question)}"
        return edit(folder / system.source(question), address, edits)


def _search(site: Path) -> float:
    files = [site / FOLDER / f"{name}.js" for name in ("worker", "engine", "index")]
    return sum(len(gzip.compress(file.read_bytes(), 9)) for file in files if file.exists()) / 1e3


def table(count: int, found: Sequence[Measured]) -> str:
    """Write what was measured with one number of questions, and its ratio to the peer's."""
    peer = next((m for m in found if m.system == PEER), None)
    ours = next((m for m in found if m.system == OURS.name), None)
    lines = [
        f"{count} questions, {2 * count} pages",
        f"{'':12}{'cold s':>9}{'ratio':>7}{'CPU s':>8}{'ratio':>7}{'warm s':>9}{'of cold':>8}"
        f"{'one s':>7}{'of cold':>8}{'edit s':>8}{'MB':>7}{'files':>8}{'site MB':>9}",
    ]
    for m in found:
        wall = f"{m.cold.wall / peer.cold.wall:.2f}" if peer else "-"
        cpu = f"{m.cold.cpu / peer.cold.cpu:.2f}" if peer else "-"
        edited = f"{m.edit:.2f}" if m.edit else "-"
        part = f"{m.changed.wall / m.cold.wall:.2f}"
        memory = max(each.memory for each in (m.cold, m.warm, m.changed))
        lines.append(
            f"{m.system:12}{m.cold.wall:9.1f}{wall:>7}{m.cold.cpu:8.1f}{cpu:>7}{m.warm.wall:9.1f}"
            f"{m.warm.wall / m.cold.wall:8.2f}{m.changed.wall:7.1f}{part:>8}{edited:>8}"
            f"{memory:7.0f}{m.files:8}{m.size:9.1f}"
        )
    if ours:
        lines.append(f"search: {ours.search:.0f} KB with the first search")
    return "\n".join(lines)


def growth(found: Sequence[Measured]) -> str:
    """Say how the times grow from each number of questions to the next."""
    lines = []
    for name in dict.fromkeys(m.system for m in found):
        mine = sorted((m for m in found if m.system == name), key=lambda m: m.count)
        for small, large in pairwise(mine):
            times = f"cold {large.cold.wall / small.cold.wall:.1f}, CPU {large.cold.cpu / small.cold.cpu:.1f}"
            lines.append(f"{name}: {small.count} → {large.count} questions takes {times} times as long")
    return "\n".join(lines)


def keep(found: Sequence[Measured], path: Path = MEASURED) -> None:
    """Put what was measured of ours in the place of earlier figures for the same numbers of questions."""
    old = json.loads(path.read_text(encoding="utf-8"))["ours"] if path.exists() else []
    ours = [asdict(m) for m in found if m.system == OURS.name]
    counts = {m["count"] for m in ours}
    kept = sorted([m for m in old if m["count"] not in counts] + ours, key=lambda m: m["count"])
    about = {"date": date.today().isoformat(), "cores": os.cpu_count(), "python": platform.python_version()}
    path.write_text(json.dumps({**about, "ours": kept}, indent=1) + "\n", encoding="utf-8")


def main(arguments: Sequence[str]) -> None:
    """Measure and print."""
    names = [system.name for system in SYSTEMS]
    parser = argparse.ArgumentParser(prog="python -m tests.bench.build", description=_GOALS)
    parser.add_argument("counts", nargs="*", type=int, default=list(SIZES), metavar="N")
    parser.add_argument("--only", default=",".join(names), help="generators to measure, with commas")
    parser.add_argument("--no-edit", action="store_true", help="measure no edits")
    parser.add_argument("--keep", action="store_true", help=f"keep our figures in {MEASURED.name}")
    given = parser.parse_args(arguments)
    chosen = [system for system in SYSTEMS if system.name in given.only.split(",")]
    found: list[Measured] = []
    for count in given.counts:
        here = []
        for system in chosen:
            print(f"{system.name} with {count} questions …", file=sys.stderr)
            try:
                here.append(measure(system, count, edits=0 if given.no_edit else _EDITS))
            except (NotInstalledError, FailedError) as error:
                print(f"{system.name} is left out: {error}", file=sys.stderr)
        print(table(count, here), end="\n\n", flush=True)
        found += here
    print(growth(found))
    print(_GOALS)
    if given.keep:
        keep(found)
        print(f"kept in {MEASURED.relative_to(ROOT)}")


if __name__ == "__main__":
    main(sys.argv[1:])
