"""Animated figures: keyframes that end where the still picture is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import numpy as np
import pytest

from plots import animation, output, style
from plots.animation import Motion, Track
from plots.registry import FIGURES
from plots.spec import Variant, variants

if TYPE_CHECKING:
    from tests.plots.conftest import Drawings

VARIANT = Variant("en", "light", "wide")
SVG = "{http://www.w3.org/2000/svg}"
ANIMATED = [name for name, spec in FIGURES.items() if spec.kind == "animated"]
SMALL = (
    '<svg viewBox="0 0 100 50"><title>t</title><g id="line"><path d="M0 0L9 9" style="stroke: #000"/></g>'
    '<g id="ball"><path d="M1 1"/></g></svg>'
)


@pytest.fixture
def sheet() -> style.Sheet:
    with style.context(VARIANT):
        return style.sheet(VARIANT, 400)


def test_travel_is_measured_from_the_end_with_y_downwards(sheet: style.Sheet) -> None:
    axes = sheet.axes(100, 100, 200, 100)
    axes.set(xlim=(0, 2), ylim=(0, 1))
    track = animation.travel(axes, "ball", [0, 1, 2], [0, 1, 2], [0, 1, 0.5])
    assert np.allclose(track.values, [(-200, 50), (-100, -50), (0, 0)])
    assert track.times == (0, 1, 2)


def test_travel_on_the_layer_is_in_css_pixels(sheet: style.Sheet) -> None:
    track = animation.travel(sheet.layer, "ball", [0, 1], [10, 30], [5, 50])
    assert np.allclose(track.values, [(-20, -45), (0, 0)])


def test_trace_follows_the_length_of_the_line(sheet: style.Sheet) -> None:
    axes = sheet.axes(0, 0, 100, 100)
    axes.set(xlim=(0, 1), ylim=(0, 1))
    track = animation.trace(axes, "line", [0, 1, 2, 3], [0, 0, 0.5, 0.5], [0, 0.5, 0.5, 1])
    assert np.allclose([v[0] for v in track.values], [0, 1 / 3, 2 / 3, 1])


def test_moving_svg_has_keyframes_only_for_readers_who_want_motion() -> None:
    motion = Motion(4.0, 2, (Track("ball", "move", (1.0, 3.0), ((-5.0, 2.0), (0.0, 0.0)), hold=True),))
    svg = animation.moving(SMALL, motion)
    assert (
        "<style>@keyframes k0{0%{transform:translate(-5px,2px)}25%{transform:translate(-5px,2px)}"
        "75%{transform:translate(0px,0px)}100%{transform:translate(0px,0px)}}"
        "@media(prefers-reduced-motion:no-preference){#ball{animation:k0 4s step-end 2 both}}</style>"
    ) in svg
    assert "script" not in svg


def test_traced_line_is_uncovered_by_a_mask_and_keeps_its_look() -> None:
    motion = Motion(2.0, 1, (Track("line", "trace", (0.0, 2.0), ((0.0,), (1.0,)), reach=7),))
    svg = animation.moving(SMALL, motion)
    root = ElementTree.fromstring(svg.replace("<svg", f'<svg xmlns="{SVG[1:-1]}"', 1))
    mask = root.find(f"{SVG}mask")
    assert mask is not None
    assert (mask.get("width"), mask.get("height")) == ("100", "50")
    assert mask[0].get("d") == "M0 0L9 9"
    assert "stroke-width:14" in str(mask[0].get("style"))
    assert '<g id="line" mask="url(#k0)"><path d="M0 0L9 9" style="stroke: #000"/></g>' in svg
    assert "0%{stroke-dashoffset:1}100%{stroke-dashoffset:0}" in svg
    assert "#k0 path{animation:k0 2s linear 1 both}" in svg


def test_what_is_gone_at_the_end_is_not_in_the_still_picture() -> None:
    motion = Motion(5.0, 1, (animation.show("ball", 1.0, 2.0), animation.show("line", 3.0)))
    assert motion.gone == {"ball"}
    assert motion.gids == {"ball", "line"}
    assert animation.still(SMALL, motion) == SMALL.replace(
        "</title>", "</title><style>#ball{opacity:0}</style>"
    )
    assert animation.still(SMALL, Motion(5.0, 1, ())) == SMALL
    assert "#ball{opacity:0}@keyframes" in animation.moving(SMALL, motion)


@pytest.mark.parametrize("gid", ["Ball", "b b", "1", ""])
def test_names_must_be_fit_for_css(gid: str) -> None:
    with pytest.raises(ValueError, match="gid"):
        Motion(1.0, 1, (animation.fade(gid, [0], [1]),))


@pytest.mark.parametrize(("seconds", "plays"), [(0.0, 1), (60.0, 1), (5.0, 0), (5.0, 99)])
def test_motion_is_short_and_ends(seconds: float, plays: int) -> None:
    with pytest.raises(ValueError, match="At most"):
        Motion(seconds, plays, ())


@pytest.mark.parametrize(("times", "values"), [((0.0,), ()), ((1.0, 0.5), ((0.0,), (1.0,)))])
def test_every_time_has_a_value_in_order(times: tuple[float, ...], values: tuple[tuple[float], ...]) -> None:
    with pytest.raises(ValueError, match="in order"):
        Motion(2.0, 1, (Track("ball", "fade", times, values),))


@pytest.mark.parametrize("kind", ["fade", "trace"])
def test_what_moves_must_be_there_once(kind: str) -> None:
    track = Track("nothing", kind, (0.0, 1.0), ((0.0,), (1.0,)))  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="exactly one"):
        animation.moving(SMALL, Motion(1.0, 1, (track,)))


def test_only_lines_can_be_traced() -> None:
    text = '<svg viewBox="0 0 1 1"><title>t</title><g id="line"><g/></g></svg>'
    track = Track("line", "trace", (0.0, 1.0), ((0.0,), (1.0,)))
    with pytest.raises(ValueError, match="not a line"):
        animation.moving(text, Motion(1.0, 1, (track,)))


@pytest.mark.parametrize("variant", list(variants()), ids=lambda v: v.name)
@pytest.mark.parametrize("name", ANIMATED)
def test_animated_figures_end_in_their_still_picture(drawn: Drawings, name: str, variant: Variant) -> None:
    spec, state = FIGURES[name], drawn.state(name)
    with style.context(variant):
        motion = spec.motion(state, variant, spec.draw(state, variant))
    assert motion is not None
    for track in motion.tracks:
        if track.kind == "fade":
            assert track.values[-1][0] in (0.0, 1.0)
        else:
            end = (0.0, 0.0) if track.kind == "move" else (1.0,)
            assert np.allclose(track.values[-1], end), track.gid
        assert track.times[-1] <= motion.seconds
    assert motion.seconds * motion.plays <= 30


@pytest.mark.parametrize("name", ANIMATED)
def test_still_and_moving_file_differ_in_nothing_but_motion(drawn: Drawings, name: str) -> None:
    picture = output.render(FIGURES[name], drawn.state(name), VARIANT)
    still, moving = (data.decode() for data in (picture.data, picture.moving))
    bare = re.sub(r'<style>.*?</style>|<mask .*?</mask>| mask="[^"]*"', "", moving, flags=re.DOTALL)
    assert bare == re.sub(r"<style>.*?</style>", "", still)
    assert "infinite" not in moving
