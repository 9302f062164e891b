"""What several sinks ask of a map object."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import shapely

from commandcenter.geo.importing.clip import Clip
from commandcenter.geo.importing.objects import Rings, points_in
from commandcenter.geo.importing.sinks import Tags
from commandcenter.geo.importing.source import inspect
from commandcenter.geo.importing.stream import MapStream
from commandcenter.model.progress import NoProgress


def ring(*points: tuple[float, float]) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    return np.array([*points, points[0]])


def square(west: float, south: float, side: float) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    return ring((west, south), (west + side, south), (west + side, south + side), (west, south + side))


def test_a_point_lies_inside_its_area_and_never_in_a_hole() -> None:
    court: Rings = [(square(0, 0, 3), [square(1, 1, 1)])]
    crescent: Rings = [(ring((0, 0), (4, 0), (4, 4), (3, 1), (1, 1), (0, 4)), [])]
    for ((outer, holes),), (x, y) in zip((court, crescent), points_in([court, crescent]).tolist(), strict=True):
        assert shapely.Polygon(outer, holes).contains(shapely.Point(x, y))


def test_of_several_parts_the_largest_is_meant() -> None:
    large = square(0, 0, 5)
    ((x, y),) = points_in([[(square(10, 10, 1), []), (large, [])]]).tolist()
    assert shapely.Polygon(large).contains(shapely.Point(x, y))


def test_an_area_without_extent_still_has_a_place() -> None:
    flat = ring((1.0, 2.0), (1.0, 2.0), (1.0, 2.0))
    assert points_in([[(flat, [])]]).tolist() == [[1.0, 2.0]]


def test_no_areas_have_no_points() -> None:
    assert points_in([]).shape == (0, 2)


class Seen:
    """A sink that only remembers the tags it was given."""

    def __init__(self) -> None:
        self.ways: list[Tags] = []
        self.areas: list[Tags] = []

    def begin(self, scratch: Path) -> None: ...

    def node(self, *_: object) -> None: ...

    def relation(self, *_: object) -> None: ...

    def way(self, osm_id: int, tags: Tags, *_: object) -> None:
        self.ways.append(tags)

    def area(self, osm_id: int, tags: Tags, *_: object) -> None:
        self.areas.append(tags)

    def finish(self, pack: Path, progress: object) -> dict[str, int]:
        return {}


def test_the_outline_of_a_building_comes_as_an_area_only(osm_file: Callable[[str], Path], tmp_path: Path) -> None:
    corners = "".join(
        f'<node id="{number}" version="1" lat="{lat}" lon="{lon}"/>' for number, (lat, lon) in enumerate([(1, 1), (1, 2), (2, 2), (2, 1)], start=1)
    )
    refs = "".join(f'<nd ref="{ref}"/>' for ref in (1, 2, 3, 4, 1))
    path = osm_file(
        corners
        + f'<way id="1" version="1">{refs}<tag k="building" v="yes"/></way>'
        + f'<way id="2" version="1">{refs}<tag k="highway" v="residential"/></way>'
    )
    seen = Seen()
    MapStream(inspect(path, NoProgress()), [seen], Clip(), NoProgress()).run(tmp_path / "nodes")
    assert seen.ways == [{"highway": "residential"}]
    assert {"building": "yes"} in seen.areas
