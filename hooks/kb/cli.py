"""The `kb` command: check answer files, export the knowledge base, draw the figures."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from kb.answer_files import answer_files
from kb.diagnostics import Diagnostic, has_errors
from kb.dialects import Choice, explain
from kb.figures import command as figures
from kb.files.sources import read_source
from kb.library import Library, load
from kb.model import Document, Lang
from kb.site.lists import question_path

PROJECT = Path(__file__).resolve().parents[2]
CACHE = PROJECT / ".cache/kb"


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; the exit status is 1 if a diagnostic is an error, 2 for a wrong call."""
    args = _parser().parse_args(argv)
    if args.command == "figures":
        return figures.run(args)
    try:
        library = load(args.paths, args.bank, args.glossary)
    except FileNotFoundError as error:
        print(f"kb: {error}", file=sys.stderr)
        return 2
    if args.command == "check":
        return _check(library, args)
    if args.anki:
        return _export_decks(library, args.anki, args.paths)
    return _export_files(library, args.as_files) if args.as_files else _export(library, args.output)


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="answer files or folders of them")
    common.add_argument(
        "--bank", type=Path, default=PROJECT / "docs/questions", help="folder of the question bank"
    )
    common.add_argument("--glossary", type=Path, default=PROJECT / "docs/glossary.yml", help="the glossary")
    parser = argparse.ArgumentParser(prog="kb", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", parents=[common], help="say what is wrong with answer files")
    check.add_argument("-q", "--quiet", action="store_true", help="leave out what is for information only")
    check.add_argument("--format", choices=sorted(_FORMATS), default="text", help="how to write the messages")
    check.add_argument("-v", "--verbose", action="store_true", help="explain how each file was read")
    export = commands.add_parser("export", parents=[common], help="write the knowledge base for other uses")
    target = export.add_mutually_exclusive_group(required=True)
    target.add_argument("-o", "--output", type=Path, metavar="FILE", help="the JSON file to write")
    target.add_argument("--anki", type=Path, metavar="DIR", help="write decks for Anki")
    target.add_argument("--as-files", type=Path, metavar="DIR", help="write each answer as a file of its own")
    figures.add_parser(commands)
    return parser


def _check(library: Library, args: argparse.Namespace) -> int:
    if args.verbose:
        # What a program is to read stays alone.
        stream = sys.stdout if args.format == "text" else sys.stderr
        stream.writelines(_explained(document) for document in library.kb.documents)
    shown = [d for d in library.diagnostics if not (args.quiet and d.code.severity == "info")]
    sys.stdout.write(_FORMATS[args.format](shown))
    return int(has_errors(library.diagnostics))


def _explained(document: Document) -> str:
    """Say which dialect a file was read in, which others might have been, and on what evidence."""
    file = Path(document.source)
    best, *others = explain(read_source(file, file.parent))
    if not best.score:
        return f"{document.source}: no dialect fits\n"
    lines = [f"{document.source}: {_choice(best)}"]
    lines += [f"    not {_choice(other)}" for other in others if other.score]
    if none := ", ".join(other.dialect.name for other in others if not other.score):
        lines.append(f"    nothing speaks for {none}")
    return "".join(f"{line}\n" for line in lines)


def _choice(choice: Choice) -> str:
    return f"{choice.dialect.name} (dialect {choice.dialect.letter}), {choice.score:.2f}: {choice.reason}"


def _as_text(diagnostics: Sequence[Diagnostic]) -> str:
    return "".join(f"{diagnostic}\n" for diagnostic in diagnostics)


def _as_json(diagnostics: Sequence[Diagnostic]) -> str:
    listed = [
        {
            "code": d.code.id, "severity": d.code.severity, "path": d.path, "line": d.line,
            "message": d.message, "hint": d.hint,
        }
        for d in diagnostics
    ]  # fmt: skip
    return json.dumps(listed, ensure_ascii=False, indent=1) + "\n"


def _as_github(diagnostics: Sequence[Diagnostic]) -> str:
    """Write workflow commands, which GitHub shows beside the lines of a pull request."""
    kinds = {"error": "error", "warning": "warning", "info": "notice"}
    lines = []
    for d in diagnostics:
        place = f"file={_property(d.path)},line={d.line},title={d.code.id}"
        text = f"{d.message} ({d.hint})" if d.hint else d.message
        lines.append(f"::{kinds[d.code.severity]} {place}::{_data(text)}\n")
    return "".join(lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


_FORMATS = {"text": _as_text, "json": _as_json, "github": _as_github}


def _address(question: str, lang: Lang) -> str:
    return question_path(question, lang).removesuffix("index.md")


def _export(library: Library, output: Path) -> int:
    # Rendering needs Node.js for formulas; `kb check` does not, and must not wait for it.
    from kb.cache import Cache
    from kb.export import json_pieces
    from kb.rendering.fragments import render_all

    rendered = render_all(library.kb, Cache(CACHE), library.terms, progress=sys.stderr)
    html = {key: fragment.content for key, fragment in rendered.fragments.items()}
    diagnostics = (*library.diagnostics, *rendered.diagnostics)
    with output.open("w", encoding="utf-8") as file:
        file.writelines(json_pieces(library.kb, html, diagnostics, _address, library.terms))
    print(f"{output}: {len(library.kb.documents)} documents, {len(library.kb.questions)} questions")
    return int(has_errors(diagnostics))


def _export_decks(library: Library, folder: Path, sources: Sequence[Path]) -> int:
    from kb.anki.decks import anki_decks
    from kb.cache import Cache
    from kb.rendering.fragments import render_all
    from kb.site.answers import Site
    from kb.site.history import newest_change
    from kb.site.outline import outline

    cache = Cache(CACHE)
    rendered = render_all(library.kb, cache, library.terms, progress=sys.stderr)
    site = Site(outline(library.kb), rendered.fragments, lambda _: "", figures=rendered.figures)
    changed = newest_change((PROJECT, *sources), os.environ)
    folder.mkdir(parents=True, exist_ok=True)
    for deck in anki_decks(site, rendered.assets, changed, cache):
        if deck.asset.source:
            target = shutil.copyfile(deck.asset.source, folder / Path(deck.asset.path).name)
            print(f"{target}: {deck.count} cards")
    return int(has_errors((*library.diagnostics, *rendered.diagnostics)))


def _export_files(library: Library, folder: Path) -> int:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        print(f"kb: {folder} exists and is not an empty folder", file=sys.stderr)
        return 2
    count = 0
    for file in answer_files(library.kb):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text, encoding="utf-8", newline="\n")
        count += 1
    print(f"{folder}: {count} answers")
    return int(has_errors(library.diagnostics))
