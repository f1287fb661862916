"""The search in Node.js, and an index of our own knowledge base made without building the site."""

from __future__ import annotations

import html
import json
import re
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from kb.library import Library, load
from kb.model import LANGS
from kb.rendering.katex import node
from kb.search.files import FOLDER, search_files
from kb.search.pages import Found
from kb.search.stems import Stems

ROOT = Path(__file__).parents[2]
SCRIPTS = ROOT / "docs/assets/javascripts/search"
RUN = Path(__file__).with_name("run.mjs")


def run(calls: Sequence[Sequence[Any]], folder: Path | None = None) -> list[Any]:
    """Call functions of the search in Node, with the index in `folder`."""
    given = json.dumps({"folder": str(folder) if folder else "", "calls": calls})
    command = [node(), "--disable-warning=MODULE_TYPELESS_PACKAGE_JSON", str(RUN)]
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    results: list[Any] = json.loads(done.stdout)
    return results


def our_library() -> Library:
    """Read our own knowledge base."""
    docs = ROOT / "docs"
    return load((docs / "answers",), docs / "questions", docs / "glossary.yml")


def found(library: Library) -> Iterable[Found]:
    """Yield pages as a build would find them, with the plain source of every answer."""
    for lang in LANGS:
        for question in library.kb.questions:
            place = f"{lang}/q/{question.id}/"
            yield Found(place, html.escape(question.title.get(lang)), "")
            for i, answer in enumerate(library.kb.answers.get(question.id, ())):
                if answer.lang == lang:
                    text = re.sub(r"\$[^$]*\$", "…", answer.gfm)
                    yield Found(f"{place}#answer-{i}", "", f"<p>{html.escape(text)}</p>")
        yield Found(f"{lang}/glossary/", "용어집" if lang == "ko" else "Glossary", "")


def write_index(library: Library, stems: Stems, folder: Path) -> Path:
    """Write the search of a knowledge base; return where its index is."""
    for file in search_files(library.kb, library.terms, found(library), stems, SCRIPTS):
        target = folder / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(file.text, encoding="utf-8")
    return folder / FOLDER
