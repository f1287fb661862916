"""What the figures show, read off their artists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from matplotlib.figure import Figure
from numpy.testing import assert_allclose

from plots.activations import functions as activations
from plots.landscapes import loss_landscape, shading
from plots.optimizers import methods as optimizers
from plots.palettes import palette
from plots.spec import Variant, variants

if TYPE_CHECKING:
    from tests.plots.conftest import Drawings


def _data_axes(figure: Figure) -> list[Any]:
    return [axes for axes in figure.axes if axes.axison]


@pytest.mark.parametrize("variant", list(variants()), ids=lambda v: v.name)
def test_panel_shows_each_function_with_its_derivative(drawn: Drawings, variant: Variant) -> None:
    one = drawn["activation-panel", variant]
    pairs = [
        (activations.sigmoid, activations.sigmoid_slope),
        (activations.tanh, activations.tanh_slope),
        (activations.relu, activations.relu_slope),
        (lambda x: activations.leaky_relu(x, 0.1), lambda x: activations.leaky_relu_slope(x, 0.1)),
        (activations.elu, activations.elu_slope),
        (activations.gelu, activations.gelu_slope),
    ]
    axes = _data_axes(one.figure)
    assert len(axes) == 6
    tops = {round(a.get_position().y0, 3) for a in axes}
    assert len(tops) == (2 if variant.layout == "wide" else 3)
    colours = palette(variant.theme)
    for ax, (function, derivative) in zip(axes, pairs, strict=True):
        solid = [line for line in ax.lines if line.get_color() == colours.first]
        dashed = [
            line for line in ax.lines if line.get_color() == colours.second and len(line.get_xdata()) > 1
        ]
        assert len(solid) == 1
        assert_allclose(solid[0].get_ydata(), function(solid[0].get_xdata()))
        assert (solid[0].get_xdata()[0], solid[0].get_xdata()[-1]) == (-4.5, 4.5)
        for line in dashed:
            assert_allclose(line.get_ydata(), derivative(line.get_xdata()))
        covered = np.concatenate([line.get_xdata() for line in dashed])
        assert covered.min() == -4.5
        assert covered.max() == 4.5


def test_panel_shades_where_the_slope_is_below_the_limit(drawn: Drawings) -> None:
    one = drawn["activation-panel", Variant("en", "light", "wide")]
    edges = {
        curve.name: [round(x, 3) for interval in curve.saturated for x in interval]
        for curve in one.state.curves
    }
    assert edges["Sigmoid"] == pytest.approx([-4.5, -2.887, 2.887, 4.5], abs=2e-3)
    assert edges["Tanh"] == pytest.approx([-4.5, -2.178, 2.178, 4.5], abs=2e-3)
    assert edges["ReLU"] == pytest.approx([-4.5, 0.0], abs=2e-3)
    assert edges["Leaky ReLU"] == []
    assert edges["ELU"] == pytest.approx([-4.5, np.log(0.05)], abs=2e-3)
    assert len(edges["GELU"]) == 2
    shaded = [sum(p.get_facecolor()[:3] != (1, 1, 1) for p in ax.patches) for ax in _data_axes(one.figure)]
    assert shaded == [2, 2, 1, 0, 1, 1]


@pytest.mark.parametrize("variant", list(variants()), ids=lambda v: v.name)
def test_paths_are_those_of_the_runs(drawn: Drawings, variant: Variant) -> None:
    one = drawn["optimizer-paths", variant]
    large, loss = _data_axes(one.figure)
    (close,) = large.child_axes
    for ax in (large, close):
        lines = {line.get_gid(): line for line in ax.lines if line.get_gid()}
        assert list(lines) == [run.method for run in one.state.runs]
        for run in one.state.runs:
            assert_allclose(lines[run.method].get_xydata(), run.path)
        looks = {(line.get_color(), line.get_marker()) for line in lines.values()}
        assert len({colour for colour, _ in looks}) == len({marker for _, marker in looks}) == 5
    for line in loss.lines:
        run = one.state.run(line.get_gid())
        assert_allclose(line.get_ydata(), optimizers.beale(*run.path.T))
    assert loss.get_yscale() == "log"
    low, high = loss.get_ylim()
    assert all(low <= run.loss.min() <= run.loss.max() <= high for run in one.state.runs)


def test_narrow_figures_are_stacked(drawn: Drawings) -> None:
    for name, first, second in (("optimizer-paths", 0, 1), ("loss-landscape", 0, 1)):
        wide = drawn[name, Variant("ko", "light", "wide")].figure
        narrow = drawn[name, Variant("ko", "light", "narrow")].figure
        assert wide.get_size_inches()[1] < narrow.get_size_inches()[1]
        a, b = (_data_axes(narrow)[k].get_position() for k in (first, second))
        assert a.x0 < 0.25
        assert b.y1 < a.y0 or name == "loss-landscape"


@pytest.mark.parametrize("variant", list(variants()), ids=lambda v: v.name)
def test_map_and_colour_scale_have_the_same_contour_lines(drawn: Drawings, variant: Variant) -> None:
    one = drawn["loss-landscape", variant]
    contour_map, bar = _data_axes(one.figure)
    tones = [float(one.state.tone(level)) for level in loss_landscape.LEVELS]
    (contours,) = [c for c in contour_map.collections if hasattr(c, "levels")]
    assert_allclose(contours.levels, tones)
    assert_allclose(bar.get_yticks(), tones)
    labels = [label.get_text() for label in bar.get_yticklabels()]
    assert [float(label) for label in labels] == list(loss_landscape.LEVELS)
    (image,) = contour_map.images
    grid = image.get_array()
    assert_allclose(grid[::400, ::400], one.state.tone(one.state.plane.loss[::60, ::60]), atol=1e-9)
    (star,) = [line for line in contour_map.lines if line.get_marker() == "*"]
    assert_allclose(star.get_xydata(), [[0.0, 0.0]])
    assert star.get_color() == shading.STAR


def test_surface_stands_in_its_frame(drawn: Drawings) -> None:
    """The picture of the surface and the lines of its frame share one projection."""
    one = drawn["loss-landscape", Variant("en", "light", "wide")]
    state = one.state
    surface = loss_landscape._surface(state, "wide")
    left, top, _, _ = loss_landscape._PLACES["wide"].surface
    camera = loss_landscape._camera(loss_landscape._PLACES["wide"], 2)
    height = float(state.height(state.plane.loss[-1, -1]))
    x, y = camera.project(1.0, 1.0, height)
    column, row = round(float(x) - 2 * left), round(float(y) - 2 * top)
    highest = np.flatnonzero(surface[..., 3].any(axis=1))[0]
    assert abs(highest - row) <= 4
    assert surface[row + 6, column, 3] == 255
    assert surface[..., 3][:, [0, -1]].max() == 0, "the surface does not touch the edge of its picture"
