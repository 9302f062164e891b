"""The generator's building blocks."""

from __future__ import annotations

import numpy as np
import pytest
from shapely.geometry import LineString, Polygon, box

from commandcenter.geo.training.contours import areas_above, level_lines
from commandcenter.geo.training.curves import blob, resample, smooth
from commandcenter.geo.training.dice import Dice
from commandcenter.geo.training.names import Namer
from commandcenter.geo.training.network import Street, build_network
from commandcenter.geo.training.plan import Name
from commandcenter.geo.training.quarters import split


def street(*points: tuple[float, float], highway: str = "residential", kept: bool = False) -> Street:
    return Street(LineString(points), highway, kept=kept)


def test_streams_are_independent_and_repeatable() -> None:
    assert Dice(3).stream("a").random() == Dice(3).stream("a").random()
    assert len({Dice(seed).stream(name).random() for seed in (1, 2) for name in ("a", "b")}) == 4


def test_a_smooth_curve_goes_through_its_points() -> None:
    points = np.array([[0.0, 0.0], [100.0, 50.0], [200.0, 0.0], [260.0, 90.0]])
    curve = LineString(smooth(points, step_m=5))
    assert all(curve.distance(LineString([point, point])) < 1e-9 for point in points)


def test_resampling_keeps_ends_and_spacing() -> None:
    even = resample(np.array([[0.0, 0.0], [10.0, 0.0], [10.0, 30.0]]), 4.0)
    assert even[0].tolist() == [0.0, 0.0]
    assert even[-1].tolist() == [10.0, 30.0]
    assert len(even) == 11


def test_level_lines_of_a_cone_are_circles() -> None:
    axis = np.linspace(-10, 10, 81)
    x, y = np.meshgrid(axis, axis)
    (line,) = level_lines(axis, axis, 10 - np.hypot(x, y), 4.0)
    assert line.is_closed
    assert Polygon(line.coords).area == pytest.approx(np.pi * 36, rel=0.01)


def test_areas_above_a_level_have_their_holes() -> None:
    axis = np.linspace(-10, 10, 161)
    x, y = np.meshgrid(axis, axis)
    (ring,) = areas_above(axis, axis, 2 - np.abs(np.hypot(x, y) - 6), 0.0)
    assert len(ring.interiors) == 1
    assert ring.area == pytest.approx(np.pi * (64 - 16), rel=0.01)


def test_names_are_never_given_twice() -> None:
    namer = Namer(Dice(1), [Name("Mill Lane", "磨坊巷")])
    names = [namer.name(kind) for kind in ("old", "suburb", "village") for _ in range(700)]
    assert len({name.en for name in names}) == len({name.zh for name in names}) == 2100
    assert "Mill Lane" not in {name.en for name in names}


def test_crossing_streets_share_a_junction() -> None:
    network = build_network([street((0, 0), (200, 0)), street((100, -100), (100, 100))], [])
    assert len(network.nodes) == 5
    assert len(network.edges) == 4


def test_a_street_that_overshoots_loses_its_stub() -> None:
    network = build_network([street((0, 0), (200, 0)), street((100, -7), (100, 100))], [])
    assert len(network.edges) == 3
    assert min(network.nodes[:, 1]) == 0.0


def test_two_crossings_close_together_become_one() -> None:
    network = build_network([street((0, 0), (200, 0)), street((100, 0), (100, 90)), street((106, 0), (106, -90))], [])
    assert len(network.edges) == 4


def test_a_raised_road_does_not_join_what_it_crosses() -> None:
    ground = [street((0, 0), (200, 0)), street((0, 0), (0, 80), kept=True)]
    raised = [street((0, 80), (100, 40), (100, -100), highway="motorway")]
    network = build_network(ground, raised)
    crossing = next(edge for edge in network.edges if edge.coords[:, 0].max() == 200.0)
    assert crossing.length_m == pytest.approx(200.0)


def test_splitting_a_face_gives_blocks_of_the_wanted_size() -> None:
    lines, blocks = split(box(0, 0, 600, 500), 10_000, 0.05, 6, np.random.default_rng(4))
    assert sum(block.area for block in blocks) == pytest.approx(300_000, rel=0.02)
    assert max(block.area for block in blocks) < 19_000
    assert len(lines) >= len(blocks) - 1


def test_a_blob_is_a_plain_shape_of_about_its_radii() -> None:
    shape = blob((10.0, 20.0), (100.0, 60.0), 30.0, np.random.default_rng(2))
    assert shape.is_valid
    assert shape.area == pytest.approx(np.pi * 6000, rel=0.4)
