"""The steps of a build: find the folders, read, render, report; what goes wrong is MkDocs's to tell."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from kb.cache import Cache
from kb.diagnostics import Diagnostic, has_errors, in_order
from kb.downloads.offer import KNOWLEDGE_BASE, NO_EXPORTS, Exports
from kb.export import SCHEMA_FILE, json_pieces
from kb.library import Library, load
from kb.merge import forget
from kb.model import Lang
from kb.offline.archive import archive_path
from kb.rendering.assets import Asset
from kb.rendering.fragments import Rendered, render_all
from kb.rendering.katex import ToolMissingError
from kb.site.answers import Site
from kb.site.assemble import HomeText
from kb.site.outline import outline
from kb.site.skeleton import VirtualPage
from kb.site.vendor import vendor_assets
from kb.weight.formula_fonts import formula_assets
from plots.fonts import FontsMissingError

log = get_plugin_logger("kb")

CODE = Path(__file__).resolve().parents[2]
CACHE = ".cache/kb"


@dataclass(frozen=True, slots=True)
class Content:
    """What a build makes of the answers. `homes` are the hand-written parts of the home pages."""

    library: Library
    rendered: Rendered
    site: Site
    homes: Mapping[Lang, HomeText]
    pages: Mapping[str, VirtualPage]
    exports: Exports = NO_EXPORTS

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All that is to say about the sources, in order."""
        return in_order((*self.library.diagnostics, *self.rendered.diagnostics))


def settled(content: Content) -> Content:
    """Return `content` without what only making its pages and files needed: most of its memory."""
    forget()
    whole = content.library.kb
    answers = {
        question: tuple(replace(answer, gfm="", references=()) for answer in given)
        for question, given in whole.answers.items()
    }
    kb = replace(whole, answers=answers, documents=(), matches={})
    return Content(
        replace(content.library, kb=kb, translations=()),
        replace(content.rendered, fragments={}, linked={}, formulas=()),
        replace(content.site, outline=outline(kb), fragments={}, linked={}, translations=()),
        {},
        {path: replace(page, markdown="") for path, page in content.pages.items()},
    )


def answer_folders(docs: Path, environ: Mapping[str, str]) -> tuple[Path, ...]:
    """Return the folders of answer files: those in `KB_ANSWERS`, else `answers` in `docs`."""
    given = [Path(p).expanduser() for p in environ.get("KB_ANSWERS", "").split(os.pathsep) if p]
    return tuple(given) or (short(docs / "answers"),)


def archive(config: MkDocsConfig, environ: Mapping[str, str]) -> str:
    """Return where the whole site goes as a zip, if `KB_ZIP` asks for one: it takes time and room."""
    return archive_path(config.site_name) if environ.get("KB_ZIP") else ""


def short(path: Path) -> Path:
    """Return `path` from the current folder where it is below it, as messages should name it."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def complete(config: MkDocsConfig, environ: Mapping[str, str]) -> None:
    """Fill in the addresses that GitHub Actions knows; without a repository there is nothing to edit."""
    repository = environ.get("GITHUB_REPOSITORY", "")
    if repository and not config.repo_url:
        config.repo_url = f"{environ.get('GITHUB_SERVER_URL', 'https://github.com')}/{repository}"
    if repository and not config.site_url:
        owner, _, name = repository.partition("/")
        host = f"{owner.lower()}.github.io"
        config.site_url = f"https://{host}/" + ("" if name.lower() == host else f"{name}/")
    config.repo_url = (config.repo_url or "").rstrip("/")
    if not config.repo_url:
        config.edit_uri = None


def read(answers: Iterable[Path], docs: Path, cache: Cache) -> Library:
    """Read the bank, the glossary and the answers."""
    try:
        return load(tuple(answers), short(docs / "questions"), short(docs / "glossary.yml"), cache)
    except FileNotFoundError as error:
        raise PluginError(f"{error} (KB_ANSWERS names folders of answer files)") from error


def render(library: Library, config: MkDocsConfig, cache: Cache) -> Rendered:
    """Render the answers, with the links to our own code where it can be read."""
    edit = config.edit_uri or ""
    code = f"{config.repo_url}/{edit.replace('edit/', 'blob/', 1)}" if edit else ""
    try:
        return render_all(library.kb, cache, library.terms, code, sys.stderr)
    except (ToolMissingError, FontsMissingError) as error:
        raise PluginError(str(error)) from error


def vendored() -> tuple[Asset, ...]:
    """Return the web assets that npm installed."""
    with _installed():
        return vendor_assets(CODE / "node_modules")


def formula_files(rendered: Rendered, cache: Cache) -> tuple[Asset, ...]:
    """Return what formulas are drawn with, out of what npm installed."""
    with _installed():
        return formula_assets(CODE / "node_modules/katex/dist", rendered.formulas, cache)


@contextmanager
def _installed() -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise PluginError(f"{error} (`make build` installs the web assets, or run `npm ci`)") from error


def knowledge_base(
    library: Library, rendered: Rendered, site_url: str, root: Path, cache: Cache
) -> tuple[Asset, ...]:
    """Return the whole knowledge base as a file of the site, and the file that describes it."""
    html = {key: fragment.content for key, fragment in rendered.fragments.items()}
    diagnostics = in_order((*library.diagnostics, *rendered.diagnostics))

    def address(question: str, lang: Lang) -> str:
        return f"{site_url}{lang}/q/{question}/"

    pieces = json_pieces(library.kb, html, diagnostics, address, library.terms, root)
    file = cache.write_pieces("exports", "knowledge-base", pieces, ".json")
    return Asset(KNOWLEDGE_BASE, file), Asset(SCHEMA_FILE.name, SCHEMA_FILE)


def report(diagnostics: Iterable[Diagnostic], *, fatal: bool = True) -> None:
    """Log every diagnostic; where errors are `fatal`, fail once if any is one."""
    ordered = in_order(diagnostics)
    for diagnostic in ordered:
        write = log.error if diagnostic.code.severity == "error" else log.info
        write("%s", diagnostic)
    if fatal and has_errors(ordered):
        count = sum(d.code.severity == "error" for d in ordered)
        raise PluginError(f"{count} error(s) in the sources; see above.")
