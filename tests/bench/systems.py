"""Our generator and the others: how each is installed, gets the same answers, builds and serves."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kb.model import LANGS, Lang

from tests.bench import bodies
from tests.bench.generate import ROOT, Made, made, topic_id, topic_title, write_project

PEERS = Path(__file__).parent / "build_peers"
INSTALLED = ROOT / "build/bench/installed"
SITE_URL = "https://bench.example/notes/"
_PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 9 9 0"/></svg>\n'


_FIGURE = re.compile(r"\]\(figure:([\w-]+)\)")


class NotInstalledError(Exception):
    """A peer that cannot be had here, and why."""


@dataclass(frozen=True, slots=True)
class System:
    """A generator. Commands run in the folder that `write` filled; `{tool}`, `{port}` are put in.

    `install` returns the folder of its program. `source` and `page` are the file and the address of an
    answer in English, `caches` what a cold build must not find.
    """

    name: str
    install: Callable[[], Path]
    write: Callable[[Path, int], None]
    build: tuple[str, ...]
    serve: tuple[str, ...]
    source: Callable[[Made], str]
    page: Callable[[Made], str]
    environ: Mapping[str, str] = field(default_factory=dict)
    output: str = "site"
    caches: tuple[str, ...] = ()


def with_pip(name: str) -> Path:
    """Install a peer from the Python package index into a folder of its own; return that of its programs."""
    wanted = (PEERS / f"{name}.txt").read_bytes()
    folder = INSTALLED / f"{name}-{hashlib.sha256(wanted).hexdigest()[:12]}"
    done = folder / "done"
    if not done.exists():
        print(f"installing {name} …", file=sys.stderr)
        venv.create(folder, clear=True, with_pip=True)
        _install([str(folder / "bin/python"), "-m", "pip", "install", "-q", "-r", str(PEERS / f"{name}.txt")])
        done.touch()
    return folder / "bin"


def with_npm() -> Path:
    """Install Starlight from npm into a folder of its own; return the folder of its modules."""
    wanted = (PEERS / "package.json").read_bytes()
    folder = INSTALLED / f"npm-{hashlib.sha256(wanted).hexdigest()[:12]}"
    done = folder / "done"
    if not done.exists():
        print("installing Starlight …", file=sys.stderr)
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(PEERS / "package.json", folder)
        npm = str(ROOT / ".venv/bin/npm")
        _install([npm, "install", "--prefix", str(folder), "--no-package-lock", "--no-audit", "--no-fund"])
        done.touch()
    return folder / "node_modules"


def _install(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NotInstalledError(
            done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "no word why"
        )


def plain_pages(count: int, lang: Lang) -> Iterator[tuple[Made, str]]:
    """Yield every question with its answer as plain Markdown; figures are pictures in `figures/`."""
    for question in made(count):
        text = f"# {question.title.get(lang)}\n\n{question.markdown(lang)}\n"
        yield question, _FIGURE.sub(r"](../../figures/\1.svg)", text)


def write_mkdocs(folder: Path, count: int, settings: str) -> None:
    """Write the answers for MkDocs and Zensical: a folder per language, in it one per topic."""
    (folder / "docs/figures").mkdir(parents=True)
    for figure in bodies.FIGURES:
        (folder / f"docs/figures/{figure}.svg").write_text(_PICTURE, encoding="utf-8")
    for lang in LANGS:
        _page(folder / "docs" / lang / "index.md", "# Notes\n")
        for question, text in plain_pages(count, lang):
            topic = folder / "docs" / lang / topic_id(question.topic)
            if not topic.exists():
                _page(topic / "index.md", f"# {topic_title(question.topic).get(lang)}\n")
            _page(topic / f"{question.id}.md", text)
    if "i18n" not in settings:
        _page(folder / "docs/index.md", "# Notes\n")
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")


def write_starlight(folder: Path, count: int) -> None:
    """Write the answers for Starlight, whose folders are its languages."""
    docs = folder / "src/content/docs"
    for figure in bodies.FIGURES:
        _page(docs / f"figures/{figure}.svg", _PICTURE)
    for lang in LANGS:
        _page(docs / lang / "index.md", "---\ntitle: Notes\n---\n")
        for question, text in plain_pages(count, lang):
            _, _, rest = text.partition("\n\n")
            head = f'---\ntitle: "{question.title.get(lang)}"\n---\n\n'
            page = docs / lang / topic_id(question.topic) / f"{question.id}.md"
            _page(page, head + rest)
    for name in ("astro.config.mjs", "content.config.ts"):
        target = folder / ("src" if name.endswith(".ts") else ".") / name
        shutil.copy(PEERS / name, target)
    shutil.copy(PEERS / "package.json", folder)
    (folder / "node_modules").symlink_to(with_npm())


def _page(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _settings(name: str) -> Callable[[Path, int], None]:
    return lambda folder, count: write_mkdocs(
        folder, count, (PEERS / f"{name}.yml").read_text(encoding="utf-8")
    )


def _in_topic(question: Made) -> str:
    return f"docs/en/{topic_id(question.topic)}/{question.id}.md"


QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "SITE_URL": SITE_URL}
OURS = System(
    "ours",
    lambda: Path(sys.executable).parent,
    write_project,
    ("{tool}/python", "-m", "mkdocs", "build", "--strict"),
    ("{tool}/python", "-m", "mkdocs", "serve", "--quiet", "--dev-addr", "127.0.0.1:{port}"),
    lambda question: f"docs/answers/en/{question.id}.md",
    lambda question: f"notes/en/q/{question.id}/",
    QUIET | {"PYTHONPATH": os.pathsep.join(("hooks", "."))},
    caches=(".cache",),
)
MATERIAL = System(
    "static-i18n",
    lambda: with_pip("material"),
    _settings("material"),
    ("{tool}/mkdocs", "build", "--quiet"),
    ("{tool}/mkdocs", "serve", "--quiet", "--dev-addr", "127.0.0.1:{port}"),
    _in_topic,
    lambda question: f"notes/en/{topic_id(question.topic)}/{question.id}/",
    QUIET,
)
ZENSICAL = System(
    "zensical",
    lambda: with_pip("zensical"),
    _settings("zensical"),
    ("{tool}/zensical", "build"),
    ("{tool}/zensical", "serve", "--dev-addr", "127.0.0.1:{port}"),
    _in_topic,
    lambda question: f"en/{topic_id(question.topic)}/{question.id}/",
    QUIET,
    caches=(".cache",),
)
STARLIGHT = System(
    "starlight",
    with_npm,
    write_starlight,
    ("{tool}/.bin/astro", "build"),
    ("{tool}/.bin/astro", "dev", "--host", "127.0.0.1", "--port", "{port}"),
    lambda question: f"src/content/docs/en/{topic_id(question.topic)}/{question.id}.md",
    lambda question: f"en/{topic_id(question.topic)}/{question.id}/",
    # Astro wants a newer Node.js than many a system has: ours.
    {
        "ASTRO_TELEMETRY_DISABLED": "1",
        "PATH": f"{ROOT / '.venv/bin'}{os.pathsep}{os.environ.get('PATH', '')}",
    },
    output="dist",
    caches=(".astro", "node_modules/.astro"),
)
SYSTEMS = (OURS, MATERIAL, ZENSICAL, STARLIGHT)
