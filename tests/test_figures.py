"""Figures on the site: the cache, and the processes that fill it."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from kb.figures import cache as figure_cache
from kb.figures.markup import known_figures, render_figures

import plots
from plots.spec import LANGS, Variant, variants

ROOT = Path(__file__).resolve().parents[1]
NAMES = ("activation-panel", "optimizer-paths")


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a cache that holds two figures."""
    folder = tmp_path_factory.mktemp("figures")
    render_figures(NAMES, folder)
    return folder


@pytest.fixture
def cache(filled: Path, tmp_path: Path) -> Path:
    """Return a copy of the filled cache that a test may damage."""
    return Path(shutil.copytree(filled, tmp_path / "cache"))


def test_files_are_there_under_the_names_agreed_on(filled: Path) -> None:
    figures = render_figures(NAMES, filled)
    assert tuple(figure.id for figure in figures) == NAMES
    for figure in figures:
        assert [file.variant for file in figure.files] == list(variants())
        for file in figure.files:
            name, lang, theme, layout, digest, ending = file.path.name.split(".")
            assert (name, ending) == (figure.id, "svg")
            assert Variant(lang, theme, layout) == file.variant  # type: ignore[arg-type]
            assert len(digest) == 8
            assert file.path.read_bytes().startswith(b"<svg")
            assert file.width == {"wide": 720, "narrow": 360}[file.variant.layout]
        assert (ROOT / figure.module).is_file()
        assert all(figure.text(lang).caption for lang in LANGS)
        assert figure.text("ko") != figure.text("en")
        assert figure.sources[0].title


def test_a_filled_cache_needs_neither_matplotlib_nor_numpy(filled: Path) -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "from kb.figures.markup import render_figures, figure_html, known_figures\n"
        "made = render_figures(sys.argv[2:], Path(sys.argv[1]), sys.stderr)\n"
        "html = [figure_html(figure, 'ko', 'x') for figure in made]\n"
        "print(len(made), known_figures(), [m for m in ('matplotlib', 'numpy', 'PIL') if m in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", program, str(filled), *NAMES],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": f"{ROOT / 'hooks'}{os.pathsep}{ROOT}"},
        check=True,
    )
    assert run.stdout == f"2 {known_figures()} []\n"
    assert run.stderr == ""


def test_order_is_that_of_the_request_and_each_comes_once(filled: Path) -> None:
    figures = render_figures((NAMES[1], NAMES[0], NAMES[1]), filled)
    assert [figure.id for figure in figures] == [NAMES[1], NAMES[0]]
    assert render_figures((), filled) == ()


def test_unknown_figure_is_named(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="no-such-figure"):
        render_figures(["activation-panel", "no-such-figure"], tmp_path)
    assert not list(tmp_path.iterdir())


def test_known_figures_are_ids() -> None:
    assert {"activation-panel", "loss-landscape", "optimizer-paths"} <= set(known_figures())
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", figure) for figure in known_figures())


@pytest.mark.parametrize("damage", ["picture", "manifest", "text", "variant"])
def test_a_damaged_cache_is_noticed(cache: Path, damage: str) -> None:
    key = figure_cache.cache_key()
    manifest = cache / f"activation-panel.{key}.json"
    data = json.loads(manifest.read_text("utf-8"))
    assert figure_cache._read("activation-panel", key, cache) is not None
    if damage == "picture":
        sorted(cache.glob("activation-panel.*.svg"))[3].unlink()
    elif damage == "manifest":
        manifest.write_text(manifest.read_text("utf-8")[:100], "utf-8")
    elif damage == "text":
        manifest.write_text(json.dumps(data | {"ko": {"alt": "x"}}), "utf-8")
    else:
        manifest.write_text(json.dumps(data | {"files": data["files"][:7]}), "utf-8")
    assert figure_cache._read("activation-panel", key, cache) is None


def test_what_is_missing_is_drawn_again_and_nothing_else(cache: Path, filled: Path) -> None:
    sorted(cache.glob("activation-panel.*.svg"))[3].unlink()
    progress = io.StringIO()
    figures = render_figures(NAMES, cache, progress)
    assert progress.getvalue() == "Drew 1 figure (8 pictures)\n"
    for figure, whole in zip(figures, render_figures(NAMES, filled), strict=True):
        assert (figure.ko, figure.en) == (whole.ko, whole.en)
        for mine, theirs in zip(figure.files, whole.files, strict=True):
            assert mine.path.read_bytes() == theirs.path.read_bytes()


def test_nothing_half_written_is_left(filled: Path) -> None:
    names = sorted(path.name for path in filled.iterdir())
    assert len(names) == 2 * 8 + 2
    assert not [name for name in names if name.startswith(".")]


def test_key_follows_code_data_fonts_and_libraries(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = figure_cache.cache_key()
    assert before == figure_cache.cache_key()
    package = Path(shutil.copytree(ROOT / "plots", tmp_path / "plots"))
    monkeypatch.setattr(plots, "__file__", str(package / "__init__.py"))
    assert figure_cache.cache_key() == before, "the place of the project does not matter"
    keys = {before}
    for path in (package / "activations/functions.py", package / "data/digits.npz"):
        path.write_bytes(path.read_bytes() + b"\n")
        keys.add(figure_cache.cache_key())
    with monkeypatch.context() as patch:
        patch.setattr(figure_cache, "version", lambda name: f"{name} 99")
        keys.add(figure_cache.cache_key())
    font = tmp_path / "Other.otf"
    font.write_bytes(b"font")
    monkeypatch.setattr(figure_cache, "font_files", lambda: (font,))
    keys.add(figure_cache.cache_key())
    assert len(keys) == 5


def test_another_key_draws_anew_and_keeps_the_files(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figure_cache, "_key", lambda: "0123456789abcdef")
    progress = io.StringIO()
    render_figures(["activation-panel"], cache, progress)
    assert progress.getvalue()
    assert (cache / "activation-panel.0123456789abcdef.json").is_file()
    assert len(list(cache.glob("activation-panel.*.svg"))) == 8, "equal pictures have equal names"


def test_threads_beside_ours_keep_the_work_in_this_process(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, filled: Path
) -> None:
    def fork(*_: object, **__: object) -> None:
        raise AssertionError("forked beside another thread")

    monkeypatch.setattr(figure_cache, "ProcessPoolExecutor", fork)
    stop = threading.Event()
    watcher = threading.Thread(target=stop.wait)
    watcher.start()
    try:
        (figure,) = render_figures(["activation-panel"], tmp_path)
    finally:
        stop.set()
        watcher.join()
    (forked,) = render_figures(["activation-panel"], filled)
    assert [file.path.name for file in figure.files] == [file.path.name for file in forked.files]


def test_progress_is_a_bar_on_a_terminal_and_one_line_elsewhere() -> None:
    terminal, plain = _Terminal(), io.StringIO()
    for done in range(1, 5):
        figure_cache._tell(terminal, done, 4, 2)
        figure_cache._tell(plain, done, 4, 2)
        figure_cache._tell(None, done, 4, 2)
    assert terminal.getvalue().count("\r") == 4
    assert terminal.getvalue().endswith(f"{'█' * 20} 4/4\n")
    assert f"{'█' * 10}{'░' * 10} 2/4" in terminal.getvalue()
    assert plain.getvalue() == "Drew 2 figures (16 pictures)\n"
