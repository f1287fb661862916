"""Files: the same bytes everywhere, small, without anything that a reader does not see."""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import re
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image

from plots import output, palettes
from plots.output import Picture
from plots.registry import FIGURES
from plots.spec import Variant

if TYPE_CHECKING:
    from tests.plots.conftest import Drawings

ROOT = Path(__file__).resolve().parents[2]
SVG = "{http://www.w3.org/2000/svg}"

VARIANT = Variant("ko", "dark", "wide")
LARGEST = 120_000
"""Bytes that a picture may have, as it is sent: an SVG is compressed by the server, a WebP is not."""

PROGRAM = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from plots.output import render
from plots.registry import FIGURES
from plots.spec import Variant
for name, spec in FIGURES.items():
    picture = render(spec, spec.compute(), Variant("ko", "dark", "wide"))
    print(name, hashlib.sha256(picture.data + picture.moving).hexdigest())
"""


@pytest.fixture(scope="module")
def pictures(drawn: Drawings) -> dict[str, list[Picture]]:
    """Every frame of every figure in one variant; other figures have one picture."""
    return {
        name: [output.render(spec, drawn.state(name), VARIANT, frame) for frame in range(drawn.count(name))]
        for name, spec in FIGURES.items()
    }


def test_bytes_do_not_depend_on_the_surroundings(
    tmp_path: Path, pictures: dict[str, list[Picture]], drawn: Drawings
) -> None:
    """Drawn here, and elsewhere in another time zone, with another hash seed and other settings."""
    (tmp_path / "matplotlibrc").write_text("font.size: 30\nlines.linewidth: 9\nsavefig.dpi: 20\n")
    there = {"TZ": "Asia/Seoul", "PYTHONHASHSEED": "77", "OPENBLAS_NUM_THREADS": "2", "LC_ALL": "C"}
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", PROGRAM, str(ROOT)],
        cwd=tmp_path,
        env=os.environ | there | {"SOURCE_DATE_EPOCH": "0"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stderr == ""
    for line in run.stdout.splitlines():
        name, digest = line.split()
        mine = pictures[name][FIGURES[name].start(drawn.state(name))]
        assert digest == hashlib.sha256(mine.data + mine.moving).hexdigest(), name
    assert len(run.stdout.splitlines()) == len(FIGURES)


def _weight(name: str, picture: Picture) -> int:
    if FIGURES[name].format == "webp":
        return len(picture.data)
    return max(len(gzip.compress(picture.data)), len(gzip.compress(picture.moving)))


def test_pictures_are_small(pictures: dict[str, list[Picture]]) -> None:
    weights = {name: max(_weight(name, one) for one in mine) for name, mine in pictures.items()}
    assert {name: w for name, w in weights.items() if w > LARGEST} == {}
    assert median(weights.values()) < 40_000


@pytest.mark.parametrize("name", [name for name, spec in FIGURES.items() if spec.format == "svg"])
def test_svg_is_whole(pictures: dict[str, list[Picture]], drawn: Drawings, name: str) -> None:
    spec, state = FIGURES[name], drawn.state(name)
    frames = spec.frames(state)
    for index, picture in enumerate(pictures[name]):
        alt = frames.frames[index].alt.of("ko") if frames else spec.alt(state, "ko")
        for data in filter(None, (picture.data, picture.moving)):
            _check_svg(data, picture, alt)


def _check_svg(data: bytes, picture: Picture, alt: str) -> None:
    root = ElementTree.fromstring(data)
    assert root.tag == f"{SVG}svg"
    assert root.get("viewBox") == f"0 0 {picture.width} {picture.height}"
    title = root.find(f"{SVG}title")
    assert title is not None
    assert title.text == alt
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert not tags & {"text", "image", "script", "foreignObject"}
    assert not any("metadata" in tag for tag in tags)
    names = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(names) == len(set(names)), "names are not used twice"
    used = set(re.findall(rb'(?:href="#|url\(#)([^")]+)', data))
    assert {name.decode() for name in used} <= set(names), "every reference has its target"
    assert len(used) > 3
    assert data.count(b"http") == data.count(b"http://www.w3.org") > 0


def test_svg_starts_with_an_opaque_page(pictures: dict[str, list[Picture]]) -> None:
    first = ElementTree.fromstring(pictures["activation-panel"][0].data).find(f".//{SVG}path")
    assert first is not None
    assert first.get("style") == f"fill: {palettes.DARK.page}"
    assert first.get("d") == "M0 562L720 562L720 0L0 0z"


@pytest.mark.parametrize("name", [name for name, spec in FIGURES.items() if spec.format == "webp"])
def test_webp_is_lossless_opaque_and_twice_as_fine(pictures: dict[str, list[Picture]], name: str) -> None:
    (picture,) = pictures[name]
    assert b"VP8L" in picture.data[:32]
    image = Image.open(io.BytesIO(picture.data))
    assert image.mode == "RGB"
    assert image.size == (2 * picture.width, 2 * picture.height)
    page = tuple(int(palettes.DARK.page[k : k + 2], 16) for k in (1, 3, 5))
    corners = np.asarray(image)[[0, 0, -1, -1], [0, -1, 0, -1]]
    assert {tuple(corner) for corner in corners.tolist()} == {page}


_NAMES = re.compile(rb"<defs>.*?</defs>|(?<=#)[a-z][0-9a-f]{10}", re.DOTALL)
"""Names are made of what they stand for, colours included, and what two have in common is defined once."""


@pytest.mark.parametrize("name", [name for name, spec in FIGURES.items() if spec.format == "svg"])
def test_colours_of_a_theme_in_the_place_of_roles_are_what_drawing_in_it_gives(
    pictures: dict[str, list[Picture]], drawn: Drawings, name: str
) -> None:
    spec, state = FIGURES[name], drawn.state(name)
    mine = pictures[name][spec.start(state)]
    theirs = output._drawn(spec, state, VARIANT, None)
    for one, other in ((mine.data, theirs.data), (mine.moving, theirs.moving)):
        assert _NAMES.sub(b"", one) == _NAMES.sub(b"", other)


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


def test_shortening_keeps_the_names_that_are_asked_for() -> None:
    text = '<svg viewBox="0 0 1 1"><g id="a"><path d="M0 0"/></g><g id="b"><path d="M1 1"/></g></svg>'
    short = output.shorten(text, "", "en", {"b"})
    assert '<g><path d="M0 0"/></g><g id="b"><path d="M1 1"/></g>' in short


@pytest.mark.parametrize("name", ["activation-panel", "loss-landscape"])
def test_other_formats_show_the_same_picture(drawn: Drawings, name: str) -> None:
    spec, state = FIGURES[name], drawn.state(name)
    variant = Variant("en", "light", "narrow")
    images = [Image.open(io.BytesIO(make(spec, state, variant))) for make in (output.png, output.lossless)]
    assert [image.format for image in images] == ["PNG", "WEBP"]
    assert images[0].size == images[1].size
    assert images[0].width == 2 * 360
    assert np.array_equal(np.asarray(images[0].convert("RGB")), np.asarray(images[1].convert("RGB")))
