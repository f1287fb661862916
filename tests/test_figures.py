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
from kb import processes, versions
from kb.cache import Cache
from kb.figures import cache as figure_cache
from kb.figures import drawing, keys
from kb.figures.markup import known_figures, render_figures

import plots
from plots.registry import FIGURES
from plots.spec import LANGS, LAYOUTS, Variant, variants

ROOT = Path(__file__).resolve().parents[1]
NAMES = ("gpu-memory", "iou")  # of all figures the least work
KEYED = ("activation-panel", "optimizer-paths", "loss-landscape")


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a cache that holds two figures."""
    folder = tmp_path_factory.mktemp("figures")
    render_figures(NAMES, Cache(folder))
    return folder


@pytest.fixture
def cache(filled: Path, tmp_path: Path) -> Path:
    """Return a copy of the filled cache that a test may damage."""
    return Path(shutil.copytree(filled, tmp_path / "cache"))


def test_files_are_there_under_the_names_agreed_on(filled: Path) -> None:
    figures = render_figures(NAMES, Cache(filled))
    assert tuple(figure.id for figure in figures) == NAMES
    for figure in figures:
        assert [file.variant for file in figure.files] == list(variants())
        for file in figure.files:
            name, lang, theme, layout, digest, ending = file.path.name.split(".")
            assert (name, ending) == (figure.id, "svg")
            assert Variant(lang, theme, layout) == file.variant  # type: ignore[arg-type]
            assert len(digest) == 16
            assert file.path.read_bytes().startswith(b"<svg")
            assert file.width == {"wide": 720, "narrow": 360}[file.variant.layout]
        assert (ROOT / figure.module).is_file()
        assert all(figure.text(lang).caption for lang in LANGS)
        assert figure.text("ko") != figure.text("en")
        assert figure.sources[0].title


def test_a_filled_cache_needs_neither_matplotlib_nor_numpy(filled: Path) -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "from kb.cache import Cache\n"
        "from kb.figures.markup import render_figures, figure_html, known_figures\n"
        "made = render_figures(sys.argv[2:], Cache(Path(sys.argv[1])), sys.stderr)\n"
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
    figures = render_figures((NAMES[1], NAMES[0], NAMES[1]), Cache(filled))
    assert [figure.id for figure in figures] == [NAMES[1], NAMES[0]]
    assert render_figures((), Cache(filled)) == ()


def test_unknown_figure_is_named(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="no-such-figure"):
        render_figures([NAMES[0], "no-such-figure"], Cache(tmp_path))
    assert not list(tmp_path.iterdir())


def test_known_figures_are_ids() -> None:
    assert {"activation-panel", "loss-landscape", "optimizer-paths"} <= set(known_figures())
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", figure) for figure in known_figures())


@pytest.mark.parametrize("damage", ["missing", "picture", "manifest", "text", "variant"])
def test_a_damaged_cache_is_noticed(cache: Path, damage: str) -> None:
    key = keys.cache_keys()[NAMES[0]]
    name = f"{NAMES[0]}.{key}"
    data = Cache(cache).json("figures", name)
    assert figure_cache.read(NAMES[0], key, Cache(cache)) is not None
    picture = sorted((cache / "figures").glob(f"{NAMES[0]}.*.svg"))[3]
    if damage == "missing":
        picture.unlink()
    elif damage == "picture":
        picture.write_bytes(picture.read_bytes()[:-1])
    elif damage == "manifest":
        (manifest,) = (cache / "figures").glob(f"{name}.*.json")
        manifest.write_text(manifest.read_text("utf-8")[:100], "utf-8")
    else:
        wrong = {"ko": {"alt": "x"}} if damage == "text" else {"files": data["files"][:7]}
        changed = Cache(cache)
        changed.write_json("figures", name, data | wrong)
        assert figure_cache.read(NAMES[0], key, changed) is None
        return
    assert figure_cache.read(NAMES[0], key, Cache(cache)) is None


def test_what_is_missing_is_drawn_again_and_nothing_else(cache: Path, filled: Path) -> None:
    sorted((cache / "figures").glob(f"{NAMES[0]}.*.svg"))[3].unlink()
    progress = io.StringIO()
    figures = render_figures(NAMES, Cache(cache), progress)
    assert progress.getvalue() == "Drew 1 figure, 8 pictures\n"
    for figure, whole in zip(figures, render_figures(NAMES, Cache(filled)), strict=True):
        assert (figure.ko, figure.en) == (whole.ko, whole.en)
        for mine, theirs in zip(figure.files, whole.files, strict=True):
            assert mine.path.read_bytes() == theirs.path.read_bytes()


def test_nothing_half_written_is_left(filled: Path) -> None:
    names = sorted(path.name for path in (filled / "figures").iterdir())
    assert len(names) == 2 * 8 + 2
    assert not [name for name in names if name.startswith(".")]


@pytest.fixture
def package(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Return a copy of the code of all figures, which the keys are made of."""
    copy = Path(shutil.copytree(ROOT / "plots", tmp_path / "plots"))
    monkeypatch.setattr(plots, "__file__", str(copy / "__init__.py"))
    return copy


@pytest.mark.usefixtures("package")
def test_key_does_not_depend_on_where_the_project_is(monkeypatch: pytest.MonkeyPatch) -> None:
    there = keys.cache_keys()
    monkeypatch.setattr(plots, "__file__", str(ROOT / "plots/__init__.py"))
    assert keys.cache_keys() == there
    assert len(set(there.values())) == len(there)


@pytest.mark.parametrize(
    ("changed", "concerned"),
    [
        ("style.py", {"activation-panel", "optimizer-paths", "loss-landscape"}),
        ("output.py", {"activation-panel", "optimizer-paths", "loss-landscape"}),
        ("activations/functions.py", {"activation-panel"}),
        ("activations/panel_words.py", {"activation-panel"}),
        ("optimizers/paths_words.py", {"optimizer-paths"}),
        ("data/digits.npz", {"loss-landscape"}),
        ("data/loss-landscape.npz", {"loss-landscape"}),
        ("registry.py", set()),
    ],
)
def test_key_follows_what_a_figure_is_made_of(package: Path, changed: str, concerned: set[str]) -> None:
    before = keys.cache_keys()
    (package / changed).write_bytes((package / changed).read_bytes() + b"\n")
    after = keys.cache_keys()
    assert {figure for figure in KEYED if before[figure] != after[figure]} == concerned


def test_key_follows_fonts_and_libraries(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    found = [keys.cache_keys()]
    with monkeypatch.context() as patch:
        patch.setattr(keys, "library", lambda name: f"{name} 99")
        found.append(keys.cache_keys())
    font = tmp_path / "Other.otf"
    font.write_bytes(b"font")
    monkeypatch.setattr(keys, "font_files", lambda: (font,))
    found.append(keys.cache_keys())
    for figure in known_figures():
        assert len({one[figure] for one in found}) == 3


def test_key_holds_every_module_that_drawing_imports() -> None:
    """What Python imports for a figure is what the key found by reading the code."""
    program = (
        "import sys, json; from plots.registry import FIGURES; import plots.output, importlib\n"
        "before = set(sys.modules); found = {}\n"
        "for name, spec in FIGURES.items():\n"
        "    for module in [m for m in sys.modules if m.startswith('plots') and m not in before]:\n"
        "        del sys.modules[module]\n"
        "    importlib.import_module(spec.module)\n"
        "    found[name] = [m.__file__ for n, m in sys.modules.items() if n.startswith('plots')\n"
        "                   and n not in before and not m.__file__.endswith('__init__.py')]\n"
        "print(json.dumps(found))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    )
    package = ROOT / "plots"
    for figure, files in json.loads(run.stdout).items():
        start = (ROOT / FIGURES[figure].path, package / "output.py")
        assert {Path(file) for file in files} <= versions.closure(start, {"plots": package}, {}), figure


def test_every_stored_result_is_in_a_key() -> None:
    package = ROOT / "plots"
    start = [ROOT / spec.path for spec in FIGURES.values()]
    assert set((package / "data").glob("*.npz")) <= versions.closure(start, {"plots": package}, {})


def test_another_key_draws_anew_and_keeps_the_files(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = dict.fromkeys(known_figures(), "0123456789abcdef")
    monkeypatch.setattr(figure_cache, "keys_at_first", lambda: other)
    progress = io.StringIO()
    render_figures([NAMES[0]], Cache(cache), progress)
    assert progress.getvalue()
    assert list((cache / "figures").glob(f"{NAMES[0]}.0123456789abcdef.*.json"))
    assert len(list((cache / "figures").glob(f"{NAMES[0]}.*.svg"))) == 8, "equal pictures have equal names"


def test_threads_beside_ours_keep_the_work_in_this_process(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, filled: Path
) -> None:
    def fork(*_: object, **__: object) -> None:
        raise AssertionError("forked beside another thread")

    monkeypatch.setattr(processes, "ProcessPoolExecutor", fork)
    stop = threading.Event()
    watcher = threading.Thread(target=stop.wait)
    watcher.start()
    try:
        (figure,) = render_figures([NAMES[0]], Cache(tmp_path))
    finally:
        stop.set()
        watcher.join()
    (forked,) = render_figures([NAMES[0]], Cache(filled))
    assert [file.path.name for file in figure.files] == [file.path.name for file in forked.files]


def test_progress_is_a_bar_on_a_terminal_and_one_line_elsewhere() -> None:
    terminal, plain = _Terminal(), io.StringIO()
    for done in range(1, 5):
        drawing.tell(terminal, done, 4, "two")
        drawing.tell(plain, done, 4, "two")
        drawing.tell(None, done, 4, "two")
    assert terminal.getvalue().count("\r") == 4
    assert terminal.getvalue().endswith(f"{'█' * 20} 4/4\n")
    assert f"{'█' * 10}{'░' * 10} 2/4" in terminal.getvalue()
    assert plain.getvalue() == "Drew two\n"


def _one(kind: str) -> str:
    return next(name for name, spec in FIGURES.items() if spec.kind == kind)


def test_every_kind_of_figure_comes_out_of_the_cache_as_it_went_in(tmp_path: Path) -> None:
    names = ["fit-curves", "convolution-sharing", "momentum"]  # of their kinds the least work
    assert [FIGURES[name].kind for name in names] == ["stepped", "animated", "explorer"]
    drawn = render_figures(names, Cache(tmp_path))
    assert render_figures(names, Cache(tmp_path)) == drawn
    stepped, animated, explorer = drawn
    assert stepped.control.ko and stepped.control.en
    assert [frame.files[0].path.name.split(".")[1] for frame in stepped.frames] == [
        frame.key for frame in stepped.frames
    ]
    assert stepped.files == stepped.frames[stepped.start].files
    assert all(file.moving and file.moving.is_file() for file in animated.files)
    assert dict(explorer.settings)["kappa"] > 1
    for figure in drawn:
        assert set(figure.paths()) == {
            path
            for path in (tmp_path / "figures").iterdir()
            if path.name.startswith(f"{figure.id}.") and path.suffix != ".json"
        }


def test_many_figures_are_drawn_one_to_a_process_and_the_costly_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(drawing, "cores", lambda: 2)
    few = drawing._parts(NAMES)
    assert [(part.figure, part.layouts) for part in few] == [
        (name, (layout,)) for name in NAMES for layout in LAYOUTS
    ]
    many = drawing._parts([*NAMES, "loss-landscape", _one("stepped"), _one("explorer")])
    assert [part.figure for part in many][:2] == ["loss-landscape", _one("stepped")]
    assert all(part.layouts == LAYOUTS for part in many)
