"""Write the tables of `docs/pages/*/scaling.md` from what `make bench` measured: `--write`, or show them."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from kb.model import LANGS, Lang

from tests.bench.build import MEASURED
from tests.bench.generate import ROOT

PAGES = {lang: ROOT / "docs/pages" / lang / "scaling.md" for lang in LANGS}
_TABLE = re.compile(r"(<!-- measured:(?P<name>\w+) -->\n).*?(<!-- measured:end -->)", re.DOTALL)
_HEADS: Mapping[str, Mapping[Lang, tuple[str, ...]]] = {
    "build": {
        "ko": (
            "질문",
            "쪽",
            "처음 빌드",
            "그대로 다시",
            "답변 하나 고치고 다시",
            "`make serve`에 보이기까지",
            "메모리",
        ),
        "en": (
            "Questions",
            "Pages",
            "First build",
            "Nothing changed",
            "One answer changed",
            "Until `make serve` shows it",
            "Memory",
        ),
    },
    "site": {
        "ko": ("질문", "파일", "사이트 크기", "첫 검색에 내려받는 양"),
        "en": ("Questions", "Files", "Size of the site", "Loaded with the first search"),
    },
}


def build_row(m: Mapping[str, Any], lang: Lang) -> tuple[str, ...]:
    """Return the cells of a row on building."""
    memory = max(m[build]["memory"] for build in ("cold", "warm", "changed"))
    edit = _seconds(m["edit"], lang) if m["edit"] else "–"
    return (
        f"{m['count']:,}",
        f"{2 * m['count']:,}",
        _seconds(m["cold"]["wall"], lang),
        _seconds(m["warm"]["wall"], lang),
        _seconds(m["changed"]["wall"], lang),
        edit,
        f"{memory:,.0f} MB",
    )


def site_row(m: Mapping[str, Any], lang: Lang) -> tuple[str, ...]:  # noqa: ARG001
    """Return the cells of a row on what is published."""
    return f"{m['count']:,}", f"{m['files']:,}", f"{m['size']:,.0f} MB", f"{m['search']:,.0f} KB"


_ROWS: Mapping[str, Callable[[Mapping[str, Any], Lang], tuple[str, ...]]] = {
    "build": build_row,
    "site": site_row,
}


def _seconds(seconds: float, lang: Lang) -> str:
    number = f"{seconds:.1f}" if seconds < 10 else f"{seconds:,.0f}"
    return f"{number}초" if lang == "ko" else f"{number} s"


def table(name: str, lang: Lang, measured: Mapping[str, Any]) -> str:
    """Write a table, with a line below it on when and where."""
    head = _HEADS[name][lang]
    rows = [_ROWS[name](m, lang) for m in measured["ours"]]
    lines = [_line(head), _line("--:" for _ in head), *map(_line, rows)]
    year, cores, python = measured["date"], measured["cores"], measured["python"]
    about = {
        "ko": f"{year}에 코어 {cores}개, Python {python}에서 쟀습니다.",
        "en": f"Measured on {year} with {cores} cores and Python {python}.",
    }
    return "\n".join(lines) + f"\n\n{about[lang]}\n"


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def with_tables(text: str, lang: Lang, measured: Mapping[str, Any]) -> str:
    """Return a page with its tables written anew."""
    return _TABLE.sub(lambda m: f"{m[1]}\n{table(m['name'], lang, measured)}\n{m[3]}", text)


def read(path: Path = MEASURED) -> Any:
    """Return what was measured."""
    return json.loads(path.read_text(encoding="utf-8"))


def main(arguments: list[str]) -> None:
    """Write the pages, or show the tables."""
    measured = read()
    for lang, path in PAGES.items():
        text = path.read_text(encoding="utf-8")
        if "--write" in arguments:
            path.write_text(with_tables(text, lang, measured), encoding="utf-8")
        else:
            print(*(table(name, lang, measured) for name in _HEADS), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
