"""`kb figures`: pictures for use elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from kb.cli import main
from PIL import Image

from plots.registry import FIGURES


def test_one_figure_in_every_language_and_theme(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "new" / "folder"
    assert main(["figures", "activation-panel", "-o", str(out)]) == 0
    assert sorted(path.name for path in out.iterdir()) == [
        f"activation-panel.{lang}.{theme}.svg" for lang in ("en", "ko") for theme in ("dark", "light")
    ]
    assert capsys.readouterr().err == f"Drew 4 files to {out}\n"


@pytest.mark.parametrize("ending", ["png", "webp"])
def test_pixels_are_twice_as_many_as_css_pixels(tmp_path: Path, ending: str) -> None:
    wanted = ["--format", ending, "--lang", "ko", "--theme", "dark", "--layout", "narrow"]
    assert main(["figures", "activation-panel", "-o", str(tmp_path), *wanted]) == 0
    (path,) = tmp_path.iterdir()
    assert path.name == f"activation-panel.ko.dark.narrow.{ending}"
    with Image.open(path) as image:
        assert image.width == 720


def test_frames_and_motion_have_files_of_their_own(tmp_path: Path) -> None:
    stepped = next(name for name, spec in FIGURES.items() if spec.kind == "stepped")
    animated = next(name for name, spec in FIGURES.items() if spec.kind == "animated")
    assert main(["figures", stepped, animated, "-o", str(tmp_path), "--lang", "en", "--theme", "light"]) == 0
    frames = FIGURES[stepped].frames(FIGURES[stepped].compute())
    assert frames is not None
    assert {path.name for path in tmp_path.iterdir()} == {
        f"{animated}.en.light.svg",
        f"{animated}.en.light.moving.svg",
        *(f"{stepped}.{frame.key}.en.light.svg" for frame in frames.frames),
    }


def test_shaded_figures_are_never_svg(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wanted = ["--format", "svg", "--lang", "en", "--theme", "light", "--layout", "narrow"]
    assert main(["figures", "loss-landscape", "-o", str(tmp_path), *wanted]) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["loss-landscape.en.light.narrow.webp"]
    assert "loss-landscape: shaded, so WebP instead of SVG" in capsys.readouterr().err


def test_list_names_every_figure(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["figures", "--list"]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert [line.split(": ")[0] for line in listed] == list(FIGURES)
    assert listed[0].endswith(FIGURES[listed[0].split(": ")[0]].title.en)


@pytest.mark.parametrize(
    ("wanted", "message"),
    [(["no-such"], "no such figure: no-such"), (["activation-panel"], "--output")],
)
def test_wrong_calls_say_what_is_wrong(
    capsys: pytest.CaptureFixture[str], wanted: list[str], message: str
) -> None:
    assert main(["figures", *wanted]) == 2
    assert message in capsys.readouterr().err
