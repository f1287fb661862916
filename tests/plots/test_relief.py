"""Rendering of surfaces: interpolation, projection and what hides what."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.testing import assert_allclose

from plots.landscapes import relief, shading
from plots.landscapes.relief import Camera

CAMERA = Camera(azimuth=35.0, elevation=40.0, unit=60.0, left=100.0, top=80.0)


def test_spline_goes_through_its_values_and_keeps_straight_lines() -> None:
    values = np.random.default_rng(0).normal(size=9)
    nodes = np.linspace(-1.0, 1.0, 9)
    assert_allclose(relief.spline_matrix(9, nodes) @ values, values, atol=1e-12)
    places = np.linspace(-1.0, 1.0, 50)
    assert_allclose(relief.spline_matrix(9, places) @ (3 * nodes - 1), 3 * places - 1, atol=1e-12)


def test_spline_approximates_a_smooth_curve() -> None:
    nodes, places = np.linspace(-1.0, 1.0, 61), np.linspace(-0.9, 0.9, 333)
    assert_allclose(relief.spline_matrix(61, places) @ np.sin(3 * nodes), np.sin(3 * places), atol=1e-5)


def test_refine_and_sample_agree_with_the_function() -> None:
    x = np.linspace(-1.0, 1.0, 41)
    u, v = np.meshgrid(x, x)
    fine = relief.refine(np.cos(u) + v**2 * u, 401)
    p, q = np.random.default_rng(1).uniform(-0.9, 0.9, (2, 50))
    assert_allclose(relief.sample(fine, p, q), np.cos(p) + q**2 * p, atol=1e-4)


def test_a_flat_square_is_seen_where_it_is_projected() -> None:
    seen = relief.look(np.zeros((11, 11)), CAMERA, (200, 160))
    hit = np.isfinite(seen.u)
    rows, columns = np.nonzero(hit)
    x, y = CAMERA.project(seen.u[hit], seen.v[hit], 0.0)
    assert_allclose(x, columns + 0.5, atol=1e-6)
    assert_allclose(y, rows + 0.5, atol=1e-6)
    assert not seen.below.any()
    area = (2 * CAMERA.unit) ** 2 * np.sin(np.radians(CAMERA.elevation))
    assert hit.sum() == pytest.approx(area, rel=0.01)
    assert np.abs(seen.u[hit]).max() <= 1 + 1e-9


def test_a_ridge_hides_what_lies_behind_it() -> None:
    x = np.linspace(-1.0, 1.0, 201)
    u, v = np.meshgrid(x, x)
    height = 0.4 * np.exp(-((u + v) ** 2) / 0.02)
    seen = relief.look(height, Camera(45.0, 30.0, 60.0, 100.0, 100.0), (200, 200))
    away = (seen.u + seen.v) / np.sqrt(2)
    middle = away[:, 100]
    middle = middle[np.isfinite(middle)]
    assert (np.diff(middle) <= 1e-9).all(), "from the top of the picture down, points come nearer"
    assert -np.diff(middle).min() > 0.5, "a valley behind the ridge is out of sight"


def test_the_underside_is_seen_where_the_near_edge_is_lifted() -> None:
    x = np.linspace(-1.0, 1.0, 201)
    u, v = np.meshgrid(x, x)
    seen = relief.look(0.8 * (u**2 + v**2), Camera(45.0, 25.0, 40.0, 100.0, 140.0), (200, 200))
    below = np.nonzero(seen.below)[0]
    above = np.nonzero(np.isfinite(seen.u) & ~seen.below)[0]
    assert 0 < len(below) < len(above)
    assert below.mean() > above.mean(), "the underside shows at the foot of the picture"


def test_picture_has_colour_only_where_the_surface_is() -> None:
    x = np.linspace(-1.0, 1.0, 21)
    u, v = np.meshgrid(x, x)
    surface = shading.Surface(0.3 * (u**2 + v**2), (u**2 + v**2) / 2, (0.25,), 4)
    image = shading.picture(surface, CAMERA, (200, 160))
    assert image.shape == (160, 200, 4)
    assert image[0, 0].tolist() == [0, 0, 0, 0]
    x0, y0 = CAMERA.project(0.0, 0.0, 0.0)
    middle = image[int(y0), int(x0)].astype(int)
    assert middle[3] == 255
    assert middle[2] > middle[0], "the low middle is at the blue end of the ramp"


def test_ramp_grows_lighter_all_the_way() -> None:
    colours = shading.RAMP(np.linspace(0.0, 1.0, 64))[:, :3]
    linear = np.where(colours <= 0.04045, colours / 12.92, ((colours + 0.055) / 1.055) ** 2.4)
    assert (np.diff(linear @ [0.2126, 0.7152, 0.0722]) > 0).all()
