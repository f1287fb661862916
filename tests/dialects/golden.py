"""Golden cases: a short answer file of our own and all that parsing it must yield.

One YAML file per case, `tests/dialects/<dialect>/<case>.yml`:

    about: what the case shows, in one line
    path: answers/kim/dl.md          # optional; the name of the file, from which some titles come
    newline: "\\r\\n"                  # optional; what ends the lines of the source
    example: KB103                   # optional; the code that this source shows on the page of diagnostics
    source: |
      …                              # {U+200B} stands for a character one cannot see
    dialect: id-heading
    lang: en                         # optional, like encoding
    entries:
    - lines: [3, 7]
      title: …
      …                              # what has its default value is left out: see `outcome`
    other: [1-1 title]
    diagnostics: [KB103:12 message (hint)]   # or only KB103:12

`python -m tests.dialects.golden FILE…` prints the outcome of Markdown files or cases in this form, to
be read, checked and pasted.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from kb.blocks import scan
from kb.diagnostics import Diagnostic
from kb.dialects import parse
from kb.files.sources import Source, from_bytes
from kb.model import Document, Entry

HERE = Path(__file__).parent
_NAMED = re.compile(r"\{U\+([0-9A-F]{4,6})\}")
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f\u00a0\u00ad\u115f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u3000\u3164\ufe0f\ufeff]"
)
_INPUTS = frozenset({"about", "path", "newline", "source", "example"})


@dataclass(frozen=True, slots=True)
class Case:
    """One golden case: its name (`dialect/case`), the file's path and bytes, and what must come out.

    `example` is the code of the diagnostic that its source, a few lines, is there to show.
    """

    name: str
    about: str
    path: str
    raw: bytes
    expected: Mapping[str, Any]
    example: str = ""


def cases() -> list[Case]:
    """Return every golden case, in the order of their names."""
    return [read_case(file) for file in sorted(HERE.glob("*/*.yml"))]


def read_case(file: Path) -> Case:
    """Read one case."""
    data = yaml.safe_load(file.read_text("utf-8"))
    text = _NAMED.sub(lambda m: chr(int(m[1], 16)), data["source"])
    return Case(
        name=f"{file.parent.name}/{file.stem}",
        about=data["about"],
        path=data.get("path", f"{file.stem}.md"),
        raw=text.replace("\n", data.get("newline", "\n")).encode(),
        expected={key: value for key, value in data.items() if key not in _INPUTS},
        example=data.get("example", ""),
    )


def run(path: str, raw: bytes) -> tuple[Source, Document, tuple[Diagnostic, ...]]:
    """Parse the bytes of a file."""
    source = from_bytes(raw, path, shown=path, folder="answers")
    document, found = parse(source)
    return source, document, found


def outcome(document: Document, found: tuple[Diagnostic, ...]) -> dict[str, Any]:
    """Put what came out into the form of a case."""
    return {
        "dialect": document.dialect,
        "lang": document.lang,
        "encoding": document.encoding,
        "entries": [_entry(entry) for entry in document.entries],
        "other": [f"{o.span.start}-{o.span.end} {o.kind}" for o in document.other],
        "diagnostics": [str(d).removeprefix(f"{d.path}:") for d in found],
    }


def _entry(entry: Entry) -> dict[str, Any]:
    """Return what an entry says, without what goes without saying."""
    shown: dict[str, Any] = {"lines": [entry.span.start, entry.span.end], "title": entry.title}
    if entry.title_line != entry.span.start:
        shown["title_line"] = entry.title_line
    if not entry.answered:
        shown["answered"] = False
    optional = {
        "number": entry.number,
        "depth": entry.depth,
        "question": entry.question,
        "hints": list(entry.hints),
        "body": entry.body,
        "references": [{r.title: r.url} for r in entry.references],
    }
    return shown | {key: value for key, value in optional.items() if value}


def differences(case: Case, document: Document, found: tuple[Diagnostic, ...]) -> tuple[str, str]:
    """Return what was expected and what came out, as text, keys that the case leaves open aside."""
    actual = outcome(document, found)
    wanted = dict(case.expected)
    for optional in ("lang", "encoding"):
        if optional not in wanted:
            del actual[optional]
    for missing in ("entries", "other", "diagnostics"):
        wanted.setdefault(missing, [])
    # "12: KB103 message" as printed; a case may name the code and the line alone.
    actual["diagnostics"] = [
        _short(text) if _short(text) in wanted["diagnostics"] else text
        for text in map(_full, actual["diagnostics"])
    ]
    return dump({key: wanted[key] for key in actual if key in wanted}), dump(actual)


def _full(printed: str) -> str:
    """Turn `12: KB103 message` into `KB103:12 message`."""
    line, _, rest = printed.partition(": ")
    code, _, message = rest.partition(" ")
    return f"{code}:{line} {message}"


def _short(full: str) -> str:
    return full.partition(" ")[0]


def unaccounted(source: Source, document: Document) -> list[int]:
    """Return the non-blank lines that no entry and no other range takes, or several others."""
    taken = [0] * (len(source.lines) + 2)
    for entry in document.entries:
        for line in range(entry.span.start, entry.span.end + 1):
            taken[line] = max(taken[line], 1)
    for other in document.other:
        for line in range(other.span.start, other.span.end + 1):
            taken[line] += 1
    kinds = {line.number: line.kind for line in scan(source.lines).lines}
    return [
        number
        for number in range(1, len(source.lines) + 1)
        if (taken[number] == 0 and kinds[number] != "blank") or taken[number] > 1
    ]


class _Dumper(yaml.SafeDumper):
    """Texts of several lines as blocks, lists of numbers in one line."""

    def ignore_aliases(self, _data: Any) -> bool:
        return True


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.Node:
    visible = _visible(value)
    style = "|" if "\n" in visible and not re.search(r"[ \t]\n|[ \t]$|\t", visible) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", visible, style=style)


def _list(dumper: yaml.SafeDumper, value: list[Any]) -> yaml.Node:
    flow = all(isinstance(item, int) for item in value)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=flow)


def _visible(text: str) -> str:
    """Name the characters that one cannot see."""
    return _UNSEEN.sub(lambda m: f"{{U+{ord(m[0]):04X}}}", text)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(list, _list)


def dump(data: Mapping[str, Any]) -> str:
    """Write an outcome as YAML."""
    return yaml.dump(dict(data), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)


def main() -> None:
    """Print the outcome of the files named on the command line."""
    for name in sys.argv[1:]:
        file = Path(name)
        case = read_case(file) if file.suffix == ".yml" else None
        _, document, found = run(case.path, case.raw) if case else run(file.name, file.read_bytes())
        data = outcome(document, found)
        data["diagnostics"] = [_full(text) for text in data["diagnostics"]]
        sys.stdout.write(
            dump({key: data[key] for key in data if key not in ("lang", "encoding") and data[key]})
        )


if __name__ == "__main__":
    main()
