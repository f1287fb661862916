"""Files: the same bytes everywhere, small, without anything that a reader does not see."""

from __future__ import annotations

import gzip
import io
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image

from plots import output, style
from plots.output import Picture
from plots.registry import FIGURES
from plots.spec import Variant

ROOT = Path(__file__).resolve().parents[2]
SVG = "{http://www.w3.org/2000/svg}"

PROGRAM = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from plots.output import render
from plots.registry import FIGURES
from plots.spec import Variant
for name, variant in (
    ("activation-panel", Variant("ko", "light", "wide")),
    ("optimizer-paths", Variant("en", "dark", "narrow")),
    ("loss-landscape", Variant("ko", "dark", "narrow")),
):
    spec = FIGURES[name]
    print(name, hashlib.sha256(render(spec, spec.compute(), variant).data).hexdigest())
"""


def _start(folder: Path, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-c", PROGRAM, str(ROOT)],
        cwd=folder,
        env=os.environ | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_bytes_do_not_depend_on_the_surroundings(tmp_path: Path) -> None:
    (tmp_path / "matplotlibrc").write_text("font.size: 30\nlines.linewidth: 9\nsavefig.dpi: 20\n")
    runs = [
        _start(ROOT, TZ="UTC", PYTHONHASHSEED="0", OPENBLAS_NUM_THREADS="1", SOURCE_DATE_EPOCH="0"),
        _start(tmp_path, TZ="Asia/Seoul", PYTHONHASHSEED="77", OPENBLAS_NUM_THREADS="2", LC_ALL="C"),
    ]
    outputs = [run.communicate() for run in runs]
    assert [errors for _, errors in outputs] == ["", ""]
    assert outputs[0][0].count("\n") == 3
    assert outputs[0][0] == outputs[1][0]


@pytest.fixture(scope="module")
def pictures() -> dict[str, Picture]:
    found = {}
    for name, spec in FIGURES.items():
        found[name] = output.render(spec, spec.compute(), Variant("ko", "dark", "wide"))
    return found


@pytest.mark.parametrize("name", [name for name, spec in FIGURES.items() if spec.format == "svg"])
def test_svg_is_small_and_whole(pictures: dict[str, Picture], name: str) -> None:
    picture = pictures[name]
    assert len(gzip.compress(picture.data)) < 60_000  # half of what is allowed
    root = ElementTree.fromstring(picture.data)
    assert root.tag == f"{SVG}svg"
    assert root.get("viewBox") == f"0 0 {picture.width} {picture.height}"
    title = root.find(f"{SVG}title")
    assert title is not None
    assert title.text == FIGURES[name].alt(FIGURES[name].compute(), "ko")
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert not tags & {"text", "image", "script", "foreignObject"}
    assert not any("metadata" in tag for tag in tags)
    names = {element.get("id") for element in root.iter()} - {None}
    used = set(re.findall(rb'(?:href="#|url\(#)([^")]+)', picture.data))
    assert {name.decode() for name in used} <= names, "every reference has its target"
    assert len(used) > 10
    assert b"http://www.w3.org" in picture.data
    assert picture.data.count(b"http") == picture.data.count(b"http://www.w3.org")


def test_svg_starts_with_an_opaque_page(pictures: dict[str, Picture]) -> None:
    first = ElementTree.fromstring(pictures["activation-panel"].data).find(f".//{SVG}path")
    assert first is not None
    assert first.get("style") == f"fill: {style.DARK.page}"
    assert first.get("d") == "M0 562L720 562L720 0L0 0z"


def test_webp_is_lossless_opaque_and_twice_as_fine(pictures: dict[str, Picture]) -> None:
    picture = pictures["loss-landscape"]
    assert b"VP8L" in picture.data[:32]
    image = Image.open(io.BytesIO(picture.data))
    assert image.mode == "RGB"
    assert image.size == (2 * picture.width, 2 * picture.height)
    page = tuple(int(style.DARK.page[k : k + 2], 16) for k in (1, 3, 5))
    corners = np.asarray(image)[[0, 0, -1, -1], [0, -1, 0, -1]]
    assert {tuple(corner) for corner in corners.tolist()} == {page}
    assert len(picture.data) < 300_000


def test_shortening_keeps_what_is_drawn() -> None:
    text = (
        '<?xml version="1.0"?>\n<!DOCTYPE svg>\n<svg width="10pt" viewBox="0 0 10 20" version="1.1">\n'
        '<metadata>x</metadata>\n<g id="figure_1"><!-- a -->\n<g id="empty">\n</g>'
        '<path d="M 1.23456 -0.0001 \nL 100.000 2.5 \nz" style="stroke-width: 1.55555"/>\n'
        '<g transform="translate(1.23456 2) scale(0.015625 -0.015625)"><use x="3.14159"/></g>\n</g></svg>\n'
    )
    short = output.shorten(text, "a < b", "en")
    assert short == (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        'role="img" lang="en" viewBox="0 0 10 20"><title>a &lt; b</title><g>'
        '<path d="M1.23 0L100 2.5z" style="stroke-width: 1.55555"/>'
        '<g transform="translate(1.23 2) scale(0.015625 -0.015625)"><use x="3.14"/></g></g></svg>\n'
    )


def test_svg_without_a_view_box_is_refused() -> None:
    with pytest.raises(ValueError, match="viewBox"):
        output.shorten("<svg></svg>", "", "en")
